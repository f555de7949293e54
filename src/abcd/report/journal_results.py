"""How changes were analyzed, and every number of each by its standard name: for a paper."""

from collections.abc import Iterator

from ..impact import PairedChange
from .blocks import Block, Bullets, Heading, Paragraph, Table
from .knowing import amounts, named
from .numbers import level, number, p_value
from .source import Source

__all__ = ["analysis", "results"]


def analysis(source: Source) -> list[Block]:
    """Name the estimate, the tests and the effect sizes, as far as there are any."""
    if not source.changes:
        return [Paragraph(source.say("analysis-none"))]
    levels = dict.fromkeys(
        [level(entry.change.confidence, source.language) for entry in source.changes]
    )
    lines = [
        source.say("analysis-interval", level=", ".join(levels)),
        source.say("analysis-tests"),
        source.say("analysis-effects"),
    ]
    if len(source.changes) > 1:
        lines.append(source.say("analysis-several", count=len(source.changes)))
    return [Bullets(tuple(lines))]


def results(source: Source) -> list[Block]:
    """Lay out each change in a table of its own; what can not be had says so."""
    head = (source.say("quantity"), source.say("value"))
    blocks: list[Block] = []
    for entry in source.changes:
        rows = tuple(_rows(source, entry.change))
        blocks += [Heading(3, named(source, entry)), Table(head, rows)]
    return blocks


def _rows(source: Source, change: PairedChange) -> Iterator[tuple[str, str]]:
    yield source.say("people-analyzed"), str(change.n)
    for wave in ("before", "after"):
        mean, sd = amounts(source, change, f"mean_{wave}", f"sd_{wave}")
        yield source.say(f"mean-{wave}"), source.say("with-sd", mean=mean, sd=sd)
    yield _mean_change(source, change)
    yield source.say("sd-change"), amounts(source, change, "sd_change")[0]
    yield source.say("correlation"), _plain(source, change.correlation)
    counts = {"up": change.increased, "same": change.unchanged, "down": change.decreased}
    yield source.say("rose-fell"), source.say("three", **counts)
    yield from _tests(source, change)
    yield source.say("hodges-lehmann"), amounts(source, change, "hodges_lehmann")[0]
    yield source.say("g-z"), _plain(source, change.g_z)
    yield source.say("d-av"), _plain(source, change.d_av)
    yield source.say("rank-biserial"), _plain(source, change.rank_biserial)
    if change.gain is not None:
        yield source.say("class-gain"), _plain(source, change.gain.class_gain)


def _mean_change(source: Source, change: PairedChange) -> tuple[str, str]:
    names = ("mean_change", "interval_low", "interval_high")
    mean, low, high = amounts(source, change, *names)
    title = source.say("mean-change", level=level(change.confidence, source.language))
    if change.mean_change is None:
        return title, mean
    if change.interval_low is None:
        return title, source.say("without-interval", mean=mean)
    return title, source.say("with-interval", mean=mean, low=low, high=high)


def _tests(source: Source, change: PairedChange) -> Iterator[tuple[str, str]]:
    none = source.say("not-estimable")
    t, language = none, source.language
    if change.t is not None and change.t_p is not None:
        value, p = number(change.t, language, decimals=2), p_value(change.t_p, language)
        t = source.say("t-value", df=change.degrees_of_freedom, t=value, p=p)
    yield source.say("t-test"), t
    method = source.say(f"method-{change.sign_flip_method}")
    flip = change.sign_flip_p
    yield (
        source.say("sign-flip", method=method),
        none if flip is None else source.say("p", p=p_value(flip, language)),
    )
    ranks = none
    if change.wilcoxon_p is not None and change.w_plus is not None and change.w_minus is not None:
        ranks = source.say(
            "ranks",
            plus=number(change.w_plus, language),
            minus=number(change.w_minus, language),
            p=p_value(change.wilcoxon_p, language),
        )
    method = source.say(f"method-{change.wilcoxon_method}")
    yield source.say("wilcoxon", method=method, zero=change.zero_method), ranks


def _plain(source: Source, value: float | None) -> str:
    if value is None:
        return source.say("not-estimable")
    return number(value, source.language, decimals=2)

"""What is to be measured next, on whom, when, with what, and how large a change that can show."""

from ..caveats import Caveat
from .blocks import Block, Paragraph
from .numbers import number
from .source import Source, is_invented
from .tables import compact

__all__ = ["smallest_effects", "to_measure", "to_mend"]

# More scores do not help where these are the reason; `to_mend` says what does.
_BAD_VALUES = ("measured-twice", "off-scale", "scores-refused", "mixed-forms")
_WRONG_INDICATOR = "above-level"


def to_measure(source: Source) -> list[Block]:
    """Lay out what would have to be measured, and what that could show."""
    found = source.evaluation
    invented = {entry.id for entry in source.cycle.indicators if is_invented(entry)}
    rows: dict[str, tuple[str, ...]] = {}
    for index in _unmeasured(source):
        indicator = found.indicator[index] or ""
        name, facets = found.measured[index] or indicator, found.facets[index]
        whom = found.of_whom[index]
        words = source.say("facets", name=name, facets=", ".join(facets)) if facets else name
        rows[indicator] = (
            words + source.say("invented") if indicator in invented else words,
            source.say("not-stated") if whom is None else source.name(whom),
            found.when[index] or source.say("not-stated"),
            found.instrument[index] or source.say("not-stated"),
        )
    if not rows:
        return []
    head = tuple([source.say(key) for key in ("to-measure", "of-whom", "when", "instrument")])
    return [*compact(head, list(rows.values())), *smallest_effects(source)]


def _unmeasured(source: Source) -> list[int]:
    """Return the rows of which no value is there that could be used, and values would help."""
    found = source.evaluation
    return [
        index
        for index, verdict in enumerate(found.verdict)
        if verdict == "not estimable"
        and found.indicator[index] is not None
        and not {*_BAD_VALUES, _WRONG_INDICATOR} & set(found.reasons[index])
    ]


def smallest_effects(source: Source) -> list[Block]:
    """Say how large a change must be to be seen in as many people as there are."""
    found = source.evaluation
    effects = {
        people: effect
        for index in _unmeasured(source)
        if (people := found.people[index]) is not None
        and (effect := found.smallest_effect[index]) is not None
    }
    key = "smallest-plain" if source.audience == "village" else "smallest"
    decimals = 1 if source.audience == "village" else 2
    return [
        Paragraph(
            source.say(
                key, people=people, effect=number(effect, source.language, decimals=decimals)
            )
        )
        for people, effect in effects.items()
    ]


def to_mend(source: Source) -> list[str]:
    """List the values to be put right, and the claims that need another indicator."""
    found = source.evaluation
    lines = []
    for index, reasons in enumerate(found.reasons):
        if found.verdict[index] != "not estimable":
            continue
        for code in _BAD_VALUES:
            if code in reasons:
                reason = Caveat(code).message(source.language)
                name = found.measured[index]
                lines.append(source.say("mend-next", name=name, why=reason))
        if _WRONG_INDICATOR in reasons:
            lines.append(source.say("indicator-next", text=found.statements[index]))
    return list(dict.fromkeys(lines))

"""What a cycle claims and what its measurements can say to that."""

from collections.abc import Iterable, Mapping, Sequence
from typing import final

import attrs

from ..caveats import Caveat
from ..cycle import Claim, Cycle, Indicator, Measurement
from ..cycle.progress import refuse_strangers
from ..errors import InvalidValueError
from ..model import Community, Organization
from ..results import ROW, RowResult
from .detectable import detectable_effect
from .paired import PairedChange, paired_change

__all__ = ["Evaluation", "evaluate"]

_LEVELS = ("reaction", "learning", "behavior", "results")


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Evaluation(RowResult):
    """One row a claim, then one row an indicator that no claim names.

    Attributes
    ----------
    statements : tuple of str
        The claim in its own words, or the name of the indicator.
    kind : tuple of str
        ``"claim"`` or ``"indicator"``.
    verdict : tuple of str
        ``"not estimable"``; ``"open"`` where the interval of the change holds both directions;
        ``"supported"`` where it lies whole on the better side; ``"contradicted"`` where it lies
        whole on the worse one. For an indicator, better and worse instead of the last two.
    reasons : tuple of tuple of str
        Codes of `abcd.caveats` that say why, the decisive one first.
    indicator : tuple of str
        Id of the indicator; None where the claim names none.
    measured : tuple of str
        What has to be measured; None where nobody said.
    facets : tuple of tuple of str
        The parts of it, each of which needs items of its own.
    of_whom, when, instrument : tuple of str
        On whom, at which moments and with what; None where nobody said.
    people : tuple of int
        How many people that can be; None where it is not known.
    smallest_effect : tuple of float
        The change that so many people can show with 80 % power at the two-sided level .05, in
        standard deviations of the differences; None where it is not known.
    n : tuple of int
        How many people were measured both before and after.
    mean_change, interval_low, interval_high : tuple of float
        In the unit of the indicator, with the 95 % interval; None where not estimable.
    changes : tuple of PairedChange
        In full, one for each indicator in `change_of`.
    change_of : tuple of str
        Ids of the indicators with measurements before and after.
    caveats : tuple of Caveat
        What holds for all of it.
    """

    statements: tuple[str, ...] = attrs.field(metadata=ROW)
    kind: tuple[str, ...] = attrs.field(metadata=ROW)
    verdict: tuple[str, ...] = attrs.field(metadata=ROW)
    reasons: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    indicator: tuple[str | None, ...] = attrs.field(metadata=ROW)
    measured: tuple[str | None, ...] = attrs.field(metadata=ROW)
    facets: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    of_whom: tuple[str | None, ...] = attrs.field(metadata=ROW)
    when: tuple[str | None, ...] = attrs.field(metadata=ROW)
    instrument: tuple[str | None, ...] = attrs.field(metadata=ROW)
    people: tuple[int | None, ...] = attrs.field(metadata=ROW)
    smallest_effect: tuple[float | None, ...] = attrs.field(metadata=ROW)
    n: tuple[int, ...] = attrs.field(metadata=ROW)
    mean_change: tuple[float | None, ...] = attrs.field(metadata=ROW)
    interval_low: tuple[float | None, ...] = attrs.field(metadata=ROW)
    interval_high: tuple[float | None, ...] = attrs.field(metadata=ROW)
    changes: tuple[PairedChange, ...]
    change_of: tuple[str, ...]
    caveats: tuple[Caveat, ...] = ()


def evaluate(cycle: Cycle, community: Community) -> Evaluation:
    """Judge every claim and every indicator of a cycle by what was measured.

    A claim without data is not wrong: it is not estimable, and the answer says what would have
    to be measured, on whom, when, with which instrument, and how large a change so few people
    could show at all.

    Parameters
    ----------
    cycle : Cycle
        With its claims, indicators and measurements. Scores of one person count where they have
        the waves ``"before"`` and ``"after"``.
    community : Community
        The community that the cycle is about.

    Returns
    -------
    Evaluation
        One row a claim, in their order, then one row an indicator that no claim names.

    Raises
    ------
    InvalidValueError
        If the two do not belong together.

    Notes
    -----
    *Which scores.* Of each person, the value without facet, or the mean of all facets of the
    indicator where each was measured. Whoever was measured in one wave only stays out and is
    listed in the change (`abcd.impact.paired_change`). A person measured twice in one wave makes
    the indicator not estimable: nobody can know which value holds.

    *Level.* A claim that reaches above the level of its indicator (Kirkpatrick) is not estimable
    by it, whatever was measured: what people know after a training says nothing of their income.

    *Values that can not be used.* Values without the wave ``"before"`` or ``"after"``, values of
    people whom the community does not have, and values off the scale are named among the reasons.

    *How many people.* Where `of_whom` of the indicator is the id of an organization, its members;
    otherwise the people who were measured.

    References
    ----------
    Kirkpatrick, D. L. & Kirkpatrick, J. D. (2006). Evaluating Training Programs, 3rd edition,
    chapter 3.

    Examples
    --------
    An invented claim about which nobody has collected data:

    >>> from abcd.cycle import FIVE_D
    >>> cycle = Cycle(
    ...     FIVE_D,
    ...     community="rt3",
    ...     indicators=[Indicator("income", "Income from sales", of_whom="rki", level="results")],
    ...     claims=[Claim("Members earn more", indicator="income")],
    ... )
    >>> community = Community("rt3", "RT 3", organizations=[Organization("rki", "RKI")])
    >>> row = evaluate(cycle, community)["Members earn more"]
    >>> row["verdict"], row["reasons"][0]
    ('not estimable', 'no-baseline')
    """
    refuse_strangers(cycle, community)
    indicators = {indicator.id: indicator for indicator in cycle.indicators}
    found = {
        indicator.id: _finding(indicator, cycle.measurements, community)
        for indicator in cycle.indicators
    }
    claimed = {claim.indicator for claim in cycle.claims}
    rows = [_of_claim(claim, indicators, found) for claim in cycle.claims]
    rows += [
        _of_indicator(indicator, found[indicator.id])
        for indicator in cycle.indicators
        if indicator.id not in claimed
    ]
    changes = {id: finding.change for id, finding in found.items() if finding.change is not None}
    caveats = [Caveat("no-comparison-group")] if changes else []
    thin = sum(row.verdict == "not estimable" for row in rows)
    if thin:
        fields = ["mean_change", "interval_low", "interval_high"]
        data = {"count": thin, "total": len(rows), "fields": fields}
        caveats.append(Caveat("claims-not-estimable", data))
    return _assembled(rows, changes, caveats)


@attrs.frozen(kw_only=True)
class _Finding:
    """What the measurements of one indicator say."""

    reasons: tuple[str, ...]
    people: int | None
    change: PairedChange | None = None


@attrs.frozen(kw_only=True)
class _Row:
    statement: str
    kind: str
    verdict: str
    reasons: tuple[str, ...]
    indicator: Indicator | None
    finding: _Finding | None


def _finding(
    indicator: Indicator, measurements: Iterable[Measurement], community: Community
) -> _Finding:
    own = [entry for entry in measurements if entry.indicator == indicator.id]
    personal = [entry for entry in own if entry.person is not None]
    strangers = any(entry.person not in community for entry in personal)
    own = [entry for entry in own if entry.person is None or entry.person in community]
    before, twice_before = _scores(indicator, own, "before")
    after, twice_after = _scores(indicator, own, "after")
    people = _people(indicator, community) or len({*before, *after}) or None
    if twice_before or twice_after:
        return _Finding(reasons=("measured-twice",), people=people)
    if before.keys() & after.keys():
        try:
            change = paired_change(
                before, after, minimum=indicator.minimum, maximum=indicator.maximum
            )
        except InvalidValueError:
            # `abcd.cycle.consistency` names each such value with its path.
            return _Finding(reasons=("off-scale",), people=people)
        return _Finding(reasons=(), people=people, change=change)
    waves = {entry.wave for entry in own}
    unplaced = bool(waves - {"before", "after"})
    found = {
        "no-wave": unplaced,
        # What nobody placed in time may well be from before, or from after.
        "no-baseline": "before" not in waves and not unplaced,
        "no-follow-up": "after" not in waves and not unplaced,
        "facets-missing": any(
            wave in waves
            and not scores
            and any(entry.person and entry.wave == wave for entry in own)
            for wave, scores in (("before", before), ("after", after))
        ),
        "nobody-measured-twice": bool(before) and bool(after),
        "group-values-only": any(entry.person is None for entry in own),
        "unknown-people": strangers,
    }
    return _Finding(reasons=tuple([code for code, holds in found.items() if holds]), people=people)


def _scores(
    indicator: Indicator, own: Iterable[Measurement], wave: str
) -> tuple[dict[str, float], bool]:
    """Return one value a person, and whether somebody was measured twice."""
    values: dict[str, dict[str | None, float]] = {}
    twice = False
    for entry in own:
        if entry.wave == wave and entry.person is not None:
            facets = values.setdefault(entry.person, {})
            twice = twice or entry.facet in facets
            facets[entry.facet] = entry.value
    scores = {}
    for person, facets in values.items():
        if None in facets:
            scores[person] = facets[None]
        elif indicator.facets and facets.keys() >= set(indicator.facets):
            parts = [facets[facet] for facet in indicator.facets]
            scores[person] = sum(parts) / len(parts)
    return scores, twice


def _people(indicator: Indicator, community: Community) -> int | None:
    whom = indicator.of_whom
    if whom is None or whom not in community or not isinstance(community[whom], Organization):
        return None
    members = {entry.person for entry in community.memberships if entry.organization == whom}
    return len(members)


def _of_claim(
    claim: Claim, indicators: Mapping[str, Indicator], found: Mapping[str, _Finding]
) -> _Row:
    if claim.indicator is None:
        return _Row(
            statement=claim.text,
            kind="claim",
            verdict="not estimable",
            reasons=("no-indicator",),
            indicator=None,
            finding=None,
        )
    indicator, finding = indicators[claim.indicator], found[claim.indicator]
    verdict, reasons = _verdict(indicator, finding)
    if _above(claim, indicator):
        verdict, reasons = "not estimable", ("above-level", *reasons)
    words = {"better": "supported", "worse": "contradicted"}
    return _Row(
        statement=claim.text,
        kind="claim",
        verdict=words.get(verdict, verdict),
        reasons=reasons,
        indicator=indicator,
        finding=finding,
    )


def _above(claim: Claim, indicator: Indicator) -> bool:
    if claim.level is None or indicator.level is None:
        return False
    return _LEVELS.index(claim.level) > _LEVELS.index(indicator.level)


def _of_indicator(indicator: Indicator, finding: _Finding) -> _Row:
    verdict, reasons = _verdict(indicator, finding)
    return _Row(
        statement=indicator.name,
        kind="indicator",
        verdict=verdict,
        reasons=reasons,
        indicator=indicator,
        finding=finding,
    )


def _verdict(indicator: Indicator, finding: _Finding) -> tuple[str, tuple[str, ...]]:
    change = finding.change
    if change is None:
        unsaid = [
            code
            for code, value in (
                ("no-instrument", indicator.instrument),
                ("no-one-named", indicator.of_whom),
                ("no-moments", indicator.when),
            )
            if value is None
        ]
        return "not estimable", (*finding.reasons, *unsaid)
    codes = tuple([caveat.code for caveat in change.caveats])
    low, high = change.interval_low, change.interval_high
    if low is None or high is None or low <= 0 <= high:
        return "open", codes
    return ("better" if (low > 0) == (indicator.direction == "up") else "worse"), codes


def _assembled(
    rows: Sequence[_Row], changes: Mapping[str, PairedChange], caveats: Sequence[Caveat]
) -> Evaluation:
    indicators = [row.indicator for row in rows]
    found = [row.finding for row in rows]
    people = [None if finding is None else finding.people for finding in found]
    made = [None if finding is None else finding.change for finding in found]
    return Evaluation(
        statements=tuple([row.statement for row in rows]),
        kind=tuple([row.kind for row in rows]),
        verdict=tuple([row.verdict for row in rows]),
        reasons=tuple([row.reasons for row in rows]),
        indicator=tuple([entry and entry.id for entry in indicators]),
        measured=tuple([entry and entry.name for entry in indicators]),
        facets=tuple([() if entry is None else entry.facets for entry in indicators]),
        of_whom=tuple([entry and entry.of_whom for entry in indicators]),
        when=tuple([entry and entry.when for entry in indicators]),
        instrument=tuple([entry and entry.instrument for entry in indicators]),
        people=tuple(people),
        smallest_effect=tuple([None if n is None else detectable_effect(n).d_z for n in people]),
        n=tuple([0 if change is None else change.n for change in made]),
        mean_change=tuple([None if change is None else change.mean_change for change in made]),
        interval_low=tuple([None if change is None else change.interval_low for change in made]),
        interval_high=tuple([None if change is None else change.interval_high for change in made]),
        changes=tuple(changes.values()),
        change_of=tuple(changes),
        caveats=tuple(caveats),
    )

"""What a cycle claims and what its measurements can say to that."""

from collections.abc import Iterator, Mapping, Sequence
from typing import final

import attrs

from ..caveats import Caveat
from ..cycle import Claim, Cycle, Indicator, Level
from ..cycle.progress import refuse_strangers
from ..model import Community
from ..results import ROW, RowResult
from ._findings import Finding, finding_of
from .detectable import detectable_effect
from .paired_results import PairedChange

__all__ = ["Evaluation", "evaluate"]

_NOT_ESTIMABLE = "not estimable"


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
    level : tuple of str
        How far the claim reaches (Kirkpatrick), or of what the indicator speaks; None where nobody
        said. Only an indicator of this level, or of one above, can show the claim.
    verdict : tuple of str
        ``"not estimable"``; ``"open"`` where the interval of the change holds both directions;
        ``"supported"`` where it lies whole on the better side; ``"contradicted"`` where it lies
        whole on the worse one. For an indicator, better and worse instead of the last two.
    reasons : tuple of tuple of str
        Codes of `abcd.caveats` that say why, the decisive one first, and which values were not
        used.
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
    incomplete : tuple of tuple of str
        Ids of the people who have values for some facets only in a wave; these are not used.
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
    level: tuple[str | None, ...] = attrs.field(metadata=ROW)
    verdict: tuple[str, ...] = attrs.field(metadata=ROW)
    reasons: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    indicator: tuple[str | None, ...] = attrs.field(metadata=ROW)
    measured: tuple[str | None, ...] = attrs.field(metadata=ROW)
    facets: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    of_whom: tuple[str | None, ...] = attrs.field(metadata=ROW)
    when: tuple[str | None, ...] = attrs.field(metadata=ROW)
    instrument: tuple[str | None, ...] = attrs.field(metadata=ROW)
    people: tuple[int | None, ...] = attrs.field(metadata=ROW)
    incomplete: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
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
    *Which scores.* Of each person, the value without facet; where no value lacks a facet, the mean
    of all facets of the indicator, of people who have every one of them (the others are listed in
    `incomplete`). Where some people have the one and others only the other, nothing is compared.
    Whoever was measured in one wave only stays out and is listed in the change
    (`abcd.impact.paired_change`). A person measured twice in one wave makes the indicator not
    estimable: nobody can know which value holds. So does a value beyond the minimum or maximum of
    the indicator, as far as they are stated; the gain is added where both are.

    *Verdict.* It follows from the 95 % interval. One pair, or the same change of everybody, gives
    no interval and so no verdict, whatever the mean is.

    *Level.* A claim that reaches above the level of its indicator (Kirkpatrick) is not estimable
    by it, whatever was measured: what people know after a training says nothing of their income.

    *Values that can not be used.* Whether or not others can be compared, values without wave or in
    other waves than ``"before"`` and ``"after"``, values of whole groups, of facets that are
    missing or that the indicator does not have, and of people whom the community does not have
    are named among the reasons, after what holds for the change.

    *How many people.* Where `of_whom` of the indicator is the id of an organization, its members
    whose membership has no end (there is no clock here, so that any `until` counts as an end);
    where it is the community's own id, the people listed there. None, with a reason, where nobody
    is listed, or where it is the id of something else. Where it is no id, or nobody said, the
    people who were measured.

    References
    ----------
    Kirkpatrick, D. L. & Kirkpatrick, J. D. (2006). Evaluating Training Programs, 3rd edition,
    chapter 3.

    Examples
    --------
    An invented claim about which nobody has collected data:

    >>> from abcd.cycle import FIVE_D, Measurement
    >>> from abcd.model import Organization, Person
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

    Two (invented) members tell what they earned, in thousands of rupiah; a third value is of
    somebody whom the community does not have. Two people give a wide interval:

    >>> community = community.add(Person("m1", "Ani"), Person("m2", "Budi"))
    >>> told = {"before": {"m1": 0, "m2": 50}, "after": {"m1": 40, "m2": 75, "m9": 900}}
    >>> cycle = cycle.add(
    ...     *[
    ...         Measurement("income", value, wave=wave, person=person)
    ...         for wave, values in told.items()
    ...         for person, value in values.items()
    ...     ]
    ... )
    >>> row = evaluate(cycle, community)["Members earn more"]
    >>> row["verdict"], row["n"], row["mean_change"], round(row["interval_low"])
    ('open', 2, 32.5, -63)
    >>> row["reasons"][-2:]
    ('unknown-people', 'nobody-listed')
    """
    refuse_strangers(cycle, community)
    indicators = {indicator.id: indicator for indicator in cycle.indicators}
    found = {
        indicator.id: finding_of(indicator, cycle.measurements, community)
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
    evaluation = _assembled(rows, changes)
    return attrs.evolve(evaluation, caveats=tuple(_caveats(evaluation, found)))


@attrs.frozen(kw_only=True)
class _Row:
    statement: str
    kind: str
    level: Level | None
    verdict: str
    reasons: tuple[str, ...]
    indicator: Indicator | None
    finding: Finding | None


def _of_claim(
    claim: Claim, indicators: Mapping[str, Indicator], found: Mapping[str, Finding]
) -> _Row:
    indicator = finding = None
    verdict, reasons = _NOT_ESTIMABLE, ("no-indicator", *_unsaid(None))
    if claim.indicator is not None:
        indicator, finding = indicators[claim.indicator], found[claim.indicator]
        verdict, reasons = _verdict(indicator, finding)
        if _reaches_above(claim, indicator):
            verdict, reasons = _NOT_ESTIMABLE, ("above-level", *reasons)
    words = {"better": "supported", "worse": "contradicted"}
    return _Row(
        statement=claim.text,
        kind="claim",
        level=claim.level,
        verdict=words.get(verdict, verdict),
        reasons=reasons,
        indicator=indicator,
        finding=finding,
    )


def _reaches_above(claim: Claim, indicator: Indicator) -> bool:
    if claim.level is None or indicator.level is None:
        return False
    return claim.level.is_above(indicator.level)


def _of_indicator(indicator: Indicator, finding: Finding) -> _Row:
    verdict, reasons = _verdict(indicator, finding)
    return _Row(
        statement=indicator.name,
        kind="indicator",
        level=indicator.level,
        verdict=verdict,
        reasons=reasons,
        indicator=indicator,
        finding=finding,
    )


def _verdict(indicator: Indicator, finding: Finding) -> tuple[str, tuple[str, ...]]:
    change = finding.change
    if change is None:
        return _NOT_ESTIMABLE, (*finding.reasons, *_unsaid(indicator))
    codes = [caveat.code for caveat in change.caveats]
    low, high = change.interval_low, change.interval_high
    if low is None or high is None:
        # What took the interval away decides: one pair, or no spread.
        decisive = [
            caveat.code
            for caveat in change.caveats
            if "interval_low" in caveat.data.get("fields", ())
        ]
        first = dict.fromkeys([*decisive, *codes])
        return _NOT_ESTIMABLE, (*first, *finding.reasons, *_unsaid(indicator))
    reasons = (*codes, *finding.reasons)
    if low <= 0 <= high:
        return "open", reasons
    return ("better" if (low > 0) == (indicator.direction == "up") else "worse"), reasons


def _unsaid(indicator: Indicator | None) -> Iterator[str]:
    """Yield what nobody has said about how it is to be measured."""
    if indicator is None or indicator.instrument is None:
        yield "no-instrument"
    if indicator is None or indicator.of_whom is None:
        yield "no-one-named"
    if indicator is None or indicator.when is None:
        yield "no-moments"


def _assembled(rows: Sequence[_Row], changes: Mapping[str, PairedChange]) -> Evaluation:
    indicators = [row.indicator for row in rows]
    found = [row.finding for row in rows]
    people = [None if finding is None else finding.people for finding in found]
    made = [None if finding is None else finding.change for finding in found]
    return Evaluation(
        statements=tuple([row.statement for row in rows]),
        kind=tuple([row.kind for row in rows]),
        level=tuple([row.level and row.level.value for row in rows]),
        verdict=tuple([row.verdict for row in rows]),
        reasons=tuple([row.reasons for row in rows]),
        indicator=tuple([entry and entry.id for entry in indicators]),
        measured=tuple([entry and entry.name for entry in indicators]),
        facets=tuple([() if entry is None else entry.facets for entry in indicators]),
        of_whom=tuple([entry and entry.of_whom for entry in indicators]),
        when=tuple([entry and entry.when for entry in indicators]),
        instrument=tuple([entry and entry.instrument for entry in indicators]),
        people=tuple(people),
        incomplete=tuple([() if finding is None else finding.incomplete for finding in found]),
        smallest_effect=tuple([None if n is None else detectable_effect(n).d_z for n in people]),
        n=tuple([0 if change is None else change.n for change in made]),
        mean_change=tuple([None if change is None else change.mean_change for change in made]),
        interval_low=tuple([None if change is None else change.interval_low for change in made]),
        interval_high=tuple([None if change is None else change.interval_high for change in made]),
        changes=tuple(changes.values()),
        change_of=tuple(changes),
    )


def _caveats(evaluation: Evaluation, found: Mapping[str, Finding]) -> Iterator[Caveat]:
    if evaluation.changes:
        yield Caveat("no-comparison-group")
    total = len(evaluation.statements)
    thin = evaluation.verdict.count(_NOT_ESTIMABLE)
    if thin:
        # A claim above the level of its indicator is not estimable, whatever numbers there are.
        numbers = ("mean_change", "interval_low", "interval_high")
        fields = [name for name in numbers if None in getattr(evaluation, name)]
        yield Caveat("claims-not-estimable", {"count": thin, "total": total, "fields": fields})
    uncounted = sum(
        people is None and indicator is not None
        for people, indicator in zip(evaluation.people, evaluation.indicator, strict=True)
    )
    if uncounted:
        data = {"count": uncounted, "total": total, "fields": ["people", "smallest_effect"]}
        yield Caveat("people-not-known", data)
    if 1 in evaluation.people:
        yield Caveat("effect-needs-two-pairs", {"fields": ["smallest_effect"]})
    for id, finding in found.items():
        if finding.refused:
            first = {"indicator": id, "fault": str(finding.refused[0])}
            yield Caveat("scores-refused-first", {"count": len(finding.refused), **first})

"""What a cycle claims and what its measurements can say to that."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from ..caveats import Caveat
from ..cycle import Claim, Cycle, Indicator, Level
from ..cycle.progress import refuse_strangers
from ..model import Community
from ._evidence import evidence_of, stories_about
from ._findings import Finding, finding_of
from .achievement import Achievement
from .achievements import way_of
from .detectable import detectable_effect
from .evaluation_results import Evaluation

__all__ = ["evaluate"]

_NOT_ESTIMABLE, _SUPPORTED = "not estimable", "supported"


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

    *Verdict.* It follows from the 95 % interval, and stays open where the exact test (sign changes;
    with a comparison, exchanged groups) does not reach .05 too: below six people who changed it
    can not, whatever happened. One pair, or the same change of everybody, gives
    no interval and so no verdict, whatever the mean is.

    *Comparison.* Where `of_whom` is the `group` of some of the people measured, the change is
    theirs; people of other groups are no part of it. Where these were measured before and after
    too, the difference in differences is given, and the verdict follows from its interval: it rests
    on parallel trends. A comparison without interval (one person) decides nothing.

    *Invented values.* Numbers and verdict are shown as computed, with the reason and the caveat
    ``"invented-values"``; they are no evidence: of an indicator with invented values neither
    ``"before and after"`` nor ``"compared"`` is claimed, and a level only by values that are not
    invented.

    *Stories.* They are the weakest evidence and change no verdict. Invented ones count nowhere.

    *Target.* Whether a target is reached changes no verdict: it says nothing of why.

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
    known = {
        indicator.id: _Known(
            indicator,
            finding_of(indicator, cycle.measurements, community),
            stories_about(indicator, community),
            way_of(indicator, cycle),
        )
        for indicator in cycle.indicators
    }
    claimed = {claim.indicator for claim in cycle.claims}
    rows = [_of_claim(claim, known) for claim in cycle.claims]
    rows += [_of_indicator(entry) for id, entry in known.items() if id not in claimed]
    evaluation = _assembled(rows, known)
    return attrs.evolve(evaluation, caveats=tuple(_caveats(evaluation, known)))


@attrs.frozen
class _Known:
    """One indicator, and everything that is known of it."""

    indicator: Indicator
    finding: Finding
    stories: int
    way: Achievement

    @property
    def evidence(self) -> str:
        """The strongest evidence there is."""
        finding = self.finding
        return evidence_of(
            compared=finding.comparison is not None and not finding.invented,
            changed=finding.change is not None and not finding.invented,
            values=finding.has_real_values,
            stories=self.stories,
        )

    @property
    def measured_level(self) -> Level | None:
        """Of what its values speak; None where there are none that are not invented."""
        return self.indicator.level if self.finding.has_real_values else None


@attrs.frozen(kw_only=True)
class _Row:
    statement: str
    kind: str
    level: Level | None
    verdict: str
    reasons: tuple[str, ...]
    known: _Known | None


def _of_claim(claim: Claim, known: Mapping[str, _Known]) -> _Row:
    about = None
    verdict, reasons = _NOT_ESTIMABLE, ("no-indicator", *_unsaid(None))
    if claim.indicator is not None:
        about = known[claim.indicator]
        verdict, reasons = _verdict(about.indicator, about.finding)
        if _reaches_above(claim, about.indicator):
            verdict, reasons = _NOT_ESTIMABLE, ("above-level", *reasons)
    words = {"better": _SUPPORTED, "worse": "contradicted"}
    return _Row(
        statement=claim.text,
        kind="claim",
        level=claim.level,
        verdict=words.get(verdict, verdict),
        reasons=reasons,
        known=about,
    )


def _reaches_above(claim: Claim, indicator: Indicator) -> bool:
    if claim.level is None or indicator.level is None:
        return False
    return claim.level.is_above(indicator.level)


def _of_indicator(known: _Known) -> _Row:
    verdict, reasons = _verdict(known.indicator, known.finding)
    return _Row(
        statement=known.indicator.name,
        kind="indicator",
        level=known.indicator.level,
        verdict=verdict,
        reasons=reasons,
        known=known,
    )


def _verdict(indicator: Indicator, finding: Finding) -> tuple[str, tuple[str, ...]]:
    change = finding.change
    if change is None:
        return _NOT_ESTIMABLE, (*finding.reasons, *_unsaid(indicator))
    codes = [caveat.code for caveat in change.caveats]
    low, high = change.interval_low, change.interval_high
    if finding.comparison is not None:
        # What the others changed by would have come anyway.
        low, high = finding.comparison.interval_low, finding.comparison.interval_high
        codes = [code for code in codes if code != "no-comparison-group"]
        codes += [caveat.code for caveat in finding.comparison.caveats]
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
    if not _exact_agrees(finding):
        return "open", ("exact-test-open", *reasons)
    return ("better" if (low > 0) == (indicator.direction == "up") else "worse"), reasons


def _exact_agrees(finding: Finding) -> bool:
    """Whether the test that needs no normal distribution reaches the level of the interval."""
    change, beside = finding.change, finding.comparison
    result = change if beside is None else beside
    p = beside.permutation_p if beside is not None else change and change.sign_flip_p
    return result is not None and p is not None and p <= round(1 - result.confidence, 12)


def _unsaid(indicator: Indicator | None) -> Iterator[str]:
    """Yield what nobody has said about how it is to be measured."""
    if indicator is None or indicator.instrument is None:
        yield "no-instrument"
    if indicator is None or indicator.of_whom is None:
        yield "no-one-named"
    if indicator is None or indicator.when is None:
        yield "no-moments"


def _assembled(rows: Sequence[_Row], known: Mapping[str, _Known]) -> Evaluation:
    about = [row.known for row in rows]
    indicators = [None if entry is None else entry.indicator for entry in about]
    found = [None if entry is None else entry.finding for entry in about]
    people = [None if finding is None else finding.people for finding in found]
    made = [None if finding is None else finding.change for finding in found]
    beside = [None if finding is None else finding.comparison for finding in found]
    ways = [None if entry is None else entry.way for entry in about]
    changes = {id: change for id, entry in known.items() if (change := entry.finding.change)}
    claims = [row for row in rows if row.kind == "claim"]
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
        evidence=tuple(["none" if entry is None else entry.evidence for entry in about]),
        measured_level=tuple(
            [_word(None if entry is None else entry.measured_level) for entry in about]
        ),
        stories=tuple([0 if entry is None else entry.stories for entry in about]),
        comparison=tuple([None if both is None else both.difference for both in beside]),
        comparison_low=tuple([None if both is None else both.interval_low for both in beside]),
        comparison_high=tuple([None if both is None else both.interval_high for both in beside]),
        n_comparison=tuple([(both and both.n_control_after) or 0 for both in beside]),
        actual=tuple([None if way is None else way.actual for way in ways]),
        baseline=tuple([None if way is None else way.baseline for way in ways]),
        target=tuple([None if way is None else way.target for way in ways]),
        achieved=tuple([None if way is None else way.achieved for way in ways]),
        reached=tuple([None if way is None else way.reached for way in ways]),
        changes=tuple(changes.values()),
        change_of=tuple(changes),
        unsupported=tuple([row.statement for row in claims if row.verdict != _SUPPORTED]),
        highest_claimed=_word(_highest(row.level for row in claims)),
        highest_measured=_word(_highest(entry.measured_level for entry in known.values())),
    )


def _word(level: Level | None) -> str | None:
    return None if level is None else level.value


def _highest(levels: Iterable[Level | None]) -> Level | None:
    stated = {level for level in levels if level is not None}
    return next((level for level in reversed(Level) if level in stated), None)


def _of_design(evaluation: Evaluation, known: Mapping[str, _Known]) -> Iterator[Caveat]:
    """Yield what holds for the plan as a whole: places, people, levels, number of verdicts."""
    compared = sum(entry.finding.comparison is not None for entry in known.values())
    if compared:
        yield Caveat("compared-person-by-person", {"count": compared})
    for id, entry in known.items():
        change, people = entry.finding.change, entry.finding.people
        if change is not None and people is not None and change.n < people:
            counts = {"count": people - change.n, "total": people}
            yield Caveat("listed-not-measured", {"indicator": id, **counts})
    judged = len(evaluation.change_of)
    if judged > 1:
        yield Caveat("several-verdicts", {"count": judged})
    rows = zip(evaluation.kind, evaluation.level, evaluation.n, strict=True)
    unsaid = sum(kind == "claim" and level is None and n > 0 for kind, level, n in rows)
    if unsaid:
        yield Caveat("claims-without-level", {"count": unsaid})


def _caveats(evaluation: Evaluation, known: Mapping[str, _Known]) -> Iterator[Caveat]:
    findings = [entry.finding for entry in known.values() if entry.finding.change is not None]
    if any(finding.comparison is None for finding in findings):
        fields = ["comparison", "comparison_low", "comparison_high"]
        yield Caveat("no-comparison-group", {"fields": fields})
    yield from _of_design(evaluation, known)
    invented = sum(entry.finding.invented for entry in known.values())
    if invented:
        values = sum(entry.finding.values for entry in known.values())
        yield Caveat("invented-values", {"count": invented, "total": values})
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
    aimed = [entry.way for entry in known.values() if entry.indicator.target is not None]
    open_ways = [way for way in aimed if way.achieved is None]
    if open_ways:
        data = {"count": len(open_ways), "total": len(aimed), "fields": ["achieved"]}
        yield Caveat("achievements-not-estimable", data)
    for id, entry in known.items():
        refused = entry.finding.refused
        if refused:
            first = {"indicator": id, "fault": str(refused[0])}
            yield Caveat("scores-refused-first", {"count": len(refused), **first})
    claimed, measured = evaluation.highest_claimed, evaluation.highest_measured
    if claimed is not None and measured is not None and Level(claimed).is_above(Level(measured)):
        levels = {"claimed_level": claimed, "measured_level": measured}
        yield Caveat("claimed-above-measured", levels)

"""What a chain of results stands on: what is measured, assumed, claimed and never looked at."""

from collections.abc import Iterator, Mapping, Sequence
from typing import final

import attrs
import networkx as nx

from ..caveats import Caveat
from ..cycle import Cycle, Indicator, Level
from ..cycle.progress import refuse_strangers
from ..errors import Fault, InvalidValueError, hidden
from ..model import Community
from ..results import ROW, RowResult
from ._evidence import best
from .chain import STAGES, ResultsChain
from .chain_parts import Effect, Holding
from .evaluation import evaluate
from .evaluation_results import Evaluation

__all__ = ["ChainReview", "review_chain"]

# What is done comes first; what is hoped for has to be shown.
_DONE = STAGES[:3]
_HOPED = STAGES[3:]
# From which evidence on something was measured at all.
_MEASURED = ("measured", "before and after", "compared")


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class ChainReview(RowResult):
    """What `review_chain` answers: a row for each step, stage by stage.

    Attributes
    ----------
    steps, stages, texts : tuple of str
        Ids, the stages in which they stand, and what they are.
    indicators : tuple of tuple of str
        Ids of their indicators, as far as the cycle has them.
    level : tuple of str
        The highest level (Kirkpatrick) of these; None where there are none or nobody said.
    evidence : tuple of str
        The strongest evidence of these, as in `Evaluation`.
    verdicts : tuple of tuple of str
        What the change of each indicator says: better, worse, open, or not estimable.
    claims : tuple of int
        How many claims name one of these.
    unmeasured : tuple of bool
        Whether it is said why it has no indicator.
    follows_from, leads_to : tuple of tuple of str
        Ids of the steps before and after.
    apart : tuple of str
        Steps without any link.
    without_end, without_cause : tuple of str
        Inputs, activities and outputs that reach no outcome; outcomes and impact that nothing done
        leads to. Steps apart are not repeated here.
    silent, not_measured : tuple of str
        Outcomes and impact without indicator and without a word why; with indicators of which there
        are no values.
    skipping : tuple of tuple of str
        Links that skip a stage.
    links, links_without_assumption : int
        How many links there are, and how many rest on nothing that was said.
    assumptions : int
        How many assumptions there are, on links and of the whole.
    not_looked_at, failed : tuple of str
        The assumptions that nobody looked at, and those that did not hold.
    unexpected_positive, unexpected_negative, unexpected_unclear : int
        What nobody expected.
    unknown_indicators : tuple of str
        Indicators that the chain names and the cycle does not have.
    missing_links : tuple of tuple of str
        `Indicator.leads_to` from one indicator to another where no way of the chain leads from a
        step of the first to a step of the second.
    claims_on_nothing, claims_outside : tuple of str
        Claims without indicator, values or stories; claims whose indicator is on no step.
    n : int
        How many steps there are.
    caveats : tuple of Caveat
        What is thin in the chain.
    """

    steps: tuple[str, ...] = attrs.field(metadata=ROW)
    stages: tuple[str, ...] = attrs.field(metadata=ROW)
    texts: tuple[str, ...] = attrs.field(metadata=ROW)
    indicators: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    level: tuple[str | None, ...] = attrs.field(metadata=ROW)
    evidence: tuple[str, ...] = attrs.field(metadata=ROW)
    verdicts: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    claims: tuple[int, ...] = attrs.field(metadata=ROW)
    unmeasured: tuple[bool, ...] = attrs.field(metadata=ROW)
    follows_from: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    leads_to: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    apart: tuple[str, ...]
    without_end: tuple[str, ...]
    without_cause: tuple[str, ...]
    silent: tuple[str, ...]
    not_measured: tuple[str, ...]
    skipping: tuple[tuple[str, str], ...]
    links: int
    links_without_assumption: int
    assumptions: int
    not_looked_at: tuple[str, ...]
    failed: tuple[str, ...]
    unexpected_positive: int
    unexpected_negative: int
    unexpected_unclear: int
    unknown_indicators: tuple[str, ...]
    missing_links: tuple[tuple[str, str], ...]
    claims_on_nothing: tuple[str, ...]
    claims_outside: tuple[str, ...]
    n: int
    caveats: tuple[Caveat, ...] = ()


def review_chain(chain: ResultsChain, cycle: Cycle, community: Community) -> ChainReview:
    """Tell what a chain of results stands on, step by step.

    Programs measure how many came and claim what the region earns. This lays what was measured
    beside what is believed: which steps have an indicator, of which level, with what evidence;
    which claims stand on nothing; which assumptions nobody ever looked at; what is linked to
    nothing.

    Parameters
    ----------
    chain : ResultsChain
        What the program believes.
    cycle : Cycle
        With its indicators, measurements and claims.
    community : Community
        The community that the cycle is about.

    Returns
    -------
    ChainReview
        One row a step, stage by stage.

    Raises
    ------
    InvalidValueError
        If `chain` is none, or cycle and community do not belong together.

    See Also
    --------
    evaluate : The verdicts on which this stands.

    Notes
    -----
    A thin chain is no wrong one, and a chain that is measured at every step is not proved by that:
    each link may have another cause. The level of a step is that of its highest indicator, its
    evidence that of the strongest; both stand beside each other and need not be of the same one.

    Edge cases. An empty chain: no rows. An indicator on several steps counts for each. A step with
    indicators that the cycle does not have counts as one without, except that it is not silent.

    References
    ----------
    Mayne, J. (2012). Contribution analysis: Coming of age? Evaluation 18, 270-280.

    Examples
    --------
    An invented training, with the claim that is made most often:

    >>> from abcd.cycle import FIVE_D, Claim
    >>> from abcd.impact import ChainLink, ChainStep
    >>> cycle = Cycle(
    ...     FIVE_D,
    ...     community="rt3",
    ...     indicators=[Indicator("skill", "Skill in editing", level="learning")],
    ...     claims=[Claim("The village earns more")],
    ... )
    >>> chain = ResultsChain(
    ...     activities=[ChainStep("training", "Three days of training")],
    ...     outcomes=[ChainStep("skill", "Members can edit", indicators=["skill"])],
    ...     impact=[ChainStep("income", "The village earns more")],
    ...     links=[ChainLink("training", "skill"), ChainLink("skill", "income")],
    ... )
    >>> review = review_chain(chain, cycle, Community("rt3", "RT 3"))
    >>> review["skill"]["evidence"], review["skill"]["level"]
    ('none', 'learning')
    >>> review.silent, review.not_measured, review.claims_on_nothing
    (('income',), ('skill',), ('The village earns more',))
    """
    if not isinstance(chain, ResultsChain):
        raise InvalidValueError(Fault("chain", hidden(chain), "a ResultsChain", "value"))
    refuse_strangers(cycle, community)
    # Without the claims there is one row for each indicator, with a verdict of its own.
    evaluation = evaluate(attrs.evolve(cycle, claims=()), community)
    review = _review(chain, cycle, evaluation, _graph(chain))
    return attrs.evolve(review, caveats=tuple(_caveats(review, len(cycle.claims))))


def _graph(chain: ResultsChain) -> "nx.DiGraph[str]":
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from([step.id for step in chain.steps])
    graph.add_edges_from([(link.source, link.target) for link in chain.links])
    return graph


def _review(
    chain: ResultsChain, cycle: Cycle, evaluation: Evaluation, graph: "nx.DiGraph[str]"
) -> ChainReview:
    steps = chain.steps
    stages = {step.id: stage for stage in STAGES for step in getattr(chain, stage)}
    indicators = {indicator.id: indicator for indicator in cycle.indicators}
    evidence = dict(zip(indicators, evaluation.evidence, strict=True))
    verdicts = dict(zip(indicators, evaluation.verdict, strict=True))
    held = [[id for id in step.indicators if id in indicators] for step in steps]
    reached = [best(evidence[id] for id in ids) for ids in held]
    apart = [step.id for step in steps if graph.degree(step.id) == 0]
    said = [*chain.assumptions, *[entry for link in chain.links for entry in link.assumptions]]
    on_steps = [id for step in steps for id in step.indicators]
    effects = [entry.effect for entry in chain.unexpected]
    claims = cycle.claims
    return ChainReview(
        steps=tuple(stages),
        stages=tuple(stages.values()),
        texts=tuple([step.text for step in steps]),
        indicators=tuple(map(tuple, held)),
        level=tuple([_level([indicators[id].level for id in ids]) for ids in held]),
        evidence=tuple(reached),
        verdicts=tuple([tuple([verdicts[id] for id in ids]) for ids in held]),
        claims=tuple(
            [sum(claim.indicator in step.indicators for claim in claims) for step in steps]
        ),
        unmeasured=tuple([step.unmeasured is not None for step in steps]),
        follows_from=tuple([tuple(graph.predecessors(step.id)) for step in steps]),
        leads_to=tuple([tuple(graph.successors(step.id)) for step in steps]),
        apart=tuple(apart),
        without_end=tuple(_unreached(graph, stages, apart, hoped=_HOPED)),
        without_cause=tuple(_unreached(graph.reverse(copy=False), stages, apart, hoped=_DONE)),
        silent=tuple(
            [
                step.id
                for step in steps
                if stages[step.id] in _HOPED and not step.indicators and step.unmeasured is None
            ]
        ),
        not_measured=tuple(
            [
                step.id
                for step, ids, level in zip(steps, held, reached, strict=True)
                if stages[step.id] in _HOPED and ids and level not in _MEASURED
            ]
        ),
        skipping=tuple(_skipping(chain, stages)),
        links=len(chain.links),
        links_without_assumption=sum(not link.assumptions for link in chain.links),
        assumptions=len(said),
        not_looked_at=tuple([entry.text for entry in said if entry.found is None]),
        failed=tuple([entry.text for entry in said if entry.found is Holding.FAILED]),
        unexpected_positive=effects.count(Effect.POSITIVE),
        unexpected_negative=effects.count(Effect.NEGATIVE),
        unexpected_unclear=effects.count(Effect.UNCLEAR),
        unknown_indicators=tuple(dict.fromkeys([id for id in on_steps if id not in indicators])),
        missing_links=tuple(_missing_links(chain, cycle.indicators, graph)),
        claims_on_nothing=tuple(
            [
                claim.text
                for claim in claims
                if claim.indicator is None or evidence[claim.indicator] == "none"
            ]
        ),
        claims_outside=tuple(
            [claim.text for claim in claims if claim.indicator not in (None, *on_steps)]
        ),
        n=len(steps),
    )


def _level(levels: Sequence[Level | None]) -> str | None:
    stated = {level for level in levels if level is not None}
    return next((level.value for level in reversed(Level) if level in stated), None)


def _unreached(
    graph: "nx.DiGraph[str]",
    stages: Mapping[str, str],
    apart: Sequence[str],
    *,
    hoped: Sequence[str],
) -> Iterator[str]:
    """Yield linked steps of other stages from which no step of these can be reached."""
    for id, stage in stages.items():
        if stage not in hoped and id not in apart:
            ahead = nx.descendants(graph, id)
            if not any(stages[other] in hoped for other in ahead):
                yield id


def _skipping(chain: ResultsChain, stages: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for link in chain.links:
        first, last = (STAGES.index(stages[id]) for id in (link.source, link.target))
        if last - first > 1:
            yield link.source, link.target


def _missing_links(
    chain: ResultsChain, indicators: Sequence[Indicator], graph: "nx.DiGraph[str]"
) -> Iterator[tuple[str, str]]:
    steps: dict[str, set[str]] = {}
    for step in chain.steps:
        for id in step.indicators:
            steps.setdefault(id, set()).add(step.id)
    for indicator in indicators:
        from_here = steps.get(indicator.id, set())
        # Two indicators of one step need no way between them.
        ahead = from_here.union(*[nx.descendants(graph, id) for id in from_here])
        for target in indicator.leads_to:
            if not ahead & steps.get(target, set()):
                yield indicator.id, target


def _caveats(review: ChainReview, claims: int) -> Iterator[Caveat]:
    for code, ids in (
        ("steps-apart", review.apart),
        ("steps-without-end", review.without_end),
        ("steps-without-cause", review.without_cause),
        ("steps-silent", review.silent),
        ("steps-not-measured", review.not_measured),
    ):
        if ids:
            yield Caveat(code, {"steps": ids})
    for code, pairs in (
        ("links-skip-stages", review.skipping),
        ("chain-links-missing", review.missing_links),
    ):
        if pairs:
            yield Caveat(code, {"links": [" > ".join(pair) for pair in pairs]})
    for code, count, total in (
        ("links-without-assumption", review.links_without_assumption, review.links),
        ("assumptions-not-looked-at", len(review.not_looked_at), review.assumptions),
        ("assumptions-failed", len(review.failed), review.assumptions),
        ("claims-on-nothing", len(review.claims_on_nothing), claims),
    ):
        if count:
            yield Caveat(code, {"count": count, "total": total})
    if review.unknown_indicators:
        yield Caveat("chain-indicators-unknown", {"indicators": review.unknown_indicators})
    if not (review.unexpected_positive + review.unexpected_negative + review.unexpected_unclear):
        yield Caveat("nothing-unexpected")

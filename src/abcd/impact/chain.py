"""The chain of results: what a program puts in, does and hopes for, and on what that rests."""

import html
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, final

import attrs

from ..errors import Fault, IntegrityError
from ..fields import Checked, as_tuple, gather_rules, instances, settle
from ._chain_faults import faults_of_chain
from .chain_parts import (
    ASSUMPTIONS,
    Assumption,
    ChainLink,
    ChainStep,
    UnexpectedResult,
    to_assumptions,
)

__all__ = ["STAGES", "ResultsChain"]

STAGES = ("inputs", "activities", "outputs", "outcomes", "impact")
"""The stages of a chain in their order; each is a field of `ResultsChain`."""

_STEPS = instances(ChainStep).each()
_LINKS = instances(ChainLink).each()
_UNEXPECTED = instances(UnexpectedResult).each()


def _to_steps(value: Iterable[ChainStep]) -> tuple[ChainStep, ...]:
    return as_tuple(value)


def _to_links(value: Iterable[ChainLink]) -> tuple[ChainLink, ...]:
    return as_tuple(value)


def _to_unexpected(value: Iterable[UnexpectedResult]) -> tuple[UnexpectedResult, ...]:
    return as_tuple(value)


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class ResultsChain(Checked):
    """What a program believes: from what is put in to what is hoped for, and why.

    A chain can not be broken: ids are unique, links lead from a step to another one of the same
    stage or a later one, and nothing leads back to itself. What is thin in it, such as an outcome
    that nobody measures, is no fault; `review_chain` reports it.

    Parameters
    ----------
    inputs, activities, outputs, outcomes, impact : list of ChainStep, optional
        The steps by stage.
    links : list of ChainLink, optional
        Which step leads to which. Within one stage too: skill leads to performance, and both are
        outcomes.
    assumptions : list of Assumption, optional
        What must hold for all of it.
    unexpected : list of UnexpectedResult, optional
        What nobody expected, good or bad.

    Raises
    ------
    InvalidValueError
        If a field can not take its value.
    IntegrityError
        If steps and links do not fit together: an id that is used twice, a link that leads nowhere,
        backward, to its own step or round in a circle, a link that is there twice. All are listed.

    See Also
    --------
    review_chain : Which steps are measured, which claims stand on nothing, what nobody looked at.

    Notes
    -----
    `Indicator.leads_to` is the short form, between indicators only, and stays as it is. A chain is
    the whole; it names indicators by id and belongs to no cycle. `review_chain` says which of the
    short links the chain does not bear.

    References
    ----------
    OECD (2002). Glossary of Key Terms in Evaluation and Results Based Management: results chain.

    Weiss, C. H. (1995). Nothing as practical as good theory. In New Approaches to Evaluating
    Community Initiatives, ed. Connell et al., Aspen Institute: assumptions between the steps.

    Examples
    --------
    The chain behind many trainings, in invented words:

    >>> chain = ResultsChain(
    ...     activities=[ChainStep("training", "Three days of training")],
    ...     outcomes=[
    ...         ChainStep("skill", "Members can edit", indicators=["skill"]),
    ...         ChainStep("success", "Their videos are watched"),
    ...     ],
    ...     impact=[ChainStep("income", "The village earns more", unmeasured="no records")],
    ...     links=[
    ...         ChainLink("training", "skill"),
    ...         ChainLink("skill", "success", assumptions=[Assumption("there is signal")]),
    ...         ChainLink("success", "income"),
    ...     ],
    ...     unexpected=[UnexpectedResult("Neighbors buy from outside brands", "negative")],
    ... )
    >>> chain
    <ResultsChain: 1 activity, 2 outcomes, 1 impact, 3 links, 1 unexpected result>
    >>> chain.stage_of("success")
    'outcomes'

    All faults come at once:

    >>> ResultsChain(
    ...     outcomes=[ChainStep("a", "A")],
    ...     activities=[ChainStep("b", "B")],
    ...     links=[ChainLink("a", "b"), ChainLink("a", "c")],
    ... )
    Traceback (most recent call last):
    ...
    abcd.errors.IntegrityError: 2 faults
      links[1].target: found 'c'; accepted: the id of a step: 'b' or 'a'
      links[0].target: found 'b' of activities; accepted: a step of outcomes or impact
    """

    inputs: tuple[ChainStep, ...] = attrs.field(
        default=(), converter=_to_steps, validator=_STEPS, kw_only=True
    )
    activities: tuple[ChainStep, ...] = attrs.field(
        default=(), converter=_to_steps, validator=_STEPS, kw_only=True
    )
    outputs: tuple[ChainStep, ...] = attrs.field(
        default=(), converter=_to_steps, validator=_STEPS, kw_only=True
    )
    outcomes: tuple[ChainStep, ...] = attrs.field(
        default=(), converter=_to_steps, validator=_STEPS, kw_only=True
    )
    impact: tuple[ChainStep, ...] = attrs.field(
        default=(), converter=_to_steps, validator=_STEPS, kw_only=True
    )
    links: tuple[ChainLink, ...] = attrs.field(
        default=(), converter=_to_links, validator=_LINKS, kw_only=True
    )
    assumptions: tuple[Assumption, ...] = attrs.field(
        default=(), converter=to_assumptions, validator=ASSUMPTIONS, kw_only=True
    )
    unexpected: tuple[UnexpectedResult, ...] = attrs.field(
        default=(), converter=_to_unexpected, validator=_UNEXPECTED, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        settle(self)
        names = (*STAGES, "links", "unexpected")
        faults = list(self._faults_between({name: getattr(self, name) for name in names}))
        if faults:
            raise IntegrityError(*faults) from None

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        return faults_of_chain(values, STAGES)

    @property
    def steps(self) -> tuple[ChainStep, ...]:
        """All steps, stage by stage."""
        return tuple([step for stage in STAGES for step in getattr(self, stage)])

    def stage_of(self, id: str) -> str | None:
        """Return the stage of a step, None where there is no such step."""
        found = (stage for stage in STAGES for step in getattr(self, stage) if step.id == id)
        return next(found, None)

    def __repr__(self) -> str:
        inside = ", ".join(_counts(self)) or "empty"
        return f"<ResultsChain: {inside}>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><th style='text-align:left'>{html.escape(stage)}</th>"
            f"<td style='text-align:left'>{html.escape(step.text)}</td>"
            f"<td style='text-align:left'>{html.escape(_next_of(self, step.id))}</td></tr>"
            for stage in STAGES
            for step in getattr(self, stage)
        )
        head = "<tr><th>stage</th><th>step</th><th>leads to</th></tr>"
        return f"<div><strong>ResultsChain</strong><table>{head}{rows}</table></div>"


_NOUNS = {
    "inputs": ("input", "inputs"),
    "activities": ("activity", "activities"),
    "outputs": ("output", "outputs"),
    "outcomes": ("outcome", "outcomes"),
    "impact": ("impact", "impacts"),
    "links": ("link", "links"),
    "assumptions": ("assumption", "assumptions"),
    "unexpected": ("unexpected result", "unexpected results"),
}


def _counts(chain: ResultsChain) -> Iterator[str]:
    for name, (one, many) in _NOUNS.items():
        count = len(getattr(chain, name))
        if count:
            yield f"{count:,} {one if count == 1 else many}"


def _next_of(chain: ResultsChain, id: str) -> str:
    return ", ".join([link.target for link in chain.links if link.source == id])

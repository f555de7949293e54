"""Stories of change, and who chose them as significant."""

import datetime
from collections.abc import Iterable
from typing import final

import attrs

from ..fields import (
    CODE_OR_NONE,
    DATE_OR_NONE,
    ID_OR_NONE,
    TEXT,
    TEXT_OR_NONE,
    Checked,
    as_tuple,
    gather_rules,
    instances,
    to_date,
)
from .evidence import EVIDENCE, Evidence, to_evidence

__all__ = ["Selection", "Story"]


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Selection(Checked):
    """That a group chose a story as significant, and why.

    Parameters
    ----------
    by : str
        Who chose: a meeting, a group, a level of the selection.
    why : str, optional
        The reason that they gave.
    on : date or ISO text, optional
        When they chose.

    Examples
    --------
    >>> Selection("women's group", "because nobody had to leave the village").by
    "women's group"
    """

    by: str = attrs.field(validator=TEXT)
    why: str | None = attrs.field(default=None, validator=TEXT_OR_NONE)
    on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )


_SELECTIONS = instances(Selection).each()


def _to_selections(value: Iterable[Selection]) -> tuple[Selection, ...]:
    return as_tuple(value)


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Story(Checked):
    """A story of change in somebody's own words: counted and selected, never scored.

    Parameters
    ----------
    text : str
        The story.
    teller : str, optional
        Id of the person who told it.
    on : date or ISO text, optional
        When it was told.
    domain : str, optional
        The domain of change, such as ``"income"`` (open).
    evidence : list of Evidence, optional
        Where this comes from.
    selections : list of Selection, optional
        Who chose it, and why.

    References
    ----------
    Davies, R. & Dart, J. (2005). The 'Most Significant Change' (MSC) Technique.

    Examples
    --------
    >>> Story("Now we film together.", domain="togetherness").selections
    ()
    """

    text: str = attrs.field(validator=TEXT)
    teller: str | None = attrs.field(default=None, validator=ID_OR_NONE, kw_only=True)
    on: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    domain: str | None = attrs.field(default=None, validator=CODE_OR_NONE, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )
    selections: tuple[Selection, ...] = attrs.field(
        default=(), converter=_to_selections, validator=_SELECTIONS, kw_only=True
    )

"""Ties between any two entities."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, final

import attrs

from ..errors import Fault
from ..fields import (
    CODE_OR_NONE,
    DATE_OR_NONE,
    FLAG,
    ID,
    ID_OR_NONE,
    POSITIVE,
    Checked,
    gather_rules,
    settle,
    to_date,
)
from .evidence import EVIDENCE, Evidence, to_evidence
from .spans import faults_of_span

__all__ = ["Tie"]


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Tie(Checked):
    """That two entities are connected: people, organizations, assets or places.

    Parameters
    ----------
    source, target : str
        Ids of two different entities.
    kind : str, optional
        What connects them: ``"films with"``, ``"lends to"`` (open). Kinds are never pooled in
        silence.
    strength : float
        Above 0; a larger number is a closer tie.
    directed : bool
        Whether the tie runs from source to target only.
    since, until : date or ISO text, optional
        The first and the last day.
    wave : str, optional
        The survey wave in which it was named.
    reported_by : str, optional
        Id of the person who named it.
    evidence : list of Evidence, optional
        Where this comes from.

    Examples
    --------
    >>> Tie("p1", "p2", kind="films with", strength=3).directed
    False
    """

    source: str = attrs.field(validator=ID)
    target: str = attrs.field(validator=ID)
    kind: str | None = attrs.field(default=None, validator=CODE_OR_NONE)
    strength: float = attrs.field(default=1.0, validator=POSITIVE, kw_only=True)
    directed: bool = attrs.field(default=False, validator=FLAG, kw_only=True)
    since: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    until: datetime.date | None = attrs.field(
        default=None, converter=to_date, validator=DATE_OR_NONE, kw_only=True
    )
    wave: str | None = attrs.field(default=None, validator=CODE_OR_NONE, kw_only=True)
    reported_by: str | None = attrs.field(default=None, validator=ID_OR_NONE, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        settle(self)
        if self.since is not None and self.until is not None:
            Checked.__attrs_post_init__(self)

    _joined = ("since", "until")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        return faults_of_span(values)

"""What assets could do together."""

from collections.abc import Iterable
from typing import final

import attrs

from ..fields import IDS, TEXT, Checked, as_tuple, gather_rules, instances, to_codes
from ..model import Evidence
from ..model.evidence import EVIDENCE, to_evidence
from .definitions import WORD
from .plans import NEEDS, Need, to_needs

__all__ = ["Idea"]


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Idea(Checked):
    """What two or more assets, gifts or organizations could do together.

    Parameters
    ----------
    id : str
        Unique among the ideas of the cycle.
    text : str
        The idea.
    joins : list of str, optional
        Ids of the assets, people and organizations that it brings together.
    needs : list of Need, optional
        What it needs.
    invite : list of str, optional
        Ids of the people and organizations to invite.
    proposed_by : list of str, optional
        Ids of those whose idea it is.
    evidence : list of Evidence, optional
        Where this comes from.

    Examples
    --------
    >>> Idea("shop", "The creators film what the weavers make", joins=["rki", "weavers"]).joins
    ('rki', 'weavers')
    """

    id: str = attrs.field(validator=WORD)
    text: str = attrs.field(validator=TEXT)
    joins: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=IDS, kw_only=True
    )
    needs: tuple[Need, ...] = attrs.field(
        default=(), converter=to_needs, validator=NEEDS, kw_only=True
    )
    invite: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=IDS, kw_only=True
    )
    proposed_by: tuple[str, ...] = attrs.field(
        default=(), converter=to_codes, validator=IDS, kw_only=True
    )
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )


IDEAS = instances(Idea).each()


def to_ideas(value: Iterable[Idea]) -> tuple[Idea, ...]:
    """Store a list of ideas as a tuple."""
    return as_tuple(value)

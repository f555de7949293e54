"""The tag list that entities share."""

from collections.abc import Iterable

from ..fields import as_tuple, instances
from ..vocabulary import Tag

__all__ = ["TAGS", "to_tags"]

TAGS = instances(Tag).each()


def to_tags(value: Iterable[Tag]) -> tuple[Tag, ...]:
    """Store a list of tags as a tuple."""
    return value if type(value) is tuple else as_tuple(value)

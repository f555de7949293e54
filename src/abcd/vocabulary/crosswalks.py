"""Crosswalks between schemes of kinds: many to many, and open about what they lose."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, final

import attrs

from ..errors import Fault, InvalidValueError, shown
from ..fields import MAPPING, Checked, FrozenMapping, gather_rules, instances, to_mapping
from .schemes import AL_KAUTSARI_SEVEN, KRETZMANN_MCKNIGHT_SIX, SEED_FOUR, Scheme

__all__ = ["Crosswalk", "crosswalk"]

_SCHEME = instances(Scheme)


def _to_links(value: Mapping[str, Iterable[str]]) -> FrozenMapping:
    if not isinstance(value, Mapping):
        return value  # the rule refuses it and names the field
    # Sorted, each code once, and without codes that lead nowhere: equal links are equal.
    links = {key: _in_order(codes) for key, codes in value.items()}
    return to_mapping({key: codes for key, codes in links.items() if codes != []})


def _in_order(codes: object) -> object:
    if isinstance(codes, set | frozenset | list | tuple) and all(map(_is_text, codes)):
        return sorted(set(codes))
    return codes


def _is_text(value: object) -> bool:
    return isinstance(value, str)


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Crosswalk(Checked):
    """Which kinds of one scheme stand for which kinds of another.

    Kinds of two schemes hardly ever match one to one, so each code leads to a *set* of codes, and
    the crosswalk says where it loses: codes that lead nowhere (`lost`), and target codes in which
    several source codes fall together (`merged`).

    Parameters
    ----------
    source, target : Scheme
        The two schemes.
    links : mapping of str to collection of str
        For each code of the source, the codes of the target. A code that is left out is lost.

    Raises
    ------
    InvalidValueError
        If a field can not take its value, or links name codes that their schemes do not have;
        all faults at once.

    Examples
    --------
    >>> walk = crosswalk("al-kautsari-seven", "kretzmann-mcknight-six")
    >>> sorted(walk["social"])
    ['associations', 'individuals']
    >>> crosswalk("al-kautsari-seven", "seed-four").lost
    ('natural', 'cultural', 'spiritual')

    A community that sees it otherwise makes its own:

    >>> own = Crosswalk(walk.source, walk.target, {**walk.links, "natural": ["exchange"]})
    >>> sorted(own["natural"])
    ['exchange']
    """

    source: Scheme = attrs.field(validator=_SCHEME)
    target: Scheme = attrs.field(validator=_SCHEME)
    links: FrozenMapping = attrs.field(converter=_to_links, validator=MAPPING)

    _joined = ("source", "target", "links")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterator[Fault]:
        if len(values) == len(cls._joined):
            yield from _faults_of_links(**values)

    def __getitem__(self, code: str) -> frozenset[str]:
        """Return the codes that a code leads to; empty where it is lost or not in the scheme."""
        if not isinstance(code, str):
            return frozenset()
        return frozenset(self.links.get(code, ()))

    def __iter__(self) -> Iterator[str]:
        """Walk over the codes of the source, those that are lost too."""
        return iter(self.source.codes)

    @property
    def lost(self) -> tuple[str, ...]:
        """The source codes that lead nowhere, in the order of the source."""
        return tuple([code for code in self.source.codes if not self[code]])

    @property
    def merged(self) -> tuple[str, ...]:
        """The target codes in which several source codes fall together."""
        reached = [code for source in self.source.codes for code in self[source]]
        return tuple([code for code in self.target.codes if reached.count(code) > 1])

    @property
    def split(self) -> tuple[str, ...]:
        """The source codes that lead to more than one target code."""
        return tuple([code for code in self.source.codes if len(self[code]) > 1])

    @property
    def lossy(self) -> bool:
        """Whether one can not get back from the target to the source."""
        return bool(self.lost or self.merged or self.split)

    def inverse(self) -> "Crosswalk":
        """Return the same links read from the target to the source."""
        links = {
            target: [code for code in self.source.codes if target in self[code]]
            for target in self.target.codes
        }
        return Crosswalk(self.target, self.source, links)


def _faults_of_links(source: Scheme, target: Scheme, links: FrozenMapping) -> Iterator[Fault]:
    for code, targets in links.items():
        where = f"links[{shown(code)}]"
        if code not in source:
            yield Fault(where, shown(code), f"a code of {source.id!r}", "unknown-code")
        if type(targets) is not tuple:
            yield Fault(where, shown(targets), "a list of codes", "value")
            continue
        for unknown in [item for item in targets if item not in target]:
            yield Fault(where, shown(unknown), f"a code of {target.id!r}", "unknown-code")


# The founding case names four kinds; what else its own source counts has no place there.
_SEVEN_TO_FOUR = Crosswalk(AL_KAUTSARI_SEVEN, SEED_FOUR, {code: [code] for code in SEED_FOUR.codes})
_SEVEN_TO_SIX = Crosswalk(
    AL_KAUTSARI_SEVEN,
    KRETZMANN_MCKNIGHT_SIX,
    {
        "human": ["individuals"],
        "social": ["associations", "individuals"],
        "physical": ["place", "institutions"],
        "economic": ["exchange"],
        "natural": ["place"],
        "cultural": ["stories"],
        "spiritual": ["stories"],
    },
)
_FOUR_TO_SIX = Crosswalk(
    SEED_FOUR,
    KRETZMANN_MCKNIGHT_SIX,
    {code: _SEVEN_TO_SIX[code] for code in SEED_FOUR.codes},
)
_ITSELF = [
    Crosswalk(known, known, {code: [code] for code in known.codes})
    for known in (AL_KAUTSARI_SEVEN, SEED_FOUR, KRETZMANN_MCKNIGHT_SIX)
]
_SHIPPED = {
    (walk.source.id, walk.target.id): walk
    for forward in (_SEVEN_TO_FOUR, _SEVEN_TO_SIX, _FOUR_TO_SIX, *_ITSELF)
    for walk in (forward, forward.inverse())
}


def crosswalk(source: str, target: str) -> Crosswalk:
    """Return the shipped crosswalk between two schemes.

    Parameters
    ----------
    source, target : str
        Ids of shipped schemes (`abcd.vocabulary.schemes`). From a scheme to itself nothing is
        lost.

    Raises
    ------
    InvalidValueError
        If no crosswalk between the two is shipped; make one with `Crosswalk`.

    Notes
    -----
    The links follow the crosswalk table of the project's domain notes: Kretzmann & McKnight's six
    against the kinds of the founding case and of Al-Kautsari (2019). They are a proposal, since
    neither source gives one.

    Examples
    --------
    >>> crosswalk("seed-four", "kretzmann-mcknight-six").lossy
    True
    """
    walk = _SHIPPED.get((source, target)) if _is_text(source) and _is_text(target) else None
    if walk is None:
        pairs = ", ".join(f"{start} to {end}" for start, end in _SHIPPED)
        found = f"{shown(source)} to {shown(target)}"
        raise InvalidValueError(Fault("source, target", found, f"one of: {pairs}", "value"))
    return walk

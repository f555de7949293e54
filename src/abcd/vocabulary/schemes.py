"""Schemes of asset kinds: data, so that a scheme of one's own is a few lines."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, final

import attrs

from ..caveats.wording import LANGUAGES
from ..errors import Fault, shown
from ..fields import CODE, CODE_OR_NONE, Checked, as_tuple, gather_rules, instances, one_of
from .labels import Labels

__all__ = [
    "AL_KAUTSARI_SEVEN",
    "KRETZMANN_MCKNIGHT_SIX",
    "SEED_FOUR",
    "Category",
    "Scheme",
    "scheme",
    "schemes",
]

_LABELS = instances(Labels)


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Category(Checked):
    """One kind within a scheme.

    >>> Category("place", Labels("Place", id="Tempat")).labels.text("id")
    'Tempat'
    """

    code: str = attrs.field(validator=CODE)
    labels: Labels = attrs.field(validator=_LABELS)


_CATEGORIES = instances(Category).each()


def _to_categories(value: Iterable[Category]) -> tuple[Category, ...]:
    return as_tuple(value)


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Scheme(Checked):
    """A way to sort assets into kinds, with its source.

    Parameters
    ----------
    id : str
        A short name, such as ``"seed-four"``.
    categories : sequence of Category
        In the order in which tables show them; codes are unique.
    source : str, optional
        Where the scheme comes from.

    Raises
    ------
    InvalidValueError
        If fields can not take their values, or categories have the same code; all faults at once.

    Examples
    --------
    >>> own = Scheme("ours", [Category("river", Labels("River", id="Sungai"))])
    >>> "river" in own, own.codes
    (True, ('river',))
    """

    id: str = attrs.field(validator=CODE)
    categories: tuple[Category, ...] = attrs.field(converter=_to_categories, validator=_CATEGORIES)
    source: str | None = attrs.field(default=None, validator=CODE_OR_NONE, kw_only=True)

    _joined = ("categories",)

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterator[Fault]:
        seen: set[str] = set()
        for index, category in enumerate(values.get("categories", ())):
            if isinstance(category, Category) and category.code in seen:
                path = f"categories[{index}].code"
                accepted = "a code that the scheme does not have yet"
                yield Fault(path, shown(category.code), accepted, "duplicate-code")
            elif isinstance(category, Category):
                seen.add(category.code)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in the order of the scheme."""
        return tuple([category.code for category in self.categories])

    def __contains__(self, code: object) -> bool:
        return code in self.codes

    def label(self, code: str, language: str = "en") -> str:
        """Word a code of the scheme; a code that the scheme lacks comes back as it is.

        Raises
        ------
        InvalidValueError
            If the language is another one.
        """
        one_of("language", language, LANGUAGES)
        for category in self.categories:
            if category.code == code:
                return category.labels.text(language)
        return code


def _category(code: str, en: str, id: str) -> Category:
    return Category(code, Labels(en, id=id))


AL_KAUTSARI_SEVEN = Scheme(
    "al-kautsari-seven",
    [
        _category("human", "Human", "Manusia"),
        _category("social", "Social", "Sosial"),
        _category("physical", "Physical", "Fisik"),
        _category("economic", "Economic", "Ekonomi"),
        _category("natural", "Natural", "Alam"),
        _category("cultural", "Cultural", "Tradisi dan budaya"),
        _category("spiritual", "Spiritual", "Spiritual"),
    ],
    source="Al-Kautsari, M. M. (2019). Empower 4(2), 259",
)

SEED_FOUR = Scheme(
    "seed-four",
    AL_KAUTSARI_SEVEN.categories[:4],
    source="Abadi et al. (undated), UIN Prof. K.H. Saifuddin Zuhri Purwokerto, step a",
)

KRETZMANN_MCKNIGHT_SIX = Scheme(
    "kretzmann-mcknight-six",
    [
        _category("individuals", "Individuals", "Individu"),
        _category("associations", "Associations", "Perkumpulan warga"),
        _category("institutions", "Institutions", "Lembaga"),
        _category("place", "Place", "Tempat"),
        _category("exchange", "Exchange and economy", "Pertukaran dan ekonomi"),
        _category("stories", "Stories and culture", "Cerita dan budaya"),
    ],
    source="ABCD Institute, after Kretzmann, J. P. & McKnight, J. L. (1993). "
    "Building Communities from the Inside Out",
)

_SHIPPED = {
    shipped.id: shipped for shipped in (AL_KAUTSARI_SEVEN, SEED_FOUR, KRETZMANN_MCKNIGHT_SIX)
}


def schemes() -> tuple[str, ...]:
    """List the ids of the shipped schemes.

    >>> schemes()
    ('al-kautsari-seven', 'seed-four', 'kretzmann-mcknight-six')
    """
    return tuple(_SHIPPED)


def scheme(id: str) -> Scheme:
    """Return a shipped scheme by its id.

    Raises
    ------
    InvalidValueError
        If no shipped scheme has this id; the known ids are named.

    Examples
    --------
    >>> scheme("seed-four").codes
    ('human', 'social', 'physical', 'economic')
    """
    one_of("scheme", id, _SHIPPED)
    return _SHIPPED[id]

"""One caveat, and the lookup of its wording."""

from typing import final

import attrs

from ..fields import (
    EMPTY,
    MAPPING,
    Checked,
    FrozenMapping,
    Rule,
    gather_rules,
    one_of,
    to_code,
    to_mapping,
)
from .cycle import CYCLE
from .evaluation import EVALUATION
from .exchange import EXCHANGE
from .impact import IMPACT
from .indicators import INDICATORS
from .inventory import INVENTORY
from .network import NETWORK
from .potential import POTENTIAL
from .wording import LANGUAGES, Wording, fill

__all__ = ["Caveat", "codes", "message_template"]

# One table a room; a code stands in one table only, which a test holds.
_WORDINGS: dict[str, Wording] = {
    **CYCLE,
    **EVALUATION,
    **EXCHANGE,
    **INVENTORY,
    **IMPACT,
    **INDICATORS,
    **NETWORK,
    **POTENTIAL,
}

_KNOWN = Rule(
    lambda value: type(value) is str and value in _WORDINGS,
    "a documented code of abcd.caveats",
    convert=to_code,
)


def codes() -> tuple[str, ...]:
    """List every documented caveat code, sorted.

    >>> "no-comparison-group" in codes()
    True
    """
    return tuple(sorted(_WORDINGS))


def message_template(code: str, language: str = "en") -> str:
    """Return the wording of a code with its placeholders unfilled.

    Raises
    ------
    InvalidValueError
        If the code or the language is not documented; the nearest codes are named.
    """
    one_of("code", code, _WORDINGS)
    one_of("language", language, LANGUAGES)
    return getattr(_WORDINGS[code], language)  # type: ignore[no-any-return]  # a field of Wording


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Caveat(Checked):
    """Something that a result can not show, as data that programs can act on.

    Parameters
    ----------
    code : str
        A stable, documented code (`abcd.caveats.codes`).
    data : mapping, optional
        The numbers and names that the wording needs, as plain data. Where a value of the result
        is not estimable, ``data["fields"]`` lists the fields that are None (or nan) for that
        reason.

    Examples
    --------
    >>> caveat = Caveat("small-n", {"n": 3})
    >>> caveat.message("en")
    'Pairs: only 3. One person more or less can change the picture.'
    >>> caveat.message("id")
    'Pasangan: hanya 3. Satu orang lebih atau kurang dapat mengubah gambaran.'
    """

    code: str = attrs.field(validator=_KNOWN)
    data: FrozenMapping = attrs.field(default=EMPTY, converter=to_mapping, validator=MAPPING)

    def message(self, language: str = "en") -> str:
        """Word the caveat for a reader.

        Parameters
        ----------
        language : {"en", "id"}
            English or Indonesian; numbers take the language's decimal mark.

        Raises
        ------
        InvalidValueError
            If the language is another one.
        """
        return fill(message_template(self.code, language), self.data, language)

    def __str__(self) -> str:
        """Return the English wording."""
        return self.message()

"""A label in the languages of the library."""

from typing import final

import attrs

from ..caveats.wording import LANGUAGES
from ..fields import CODE, Checked, gather_rules, one_of

__all__ = ["Labels"]


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Labels(Checked):
    """The same label in English and Indonesian.

    >>> Labels("Map", id="Peta").text("id")
    'Peta'
    """

    en: str = attrs.field(validator=CODE)
    id: str = attrs.field(validator=CODE)

    def text(self, language: str = "en") -> str:
        """Return the label in one language, ``"en"`` or ``"id"``.

        Raises
        ------
        InvalidValueError
            If the language is another one.
        """
        one_of("language", language, LANGUAGES)
        return self.id if language == "id" else self.en

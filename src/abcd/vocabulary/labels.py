"""A label in the languages of the library."""

import attrs

from ..fields import NAME, one_of, to_text

__all__ = ["LANGUAGES", "Labels"]

LANGUAGES = ("en", "id")


@attrs.frozen
class Labels:
    """The same label in English and Indonesian.

    >>> Labels("Map", id="Peta").text("id")
    'Peta'
    """

    en: str = attrs.field(converter=to_text, validator=NAME)
    id: str = attrs.field(converter=to_text, validator=NAME)

    def text(self, language: str = "en") -> str:
        """Return the label in one language, ``"en"`` or ``"id"``.

        Raises
        ------
        InvalidValueError
            If the language is another one.
        """
        one_of("language", language, LANGUAGES)
        return self.id if language == "id" else self.en

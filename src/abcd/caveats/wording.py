"""How a caveat is worded: a sentence a language, with named placeholders."""

import string
from collections.abc import Mapping
from typing import Any

import attrs

from .terms import in_indonesian

__all__ = ["LANGUAGES", "Wording", "fill"]

LANGUAGES = ("en", "id")
# These hold words of the library itself; whatever else is text belongs to the user.
_OUR_WORDS = ("denominator", "question", "claimed_level", "measured_level")
# Names of fields are code, the same in every language; all of them stand in the data.
_MOST_FIELDS = 3
_AND_MORE = {"en": " and {} more", "id": " dan {} lainnya"}
_SHORT_WORDS: dict[str, dict[bool | None, str]] = {
    "en": {True: "yes", False: "no", None: "none"},
    "id": {True: "ya", False: "tidak", None: "tidak ada"},
}


@attrs.frozen
class Wording:
    """The same sentence in both languages; both have the same placeholders."""

    en: str
    id: str


def fill(template: str, data: Mapping[str, Any], language: str) -> str:
    """Put data into a wording; a value that is not there shows as its name in braces."""
    parts = []
    for text, name, _format, _conversion in string.Formatter().parse(template):
        parts.append(text)
        if name is not None:
            parts.append(_filled(name, data, language) if name in data else f"{{{name}}}")
    return "".join(parts)


def _filled(name: str, data: Mapping[str, Any], language: str) -> str:
    value = data[name]
    if name == "fields" and isinstance(value, tuple | list) and len(value) > _MOST_FIELDS + 1:
        named = _in_words(value[:_MOST_FIELDS], language)
        return named + _AND_MORE[language].format(len(value) - _MOST_FIELDS)
    if language == "id" and name in _OUR_WORDS and isinstance(value, str):
        return in_indonesian(value)
    return _in_words(value, language)


def _in_words(value: Any, language: str) -> str:
    if value is None or isinstance(value, bool):
        return _SHORT_WORDS[language][value]
    if isinstance(value, float):
        text = f"{value:.4g}"
        return text.replace(".", ",") if language == "id" else text
    if isinstance(value, tuple | list):
        # Where a comma is the decimal mark, it does not separate numbers.
        mark = "; " if language == "id" and any(isinstance(item, float) for item in value) else ", "
        return mark.join([_in_words(item, language) for item in value])
    return str(value)

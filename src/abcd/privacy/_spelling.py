r"""Texts as they are compared: words without case and accents, and scripts without spaces.

Python's ``\w`` leaves out the marks that combine with a letter, so that a decomposed accent would
cut a word in two; and it runs through scripts that write no spaces, where a word can not be found
by its ends. Both are told apart here.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator

import attrs

__all__ = ["Part", "Speller", "composed", "has_runs", "runs"]

# Thai, Lao, Tibetan, Burmese, Korean, Khmer, Balinese, Javanese, Japanese, Chinese. Korean has
# spaces, but its particles are written onto the name.
_UNSPACED = (
    "\u0e00-\u109f\u1100-\u11ff\u1780-\u17ff\u1b00-\u1b7f\u3005-\u3007\u3041-\u30fa\u30fc-\u318f"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua9df\uaa60-\uaa7f\uac00-\ud7ff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
# Signs that do not show and may stand inside a word: soft hyphens, joiners, byte-order marks.
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
# Apostrophes that Unicode counts as letters, and those that it does not.
_LETTER_APOSTROPHES = "\u02b9-\u02bf"
_APOSTROPHE = re.compile("['`\u00b4\u2018\u2019\u201b\u2032]")
# The accents of Latin, Greek and Cyrillic, and the vowel points of Hebrew and Arabic: people
# write the same name with and without them. Vowel signs of other scripts are never left out.
_ACCENTS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
_DROPPED = re.compile(f"[{_ACCENTS}{_INVISIBLE}{_LETTER_APOSTROPHES}]")
# Letters with a stroke do not decompose; who can not type them writes these.
_PLAIN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "\u0131": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
_RUN = re.compile(f"[{_UNSPACED}]+")
_ASCII_WORD = re.compile("[a-z]+|[0-9]+")


@functools.cache
def _word() -> re.Pattern[str]:
    """Return the pattern of a word: letters with their marks, or digits."""
    inside = f"{_marks()}{_INVISIBLE}"
    letter = rf"[^\W\d_{_UNSPACED}]"
    return re.compile(rf"{letter}+(?:[{inside}]+{letter}*)*|\d+")


def _marks() -> str:
    """Return the marks that combine with a letter, as ranges for a character class."""
    blocks = (range(0x300, 0x3000), range(0xA600, 0xAC00), range(0xFB00, 0x20000))
    ranges: list[list[int]] = []
    for code in [code for block in blocks for code in block]:
        if unicodedata.category(chr(code))[0] != "M":
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join([f"{chr(first)}-{chr(last)}" for first, last in ranges])


@attrs.frozen
class Part:
    """One part of a name: its pieces between apostrophes, or a run in a script without spaces."""

    pieces: tuple[str, ...]
    unspaced: bool = False

    @property
    def joined(self) -> str:
        """The part in one piece."""
        return "".join(self.pieces)

    @property
    def letters(self) -> int:
        """How many letters it has; vowel signs count where words have edges."""
        if self.unspaced:
            return sum([letter.isalpha() for letter in self.joined])
        return sum([not letter.isdigit() for letter in self.joined])


class Speller:
    """Takes words in the spelling in which they are compared, and remembers them.

    The memory lives as long as one redaction, so that no name stays behind in the process.
    """

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}

    def fold(self, word: str) -> str:
        """Return a word without case, accents and invisible signs."""
        known = self._folded.get(word)
        if known is None:
            plain = unicodedata.normalize("NFKD", word).casefold()
            plain = _DROPPED.sub("", unicodedata.normalize("NFKD", plain))
            known = self._folded[word] = plain.translate(_PLAIN)
        return known

    def words(self, text: str) -> list[str]:
        """Return the words of a text, folded; scripts without spaces are left out."""
        if text.isascii():
            return _ASCII_WORD.findall(text.lower())
        return [self.fold(word) for word in _word().findall(text)]

    def located(self, text: str) -> list[tuple[int, int, str]]:
        """Return the same words, each with where it starts and ends."""
        if text.isascii():
            return [(*found.span(), found[0]) for found in _ASCII_WORD.finditer(text.lower())]
        return [(*found.span(), self.fold(found[0])) for found in _word().finditer(text)]

    def parts(self, name: str) -> tuple[Part, ...]:
        """Split a name at whatever is neither a letter nor an apostrophe between letters."""
        text = re.sub(f"[{_LETTER_APOSTROPHES}]", "'", composed(name))
        found = [(start, end, Part((word,))) for start, end, word in self.located(text)]
        found += [
            (start, end, Part((text[start:end],), unspaced=True)) for start, end in runs(text)
        ]
        return tuple(_without_apostrophes(sorted(found, key=lambda item: item[0]), text))


def _without_apostrophes(found: list[tuple[int, int, Part]], text: str) -> Iterator[Part]:
    """Join the pieces of words such as *Nu'man*."""
    open_part: Part | None = None
    open_end = 0
    for start, end, part in found:
        between = text[open_end:start]
        if open_part is not None and not part.unspaced and _APOSTROPHE.fullmatch(between):
            open_part = Part(open_part.pieces + part.pieces, unspaced=open_part.unspaced)
        else:
            if open_part is not None:
                yield open_part
            open_part = part
        open_end = end
    if open_part is not None:
        yield open_part


def composed(text: str) -> str:
    """Return a text with each accent in one character with its letter, where there is one."""
    return unicodedata.normalize("NFC", text)


def has_runs(text: str) -> bool:
    """Whether any of a text is in a script without spaces."""
    return _RUN.search(text) is not None


def runs(text: str) -> list[tuple[int, int]]:
    """Say where a text is in a script without spaces."""
    return [found.span() for found in _RUN.finditer(text)]

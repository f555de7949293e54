"""The names that must not be told, ready to be looked up in many texts.

Words are looked up in a dictionary, so that the time of a text does not depend on how many people
there are; only scripts without spaces are searched letter by letter.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ._spelling import Part, Speller, composed, has_runs, runs

__all__ = ["COMMON", "Names"]

# A part of a name that so many people bear identifies none of them.
COMMON = 5
# A shorter part of a name is also a word of some language.
_LETTERS = 3
# Between the words of one name may stand white space and hyphens, and so many other signs.
_SIGNS = 1
_HYPHENS = re.compile(r"[\s\-\u2010-\u2015\u2212_]+")
# What people put between the parts of a name in a script without spaces.
_BETWEEN_RUNS = ("", " ", "-", "\u00b7", "\u30fb", "\u3000")
_CAMEL = re.compile("(?<=[a-z])(?=[A-Z])")


class Names:
    """Finds names in texts.

    Parameters
    ----------
    secret : iterable of str
        The names to find, whole and in parts.
    everybody : iterable of str
        The names of all people: what many of them share is no name of one of them.
    """

    def __init__(self, secret: Iterable[str], everybody: Iterable[str] = ()) -> None:
        self._speller = Speller()
        self._sequences: set[tuple[str, ...]] = set()
        self._lengths: dict[str, list[int]] = {}
        self._runs: set[str] = set()
        self._run_lengths: list[int] = []
        bearers = Counter(
            part for name in everybody for part in {part.joined for part in self._parts(name)}
        )
        for name in dict.fromkeys(secret):
            self._learn(self._parts(name), bearers)
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)
        self._run_lengths = sorted({len(run) for run in self._runs}, reverse=True)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Say where in a composed text names stand; longer ones win over their parts."""
        found = list(self._spans_of_runs(text)) if self._runs and has_runs(text) else []
        if not self._lengths.keys().isdisjoint(self._speller.words(text)):
            found += self._spans_of_words(text)
        return sorted(found)

    def without(self, text: str, placeholder: str) -> tuple[str, int]:
        """Return a text with a placeholder for each name, and how many there were.

        A text without names comes back as it is; one with names, with its accents composed.
        """
        plain = text if text.isascii() else composed(text)
        spans = self.spans(plain)
        if not spans:
            return text, 0
        edges = [0, *itertools.chain.from_iterable(spans), len(plain)]
        kept = [plain[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
        return placeholder.join(kept), len(spans)

    def stand_in(self, id: str, own: str | None = None) -> bool:
        """Whether an id contains a name; parts of the bearer's own name do not count."""
        text = _CAMEL.sub(" ", composed(id))
        spans = self.spans(text)
        if not spans or own is None:
            return bool(spans)
        allowed = {piece for part in self._parts(own) for piece in (*part.pieces, part.joined)}
        words = [word for start, end in spans for word in self._pieces(text[start:end])]
        return not allowed.issuperset(words)

    def tell(self, id: str, name: str) -> bool:
        """Whether the id of a person contains a part of the person's own name, common or not."""
        parts = self._parts(name)
        compact = "".join(self._pieces(_CAMEL.sub(" ", composed(id))))
        return any(part.joined in compact for part in parts if part.letters >= _LETTERS) or Names(
            [name]
        ).stand_in(id)

    def _parts(self, name: str) -> tuple[Part, ...]:
        return self._speller.parts(name)

    def _pieces(self, text: str) -> list[str]:
        return [piece for part in self._parts(text) for piece in part.pieces]

    # --- learning ---

    def _learn(self, parts: tuple[Part, ...], bearers: Counter[str]) -> None:
        mixed = len({part.unspaced for part in parts}) > 1
        for unspaced, group in itertools.groupby(parts, key=lambda part: part.unspaced):
            whole = tuple(group)
            letters = sum([part.letters for part in whole])
            # In a name of two scripts the part in each script is a name of its own.
            if unspaced and (not mixed or letters > 1):
                self._runs.update(between.join(_joined(whole)) for between in _BETWEEN_RUNS)
            elif not unspaced and (not mixed or letters >= _LETTERS):
                self._learn_words(whole)
        for part in parts:
            if part.letters >= _LETTERS and bearers[part.joined] < COMMON:
                if part.unspaced:
                    self._runs.add(part.joined)
                else:
                    self._learn_words((part,))

    def _learn_words(self, parts: tuple[Part, ...]) -> None:
        """Learn parts in their order and with the last one first, with and without apostrophes."""
        for order in {parts, (parts[-1], *parts[:-1])}:
            self._learn_sequence(tuple([piece for part in order for piece in part.pieces]))
            self._learn_sequence(_joined(order))
        self._learn_sequence(("".join(_joined(parts)),))

    def _learn_sequence(self, words: tuple[str, ...]) -> None:
        if words in self._sequences:
            return
        self._sequences.add(words)
        lengths = self._lengths.setdefault(words[0], [])
        if len(words) not in lengths:
            lengths.append(len(words))

    # --- finding ---

    def _spans_of_words(self, text: str) -> Iterator[tuple[int, int]]:
        words = self._speller.located(text)
        lengths, done = self._lengths, 0
        for position, (start, end, word) in enumerate(words):
            if word not in lengths or position < done:
                continue
            length = self._length_at(text, words, position) if lengths[word] != [1] else 1
            if length:
                done = position + length
                yield start, words[done - 1][1] if length > 1 else end

    def _length_at(self, text: str, words: list[tuple[int, int, str]], position: int) -> int:
        for length in self._lengths[words[position][2]]:
            stretch = words[position : position + length]
            if tuple([word for _, _, word in stretch]) in self._sequences and all(
                _belong_together(text[before[1] : after[0]])
                for before, after in itertools.pairwise(stretch)
            ):
                # At the end of a text the stretch is shorter, and may still be a name.
                return len(stretch)
        return 0

    def _spans_of_runs(self, text: str) -> Iterator[tuple[int, int]]:
        done = 0
        for start, end in runs(text):
            position = max(start, done)
            while position < end:
                length = self._length_of_run(text, position)
                if length:
                    done = position + length
                    yield position, done
                position += length or 1

    def _length_of_run(self, text: str, position: int) -> int:
        for length in self._run_lengths:
            stretch = text[position : position + length]
            if stretch in self._runs:
                return len(stretch)
        return 0


def _joined(parts: tuple[Part, ...]) -> tuple[str, ...]:
    return tuple([part.joined for part in parts])


def _belong_together(between: str) -> bool:
    signs = _HYPHENS.sub("", between)
    return len(signs) <= _SIGNS and not any(map(str.isalnum, signs))

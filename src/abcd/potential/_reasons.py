"""The words of an explanation, in English and Indonesian."""

import math
from collections.abc import Iterator, Sequence

from ..caveats.wording import Wording, fill

__all__ = ["in_words"]

_WORDS = {
    "before": Wording(
        en="{better} comes before {worse} (rank {rank_better} and {rank_worse}).",
        id="{better} mendahului {worse} (peringkat {rank_better} dan {rank_worse}).",
    ),
    "level": Wording(
        en="{better} and {worse} share rank {rank_better}.",
        id="{better} dan {worse} sama-sama di peringkat {rank_better}.",
    ),
    "for": Wording(en="For {option}: {reasons}.", id="Yang mendukung {option}: {reasons}."),
    "equal": Wording(en="No difference: {reasons}.", id="Tidak ada bedanya: {reasons}."),
    "sunk": Wording(
        en="{option} has nothing at all on {reasons}, which no other criterion makes up for.",
        id="{option} bernilai nol pada {reasons}; kriteria lain tidak dapat menutupinya.",
    ),
    "less": Wording(
        en="It would turn if {criterion} counted less than {turning} (now {weight}).",
        id="Urutannya akan berbalik jika bobot {criterion} kurang dari {turning} (sekarang "
        "{weight}).",
    ),
    "more": Wording(
        en="It would turn if {criterion} counted more than {turning} (now {weight}).",
        id="Urutannya akan berbalik jika bobot {criterion} lebih dari {turning} (sekarang "
        "{weight}).",
    ),
    "never": Wording(
        en="No weight of a single criterion would turn it.",
        id="Tidak ada bobot satu kriteria pun yang akan membalik urutannya.",
    ),
}
# Advantages nearer to nothing than this are none: they differ from it by rounding.
_NOTHING = 1e-12


def in_words(
    *,
    labels: Sequence[str],
    weights: Sequence[float],
    advantages: Sequence[float],
    turning: Sequence[float] | None,
    options: tuple[str, str],
    ranks: tuple[float, float],
    language: str,
    sunk: bool = False,
) -> Iterator[str]:
    """Yield one sentence after the other; without turning weights nothing is said of them.

    `sunk` says that an unknown advantage is a factor of 0 of the worse option.
    """
    better, worse = options
    data: dict[str, object] = {
        "better": better,
        "worse": worse,
        "rank_better": int(ranks[0]),
        "rank_worse": int(ranks[1]),
    }
    yield fill(_text("level" if ranks[0] == ranks[1] else "before", language), data, language)
    parts = list(zip(labels, advantages, strict=True))
    for option, sign in ((better, 1), (worse, -1)):
        # The strongest reason first; of equal ones in the order of the table.
        speaking = sorted(
            [(-sign * part, label) for label, part in parts if sign * part > _NOTHING],
            key=lambda pair: pair[0],
        )
        if speaking:
            reasons = ", ".join(
                [f"{label} ({_number(-part, language)})" for part, label in speaking]
            )
            yield fill(_text("for", language), {"option": option, "reasons": reasons}, language)
    same = [label for label, part in parts if abs(part) <= _NOTHING]
    if same:
        yield fill(_text("equal", language), {"reasons": ", ".join(same)}, language)
    without = [label for label, part in parts if math.isnan(part)]
    if sunk and without and ranks[0] != ranks[1]:
        data = {"option": worse, "reasons": ", ".join(without)}
        yield fill(_text("sunk", language), data, language)
    if turning is not None and ranks[0] != ranks[1]:
        yield from _turning(labels, weights, turning, language)


def _turning(
    labels: Sequence[str], weights: Sequence[float], turning: Sequence[float], language: str
) -> Iterator[str]:
    if all(map(math.isnan, turning)):
        yield _text("never", language)
    for label, weight, turn in zip(labels, weights, turning, strict=True):
        if not math.isnan(turn):
            template = _text("less" if turn < weight else "more", language)
            data = {"turning": float(f"{turn:.3g}"), "weight": float(f"{weight:.3g}")}
            yield fill(template, {"criterion": label, **data}, language)


def _text(key: str, language: str) -> str:
    return str(getattr(_WORDS[key], language))


def _number(value: float, language: str) -> str:
    text = f"{value:.2g}"
    return text.replace(".", ",") if language == "id" else text

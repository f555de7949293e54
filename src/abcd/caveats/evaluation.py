"""Caveats of judging claims: why what is claimed can not be said."""

from .wording import Wording

__all__ = ["EVALUATION"]

EVALUATION: dict[str, Wording] = {
    "no-indicator": Wording(
        en="Nothing says what would show it.",
        id="Belum dinyatakan apa yang dapat menunjukkannya.",
    ),
    "no-baseline": Wording(
        en="There is no baseline: nobody was measured before.",
        id="Tidak ada data awal: tidak seorang pun diukur sebelumnya.",
    ),
    "no-follow-up": Wording(
        en="Nobody was measured afterwards.",
        id="Tidak seorang pun diukur sesudahnya.",
    ),
    "nobody-measured-twice": Wording(
        en="Nobody was measured both before and after.",
        id="Tidak seorang pun diukur sebelum dan sesudahnya.",
    ),
    "group-values-only": Wording(
        en="Values of whole groups are there; without those of each person nothing can be said "
        "about their spread.",
        id="Yang ada hanya nilai kelompok; tanpa nilai setiap orang, sebarannya tidak diketahui.",
    ),
    "measured-twice": Wording(
        en="Somebody has two values in one wave, and nobody can know which of them holds.",
        id="Ada orang dengan dua nilai pada satu pengukuran; tidak diketahui mana yang berlaku.",
    ),
    "above-level": Wording(
        en="The claim reaches further than its indicator can show.",
        id="Pernyataan ini melampaui apa yang dapat ditunjukkan oleh indikatornya.",
    ),
    "no-instrument": Wording(
        en="No instrument is named.",
        id="Alat ukurnya belum ditentukan.",
    ),
    "no-one-named": Wording(
        en="Nobody said on whom it is to be measured.",
        id="Belum ditentukan siapa yang diukur.",
    ),
    "no-moments": Wording(
        en="Nobody said when it is to be measured.",
        id="Belum ditentukan kapan diukur.",
    ),
}

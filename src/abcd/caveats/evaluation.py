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
    "claims-not-estimable": Wording(
        en="Not estimable: {count} of {total}; the reasons stand in each row ({fields}).",
        id="Tidak dapat diperkirakan: {count} dari {total}; alasannya ada di setiap baris "
        "({fields}).",
    ),
    "no-wave": Wording(
        en="There are values of which nobody said whether they are from before or after.",
        id="Ada nilai yang tidak jelas diukur sebelum atau sesudahnya.",
    ),
    "facets-missing": Wording(
        en="Nobody has a value for every part of it.",
        id="Tidak seorang pun memiliki nilai untuk setiap bagiannya.",
    ),
    "unknown-people": Wording(
        en="There are values of people whom the community does not have; they are not used.",
        id="Ada nilai dari orang yang tidak tercatat dalam komunitas; nilai itu tidak digunakan.",
    ),
    "off-scale": Wording(
        en="A value lies off the scale of the indicator.",
        id="Ada nilai di luar skala indikator.",
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

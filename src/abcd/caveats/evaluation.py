"""Caveats of judging claims: why what is claimed can not be said."""

from .wording import Wording

__all__ = ["EVALUATION"]

EVALUATION: dict[str, Wording] = {
    "no-indicator": Wording(
        en="Nothing says what would show it.",
        id="Belum dinyatakan apa yang dapat menunjukkannya.",
    ),
    "exact-test-open": Wording(
        en="The interval lies on one side of 0, but the exact test does not reach its level: the "
        "question stays open.",
        id="Selang seluruhnya di satu sisi 0, tetapi uji eksak tidak mencapai tarafnya: "
        "pertanyaannya tetap terbuka.",
    ),
    "compared-person-by-person": Wording(
        en="Comparisons of groups, person by person: {count}. If each group is one whole place, it "
        "is one place against one, and no p by place is possible.",
        id="Perbandingan kelompok orang per orang: {count}. Jika setiap kelompok adalah satu "
        "tempat utuh, itu satu tempat lawan satu, dan p menurut tempat tidak mungkin ada.",
    ),
    "listed-not-measured": Wording(
        en="People without both measurements of {indicator}: {count} of {total}. They may have "
        "changed otherwise.",
        id="Orang tanpa kedua pengukuran {indicator}: {count} dari {total}. Perubahan mereka "
        "mungkin berbeda.",
    ),
    "several-verdicts": Wording(
        en="Indicators judged at .05 each: {count}. The more there are, the more likely one stands "
        "out by chance; the verdicts are not adjusted for that.",
        id="Indikator yang masing-masing dinilai pada taraf 0,05: {count}. Makin banyak "
        "indikator, makin mungkin salah satunya menonjol karena kebetulan; putusannya tidak "
        "disesuaikan untuk itu.",
    ),
    "claims-without-level": Wording(
        en="Claims of which nobody said how far they reach: {count}. Whether their indicators "
        "reach as far can not be checked.",
        id="Klaim yang tidak dinyatakan jangkauannya: {count}. Tidak dapat diperiksa apakah "
        "indikatornya menjangkau sejauh itu.",
    ),
    "invented-values": Wording(
        en="Invented values: {count} of {total}. What is computed from them is no evidence.",
        id="Nilai rekaan: {count} dari {total}. Hasil hitungannya bukan bukti.",
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
        en="Not estimable: {count} of {total}; the reasons stand in each row.",
        id="Tidak dapat diperkirakan: {count} dari {total}; alasannya ada di setiap baris.",
    ),
    "no-wave": Wording(
        en="There are values of which nobody said whether they are from before or after.",
        id="Ada nilai yang tidak jelas diukur sebelum atau sesudahnya.",
    ),
    "other-waves": Wording(
        en="There are values from other moments than before and after; they are not compared.",
        id="Ada nilai dari waktu selain sebelum dan sesudahnya; nilai itu tidak dibandingkan.",
    ),
    "facets-missing": Wording(
        en="Not everybody has a value for every part of it; whoever lacks one is left out.",
        id="Tidak setiap orang memiliki nilai untuk setiap bagiannya; yang tidak lengkap tidak "
        "dihitung.",
    ),
    "unknown-facet": Wording(
        en="There are values for parts that the indicator does not have; they are not used.",
        id="Ada nilai untuk bagian yang tidak dimiliki indikator; nilai itu tidak digunakan.",
    ),
    "mixed-forms": Wording(
        en="Some people have one value for the whole and others only values of its parts: the two "
        "are not compared with each other.",
        id="Sebagian orang memiliki satu nilai keseluruhan dan yang lain hanya nilai bagiannya: "
        "keduanya tidak dibandingkan.",
    ),
    "unknown-people": Wording(
        en="There are values of people whom the community does not have; they are not used.",
        id="Ada nilai dari orang yang tidak tercatat dalam komunitas; nilai itu tidak digunakan.",
    ),
    "off-scale": Wording(
        en="A value lies off the scale of the indicator.",
        id="Ada nilai di luar skala indikator.",
    ),
    "scores-refused": Wording(
        en="Some values can not be computed with.",
        id="Ada nilai yang tidak dapat dihitung.",
    ),
    "scores-refused-first": Wording(
        en="Values of {indicator} that can not be computed with: {count}. The first: {fault}.",
        id="Nilai {indicator} yang tidak dapat dihitung: {count}. Yang pertama: {fault}.",
    ),
    "group-values-unused": Wording(
        en="There are values of whole groups as well; they are not used.",
        id="Ada pula nilai kelompok; nilai itu tidak digunakan.",
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
    "nobody-listed": Wording(
        en="Nobody is listed in the group that is to be measured: how many people that is, is not "
        "known.",
        id="Belum ada orang yang tercatat dalam kelompok yang diukur: jumlah orangnya tidak "
        "diketahui.",
    ),
    "whom-not-people": Wording(
        en="What is to be measured is neither an organization nor the community: how many people "
        "that is, is not known.",
        id="Yang diukur bukan organisasi dan bukan komunitas ini: jumlah orangnya tidak diketahui.",
    ),
    "people-not-known": Wording(
        en="Not known of how many people: {count} of {total}; so it is not known how large a "
        "change they could show ({fields}).",
        id="Jumlah orangnya tidak diketahui: {count} dari {total}; besarnya perubahan yang dapat "
        "mereka tunjukkan pun tidak diketahui ({fields}).",
    ),
    "no-moments": Wording(
        en="Nobody said when it is to be measured.",
        id="Belum ditentukan kapan diukur.",
    ),
}

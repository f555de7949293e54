"""Caveats of indicators: targets, groups, stories and the chain of results."""

from .wording import Wording

__all__ = ["INDICATORS"]

INDICATORS: dict[str, Wording] = {
    # --- the way from the baseline to the target ---
    "baseline-not-stated": Wording(
        en="Nobody stated where it began: how much of the way is done can not be told.",
        id="Titik awalnya tidak dinyatakan: berapa bagian yang sudah ditempuh tidak diketahui.",
    ),
    "target-not-stated": Wording(
        en="Nobody stated where it should come: there is nothing to hold it against.",
        id="Targetnya tidak dinyatakan: tidak ada yang dapat dijadikan pembanding.",
    ),
    "actual-not-known": Wording(
        en="Nobody measured where it stands: how much of the way is done can not be told.",
        id="Keadaan sekarang tidak diukur: berapa bagian yang sudah ditempuh tidak diketahui.",
    ),
    "target-is-baseline": Wording(
        en="The target is where it began ({target}): there is no way to go, and no share of it.",
        id="Target sama dengan titik awal ({target}): tidak ada jarak yang dapat ditempuh.",
    ),
    "target-against-direction": Wording(
        en="The target ({target}) lies on the worse side of the baseline ({baseline}).",
        id="Target ({target}) lebih buruk daripada titik awal ({baseline}).",
    ),
    "naive-credits-baseline": Wording(
        en=(
            "Actual / target, which most reports print, gives {naive}; it would give {credit} if "
            "nothing had changed at all. That is credit for the baseline."
        ),
        id=(
            "Capaian / target, seperti dalam kebanyakan laporan, memberi {naive}; tanpa perubahan "
            "apa pun hasilnya sudah {credit}. Itu nilai yang berasal dari titik awal."
        ),
    ),
    "naive-wrong-way": Wording(
        en="The value should fall: actual / target grows while things get worse.",
        id="Nilai ini seharusnya turun: capaian / target justru naik ketika keadaan memburuk.",
    ),
    "naive-undefined": Wording(
        en="The target is 0: nothing can be divided by it.",
        id="Targetnya 0: tidak ada yang dapat dibagi dengannya.",
    ),
    "went-backward": Wording(
        en="It stands on the other side of where it began: it went away from the target.",
        id="Keadaannya berada di sisi lain dari titik awal: menjauh dari target.",
    ),
    "time-not-known": Wording(
        en="Progress against time needs three dates: of the baseline, of the target, and of today.",
        id=(
            "Kemajuan terhadap waktu memerlukan tiga tanggal: tanggal titik awal, tanggal target, "
            "dan tanggal penilaian."
        ),
    ),
    "not-begun": Wording(
        en="The date of the judgment, {on}, is before the baseline, {baseline_on}.",
        id="Tanggal penilaian, {on}, mendahului titik awal, {baseline_on}.",
    ),
    "past-due": Wording(
        en="The target was due on {target_on}: all of the time is gone.",
        id="Target jatuh tempo pada {target_on}: seluruh waktunya telah habis.",
    ),
    "achievements-not-estimable": Wording(
        en="Indicators of which no share of the way can be told: {count} of {total}.",
        id="Indikator yang bagian capaiannya tidak dapat diketahui: {count} dari {total}.",
    ),
    "achievements-time-not-known": Wording(
        en=(
            "Indicators that can not be held against time: {count} of {total}. It needs the dates "
            "of the baseline and of the target, and a date on which it is judged."
        ),
        id=(
            "Indikator yang tidak dapat dibandingkan dengan waktu: {count} dari {total}. Untuk itu "
            "perlu tanggal titik awal, tanggal target, dan tanggal penilaian."
        ),
    ),
    "achievements-naive": Wording(
        en=(
            "Actual / target, which most reports print, gives credit for the baseline: it differs "
            "from the share of the way for {indicators}."
        ),
        id=(
            "Capaian / target, seperti dalam kebanyakan laporan, ikut menghitung titik awal: "
            "hasilnya berbeda dari bagian yang ditempuh untuk {indicators}."
        ),
    ),
    "baseline-differs": Wording(
        en="The baseline that was stated is not the mean that was measured before: {indicators}.",
        id="Titik awal yang dinyatakan berbeda dari rata-rata hasil ukur sebelumnya: {indicators}.",
    ),
    "several-group-values": Wording(
        en="Several values of groups stand in one wave: which of them is the whole is not said.",
        id="Ada beberapa nilai kelompok pada satu pengukuran: mana yang mewakili keseluruhan tidak "
        "dinyatakan.",
    ),
    "achievement-is-no-effect": Wording(
        en="A target that is reached says nothing of why: the program need not be the cause.",
        id="Target yang tercapai tidak menjelaskan sebabnya: belum tentu karena program.",
    ),
    # --- values by groups ---
    "group-labels-unknown": Wording(
        en="People whose group is not known: {count}. They stand in the whole and in no part.",
        id="Orang yang kelompoknya tidak diketahui: {count}. Mereka masuk total, bukan bagian.",
    ),
    "groups-overlap": Wording(
        en=(
            "Some people stand in several groups: the parts together are more than the whole by "
            "{count}."
        ),
        id="Ada orang yang masuk beberapa kelompok: jumlah bagian melebihi total sebanyak {count}.",
    ),
    "total-mismatch": Wording(
        en=(
            "The total that was stated ({stated}) is not that of the values ({found}): they differ "
            "by {difference}."
        ),
        id=(
            "Total yang dinyatakan ({stated}) tidak sama dengan jumlah nilainya ({found}): "
            "selisihnya {difference}."
        ),
    ),
    "total-not-comparable": Wording(
        en="The total that was stated can not be held against one that is hidden.",
        id="Total yang dinyatakan tidak dapat dibandingkan dengan total yang disembunyikan.",
    ),
    "small-cells-hidden": Wording(
        en=(
            "Hidden, because fewer people than {threshold} stand in them or because others could "
            "be computed from them: {count} ({fields})."
        ),
        id=(
            "Disembunyikan karena berisi kurang dari {threshold} orang atau karena yang lain dapat "
            "dihitung darinya: {count} ({fields})."
        ),
    ),
    "small-cells-shown": Wording(
        en="Groups of fewer people than {threshold} are shown: somebody may be recognized.",
        id="Kelompok yang berisi kurang dari {threshold} orang ditampilkan: orang dapat dikenali.",
    ),
    "shares-of-nothing": Wording(
        en="The values add up to 0 or have both signs: their sum has no shares ({fields}).",
        id="Jumlah nilainya 0 atau tandanya campuran: tidak ada bagian dari jumlah ({fields}).",
    ),
    "groups-without-values": Wording(
        en="Some groups have no values in a wave: no mean, no change ({fields}).",
        id="Ada kelompok tanpa nilai pada suatu pengukuran: tidak ada rata-rata dan perubahan "
        "({fields}).",
    ),
    "values-missing-by-group": Wording(
        en="People without a value: {count}. They are left out.",
        id="Orang tanpa nilai: {count}. Mereka tidak dihitung.",
    ),
    "simpson-change": Wording(
        en=(
            "The whole changed in one direction and every part in the other (Simpson): the groups "
            "have other sizes than before. Read the parts."
        ),
        id=(
            "Keseluruhan berubah ke satu arah dan setiap bagian ke arah lain (paradoks Simpson): "
            "ukuran kelompoknya berubah. Bacalah per bagian."
        ),
    ),
    "simpson-groups": Wording(
        en=(
            "The comparison of groups reverses in every stratum of {strata} (Simpson): {pairs}. "
            "The strata are mixed differently."
        ),
        id=(
            "Perbandingan kelompok berbalik pada setiap lapisan {strata} (paradoks Simpson): "
            "{pairs}. Susunan lapisannya berbeda."
        ),
    ),
    # --- stories ---
    "no-stories": Wording(
        en="No story was told: that is no sign that nothing changed.",
        id="Belum ada cerita: itu bukan tanda bahwa tidak ada yang berubah.",
    ),
    "stories-no-sample": Wording(
        en=(
            "Stories are told by those who were asked, and chosen because they stand out: how many "
            "people something changed for can not be told from them."
        ),
        id=(
            "Cerita disampaikan oleh yang ditanya dan dipilih karena menonjol: dari cerita tidak "
            "dapat diketahui bagi berapa orang sesuatu berubah."
        ),
    ),
    "stories-invented": Wording(
        en="Invented stories: {count}. They count nowhere else.",
        id="Cerita rekaan: {count}. Cerita itu tidak dihitung di tempat lain.",
    ),
    "stories-not-selected": Wording(
        en="Stories that no selection chose: {count} of {total}.",
        id="Cerita yang belum dipilih: {count} dari {total}.",
    ),
    "selections-without-reason": Wording(
        en="Selections without a reason: {count} of {total}. The reason is half of the method.",
        id="Pilihan tanpa alasan: {count} dari {total}. Alasan adalah separuh dari metode ini.",
    ),
    "stories-without-teller": Wording(
        en="Stories of which nobody said who told them: {count} of {total}.",
        id="Cerita yang tidak diketahui siapa penceritanya: {count} dari {total}.",
    ),
    "stories-without-domain": Wording(
        en="Stories of which nobody said what kind of change they tell: {count} of {total}.",
        id="Cerita yang ranah perubahannya tidak dinyatakan: {count} dari {total}.",
    ),
    # --- the chain of results ---
    "steps-apart": Wording(
        en="Steps that lead nowhere and follow from nothing: {steps}.",
        id="Langkah yang tidak mengarah ke mana pun dan tidak berasal dari mana pun: {steps}.",
    ),
    "steps-without-end": Wording(
        en="Inputs, activities and outputs that lead to no outcome: {steps}.",
        id="Masukan, kegiatan, dan keluaran yang tidak mengarah ke hasil apa pun: {steps}.",
    ),
    "steps-without-cause": Wording(
        en="Outcomes and impact that follow from nothing that anybody does: {steps}.",
        id="Hasil dan dampak yang tidak berasal dari tindakan siapa pun: {steps}.",
    ),
    "steps-silent": Wording(
        en="Outcomes and impact without an indicator, and nobody said why: {steps}.",
        id="Hasil dan dampak tanpa indikator, tanpa penjelasan: {steps}.",
    ),
    "steps-not-measured": Wording(
        en="Outcomes and impact with an indicator and without any data: {steps}.",
        id="Hasil dan dampak yang memiliki indikator tetapi belum ada datanya: {steps}.",
    ),
    "links-skip-stages": Wording(
        en="Links that skip a stage; what happens between is not said: {links}.",
        id="Hubungan yang melompati tahap; yang terjadi di antaranya tidak dinyatakan: {links}.",
    ),
    "links-without-assumption": Wording(
        en="Links of which nobody said on what they rest: {count} of {total}.",
        id="Hubungan tanpa asumsi yang dinyatakan: {count} dari {total}.",
    ),
    "assumptions-not-looked-at": Wording(
        en="Assumptions that nobody has looked at: {count} of {total}.",
        id="Asumsi yang belum pernah diperiksa: {count} dari {total}.",
    ),
    "assumptions-failed": Wording(
        en="Assumptions that did not hold: {count} of {total}. What rests on them is open.",
        id="Asumsi yang ternyata tidak berlaku: {count} dari {total}. Kelanjutannya belum pasti.",
    ),
    "chain-indicators-unknown": Wording(
        en="The chain names indicators that the cycle does not have: {indicators}.",
        id="Rantai hasil menyebut indikator yang tidak ada dalam siklus: {indicators}.",
    ),
    "chain-links-missing": Wording(
        en="The indicators say that one leads to another where the chain has no way: {links}.",
        id="Indikator menyatakan hubungan yang tidak ada dalam rantai hasil: {links}.",
    ),
    "claims-on-nothing": Wording(
        en="Claims that stand on nothing that was measured or told: {count} of {total}.",
        id="Pernyataan yang tidak didukung hasil ukur atau cerita apa pun: {count} dari {total}.",
    ),
    "nothing-unexpected": Wording(
        en="Nothing unexpected is recorded: nobody may have looked.",
        id="Tidak ada hasil tak terduga yang dicatat: mungkin belum ada yang mencarinya.",
    ),
    # --- the whole of a cycle ---
    "claimed-above-measured": Wording(
        en=(
            "The highest level claimed: {claimed_level}; the highest level measured: "
            "{measured_level}."
        ),
        id=(
            "Tingkat tertinggi yang dinyatakan: {claimed_level}; tingkat tertinggi yang diukur: "
            "{measured_level}."
        ),
    ),
}

"""The words of the report for a paper, in English and Indonesian."""

from ..caveats.wording import Wording

__all__ = ["JOURNAL"]

JOURNAL: dict[str, Wording] = {
    # Titles and chapters.
    "journal-title": Wording(
        en="{community}: what a paper has to report", id="{community}: bahan laporan untuk artikel"
    ),
    "journal-setting": Wording(en="Setting", id="Latar"),
    "journal-design": Wording(en="Design", id="Rancangan"),
    "journal-program": Wording(en="Program", id="Program"),
    "journal-participants": Wording(en="Participants", id="Peserta"),
    "journal-measures": Wording(en="Measures", id="Pengukuran"),
    "journal-analysis": Wording(en="Analysis", id="Analisis"),
    "journal-results": Wording(en="Results", id="Hasil"),
    "journal-limits": Wording(en="Limitations", id="Keterbatasan"),
    "journal-consent": Wording(en="Data and consent", id="Data dan persetujuan"),
    # Design.
    "design-none": Wording(
        en="No change of the same people is measured: this describes a program, and can not "
        "speak of its effect.",
        id="Tidak ada perubahan pada orang yang sama yang diukur: ini uraian program, dan tidak "
        "dapat menyatakan dampaknya.",
    ),
    "design-prospective": Wording(
        en="The same people measured before and after, in one group without a comparison group.",
        id="Orang yang sama diukur sebelum dan sesudah, dalam satu kelompok tanpa kelompok "
        "pembanding.",
    ),
    "design-retrospective": Wording(
        en="The same people, in one group without a comparison group; the scores before were given "
        "afterwards, from memory.",
        id="Orang yang sama, dalam satu kelompok tanpa kelompok pembanding; skor sebelum diberikan "
        "sesudahnya, dari ingatan.",
    ),
    # Participants.
    "took-part-known": Wording(
        en="Took part, known one by one: {count}", id="Ikut serta, dikenal satu per satu: {count}"
    ),
    "took-part-headcount": Wording(
        en="Took part, largest headcount at one entry: {count}",
        id="Ikut serta, jumlah hadir terbanyak: {count}",
    ),
    "measure-head": Wording(en="Measure", id="Ukuran"),
    "n-before": Wording(en="Measured before", id="Diukur sebelum"),
    "n-after": Wording(en="Measured after", id="Diukur sesudah"),
    "n-both": Wording(en="Both, analyzed", id="Keduanya, dianalisis"),
    "n-lost": Wording(en="Not measured again", id="Tidak diukur lagi"),
    "n-omitted": Wording(en="Left out, a score missing", id="Tidak dihitung, skor kosong"),
    "lost": Wording(en="{count} of {total} ({share})", id="{count} dari {total} ({share})"),
    "no-measures": Wording(
        en="No indicator is recorded, and no change is given.",
        id="Tidak ada indikator yang tercatat, dan tidak ada perubahan yang diberikan.",
    ),
    # Measures.
    "unit": Wording(en="Unit", id="Satuan"),
    "direction": Wording(en="Better", id="Lebih baik"),
    "direction-up": Wording(en="higher", id="makin tinggi"),
    "direction-down": Wording(en="lower", id="makin rendah"),
    "scale": Wording(en="Scale", id="Skala"),
    "scale-both": Wording(en="{low} to {high}", id="{low} sampai {high}"),
    "scale-low": Wording(en="from {low}", id="mulai {low}"),
    "scale-high": Wording(en="up to {high}", id="sampai {high}"),
    "level": Wording(en="Level (Kirkpatrick)", id="Tingkat (Kirkpatrick)"),
    "level-reaction": Wording(en="reaction", id="reaksi"),
    "level-learning": Wording(en="learning", id="pembelajaran"),
    "level-behavior": Wording(en="behavior", id="perilaku"),
    "level-results": Wording(en="results", id="hasil"),
    # Analysis.
    "analysis-none": Wording(
        en="There are no scores of the same people before and after, so nothing was tested.",
        id="Tidak ada skor orang yang sama sebelum dan sesudah, sehingga tidak ada yang diuji.",
    ),
    "analysis-interval": Wording(
        en="Mean of the changes of the same people (after less before), with the t interval at the "
        "level {level}. All p values are two-sided.",
        id="Rata-rata perubahan orang yang sama (sesudah dikurangi sebelum), dengan interval t "
        "pada tingkat {level}. Semua nilai p dua arah.",
    ),
    "analysis-tests": Wording(
        en="Tests: paired t test; sign-flip permutation test of the mean change; Wilcoxon "
        "signed-rank test. Which of them was planned is not stated; the planned one counts.",
        id="Uji: uji t berpasangan; uji permutasi pembalikan tanda atas rata-rata perubahan; uji "
        "peringkat bertanda Wilcoxon. Uji mana yang direncanakan tidak dinyatakan; yang berlaku "
        "ialah yang direncanakan.",
    ),
    "analysis-effects": Wording(
        en="Effect sizes: g_z is the mean change over the standard deviation of the changes, with "
        "Hedges' exact correction for small samples; d_av is the mean change over the root mean "
        "square of the two standard deviations. They answer different questions and can not be "
        "compared with each other.",
        id="Ukuran efek: g_z ialah rata-rata perubahan dibagi simpangan baku perubahan, dengan "
        "koreksi eksak Hedges untuk sampel kecil; d_av ialah rata-rata perubahan dibagi akar "
        "rata-rata kuadrat kedua simpangan baku. Keduanya menjawab pertanyaan yang berbeda dan "
        "tidak dapat dibandingkan.",
    ),
    "analysis-several": Wording(
        en="Measures tested: {count}. The p values are not adjusted for that.",
        id="Ukuran yang diuji: {count}. Nilai p tidak disesuaikan untuk itu.",
    ),
    # Results.
    "quantity": Wording(en="Quantity", id="Besaran"),
    "value": Wording(en="Value", id="Nilai"),
    "people-analyzed": Wording(en="People analyzed (n)", id="Orang yang dianalisis (n)"),
    "mean-before": Wording(en="Mean before (SD)", id="Rata-rata sebelum (simpangan baku)"),
    "mean-after": Wording(en="Mean after (SD)", id="Rata-rata sesudah (simpangan baku)"),
    "with-sd": Wording(en="{mean} ({sd})", id="{mean} ({sd})"),
    "mean-change": Wording(
        en="Mean change, {level} interval", id="Rata-rata perubahan, interval {level}"
    ),
    "with-interval": Wording(en="{mean}, {low} to {high}", id="{mean}, {low} sampai {high}"),
    "without-interval": Wording(
        en="{mean}; interval not estimable", id="{mean}; interval tidak dapat diperkirakan"
    ),
    "sd-change": Wording(en="SD of the changes", id="Simpangan baku perubahan"),
    "correlation": Wording(
        en="Correlation of before and after (Pearson r)",
        id="Korelasi sebelum dan sesudah (r Pearson)",
    ),
    "rose-fell": Wording(en="Rose, unchanged, fell", id="Naik, tetap, turun"),
    "three": Wording(en="{up}, {same}, {down}", id="{up}, {same}, {down}"),
    "t-test": Wording(en="Paired t test", id="Uji t berpasangan"),
    "t-value": Wording(en="t({df}) = {t}, p {p}", id="t({df}) = {t}, p {p}"),
    "sign-flip": Wording(
        en="Sign-flip test of the mean ({method})", id="Uji pembalikan tanda ({method})"
    ),
    "p": Wording(en="p {p}", id="p {p}"),
    "wilcoxon": Wording(
        en="Wilcoxon signed-rank test ({method}; zero differences: {zero})",
        id="Uji peringkat bertanda Wilcoxon ({method}; selisih nol: {zero})",
    ),
    "ranks": Wording(en="W+ = {plus}, W- = {minus}, p {p}", id="W+ = {plus}, W- = {minus}, p {p}"),
    "method-exact": Wording(en="exact", id="eksak"),
    "method-monte-carlo": Wording(en="Monte Carlo", id="Monte Carlo"),
    "method-asymptotic": Wording(en="asymptotic", id="asimtotik"),
    "method-asymptotic-continuity": Wording(
        en="asymptotic, with continuity correction", id="asimtotik, dengan koreksi kontinuitas"
    ),
    "hodges-lehmann": Wording(
        en="Hodges-Lehmann median change", id="Median perubahan Hodges-Lehmann"
    ),
    "g-z": Wording(
        en="Hedges' g_z (standardized by the SD of the changes)",
        id="g_z Hedges (dibakukan dengan simpangan baku perubahan)",
    ),
    "d-av": Wording(
        en="Cohen's d_av (standardized by the SDs of the two waves)",
        id="d_av Cohen (dibakukan dengan simpangan baku kedua pengukuran)",
    ),
    "rank-biserial": Wording(
        en="Matched-pairs rank-biserial correlation", id="Korelasi rank-biserial berpasangan"
    ),
    "class-gain": Wording(
        en="Normalized gain of the mean (Hake)", id="Gain ternormalisasi dari rata-rata (Hake)"
    ),
    # Data and consent.
    "judged-for": Wording(
        en="Consents were judged for the purpose '{purpose}'.",
        id="Persetujuan dinilai untuk tujuan '{purpose}'.",
    ),
    "judged-for-none": Wording(
        en="No purpose is stated, so nobody is named.",
        id="Tujuan tidak dinyatakan, sehingga tidak seorang pun disebut namanya.",
    ),
    "may-be-named": Wording(
        en="People who agreed to be named: {count} of {total}.",
        id="Orang yang setuju namanya disebut: {count} dari {total}.",
    ),
    "consent-to-measure": Wording(
        en="How people agreed to take part and to be measured, and who reviewed the study, is not "
        "part of these data; the paper has to state it.",
        id="Cara orang menyetujui keikutsertaan dan pengukuran, serta siapa yang menelaah "
        "penelitian ini, tidak ada dalam data ini; artikel harus menyatakannya.",
    ),
    "invented-people": Wording(
        en="Invented for an example: {count} of {total} people. Nothing about them is a finding.",
        id="Rekaan untuk contoh: {count} dari {total} orang. Apa pun tentang mereka bukan temuan.",
    ),
    "availability": Wording(
        en="Where the data can be had is not stated.",
        id="Tempat data dapat diperoleh tidak dinyatakan.",
    ),
}

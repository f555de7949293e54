"""Caveats of the room `impact`: what before-and-after scores can not show."""

from .wording import Wording

__all__ = ["IMPACT"]

IMPACT: dict[str, Wording] = {
    # --- every comparison of before and after ---
    "no-comparison-group": Wording(
        en="There is no comparison group: the change may have come without the program.",
        id="Tidak ada kelompok pembanding: perubahan mungkin terjadi juga tanpa program.",
    ),
    "small-n": Wording(
        en="Pairs: only {n}. One person more or less can change the picture.",
        id="Pasangan: hanya {n}. Satu orang lebih atau kurang dapat mengubah gambaran.",
    ),
    "whole-population": Wording(
        en=(
            "Everybody was measured ({n}): intervals and p values speak about a process that "
            "could have gone otherwise, not about other people in this place."
        ),
        id=(
            "Setiap orang diukur ({n}): selang kepercayaan dan nilai p berbicara tentang proses "
            "yang bisa saja berjalan lain, bukan tentang orang lain di tempat ini."
        ),
    ),
    "retrospective-before": Wording(
        en=(
            "The scores before were given afterwards, from memory: they may be lowered so that "
            "the change looks larger."
        ),
        id=(
            "Skor awal diberikan sesudahnya, dari ingatan: skor itu mungkin direndahkan sehingga "
            "perubahan tampak lebih besar."
        ),
    ),
    "unmatched": Wording(
        en=(
            "People with a score before only: {before}; after only: {after}. The result stands on "
            "those with both ({n}), who may differ from them."
        ),
        id=(
            "Hanya skor awal: {before} orang; hanya skor akhir: {after}. Hasil ini berdasar pada "
            "{n} orang dengan kedua skor, yang mungkin berbeda dari mereka."
        ),
    ),
    "missing-omitted": Wording(
        en="Pairs left out for a missing score: {omitted}; remaining: {n}.",
        id="Pasangan yang tidak dihitung karena ada skor kosong: {omitted}; tersisa: {n}.",
    ),
    "means-only": Wording(
        en=(
            "Only two means are given: who rose, how much people differ, and how many they "
            "are can not be told."
        ),
        id=(
            "Hanya ada dua rata-rata: siapa yang naik, seberapa besar perbedaan antarorang, "
            "dan berapa jumlahnya tidak dapat diketahui."
        ),
    ),
    "no-pairs": Wording(
        en="There is no complete pair: nothing can be estimated.",
        id="Tidak ada pasangan lengkap: tidak ada yang dapat diperkirakan.",
    ),
    # --- paired change: not estimable ---
    "one-pair": Wording(
        en="One pair has no spread: interval, t and effect sizes need a second one.",
        id=(
            "Satu pasangan tidak punya sebaran: selang, t, dan ukuran efek memerlukan "
            "pasangan kedua."
        ),
    ),
    "no-spread": Wording(
        en=(
            "Everyone changed by the same amount: the differences have no spread "
            "to divide by, so there is no t, no interval and no effect size in their SDs."
        ),
        id=(
            "Semua orang berubah sama besar: selisih tidak punya sebaran untuk "
            "membagi, sehingga tidak ada t, selang, dan ukuran efek dalam simpangan bakunya."
        ),
    ),
    "constant-before": Wording(
        en=(
            "All scores before are equal: what is measured in their SD, and the correlation, "
            "are not estimable."
        ),
        id=(
            "Semua skor awal sama: korelasi dan ukuran dalam simpangan baku skor awal tidak "
            "dapat diperkirakan."
        ),
    ),
    "constant-after": Wording(
        en="All scores after are equal: they have no correlation with those before.",
        id="Semua skor akhir sama: tidak ada korelasi dengan skor awal.",
    ),
    "perfect-correlation": Wording(
        en=(
            "The scores before and after lie on one line (r = {correlation}): d_rm would be 0 "
            "whatever the change."
        ),
        id=(
            "Skor awal dan akhir terletak pada satu garis (r = {correlation}): d_rm akan "
            "bernilai 0 berapa pun perubahannya."
        ),
    ),
    "all-unchanged": Wording(
        en="Nobody changed: there is no difference to rank.",
        id="Tidak ada yang berubah: tidak ada selisih untuk diperingkatkan.",
    ),
    "small-sample-factor": Wording(
        en="With two pairs the correction for small samples is 0: g_z needs a third.",
        id=("Dengan dua pasangan koreksi sampel kecil bernilai 0: g_z memerlukan pasangan ketiga."),
    ),
    "shapiro-needs-three": Wording(
        en="The Shapiro-Wilk test needs at least three pairs.",
        id="Uji Shapiro-Wilk memerlukan sedikitnya tiga pasangan.",
    ),
    "shapiro-many": Wording(
        en="The Shapiro-Wilk test is not known to hold beyond 5000 pairs; here are {n}.",
        id="Uji Shapiro-Wilk belum terbukti berlaku di atas 5000 pasangan; di sini ada {n}.",
    ),
    # --- paired change: how to read it ---
    "smallest-p": Wording(
        en=(
            "How many changed: {changed}. With so few no exact test can give a p below "
            "{smallest}: {alpha} is out of reach, whatever happened."
        ),
        id=(
            "Hanya {changed} orang berubah, sehingga uji eksak tidak dapat menghasilkan p di "
            "bawah {smallest}: {alpha} tidak terjangkau, apa pun yang terjadi."
        ),
    ),
    "tests-disagree": Wording(
        en=(
            "The tests disagree at {alpha}: t gives p = {t_p}, sign changes {sign_flip_p}, "
            "Wilcoxon {wilcoxon_p}. The one that was planned counts, not the smallest."
        ),
        id=(
            "Uji-uji ini tidak sejalan pada {alpha}: t menghasilkan p = {t_p}, pembalikan tanda "
            "{sign_flip_p}, Wilcoxon {wilcoxon_p}. Yang berlaku ialah uji yang direncanakan, "
            "bukan p yang terkecil."
        ),
    ),
    "unchanged-people": Wording(
        en=(
            "Unchanged: {unchanged} of {n}; the Wilcoxon test depends on the rule for "
            "them (here {zero_method})."
        ),
        id=(
            "{unchanged} dari {n} orang tidak berubah; uji Wilcoxon bergantung pada aturan untuk "
            "mereka (di sini {zero_method})."
        ),
    ),
    "differences-not-normal": Wording(
        en=(
            "The differences (pairs: {n}) do not look normal (Shapiro-Wilk p = {p}): trust "
            "the exact tests more than t and its interval."
        ),
        id=(
            "Selisih {n} pasangan ini tidak tampak normal (p Shapiro-Wilk = {p}): uji eksak lebih "
            "dapat dipercaya daripada t dan selangnya."
        ),
    ),
    "differences-rounded": Wording(
        en=(
            "Differences rounded to the resolution {resolution}: {moved}; so the mean "
            "change may differ a little from the difference of the means."
        ),
        id=(
            "{moved} selisih dibulatkan ke ketelitian {resolution}, sehingga rata-rata perubahan "
            "dapat sedikit berbeda dari selisih kedua rata-rata."
        ),
    ),
    "p-sampled": Wording(
        en=(
            "There are too many sign changes to count: the p value of the sign-flip test comes "
            "from {samples} random ones (seed {seed})."
        ),
        id=(
            "Pembalikan tanda terlalu banyak untuk dihitung semua: nilai p uji pembalikan tanda "
            "berasal dari {samples} pembalikan acak (seed {seed})."
        ),
    ),
    "ranks-approximated": Wording(
        en="Too many people changed ({changed}) for the exact Wilcoxon p: it is {method}.",
        id=(
            "Terlalu banyak orang berubah untuk p Wilcoxon yang eksak: nilainya {method} "
            "({changed} orang)."
        ),
    ),
    # --- gain ---
    "ceiling": Wording(
        en=(
            "Of {n}, so many had the highest score: {before} before, {after} after. The test can "
            "not show what more they know."
        ),
        id=(
            "{before} dari {n} orang mendapat skor tertinggi sebelum dan {after} sesudah: tes ini "
            "tidak dapat menunjukkan pengetahuan mereka selebihnya."
        ),
    ),
    "gain-class-at-maximum": Wording(
        en="The mean before is already the maximum: nothing was left to gain.",
        id="Rata-rata awal sudah maksimum: tidak ada lagi yang dapat diraih.",
    ),
    "gain-class-fell": Wording(
        en="The mean fell (gain {gain}): a loss is in no band of gain.",
        id="Rata-rata turun (gain {gain}): penurunan tidak termasuk kategori gain mana pun.",
    ),
    "gain-between-bands": Wording(
        en="A gain of {percent} % lies in no band of the rule {rule}.",
        id="Gain {percent} % tidak termasuk kategori mana pun menurut aturan {rule}.",
    ),
    "gain-at-maximum": Wording(
        en=(
            "At the maximum from the start: {left_out} of {n}; they are left out of the mean "
            "individual gain."
        ),
        id=(
            "{left_out} dari {n} orang sudah maksimum sejak awal dan tidak dihitung dalam "
            "rata-rata gain individu."
        ),
    ),
    "gain-no-room": Wording(
        en="Nobody had room to rise: there is no individual gain.",
        id="Tidak ada orang yang masih bisa naik: tidak ada gain individu.",
    ),
    "gain-no-change": Wording(
        en="Everyone stayed at an end of the scale: there is no normalized change.",
        id="Semua orang tetap di ujung skala: tidak ada perubahan ternormalisasi.",
    ),
    "gain-losses": Wording(
        en="Fell: {decreased} of {n}; a mean gain hides it.",
        id="{decreased} dari {n} orang turun; rata-rata gain menyembunyikan mereka.",
    ),
    "gain-two-means": Wording(
        en=(
            "The gain of the class mean ({class_gain}) and the mean of the individual gains "
            "({individual}) differ: name which one you report."
        ),
        id=(
            "Gain dari rata-rata kelas ({class_gain}) dan rata-rata gain individu ({individual}) "
            "berbeda: sebutkan mana yang dilaporkan."
        ),
    ),
    # --- increase ---
    "increase-ambiguous": Wording(
        en=(
            "The change in points, {points}, is {relative} % of the mean before and "
            "{share_of_post} % of the mean after: name which one you report."
        ),
        id=(
            "Perubahan {points} poin sama dengan {relative} % dari rata-rata awal dan "
            "{share_of_post} % dari rata-rata akhir: sebutkan mana yang dilaporkan."
        ),
    ),
    "increase-from-zero": Wording(
        en="The mean before is 0: no proportion of it can be computed.",
        id="Rata-rata awal adalah 0: proporsi terhadapnya tidak dapat dihitung.",
    ),
    "increase-to-zero": Wording(
        en="The mean after is 0: no proportion of it can be computed.",
        id="Rata-rata akhir adalah 0: proporsi terhadapnya tidak dapat dihitung.",
    ),
    "increase-negative": Wording(
        en=(
            "Some values are negative, so that 0 is not the least there can be: no proportion "
            "can be computed."
        ),
        id=(
            "Ada nilai negatif, sehingga 0 bukan nilai terendah yang mungkin: proporsi tidak "
            "dapat dihitung."
        ),
    ),
    # --- detectable effect ---
    "effect-needs-two-pairs": Wording(
        en="Fewer than two pairs have no spread: no change can be detected.",
        id="Kurang dari dua pasangan tidak punya sebaran: perubahan tidak dapat dideteksi.",
    ),
    "effect-in-sds-of-differences": Wording(
        en=(
            "The effect is in SDs of the differences, not of the scores: the more alike the order "
            "of people before and after, the smaller is that SD."
        ),
        id=(
            "Efek dinyatakan dalam simpangan baku selisih, bukan simpangan baku skor: makin mirip "
            "urutan orang sebelum dan sesudah, makin kecil simpangan baku itu."
        ),
    ),
    "effect-only-large": Wording(
        en="With so few pairs ({n}) only a large change can be shown (d_z of {d_z} or more).",
        id="Dengan pasangan sesedikit ini ({n}) hanya perubahan besar yang dapat ditunjukkan "
        "(d_z {d_z} atau lebih).",
    ),
}

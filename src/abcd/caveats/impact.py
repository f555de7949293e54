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
    # --- paired change: how the data came about ---
    "retrospective-no-pretest": Wording(
        en=(
            "Without a test before nobody knows where people began; such changes are usually "
            "larger than those between two tests. Ask why people judge their start otherwise "
            "now, and do not compare them with tests taken before."
        ),
        id=(
            "Tanpa tes awal tidak ada yang tahu dari mana orang mulai; perubahan semacam ini "
            "biasanya lebih besar daripada perubahan antara dua tes. Tanyakan mengapa orang kini "
            "menilai keadaan awalnya berbeda, dan jangan dibandingkan dengan tes awal yang "
            "sesungguhnya."
        ),
    ),
    "selected-by-low-score": Wording(
        en=(
            "People were picked for a score of at most {limit}: part of the rise would have come "
            "without the program, because a low score is partly a bad day. How much is estimated "
            "from the mean of all and a retest correlation (regression_to_mean)."
        ),
        id=(
            "Peserta dipilih karena skornya paling tinggi {limit}: sebagian kenaikan akan "
            "terjadi juga tanpa program, sebab skor rendah sebagian hanya karena sedang kurang "
            "beruntung. Besarnya dapat diperkirakan dari rata-rata semua orang dan korelasi tes "
            "ulang (regression_to_mean)."
        ),
    ),
    "floor": Wording(
        en=(
            "Many had the lowest score: {before} % before, {after} % after. The test can not "
            "tell them apart, nor show a fall."
        ),
        id=(
            "Banyak orang mendapat skor terendah: {before} % sebelum, {after} % sesudah. Tes ini "
            "tidak dapat membedakan mereka, dan tidak dapat menunjukkan penurunan."
        ),
    ),
    "ordinal-no-mean": Wording(
        en=(
            "The scores are ordinal: they have an order and no distances, so what stands on "
            "differences is not given. Counts and the sign test hold."
        ),
        id=(
            "Skor ini bersifat ordinal: ada urutannya, tetapi jaraknya tidak bermakna, sehingga "
            "yang berdasar pada selisih tidak diberikan. Jumlah orang dan uji tanda tetap "
            "berlaku."
        ),
    ),
    "regression-assumes": Wording(
        en=(
            "The expected change stands on the mean of everyone ({mean}) and the retest "
            "correlation ({correlation}) as given, both taken without error, and on a line "
            "between both scores."
        ),
        id=(
            "Perubahan yang diperkirakan ini berdasar pada rata-rata semua orang ({mean}) dan "
            "korelasi tes ulang ({correlation}) yang diberikan, keduanya dianggap tanpa galat, "
            "serta pada hubungan garis lurus antara kedua skor."
        ),
    ),
    # --- paired change: intervals and robust twins ---
    "interval-one-pair": Wording(
        en="One pair has no spread: an interval needs a second one.",
        id="Satu pasangan tidak punya sebaran: selang memerlukan pasangan kedua.",
    ),
    "remaining-no-spread": Wording(
        en=(
            "For all {n} the same remains of the change beyond what was to be expected: an "
            "interval needs values that differ."
        ),
        id=(
            "Untuk semua {n} orang sisa perubahan di luar yang diperkirakan sama besar: selang "
            "memerlukan nilai yang bervariasi."
        ),
    ),
    "interval-no-spread": Wording(
        en=(
            "All {n} changed by the same amount: an interval needs differences that differ; "
            "people measured more finely may show them."
        ),
        id=(
            "Semua {n} orang berubah sama besar: selang memerlukan selisih yang bervariasi; "
            "pengukuran yang lebih teliti mungkin menunjukkannya."
        ),
    ),
    "interval-too-few-signs": Wording(
        en=(
            "Pairs: {n}. So few can give no sign-flip interval at {confidence}; the next level "
            "below is {most}."
        ),
        id=(
            "Pasangan: {n}. Sesedikit itu tidak dapat menghasilkan selang pembalikan tanda pada "
            "{confidence}; taraf terdekat di bawahnya {most}."
        ),
    ),
    "interval-symmetric": Wording(
        en="The interval from ranks or sign changes takes the differences to be symmetric.",
        id="Selang dari peringkat atau pembalikan tanda menganggap selisih tersebar simetris.",
    ),
    "interval-bootstrap-few": Wording(
        en="Pairs: {n}. A bootstrap interval ({method}) of so few is usually too narrow.",
        id="Pasangan: {n}. Selang bootstrap ({method}) dari sesedikit itu biasanya terlalu sempit.",
    ),
    "trimmed-no-spread": Wording(
        en=(
            "Those kept in the middle ({kept} of {n}) have no spread: the trimmed mean has no "
            "interval. More people, or a smaller trim, may give one."
        ),
        id=(
            "Yang tersisa di tengah ({kept} dari {n}) tidak punya sebaran: rata-rata terpangkas "
            "tidak punya selang. Peserta yang lebih banyak, atau pemangkasan yang lebih kecil, "
            "mungkin menghasilkannya."
        ),
    ),
    "ranks-too-few": Wording(
        en="Pairs: {n}. So few can give no interval from ranks or signs at {confidence}.",
        id=(
            "Pasangan: {n}. Sesedikit itu tidak dapat menghasilkan selang dari peringkat atau "
            "tanda pada {confidence}."
        ),
    ),
    "sign-test-unchanged": Wording(
        en="Unchanged: {unchanged} of {n}; the sign test leaves them out.",
        id="{unchanged} dari {n} orang tidak berubah; uji tanda tidak menghitung mereka.",
    ),
    "effect-band-convention": Wording(
        en=(
            "The band ({rule}) is a convention of other fields: it does not say what a change is "
            "worth to people, and each kind of d has its own size."
        ),
        id=(
            "Sebutan ini ({rule}) adalah kesepakatan dari bidang lain: tidak menyatakan seberapa "
            "berarti perubahan itu bagi orang, dan tiap jenis d punya ukurannya sendiri."
        ),
    ),
    # --- importance and equivalence ---
    "importance-unclear": Wording(
        en=(
            "The interval reaches {half} to either side: too wide to tell a change of "
            "{important} from none. More people, or a finer instrument, would narrow it."
        ),
        id=(
            "Selangnya menjangkau {half} ke kedua sisi: terlalu lebar untuk membedakan perubahan "
            "sebesar {important} dari tidak ada perubahan. Peserta yang lebih banyak, atau alat "
            "ukur yang lebih teliti, akan mempersempitnya."
        ),
    ),
    "importance-said-by": Wording(
        en=(
            "That a change of {important} matters is the word of who set it: say who, and that "
            "it was set before the data were seen."
        ),
        id=(
            "Bahwa perubahan sebesar {important} berarti adalah ketentuan orang yang "
            "menetapkannya: sebutkan siapa, dan bahwa itu ditetapkan sebelum data dilihat."
        ),
    ),
    "importance-single-changes": Wording(
        en="A single change contains the error of the instrument: some pass the limit by chance.",
        id=(
            "Perubahan satu orang mengandung galat alat ukur: sebagian melewati batas hanya "
            "karena kebetulan."
        ),
    ),
    # --- binary change ---
    "binary-unchanged": Wording(
        en="Nobody's answer changed: the interval of Wald has no width; ask for Newcombe's.",
        id=(
            "Tidak ada jawaban yang berubah: selang Wald tidak punya lebar; gunakan selang "
            "Newcombe."
        ),
    ),
    "binary-nothing-to-learn": Wording(
        en="Everybody could before: nobody was left to learn.",
        id="Semua sudah bisa sebelumnya: tidak ada lagi yang perlu belajar.",
    ),
    "binary-none-lost": Wording(
        en="Nobody lost it (learned: {learned}): there is no odds ratio.",
        id="Tidak ada yang kehilangan kemampuan (yang belajar: {learned}): tidak ada rasio odds.",
    ),
    "binary-all-changed": Wording(
        en=(
            "All answers changed, and in the same direction (people: {n}): the interval of Wald "
            "has no width; ask for Newcombe's."
        ),
        id=(
            "Semua jawaban berubah ke arah yang sama (orang: {n}): selang Wald tidak punya lebar; "
            "gunakan selang Newcombe."
        ),
    ),
    "binary-wald-few": Wording(
        en=(
            "Learned {learned}, lost {lost}: the interval of Wald is too narrow for so few; "
            "Newcombe's holds better."
        ),
        id=(
            "Belajar {learned}, kehilangan {lost}: selang Wald terlalu sempit untuk sesedikit "
            "itu; selang Newcombe lebih dapat diandalkan."
        ),
    ),
    "binary-lost": Wording(
        en="Some could before and can not now: {lost}, beside {learned} who learned it.",
        id="Ada yang dulu bisa dan kini tidak: {lost} orang, di samping {learned} yang belajar.",
    ),
    # --- more than two waves ---
    "waves-incomplete": Wording(
        en="People who lack a wave are left out: {left_out}; remaining: {n}, who may differ.",
        id=(
            "Orang yang tidak ikut semua gelombang tidak dihitung: {left_out}; tersisa: {n}, "
            "yang mungkin berbeda."
        ),
    ),
    "waves-nobody": Wording(
        en="Nobody has a score in every wave: nothing can be compared.",
        id="Tidak ada orang dengan skor di setiap gelombang: tidak ada yang dapat dibandingkan.",
    ),
    "waves-alike": Wording(
        en="Everybody has the same score in all waves: there is nothing to rank.",
        id="Skor setiap orang sama di semua gelombang: tidak ada yang dapat diperingkatkan.",
    ),
    "waves-equal-times": Wording(
        en="No times are given: slopes take the waves to be equally far apart.",
        id="Waktu tidak disebutkan: kemiringan menganggap jarak antargelombang sama.",
    ),
    "waves-sampled": Wording(
        en="Some p come from {samples} random orders or sign changes (seed {seed}).",
        id="Sebagian p berasal dari {samples} urutan atau pembalikan tanda acak (seed {seed}).",
    ),
    "waves-no-spread": Wording(
        en=(
            "People: {n}. Where all of them changed alike, or there is one only, there is no "
            "interval; more people are needed."
        ),
        id=(
            "Orang: {n}. Bila semuanya berubah sama besar, atau hanya ada satu orang, tidak ada "
            "selang; diperlukan lebih banyak orang."
        ),
    ),
    # --- many communities ---
    "rows-not-estimable": Wording(
        en=(
            "Rows with a value that can not be estimated: {rows} of {total}. They have no pairs, "
            "one pair, or no spread; they need more people."
        ),
        id=(
            "Baris dengan nilai yang tidak dapat diperkirakan: {rows} dari {total}. Baris itu "
            "tanpa pasangan, hanya satu pasangan, atau tanpa sebaran; diperlukan lebih banyak "
            "orang."
        ),
    ),
    "rows-no-bootstrap": Wording(
        en="No bootstrap interval was asked for.",
        id="Selang bootstrap tidak diminta.",
    ),
    "rows-small-n": Wording(
        en=(
            "Of {total} rows, so many have few pairs (fewer than {least}): {rows}. There one "
            "person can change the picture."
        ),
        id=(
            "Baris dengan sedikit pasangan (kurang dari {least}): {rows} dari {total}. Di sana "
            "satu orang dapat mengubah gambaran."
        ),
    ),
    "rows-left-out": Wording(
        en="Left out: with one score only, {unmatched}; pairs with a missing score, {omitted}.",
        id=(
            "Tidak dihitung: dengan satu skor saja, {unmatched}; pasangan dengan skor kosong, "
            "{omitted}."
        ),
    ),
    "rows-sampled": Wording(
        en=(
            "Rows whose sign-flip p comes from {samples} random sign changes (seed {seed}): "
            "{rows}. They share these changes, so their errors are alike."
        ),
        id=(
            "Baris yang nilai p pembalikan tandanya berasal dari {samples} pembalikan acak (seed "
            "{seed}): {rows}. Pembalikannya sama, sehingga galatnya serupa."
        ),
    ),
    # --- pooling ---
    "pool-left-out": Wording(
        en="Without an effect or a variance above 0, so left out: {left_out}; pooled: {n}.",
        id=(
            "Tanpa efek atau tanpa varians di atas 0, sehingga tidak dihitung: {left_out}; "
            "digabungkan: {n}."
        ),
    ),
    "pool-nothing": Wording(
        en="No community has an effect with a variance: nothing can be pooled.",
        id="Tidak ada komunitas dengan efek dan varians: tidak ada yang dapat digabungkan.",
    ),
    "pool-one": Wording(
        en="One community: how effects differ between communities can not be told.",
        id="Satu komunitas: perbedaan efek antarkomunitas tidak dapat diketahui.",
    ),
    "pool-two": Wording(
        en="Pooled: {n}. Where the next community would lie needs three at least.",
        id="Digabungkan: {n}. Perkiraan letak komunitas berikutnya memerlukan sedikitnya tiga.",
    ),
    "pool-few": Wording(
        en=(
            "Pooled: only {n}. The variance between communities is hardly known, and with it all "
            "intervals."
        ),
        id=(
            "Digabungkan: hanya {n}. Varians antarkomunitas hampir tidak diketahui, demikian "
            "pula semua selangnya."
        ),
    ),
    "pool-fixed": Wording(
        en=(
            "The fixed effect takes one true effect for all: it speaks about these communities, "
            "and about no other."
        ),
        id=(
            "Efek tetap menganggap satu efek sejati bagi semua: hasilnya berlaku untuk "
            "komunitas-komunitas ini, bukan untuk yang lain."
        ),
    ),
    "pool-equal": Wording(
        en=(
            "All effects are equal: the Hartung-Knapp interval has no width. The floored or the "
            "normal one can be given."
        ),
        id=(
            "Semua efek sama: selang Hartung-Knapp tidak punya lebar. Gunakan versi yang "
            'dibatasi ("hartung-knapp-floored") atau selang normal.'
        ),
    ),
    "hartung-knapp-narrow": Wording(
        en=(
            "The effects differ less than chance alone gives: the Hartung-Knapp interval may be "
            "too narrow; compare it with the floored one."
        ),
        id=(
            "Efek-efek ini berbeda lebih kecil daripada akibat kebetulan saja: selang "
            "Hartung-Knapp mungkin terlalu sempit; bandingkan dengan versi yang dibatasi."
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
    # --- reliability of questionnaires ---
    "alpha-one-item": Wording(
        en="One item alone has no alpha: it takes two that are meant to measure the same.",
        id="Satu butir saja tidak punya alfa: diperlukan dua butir yang mengukur hal yang sama.",
    ),
    "alpha-one-person": Wording(
        en="People who answered all items: {n}. Alpha takes at least two.",
        id="Responden yang menjawab semua butir: {n}. Alfa memerlukan sedikitnya dua.",
    ),
    "alpha-no-spread": Wording(
        en="The sums of the answers are the same for everybody: there is no alpha.",
        id="Jumlah jawaban sama untuk setiap responden: tidak ada alfa.",
    ),
    "alpha-perfect": Wording(
        en="Alpha is 1: its interval would have no length, which says nothing about other people.",
        id=(
            "Alfa bernilai 1: selangnya tidak punya lebar dan tidak berkata apa pun tentang orang "
            "lain."
        ),
    ),
    "alpha-negative": Wording(
        en=(
            "Alpha is negative ({alpha}): items run against each other. One may be worded the "
            "other way round and not turned."
        ),
        id=(
            "Alfa negatif ({alpha}): butir-butir saling berlawanan. Mungkin ada butir dengan "
            "pernyataan negatif yang belum dibalik skornya."
        ),
    ),
    "items-look-reversed": Wording(
        en=(
            "Items that run against the others: {items}. They may be worded the other way round; "
            "nothing was turned that was not named."
        ),
        id=(
            "Butir yang berlawanan dengan butir lain: {items}. Mungkin pernyataannya negatif; "
            "hanya butir yang disebutkan yang dibalik skornya."
        ),
    ),
    "items-constant": Wording(
        en=(
            "Items that everybody answered alike: {items}. They add nothing to alpha but "
            "their number, and have no correlation with others."
        ),
        id=(
            "Butir yang dijawab sama oleh semua orang: {items}. Butir itu hanya menambah jumlah "
            "butir dalam alfa dan tidak punya korelasi dengan butir lain."
        ),
    ),
    "items-opposed": Wording(
        en="The items are so opposed to each other that there is no standardized alpha.",
        id="Butir-butir begitu berlawanan sehingga alfa terstandar tidak ada.",
    ),
    "rest-constant": Wording(
        en=(
            "The sum of the other items is the same for everybody, so that there is no item-rest "
            "correlation (items: {items})."
        ),
        id=(
            "Jumlah butir lainnya sama untuk setiap orang, sehingga tidak ada korelasi butir "
            "dengan sisanya (butir: {items})."
        ),
    ),
    "alpha-if-dropped": Wording(
        en="Items without which no alpha is left: {items}.",
        id="Banyaknya butir yang bila dihapus tidak menyisakan alfa: {items}.",
    ),
    "alpha-few-people": Wording(
        en=(
            "Those who answered all items: only {n}. Alpha may be far off: look at the interval, "
            "not at a limit of .7."
        ),
        id=(
            "Hanya {n} responden: alfa dapat jauh meleset. Lihatlah selangnya, bukan sekadar "
            "batas 0,7."
        ),
    ),
    "alpha-not-one-thing": Wording(
        en=(
            "Alpha does not show that the items measure one thing, nor the right thing; more "
            "items alone make it higher."
        ),
        id=(
            "Alfa tidak membuktikan bahwa butir-butir mengukur satu hal, atau hal yang benar; "
            "menambah butir saja sudah menaikkannya."
        ),
    ),
    "answers-omitted": Wording(
        en="Left out for a missing answer: {omitted}; remaining: {n}.",
        id="Responden yang tidak dihitung karena ada jawaban kosong: {omitted}; tersisa: {n}.",
    ),
    # --- Likert index ---
    "likert-no-answers": Wording(
        en="There is no answer: no index and no share can be computed.",
        id="Tidak ada jawaban: indeks dan proporsi tidak dapat dihitung.",
    ),
    "likert-equal-steps": Wording(
        en=(
            "The index takes the steps of the scale for equal distances, which they are not known "
            "to be: show the distribution of the answers beside it."
        ),
        id=(
            "Indeks menganggap jarak antarpilihan jawaban sama besar, padahal belum tentu: "
            "sajikan juga sebaran jawabannya."
        ),
    ),
    "likert-floor": Wording(
        en=(
            "The lowest answer is {minimum}, so that the index starts at {percent} %, not at 0; "
            "the percentage from the minimum starts at 0."
        ),
        id=(
            "Jawaban terendah adalah {minimum}, sehingga indeks mulai dari {percent} %, bukan 0; "
            "persentase dari nilai minimum mulai dari 0."
        ),
    ),
    "likert-no-middle": Wording(
        en="The scale has an even number of answers: none is neutral.",
        id="Banyaknya pilihan jawaban genap: tidak ada jawaban netral.",
    ),
    "likert-missing": Wording(
        en="Answers not given: {missing}; given: {answers}. The index stands on the given ones.",
        id="Jawaban kosong: {missing}; terisi: {answers}. Indeks berdasar pada yang terisi.",
    ),
    "likert-empty-items": Wording(
        en="Items that nobody answered: {items}.",
        id="Banyaknya butir yang tidak dijawab siapa pun: {items}.",
    ),
    # --- inequality ---
    "inequality-no-values": Wording(
        en="There is no value: nothing can be said about how it is spread.",
        id="Tidak ada nilai: sebarannya tidak dapat dinyatakan.",
    ),
    "inequality-negative": Wording(
        en="Some values are negative: measures of inequality are defined from 0 only.",
        id="Ada nilai negatif: ukuran ketimpangan hanya terdefinisi mulai dari 0.",
    ),
    "inequality-all-zero": Wording(
        en="Nobody has anything: there is nothing to be spread.",
        id="Tidak seorang pun memiliki apa-apa: tidak ada yang dapat dibagi.",
    ),
    "deviation-zero": Wording(
        en=(
            "Somebody has nothing: the mean log deviation would be infinite "
            "(zeros: {zeros} of {n})."
        ),
        id=(
            "Ada yang tidak memiliki apa-apa: simpangan log rata-rata akan tak hingga "
            "(nol: {zeros} dari {n})."
        ),
    ),
    "atkinson-zero": Wording(
        en=(
            "Somebody has nothing (zeros: {zeros} of {n}): with epsilon {epsilon} the index is 1 "
            "whatever the others have."
        ),
        id=(
            "Ada yang tidak memiliki apa-apa (nol: {zeros} dari {n}): dengan epsilon {epsilon} "
            "indeks bernilai 1 berapa pun milik yang lain."
        ),
    ),
    "gini-one-value": Wording(
        en="One value has no form for small samples: it needs a second one.",
        id="Satu nilai tidak punya koreksi sampel kecil: diperlukan nilai kedua.",
    ),
    "values-omitted": Wording(
        en="Left out for a missing value: {omitted}; remaining: {n}.",
        id="Tidak dihitung karena nilainya kosong: {omitted}; tersisa: {n}.",
    ),
    "interval-one-value": Wording(
        en="One value has no bootstrap interval: it needs a second one.",
        id="Satu nilai tidak punya selang bootstrap: diperlukan nilai kedua.",
    ),
    "interval-degenerate": Wording(
        en="Every bootstrap sample gives the same: an interval would have no length.",
        id="Semua sampel bootstrap memberi hasil yang sama: selangnya tidak punya lebar.",
    ),
    "interval-bias": Wording(
        en=(
            "Nearly all bootstrap samples lie on one side of the value: the BCa interval can not "
            "be computed."
        ),
        id=(
            "Hampir semua sampel bootstrap berada di satu sisi nilai itu: selang BCa tidak dapat "
            "dihitung."
        ),
    ),
    "interval-undefined": Wording(
        en=(
            "Bootstrap samples without a value: {undefined} of {samples}; an interval of the "
            "others would mislead."
        ),
        id=(
            "Sampel bootstrap tanpa hasil: {undefined} dari {samples}; selang dari sisanya akan "
            "menyesatkan."
        ),
    ),
    "interval-some-undefined": Wording(
        en="Bootstrap samples without a value, left out: {undefined} of {samples}.",
        id="Sampel bootstrap tanpa hasil yang tidak dihitung: {undefined} dari {samples}.",
    ),
    "interval-few-values": Wording(
        en="Values: only {n}. Bootstrap intervals of inequality are too short with so few.",
        id=(
            "Nilai: hanya {n}. Selang bootstrap untuk ketimpangan terlalu sempit bila sesedikit "
            "ini."
        ),
    ),
    # --- comparison groups ---
    "parallel-trends": Wording(
        en=(
            "The difference is an effect only if both groups would have changed alike without the "
            "program (parallel trends). One wave before can not test that."
        ),
        id=(
            "Selisih ini hanya berarti dampak jika kedua kelompok akan berubah sejajar tanpa "
            "program (tren paralel). Satu pengukuran awal tidak dapat mengujinya."
        ),
    ),
    "means-without-spread": Wording(
        en="Four numbers have no spread: neither an error nor a p can be computed.",
        id="Empat angka tidak punya sebaran: galat baku dan nilai p tidak dapat dihitung.",
    ),
    "groups-chosen": Wording(
        en=(
            "People chose their group or were chosen: whatever led to that may have made the "
            "difference too."
        ),
        id=(
            "Orang memilih kelompoknya sendiri atau dipilihkan: hal yang mendasari pilihan itu "
            "mungkin juga penyebab perbedaannya."
        ),
    ),
    "groups-assignment-unknown": Wording(
        en=(
            "How people came into their groups is not said: only a lot makes the groups alike in "
            "everything else."
        ),
        id=(
            "Cara orang masuk ke kelompoknya tidak disebutkan: hanya undian yang membuat kedua "
            "kelompok serupa dalam segala hal lain."
        ),
    ),
    "small-groups": Wording(
        en=(
            "People in the smallest groups: {first} and {second}. One person more or less can "
            "change the picture."
        ),
        id=(
            "Jumlah orang di kelompok terkecil: {first} dan {second}. Satu orang lebih atau kurang "
            "dapat mengubah gambaran."
        ),
    ),
    "rows-unmatched": Wording(
        en=(
            "People who are not in every column: {unmatched}. The result stands on the others "
            "({n}), who may differ from them."
        ),
        id=(
            "Orang yang tidak ada di semua kolom: {unmatched}. Hasil ini berdasar pada {n} orang "
            "lainnya, yang mungkin berbeda dari mereka."
        ),
    ),
    "rows-omitted": Wording(
        en="People left out for a missing value: {omitted}; remaining: {n}.",
        id="Orang yang tidak dihitung karena ada nilai kosong: {omitted}; tersisa: {n}.",
    ),
    "groups-smallest-p": Wording(
        en=(
            "People or clusters that can change places: {units}. With so few no p below "
            "{smallest} is possible: {alpha} is out of reach, whatever happened."
        ),
        id=(
            "Orang atau klaster yang dapat bertukar kelompok: {units}. Dengan jumlah ini p di "
            "bawah {smallest} tidak mungkin: {alpha} tidak terjangkau, apa pun yang terjadi."
        ),
    ),
    "arrangements-sampled": Wording(
        en=(
            "There are too many arrangements to count: the p value comes from {samples} random "
            "ones (seed {seed})."
        ),
        id=(
            "Susunan kelompok terlalu banyak untuk dihitung semua: nilai p berasal dari {samples} "
            "susunan acak (seed {seed})."
        ),
    ),
    "group-empty": Wording(
        en="A group has no values: nothing can be compared.",
        id="Ada kelompok tanpa nilai: tidak ada yang dapat dibandingkan.",
    ),
    "group-of-one": Wording(
        en="A group of one person has no spread: errors and effect sizes need a second one.",
        id=(
            "Kelompok yang berisi satu orang tidak punya sebaran: galat baku dan ukuran efek "
            "memerlukan orang kedua."
        ),
    ),
    "groups-no-spread": Wording(
        en="Within the groups nobody differs: there is no spread to compare the difference with.",
        id=(
            "Di dalam kelompok tidak ada perbedaan antarorang: tidak ada sebaran sebagai "
            "pembanding selisih."
        ),
    ),
    "control-no-spread": Wording(
        en="The control group has no spread: the difference can not be divided by it.",
        id="Kelompok pembanding tidak punya sebaran: selisih tidak dapat dibagi dengannya.",
    ),
    "groups-small-sample-factor": Wording(
        en=(
            "Three people leave one degree of freedom, where the correction for few people is 0: "
            "no g."
        ),
        id=(
            "Tiga orang menyisakan satu derajat bebas; pada titik itu koreksi sampel kecil "
            "bernilai 0: tidak ada g."
        ),
    ),
    "gains-not-ancova": Wording(
        en=(
            "Changes were compared. An analysis of covariance compares people who started alike; "
            "where groups differed before, the two can disagree."
        ),
        id=(
            "Yang dibandingkan adalah perubahan. Analisis kovarians membandingkan orang dengan "
            "skor awal yang sama; jika kedua kelompok sudah berbeda sejak awal, keduanya dapat "
            "bertentangan."
        ),
    ),
    "errors-ignore-clusters": Wording(
        en=(
            "Clusters are given ({clusters}), and errors of the kind {errors} ignore them: people "
            "of one place are more alike, so these errors are probably too small."
        ),
        id=(
            "Klaster diberikan ({clusters}), tetapi galat baku jenis {errors} mengabaikannya: "
            "orang setempat lebih mirip satu sama lain, jadi galat baku ini mungkin terlalu "
            "kecil."
        ),
    ),
    "clusters-few": Wording(
        en=(
            "Clusters: {clusters}. With so few, CR1 errors are too small: use CR2, and the "
            "permutation by cluster."
        ),
        id=(
            "Klaster: {clusters}. Dengan jumlah ini galat baku CR1 terlalu kecil: gunakan CR2 dan "
            "permutasi menurut klaster."
        ),
    ),
    "clusters-few-degrees": Wording(
        en=(
            "The clusters ({clusters}) leave {freedom} degrees of freedom: below 4 the t test is "
            "not to be trusted."
        ),
        id=(
            "Klaster ({clusters}) menyisakan {freedom} derajat bebas: di bawah 4 uji t tidak "
            "dapat dipercaya."
        ),
    ),
    "group-of-one-cluster": Wording(
        en=(
            "A group lies in one cluster: what is due to the place and what to the program can "
            "not be told apart, and there is no error."
        ),
        id=(
            "Ada kelompok yang berada dalam satu klaster saja: pengaruh tempat dan pengaruh "
            "program tidak dapat dipisahkan, dan galat baku tidak ada."
        ),
    ),
    "clusters-not-movable": Wording(
        en=(
            "Clusters lie in both groups, or were not seen in both waves: they can not change "
            "places as a whole, so there is no permutation."
        ),
        id=(
            "Ada klaster yang berada di kedua kelompok, atau tidak teramati pada kedua "
            "pengukuran: klaster itu tidak dapat bertukar tempat secara utuh, sehingga tidak ada "
            "permutasi."
        ),
    ),
    "cross-section-not-permuted": Wording(
        en=(
            "Other people were asked in each wave: only clusters that were seen twice could "
            "change places, and none are given."
        ),
        id=(
            "Orang yang ditanya berbeda pada tiap pengukuran: hanya klaster yang teramati dua "
            "kali dapat bertukar tempat, dan klaster tidak diberikan."
        ),
    ),
    # --- analysis of covariance ---
    "lords-paradox": Wording(
        en=(
            "People with the same score before are compared. Where a lot did not make the groups, "
            "this can disagree with a comparison of changes (Lord's paradox), and neither is "
            "right by itself."
        ),
        id=(
            "Yang dibandingkan adalah orang dengan skor awal yang sama. Jika kelompok tidak "
            "dibentuk dengan undian, hasilnya dapat bertentangan dengan perbandingan perubahan "
            "(paradoks Lord), dan tidak satu pun benar dengan sendirinya."
        ),
    ),
    "one-group": Wording(
        en="There is one group only: nothing can be compared with it.",
        id="Hanya ada satu kelompok: tidak ada pembandingnya.",
    ),
    "ancova-not-determined": Wording(
        en=(
            "People: {n}, coefficients: {coefficients}. A score or covariate does not vary or "
            "follows from the others, or there are too few people: nothing is determined."
        ),
        id=(
            "Orang: {n}, koefisien: {coefficients}. Ada skor atau kovariat yang tidak bervariasi "
            "atau mengikuti yang lain, atau orangnya terlalu sedikit: tidak ada yang dapat "
            "ditentukan."
        ),
    ),
    "ancova-cluster-alone": Wording(
        en=(
            "A group lies in one cluster: what is due to the place and what to the program can "
            "not be told apart, and there are no errors."
        ),
        id=(
            "Ada kelompok yang berada dalam satu klaster: pengaruh tempat dan pengaruh program "
            "tidak dapat dipisahkan, dan galat baku tidak ada."
        ),
    ),
    "ancova-no-errors": Wording(
        en=(
            "People: {n}, coefficients: {coefficients}. The fit is exact, or one person alone "
            "decides a coefficient: there is nothing to tell errors from."
        ),
        id=(
            "Orang: {n}, koefisien: {coefficients}. Model cocok sempurna, atau satu orang sendiri "
            "menentukan sebuah koefisien: galat baku tidak punya dasar."
        ),
    ),
    "outcome-constant": Wording(
        en="Everybody has the same score after: there is no variance to explain.",
        id="Semua orang mendapat skor akhir yang sama: tidak ada ragam yang perlu dijelaskan.",
    ),
    "slopes-not-tested": Wording(
        en=(
            "Too few people, or too little spread, to test whether the score before matters alike "
            "in all groups."
        ),
        id=(
            "Orangnya terlalu sedikit, atau sebarannya terlalu kecil, untuk menguji apakah skor "
            "awal berpengaruh sama di semua kelompok."
        ),
    ),
    "ancova-tests-ignore-clusters": Wording(
        en=(
            "Clusters are given ({clusters}), and the F tests of terms and slopes ignore them: "
            "people of one place are more alike, so their p is probably too small. Take the p of "
            "the effects."
        ),
        id=(
            "Klaster diberikan ({clusters}), tetapi uji F untuk suku model dan untuk kemiringan "
            "mengabaikannya: orang setempat lebih mirip satu sama lain, jadi nilai p-nya mungkin "
            "terlalu kecil. Gunakan nilai p dari dampak."
        ),
    ),
    "slopes-differ": Wording(
        en=(
            "The score before does not matter alike in all groups (p = {p}): one effect for "
            "everybody hides that it depends on where people started."
        ),
        id=(
            "Skor awal tidak berpengaruh sama di semua kelompok (p = {p}): satu angka dampak "
            "untuk semua orang menutupi bahwa dampaknya bergantung pada skor awal."
        ),
    ),
    # --- baseline balance ---
    "balance-of-what-was-asked": Wording(
        en="Groups that are alike in what was asked may differ in what was not.",
        id=(
            "Kelompok yang serupa dalam hal yang ditanyakan mungkin berbeda dalam hal yang tidak "
            "ditanyakan."
        ),
    ),
    "balance-missing": Wording(
        en="Values that are missing: {missing}. The groups are compared on those who answered.",
        id="Nilai yang kosong: {missing}. Kelompok dibandingkan berdasarkan mereka yang menjawab.",
    ),
    "balance-looks-binary": Wording(
        en=(
            "Variables with 0 and 1 only, taken as continuous: {variables}. Name them as binary "
            "for the Cox index."
        ),
        id=(
            "Variabel yang hanya berisi 0 dan 1 tetapi diperlakukan sebagai kontinu: {variables}. "
            "Nyatakan sebagai biner agar indeks Cox digunakan."
        ),
    ),
    "balance-not-estimable": Wording(
        en=(
            "Variables without a standardized difference: {count} ({variables}). There is no "
            "spread, a share of 0 or 1, or nobody."
        ),
        id=(
            "Variabel tanpa selisih terstandar: {count} ({variables}). Tidak ada sebaran, "
            "proporsinya 0 atau 1, atau tidak ada orangnya."
        ),
    ),
    # --- attrition ---
    "nobody-started": Wording(
        en="A group has nobody who started: it has no rate.",
        id="Ada kelompok tanpa peserta awal: kelompok itu tidak punya tingkat kehilangan.",
    ),
    "attrition-one-group": Wording(
        en="Differential attrition needs a second group of people who started.",
        id=(
            "Selisih kehilangan peserta antarkelompok memerlukan kelompok kedua yang punya "
            "peserta awal."
        ),
    ),
    "attrition-many-groups": Wording(
        en="The limits are made for two groups: compare them two by two.",
        id="Batas itu dibuat untuk dua kelompok: bandingkan kelompok sepasang demi sepasang.",
    ),
    "attrition-high": Wording(
        en=(
            "Lost: {overall} % of all; the groups differ by {differential} percentage points: "
            "high by the standard of What Works Clearinghouse (up to {cautious} cautiously, "
            "{optimistic} optimistically). The groups that are left are no longer those of the "
            "start."
        ),
        id=(
            "Peserta hilang: {overall} % dari semua, dengan selisih {differential} poin "
            "antarkelompok: tinggi menurut standar What Works Clearinghouse (batas {cautious} "
            "secara hati-hati, {optimistic} secara optimistis). Kelompok yang tersisa bukan lagi "
            "kelompok semula."
        ),
    ),
    "attrition-depends": Wording(
        en=(
            "Lost: {overall} % of all; the groups differ by {differential} percentage points: low "
            "only if the program could not make people leave or stay (up to {optimistic}), else "
            "high (above {cautious})."
        ),
        id=(
            "Peserta hilang: {overall} % dari semua, dengan selisih {differential} poin "
            "antarkelompok: rendah hanya jika program tidak mungkin membuat orang pergi atau "
            "bertahan (batas {optimistic}), selain itu tinggi (di atas {cautious})."
        ),
    ),
    "attrition-beyond-cautious": Wording(
        en=(
            "Lost: {overall} % of all; the groups differ by {differential} percentage points. Of "
            "so many no difference is low cautiously; optimistically up to {optimistic} is."
        ),
        id=(
            "Peserta hilang: {overall} % dari semua, dengan selisih {differential} poin "
            "antarkelompok. Pada tingkat ini tidak ada selisih yang tergolong rendah secara "
            "hati-hati; secara optimistis batasnya {optimistic}."
        ),
    ),
    "attrition-beyond-table": Wording(
        en="Lost: {overall} % of all. Of so many no difference between the groups is low.",
        id=(
            "Peserta hilang: {overall} % dari semua. Pada tingkat ini tidak ada selisih "
            "antarkelompok yang tergolong rendah."
        ),
    ),
    "attrition-unexplained": Wording(
        en="Of those lost ({lost}) so many are without a known reason: {unexplained}.",
        id="Dari {lost} orang yang hilang, yang tidak diketahui alasannya: {unexplained}.",
    ),
    "lost-not-compared": Wording(
        en=(
            "Those lost and those who stayed can not be compared in: {variables}. There are too "
            "few values, or they do not vary."
        ),
        id=(
            "Mereka yang hilang dan yang bertahan tidak dapat dibandingkan dalam: {variables}. "
            "Nilainya terlalu sedikit atau tidak bervariasi."
        ),
    ),
    "loss-bounds": Wording(
        en=(
            "Without an outcome: {lost} of {n}. The difference is that of the others; the bounds "
            "say what those lost could have made of it."
        ),
        id=(
            "Tanpa hasil akhir: {lost} dari {n}. Selisih ini berasal dari yang lain; batas- "
            "batasnya menunjukkan apa yang mungkin terjadi seandainya yang hilang ikut terukur."
        ),
    ),
    "no-outcomes": Wording(
        en="A group has no outcome: there is no difference.",
        id="Ada kelompok tanpa hasil akhir: tidak ada selisih.",
    ),
    "no-completers": Wording(
        en="Nobody who completed the program has an outcome: there is no difference for them.",
        id="Tidak ada yang menyelesaikan program dan punya hasil akhir: selisihnya tidak ada.",
    ),
    "completers-are-chosen": Wording(
        en=(
            "Those who complete a program are not those who were offered it: their difference "
            "flatters it."
        ),
        id=(
            "Mereka yang menyelesaikan program bukanlah semua yang ditawari: selisih mereka "
            "membuat program tampak lebih baik."
        ),
    ),
    "not-carried-forward": Wording(
        en="Somebody has neither score: nothing can be carried forward for them.",
        id="Ada orang tanpa kedua skor: tidak ada skor awal yang dapat diteruskan untuknya.",
    ),
    "carried-forward-assumes": Wording(
        en=(
            "For {lost} of {n} the score before stands for the score after: that they stayed as "
            "they were is an assumption."
        ),
        id=(
            "Untuk {lost} dari {n} orang skor awal menggantikan skor akhir: bahwa mereka tetap "
            "seperti semula hanyalah asumsi."
        ),
    ),
    "no-scale": Wording(
        en="Without the ends of the scale there is no worst case.",
        id="Tanpa batas terendah dan tertinggi skala tidak ada kasus terburuk.",
    ),
    "nobody-answered": Wording(
        en="There are no people: no share can be computed.",
        id="Tidak ada orang: proporsi tidak dapat dihitung.",
    ),
    "items-often-missing": Wording(
        en=(
            "Items that more than {percent} % left out: {items}. Ask why: not understood, not "
            "welcome, or not for everybody."
        ),
        id=(
            "Butir yang dilewati lebih dari {percent} % orang: {items}. Tanyakan sebabnya: tidak "
            "dipahami, tidak berkenan, atau tidak berlaku bagi semua."
        ),
    ),
    "people-incomplete": Wording(
        en=(
            "People who left out an item: {incomplete} of {n}. A sum of all items would leave "
            "them out."
        ),
        id=(
            "Orang yang melewati setidaknya satu butir: {incomplete} dari {n}. Jumlah semua butir "
            "tidak akan menyertakan mereka."
        ),
    ),
    # --- many outcomes ---
    "p-missing": Wording(
        en=(
            "P values that are missing: {missing}. The family has the others ({n}); an outcome "
            "that was tested belongs to it, whatever came out."
        ),
        id=(
            "Nilai p yang kosong: {missing}. Keluarga uji terdiri atas {n} nilai lainnya; setiap "
            "hasil yang diuji termasuk di dalamnya, apa pun keluarannya."
        ),
    ),
    # --- decomposition of inequality ---
    "decomposition-equal": Wording(
        en="Everybody has the same: there is no inequality to divide into shares.",
        id="Semua orang memiliki sama banyak: tidak ada ketimpangan yang dapat dibagi.",
    ),
    "groups-all-zero": Wording(
        en="Groups in which nobody has anything, and so nothing is spread: {groups}.",
        id="Banyaknya kelompok yang seluruh anggotanya tidak memiliki apa-apa: {groups}.",
    ),
    "groups-unmatched": Wording(
        en="Left out because they have a value or a group only: {people}.",
        id="Tidak dihitung karena hanya punya nilai atau hanya punya kelompok: {people} orang.",
    ),
    "decomposition-small-groups": Wording(
        en=(
            "Groups of fewer people than {threshold}: {groups}. Their means nearly show what "
            "single people have: do not publish these rows."
        ),
        id=(
            "Kelompok dengan kurang dari {threshold} orang: {groups}. Rata-ratanya hampir "
            "menunjukkan milik perorangan: jangan terbitkan baris-baris ini."
        ),
    ),
    "decomposition-chance": Wording(
        en="The part between groups is above 0 by chance alone, the more so the smaller they are.",
        id=(
            "Bagian antarkelompok sudah di atas 0 karena kebetulan saja, apalagi bila kelompoknya "
            "kecil."
        ),
    ),
    # --- plans of a study ---
    "effect-needs-clusters": Wording(
        en="Clusters: {clusters}. So few have no spread: nothing can be detected.",
        id="Klaster: {clusters}. Sesedikit itu tidak punya sebaran: tidak ada yang terdeteksi.",
    ),
    "effect-needs-three-people": Wording(
        en=(
            "Two groups need a person each and three together: with fewer there is no spread and "
            "nothing can be detected."
        ),
        id=(
            "Dua kelompok memerlukan sedikitnya satu orang masing-masing dan tiga orang "
            "seluruhnya: tanpa itu tidak ada sebaran dan tidak ada yang dapat dideteksi."
        ),
    ),
    "effect-in-sds-within-groups": Wording(
        en="The effect is in SDs of the scores within a group.",
        id="Efek dinyatakan dalam simpangan baku skor di dalam kelompok.",
    ),
    "few-clusters-planned": Wording(
        en=(
            "Clusters: only {clusters}. More clusters show more; more people in the same ones "
            "hardly do."
        ),
        id=(
            "Klaster: hanya {clusters}. Menambah klaster lebih berguna daripada menambah orang di "
            "klaster yang sama."
        ),
    ),
    "census": Wording(
        en=(
            "Everybody of whom something is to be said is measured ({n}): their change is known, "
            "and there is nothing to test."
        ),
        id=(
            "Semua orang yang hendak dibicarakan diukur ({n}): perubahan mereka diketahui dan "
            "tidak ada yang perlu diuji."
        ),
    ),
    "power-low": Wording(
        en="A true effect of this size would be missed in {percent} % of such studies.",
        id="Efek nyata sebesar ini akan luput dalam {percent} % studi seperti ini.",
    ),
    "sample-too-many": Wording(
        en="More people would be needed than can be counted here (limit {limit}).",
        id="Diperlukan lebih banyak orang daripada yang dapat dihitung di sini (batas {limit}).",
    ),
    "sample-everybody": Wording(
        en="A part of the people ({n}) is not enough: measure everybody.",
        id="Sebagian dari {n} orang tidak cukup: ukurlah semuanya.",
    ),
    "sample-no-loss": Wording(
        en="This many are needed at the end: add those who will be lost on the way.",
        id="Jumlah ini diperlukan pada akhir studi: tambahkan perkiraan orang yang akan hilang.",
    ),
    "reach-no-people": Wording(
        en="Nobody is measured: nothing can be shown.",
        id="Tidak ada yang diukur: tidak ada yang dapat ditunjukkan.",
    ),
    "reach-no-sign-test": Wording(
        en=("People: {n}. Even if all of them rise, no exact test gives a p of {alpha} or less."),
        id=(
            "Orang: {n}. Sekalipun semuanya naik, uji eksak tidak dapat menghasilkan p sebesar "
            "{alpha} atau kurang."
        ),
    ),
    "not-found-is-not-absent": Wording(
        en="A change that so few people do not show may well be there.",
        id="Perubahan yang tidak terlihat pada orang sesedikit ini bisa saja tetap ada.",
    ),
    # --- money ---
    "money-nobody-earns": Wording(
        en="In a wave nobody earned anything: it has no median of earners and no spread.",
        id=(
            "Pada salah satu waktu tidak ada yang berpenghasilan: median penerima penghasilan dan "
            "sebarannya tidak ada."
        ),
    ),
    "money-loss": Wording(
        en="Somebody made a loss: shares of the sum and Gini's coefficient start from 0.",
        id="Ada yang merugi: bagian dari jumlah dan koefisien Gini hanya terdefinisi mulai dari 0.",
    ),
    "money-one-pair": Wording(
        en="Without the person with the largest amount nobody is left.",
        id="Tanpa orang dengan jumlah terbesar tidak ada lagi yang tersisa.",
    ),
    "money-one-person": Wording(
        en=(
            "One person holds so many percent of the sum: {before} before, {after} after. A mean "
            "would speak about that person."
        ),
        id=(
            "Satu orang memegang sekian persen dari jumlah seluruhnya: {before} sebelum, {after} "
            "sesudah. Rata-rata akan menggambarkan orang itu saja."
        ),
    ),
    "money-discloses-largest": Wording(
        en=(
            "With the totals these disclose the income of the person with the most, or its "
            "change: {names}. Do not publish both."
        ),
        id=(
            "Bersama jumlah seluruhnya, angka ini mengungkap pendapatan orang dengan jumlah "
            "terbesar, atau perubahannya: {names}. Jangan terbitkan keduanya."
        ),
    ),
    "money-few-earners": Wording(
        en=(
            "Earners: only {earners}. Their median and sum nearly show single incomes: publish "
            "them only with consent."
        ),
        id=(
            "Penerima penghasilan: hanya {earners}. Median dan jumlahnya hampir menunjukkan "
            "penghasilan perorangan: publikasikan hanya dengan persetujuan."
        ),
    ),
    "money-gross-unknown": Wording(
        en="It is not known whether costs are still in the amounts (gross) or not (net).",
        id="Tidak diketahui apakah jumlah ini kotor (belum dikurangi biaya) atau bersih.",
    ),
    "money-months-unknown": Wording(
        en="It is not said in which months the money was earned: seasons may be compared.",
        id=(
            "Tidak disebutkan pada bulan apa uang itu diperoleh: bisa jadi yang dibandingkan "
            "adalah musim."
        ),
    ),
    "money-months-differ": Wording(
        en=("The months differ ({before}, {after}): harvests and holidays may explain the change."),
        id="Bulannya berbeda ({before}, {after}): panen dan hari raya dapat menjelaskan perubahan.",
    ),
    "money-source-unknown": Wording(
        en="It is not said how the amounts are known: told, from an account book, or from slips.",
        id=(
            "Tidak disebutkan dari mana jumlah itu diketahui: penuturan, buku kas, atau bukti "
            "pembayaran."
        ),
    ),
    "money-prices-unsourced": Wording(
        en="It is not said whose figure the rise of prices by the factor {inflation} is.",
        id="Tidak disebutkan dari mana faktor kenaikan harga {inflation} itu diperoleh.",
    ),
    "money-prices": Wording(
        en="Amounts are not adjusted for the rise of prices in between.",
        id="Jumlah uang belum disesuaikan dengan kenaikan harga di antara kedua waktu.",
    ),
}

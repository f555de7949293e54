"""Caveats of the room `potential`: what an order of options can not show."""

from .wording import Wording

__all__ = ["POTENTIAL"]

POTENTIAL: dict[str, Wording] = {
    # --- weights ---
    "weights-equal": Wording(
        en="Nobody said how much each criterion counts: all count the same.",
        id="Belum ada yang menyatakan seberapa penting tiap kriteria: semua dihitung sama penting.",
    ),
    "weights-from-data": Wording(
        en=(
            "The weights were computed from the scores ({function}): nobody in the community was "
            "asked what matters."
        ),
        id=(
            "Bobot dihitung dari skor ({function}): tidak seorang pun dalam komunitas ditanya apa "
            "yang penting."
        ),
    ),
    "weights-from-order": Wording(
        en=(
            "Only the order of importance was asked. Many weights fit it; these are one "
            "convention ({method})."
        ),
        id=(
            "Yang ditanyakan hanya urutan kepentingan. Banyak bobot yang cocok dengan urutan itu; "
            "bobot ini hanya salah satu cara ({method})."
        ),
    ),
    # --- judgments in pairs ---
    "judgments-inconsistent": Wording(
        en=(
            "The judgments contradict one another more than is usually accepted (consistency ratio "
            "{ratio}, limit {limit}, table {table}). Look first at {first} beside {second}: "
            "{given} was said, {consistent} would fit the others."
        ),
        id=(
            "Penilaian saling bertentangan melebihi batas yang lazim (rasio konsistensi {ratio}, "
            "batas {limit}, tabel {table}). Tinjau dahulu {first} dibanding {second}: dinilai "
            "{given}, sedangkan {consistent} akan sesuai dengan penilaian lain."
        ),
    ),
    "judgments-inconsistent-any": Wording(
        en=(
            "The judgments contradict one another more than is usually accepted (consistency ratio "
            "{ratio}, limit {limit}, table {table}). Of three criteria any of the three judgments "
            "may be the slip. {first} beside {second} is one of them: {given} was said, "
            "{consistent} would fit the other two."
        ),
        id=(
            "Penilaian saling bertentangan melebihi batas yang lazim (rasio konsistensi {ratio}, "
            "batas {limit}, tabel {table}). Dengan tiga kriteria, salah satu dari ketiga penilaian "
            "itu bisa keliru. Salah satunya {first} dibanding {second}: dinilai {given}, sedangkan "
            "{consistent} akan sesuai dengan dua penilaian lain."
        ),
    ),
    "judgments-completed": Wording(
        en=(
            "Pairs that nobody compared: {count} of {total}. They were filled so that they fit the "
            "others best, which makes a consistency ratio look better than it is."
        ),
        id=(
            "{count} dari {total} pasangan tidak dibandingkan. Pasangan itu diisi agar paling "
            "sesuai dengan yang lain, sehingga rasio konsistensi tampak lebih baik daripada "
            "sebenarnya."
        ),
    ),
    "judgments-unconnected": Wording(
        en=(
            "The judgments fall into {groups} groups of criteria that were never compared with one "
            "another: weights can not be estimated. It is enough to compare also: {pairs}."
        ),
        id=(
            "Penilaian terbagi menjadi {groups} kelompok kriteria yang tidak pernah dibandingkan "
            "satu sama lain: bobot tidak dapat diperkirakan. Cukup bandingkan juga: {pairs}."
        ),
    ),
    "consistency-untested": Wording(
        en=(
            "No judgment is checked by another (judgments: {count}, criteria: {criteria}): "
            "consistency can not be estimated."
        ),
        id=(
            "Tidak ada penilaian yang dapat diperiksa dengan penilaian lain ({count} penilaian "
            "untuk {criteria} kriteria): konsistensi tidak dapat diperkirakan."
        ),
    ),
    "random-index-unknown": Wording(
        en=(
            "The table {table} of judgments at random ends at {largest} criteria: there is no "
            "consistency ratio."
        ),
        id=(
            "Tabel penilaian acak {table} hanya sampai {largest} kriteria: rasio konsistensi tidak "
            "tersedia."
        ),
    ),
    "consistency-of-judges": Wording(
        en=(
            "Weights were brought together, not judgments: consistency is known for each judge "
            "alone, not for the group."
        ),
        id=(
            "Yang digabungkan ialah bobot, bukan penilaian: konsistensi hanya diketahui untuk tiap "
            "penilai, tidak untuk kelompok."
        ),
    ),
    "judges-differ": Wording(
        en=(
            "Judges differ most about {first} beside {second}: it counts from {low} to {high} "
            "times as much. A mean hides who disagrees."
        ),
        id=(
            "Penilai paling berbeda pendapat tentang {first} dibanding {second}: dari {low} sampai "
            "{high} kali lebih penting. Rata-rata menyembunyikan siapa yang tidak sependapat."
        ),
    ),
    "judges-left-out": Wording(
        en=(
            "Judges whose judgments do not connect all criteria: {count} of {total}; they have no "
            "weights and were left out."
        ),
        id=(
            "{count} dari {total} penilai tidak menghubungkan semua kriteria: bobotnya tidak ada, "
            "sehingga penilai itu tidak diikutkan."
        ),
    ),
    "no-judge-usable": Wording(
        en="No judge connected all criteria: weights can not be estimated.",
        id="Tidak ada penilai yang menghubungkan semua kriteria: bobot tidak dapat diperkirakan.",
    ),
    # --- cells ---
    "scores-midpoints": Wording(
        en=(
            "Scores known within limits only: {cells}; the middle was used. Within these "
            "limits another order may be right."
        ),
        id=(
            "{cells} skor hanya diketahui rentangnya; yang dipakai ialah nilai tengahnya. Dalam "
            "rentang itu urutan lain bisa saja benar."
        ),
    ),
    "raters-averaged": Wording(
        en="The scores are means over raters ({raters}); a mean hides who disagrees.",
        id=(
            "Skor adalah rata-rata dari {raters} penilai; rata-rata menyembunyikan siapa yang "
            "tidak sependapat."
        ),
    ),
    "raters-differ": Wording(
        en=(
            "Raters differ most about {option} on {criterion}: the standard deviation is {spread}."
        ),
        id=(
            "Penilai paling berbeda pendapat tentang {option} menurut {criterion}: simpangan "
            "bakunya {spread}."
        ),
    ),
    "raters-incomplete": Wording(
        en="Scores that are means over fewer raters, because some gave none: {cells}.",
        id="{cells} skor adalah rata-rata dari sebagian penilai saja; yang lain tidak menilai.",
    ),
    # --- cells computed from a community ---
    "cells-within-limits": Wording(
        en="{count} of {total} scores are known within limits only.",
        id="{count} dari {total} skor hanya diketahui rentangnya.",
    ),
    "cells-not-known": Wording(
        en="{count} of {total} scores are not known ({reasons}): they are gaps, not zeros.",
        id="{count} dari {total} skor tidak diketahui ({reasons}): skor itu kosong, bukan nol.",
    ),
    "reach-unknown": Wording(
        en=(
            "Of {count} of {total} ideas nobody said whose all the parts are: ask before they are "
            "left out."
        ),
        id=(
            "Untuk {count} dari {total} gagasan belum ada yang menyatakan milik siapa semua "
            "bagiannya: tanyakan sebelum gagasan itu dikesampingkan."
        ),
    ),
    "needs-not-stated": Wording(
        en=(
            "{count} of {total} ideas state no needs: whether they are within reach is not known. "
            "Ask what they take."
        ),
        id=(
            "{count} dari {total} gagasan belum menyatakan kebutuhannya: belum diketahui apakah "
            "dapat dijalankan. Tanyakan apa yang diperlukan."
        ),
    ),
    "skills-at-hand": Wording(
        en=(
            "Needs that nothing is known to meet though somebody has the skill: {count}. Ask them "
            "before help is sought outside."
        ),
        id=(
            "{count} kebutuhan belum terpenuhi padahal ada yang memiliki keterampilannya. Tanyakan "
            "kepada mereka sebelum mencari bantuan dari luar."
        ),
    ),
    "currencies-mixed": Wording(
        en=(
            "The costs are in several currencies ({currencies}), and nothing is converted: they "
            "are not shown ({fields}). Name the currency to count in."
        ),
        id=(
            "Biaya dinyatakan dalam beberapa mata uang ({currencies}) dan tidak dikonversi: biaya "
            "tidak ditampilkan ({fields}). Tentukan mata uang yang dipakai."
        ),
    ),
    "no-order-of-ideas": Wording(
        en=(
            "There is no order among the ideas within reach ({ideas}): it needs two of them, and a "
            "criterion that is known for all of them ({fields})."
        ),
        id=(
            "Gagasan yang dapat dijalankan ({ideas}) tidak dapat diurutkan: diperlukan dua gagasan "
            "dan satu kriteria yang diketahui untuk semuanya ({fields})."
        ),
    ),
    "first-not-tested": Wording(
        en="Whether the first idea stays first when weights move can not be told ({fields}).",
        id="Tidak dapat ditentukan apakah gagasan pertama tetap pertama bila bobot berubah "
        "({fields}).",
    ),
    "first-does-not-survive": Wording(
        en=(
            "Another idea comes first when the weight of one criterion moves by {tolerance} of "
            "itself ({criteria}): talk about it before the order is used."
        ),
        id=(
            "Gagasan lain menjadi yang pertama bila bobot satu kriteria berubah sebesar "
            "{tolerance} dari nilainya ({criteria}): bicarakan sebelum urutan ini dipakai."
        ),
    ),
    "none-within-reach": Wording(
        en="None of the {total} ideas is known to be within reach with own assets alone.",
        id="Dari {total} gagasan, belum ada yang diketahui dapat dijalankan dengan aset sendiri.",
    ),
    # --- gaps ---
    "options-with-gaps": Wording(
        en="Options with a gap in a criterion that counts: {count} of {total}; they have no rank.",
        id=(
            "{count} dari {total} pilihan tidak punya skor pada kriteria yang dihitung: pilihan "
            "itu tidak diberi peringkat."
        ),
    ),
    "gaps-as-worst": Wording(
        en="Missing scores that count as the worst of their criterion: {gaps}.",
        id="{gaps} skor yang kosong dihitung sebagai skor terburuk pada kriterianya.",
    ),
    # --- criteria that order nothing ---
    "criteria-constant": Wording(
        en="The options that can be ranked have the same score on {criteria}: this orders nothing.",
        id="Semua pilihan yang dapat diberi peringkat punya skor yang sama pada {criteria}: ini "
        "tidak membedakan apa pun.",
    ),
    "options-alike": Wording(
        en=(
            "All options have the same scores on every criterion that counts: they share the "
            "first rank, and there is nothing to measure ({fields})."
        ),
        id=(
            "Semua pilihan punya skor yang sama pada setiap kriteria yang dihitung: semuanya "
            "berada di peringkat pertama, dan tidak ada yang dapat diukur ({fields})."
        ),
    ),
    "option-alone": Wording(
        en="Only one option takes part: its score would be measured by itself ({fields}).",
        id="Hanya satu pilihan yang ikut: skornya akan diukur terhadap dirinya sendiri ({fields}).",
    ),
    "measures-level": Wording(
        en=(
            "All options are equal in VIKOR's {measures} (S: all criteria together, R: the worst "
            "one): it orders nothing, and counts as 0."
        ),
        id=(
            "Semua pilihan bernilai sama pada {measures} dari VIKOR (S: semua kriteria "
            "bersama-sama, R: kriteria terburuknya): bagian ini tidak membedakan apa pun dan "
            "dihitung 0."
        ),
    ),
    # --- formulas that do not hold ---
    "normalization-undefined": Wording(
        en=(
            "The normalization {normalization} does not hold for the scores of {criteria} "
            "(negative, or a cost of 0): choose another one."
        ),
        id=(
            "Normalisasi {normalization} tidak berlaku untuk skor {criteria} (ada yang negatif, "
            "atau biaya bernilai 0): pilih normalisasi lain."
        ),
    ),
    "product-of-negatives": Wording(
        en=(
            "A weighted product needs scores from 0, and those of {criteria} are below 0 after "
            "normalization: choose another one."
        ),
        id=(
            "Perkalian berbobot memerlukan skor mulai dari 0, sedangkan skor {criteria} di bawah "
            "0 setelah normalisasi: pilih normalisasi lain."
        ),
    ),
    "scores-not-computed": Wording(
        en="Options without a finite score by the method {method}: {count}; they have no rank.",
        id=(
            "Metode {method} tidak menghasilkan skor untuk {count} pilihan: pilihan itu tidak "
            "diberi peringkat."
        ),
    ),
    "parts-unknown": Wording(
        en="What each criterion adds to the lead can not be told here ({fields}).",
        id="Sumbangan tiap kriteria terhadap keunggulan itu tidak dapat dinyatakan di sini "
        "({fields}).",
    ),
    "contributions-unknown": Wording(
        en="The method {method} does not say what each criterion contributes.",
        id="Metode {method} tidak menyatakan sumbangan tiap kriteria.",
    ),
    # --- what would turn the order ---
    "rivals-never-first": Wording(
        en="Rivals that no weights at all put first: {count} ({fields}).",
        id=("{count} pesaing tidak akan menjadi yang pertama dengan bobot apa pun ({fields})."),
    ),
    "nearest-weights-unknown": Wording(
        en=(
            "The nearest weights that put a rival first are computed for the weighted sum only, "
            "not for the method {method} ({fields})."
        ),
        id=(
            "Bobot terdekat yang menjadikan pesaing sebagai yang pertama hanya dihitung untuk "
            "penjumlahan berbobot, tidak untuk metode {method} ({fields})."
        ),
    ),
    "scores-without-range": Wording(
        en=(
            "Missing scores of a criterion without a scale: {cells}. What they may hide is not "
            "known ({fields}); give the criterion a minimum and a maximum."
        ),
        id=(
            "{cells} skor kosong berada pada kriteria tanpa skala, sehingga tidak diketahui apa "
            "yang mungkin tersembunyi di situ ({fields}); beri kriterianya batas terendah dan "
            "tertinggi."
        ),
    ),
    # --- draws ---
    "shares-of-draws": Wording(
        en=(
            "Shares of {samples} random draws of weights and scores, not of people: 0.93 would "
            "mean first under 93 % of what was thought possible. It is no support by residents. "
            "Confidence is a share of such draws too."
        ),
        id=(
            "Angka ini adalah bagian dari {samples} undian acak atas bobot dan skor, bukan bagian "
            "dari warga: 0,93 berarti terbaik pada 93 % dari kemungkinan yang diandaikan. Ini "
            "bukan dukungan warga. Tingkat keyakinan (confidence) pun bagian dari undian itu."
        ),
    ),
    "weights-unused": Wording(
        en=(
            "The weights of the criteria were not used: every weight that the call allows was "
            "taken as possible."
        ),
        id=(
            "Bobot pada kriteria tidak dipakai: setiap bobot yang diizinkan pemanggilan ini "
            "dianggap mungkin."
        ),
    ),
    "scores-drawn": Wording(
        en="Scores that were drawn at random within what is known of them: {cells}.",
        id="{cells} skor diundi secara acak dalam batas yang diketahui.",
    ),
    "gaps-drawn": Wording(
        en="Missing scores that were drawn evenly from the whole scale of their criterion: {gaps}.",
        id="{gaps} skor yang kosong diundi merata dari seluruh skala kriterianya.",
    ),
    "weights-not-drawn": Wording(
        en=(
            "The limits leave so few weights that almost no draw meets them: {fields} can not be "
            "estimated. Give the weights themselves, or wider limits."
        ),
        id=(
            "Batas yang diberikan menyisakan terlalu sedikit bobot sehingga hampir tidak ada "
            "undian yang memenuhinya: {fields} tidak dapat ditaksir. Berikan bobotnya langsung, "
            "atau longgarkan batasnya."
        ),
    ),
    "options-never-first": Wording(
        en="Options that were first in none of {samples} draws: {count} of {total}. The share of "
        "each may still be up to {bound} (95 %) ({fields}).",
        id="{count} dari {total} pilihan tidak pernah menjadi yang pertama dalam {samples} undian. "
        "Bagian tiap pilihan itu masih mungkin sampai {bound} (95 %) ({fields}).",
    ),
    "confidence-of-leaders": Wording(
        en=(
            "Confidence was computed for the leading options only; options without it: {count} "
            "({fields})."
        ),
        id=(
            "Tingkat keyakinan hanya dihitung untuk pilihan-pilihan terdepan; {count} pilihan "
            "lain tidak memilikinya ({fields})."
        ),
    ),
    # --- ties ---
    "ranks-shared": Wording(
        en="Options that share a rank with another: {count} of {total}.",
        id="{count} dari {total} pilihan berbagi peringkat dengan pilihan lain.",
    ),
    "first-rank-shared": Wording(
        en=(
            "Options that share the first rank: {count}. These scores do not tell which to start "
            "with."
        ),
        id=(
            "{count} pilihan berada di peringkat pertama: skor ini tidak menentukan mana yang "
            "didahulukan."
        ),
    ),
    # --- many voices ---
    "no-voices": Wording(
        en="Nobody said anything that could be counted ({fields}).",
        id="Tidak ada suara yang dapat dihitung ({fields}).",
    ),
    "voice-single": Wording(
        en="The outcome is the word of one person.",
        id="Hasil ini berasal dari suara satu orang saja.",
    ),
    "abstentions": Wording(
        en="Abstained: {count} of {total}. They do not count for or against anything.",
        id="{count} dari {total} abstain. Suara mereka tidak dihitung untuk atau melawan apa pun.",
    ),
    "unranked-last": Wording(
        en=(
            "Rankings that leave options out: {count} of {total}. What is left out shares the last "
            "place there."
        ),
        id=(
            "{count} dari {total} urutan tidak memuat semua pilihan. Pilihan yang tidak dimuat "
            "dianggap sama-sama di tempat terakhir."
        ),
    ),
    "unranked-no-opinion": Wording(
        en=(
            "Rankings that leave options out: {count} of {total}. What is left out was not "
            "compared there, so that options stand on different numbers of voices."
        ),
        id=(
            "{count} dari {total} urutan tidak memuat semua pilihan. Pilihan yang tidak dimuat "
            "tidak dibandingkan, sehingga jumlah suara tiap pilihan berbeda."
        ),
    ),
    "options-not-compared": Wording(
        en="Options that nobody compared or marked: {count} of {total}; they have no rank.",
        id=(
            "{count} dari {total} pilihan tidak dibandingkan atau ditandai oleh siapa pun: pilihan "
            "itu tidak diberi peringkat."
        ),
    ),
    "no-condorcet-winner": Wording(
        en=(
            "No option wins against each other one by majority. The smallest group that wins "
            "against all others: {options}."
        ),
        id=(
            "Tidak ada pilihan yang menang mayoritas atas setiap pilihan lain. Kelompok terkecil "
            "yang menang atas semua yang lain: {options}."
        ),
    ),
    "majority-cycle": Wording(
        en=(
            "Majorities go round in a circle ({options}, and back to the first): which of them "
            "wins depends on the rule, not on the voices alone."
        ),
        id=(
            "Mayoritas berputar ({options}, lalu kembali ke yang pertama): pilihan mana yang "
            "menang bergantung pada aturannya, bukan pada suara semata."
        ),
    ),
    "condorcet-winner-not-first": Wording(
        en="{option} wins against each other option by majority, yet is not first by {method}.",
        id=(
            "{option} menang mayoritas atas setiap pilihan lain, tetapi bukan yang pertama menurut "
            "{method}."
        ),
    ),
    "nothing-compared": Wording(
        en=(
            "Nobody named two options together ({voices} voices): there is nothing to compare, "
            "and no order follows ({fields})."
        ),
        id=(
            "Tidak seorang pun dari {voices} suara menyebut dua pilihan sekaligus: tidak ada yang "
            "dapat dibandingkan, sehingga urutan tidak dapat disusun ({fields})."
        ),
    ),
    "options-named-alone": Wording(
        en=(
            "Options that people named, but nobody beside another one: {options}. Nothing compares "
            "them, so they have no rank, however many named them."
        ),
        id=(
            "Pilihan yang disebut, tetapi tidak pernah bersama pilihan lain: {options}. Pilihan "
            "itu tidak dapat dibandingkan sehingga tidak diberi peringkat, berapa pun yang "
            "menyebutnya."
        ),
    ),
    "pairs-not-listed": Wording(
        en="Votes on each pair are listed up to {limit}, not for so many options ({options}).",
        id=(
            "Suara untuk tiap pasangan hanya dimuat sampai {limit} pilihan, tidak untuk {options} "
            "pilihan."
        ),
    ),
    "voices-level": Wording(
        en=(
            "Voices that put all options on one place: {count} of {total}. Spearman's rho is not "
            "defined with them; they are left out of its mean."
        ),
        id=(
            "{count} dari {total} suara menempatkan semua pilihan sama. Rho Spearman tidak "
            "terdefinisi untuk suara itu, sehingga tidak diikutkan dalam rata-ratanya."
        ),
    ),
    "outcome-tied": Wording(
        en=(
            "The outcome ties options that people order: {count} of {total}. There nobody is "
            "overruled yet; look again once it is chosen between them."
        ),
        id=(
            "Hasil menyamakan pilihan yang dibedakan oleh {count} dari {total} orang. Di situ "
            "belum ada yang dikalahkan; lihat lagi setelah pilihan di antaranya ditentukan."
        ),
    ),
    "concordance-undefined": Wording(
        en=(
            "Agreement needs two voices and two options that someone tells apart (voices: "
            "{voices}, options: {options}): it can not be estimated."
        ),
        id=(
            "Kesepakatan memerlukan dua suara dan dua pilihan yang dibedakan ({voices} suara, "
            "{options} pilihan): tidak dapat diperkirakan."
        ),
    ),
    "chi-square-rough": Wording(
        en=(
            "With so few options ({options}; voices: {voices}) the chi-square distribution is "
            "rough: ask for permutations."
        ),
        id=(
            "Dengan {options} pilihan dan {voices} suara, sebaran khi-kuadrat hanya perkiraan "
            "kasar: gunakan permutasi."
        ),
    ),
    "distances-unknown": Wording(
        en="Voices without two options in common with the outcome: {count} of {total}.",
        id="{count} dari {total} suara tidak memiliki dua pilihan yang sama dengan hasil.",
    ),
    "first-choice-not-met": Wording(
        en="People none of whose first choices is in the outcome: {count} of {total}.",
        id="{count} dari {total} orang tidak mendapatkan satu pun pilihan pertamanya.",
    ),
    # --- ballots ---
    "turnout-unknown": Wording(
        en="It is not on record who was invited: the turnout can not be estimated.",
        id="Tidak tercatat siapa yang diundang: tingkat partisipasi tidak dapat diperkirakan.",
    ),
    "nobody-invited": Wording(
        en="Nobody was invited: there is no turnout ({fields}).",
        id="Tidak ada yang diundang: tingkat partisipasi tidak ada ({fields}).",
    ),
    "rated-unevenly": Wording(
        en=(
            "The means stand on different numbers of raters, from {fewest} to {most}; {first}, on "
            "the first rank, was rated by {raters}. A mean over few may lead by chance."
        ),
        id=(
            "Jumlah penilai tiap rata-rata berbeda, dari {fewest} sampai {most}; {first} di "
            "peringkat pertama dinilai oleh {raters} orang. Rata-rata dari sedikit penilai bisa "
            "unggul karena kebetulan."
        ),
    ),
    "cells-hidden": Wording(
        en=(
            "Means that are not shown: {count}. Those who rated are fewer than {threshold}, or the "
            "mean would give such a one away."
        ),
        id=(
            "{count} rata-rata tidak ditampilkan karena penilainya kurang dari {threshold}, atau "
            "karena dapat membuka rata-rata seperti itu."
        ),
    ),
    "group-not-known-uncounted": Wording(
        en=(
            "There are voices whose group is not known. Their number is not told, as it would tell "
            "how large a hidden group is."
        ),
        id=(
            "Ada suara yang kelompoknya tidak diketahui. Jumlahnya tidak disebutkan karena dapat "
            "membuka ukuran kelompok yang tidak ditampilkan."
        ),
    ),
    "ballots-set-aside": Wording(
        en=(
            "Ballots that could not be counted: {count} of {total}; the faults of their tally say "
            "why."
        ),
        id=(
            "{count} dari {total} surat suara tidak dapat dihitung; alasannya tercantum dalam "
            "penghitungannya."
        ),
    ),
    "groups-hidden": Wording(
        en=(
            "Groups that are not shown: {count} of {total}. They have fewer than {threshold} "
            "voices, or would give such a group away."
        ),
        id=(
            "{count} dari {total} kelompok tidak ditampilkan karena suaranya kurang dari "
            "{threshold}, atau karena dapat membuka kelompok sekecil itu."
        ),
    ),
    "group-not-known": Wording(
        en="Voices whose group is not known: {count} of {total}.",
        id="{count} dari {total} suara tidak diketahui kelompoknya.",
    ),
}

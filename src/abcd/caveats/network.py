"""Caveats of the room `network`: what ties can not show."""

from .wording import Wording

__all__ = ["NETWORK"]

NETWORK: dict[str, Wording] = {
    # --- what a network is made of ---
    "self-loops": Wording(
        en="Ties from a node to itself, left out: {count}.",
        id="Hubungan dari suatu simpul ke dirinya sendiri yang tidak dihitung: {count}.",
    ),
    "no-nodes": Wording(
        en="The network has no nodes: there is nothing to measure.",
        id="Jaringan ini tidak memiliki simpul: tidak ada yang dapat diukur.",
    ),
    # --- structural holes ---
    "isolates": Wording(
        en="Without a tie: {count} of {total} nodes. The measures of their contacts are not "
        "defined ({fields}).",
        id="Tanpa hubungan: {count} dari {total} simpul. Ukuran tentang kontaknya tidak "
        "terdefinisi ({fields}).",
    ),
    "no-row-without-tie": Wording(
        en="Without a tie, and so without a row: {count} of {total} nodes.",
        id="Tanpa hubungan, sehingga tanpa baris: {count} dari {total} simpul.",
    ),
    "one-contact": Wording(
        en="With one contact: {count} of {total} nodes. There is no pair of contacts to be tied "
        "({fields}), and hierarchy is 1 by convention.",
        id="Dengan satu kontak: {count} dari {total} simpul. Tidak ada pasangan kontak yang dapat "
        "saling terhubung ({fields}), dan hierarkinya 1 menurut kesepakatan.",
    ),
    # --- connectors ---
    "positions-only": Wording(
        en="These are positions in the ties that were recorded; they do not say what a person is "
        "worth or does.",
        id="Ini adalah posisi dalam hubungan yang tercatat, bukan ukuran nilai atau jasa "
        "seseorang.",
    ),
    "too-few-nodes": Wording(
        en="Nobody can stand between others where there are fewer than three nodes ({fields}).",
        id="Tidak ada yang dapat berada di antara yang lain jika simpulnya kurang dari tiga "
        "({fields}).",
    ),
    "several-parts": Wording(
        en="Parts of the network without any tie between them: {parts}. Shortest paths are counted "
        "inside the parts.",
        id="Bagian jaringan tanpa hubungan satu sama lain: {parts}. Jalur terpendek dihitung di "
        "dalam tiap bagian.",
    ),
    "answers-unknown": Wording(
        en="The network does not say who was asked and who answered ({fields}): people who seem to "
        "have no ties may only be missing.",
        id="Jaringan ini tidak mencatat siapa yang ditanya dan siapa yang menjawab ({fields}): "
        "orang yang tampak tanpa hubungan mungkin hanya belum terdata.",
    ),
    "ties-from-others": Wording(
        en="Not answered themselves: {missing} of {total} people. Their ties are known only from "
        "others; with their answers the picture may change.",
        id="Belum menjawab sendiri: {missing} dari {total} orang. Hubungan mereka hanya diketahui "
        "dari orang lain; jawaban mereka dapat mengubah gambaran ini.",
    ),
    "answers-not-recorded": Wording(
        en="Who was asked and who answered is not on record: ties are taken as they stand, and "
        "people who seem to have none may only be missing.",
        id="Siapa yang ditanya dan siapa yang menjawab tidak tercatat: hubungan dipakai apa "
        "adanya, dan orang yang tampak tanpa hubungan mungkin hanya belum terdata.",
    ),
    "connectors-left-out": Wording(
        en="With a reason, but beyond rank {limit} and not listed: {count}. A higher 'limit' lists "
        "more.",
        id="Memiliki alasan, tetapi di luar peringkat {limit} dan tidak ditampilkan: {count}. "
        "'limit' yang lebih tinggi menampilkan lebih banyak.",
    ),
    "cap-reached": Wording(
        en="Named as many as the question allowed ({cap}) or more: {count}. There may be further "
        "contacts.",
        id="Menyebut nama sebanyak yang diizinkan pertanyaan ({cap}) atau lebih: {count}. Mungkin "
        "masih ada kontak lain.",
    ),
    "namings-unknown": Wording(
        en="The network does not say how many people each one named ({fields}).",
        id="Jaringan ini tidak mencatat berapa orang yang disebut oleh tiap orang ({fields}).",
    ),
    "offices-unknown": Wording(
        en="The network does not say who holds an office, so the answer without office holders can "
        "not be given ({fields}).",
        id="Jaringan ini tidak mencatat siapa yang memegang jabatan, sehingga jawaban tanpa "
        "pemegang jabatan tidak dapat diberikan ({fields}).",
    ),
    "memberships-unknown": Wording(
        en="The network does not say who belongs to which organization ({fields}).",
        id="Jaringan ini tidak mencatat siapa menjadi anggota organisasi mana ({fields}).",
    ),
    "group-unknown": Wording(
        en="Without a known group: {count} of {total} nodes. They count in no group.",
        id="Tanpa kelompok yang diketahui: {count} dari {total} simpul. Mereka tidak dihitung "
        "dalam kelompok mana pun.",
    ),
    # --- groups ---
    "unknown-groups": Wording(
        en="Without a known group: {count} of {total} nodes. They count in no group, and ties with "
        "them are left out: {ties}.",
        id="Tanpa kelompok yang diketahui: {count} dari {total} simpul. Mereka tidak dihitung "
        "dalam kelompok mana pun, dan hubungan dengan mereka tidak disertakan: {ties}.",
    ),
    "groups-alike": Wording(
        en="Groups that differ only in capitals or blanks are counted as different ones: {count}, "
        "such as {groups}.",
        id="Kelompok yang hanya berbeda huruf besar atau spasi dihitung sebagai kelompok yang "
        "berbeda: {count}, misalnya {groups}.",
    ),
    "no-known-ties": Wording(
        en="There is no tie between nodes of known group: nothing can be said about inside and "
        "outside ({fields}).",
        id="Tidak ada hubungan antara simpul yang kelompoknya diketahui: tidak ada yang dapat "
        "dikatakan tentang hubungan di dalam dan di luar kelompok ({fields}).",
    ),
    "all-alike": Wording(
        en="All ends of ties have the same value, so that alike and unalike can not be told apart "
        "({fields}).",
        id="Semua ujung hubungan memiliki nilai yang sama, sehingga yang serupa dan yang berbeda "
        "tidak dapat dibedakan ({fields}).",
    ),
    "no-known-contacts": Wording(
        en="Without a contact of known group: {count} of {total} nodes ({fields}).",
        id="Tanpa kontak yang kelompoknya diketahui: {count} dari {total} simpul ({fields}).",
    ),
    "one-known-contact": Wording(
        en="With one contact of known group: {count} of {total} nodes. The variant for small "
        "samples needs two ({fields}).",
        id="Dengan satu kontak yang kelompoknya diketahui: {count} dari {total} simpul. Varian "
        "untuk sampel kecil memerlukan dua ({fields}).",
    ),
    "few-values": Wording(
        en="Nodes with a known value: {count}, too few for the whole network ({fields}).",
        id="Simpul dengan nilai yang diketahui: {count}, terlalu sedikit untuk seluruh jaringan "
        "({fields}).",
    ),
    "one-category": Wording(
        en="There are fewer than two possible categories, so that nothing can be mixed ({fields}).",
        id="Kategori yang mungkin kurang dari dua, sehingga tidak ada keragaman yang dapat diukur "
        "({fields}).",
    ),
    "observed-categories": Wording(
        en="Categories: {count}, those that occur in this network; name all possible ones with "
        "'categories' to compare networks.",
        id="{count} kategori itu adalah yang muncul dalam jaringan ini; sebutkan semua kategori "
        "yang mungkin lewat 'categories' untuk membandingkan jaringan.",
    ),
    "no-open-paths": Wording(
        en="There is no path of two ties between people who are not tied to each other: nobody can "
        "be a broker.",
        id="Tidak ada jalur dua hubungan di antara orang yang tidak saling terhubung: tidak ada "
        "yang dapat menjadi perantara.",
    ),
    "too-few-for-roles": Wording(
        en="Fewer than three nodes have a known group, so that no role can be expected ({fields}).",
        id="Kurang dari tiga simpul yang kelompoknya diketahui, sehingga tidak ada peran yang "
        "dapat diharapkan ({fields}).",
    ),
    # --- centrality ---
    "reached-by-nobody": Wording(
        en="Reached by nobody: {count} of {total} nodes. How near somebody is to those who reach "
        "them is then not defined ({fields}).",
        id="Tidak dapat dicapai oleh siapa pun: {count} dari {total} simpul. Kedekatan dengan yang "
        "mencapainya tidak terdefinisi ({fields}).",
    ),
    "sampled-sources": Wording(
        en="Shortest paths were followed from {sources} of {total} nodes only: betweenness is an "
        "estimate, and the sums over all nodes are not known ({fields}). With few sources its "
        "standard error is too small: in trials with 20 to 200 of 500 nodes, two errors either "
        "side held 62 to 84 percent of the true values; 'betweenness_bound' holds 95 percent.",
        id="Jalur terpendek hanya diikuti dari {sources} di antara {total} simpul: keantaraan "
        "(betweenness) adalah perkiraan, dan jumlah atas semua simpul tidak diketahui ({fields}). "
        "Jika sumbernya sedikit, galat bakunya terlalu kecil: dalam percobaan dengan 20 sampai 200 "
        "dari 500 simpul, rentang dua galat ke kedua arah memuat 62 sampai 84 persen nilai "
        "sebenarnya; 'betweenness_bound' memuat 95 persen.",
    ),
    "no-source-differs": Wording(
        en="For {count} of {total} nodes all sources drawn add the same, mostly nothing: that is "
        "no certainty, and a standard error can not be estimated ({fields}).",
        id="Untuk {count} dari {total} simpul semua sumber yang ditarik memberi tambahan yang "
        "sama, umumnya nol: itu bukan kepastian, dan galat bakunya tidak dapat diperkirakan "
        "({fields}).",
    ),
    "eigenvector-no-circle": Wording(
        en="No tie leads back to where it started: centrality by the centrality of contacts is "
        "not defined ({fields}).",
        id="Tidak ada hubungan yang kembali ke asalnya: sentralitas menurut sentralitas kontak "
        "tidak terdefinisi ({fields}).",
    ),
    "eigenvector-shared": Wording(
        en="Several parts of the network dominate alike, so that their centralities can not be "
        "compared ({fields}): measure each part alone.",
        id="Beberapa bagian jaringan sama-sama dominan, sehingga sentralitasnya tidak dapat "
        "dibandingkan ({fields}): ukurlah tiap bagian secara terpisah.",
    ),
    "eigenvector-unsettled": Wording(
        en="The search for the largest eigenvalue did not settle ({fields}).",
        id="Pencarian nilai eigen terbesar tidak konvergen ({fields}).",
    ),
    "eigenvector-part": Wording(
        en="Outside the part of the network that dominates: {count} of {total} nodes. Their "
        "eigenvector centrality is 0 by convention.",
        id="Di luar bagian jaringan yang dominan: {count} dari {total} simpul. Sentralitas vektor "
        "eigennya 0 menurut kesepakatan.",
    ),
    # --- communities ---
    "no-ties-to-group": Wording(
        en="The network has no ties: nothing holds a group together, and each node is one "
        "({fields}).",
        id="Jaringan ini tidak memiliki hubungan: tidak ada yang menyatukan suatu kelompok, dan "
        "tiap simpul adalah satu kelompok ({fields}).",
    ),
    "random-groups": Wording(
        en="The method is random: another seed may give other groups. How alike {runs} runs were "
        "stands in 'stability' and 'agreement'.",
        id="Metode ini acak: benih acak yang lain dapat memberi kelompok yang berbeda. Seberapa "
        "mirip hasil {runs} kali jalan tercantum pada 'stability' dan 'agreement'.",
    ),
    "one-run": Wording(
        en="With one run nothing can be said about how far the groups depend on chance ({fields}).",
        id="Dengan satu kali jalan, tidak ada yang dapat dikatakan tentang seberapa jauh kelompok "
        "bergantung pada kebetulan ({fields}).",
    ),
    "no-chance": Wording(
        en="Chance has no hand in this method: it gives the same groups each time, and there are "
        "no runs to compare ({fields}).",
        id="Metode ini tidak bergantung pada kebetulan: kelompoknya selalu sama, dan tidak ada "
        "beberapa kali jalan untuk dibandingkan ({fields}).",
    ),
    "group-unknown-ties": Wording(
        en="Without a known group: {count} of {total} nodes. They count in no group, and their "
        "ties as ties inside none: {ties}.",
        id="Tanpa kelompok yang diketahui: {count} dari {total} simpul. Mereka tidak dihitung "
        "dalam kelompok mana pun, dan hubungan mereka dihitung di luar kelompok: {ties}.",
    ),
    "resolution-limit": Wording(
        en="Groups with few ties inside (fewer than about {ties}) may be hidden in larger ones: "
        "this method has a limit of resolution.",
        id="Kelompok dengan sedikit hubungan di dalamnya (kurang dari sekitar {ties}) dapat "
        "tersembunyi di dalam kelompok yang lebih besar: metode ini memiliki batas resolusi.",
    ),
    # --- cohesion ---
    "no-ties": Wording(
        en="The network has no ties ({fields}).",
        id="Jaringan ini tidak memiliki hubungan ({fields}).",
    ),
    "fewer-than-two-nodes": Wording(
        en="There are fewer than two nodes, so that there is no pair that could be tied "
        "({fields}).",
        id="Simpulnya kurang dari dua, sehingga tidak ada pasangan yang dapat terhubung "
        "({fields}).",
    ),
    "no-pairs-of-contacts": Wording(
        en="Nobody has two contacts, so that no two contacts of one person can be tied ({fields}).",
        id="Tidak ada yang memiliki dua kontak, sehingga tidak ada dua kontak dari satu orang yang "
        "dapat saling terhubung ({fields}).",
    ),
    "equal-degrees": Wording(
        en="All who have ties have equally many, so that there is no correlation ({fields}).",
        id="Semua yang memiliki hubungan memiliki jumlah yang sama, sehingga tidak ada korelasi "
        "({fields}).",
    ),
    "too-few-for-centralization": Wording(
        en="Centralization compares with a star, which needs three nodes ({fields}).",
        id="Sentralisasi dibandingkan dengan bentuk bintang, yang memerlukan tiga simpul "
        "({fields}).",
    ),
    "pairs-without-path": Wording(
        en="Pairs without a path from one to the other: {count} of {total}. Distances are over the "
        "rest.",
        id="{count} dari {total} pasangan tidak memiliki jalur dari yang satu ke yang lain: jarak "
        "dihitung atas pasangan lainnya.",
    ),
    "closeness-across-parts": Wording(
        en="The network falls into {parts} parts, and between them closeness is not defined "
        "({fields}).",
        id="Jaringan ini terbagi menjadi {parts} bagian, dan kedekatan antarbagian tidak "
        "terdefinisi ({fields}).",
    ),
    "too-large": Wording(
        en="Nodes: {nodes}. The shortest paths between all pairs were not searched ({fields}); a "
        "limit above {limit} in 'distances_up_to' asks for them.",
        id="Dengan {nodes} simpul, jalur terpendek antara semua pasangan tidak dicari ({fields}); "
        "batas di atas {limit} pada 'distances_up_to' memintanya.",
    ),
    # --- two modes ---
    "projection-saturated": Wording(
        en="{tied} of {pairs} pairs are tied: who is tied to whom says next to nothing. Use the "
        "weights (count, newman or jaccard), or measures of the two-mode network itself.",
        id="{tied} dari {pairs} pasangan terhubung: siapa terhubung dengan siapa hampir tidak "
        "berarti. Gunakan bobotnya (count, newman, atau jaccard), atau ukuran jaringan dua modus "
        "itu sendiri.",
    ),
    "no-partner": Wording(
        en="Without anything shared with others: {count} of {total} nodes. They stay in the "
        "network, without a tie.",
        id="Tidak berbagi apa pun dengan simpul lain: {count} dari {total} simpul. Simpul itu "
        "tetap ada dalam jaringan, tanpa hubungan.",
    ),
    "no-pair-in-mode": Wording(
        en="Nodes in the mode: {count}. There is no pair that could be tied ({fields}).",
        id="Simpul dalam modus ini: {count}. Tidak ada pasangan yang dapat terhubung ({fields}).",
    ),
    "no-distance": Wording(
        en="Without a tie, and so without a distance to others: {count} of {total} nodes "
        "({fields}).",
        id="Tanpa hubungan, sehingga tanpa jarak ke simpul lain: {count} dari {total} simpul "
        "({fields}).",
    ),
    "one-mode-empty": Wording(
        en="One of the two modes has no nodes: there is nothing to be tied to ({fields}).",
        id="Salah satu dari kedua modus tidak memiliki simpul: tidak ada yang dapat dihubungi "
        "({fields}).",
    ),
    "never-between": Wording(
        en="Of a mode in which no node can stand between others: {count} of {total} nodes "
        "({fields}).",
        id="Termasuk modus yang simpulnya tidak mungkin berada di antara yang lain: {count} dari "
        "{total} simpul ({fields}).",
    ),
    "no-path-of-three": Wording(
        en="There is no path of three ties that a fourth could close ({fields}).",
        id="Tidak ada jalur tiga hubungan yang dapat ditutup oleh hubungan keempat ({fields}).",
    ),
    "no-pair-tied": Wording(
        en="With fewer than two contacts, and so tying no pair: {count} of {total} nodes "
        "({fields}).",
        id="Dengan kurang dari dua kontak, sehingga tidak menghubungkan pasangan mana pun: "
        "{count} dari {total} simpul ({fields}).",
    ),
    # --- for the worker ---
    "alters-unasked": Wording(
        en="Only named by others: {count} of {total} people. Ties among them were not asked for, "
        "so that what depends on such ties can not be estimated ({fields}).",
        id="Hanya disebut oleh orang lain: {count} dari {total} orang. Hubungan di antara mereka "
        "tidak ditanyakan, sehingga apa yang bergantung pada hubungan itu tidak dapat diperkirakan "
        "({fields}).",
    ),
    "isolates-unanswered": Wording(
        en="Not answered: {count} of {total} nodes without a tie. Their ties may only be missing.",
        id="Belum menjawab: {count} dari {total} simpul tanpa hubungan. Hubungannya mungkin hanya "
        "belum tercatat.",
    ),
    "isolates-unknown": Wording(
        en="For {count} of {total} nodes without a tie it is not recorded whether they answered: "
        "their ties may only be missing.",
        id="Untuk {count} dari {total} simpul tanpa hubungan tidak tercatat apakah mereka "
        "menjawab: hubungannya mungkin hanya belum tercatat.",
    ),
    "introductions-ask": Wording(
        en="These are ties that could be made, each measured alone; whether people want to meet, "
        "only they can say.",
        id="Ini adalah hubungan yang dapat dijalin, masing-masing diukur sendiri; apakah orang "
        "ingin bertemu, hanya mereka yang dapat mengatakannya.",
    ),
    "introductions-unanswered": Wording(
        en="Nobody's answer is on record for {count} of {total} people: those who seem to have no "
        "ties may have some.",
        id="Jawaban {count} dari {total} orang tidak tercatat: mereka yang tampak tanpa hubungan "
        "mungkin memilikinya.",
    ),
    "introductions-sampled": Wording(
        en="Ways inside parts were followed from {sources} of {total} nodes only: these gains are "
        "estimates ({fields}).",
        id="Jalur di dalam bagian hanya diikuti dari {sources} di antara {total} simpul: "
        "peningkatan ini adalah perkiraan ({fields}).",
    ),
    "introductions-cut-short": Wording(
        en="Pairs whose only common contacts have very many contacts were not looked at.",
        id="Pasangan yang kontak bersamanya hanya orang dengan sangat banyak kontak tidak "
        "diperiksa.",
    ),
    "what-if-stays": Wording(
        en="All other ties are taken to stay as they are; people may answer the change with "
        "changes of their own.",
        id="Semua hubungan lain dianggap tetap; orang dapat menanggapi perubahan itu dengan "
        "perubahan mereka sendiri.",
    ),
    "what-if-no-change": Wording(
        en="Of the ties to be added {already} existed already, and of those to be removed "
        "{missing} did not exist: they change nothing.",
        id="Dari hubungan yang hendak ditambah {already} sudah ada, dan dari yang hendak dihapus "
        "{missing} tidak ada: itu tidak mengubah apa pun.",
    ),
    # --- waves ---
    "changes-undirected": Wording(
        en="The ties have no direction: whether they are returned can not be said ({fields}).",
        id="Hubungan ini tidak berarah: tidak dapat dikatakan apakah hubungan itu berbalas "
        "({fields}).",
    ),
    "nothing-at-risk": Wording(
        en="Nothing that both waves observed could have changed in this way ({fields}).",
        id="Tidak ada yang teramati di kedua gelombang yang dapat berubah dengan cara ini "
        "({fields}).",
    ),
    "waves-unanswered": Wording(
        en="Without an answer in one of the waves: {count} of {total} people. Their ties count "
        "neither as kept nor as formed or dissolved.",
        id="Tanpa jawaban pada salah satu gelombang: {count} dari {total} orang. Hubungan mereka "
        "tidak dihitung sebagai bertahan, terbentuk, atau terputus.",
    ),
    "waves-differ": Wording(
        en="Ties of those who are in one wave only are not counted: {entered} in the later one, "
        "{left} in the earlier one.",
        id="Hubungan mereka yang hanya ada di satu gelombang tidak dihitung: {entered} orang di "
        "gelombang kedua, {left} orang di gelombang pertama.",
    ),
    "waves-status-unknown": Wording(
        en="The waves do not say of everybody who answered: where somebody did not, a tie that was "
        "not reported looks like one that dissolved.",
        id="Kedua gelombang tidak mencatat semua orang yang menjawab: jika seseorang tidak "
        "menjawab, hubungan yang tidak dilaporkan tampak seperti hubungan yang terputus.",
    ),
    # --- stability ---
    "stability-at-random": Wording(
        en="People were left out at random; those who are missing in a real survey are often "
        "those with few ties or little time, and then more may change.",
        id="Orang dikeluarkan secara acak; dalam survei nyata, yang tidak hadir sering kali orang "
        "yang hubungannya sedikit atau waktunya sempit, sehingga perubahannya dapat lebih besar.",
    ),
    "stability-undefined": Wording(
        en="In {count} of {total} samples the measure was not defined; they are left out.",
        id="Pada {count} dari {total} sampel ukuran ini tidak terdefinisi; sampel itu tidak "
        "disertakan.",
    ),
    "stability-no-spread": Wording(
        en="All networks drawn anew give the same value, which is no certainty: an error can not "
        "be estimated from them ({fields}).",
        id="Semua jaringan hasil penarikan ulang memberi nilai yang sama, dan itu bukan kepastian: "
        "galat tidak dapat diperkirakan darinya ({fields}).",
    ),
    "stability-nothing": Wording(
        en="These data give nothing to compare ({fields}).",
        id="Data ini tidak memberi apa pun untuk dibandingkan ({fields}).",
    ),
    "stability-missing-already": Wording(
        en="Without an answer: {count} of {total} people. What their answers would have changed is "
        "not in these numbers.",
        id="Belum menjawab: {count} dari {total} orang. Apa yang dapat berubah karena jawaban "
        "mereka tidak termasuk dalam angka ini.",
    ),
}

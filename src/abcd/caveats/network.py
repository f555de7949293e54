"""Caveats of the room `network`: what ties can not show."""

from .wording import Wording

__all__ = ["NETWORK"]

NETWORK: dict[str, Wording] = {
    # --- what a network is made of ---
    "self-loops": Wording(
        en="{count} ties from a node to itself were left out.",
        id="{count} hubungan dari suatu simpul ke dirinya sendiri tidak dihitung.",
    ),
    "no-nodes": Wording(
        en="The network has no nodes: there is nothing to measure.",
        id="Jaringan ini tidak memiliki simpul: tidak ada yang dapat diukur.",
    ),
    # --- structural holes ---
    "isolates": Wording(
        en="{count} of {total} nodes have no tie: the measures of their contacts are not defined "
        "({fields}).",
        id="{count} dari {total} simpul tidak memiliki hubungan: ukuran tentang kontaknya tidak "
        "terdefinisi ({fields}).",
    ),
    "one-contact": Wording(
        en="{count} of {total} nodes have one contact: there is no pair of contacts to be tied "
        "({fields}), and their hierarchy is 1 by convention.",
        id="{count} dari {total} simpul hanya memiliki satu kontak: tidak ada pasangan kontak yang "
        "dapat saling terhubung ({fields}), dan hierarkinya 1 menurut kesepakatan.",
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
        en="The network falls into {parts} parts without any tie between them; shortest paths "
        "are counted inside the parts.",
        id="Jaringan ini terbagi menjadi {parts} bagian tanpa hubungan satu sama lain; jalur "
        "terpendek dihitung di dalam tiap bagian.",
    ),
    "answers-unknown": Wording(
        en="The network does not say who was asked and who answered ({fields}): people who seem to "
        "have no ties may only be missing.",
        id="Jaringan ini tidak mencatat siapa yang ditanya dan siapa yang menjawab ({fields}): "
        "orang yang tampak tanpa hubungan mungkin hanya belum terdata.",
    ),
    "ties-from-others": Wording(
        en="{missing} of {total} people have not answered themselves: their ties are known only "
        "from others, and with their answers other people may turn out to connect.",
        id="{missing} dari {total} orang belum menjawab sendiri: hubungan mereka hanya diketahui "
        "dari orang lain, dan jawaban mereka dapat mengubah siapa yang tampak sebagai "
        "penghubung.",
    ),
    "cap-reached": Wording(
        en="{count} people named {cap} or more, as many as the question allowed: they may have "
        "further contacts.",
        id="{count} orang menyebut {cap} nama atau lebih, sebanyak yang diizinkan pertanyaan: "
        "mereka mungkin memiliki kontak lain.",
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
        en="For {count} of {total} nodes {group} is not stated; they count in no group.",
        id="Untuk {count} dari {total} simpul, {group} tidak dinyatakan; mereka tidak dihitung "
        "dalam kelompok mana pun.",
    ),
}

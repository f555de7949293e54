"""Caveats of the room `cycle`: what a diary can not show."""

from .wording import Wording

__all__ = ["CYCLE"]

CYCLE: dict[str, Wording] = {
    "described-only": Wording(
        en="Described and not recorded: {count} of {total} activities. Nothing shows that they "
        "took place.",
        id="Diuraikan tetapi tidak tercatat: {count} dari {total} kegiatan. Tidak ada yang "
        "menunjukkan bahwa kegiatan itu terlaksana.",
    ),
    "stated-only": Wording(
        en="Recorded as done without evidence: {count} of {total} entries.",
        id="Tercatat selesai tanpa bukti: {count} dari {total} catatan.",
    ),
    "invented-records": Wording(
        en="Invented for an example: {count} of {total} entries.",
        id="Rekaan untuk contoh: {count} dari {total} catatan.",
    ),
    "undated": Wording(
        en="Without a date: {count} of {total} entries recorded as done; they have no place in "
        "the order.",
        id="Tanpa tanggal: {count} dari {total} catatan yang selesai; urutannya tidak diketahui.",
    ),
    "order-unknown": Wording(
        en="Fewer than two phases have a dated entry, so there is no order to report ({fields}).",
        id="Kurang dari dua fase memiliki catatan bertanggal, sehingga urutan tidak dapat "
        "dilaporkan ({fields}).",
    ),
    "headcount-only": Wording(
        en="The largest headcount is {headcount}; known one by one: {known}. How "
        "many different people took part is not known.",
        id="Jumlah hadir terbanyak {headcount}, sedangkan yang dikenal satu per satu {known} "
        "orang: berapa orang berbeda yang ikut serta tidak diketahui.",
    ),
    "nobody-recorded": Wording(
        en="No entry says who took part, or how many ({fields}).",
        id="Tidak ada catatan tentang siapa yang ikut serta atau berapa orang ({fields}).",
    ),
    "nobody-known": Wording(
        en="Nobody who took part is known by id and listed in the community, so there is no share "
        "of the people listed or of the population ({fields}).",
        id="Tidak ada peserta yang dikenal satu per satu dan tercatat dalam komunitas, sehingga "
        "bagian dari orang yang tercatat atau dari jumlah penduduk tidak dapat dihitung "
        "({fields}).",
    ),
    "outside-phases": Wording(
        en="Done, and part of no phase: {ids}.",
        id="Selesai, tetapi bukan bagian dari fase mana pun: {ids}.",
    ),
    "unknown-participants": Wording(
        en="Ids of participants that the community does not have: {count}. They are not counted.",
        id="Kode peserta yang tidak ada dalam komunitas: {count}. Mereka tidak dihitung.",
    ),
}

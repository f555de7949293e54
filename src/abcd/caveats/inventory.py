"""Caveats of the room `inventory`: what a list of assets can not show."""

from .wording import Wording

__all__ = ["INVENTORY"]

INVENTORY: dict[str, Wording] = {
    "no-denominator": Wording(
        en="There are no {denominator}, so no share of them can be given ({fields}).",
        id="Tidak ada {denominator}, sehingga bagiannya tidak dapat dihitung ({fields}).",
    ),
    "population-not-stated": Wording(
        en="People listed: {listed}. The population of the community is not stated, so this is no "
        "share of it ({fields}).",
        id="Orang yang tercatat: {listed}. Jumlah penduduk komunitas tidak dinyatakan, sehingga "
        "bagiannya tidak dapat dihitung ({fields}).",
    ),
    "population-below-listed": Wording(
        en="People listed: {listed}, more than the stated population of {population}; one of the "
        "two is wrong ({fields}).",
        id="Orang yang tercatat: {listed}, lebih banyak daripada jumlah penduduk yang dinyatakan, "
        "yaitu {population}; salah satunya keliru ({fields}).",
    ),
    "not-asked": Wording(
        en="Never asked: {count} of {total} people listed; what they could give is unknown.",
        id="Belum pernah ditanya: {count} dari {total} orang yang tercatat; apa yang dapat mereka "
        "berikan belum diketahui.",
    ),
    "no-answer": Wording(
        en="Asked, and no answer yet: {count} of {total} people listed; they are not counted as "
        "people without gifts.",
        id="Sudah ditanya, belum menjawab: {count} dari {total} orang yang tercatat; mereka tidak "
        "dihitung sebagai orang tanpa bakat.",
    ),
    "not-stated": Wording(
        en="Nobody said: {count} of {total} {denominator} are in no row of the table '{question}'.",
        id="Belum ada yang menyatakan: {count} dari {total} {denominator} tidak masuk baris mana "
        "pun dari tabel '{question}'.",
    ),
    "several-rows": Wording(
        en="One item may be in several rows of the table '{question}', so its shares can add to "
        "more than one.",
        id="Satu butir dapat masuk beberapa baris dari tabel '{question}', sehingga jumlah "
        "bagiannya dapat lebih dari satu.",
    ),
    "kinds-lost": Wording(
        en="The scheme {scheme} has no place for these kinds: {kinds}. Assets in no row: {count}.",
        id="Skema {scheme} tidak memiliki tempat untuk jenis berikut: {kinds}. Aset yang tidak "
        "masuk baris mana pun: {count}.",
    ),
    "outside-level": Wording(
        en="In no row: {count} of {total} assets, whose place lies in no place of level {level}.",
        id="Tidak masuk baris mana pun: {count} dari {total} aset, yang tempatnya tidak berada di "
        "dalam tempat setingkat {level}.",
    ),
    "nothing-mobilized": Wording(
        en="Assets mobilized or newly created: 0 of {total}. This is a list, not yet a use.",
        id="Aset yang dimanfaatkan atau baru tercipta: 0 dari {total}. Ini baru daftar, belum "
        "pemanfaatan.",
    ),
}

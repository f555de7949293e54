"""The words of reports, in English and Indonesian."""

from typing import Any

from ..caveats.wording import Wording, fill
from .journal_phrases import JOURNAL

__all__ = ["PHRASES", "say"]

PHRASES: dict[str, Wording] = {
    **JOURNAL,
    # Titles and chapters.
    "title": Wording(
        en="{community}: what we have, what was done, what we can say",
        id="{community}: apa yang kita miliki, apa yang sudah dilakukan, apa yang dapat dikatakan",
    ),
    "who-we-are": Wording(en="Who we are", id="Siapa kita"),
    "what-we-have": Wording(en="What we have", id="Apa yang kita miliki"),
    "what-was-done": Wording(en="What was done", id="Apa yang sudah dilakukan"),
    "what-changed": Wording(en="What was measured", id="Apa yang sudah diukur"),
    "what-known": Wording(
        en="What the measurements say", id="Apa yang dapat dikatakan dari pengukuran"
    ),
    "what-unknown": Wording(en="What we can not say yet", id="Apa yang belum dapat kita katakan"),
    "next-steps": Wording(en="Next steps", id="Langkah berikutnya"),
    "chapter-community": Wording(en="The community", id="Komunitas"),
    "chapter-assets": Wording(en="Assets and gifts", id="Aset dan bakat"),
    "chapter-approach": Wording(
        en="Approach: the cycle and its phases", id="Pendekatan: siklus dan fasenya"
    ),
    "chapter-choice": Wording(en="What was chosen, and how", id="Apa yang dipilih, dan bagaimana"),
    "chapter-plans": Wording(en="Visions, goals and plans", id="Visi, tujuan, dan rencana"),
    "chapter-activities": Wording(en="What was done", id="Pelaksanaan"),
    "chapter-participation": Wording(en="Who took part", id="Siapa yang ikut serta"),
    "chapter-results": Wording(
        en="What changed, and what can be said about it",
        id="Apa yang berubah, dan apa yang dapat dikatakan tentangnya",
    ),
    "chapter-limits": Wording(en="What the data can not show", id="Keterbatasan data"),
    "chapter-diary": Wording(en="Appendix: the diary", id="Lampiran: catatan kegiatan"),
    # About the report itself.
    "for": Wording(en="Report for: {purpose}.", id="Laporan untuk: {purpose}."),
    "as-of": Wording(en="As of {day}.", id="Per {day}."),
    "withheld": Wording(
        en="Names withheld: {count} of {total} people, who gave no consent that holds for this "
        "report.",
        id="Nama yang tidak ditampilkan: {count} dari {total} orang, karena tidak ada persetujuan "
        "yang berlaku untuk laporan ini.",
    ),
    "some-invented": Wording(
        en="What is marked (invented) is made up for an example. It is no fact about anybody.",
        id="Yang bertanda (rekaan) dibuat untuk contoh. Itu bukan fakta tentang siapa pun.",
    ),
    "invented": Wording(en=" (invented)", id=" (rekaan)"),
    "invented-of": Wording(
        en=" (invented: {count} of {total})", id=" (rekaan: {count} dari {total})"
    ),
    "invented-values": Wording(
        en=" (invented values: {count} of {total})", id=" (nilai rekaan: {count} dari {total})"
    ),
    "left-out": Wording(
        en="Notes on tests and effect sizes: {count}. They stand in the report for the campus.",
        id="Catatan tentang uji statistik dan ukuran efek: {count}. Catatan itu ada dalam laporan "
        "untuk kampus.",
    ),
    # Who we are.
    "people-listed": Wording(en="People listed: {count}", id="Orang yang tercatat: {count}"),
    "people-asked": Wording(
        en="Answered: {answered}. Asked, no answer: {silent}. Never asked: {never}",
        id="Menjawab: {answered}. Ditanya, belum menjawab: {silent}. Belum pernah ditanya: {never}",
    ),
    "population": Wording(en="Inhabitants, as stated: {count}", id="Jumlah penduduk: {count}"),
    "population-unknown": Wording(
        en="Inhabitants: not stated", id="Jumlah penduduk: tidak dinyatakan"
    ),
    "households": Wording(en="Households, as stated: {count}", id="Jumlah rumah tangga: {count}"),
    "place": Wording(en="{name} ({level})", id="{name} ({level})"),
    "area": Wording(en="{name}: {area} hectares", id="{name}: {area} hektare"),
    "places-of-level": Wording(en="Places of level {level}: {count}", id="{level}: {count}"),
    "organization": Wording(
        en="{name}: {kind}",
        id="{name}: {kind}",
    ),
    "members": Wording(en="members listed: {count}", id="anggota yang tercatat: {count}"),
    "kind-unknown": Wording(en="kind not stated", id="jenis tidak dinyatakan"),
    # What we have.
    "kind": Wording(en="Kind", id="Jenis"),
    "number": Wording(en="Number", id="Jumlah"),
    "share": Wording(en="Share of {total} assets", id="Bagian dari {total} aset"),
    "which": Wording(en="Which", id="Apa saja"),
    "and-more": Wording(en="and {count} more", id="dan {count} lagi"),
    "nothing-listed": Wording(en="No asset is listed yet.", id="Belum ada aset yang tercatat."),
    "skill": Wording(en="Skill", id="Keterampilan"),
    "has": Wording(en="Has it", id="Memiliki"),
    "teaches": Wording(en="Can teach it", id="Dapat mengajar"),
    "learns": Wording(en="Wants to learn it", id="Ingin belajar"),
    "not-asked": Wording(en="not asked: {count}", id="belum ditanya: {count}"),
    "yes-not-asked": Wording(en="{yes} (not asked: {count})", id="{yes} (belum ditanya: {count})"),
    "no-gifts": Wording(
        en="Gifts of people: none is recorded yet.",
        id="Bakat warga: belum ada yang tercatat.",
    ),
    "by-control": Wording(en="Assets by control", id="Aset menurut penguasaan"),
    "by-status": Wording(en="Assets by status", id="Aset menurut status"),
    "control": Wording(en="Control", id="Penguasaan"),
    "status": Wording(en="Status", id="Status"),
    "not-stated": Wording(en="not stated", id="tidak dinyatakan"),
    # What was done.
    "phase": Wording(en="Phase", id="Fase"),
    "done": Wording(en="Done", id="Selesai"),
    "evidenced": Wording(en="With evidence", id="Dengan bukti"),
    "column-planned": Wording(en="Planned", id="Direncanakan"),
    "column-cancelled": Wording(en="Cancelled", id="Dibatalkan"),
    "described": Wording(en="Only described", id="Hanya diuraikan"),
    "of": Wording(en="{part} of {total}", id="{part} dari {total}"),
    "by-day": Wording(en="By day:", id="Menurut tanggal:"),
    "entry": Wording(en="{when}: {what}", id="{when}: {what}"),
    "no-day": Wording(en="no date", id="tanpa tanggal"),
    "planned": Wording(en="planned", id="direncanakan"),
    "cancelled": Wording(en="cancelled", id="dibatalkan"),
    "took-part": Wording(en="took part: {count}", id="peserta: {count}"),
    "evidence": Wording(en="evidence: {sources}", id="bukti: {sources}"),
    "no-evidence": Wording(en="no evidence", id="tanpa bukti"),
    "nothing-done": Wording(
        en="Nothing is recorded as done.", id="Belum ada kegiatan yang tercatat selesai."
    ),
    "decision": Wording(en="Decision: {question}", id="Keputusan: {question}"),
    "chosen": Wording(en="Chosen: {chosen}", id="Dipilih: {chosen}"),
    "options": Wording(en="Options: {options}", id="Pilihan: {options}"),
    "no-rival": Wording(
        en="No other option is recorded", id="Tidak ada pilihan lain yang tercatat"
    ),
    "decided-by": Wording(en="Decided by: {who}", id="Diputuskan oleh: {who}"),
    "rule": Wording(en="Rule: {rule}", id="Cara: {rule}"),
    "reasons": Wording(en="Reasons: {reasons}", id="Alasan: {reasons}"),
    "dissent": Wording(en="Who disagreed said: {dissent}", id="Yang tidak setuju: {dissent}"),
    "no-dissent": Wording(en="No dissent is recorded", id="Pendapat yang berbeda tidak tercatat"),
    "nothing-chosen": Wording(en="none", id="tidak ada"),
    "challenge": Wording(
        en="Challenge: {text} Answer: {answer}", id="Tantangan: {text} Jawaban: {answer}"
    ),
    "unanswered": Wording(en="none yet.", id="belum ada."),
    # What can be said.
    "measure": Wording(
        en="{name} (unit not stated; {better})", id="{name} (satuan tidak dinyatakan; {better})"
    ),
    "measure-in": Wording(en="{name} (in {unit}; {better})", id="{name} (dalam {unit}; {better})"),
    "better-up": Wording(en="higher is better", id="makin tinggi makin baik"),
    "better-down": Wording(en="lower is better", id="makin rendah makin baik"),
    "nameless": Wording(
        en="Of which nobody said what it is", id="Yang tidak disebutkan apa yang diukur"
    ),
    "about": Wording(en="{what}: {text}", id="{what}: {text}"),
    "not-estimable": Wording(en="not estimable", id="tidak dapat diperkirakan"),
    "change": Wording(
        en="{what}. People measured before and after: {n}. Rose: {up}, unchanged: {same}, fell: "
        "{down}. Mean before: {before}, after: {after}. Mean change: {mean} (with {level} "
        "confidence between {low} and {high}).",
        id="{what}. Orang yang diukur sebelum dan sesudah: {n}. Naik: {up}, tetap: {same}, turun: "
        "{down}. Rata-rata sebelum: {before}, sesudah: {after}. Rata-rata perubahan: {mean} "
        "(dengan tingkat kepercayaan {level} antara {low} dan {high}).",
    ),
    "change-no-interval": Wording(
        en="{what}. People measured before and after: {n}. Rose: {up}, unchanged: {same}, fell: "
        "{down}. Mean before: {before}, after: {after}. Mean change: {mean}; how sure that is can "
        "not be said.",
        id="{what}. Orang yang diukur sebelum dan sesudah: {n}. Naik: {up}, tetap: {same}, turun: "
        "{down}. Rata-rata sebelum: {before}, sesudah: {after}. Rata-rata perubahan: {mean}; "
        "tingkat kepastiannya tidak dapat dikatakan.",
    ),
    "change-none": Wording(
        en="{what}. Nobody was measured both before and after.",
        id="{what}. Tidak ada orang yang diukur sebelum dan sesudahnya.",
    ),
    "can-be-said": Wording(en="What can be said", id="Apa yang dapat dikatakan"),
    "can-not-be-said": Wording(en="What can not be said yet", id="Apa yang belum dapat dikatakan"),
    "claim": Wording(en="Claim", id="Pernyataan"),
    "verdict": Wording(en="Verdict", id="Penilaian"),
    "why": Wording(en="Why", id="Mengapa"),
    "verdict-not estimable": Wording(en="not estimable", id="tidak dapat diperkirakan"),
    "verdict-open": Wording(en="open", id="belum dapat dipastikan"),
    "verdict-supported": Wording(
        en="in line with what was measured", id="sejalan dengan hasil pengukuran"
    ),
    "verdict-contradicted": Wording(
        en="against what was measured", id="bertentangan dengan hasil pengukuran"
    ),
    "verdict-better": Wording(en="better than before", id="lebih baik daripada sebelumnya"),
    "verdict-worse": Wording(en="worse than before", id="lebih buruk daripada sebelumnya"),
    "judged": Wording(en="Verdict: {verdict}. {why}", id="Penilaian: {verdict}. {why}"),
    "no-claims": Wording(en="No claim is recorded.", id="Belum ada pernyataan yang tercatat."),
    "to-measure": Wording(en="To be measured", id="Yang perlu diukur"),
    "of-whom": Wording(en="Of whom", id="Siapa"),
    "when": Wording(en="When", id="Kapan"),
    "instrument": Wording(en="With what", id="Dengan apa"),
    "facets": Wording(en="{name}: {facets}", id="{name}: {facets}"),
    "smallest": Wording(
        en="With {people} people measured before and after, only a mean change of at least "
        "{effect} standard deviations of the differences is found with a chance of 80%. A smaller "
        "change may be there and stay unseen.",
        id="Dengan {people} orang yang diukur sebelum dan sesudah, hanya rata-rata perubahan "
        "minimal {effect} simpangan baku selisih yang dapat ditemukan dengan peluang 80%. "
        "Perubahan yang lebih kecil mungkin ada tetapi tidak terlihat.",
    ),
    "smallest-plain": Wording(
        en="With {people} people measured before and after, a mean change can be seen (four times "
        "out of five) where it is at least {effect} times as large as the usual difference between "
        "one person's change and another's. A smaller change may be there and stay unseen.",
        id="Dengan {people} orang yang diukur sebelum dan sesudah, rata-rata perubahan baru dapat "
        "terlihat (empat dari lima kali) jika besarnya minimal {effect} kali perbedaan yang biasa "
        "antara perubahan satu orang dan orang lain. Perubahan yang lebih kecil mungkin ada tetapi "
        "tidak terlihat.",
    ),
    # Who took part.
    "known": Wording(en="Known one by one: {count}", id="Dikenal satu per satu: {count}"),
    "headcount": Wording(
        en="Largest headcount at one entry: {count}", id="Jumlah hadir terbanyak: {count}"
    ),
    "group": Wording(en="{group}: {count} at most", id="{group}: paling banyak {count}"),
    "stage": Wording(en="Stage", id="Tahap"),
    "entries": Wording(en="Entries", id="Catatan"),
    "people-by-id": Wording(en="People known by id", id="Orang yang dikenal"),
    "stage-planning": Wording(en="planning", id="perencanaan"),
    "stage-carrying out": Wording(en="carrying out", id="pelaksanaan"),
    "stage-evaluating": Wording(en="evaluating", id="evaluasi"),
    "stage-not stated": Wording(en="not stated", id="tidak dinyatakan"),
    # Intentions.
    "vision": Wording(en="Vision{horizon}: {text}", id="Visi{horizon}: {text}"),
    "goal": Wording(en="Goal{horizon}: {text}", id="Tujuan{horizon}: {text}"),
    "plan": Wording(en="Plan{horizon}: {text}", id="Rencana{horizon}: {text}"),
    "horizon": Wording(en=" ({horizon})", id=" ({horizon})"),
    "owner": Wording(en=" Owner: {who}.", id=" Pemilik: {who}."),
    "unlisted": Wording(en="somebody not listed", id="seseorang yang tidak tercatat"),
    "everybody": Wording(en="everybody", id="semua"),
    "values": Wording(en="Values: {values}.", id="Nilai: {values}."),
    "step": Wording(en="{when}: {text}", id="{when}: {text}"),
    "step-open": Wording(en="Plan '{plan}': {text}", id="Rencana '{plan}': {text}"),
    "planned-next": Wording(en="Planned, {what}", id="Direncanakan, {what}"),
    "mend-next": Wording(
        en="Check the values of '{name}': {why}", id="Periksa nilai '{name}': {why}"
    ),
    "indicator-next": Wording(
        en="Find an indicator that reaches as far as the claim: {text}",
        id="Cari indikator yang menjangkau pernyataan ini: {text}",
    ),
    "answer-next": Wording(en="Answer the challenge: {text}", id="Jawab tantangan: {text}"),
    "ask-next": Wording(
        en="Ask those who were never asked: {count} of the people listed",
        id="Tanyai {count} orang yang belum pernah ditanya",
    ),
    "nothing-next": Wording(en="Nothing is planned yet.", id="Belum ada rencana berikutnya."),
    "order-really": Wording(
        en="The phases really began in this order: {order}.",
        id="Urutan fase yang sebenarnya: {order}.",
    ),
    "order-defined": Wording(
        en="Phases in the order of the source: {order}.", id="Urutan fase menurut sumber: {order}."
    ),
    "source": Wording(en="Source: {source}.", id="Sumber: {source}."),
    "re-entries": Wording(en="Entered again: {phases}.", id="Dimasuki kembali: {phases}."),
    "times": Wording(en="{phase} ({count} x)", id="{phase} ({count} x)"),
}


def say(key: str, language: str, **data: Any) -> str:
    """Word a phrase in a language; numbers among the data take its decimal mark."""
    return fill(getattr(PHRASES[key], language), data, language)

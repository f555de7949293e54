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
            "Of {count} of {total} ideas nobody said whose the assets are, or what they take: ask "
            "before they are left out."
        ),
        id=(
            "Untuk {count} dari {total} gagasan belum ada yang menyatakan milik siapa asetnya atau "
            "apa yang dibutuhkan: tanyakan sebelum gagasan itu dikesampingkan."
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
        en="All options have the same score on {criteria}: this orders nothing.",
        id="Semua pilihan punya skor yang sama pada {criteria}: ini tidak membedakan apa pun.",
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
        en="There is one option only: its score would be measured by itself ({fields}).",
        id="Hanya ada satu pilihan: skornya akan diukur terhadap dirinya sendiri ({fields}).",
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
    "contributions-unknown": Wording(
        en="The method {method} does not say what each criterion contributes.",
        id="Metode {method} tidak menyatakan sumbangan tiap kriteria.",
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
}

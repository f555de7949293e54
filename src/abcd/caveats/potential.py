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
            "{cells} scores are known within limits only; the middle was used. Within these "
            "limits another order may be right."
        ),
        id=(
            "{cells} skor hanya diketahui rentangnya; yang dipakai ialah nilai tengahnya. Dalam "
            "rentang itu urutan lain bisa saja benar."
        ),
    ),
    "raters-averaged": Wording(
        en="The scores are means over {raters} raters; a mean hides who disagrees.",
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
        en="{cells} scores are means over fewer raters, because some gave none.",
        id="{cells} skor adalah rata-rata dari sebagian penilai saja; yang lain tidak menilai.",
    ),
    # --- gaps ---
    "options-with-gaps": Wording(
        en="{count} of {total} options have a gap in a criterion that counts: they have no rank.",
        id=(
            "{count} dari {total} pilihan tidak punya skor pada kriteria yang dihitung: pilihan "
            "itu tidak diberi peringkat."
        ),
    ),
    "gaps-as-worst": Wording(
        en="{gaps} missing scores count as the worst score of their criterion.",
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
        en="The method {method} gave no finite score for {count} options: they have no rank.",
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
        en="{count} of {total} options share a rank with another.",
        id="{count} dari {total} pilihan berbagi peringkat dengan pilihan lain.",
    ),
    "first-rank-shared": Wording(
        en="{count} options share the first rank: these scores do not tell which to start with.",
        id=(
            "{count} pilihan berada di peringkat pertama: skor ini tidak menentukan mana yang "
            "didahulukan."
        ),
    ),
}

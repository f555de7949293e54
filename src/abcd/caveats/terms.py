"""Words of the library that stand in the data of caveats: what is counted, tables, levels."""

__all__ = ["in_indonesian"]

_TERMS = {
    "assets": "aset",
    "assets by control": "aset menurut penguasaan",
    "assets by every kind named": "aset menurut setiap jenis yang disebut",
    "assets by holder": "aset menurut pemegang",
    "assets by place": "aset menurut tempat",
    "assets by primary kind": "aset menurut jenis utama",
    "assets by status": "aset menurut status",
    "behavior": "perilaku",
    "capacities": "kemampuan",
    "gifts": "bakat",
    "gifts by head, heart and hand": "bakat kepala, hati, dan tangan",
    "inhabitants": "penduduk",
    "learning": "pembelajaran",
    "people": "orang",
    "reaction": "reaksi",
    "results": "hasil",
}
_OF_LEVEL = " of level "


def in_indonesian(term: str) -> str:
    """Return the Indonesian for a term of the library; any other text comes back as it is."""
    table, mark, level = term.partition(_OF_LEVEL)
    words = _TERMS.get(table)
    if words is None:
        return term
    return f"{words} pada tingkat {level}" if mark else words

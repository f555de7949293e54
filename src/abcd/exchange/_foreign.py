"""Make assets of features that other programs wrote, as the caller says what is what."""

from collections.abc import Sequence
from typing import Any

from ..errors import Fault, hidden, nearest, shown
from ..fields import NAME
from ..model import Asset, Place
from ._columns import Columns, alike, id_text, tidy
from ._drafts import Draft, Harvest
from ._geometry import point
from ._plain import member

__all__ = ["Foreign"]


class Foreign:
    """Reads foreign features one after the other.

    Parameters
    ----------
    columns : Columns
        Which property holds what.
    harvest : Harvest
        Gets the assets and their places.
    """

    def __init__(self, columns: Columns, harvest: Harvest) -> None:
        self._columns = columns
        self._harvest = harvest
        # Properties whose name has something invisible at its edge, each reported once.
        self._untidy: set[str] = set()
        # Each spelling of the name of a neighborhood: its id, and where it stands first.
        self._neighborhoods: dict[str, tuple[str, str]] = {}

    def prepare(self, draft: Draft) -> None:
        """Report odd names of properties, and take the id from its property."""
        for key in draft.properties:
            if tidy(key) != key and key not in self._untidy:
                self._untidy.add(key)
                accepted = f"{shown(tidy(key))}, without what does not show; it is read as such"
                draft.fault(draft.properties_path, shown(key), accepted, "property-name")
        if self._columns.id is not None:
            column = _key(draft.properties, self._columns.id) or self._columns.id
            if draft.raw_id is not None:
                draft.keep({"id": draft.raw_id})
            path = member(draft.properties_path, column)
            draft.take_id(path, draft.properties.get(column))
            draft.id_in_properties = True

    def read(self, draft: Draft) -> None:
        """Make an asset, with a place of its own where the feature has a geometry."""
        harvest, columns = self._harvest, self._columns
        rest = dict(draft.properties)
        id = harvest.claim(draft)
        key = None if columns.id is None else _key(rest, columns.id)
        if key is not None and id == draft.wanted:
            del rest[key]
        name = self._name(draft, rest, id)
        kinds = self._kinds(draft, rest)
        where = self._neighborhood(draft, rest)
        geometry = draft.geometry()
        if geometry is not None:
            latitude, longitude = point(geometry) or (None, None)
            where = harvest.keep_place(
                Place(
                    harvest.ids.make(f"{id}:place"),
                    name,
                    parent=where,
                    latitude=latitude,
                    longitude=longitude,
                    geometry=geometry,
                ),
                draft.geometry_path,
            )
        asset = Asset(id, name, kinds, place=where, extra=draft.leftovers(rest))
        harvest.keep_asset(asset, draft.properties_path)

    def faults_of_spellings(self) -> list[Fault]:
        """Report names of neighborhoods that differ in case, accents, blanks or punctuation only.

        They are not merged: which spelling is right, and whether both are one place, the caller
        knows.
        """
        first: dict[str, str] = {}
        faults: list[Fault] = []
        for name, (id, path) in self._neighborhoods.items():
            other = first.setdefault(alike(name) or name, id)
            if other != id:
                accepted = f"one spelling of a name; {shown(other)} is spelled almost alike"
                faults.append(Fault(path, shown(id), accepted, "similar-name"))
        return faults

    def _name(self, draft: Draft, rest: dict[str, Any], id: str) -> str:
        column = self._columns.name
        key = _key(rest, column) or column
        value = rest.get(key)
        if isinstance(value, str) and NAME.test(value):
            del rest[key]
            return value
        found = "nothing" if value is None else hidden(value)
        accepted = "a name, text that is not blank; the id stands for it"
        draft.fault(member(draft.properties_path, key), found, accepted, "missing-name")
        return id

    def _kinds(self, draft: Draft, rest: dict[str, Any]) -> tuple[str, ...]:
        key = None if self._columns.kind is None else _key(rest, self._columns.kind)
        if key is None or rest[key] is None:
            return ()
        value = rest[key]
        path = member(draft.properties_path, key)
        items = value if isinstance(value, list) else [value]
        found = [
            self._codes(draft, item, f"{path}[{index}]" if items is value else path)
            for index, item in enumerate(items)
        ]
        if self._columns.kinds is None and all(found):
            del rest[key]
        return tuple(dict.fromkeys([code for codes in found for code in codes]))

    def _codes(self, draft: Draft, value: Any, path: str) -> Sequence[str]:
        """Return the kinds that a value stands for; a blank one says nothing."""
        kinds = self._columns.kinds
        text = id_text(value)
        if kinds is not None and text in kinds:
            return kinds[text]
        if isinstance(value, str):
            if not value.strip():
                return ()
            if kinds is None:
                return (value,)
        accepted = "the text of a kind" if kinds is None else f"one of {nearest(text, kinds)}"
        draft.fault(path, shown(value), accepted, "unknown-kind")
        return ()

    def _neighborhood(self, draft: Draft, rest: dict[str, Any]) -> str | None:
        """Return the id of the place that a property names; each name is one place."""
        key = None if self._columns.place is None else _key(rest, self._columns.place)
        if key is None or rest[key] is None or rest[key] == "":
            return None
        path = member(draft.properties_path, key)
        name = id_text(rest[key])
        if name is None or not NAME.test(name):
            accepted = "the name of a place, text or a number"
            draft.fault(path, hidden(rest[key]), accepted, "place")
            return None
        del rest[key]
        if name not in self._neighborhoods:
            level = self._columns.level
            id = self._harvest.ids.make(f"{level or 'place'}:{name}")
            self._harvest.keep_place(Place(id, name, level=level), path)
            self._neighborhoods[name] = (id, path)
        return self._neighborhoods[name][0]


def _key(properties: dict[str, Any], column: str) -> str | None:
    """Return the property that is called so, if need be without regard to its edges."""
    if column in properties:
        return column
    return next((key for key in properties if tidy(key) == column), None)

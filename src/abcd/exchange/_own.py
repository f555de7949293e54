"""How this library writes an asset or a place as a feature, so that it can read it back exactly.

The properties of a feature are the fields of the object in plain data, and beside them the
properties that a foreign file had. What has no room there stands in a member of the feature, which
RFC 7946 (section 6.1) lets other programs ignore:

``"abcd": {"class", "place", "position", "extra", "feature"}``

- ``class``: ``"Asset"`` or ``"Place"``.
- ``place``: the fields of the place of an asset, but for its geometry, which is the feature's.
- ``position``: what the geometry of the feature does not say: a ``geometry`` that the place has
  instead of it, or ``located`` as false where the place has no latitude and longitude.
- ``extra``: what stands in `extra` under a name that the properties use for a field.
- ``feature``: what stands in `extra` under ``"@feature"``, but for foreign members, which are
  members of the feature again.
"""

import re
from typing import Any, TypeVar

import attrs

from ..documents import from_dict
from ..errors import DocumentError, shown
from ..fields import ID
from ..model import Asset, Place
from ._drafts import MEMBER, Draft, Harvest, items_of
from ._geometry import point
from ._plain import member

__all__ = ["ASSET_FIELDS", "PLACE_FIELDS", "read_own"]

ASSET_FIELDS = tuple([f.name for f in attrs.fields(Asset) if f.name not in ("id", "extra")])
PLACE_FIELDS = tuple(
    [f.name for f in attrs.fields(Place) if f.name not in ("id", "extra", "geometry")]
)

_T = TypeVar("_T", Asset, Place)
_PAIR = {"latitude", "longitude"}


def read_own(draft: Draft, harvest: Harvest) -> None:
    """Read a feature that this library wrote, and that people may have changed since."""
    id = harvest.claim(draft)
    if items_of(draft.own)["class"] == "Place":
        row, rest = _split(draft.properties, PLACE_FIELDS)
        _locate(draft, row)
        place, refused = _built(Place, {"id": id, **row}, draft.properties_path, draft)
        draft.keep(refused)
        harvest.keep_place(attrs.evolve(place, extra=draft.leftovers(rest)), draft.properties_path)
        return
    row, rest = _split(draft.properties, ASSET_FIELDS)
    asset, refused = _built(Asset, {"id": id, **row}, draft.properties_path, draft)
    draft.keep(refused)
    where = _place_of(draft, harvest, asset)
    asset = attrs.evolve(asset, place=where, extra=draft.leftovers(rest))
    harvest.keep_asset(asset, draft.properties_path)


def _split(
    properties: dict[str, Any], names: tuple[str, ...]
) -> tuple[dict[str, Any], dict[str, Any]]:
    row = {name: value for name, value in properties.items() if name in names}
    return row, {name: value for name, value in properties.items() if name not in names}


def _place_of(draft: Draft, harvest: Harvest, asset: Asset) -> str | None:
    """Return the place of an asset: the one in its feature, one that stands alone, or a new one."""
    document = items_of(items_of(draft.own).get("place"))
    if not document:
        if "position" in items_of(draft.own):
            draft.keep({"position": items_of(draft.own)["position"]})
        if asset.place is None:
            return _placed(draft, harvest, asset)
        return _shared(draft, harvest, asset.place)
    path = member(member(draft.path, MEMBER), "place")
    row, rest = _split(document, (*PLACE_FIELDS, "extra"))
    _locate(draft, row)
    wanted = rest.get("id")
    if ID.test(wanted):
        id = harvest.ids.claim(rest.pop("id"))
    else:
        id = harvest.ids.make(f"{asset.id}:place")
        draft.fault(member(path, "id"), shown(wanted), f"an id; it is {id!r} now", "id")
    place, refused = _built(Place, {"id": id, **row}, path, draft)
    if rest or refused:
        draft.keep({"place_fields": {**rest, **refused}})
    if asset.place not in (None, wanted):
        draft.keep({"place": asset.place})
    return harvest.keep_place(place, path)


def _shared(draft: Draft, harvest: Harvest, place: str) -> str:
    """Return a place that another feature draws; this one repeats its geometry for the map."""
    geometry = draft.feature.get("geometry")
    if geometry is not None and geometry != harvest.drawn.get(place):
        _not_used(draft, geometry)
    return place


def _not_used(draft: Draft, geometry: Any) -> None:
    accepted = "the one that the place has; this one is kept aside"
    draft.fault(draft.geometry_path, "another geometry", accepted, "second-geometry")
    draft.keep({"geometry": geometry})


def _placed(draft: Draft, harvest: Harvest, asset: Asset) -> str | None:
    """Return a new place for an asset that somebody has put on the map since."""
    geometry = draft.geometry()
    if geometry is None:
        return None
    latitude, longitude = point(geometry) or (None, None)
    id = harvest.ids.make(f"{asset.id}:place")
    place = Place(id, asset.name, latitude=latitude, longitude=longitude, geometry=geometry)
    return harvest.keep_place(place, draft.geometry_path)


def _locate(draft: Draft, row: dict[str, Any]) -> None:
    """Put the geometry of a feature, and where it is, into the fields of its place."""
    note = dict(items_of(items_of(draft.own).get("position")))
    geometry = draft.geometry()
    located = note.pop("located") if type(note.get("located")) is bool else True
    if located and not row.keys() & _PAIR:
        latitude, longitude = point(geometry) or (None, None)
        row |= {"latitude": latitude, "longitude": longitude}
    if "geometry" in note:
        drawn = {"type": "Point", "coordinates": [row.get("longitude"), row.get("latitude")]}
        if geometry not in (None, drawn):
            _not_used(draft, geometry)
    row["geometry"] = note.pop("geometry", geometry)
    if note:
        draft.keep({"position": note})


def _built(
    cls: type[_T], row: dict[str, Any], path: str, draft: Draft
) -> tuple[_T, dict[str, Any]]:
    """Return an object of its fields, and the fields that it could not take, each with a fault."""
    refused: dict[str, Any] = {}
    if "name" not in row:
        accepted = "a name; the id stands for it"
        draft.fault(member(path, "name"), "nothing", accepted, "missing-name")
    while True:
        try:
            return from_dict({"name": row["id"], **row}, cls), refused
        except DocumentError as error:
            draft.faults += [fault.within(path) for fault in error.faults]
            names = {re.split(r"\W", fault.path, maxsplit=1)[0] for fault in error.faults}
            names |= _PAIR if names & _PAIR else set()
            # Fields that only together are wrong have a path that names none of them.
            wrong = [name for name in row if name in names] or [*row]
            refused |= {name: row.pop(name) for name in wrong if name != "id"}

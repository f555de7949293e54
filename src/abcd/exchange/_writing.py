"""Write assets and places as features; how is told in `_own`."""

from collections.abc import Collection, Iterator
from typing import Any

import attrs

from ..documents import SCHEMA, to_dict
from ..errors import Fault, shown
from ..fields import FrozenMapping, thaw
from ..model import Asset, Community, Place
from ..model.parts import COLLECTIONS, SINGULAR
from ._drafts import BESIDE, FEATURE_MEMBERS, MEMBER
from ._geometry import bounds_hold, faults_of_geometry, point, unusable
from ._own import ASSET_FIELDS, PLACE_FIELDS
from ._plain import DEPTH, deeper_than, member

__all__ = ["Writer"]

# What stands around a value of `extra` in a document takes some of the levels that are read.
_DEPTH = DEPTH - 8
_COLLECTION_MEMBERS = frozenset({"type", "features", MEMBER})
_HELD = ("places", "assets")


@attrs.frozen
class _Position:
    """Where a place is, as its feature says it."""

    geometry: Any = None
    # What the geometry of the feature does not say.
    note: dict[str, Any] = attrs.field(factory=dict)
    pair: dict[str, float] = attrs.field(factory=dict)


class Writer:
    """Writes the assets and places of a community, and says what stays behind.

    Parameters
    ----------
    community : Community
        Redacted, as far as it must be.
    """

    def __init__(self, community: Community) -> None:
        self.lost: list[Fault] = []
        self._community = community
        self._places = {place.id: place for place in community.places}
        self._paths = {place.id: f"places[{index}]" for index, place in enumerate(community.places)}
        # Each place that is written, in the order in which a reader finds them.
        self._written: dict[str, None] = {}
        self._positions: dict[str, _Position] = {}

    def collection(self) -> FrozenMapping:
        """Return the whole as a FeatureCollection."""
        features = [self._asset(asset, index) for index, asset in enumerate(self._community.assets)]
        alone = [place for place in self._community.places if place.id not in self._written]
        features += [self._place(place) for place in alone]
        own: dict[str, Any] = {
            "schema": SCHEMA,
            "community": {"id": self._community.id, "name": self._community.name},
        }
        order = [place.id for place in self._community.places]
        if order != [*self._written]:
            own["places"] = order
        members, aside = self._members(features)
        if aside:
            own["extra"] = aside
        self.lost += _not_held(self._community)
        return FrozenMapping(
            {"type": "FeatureCollection", **members, "features": features, MEMBER: own}
        )

    def _asset(self, asset: Asset, index: int) -> dict[str, Any]:
        own: dict[str, Any] = {"class": "Asset"}
        position = _Position()
        if asset.place is not None:
            place = self._places[asset.place]
            position = self._position(place)
            if place.id not in self._written:
                self._written[place.id] = None
                extra = self._shallow(place.extra, self._paths[place.id])
                fields = _fields(place, PLACE_FIELDS, position)
                own["place"] = {"id": place.id, **fields, **({"extra": extra} if extra else {})}
                own["position"] = position.note
        fields = _fields(asset, ASSET_FIELDS)
        return self._feature(asset, f"assets[{index}]", position.geometry, fields, own)

    def _place(self, place: Place) -> dict[str, Any]:
        self._written[place.id] = None
        position = self._position(place)
        own = {"class": "Place", "position": position.note}
        fields = _fields(place, PLACE_FIELDS, position)
        return self._feature(place, self._paths[place.id], position.geometry, fields, own)

    def _feature(
        self,
        entity: Asset | Place,
        path: str,
        geometry: Any,
        fields: dict[str, Any],
        own: dict[str, Any],
    ) -> dict[str, Any]:
        names = ASSET_FIELDS if isinstance(entity, Asset) else PLACE_FIELDS
        extra = self._shallow(entity.extra, path)
        aside = {BESIDE: extra.pop(BESIDE)} if BESIDE in extra else {}
        members, own["feature"] = _foreign_members(aside.get(BESIDE), geometry)
        aside = aside if own["feature"] is None else {}
        own["extra"] = aside | {name: value for name, value in extra.items() if name in names}
        foreign = {name: value for name, value in extra.items() if name not in names}
        return {
            "type": "Feature",
            "id": entity.id,
            "geometry": geometry,
            "properties": {**fields, **foreign},
            **members,
            MEMBER: {name: value for name, value in own.items() if value},
        }

    def _position(self, place: Place) -> _Position:
        """Return where a place is, which all assets there repeat."""
        if place.id not in self._positions:
            self._positions[place.id] = self._located(place)
        return self._positions[place.id]

    def _located(self, place: Place) -> _Position:
        """Return where a place is; a geometry that no map can draw is told apart."""
        pair = {}
        if place.latitude is not None and place.longitude is not None:
            pair = {"latitude": place.latitude, "longitude": place.longitude}
        if place.geometry is None:
            if not pair:
                return _Position()
            coordinates = [place.longitude, place.latitude]
            return _Position({"type": "Point", "coordinates": coordinates}, {"geometry": None})
        path = f"{self._paths[place.id]}.geometry"
        faults = faults_of_geometry(place.geometry, path)
        if deeper_than(place.geometry, _DEPTH):
            self.lost.append(_too_deep(path))
            return _Position(pair=pair)
        if unusable(faults):
            self.lost += [fault for fault in faults if unusable([fault])]
            return _Position(None, {"geometry": thaw(place.geometry)}, pair)
        geometry = thaw(place.geometry)
        if point(geometry) == (tuple(pair.values()) or None):
            return _Position(geometry)
        return _Position(geometry, {} if pair else {"located": False}, pair)

    def _members(self, features: Collection[dict[str, Any]]) -> tuple[dict[str, Any], Any]:
        """Return what stands beside the features, and what must not stand there any more."""
        extra = self._shallow(self._community.extra, "")
        drawn = [feature["geometry"] for feature in features if feature["geometry"] is not None]
        aside = {
            name: value
            for name, value in extra.items()
            # Positions are WGS 84 always; another reference system would be a lie by now.
            if name in _COLLECTION_MEMBERS
            or name == "crs"
            or (name == "bbox" and not bounds_hold(value, drawn))
        }
        return {name: value for name, value in extra.items() if name not in aside}, aside

    def _shallow(self, extra: FrozenMapping, path: str) -> dict[str, Any]:
        """Return an `extra` as plain data, without values that are nested too deeply."""
        kept: dict[str, Any] = {}
        for name, value in extra.items():
            if deeper_than(value, _DEPTH):
                self.lost.append(_too_deep(member(member(path, "extra"), name)))
            else:
                kept[name] = thaw(value)
        return kept


def _fields(
    entity: Asset | Place, names: Collection[str], position: _Position | None = None
) -> dict[str, Any]:
    fields = {name: value for name, value in to_dict(entity).items() if name in names}
    if position is not None:
        fields = {name: fields[name] for name in fields if name not in ("latitude", "longitude")}
        fields |= position.pair
    return fields


def _foreign_members(beside: Any, geometry: Any) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Return foreign members for a feature, and what else stood beside its properties.

    None instead of the latter where it is not what a reader of this format puts there, or where a
    bounding box does not hold the geometry any more.
    """
    if not isinstance(beside, dict) or "members" not in beside:
        return {}, beside if isinstance(beside, dict) and beside else None
    members = beside["members"]
    drawn = [] if geometry is None else [geometry]
    if (
        not isinstance(members, dict)
        or not members
        or members.keys() & {*FEATURE_MEMBERS, MEMBER}
        or ("bbox" in members and not bounds_hold(members["bbox"], drawn))
    ):
        return {}, None
    return members, {name: value for name, value in beside.items() if name != "members"}


def _too_deep(path: str) -> Fault:
    return Fault(path, "deeper nesting", f"at most {_DEPTH} levels", "depth")


def _not_held(community: Community) -> Iterator[Fault]:
    """List what a map has no room for."""
    for name in COLLECTIONS:
        count = len(getattr(community, name))
        if count and name not in _HELD:
            found = f"{count:,} {name if count > 1 else SINGULAR[name]}"
            yield Fault(name, found, "assets and places", "not-held")
    for name in ("population", "households"):
        number = getattr(community, name)
        if number is not None:
            yield Fault(name, shown(number), "assets and places", "not-held")
        if getattr(community, f"{name}_evidence") is not None:
            yield Fault(f"{name}_evidence", "evidence", "assets and places", "not-held")

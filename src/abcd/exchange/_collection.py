"""The whole around the features: what kind of data came in, and the community that comes out."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from ..documents import SCHEMA
from ..errors import Fault, InvalidValueError, hidden, shown
from ..fields import ID, NAME
from ..model import Assembly, Community
from ..model.places import GEOMETRY_TYPES
from ._drafts import MEMBER, Harvest, items_of
from ._geometry import bounds_fault
from ._plain import merged, plain

__all__ = ["Whole", "assembled", "opened"]

_TYPES = ("FeatureCollection", "Feature", *GEOMETRY_TYPES)
_SOURCES = ("attribution", "license", "licence")
# Our own member of a collection.
_OWN: dict[str, type] = {"schema": str, "community": dict, "places": list, "extra": dict}
_PART = re.compile(r"(assets|places)\[(\d+)\]\.?(.*)", re.DOTALL)


@attrs.frozen
class Whole:
    """GeoJSON data, opened."""

    # Path, content, and the path of the geometry where it stands elsewhere than in the feature.
    features: Sequence[tuple[str, Any, str | None]]
    members: dict[str, Any] = attrs.field(factory=dict)
    # Our own member of the collection.
    own: dict[str, Any] = attrs.field(factory=dict)

    @property
    def attribution(self) -> str | None:
        """Who must be named as the source, as the members say it."""
        said = [self.members.get(name) for name in _SOURCES]
        texts = [text for text in said if isinstance(text, str) and text.strip()]
        return "; ".join(dict.fromkeys(texts)) or None


def opened(data: Any, faults: list[Fault]) -> Whole:
    """Return the features of GeoJSON data, whatever its type is.

    Raises
    ------
    InvalidValueError
        If the data are no GeoJSON, or were written by a newer version.
    """
    if hasattr(data, "__geo_interface__"):
        data = data.__geo_interface__
    if isinstance(data, str | bytes | bytearray):
        accepted = "plain data, as json.loads(text) gives them"
        raise InvalidValueError(Fault("data", hidden(data), accepted, "text"))
    if not isinstance(data, Mapping):
        accepted = "a GeoJSON object: a mapping with a 'type'"
        raise InvalidValueError(Fault("data", hidden(data), accepted, "value"))
    kind = data.get("type")
    if not (isinstance(kind, str) and kind in _TYPES):
        raise InvalidValueError(Fault("type", shown(kind), f"one of {', '.join(_TYPES)}", "value"))
    if kind == "FeatureCollection":
        return _collection(data, faults)
    if kind == "Feature":
        return Whole([("", data, None)])
    geometry = plain(data, "", faults)
    return Whole([("", {"type": "Feature", "geometry": geometry, "properties": None}, "")])


def _collection(data: Mapping[Any, Any], faults: list[Fault]) -> Whole:
    features = data.get("features")
    if not isinstance(features, list | tuple):
        raise InvalidValueError(Fault("features", hidden(features), "a list of features", "value"))
    rest = {key: value for key, value in data.items() if key not in ("type", "features")}
    members = items_of(plain(rest, "", faults))
    own = _own_member(members)
    if "crs" in members:
        accepted = "no such member: positions are WGS 84, longitude first (RFC 7946, section 4)"
        faults.append(Fault("crs", shown(members["crs"]), accepted, "crs"))
    if "bbox" in members:
        fault = bounds_fault(members["bbox"], "bbox")
        faults += [fault] if fault is not None else []
    members = merged(members, items_of(own.get("extra")))
    listed = [(f"features[{index}]", feature, None) for index, feature in enumerate(features)]
    return Whole(listed, members, own)


def _own_member(members: dict[str, Any]) -> dict[str, Any]:
    """Take our member out of those of a collection, where this library wrote it."""
    own = items_of(members.get(MEMBER))
    schema = own.get("schema")
    if not (isinstance(schema, str) and re.fullmatch(r"abcd/\d+", schema)):
        return {}
    if schema != SCHEMA:
        accepted = f"{SCHEMA!r}; files of newer versions need a newer abcd"
        raise InvalidValueError(Fault(f"{MEMBER}.schema", shown(schema), accepted, "schema"))
    known = {name: value for name, value in own.items() if isinstance(value, _OWN.get(name, ()))}
    odd = {name: value for name, value in own.items() if name not in known}
    del members[MEMBER]
    if odd:
        members[MEMBER] = odd
    return known


def assembled(harvest: Harvest, whole: Whole, *, id: str | None, name: str | None) -> Assembly:
    """Make the community, with faults that say where in the data they are.

    Parameters
    ----------
    harvest : Harvest
        What came out of the features.
    whole : Whole
        What stood around them.
    id, name : str, optional
        Of the community, as the caller wishes.
    """
    own = items_of(whole.own.get("community"))
    own_id, own_name = own.get("id"), own.get("name")
    if id is None:
        id = own_id if isinstance(own_id, str) and ID.test(own_id) else "imported"
        if name is None and isinstance(own_name, str) and NAME.test(own_name):
            name = own_name
    _sort_places(harvest, whole.own.get("places"))
    assembly = Community.assemble(
        id,
        id if name is None else name,
        places=harvest.places,
        assets=harvest.assets,
        extra=whole.members,
    )
    faults = [_placed(fault, harvest) for fault in assembly.faults]
    return attrs.evolve(assembly, faults=tuple(faults))


def _sort_places(harvest: Harvest, order: Any) -> None:
    """Put places in the order that they had when they were written; new ones come last."""
    ids = [id for id in order if isinstance(id, str)] if isinstance(order, list) else []
    rank = {id: position for position, id in enumerate(ids)}
    pairs = list(zip(harvest.places, harvest.paths["places"], strict=True))
    pairs.sort(key=lambda pair: rank.get(pair[0].id, len(rank)))
    harvest.places = [place for place, _ in pairs]
    harvest.paths["places"] = [path for _, path in pairs]


def _placed(fault: Fault, harvest: Harvest) -> Fault:
    """Return a fault of a part with its path in the data."""
    collection, index, rest = _PART.fullmatch(fault.path).groups()  # type: ignore[union-attr]  # faults of an assembly are of its parts
    return attrs.evolve(fault, path=rest).within(harvest.paths[collection][int(index)])

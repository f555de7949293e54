"""Places, from a point to a district."""

from collections.abc import Iterable, Mapping
from typing import Any, final

import attrs

from ..errors import Fault
from ..fields import (
    CODE_OR_NONE,
    EMPTY,
    ID,
    ID_OR_NONE,
    MAPPING,
    NAME,
    POSITIVE,
    Checked,
    FrozenMapping,
    MappingRule,
    between,
    gather_rules,
    to_mapping,
    to_mapping_or_none,
)
from ..vocabulary import Tag
from .evidence import EVIDENCE, Evidence, to_evidence
from .tagging import TAGS, to_tags

__all__ = ["GEOMETRY_TYPES", "Place"]

GEOMETRY_TYPES = (
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
)


def _is_geometry(value: object) -> bool:
    return (
        isinstance(value, FrozenMapping)
        and value.get("type") in GEOMETRY_TYPES
        and type(
            value.get("geometries" if value["type"] == "GeometryCollection" else "coordinates")
        )
        is tuple
    )


_AREA_OR_NONE = POSITIVE.or_none()
_LATITUDE_OR_NONE = between(-90, 90).or_none()
_LONGITUDE_OR_NONE = between(-180, 180).or_none()
_GEOMETRY_OR_NONE = MappingRule(
    _is_geometry, f"a GeoJSON geometry, its 'type' one of {', '.join(GEOMETRY_TYPES)}"
).or_none()


@final
@attrs.frozen(repr=False, field_transformer=gather_rules)
class Place(Checked):
    """A place: a point on the map, a hall, a neighborhood unit (RT, RW), a village, a district.

    Parameters
    ----------
    id : str
        Unique over the whole community.
    name : str
        What people call it.
    level : str, optional
        Open: ``"RT"``, ``"RW"``, ``"hamlet"``, ``"village"``, ...
    parent : str, optional
        Id of the place of which it is a part.
    code : str, optional
        Its official code.
    area : float, optional
        In hectares; above 0.
    latitude, longitude : float, optional
        In degrees (WGS 84), both or none. Latitude 0 is a place, not a gap.
    geometry : mapping, optional
        A GeoJSON geometry (RFC 7946), positions as longitude, latitude.
    tags, evidence, extra : optional
        Codes of outside schemes, where this comes from, and what a foreign format had beside.

    Raises
    ------
    InvalidValueError
        If fields can not take their values, or only one of latitude and longitude is given.

    Examples
    --------
    >>> Place("desa", "Prupuk Selatan", level="village", area=197).area
    197
    """

    id: str = attrs.field(validator=ID)
    name: str = attrs.field(validator=NAME)
    level: str | None = attrs.field(default=None, validator=CODE_OR_NONE, kw_only=True)
    parent: str | None = attrs.field(default=None, validator=ID_OR_NONE, kw_only=True)
    code: str | None = attrs.field(default=None, validator=CODE_OR_NONE, kw_only=True)
    area: float | None = attrs.field(default=None, validator=_AREA_OR_NONE, kw_only=True)
    latitude: float | None = attrs.field(default=None, validator=_LATITUDE_OR_NONE, kw_only=True)
    longitude: float | None = attrs.field(default=None, validator=_LONGITUDE_OR_NONE, kw_only=True)
    geometry: FrozenMapping | None = attrs.field(
        default=None, converter=to_mapping_or_none, validator=_GEOMETRY_OR_NONE, kw_only=True
    )
    tags: tuple[Tag, ...] = attrs.field(default=(), converter=to_tags, validator=TAGS, kw_only=True)
    evidence: tuple[Evidence, ...] = attrs.field(
        default=(), converter=to_evidence, validator=EVIDENCE, kw_only=True
    )
    extra: FrozenMapping = attrs.field(
        default=EMPTY, converter=to_mapping, validator=MAPPING, kw_only=True
    )

    _joined = ("latitude", "longitude")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        if len(values) < len(cls._joined):
            return
        latitude, longitude = values["latitude"], values["longitude"]
        if (latitude is None) != (longitude is None):
            missing = "latitude" if latitude is None else "longitude"
            yield Fault(missing, "None", "both latitude and longitude, or neither", "half-a-pair")

"""Features on their way to become assets or places."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ..errors import Fault, hidden, nearest, shown
from ..fields import ID, FrozenMapping
from ..model import Asset, Place
from ._columns import id_text
from ._geometry import bounds_fault, faults_of_geometry, unusable
from ._ids import Ids
from ._plain import as_mapping, member, merged, plain

__all__ = ["BESIDE", "FEATURE_MEMBERS", "MEMBER", "Draft", "Harvest", "items_of"]

MEMBER = "abcd"
"""The member of a feature, or of a collection, that is ours."""

BESIDE = "@feature"
"""The key in `extra` for what a foreign feature had beside its properties."""

FEATURE_MEMBERS = frozenset({"type", "id", "geometry", "properties"})

# The parts of our own member, by the class of the object that a feature is.
_OWN_PARTS = {
    "Asset": ("place", "position", "extra", "feature"),
    "Place": ("position", "extra", "feature"),
}


def items_of(value: Any) -> dict[str, Any]:
    """Return a mapping as it is, and an empty one for anything else."""
    return value if type(value) is dict else {}


@attrs.define
class Draft:
    """One feature, with what was found wrong with it."""

    number: int
    path: str
    feature: dict[str, Any]
    faults: list[Fault]
    geometry_path: str
    # Our own member, where this library wrote the feature.
    own: dict[str, Any] | None = None
    # Where the id stands, what stands there, and the id that this gives.
    id_path: str = ""
    raw_id: Any = None
    id_in_properties: bool = False
    wanted: str | None = None
    # What a feature has in the place of something better; it ends up in `extra`.
    kept: dict[str, Any] = attrs.field(factory=dict)

    @property
    def properties_path(self) -> str:
        """Where the properties stand."""
        return member(self.path, "properties")

    @property
    def properties(self) -> dict[str, Any]:
        """The properties; none where they are null or no object."""
        return items_of(self.feature.get("properties"))

    def fault(self, path: str, found: str, accepted: str, code: str) -> None:
        """Report something that is wrong."""
        self.faults.append(Fault(path, found, accepted, code))

    def keep(self, values: Mapping[str, Any]) -> None:
        """Keep what has no better place; nothing takes the place of what is kept already."""
        self.kept = merged(self.kept, values)

    def take_id(self, path: str, raw: Any) -> None:
        """Say where the id stands and what stands there."""
        self.id_path, self.raw_id = path, raw
        text = id_text(raw)
        self.wanted = text if ID.test(text) else None

    def geometry(self) -> dict[str, Any] | None:
        """Return the geometry where it can be used; report it, and keep it, where not."""
        raw = self.feature.get("geometry")
        if raw is None:
            return None
        faults = faults_of_geometry(raw, self.geometry_path)
        # What could not be kept at all was reported when it was replaced.
        said = {fault.path for fault in self.faults}
        self.faults += [fault for fault in faults if fault.path not in said]
        if unusable(faults):
            self.keep({"geometry": raw})
            return None
        return raw  # type: ignore[no-any-return]  # a usable geometry is a mapping

    def leftovers(self, rest: Mapping[str, Any]) -> dict[str, Any]:
        """Return what goes into `extra`: properties without a field, and what stands beside them.

        Parameters
        ----------
        rest : mapping
            The properties that became no field.
        """
        own = items_of(self.own)
        extra = merged(rest, items_of(own.get("extra")))
        beside = dict(items_of(own.get("feature")))
        ours = {MEMBER} if self.own is not None else set()
        members = {k: v for k, v in self.feature.items() if k not in FEATURE_MEMBERS | ours}
        kept = self.kept
        if BESIDE in extra and (beside or members or kept or self.own is None):
            kept = merged(kept, {BESIDE: extra.pop(BESIDE)})
        for name, more in (("members", members), ("kept", kept)):
            if more:
                before = beside.get(name, {})
                beside[name] = merged(before if type(before) is dict else {"value": before}, more)
        return {**extra, BESIDE: beside} if beside else extra


class Harvest:
    """What comes out of the features: assets, places, and what was set aside."""

    def __init__(self) -> None:
        self.assets: list[Asset] = []
        self.places: list[Place] = []
        # Where the fields of each of them stand in the data.
        self.paths: dict[str, list[str]] = {"assets": [], "places": []}
        self.set_aside: list[FrozenMapping] = []
        self.drafts: list[Draft] = []
        self.ids = Ids(())
        # The geometry with which each place of our own stands in the data.
        self.drawn: dict[str, Any] = {}
        self._faults: list[list[Fault]] = []

    @property
    def faults(self) -> list[Fault]:
        """All faults, in the order of the features."""
        return [fault for faults in self._faults for fault in faults]

    def sow(self, path: str, raw: Any, *, geometry_path: str | None = None) -> None:
        """Take a feature in, or set it aside where it is none."""
        faults: list[Fault] = []
        number = len(self._faults)
        self._faults.append(faults)
        feature = plain(raw, path, faults)
        if type(feature) is not dict:
            faults.append(Fault(path, hidden(feature), "a Feature object", "feature"))
        elif feature.get("type") != "Feature":
            where = member(path, "type")
            faults.append(Fault(where, shown(feature.get("type")), "'Feature'", "feature-type"))
        else:
            where = member(path, "geometry") if geometry_path is None else geometry_path
            draft = Draft(number, path, feature, faults, where)
            self.drafts.append(draft)
            _check_members(draft)
            _take_own(draft)
            draft.take_id(member(path, "id"), feature.get("id"))
            return
        self.set_aside.append(as_mapping(feature))

    def reserve(self) -> None:
        """Look at all features before one is read: what ids they use, and where places are."""
        self.ids = Ids(list(_wanted(self.drafts)))
        self.drawn = {id: draft.feature.get("geometry") for id, draft in _drawn(self.drafts)}

    def claim(self, draft: Draft) -> str:
        """Return the id of a feature: its own, or a new one with a fault that says so."""
        if draft.wanted is None:
            id = self.ids.make(f"feature-{draft.number}")
            missing = draft.raw_id is None
            found = "nothing" if missing else shown(draft.raw_id)
            accepted = f"an id, text or a number; it is {id!r} now"
            draft.fault(draft.id_path, found, accepted, "missing-id" if missing else "id")
        else:
            id = self.ids.claim(draft.wanted)
            if id != draft.wanted:
                accepted = f"an id that is used once; it is {shown(id)} now"
                draft.fault(draft.id_path, shown(draft.wanted), accepted, "duplicate-id")
        if id != draft.wanted and draft.raw_id is not None and not draft.id_in_properties:
            draft.keep({"id": draft.raw_id})
        return id

    def keep_asset(self, asset: Asset, path: str) -> None:
        """Add an asset whose fields stand at a path."""
        self.assets.append(asset)
        self.paths["assets"].append(path)

    def keep_place(self, place: Place, path: str) -> str:
        """Add a place whose fields stand at a path, and return its id."""
        self.places.append(place)
        self.paths["places"].append(path)
        return place.id


def _check_members(draft: Draft) -> None:
    feature = draft.feature
    for name in ("geometry", "properties"):
        if name not in feature:
            accepted = "null where there is none (RFC 7946, section 3.2)"
            draft.fault(member(draft.path, name), "nothing", accepted, "missing-member")
    properties = feature.get("properties")
    if properties is not None and type(properties) is not dict:
        draft.fault(draft.properties_path, hidden(properties), "an object or null", "properties")
        draft.keep({"properties": properties})
    if "bbox" in feature:
        fault = bounds_fault(feature["bbox"], member(draft.path, "bbox"))
        draft.faults += [fault] if fault is not None else []


def _take_own(draft: Draft) -> None:
    """Take our own member in, where there is one; what is odd in it is kept like foreign data."""
    own = items_of(draft.feature.get(MEMBER))
    kind = own.get("class")
    if not (isinstance(kind, str) and kind in _OWN_PARTS):
        return
    names = _OWN_PARTS[kind]
    known = {name: value for name, value in own.items() if name in names and type(value) is dict}
    odd = {name: value for name, value in own.items() if name != "class" and name not in known}
    draft.own = {"class": kind, **known}
    if odd:
        accepted = f"objects called {nearest('', names)}"
        path = member(draft.path, MEMBER)
        draft.fault(path, f"other members: {nearest('', odd)}", accepted, "own-member")
        draft.keep({MEMBER: odd})


def _wanted(drafts: list[Draft]) -> Iterator[str]:
    for draft in drafts:
        if draft.wanted is not None:
            yield draft.wanted
    for id, _ in _drawn(drafts):
        yield id


def _drawn(drafts: list[Draft]) -> Iterator[tuple[str, Draft]]:
    """List the ids of places of our own, each with the feature that draws it."""
    for draft in drafts:
        own = items_of(draft.own)
        id = items_of(own.get("place")).get("id") if own.get("class") == "Asset" else draft.wanted
        if draft.own is not None and isinstance(id, str):
            yield id, draft

"""GeoJSON (RFC 7946): assets with their places, read from maps and written for maps.

The functions take and give plain data, as `json.loads` and `json.dumps` do; files are yours.
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from ..errors import Fault, InvalidValueError, hidden
from ..fields import ID_OR_NONE, TEXT_OR_NONE
from ..model import Community
from ..privacy import redact
from ._collection import assembled, opened
from ._columns import Columns, to_kinds
from ._drafts import Harvest
from ._foreign import Foreign
from ._own import read_own
from ._writing import Writer
from .results import Exported, Imported

__all__ = ["read", "write"]


def read(
    data: Any,
    *,
    community_id: str | None = None,
    community_name: str | None = None,
    id: str | None = None,
    name: str = "name",
    kind: str | None = "kinds",
    kinds: Mapping[str, str | Sequence[str]] | None = None,
    place: str | None = None,
    level: str | None = "neighborhood",
    attribution: str | None = None,
) -> Imported:
    """Read a community's assets and places from a map.

    Every feature becomes an asset with a place of its own, where it stands. What can not be read
    is reported with its path and kept; one bad feature never costs the others. A file that `write`
    wrote comes back as it was.

    Parameters
    ----------
    data : mapping
        A FeatureCollection, a Feature or a bare geometry, as ``json.loads`` gives it, or an object
        with a ``__geo_interface__``. Tuples are taken as lists.
    community_id, community_name : str, optional
        Of the community to make. None takes those of a file that `write` wrote, and
        ``"imported"`` for others; a community without a name is called by its id.
    id : str, optional
        The property that holds the id; None takes the id of the feature itself. Numbers become
        text: 1 and 1.0 are ``"1"``.
    name : str
        The property that holds the name.
    kind : str, optional
        The property that holds the kind, or a list of kinds. None where there is none.
    kinds : mapping, optional
        From values of that property to our kinds, one or several. Which of a foreign file's
        categories is which kind is your decision; nothing is guessed. The property itself stays in
        `extra`. None takes the values as kinds.
    place : str, optional
        The property that names the neighborhood in which an asset stands. Each name becomes a
        place, the parent of the places of its assets.
    level : str, optional
        The level of these places.
    attribution : str, optional
        Who must be named as the source. None takes the text of the members ``attribution`` and
        ``license`` of the collection.

    Returns
    -------
    Imported
        The community, with assets in the order of the features; all faults; and what could not be
        made into an asset.

    Raises
    ------
    InvalidValueError
        If the data are no GeoJSON at all, or an argument can not take its value.

    See Also
    --------
    write : The way back.

    Notes
    -----
    *Places.* The place of the asset ``"1"`` has the id ``"1:place"``, a neighborhood
    ``"neighborhood:The Port"``; where such an id is taken, a number makes it new. A Point gives the
    place its latitude and longitude. Other geometries do not: which point would stand for a line or
    an area is a decision. A feature without a geometry stands in its neighborhood, or nowhere.

    *Extra.* Properties that became no field stand in `extra` under their own names. What a feature
    had beside its properties stands there under ``"@feature"``: foreign members and the bounding
    box under ``"members"``; ids, geometries and properties that could not be used under
    ``"kept"``. Members of the collection stand in `extra` of the community.

    *Codes of faults.* The feature is set aside: ``feature``, ``feature-type``. The asset has no
    location, and its geometry is kept: ``geometry``, ``geometry-type``, ``coordinates``,
    ``position``, ``latitude``, ``longitude`` (beyond 360 degrees), ``no-position``. The geometry is
    used as it is: ``open-ring``, ``short-ring``, ``short-line``, and ``antimeridian`` (longitudes
    from 180 to 360 degrees; such a point has no latitude and longitude). The asset has an id or
    name that was made: ``missing-id``, ``id``, ``duplicate-id``, ``missing-name``. The asset lacks
    the kind or the neighborhood: ``unknown-kind``, ``place``. Two spellings of a neighborhood
    differ in case, accents, blanks or punctuation only, and are two places: ``similar-name``. A
    name of a property has something invisible at its edges: ``property-name``. The standard asks
    for more: ``missing-member``, ``properties``, ``bbox``, ``crs``. None stands in the place of
    a value: ``not-plain`` (infinite, nan, or of a class that no document holds), ``depth``. A key
    became text: ``key``. Winding order is not looked at: readers should accept both.

    In a file that `write` wrote and somebody changed: a field that can not take its value, with the
    code of the class; ``second-geometry`` where a place has another geometry than its feature;
    ``own-member`` for what is unknown in the member ``"abcd"``; and ``unknown-id`` for a holder, a
    place or whoever named an asset, of whom the file says no more.

    *Missing values.* None and empty text in a property for kind or neighborhood say nothing and are
    no fault. Latitude 0 is a place.

    References
    ----------
    Butler, H. et al. (2016). The GeoJSON Format. RFC 7946: sections 3.1 (geometries), 3.2
    (features), 4 (no other reference systems), 5 (bounding boxes), 6.1 (foreign members).

    Examples
    --------
    An invented map of three assets. Which of its categories are which kinds, the caller says:

    >>> data = {
    ...     "type": "FeatureCollection",
    ...     "license": "CC0",
    ...     "features": [
    ...         {
    ...             "type": "Feature",
    ...             "id": 1,
    ...             "geometry": {"type": "Point", "coordinates": [109.13, -6.95]},
    ...             "properties": {"title": "Village hall", "sort": "Building", "rt": "RT 3"},
    ...         },
    ...         {
    ...             "type": "Feature",
    ...             "id": 2,
    ...             "geometry": None,
    ...             "properties": {"title": "Spring", "sort": "Water", "rt": "RT 3"},
    ...         },
    ...         {
    ...             "type": "Feature",
    ...             "id": 3,
    ...             "geometry": {"type": "Point", "coordinates": ["109.13", -6.9]},
    ...             "properties": {"title": "Choir", "sort": "Song"},
    ...         },
    ...     ],
    ... }
    >>> imported = read(
    ...     data,
    ...     community_id="prupuk",
    ...     name="title",
    ...     kind="sort",
    ...     kinds={"Building": "physical", "Water": ["natural", "physical"]},
    ...     place="rt",
    ...     level="RT",
    ... )
    >>> imported
    <Imported: <Community 'prupuk': 2 places, 3 assets>, faults: 2, set aside: 0>
    >>> for fault in imported.faults:
    ...     print(fault)
    features[2].properties.sort: found 'Song'; accepted: one of 'Building' or 'Water'
    features[2].geometry.coordinates[0]: found '109.13'; accepted: a number in degrees, not text
    >>> imported.community["2"].kinds, imported.community["2"].place, imported.attribution
    (('natural', 'physical'), 'RT:RT 3', 'CC0')

    The choir keeps what could not be used; where it is, is not known:

    >>> imported.community["3"].place is None
    True
    >>> imported.community["3"].extra["@feature"]["kept"]["geometry"]["coordinates"]
    ('109.13', -6.9)
    """
    given: list[Fault] = [
        *ID_OR_NONE.faults("community_id", community_id),
        *TEXT_OR_NONE.faults("community_name", community_name),
        *TEXT_OR_NONE.faults("attribution", attribution),
    ]
    if given:
        raise InvalidValueError(*given)
    columns = Columns(id=id, name=name, kind=kind, kinds=to_kinds(kinds), place=place, level=level)
    faults: list[Fault] = []
    whole = opened(data, faults)
    harvest = Harvest()
    for path, raw, geometry_path in whole.features:
        harvest.sow(path, raw, geometry_path=geometry_path)
    spellings = _read_all(harvest, columns)
    faults += [*harvest.faults, *spellings]
    assembly = assembled(harvest, whole, id=community_id, name=community_name)
    return Imported(
        assembly.community,
        faults=(*faults, *assembly.faults),
        set_aside=(*harvest.set_aside, *assembly.set_aside),
        attribution=whole.attribution if attribution is None else attribution,
    )


def _read_all(harvest: Harvest, columns: Columns) -> list[Fault]:
    """Read every feature, ours and foreign ones, and return what is odd about them together."""
    foreign = Foreign(columns, harvest)
    for draft in harvest.drafts:
        if draft.own is None:
            foreign.prepare(draft)
    harvest.reserve()
    for draft in harvest.drafts:
        if draft.own is None:
            foreign.read(draft)
        else:
            read_own(draft, harvest)
    return foreign.faults_of_spellings()


def write(
    obj: Community,
    *,
    purpose: str | None = None,
    on: datetime.date | str | None = None,
) -> Exported:
    """Write a community's assets and places as a map.

    Parameters
    ----------
    obj : Community
        It is redacted first: names of people who did not agree stand nowhere in the document.
    purpose : str, optional
        What the map is for. None names nobody. See `abcd.privacy.permitted`.
    on : date or ISO text, optional
        The day for which consents are judged.

    Returns
    -------
    Exported
        `data` is a FeatureCollection in plain dicts and lists, ready for ``json.dumps`` or for
        whatever takes a ``__geo_interface__``; `lost` says what a map has no room for, and
        `redacted` how many people are not named.

    Raises
    ------
    InvalidValueError
        If the community is none, the purpose is blank or no text, or `on` is no date.

    See Also
    --------
    read : The way back: assets and places come back equal.
    abcd.privacy.redact : What redaction changes.

    Notes
    -----
    One feature an asset, in their order, with the geometry of its place; then one feature for each
    place at which no asset stands. Properties are the fields that are set, as `abcd.to_dict` gives
    them, and beside them what `extra` holds; foreign members stand where they stood. A member
    ``"abcd"`` of the collection and of each feature holds what has no room there, such as the
    fields of an asset's place; other programs pass over it.

    A place with latitude and longitude but without a geometry becomes a Point. A geometry that no
    map can draw is written as null; it stands in the member ``"abcd"``, and `lost` names what is
    wrong with it. Rings keep their direction. A bounding box that does not hold the geometries any
    more, and a member ``crs``, which RFC 7946 knows no longer, stand in ``"abcd"`` as well.

    *Codes in* `lost`. People, organizations, memberships, ties, flows, challenges, stories and the
    stated numbers of the community: ``not-held``, with their count. Values in `extra` that are
    nested too deeply to be read back: ``depth``. Geometries: as for `read`. The ids of holders and
    of those who named an asset are written, but a reader finds nobody behind them: it reports them
    and sets the whole asset aside beside the one without them.

    References
    ----------
    Butler, H. et al. (2016). The GeoJSON Format. RFC 7946: sections 3.1.1 (longitude first), 3.3
    (feature collections), 6.1 (foreign members).

    Examples
    --------
    An invented community of one asset and one person:

    >>> from abcd.model import Asset, Person, Place
    >>> community = Community(
    ...     "rt3",
    ...     "RT 3",
    ...     people=[Person("p1", "Siti")],
    ...     places=[Place("corner", "Corner", latitude=-6.95, longitude=109.13)],
    ...     assets=[Asset("stall", "Food stall of Siti", kinds=["economic"], place="corner")],
    ... )
    >>> exported = write(community)
    >>> exported
    <Exported: features: 1, lost: 1, redacted: 1>
    >>> exported.data["features"][0]["properties"]["name"]
    'Food stall of [redacted]'
    >>> print(exported.lost[0])
    people: found 1 person; accepted: assets and places
    >>> read(exported.data).community
    <Community 'rt3': 1 place, 1 asset>
    """
    if not isinstance(obj, Community):
        raise InvalidValueError(Fault("obj", hidden(obj), "a Community", "value"))
    redacted = redact(obj, purpose, on)
    writer = Writer(redacted.community)
    content = writer.collection()
    return Exported(content, lost=tuple(writer.lost), redacted=redacted.people)

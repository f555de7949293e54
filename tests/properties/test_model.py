"""Laws of fields, assets and communities: they hold for any data that hypothesis can think of."""

import copy
import json
import pickle
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import assume, example, given
from hypothesis import strategies as st

from abcd.errors import AbcdError, Fault, IntegrityError, InvalidValueError
from abcd.fields import FrozenMapping, freeze, rule_of, thaw
from abcd.model import Asset, Community, Evidence, Person, Place, Tie
from abcd.model.integrity import faults_of_parts, index_of
from abcd.model.parts import COLLECTIONS, ENTITIES
from abcd.model.references import REFERENCES, Reference
from abcd.vocabulary import Control, Status, Tag

from ..strategies import TEXT, communities, values

JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**30), 10**30),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(),
    ),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=20,
)
OBJECTS = st.dictionaries(st.text(), JSON)
JUNK = st.one_of(
    JSON,
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.decimals(),
    st.binary(),
    st.sets(st.text()),
    st.builds(object),
    st.just(10**400),
)
# Lists of parts by collection; `Any`, because they are given by keyword.
Parts = dict[str, Any]
IDS = st.sampled_from(["p1", "p2", "p3", "rki", "rt3", "hall", "nobody"])


def faults_of(call: Callable[[], object], error: type[Any] = InvalidValueError) -> list[Fault]:
    """Call, and return the faults of its error; nothing where there is none."""
    try:
        call()
    except error as refusal:
        return list(refusal.faults)
    return []


# --- the frozen mapping --------------------------------------------------------------------------


@given(OBJECTS)
def test_json_data_thaw_to_what_was_frozen(data: dict[str, Any]) -> None:
    """Nothing is lost or changed, types included."""
    frozen = freeze(data)
    assert thaw(frozen) == data
    assert json.dumps(thaw(frozen)) == json.dumps(data)


@given(OBJECTS)
def test_frozen_data_are_values(data: dict[str, Any]) -> None:
    """They equal their copies, hash alike, and do not follow the data they came from."""
    frozen = FrozenMapping(data)
    again = pickle.loads(pickle.dumps(frozen))
    other = FrozenMapping(dict(reversed(copy.deepcopy(data).items())))
    assert again == other == frozen == dict(frozen)
    assert hash(again) == hash(other) == hash(frozen)
    assert copy.deepcopy(frozen) is frozen
    data["new"] = "later"
    assert frozen == again


@given(st.dictionaries(st.one_of(st.text(), st.integers()), JUNK))
def test_any_mapping_is_frozen_or_named(data: dict[Any, Any]) -> None:
    """Either all of it is plain, or every fault stands in one error of ours."""
    faults = faults_of(lambda: FrozenMapping(data))
    assert {fault.code for fault in faults} <= {"key", "value", "depth"}
    if not faults:
        plain = thaw(FrozenMapping(data))
        assert json.loads(json.dumps(plain)) == plain


# --- the short cut of assets ---------------------------------------------------------------------

GOOD: dict[str, st.SearchStrategy[Any]] = {
    "id": TEXT,
    "name": TEXT,
    "kinds": st.lists(TEXT, max_size=3),
    "control": st.sampled_from([*Control, "primary", None]),
    "status": st.sampled_from([*Status, "verified"]),
    "holder": st.one_of(st.none(), TEXT),
    "place": st.one_of(st.none(), TEXT),
    "quantity": st.one_of(st.none(), st.floats(0, 1e308), st.integers(0, 10**299)),
    "unit": st.one_of(st.none(), TEXT),
    "named_by": st.lists(TEXT, max_size=2),
    "tags": st.lists(values(Tag), max_size=1),
    "evidence": st.lists(values(Evidence), max_size=1),
    "reviewed_on": st.one_of(st.none(), st.dates()),
    "extra": OBJECTS,
}


@st.composite
def asset_fields(draw: st.DrawFn) -> dict[str, Any]:
    """Draw fields of an asset: most as they should be, some of them junk."""
    fields = {"id": draw(GOOD["id"]), "name": draw(GOOD["name"])}
    for name, good in GOOD.items():
        dice = draw(st.integers(0, 9))
        if dice == 0:
            fields[name] = draw(JUNK)
        elif dice < 5:
            fields[name] = draw(good)
    return fields


@given(asset_fields())
@example({"id": "a", "name": "A", "quantity": 10**400})
@example({"id": "a", "name": "A", "quantity": True})
@example({"id": "a", "name": " "})
@example({"id": "\u3000", "name": "A"})
def test_the_short_cut_and_the_rules_agree(fields: dict[str, Any]) -> None:
    """What `Asset` accepts, stores and refuses is what the rule of each field says."""
    expected: dict[str, Any] = {}
    faults: list[Fault] = []
    for field in attrs.fields(Asset):
        rule, converter = rule_of(field), field.converter
        assert rule is not None
        value = fields.get(field.name, field.default)
        settled = rule.settled(converter(value) if callable(converter) else value)
        faults += rule.faults(field.name, settled)
        expected[field.name] = settled
    assert faults_of(lambda: Asset(**fields)) == faults
    if not faults:
        asset = Asset(**fields)
        stored = {name: getattr(asset, name) for name in expected}
        assert stored == expected
        assert list(map(type, stored.values())) == list(map(type, expected.values()))


# --- communities ---------------------------------------------------------------------------------


@st.composite
def parts(draw: st.DrawFn) -> Parts:
    """Draw parts of every class with few ids, so that they often do not fit."""
    return {name: draw(st.lists(values(cls, IDS), max_size=3)) for name, cls in COLLECTIONS.items()}


def faults_in(community: Community) -> list[Any]:
    """Check the parts of a community anew, as if it had not been checked."""
    given_parts = {name: getattr(community, name) for name in COLLECTIONS}
    return list(faults_of_parts(given_parts, index_of(given_parts)))


def contents(community: Community) -> dict[str, Any]:
    """Return what a community holds, to see later that it still does."""
    return {field.name: getattr(community, field.name) for field in attrs.fields(Community)}


@given(parts())
def test_parts_fit_or_every_misfit_is_named(given_parts: Parts) -> None:
    """The constructor refuses exactly what the definition of a sound whole refuses."""
    faults = faults_of(lambda: Community("c", "C", **given_parts), IntegrityError)
    assert {fault.path for fault in faults} == set(by_definition(given_parts))


def by_definition(given_parts: Parts) -> list[str]:
    """List the paths of all misfits, the slow and obvious way."""
    found: list[str] = []
    owners: dict[str, Any] = {}
    for name in ENTITIES:
        for at, entity in enumerate(given_parts[name]):
            if entity.id in owners:
                found.append(f"{name}[{at}].id")
            else:
                owners[entity.id] = entity
    found += [
        f"{name}[{at}].{reference.field}{f'[{place}]' if reference.many else ''}"
        for name, references in REFERENCES.items()
        for at, part in enumerate(given_parts[name])
        for reference in references
        for place, id in enumerate(named_ids(part, reference))
        if not leads_somewhere(id, owners, reference.targets)
    ]
    return found + ends_that_meet(given_parts, owners)


def named_ids(part: Any, reference: Reference) -> Any:
    """Return what stands in a field, as a sequence."""
    value = getattr(part, reference.field)
    return value if reference.many else [value]


def leads_somewhere(id: str | None, owners: dict[str, Any], targets: tuple[type, ...]) -> bool:
    """Whether an id is none, the outside, or that of an entity of a fitting class."""
    return id in (None, "@outside") or isinstance(owners.get(str(id)), targets)


def ends_that_meet(given_parts: Parts, owners: dict[str, Any]) -> list[str]:
    """List ties and flows from an end to itself, and places that are a part of themselves."""
    found: list[str] = []
    for at, tie in enumerate(given_parts["ties"]):
        found += [f"ties[{at}].target"] if tie.source == tie.target else []
    for at, flow in enumerate(given_parts["flows"]):
        found += [f"flows[{at}].payee"] if flow.payer == flow.payee else []
    for at, place in enumerate(given_parts["places"]):
        if owners[place.id] is place and is_in_itself(place, owners):
            found.append(f"places[{at}].parent")
    return found


def is_in_itself(place: Place, owners: dict[str, Any]) -> bool:
    """Whether one comes back to a place by going from parent to parent."""
    here: Any = place
    for _ in owners:
        here = owners.get(here.parent)
        if not isinstance(here, Place):
            return False
        if here is place:
            return True
    return False


@given(parts())
def test_dirty_data_are_assembled_without_an_error(given_parts: Parts) -> None:
    """Whatever the parts, there is a sound community; faults and set-aside parts go together."""
    assembly = Community.assemble("c", "C", **given_parts)
    assert faults_in(assembly.community) == []
    assert bool(assembly.faults) is bool(assembly.set_aside)
    with_faults = {
        (match[1], int(match[2]))
        for fault in assembly.faults
        if (match := re.match(r"(\w+)\[(\d+)\]\.", fault.path))
    }
    assert len(with_faults) == len(assembly.set_aside)
    named = [given_parts[name][at] for name, at in with_faults]
    assert {id(part) for part in named} == {id(part) for part in assembly.set_aside}


@given(parts())
def test_nothing_given_is_lost(given_parts: Parts) -> None:
    """Each object is in the community as it was, or set aside; and nothing comes from nowhere."""
    assembly = Community.assemble("c", "C", **given_parts)
    held = Counter(id(part) for name in COLLECTIONS for part in getattr(assembly.community, name))
    aside = Counter(id(part) for part in assembly.set_aside)
    for name, listed in given_parts.items():
        for part, times in Counter(id(part) for part in listed).items():
            assert held[part] + aside[part] == times
        assert len(getattr(assembly.community, name)) <= len(listed)


@given(parts())
def test_assembling_is_building_where_all_fits(given_parts: Parts) -> None:
    """A sound part assembled again is itself, without a fault."""
    community = Community.assemble("c", "C", **given_parts).community
    again = Community.assemble(**contents(community))
    assert again.community == community == Community(**contents(community))
    assert not again.faults
    assert not again.set_aside


@given(communities())
def test_look_up_and_loop_agree(community: Community) -> None:
    """Every entity is found by its id, and there is no other."""
    entities = list(community)
    assert [community[entity.id] for entity in entities] == entities
    assert all(entity.id in community for entity in entities)
    assert len({entity.id for entity in entities}) == len(entities)


@given(communities(), st.data())
def test_adding_and_removing_again_changes_nothing(
    community: Community, data: st.DataObject
) -> None:
    """A new person and a tie to it come and go; the rest keeps its order."""
    assume("new" not in community)
    before = contents(community)
    person = Person("new", "N")
    ties = [Tie("new", entity.id) for entity in list(community)[:2]]
    many: list[Any] = data.draw(st.permutations([person, *ties]))
    bigger = community.add(*many)
    assert bigger["new"] is person
    assert faults_in(bigger) == []
    assert bigger.people == (*community.people, person)
    assert bigger.remove("new", cascade=True) == community
    assert bigger.remove(person, *ties) == community
    assert contents(community) == before


@given(communities(), st.data())
def test_removing_with_cascade_leaves_a_sound_rest(
    community: Community, data: st.DataObject
) -> None:
    """Whoever goes is named nowhere afterwards, and the others keep their order."""
    ids = [entity.id for entity in community]
    gone = data.draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
    left = community.remove(*gone, cascade=True)
    assert faults_in(left) == []
    assert [entity.id for entity in left] == [id for id in ids if id not in gone]
    for name, references in REFERENCES.items():
        named = [id for part in getattr(left, name) for ref in references for id in ref.ids(part)]
        assert not set(named) & set(gone)
    assert [entity.id for entity in community] == ids


@given(communities(), st.data())
def test_removing_without_cascade_lists_who_refers(
    community: Community, data: st.DataObject
) -> None:
    """Either nobody does, and the result is that of a cascade, or each reference is named."""
    community = community if list(community) else community.add(Person("p1", "P"))
    gone = data.draw(st.sampled_from([entity.id for entity in community]))
    expected = [
        id
        for name, references in REFERENCES.items()
        for part in getattr(community, name)
        if getattr(part, "id", None) != gone
        for reference in references
        for id in reference.ids(part)
        if id == gone
    ]
    faults = faults_of(lambda: community.remove(gone), IntegrityError)
    assert [fault.code for fault in faults] == ["unknown-id"] * len(expected)
    if not faults:
        assert community.remove(gone) == community.remove(gone, cascade=True)


@given(communities(), st.data())
def test_a_subset_is_sound_and_keeps_the_order(community: Community, data: st.DataObject) -> None:
    """Any choice of ids gives a whole; choosing again gives the same."""
    ids = [entity.id for entity in community]
    chosen = data.draw(st.lists(st.sampled_from(ids))) if ids else []
    before = contents(community)
    part = community.subset(chosen)
    assert faults_in(part) == []
    assert [entity.id for entity in part] == [id for id in ids if id in chosen]
    assert part.subset(chosen) == part
    assert len(part.stories) == len(community.stories)
    assert contents(community) == before


@given(communities())
def test_replacing_everybody_by_themselves_changes_nothing(community: Community) -> None:
    """Equal entities in equal places give an equal community."""
    twins = [copy.deepcopy(entity) for entity in community]
    assert community.replace(*reversed(twins)) == community


@given(communities())
def test_no_name_is_shown(community: Community) -> None:
    """With names that stand nowhere else, none is in a repr or in HTML."""
    people = [attrs.evolve(person, name=f"Secret{n}") for n, person in enumerate(community.people)]
    named = attrs.evolve(community, people=people)
    assembly = Community.assemble(**{**contents(named), "people": people + people})
    for shown in (named, assembly):
        assert "Secret" not in repr(shown) + str(shown) + shown._repr_html_()


@given(st.sampled_from(sorted(COLLECTIONS)), JUNK)
def test_junk_in_a_list_is_an_error_of_ours(name: str, junk: Any) -> None:
    """No other exception escapes, from the constructor or from `assemble`."""
    builds: list[Callable[..., object]] = [Community, Community.assemble]
    for build in builds:
        for value in (junk, [junk], (junk, junk)):
            faults = faults_of(lambda: build("c", "C", **{name: value}))  # noqa: B023  # called here
            assert all(fault.path.startswith(name) for fault in faults)
            assert faults or value == []


@given(communities(), JUNK)
def test_junk_in_a_change_is_an_error_of_ours(community: Community, junk: Any) -> None:
    """Adding, replacing, removing, choosing and looking up refuse what is no part."""
    calls: list[Callable[[], object]] = [
        lambda: community.add(junk),
        lambda: community.replace(junk),
        lambda: community.remove(junk),
        lambda: community.subset([junk]),
        lambda: community[junk],
    ]
    for call in calls:
        try:
            call()
        except AbcdError:
            continue
        assert junk in community

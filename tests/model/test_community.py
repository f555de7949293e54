"""The community: one sound whole that answers at once and shows no names."""

import copy
import datetime
import pickle
from typing import Any

import attrs
import numpy as np
import pytest

from abcd.errors import Fault, InvalidValueError, UnknownIdError
from abcd.model import (
    OUTSIDE,
    Assembly,
    Asset,
    Community,
    Evidence,
    Flow,
    Membership,
    Organization,
    Person,
    Place,
    Tie,
)
from abcd.model.parts import COLLECTIONS

SITI, BUDI = Person("p1", "Siti Rahayu"), Person("p2", "Budi Santoso")
RKI = Organization("rki", "Rumah Kreator")
RT3 = Place("rt3", "RT 3")
HALL = Asset("hall", "Hall", holder="rki")
CENSUS = Evidence("census", on="2020-09-01")
COMMUNITY = Community(
    "desa",
    "Desa <b>Prupuk</b>",
    people=[SITI, BUDI],
    organizations=[RKI],
    places=[RT3],
    assets=[HALL],
    memberships=[Membership("p1", "rki")],
    ties=[Tie("p1", "p2", "sews with"), Tie("p1", "hall")],
    flows=[Flow(OUTSIDE, "rki", 5)],
    population=1_200,
    population_evidence=CENSUS,
    extra={"level": "desa"},
)
# One of each kind of fault, and sound parts between them.
DIRTY: dict[str, Any] = {
    "people": [SITI, BUDI, Person("p1", "Siti Aminah")],
    "places": [Place("a", "A", parent="b"), Place("b", "B", parent="a"), RT3],
    "assets": [Asset("hall", "Hall", holder="nobody", place="rt3", named_by=["p1", "rt3"])],
    "memberships": [Membership("p1", "hall")],
    "ties": [Tie("p1", "p2"), Tie("p1", "p1"), Tie("p1", "nobody"), Tie("p2", "hall")],
    "flows": [Flow(OUTSIDE, OUTSIDE, 1), Flow(OUTSIDE, "p2", 1)],
    "population": 40,
}


def test_an_entity_is_found_by_its_id() -> None:
    """Whatever class it is of; numpy's text finds it too."""
    assert COMMUNITY["p1"] is SITI
    assert COMMUNITY["hall"] is HALL
    assert COMMUNITY[np.str_("rki")] is RKI
    assert "rt3" in COMMUNITY
    assert np.str_("rt3") in COMMUNITY


@pytest.mark.parametrize("id", ["p9", "P1", "", None, 1, ["p1"], SITI, {"p1"}], ids=repr)
def test_an_unknown_id_is_no_entity(id: Any) -> None:
    """It is not in the community, and asking for it names the ids that are near."""
    assert id not in COMMUNITY
    with pytest.raises(UnknownIdError) as caught:
        COMMUNITY[id]
    assert str(caught.value).endswith(
        "accepted: an id of <Community 'desa': 2 people, 1 organization, 1 place, 1 asset, "
        "1 membership, 2 ties, 1 flow>: 'p1', 'p2', 'rki', 'rt3' or 'hall'"
    )
    assert "Siti" not in str(caught.value)


def test_of_many_ids_the_near_ones_are_named() -> None:
    """A community of any size gives a short message."""
    many = Community("c", "C", people=[Person(f"resident{n}", "X") for n in range(300)])
    with pytest.raises(UnknownIdError, match=r": 'resident7', .* or 'resident[0-9]*'$"):
        many["resdent7"]
    with pytest.raises(UnknownIdError, match=r": 300 known names$"):
        many["x"]


def test_looking_up_walks_over_nothing() -> None:
    """An access asks the index, not the collections: they could be gone."""
    community = Community("c", "C", people=[SITI])
    index = community._index
    assert community._index is index
    assert index == {"p1": SITI}


def test_a_loop_walks_over_entities() -> None:
    """People, organizations, places, assets, each in the order given."""
    assert list(COMMUNITY) == [SITI, BUDI, RKI, RT3, HALL]


def test_an_empty_community_is_a_community() -> None:
    """Id and name are enough; what is not stated is None."""
    empty = Community("c", "C")
    assert repr(empty) == "<Community 'c': empty>"
    assert list(empty) == []
    assert empty.population is empty.households is None
    with pytest.raises(UnknownIdError, match=r"<Community 'c': empty>: 0 known names$"):
        empty["p1"]


def test_a_repr_shows_counts_and_no_names() -> None:
    """Neither in the terminal nor in a notebook is there a person's name."""
    assert repr(COMMUNITY) == (
        "<Community 'desa': 2 people, 1 organization, 1 place, 1 asset, 1 membership, 2 ties, "
        "1 flow>"
    )
    html = COMMUNITY._repr_html_()
    assert "<tr><th style='text-align:left'>people</th><td>2</td></tr>" in html
    assert "Desa &lt;b&gt;Prupuk&lt;/b&gt;" in html
    for shown in (repr(COMMUNITY), str(COMMUNITY), html):
        assert "Siti" not in shown
        assert "Budi" not in shown


def test_a_community_is_a_value() -> None:
    """It compares, hashes, pickles, copies and evolves; the index is no part of the value."""
    assert COMMUNITY["p1"] is SITI
    assert b"_index" not in pickle.dumps(COMMUNITY)
    for again in (
        pickle.loads(pickle.dumps(COMMUNITY)),
        copy.deepcopy(COMMUNITY),
        copy.copy(COMMUNITY),
        attrs.evolve(COMMUNITY),
    ):
        assert again == COMMUNITY
        assert hash(again) == hash(COMMUNITY)
        assert again["p2"] == BUDI
    assert attrs.evolve(COMMUNITY, people=[BUDI, SITI]) != COMMUNITY
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        COMMUNITY.people = ()  # type: ignore[misc]  # junk on purpose


def test_all_faults_of_fields_come_at_once() -> None:
    """Before the parts are put together each must be one."""
    with pytest.raises(InvalidValueError) as caught:
        Community(
            "@",
            "",
            people=[SITI, {"id": "p2", "name": "Budi"}],  # type: ignore[list-item]  # junk on purpose
            ties=iter([Tie("p1", "p2")]),
            population=-1,
            households_evidence="census",  # type: ignore[arg-type]  # as above
        )
    assert str(caught.value) == (
        "6 faults\n"
        "  id: found '@'; accepted: text that is not blank and does not start with '@'\n"
        "  name: found text of 0 characters; accepted: text that is not blank\n"
        "  people[1]: found a dict of 2; accepted: a Person\n"
        "  ties: found list_iterator; accepted: a list or tuple, each item a Tie\n"
        "  population: found -1; accepted: a whole number from 0, or None\n"
        "  households_evidence: found text of 6 characters; accepted: an Evidence, or None"
    )


def test_misfits_are_listed_beside_faults_of_fields() -> None:
    """The reader of documents asks for them where other fields are at fault."""
    known = {"name": "Desa", "ties": (None, Tie("p1", "p1"))}
    assert [fault.path for fault in Community._faults_between(known)] == ["ties[1].target"]


# --- assemble ------------------------------------------------------------------------------------


def test_sound_parts_are_assembled_without_a_fault() -> None:
    """The community is the one that the constructor gives."""
    values = {field.name: getattr(COMMUNITY, field.name) for field in attrs.fields(Community)}
    assembly = Community.assemble(**values)
    assert assembly == Assembly(COMMUNITY, [], [])
    assert repr(assembly) == f"<Assembly: {COMMUNITY!r}, 0 faults, 0 set aside>"


def test_the_sound_part_of_dirty_data_is_saved() -> None:
    """Second ones of an id, ties to nowhere and to oneself go; wrong references are cut."""
    assembly = Community.assemble("desa", "Desa", **DIRTY)
    community = assembly.community
    assert community.people == (SITI, BUDI)
    assert community.places == (Place("a", "A"), Place("b", "B"), RT3)
    assert community.assets == (Asset("hall", "Hall", place="rt3", named_by=["p1"]),)
    assert community.memberships == ()
    assert community.ties == (Tie("p1", "p2"), Tie("p2", "hall"))
    assert community.flows == (Flow(OUTSIDE, "p2", 1),)
    assert community.population == 40


def test_every_fault_is_reported_by_its_place_in_the_data() -> None:
    """Paths are those of the input, whatever of it is left."""
    assembly = Community.assemble("desa", "Desa", **DIRTY)
    assert [(fault.path, fault.code) for fault in assembly.faults] == [
        ("people[2].id", "duplicate-id"),
        ("assets[0].holder", "unknown-id"),
        ("assets[0].named_by[1]", "wrong-class"),
        ("memberships[0].organization", "wrong-class"),
        ("ties[2].target", "unknown-id"),
        ("ties[1].target", "self-tie"),
        ("flows[0].payee", "self-flow"),
        ("places[0].parent", "circular-parent"),
        ("places[1].parent", "circular-parent"),
    ]


def test_nothing_is_dropped_in_silence() -> None:
    """Each faulty object is set aside once, as it was given, in the order of the data."""
    assembly = Community.assemble("desa", "Desa", **DIRTY)
    expected = [
        DIRTY["people"][2],
        *DIRTY["places"][:2],
        DIRTY["assets"][0],
        DIRTY["memberships"][0],
        DIRTY["ties"][1],
        DIRTY["ties"][2],
        DIRTY["flows"][0],
    ]
    assert len(assembly.set_aside) == len(expected)
    assert all(one is other for one, other in zip(assembly.set_aside, expected, strict=True))


def test_a_circle_behind_a_second_place_is_cut() -> None:
    """What is left is sound, though a refused place would have hidden the circle."""
    places = [Place("a", "A", parent="b"), Place("b", "B", parent="a"), Place("a", "A")]
    assembly = Community.assemble("desa", "Desa", places=places)
    assert assembly.community.places == (Place("a", "A"), Place("b", "B"))
    assert len(assembly.set_aside) == 3


def test_the_same_object_twice_is_kept_once() -> None:
    """The second time it is set aside."""
    assembly = Community.assemble("desa", "Desa", people=[SITI, BUDI, SITI])
    assert assembly.community.people == (SITI, BUDI)
    assert assembly.set_aside == (SITI,)


def test_what_is_no_part_can_not_be_assembled() -> None:
    """All faults of all fields at once: there is nothing to set aside that we could describe."""
    with pytest.raises(InvalidValueError) as caught:
        Community.assemble(
            "", "Desa", people=[SITI, "Budi"], ties=None, population=datetime.date(2024, 1, 31)
        )
    assert [fault.path for fault in caught.value.faults] == [
        "id",
        "population",
        "people[1]",
        "ties",
    ]
    with pytest.raises(InvalidValueError, match=r"^assets: found text of 4 characters; "):
        Community.assemble("desa", "Desa", assets="hall")
    with pytest.raises(TypeError, match="peple"):
        Community.assemble("desa", "Desa", peple=[SITI])


# --- the assembly itself -------------------------------------------------------------------------


def test_an_assembly_shows_counts_and_faults_but_no_names() -> None:
    """Escaped in a notebook, at most twenty faults."""
    assembly = Community.assemble("desa", "<Desa>", **DIRTY)
    assert repr(assembly).endswith(", 9 faults, 8 set aside>")
    html = assembly._repr_html_()
    assert "<p>9 faults, 8 set aside</p>" in html
    assert "&lt;Desa&gt;" in html
    assert "<li>people[2].id: found &#x27;p1&#x27;; accepted: " in html
    one = Community.assemble("desa", "Desa", people=[SITI, Person("p1", "Siti Aminah")])
    assert repr(one) == "<Assembly: <Community 'desa': 1 person>, 1 fault, 1 set aside>"
    many = Community.assemble("desa", "Desa", ties=[Tie("a", f"<b{n}>") for n in range(600)])
    assert "<li>and 1,180 more</li>" in many._repr_html_()
    assert "<b0>" not in many._repr_html_()
    for shown in (repr(assembly), html, repr(one), one._repr_html_()):
        assert "Siti" not in shown


def test_an_assembly_is_a_value() -> None:
    """It compares, hashes, pickles, copies and evolves."""
    assembly = Community.assemble("desa", "Desa", **DIRTY)
    for again in (pickle.loads(pickle.dumps(assembly)), copy.deepcopy(assembly)):
        assert again == attrs.evolve(assembly) == assembly
        assert hash(again) == hash(assembly)


def test_an_assembly_holds_a_community_faults_and_parts() -> None:
    """Anything else is refused, all of it at once."""
    fault = Fault("people[0].id", "'p1'", "another", "duplicate-id")
    assert Assembly(COMMUNITY, [fault], [SITI, HALL]).set_aside == (SITI, HALL)
    with pytest.raises(InvalidValueError) as caught:
        Assembly("desa", ["fault"], [SITI, "Budi"])  # type: ignore[arg-type, list-item]  # junk on purpose
    assert str(caught.value) == (
        "3 faults\n"
        "  community: found text of 4 characters; accepted: a Community\n"
        "  faults[0]: found text of 5 characters; accepted: a Fault\n"
        "  set_aside: found a tuple of 2; accepted: a list or tuple of parts of a community"
    )


def test_every_collection_takes_its_class_only() -> None:
    """A part in the wrong list is named."""
    for name in COLLECTIONS:
        fields: dict[str, Any] = {name: [SITI if name != "people" else HALL]}
        with pytest.raises(InvalidValueError, match=rf"^{name}\[0\]: found \w+; accepted: an? "):
            Community("c", "C", **fields)

"""Tests of `abcd.privacy.redact`. All people are invented."""

import copy
import pickle
import unicodedata
from typing import Any

import attrs
import pytest

import abcd
from abcd.errors import InvalidValueError
from abcd.model import (
    OUTSIDE,
    Asset,
    Capacity,
    Challenge,
    Community,
    Consent,
    Evidence,
    Flow,
    Membership,
    Organization,
    Person,
    Place,
    Story,
    Tie,
)
from abcd.model.parts import COLLECTIONS, ENTITIES
from abcd.privacy import REDACTED, Redacted, permitted, redact

from .planting import PURPOSE, dumps, planted, text_fields

YES = [Consent([PURPOSE])]


def community(**parts: Any) -> Community:
    """Make a community of Siti, who agreed, and Budi Santoso, who did not."""
    people = [
        Person("p1", "Siti", consents=YES),
        Person("p2", "Budi Santoso", **parts.pop("budi", {})),
        *parts.pop("people", ()),
    ]
    return Community("rt3", "RT 3", people=people, **parts)


def redacted(whole: Community) -> Community:
    """Redact for the purpose."""
    return redact(whole, PURPOSE, "2024-02-09").community


# --- the whole kind: a name in any text field of any class ---------------------------------------


def test_the_planting_reaches_every_class() -> None:
    """The control: fields that are known to hold text are found by reflection."""
    assert {"name", "unit", "kinds", "tags", "evidence", "extra"} <= set(text_fields(Asset))
    assert set(text_fields(Evidence)) == {"source", "method", "quote", "recorded_by"}
    whole = str(abcd.to_dict(planted("Zebulon Quixano", "zebulon")))
    assert whole.count("Zebulon Quixano") > 150
    assert whole.count("zebulon-") >= 5


@pytest.mark.parametrize("purpose", [None, PURPOSE], ids=["nobody", "some"])
@pytest.mark.parametrize(
    "text",
    [
        "Zebulon Quixano",
        "ZEBULON  QUIXANO",
        "zebulon-quixano",
        "Quixano, Zebulon",
        "told by Zebulon to quixano",
        "Z\u00e9bulon Q\u00fcixano",
        unicodedata.normalize("NFD", "Z\u00e9bulon Q\u00fcixano"),
        "ZebulonQuixano",
    ],
)
def test_a_name_is_left_in_no_text_of_no_class(text: str, purpose: str | None) -> None:
    """Planted in every text field of every class, it is in no repr, document or HTML after."""
    whole = planted(text, "zebulon-quixano")
    whole = whole.replace(attrs.evolve(whole.people[1], name="Zebulon Quixano"))
    answer = redact(whole, purpose, "2024-02-09")
    for value in [answer, answer.community, *_all_parts(answer.community)]:
        for shown in dumps(value):
            plain = unicodedata.normalize("NFD", shown).encode("ascii", "ignore").decode()
            assert "zebulon" not in plain.lower()
            assert "quixano" not in plain.lower()


def _all_parts(whole: Community) -> list[Any]:
    return [part for name in COLLECTIONS for part in getattr(whole, name)]


@pytest.mark.parametrize("purpose", [None, PURPOSE], ids=["nobody", "some"])
def test_counts_and_structure_stay(purpose: str | None) -> None:
    """As many parts as before, and every reference leads to the part that it led to."""
    whole = planted("Zebulon Quixano", "zebulon-quixano")
    answer = redact(whole, purpose, None).community
    for name in COLLECTIONS:
        assert len(getattr(answer, name)) == len(getattr(whole, name)), name
    place = {entity.id: number for number, entity in enumerate(whole)}
    after = {entity.id: number for number, entity in enumerate(answer)}
    assert [place[tie.target] for tie in whole.ties] == [after[tie.target] for tie in answer.ties]
    assert [place[flow.payee] for flow in whole.flows] == [
        after[flow.payee] for flow in answer.flows
    ]


def test_the_seed_of_a_secret_stays_in_the_given_community() -> None:
    """Redaction gives a new community and leaves the old one."""
    whole = planted("Zebulon Quixano", "zebulon")
    before = copy.deepcopy(whole)
    redact(whole, None, None)
    assert whole == before


# --- what goes and what stays of a person --------------------------------------------------------


def test_of_a_person_stay_id_capacities_and_days() -> None:
    """Everything else of somebody who may not be named is personal."""
    budi = {
        "capacities": [Capacity("sewing", has=True, level=3, evidence=[Evidence("Siti says so")])],
        "demographics": {"age": 41},
        "home": "house",
        "asked_on": "2024-01-10",
        "interviewed_on": "2024-01-11",
        "consents": [Consent(["training"], proof="form 7", guardian="Wati")],
        "tags": [abcd.Tag("sdg", "8")],
        "evidence": [Evidence("census")],
        "extra": {"phone": "08123"},
    }
    answer = redacted(community(budi=budi, places=[Place("house", "House")]))
    assert answer["p2"] == Person(
        "p2",
        REDACTED,
        capacities=[Capacity("sewing", has=True, level=3)],
        asked_on="2024-01-10",
        interviewed_on="2024-01-11",
    )


def test_only_what_is_listed_stays_of_a_person() -> None:
    """A field that is new one day is dropped until somebody decides that it may stay."""
    stays = {"id", "name", "capacities", "asked_on", "interviewed_on"}
    whole = planted("Zebulon Quixano", "p")
    person = redacted(whole).people[1]
    for field in attrs.fields(Person):
        if field.name not in stays:
            assert getattr(person, field.name) == field.default, field.name


def test_who_may_be_named_stays() -> None:
    """With name, demographics, consents and all."""
    siti = Person("siti", "Siti", consents=YES, demographics={"age": 30}, extra={"phone": "1"})
    whole = Community("c", "C", people=[siti, Person("p2", "Budi")])
    assert redacted(whole).people == (siti, Person("p2", REDACTED))


def test_with_everybody_permitted_nothing_changes() -> None:
    """The very same community comes back."""
    whole = Community("c", "C Siti", people=[Person("siti", "Siti", consents=YES)])
    answer = redact(whole, PURPOSE, None)
    assert answer.community is whole
    assert (answer.people, answer.passages) == (0, 0)


def test_a_community_without_people_is_returned_as_it_is() -> None:
    """There is no name to leave out."""
    whole = Community("c", "C", assets=[Asset("hall", "Hall of Siti")])
    assert redact(whole, None, None).community is whole


# --- texts ---------------------------------------------------------------------------------------


def test_names_in_texts_are_replaced_and_counted() -> None:
    """Both in full and in part; each is one passage."""
    stories = [Story("Budi Santoso taught Siti. Budi is patient.", teller="p2")]
    answer = redact(community(stories=stories), PURPOSE, None)
    assert answer.community.stories[0].text == f"{REDACTED} taught Siti. {REDACTED} is patient."
    assert answer.passages == 2
    assert answer.people == 1


def test_the_cautious_reading_wins_in_texts() -> None:
    """A name part shared with somebody who may not be named goes; the own name field stays."""
    rahma = Person("p3", "Budi Rahma", consents=YES)
    whole = community(people=[rahma], stories=[Story("Budi Rahma and Rahma", teller="p3")])
    answer = redacted(whole)
    assert answer["p3"] == rahma
    assert answer.stories[0].text == f"{REDACTED} Rahma and Rahma"


def test_a_namesake_keeps_name_and_id() -> None:
    """One Budi Santoso agreed and one did not."""
    other = Person("budi-santoso", "Budi Santoso", consents=YES)
    assert redacted(community(people=[other]))["budi-santoso"] == other


def test_keys_of_a_mapping_do_not_fall_together() -> None:
    """Two names as keys become two placeholders, and no value is lost."""
    asset = Asset("hall", "Hall", extra={"Budi": 1, "Santoso": 2, f"{REDACTED} 2": 3, "Siti": 4})
    extra = redacted(community(assets=[asset])).assets[0].extra
    assert dict(extra) == {REDACTED: 1, f"{REDACTED} 3": 2, f"{REDACTED} 2": 3, "Siti": 4}


def test_people_may_be_called_like_a_word_of_the_vocabulary() -> None:
    """Kinds, geometries and the honest method stay what they are; free words do not."""
    place = Place(
        "spot",
        "Point",
        level="RT",
        geometry={
            "type": "GeometryCollection",
            "geometries": [{"type": "Point", "coordinates": [1, 2], "type of": "point"}],
        },
    )
    evidence = Evidence("Human", method="invented")
    asset = Asset("a", "A human type", ["human", "point"], evidence=[evidence], place="spot")
    people = [
        Person(f"p{n + 3}", name) for n, name in enumerate(["Human Type", "Point", "Invented"])
    ]
    answer = redacted(community(people=people, assets=[asset], places=[place]))
    assert answer.assets[0].kinds == ("human", REDACTED)
    assert answer.assets[0].evidence == (Evidence(REDACTED, method="invented"),)
    assert answer.assets[0].name == f"A {REDACTED}"
    assert answer.places[0].name == REDACTED
    assert abcd.to_dict(answer.places[0])["geometry"] == {
        "type": "GeometryCollection",
        "geometries": [
            {"type": "Point", "coordinates": [1, 2], f"{REDACTED} of": REDACTED},
        ],
    }


def test_the_purpose_asked_for_stays_in_consents() -> None:
    """It is said aloud anyway, and the answer must be the same after redaction."""
    purpose = "film about Budi"
    agreed = Consent([purpose, "letter to Budi"])
    whole = community(people=[Person("p3", "Ayu", consents=[agreed])])
    answer = redact(whole, "Film about Budi", None).community
    assert answer["p3"].consents[0].purposes == (purpose, f"letter to {REDACTED}")  # type: ignore[union-attr]  # a person
    assert permitted(answer, purpose, None) == {"p3"}


# --- ids -----------------------------------------------------------------------------------------


def test_ids_that_tell_a_name_are_new_everywhere() -> None:
    """Every reference follows; new ids collide with nothing."""
    whole = Community(
        "kampung-budi",
        "Kampung",
        people=[Person("budi", "Budi Santoso"), Person("p-siti", "Siti", consents=YES)],
        organizations=[Organization("santoso-corp", "Firm"), Organization("redacted-1", "Odd")],
        places=[Place("house", "House"), Place("houseOfBudi", "House", parent="house")],
        assets=[
            Asset("oven", "Oven", holder="budi", named_by=["p-siti", "budi"], place="houseOfBudi")
        ],
        memberships=[Membership("budi", "santoso-corp")],
        ties=[Tie("p-siti", "budi", reported_by="budi")],
        flows=[Flow("budi", OUTSIDE, 1), Flow(OUTSIDE, "santoso-corp", 1)],
        challenges=[Challenge("Rain", owed_by="budi")],
        stories=[Story("It rained", teller="budi")],
    )
    answer = redacted(whole)
    assert answer.id == "redacted"
    assert [entity.id for entity in answer] == [
        *("redacted-2", "p-siti", "redacted-3", "redacted-1", "house", "redacted-4", "oven"),
    ]
    assert answer.places[1].parent == "house"
    assert answer.assets == (
        Asset(
            "oven",
            "Oven",
            holder="redacted-2",
            named_by=["p-siti", "redacted-2"],
            place="redacted-4",
        ),
    )
    assert answer.memberships == (Membership("redacted-2", "redacted-3"),)
    assert answer.ties == (Tie("p-siti", "redacted-2", reported_by="redacted-2"),)
    assert [(flow.payer, flow.payee) for flow in answer.flows] == [
        ("redacted-2", OUTSIDE),
        (OUTSIDE, "redacted-3"),
    ]
    assert answer.challenges[0].owed_by == "redacted-2"
    assert answer.stories[0].teller == "redacted-2"


def test_an_id_that_tells_nothing_stays() -> None:
    """Other tables may be joined by it."""
    assert "p2" in redacted(community())


def test_the_id_of_a_named_person_is_new_where_it_tells_of_somebody_else() -> None:
    """The wife of Budi may be named, Budi may not."""
    whole = community(people=[Person("wife-of-budi", "Ayu", consents=YES)])
    assert redacted(whole).people[2].name == "Ayu"
    assert redacted(whole).people[2].id == "redacted-1"


# --- homes ---------------------------------------------------------------------------------------


def lonely_house(**place: Any) -> Place:
    """Make a house on the map."""
    fields = {"latitude": -7, "longitude": 109, "code": "X7", "extra": {"Address": "Jl. Mawar 3"}}
    return Place("house", "House", **{**fields, **place})


BUDI_AT_HOME = {"home": "house"}


def test_an_asset_at_home_does_not_tell_where_that_is() -> None:
    """Held by somebody who may not be named, it loses its place; others keep theirs."""
    assets = [
        Asset("oven", "Oven", holder="p2", place="house"),
        Asset("stall", "Stall", holder="p2", place="market"),
        Asset("loom", "Loom", holder="p1", place="house"),
        Asset("well", "Well", place="house"),
    ]
    places = [lonely_house(), Place("market", "Market")]
    answer = redacted(community(budi=BUDI_AT_HOME, assets=assets, places=places))
    assert [asset.place for asset in answer.assets] == [None, "market", "house", "house"]


def test_an_organization_at_the_home_of_a_member_loses_its_place() -> None:
    """A household tells where its people live."""
    organizations = [
        Organization("family", "Family", "household", place="house"),
        Organization("club", "Club", place="house"),
    ]
    whole = community(
        budi=BUDI_AT_HOME,
        organizations=organizations,
        memberships=[Membership("p2", "family"), Membership("p1", "club")],
        places=[lonely_house()],
    )
    assert [one.place for one in redacted(whole).organizations] == [None, "house"]


def test_a_private_home_loses_its_position() -> None:
    """Nobody is said to live there any more, and it is not on the map."""
    answer = redacted(community(budi=BUDI_AT_HOME, places=[lonely_house()]))
    assert answer.places == (Place("house", "House"),)
    assert answer["p2"].home is None  # type: ignore[union-attr]  # a person


@pytest.mark.parametrize(
    "more",
    [
        {"places": [lonely_house(level="RT")]},
        {"places": [lonely_house(), Place("room", "Room", parent="house")]},
        {"places": [lonely_house()], "assets": [Asset("well", "Well", place="house")]},
        {"places": [lonely_house()], "organizations": [Organization("o", "O", place="house")]},
        {"places": [lonely_house()], "people": [Person("p3", "Ayu", consents=YES, home="house")]},
        {"places": [lonely_house()]}
        | {"people": [Person(f"p{n}", f"N{n}", home="house") for n in range(3, 7)]},
    ],
    ids=["area", "parent", "asset", "organization", "named-resident", "five-residents"],
)
def test_other_places_keep_their_position(more: dict[str, Any]) -> None:
    """An area, a place of others or of many is nobody's private home."""
    answer = redacted(community(budi=BUDI_AT_HOME, **more))
    assert answer.places[0] == more["places"][0]


# --- the answer as a value -----------------------------------------------------------------------


def test_people_redacted_before_are_counted_and_not_searched() -> None:
    """Their placeholder is no name; nothing changes in a second redaction."""
    stories = [Story("Budi and [redacted]")]
    first = redact(community(stories=stories), PURPOSE, None)
    second = redact(first.community, PURPOSE, None)
    assert second.community == first.community
    assert (second.people, second.passages) == (1, 0)


def test_the_answer_shows_counts_only() -> None:
    """A repr ends up in logs."""
    answer = redact(community(), PURPOSE, None)
    assert repr(answer) == "<Redacted: <Community 'rt3': 2 people>, not named: 1, passages: 0>"
    assert "not named: 1" in answer._repr_html_()
    assert "Siti" not in repr(answer) + answer._repr_html_()


def test_the_answer_is_a_value() -> None:
    """It compares, hashes, pickles and becomes a document."""
    answer = redact(community(), PURPOSE, None)
    assert pickle.loads(pickle.dumps(answer)) == answer
    assert hash(answer) == hash(copy.deepcopy(answer))
    assert abcd.from_dict(abcd.to_dict(answer), Redacted) == answer


def test_a_cycle_is_one_of_ours() -> None:
    """Anything else is refused in words, not passed over."""
    cycle: Any = object()
    with pytest.raises(InvalidValueError, match=r"^cycle: found object"):
        redact(community(), None, None, cycle=cycle)


def test_arguments_are_those_of_permitted() -> None:
    """All that is wrong with them is listed."""
    with pytest.raises(InvalidValueError, match="2 faults"):
        redact(community(), " ", "yesterday")


def test_the_collections_are_all_searched() -> None:
    """The control of the planting: nothing of a community is left out."""
    whole = planted("Zebulon Quixano", "zebulon")
    assert all(getattr(whole, name) for name in COLLECTIONS)
    assert set(ENTITIES) <= set(COLLECTIONS)


def test_a_code_of_a_goal_is_nobody() -> None:
    """Whoever is called 4.4.1: the code stays, what stands beside it does not."""
    tags = [abcd.Tag("SDG", "4.4.1", uri="of Siti"), abcd.Tag("members", "4.4.1")]
    people = [Person("p1", "Siti"), Person("p2", "4.4.1", tags=[abcd.Tag("SDG", "4.4.1")])]
    assets = [abcd.Asset("hall", "Hall", tags=tags)]
    answer = redact(Community("rt3", "RT 3", people=people, assets=assets), None, None)
    kept, lost = answer.community["hall"].tags
    assert (kept.scheme, kept.code, kept.uri) == ("SDG", "4.4.1", "of [redacted]")
    assert lost.code == "[redacted]"

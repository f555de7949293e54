"""A community as a two-mode graph: which links, on which day, in which role, and no names."""

import json
from typing import Any

import networkx as nx
import pytest
from networkx.algorithms import bipartite

from abcd import FIVE_D, Asset, Community, Cycle, Membership, Organization, Person
from abcd.errors import InvalidValueError
from abcd.network import project, two_mode

from .two_modes import of_mode

# All people are invented.
PEOPLE = [
    Person("p1", "Secret Siti", home=None, interviewed_on="2024-01-10", demographics={"sex": "f"}),
    Person("p2", "Secret Budi", asked_on="2024-01-10"),
    Person("p3", "Secret Ayu"),
]
DESA = Community(
    "desa",
    "Desa",
    people=PEOPLE,
    organizations=[Organization("pkk", "PKK", "association"), Organization("co", "Secret Co")],
    memberships=[
        Membership("p1", "pkk", "chair", since="2023-01-01"),
        Membership("p1", "pkk", since="2020-01-01", until="2022-12-31"),
        Membership("p2", "pkk", "member", since="2022-01-01", until="2024-06-30"),
    ],
    assets=[
        Asset("sewing", "Sewing", kinds=["human"], holder="p1", named_by=["p2", "co"]),
        Asset("van", "Van", holder="co"),
        Asset("river", "River", named_by=["p2"]),
    ],
)


def cycle() -> Cycle:
    """Give a diary of two events that took place, and one that is planned."""
    made = Cycle(FIVE_D, community="desa")
    made = made.record("dream.build-vision", on="2024-01-10", participants=["p1", "p2", "p1"])
    made = made.record("dream.build-vision", status="planned", participants=["p3"])
    return made.record(
        "research.deliver-training",
        on="2024-01-31",
        until="2024-02-02",
        participants=["p1", "stranger"],
        facilitators=["p3"],
        headcount=10,
    )


def edges(made: "nx.Graph[str]") -> dict[tuple[str, str], dict[str, Any]]:
    """Give the attributes of each edge."""
    return {(a, b): data for a, b, data in made.edges(data=True)}


def test_people_by_organizations() -> None:
    """Two memberships of one person are one edge; everybody and every organization stays."""
    made = two_mode(DESA)
    assert list(made) == ["p1", "p2", "p3", "pkk", "co"]
    assert edges(made) == {
        ("p1", "pkk"): {"weight": 1.0, "roles": "chair", "links": 2, "since": "2020-01-01"},
        ("p2", "pkk"): {
            "weight": 1.0,
            "roles": "member",
            "links": 1,
            "since": "2022-01-01",
            "until": "2024-06-30",
        },
    }
    assert made.graph == {
        "community": "desa",
        "by": "organizations",
        "roles": "chair; member",
        "on": "",
        "links": 3,
        "links_outside": 0,
        "links_not_held": 0,
        "records_not_done": 0,
    }
    assert made.nodes["p1"] == {
        "bipartite": 0,
        "mode": "people",
        "kind": "person",
        "asked": True,
        "interviewed": True,
        "organizations": "pkk",
        "offices": "chair (pkk)",
        "demographics.sex": "f",
    }
    assert made.nodes["pkk"] == {
        "bipartite": 1,
        "mode": "organizations",
        "kind": "organization",
        "type": "association",
    }


def test_the_algorithms_of_networkx_take_it() -> None:
    """The attribute `bipartite` is theirs."""
    made = two_mode(DESA)
    people = of_mode(made, 0)
    assert bipartite.is_bipartite_node_set(made.subgraph(["p1", "p2", "pkk"]), {"p1", "p2"})
    assert bipartite.density(made, people) == pytest.approx(2 / 6)
    assert project(made, "people")["p1"]["partners"] == ("p2",)


@pytest.mark.parametrize(
    ("on", "held", "offices"),
    [
        ("2019-12-31", [], ""),
        ("2022-12-31", ["p1", "p2"], ""),
        ("2023-01-01", ["p1", "p2"], "chair (pkk)"),
        ("2024-06-30", ["p1", "p2"], "chair (pkk)"),
        ("2024-07-01", ["p1"], "chair (pkk)"),
    ],
)
def test_on_a_day(on: str, held: list[str], offices: str) -> None:
    """The first and the last day belong to a membership; what does not hold is counted."""
    made = two_mode(DESA, on=on)
    assert list(nx.all_neighbors(made, "pkk")) == held
    assert made.nodes["p1"]["offices"] == offices
    assert made.graph["on"] == on
    assert made.graph["links"] + made.graph["links_not_held"] == 3


def test_people_by_assets() -> None:
    """To hold an asset and to see it as one are different links; holders are the default."""
    held = two_mode(DESA, by="assets")
    assert {ends: data["roles"] for ends, data in edges(held).items()} == {
        ("p1", "sewing"): "holder"
    }
    assert held.graph["links_outside"] == 1
    assert held.nodes["sewing"] == {
        "bipartite": 1,
        "mode": "assets",
        "kind": "asset",
        "type": "human",
    }
    named = two_mode(DESA, by="assets", roles="named by", on="2024-01-01")
    assert list(named.edges) == [("p2", "sewing"), ("p2", "river")]
    both = two_mode(DESA, by="assets", roles="all")
    assert both.graph["roles"] == "holder; named by"
    assert both.number_of_edges() == 3


def test_people_by_events() -> None:
    """Entries that are done; a participant listed twice is there once; strangers are counted."""
    made = two_mode(DESA, by="events", cycle=cycle())
    assert list(made) == ["p1", "p2", "p3", "records[0]", "records[2]"]
    assert list(made.edges) == [("p1", "records[0]"), ("p1", "records[2]"), ("p2", "records[0]")]
    assert made.nodes["records[0]"] == {
        "bipartite": 1,
        "mode": "events",
        "kind": "event",
        "what": "dream.build-vision",
        "on": "2024-01-10",
        "attended": 2,
    }
    assert made.nodes["records[2]"]["until"] == "2024-02-02"
    assert made.nodes["records[2]"]["attended"] == 10
    assert made.edges["p1", "records[2]"]["until"] == "2024-02-02"
    assert (made.graph["links_outside"], made.graph["records_not_done"]) == (1, 1)
    led = two_mode(DESA, by="events", cycle=cycle(), roles=["participant", "facilitator"])
    assert led.edges["p3", "records[2]"]["roles"] == "facilitator"


def test_roles() -> None:
    """Written as they are; None stands for none; a misspelt one is refused."""
    assert list(two_mode(DESA, roles="chair").edges) == [("p1", "pkk")]
    assert two_mode(DESA, roles=[None]).edges["p1", "pkk"]["roles"] == ""
    assert list(two_mode(DESA, roles=[]).edges) == []
    with pytest.raises(InvalidValueError, match="roles: found 'chiar'; accepted: 'all', or roles "):
        two_mode(DESA, roles="chiar")
    with pytest.raises(InvalidValueError, match=r"roles\[1\]: found None; accepted: 'all'"):
        two_mode(DESA, by="assets", roles=["holder", None])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"by": "places"}, "by: found 'places'; accepted: one of 'organizations', 'assets' or "),
        ({"by": None}, "by: found None"),
        ({"on": "yesterday"}, "on: found 'yesterday'"),
        ({"cycle": 3}, "cycle: found int"),
        ({"by": "events"}, "cycle: found None; accepted: a Cycle, for its events"),
        ({"cycle": cycle()}, "cycle: found a Cycle; accepted: None for organizations"),
        (
            {"by": "events", "cycle": Cycle(FIVE_D, community="rt3")},
            "cycle: found that of 'rt3'; accepted: the cycle of 'desa'",
        ),
        (
            {"by": "events", "cycle": cycle(), "on": "2024-01-31"},
            "on: found 2024-01-31; accepted: None for events",
        ),
    ],
)
def test_arguments_that_do_not_fit(arguments: dict[str, Any], message: str) -> None:
    """Each is named."""
    with pytest.raises(InvalidValueError, match=message):
        two_mode(DESA, **arguments)


def test_junk_for_a_community() -> None:
    """Refused as by `graph`."""
    junk: Any = {"id": "desa"}
    with pytest.raises(InvalidValueError, match="community: found a dict of 1"):
        two_mode(junk)


def test_a_person_with_the_id_of_an_event() -> None:
    """Two nodes can not have one id."""
    odd = Community("desa", "Desa", people=[Person("records[0]", "Secret")])
    with pytest.raises(InvalidValueError, match=r"community.people: found 'records\[0\]'"):
        two_mode(odd, by="events", cycle=cycle())


def test_no_names_and_plain_values() -> None:
    """Attributes are JSON scalars; nobody's name is among them."""
    for made in (
        two_mode(DESA),
        two_mode(DESA, by="assets", roles="all"),
        two_mode(DESA, by="events", cycle=cycle()),
    ):
        text = json.dumps(nx.node_link_data(made, edges="edges"))
        assert "Secret" not in text
        values = [value for data in made.nodes.values() for value in data.values()]
        assert all(isinstance(value, str | int | float | bool) for value in values)


def test_nothing_in_it() -> None:
    """An empty community is an empty graph."""
    assert list(two_mode(Community("rt3", "RT 3"))) == []

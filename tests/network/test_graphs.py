"""A community's ties as a graph: what is pooled, what is told apart, what is never said."""

import json
import random
from typing import Any

import networkx as nx
import pytest

from abcd import Asset, Community, Membership, Organization, Person, Place, Tie
from abcd.errors import InvalidValueError
from abcd.network import graph, structural_holes

# All people are invented.
PEOPLE = [Person(f"p{number}", f"Secret Name {number}") for number in range(1, 6)]


def community(*ties: Tie, people: list[Person] = PEOPLE, **parts: Any) -> Community:
    """Make a community of five people and some ties."""
    return Community("rt3", "RT 3", people=people, ties=ties, **parts)


def of_nodes(made: "nx.Graph[str]", attribute: str) -> dict[str, Any]:
    """Give one attribute of each node."""
    return {node: data[attribute] for node, data in made.nodes.items()}


# rep-net-03 of the public reports: networkx#1371, gephi#363, gephi#2765.
PARALLEL = [
    Tie("p1", "p2", "works with", strength=1),
    Tie("p2", "p1", "prays with", strength=2),
    Tie("p2", "p3", "works with", strength=1),
]


@pytest.mark.parametrize("turned", [False, True], ids=["as listed", "reversed"])
@pytest.mark.parametrize(
    ("combine", "weight", "constraint"),
    [
        ("sum", 3, 0.625),
        ("max", 2, 0.5555555555555556),
        ("min", 1, 0.5),
        ("mean", 1.5, 0.52),  # (3/5)^2 + (2/5)^2
        ("count", 2, 0.5555555555555556),
    ],
)
def test_parallel_ties_become_one_weight_by_a_named_rule(
    combine: Any, weight: float, constraint: float, turned: bool
) -> None:
    """rep-net-03: one edge, both kinds on it, the rule named, the order of the list not seen."""
    ties = PARALLEL[::-1] if turned else PARALLEL
    made = graph(community(*ties), kinds="all", combine=combine)
    assert made.number_of_edges() == 2
    assert made["p1"]["p2"] == {
        "weight": weight,
        "ties": 2,
        "kinds": "prays with; works with",
        "reported_by": "",
        "waves": "",
    }
    assert made.graph["combine"] == combine
    assert made.graph["ties"] == 3
    weighted = structural_holes(made, weight="weight")
    assert weighted["p2"]["constraint"] == pytest.approx(constraint, abs=1e-9)
    assert structural_holes(made)["p2"]["constraint"] == pytest.approx(0.5, abs=1e-9)


def test_parallel_ties_without_a_rule_are_refused() -> None:
    """The error says how many pairs, names one, and lists the rules."""
    with pytest.raises(InvalidValueError) as caught:
        graph(community(*PARALLEL), kinds="all")
    assert str(caught.value) == (
        "combine: found None, and 1 pairs with several ties, such as 'p1' and 'p2'; "
        "accepted: one of 'sum', 'max', 'min', 'mean' or 'count'"
    )
    assert caught.value.faults[0].code == "parallel-ties"


def test_no_rule_is_named_where_none_was_needed() -> None:
    """Each pair has one tie: the weight is its strength. Counting leaves strengths aside."""
    ties = community(Tie("p1", "p2", strength=3))
    assert graph(ties, combine="sum").graph["combine"] == ""
    assert graph(ties).edges["p1", "p2"]["weight"] == 3.0
    counted = graph(ties, combine="count")
    assert counted.graph["combine"] == "count"
    assert counted.edges["p1", "p2"]["weight"] == 1.0


def test_sums_do_not_depend_on_the_order_of_the_ties() -> None:
    """0.1 + 0.2 + 0.3 is the same in every order."""
    ties = [Tie("p1", "p2", strength=strength) for strength in (0.1, 0.2, 0.3, 1e16, 1e-3)]
    found = set()
    for seed in range(20):
        random.Random(seed).shuffle(ties)
        for combine in ("sum", "mean"):
            made = graph(community(*ties), combine=combine)
            found.add((combine, made.edges["p1", "p2"]["weight"]))
    assert len(found) == 2


def test_strengths_whose_sum_has_no_number_are_refused() -> None:
    """Two strengths near the largest float."""
    ties = community(Tie("p1", "p2", strength=1.7e308), Tie("p2", "p1", strength=1.7e308))
    with pytest.raises(InvalidValueError, match="between 'p1' and 'p2': found a sum beyond all"):
        graph(ties, combine="sum")
    assert graph(ties, combine="max").edges["p1", "p2"]["weight"] == 1.7e308


def test_kinds_are_never_pooled_in_silence() -> None:
    """Without `kinds` several are refused, and listed; ties without a kind are one of them."""
    mixed = community(Tie("p1", "p2", "lends to"), Tie("p2", "p3", "films with"), Tie("p3", "p4"))
    with pytest.raises(InvalidValueError) as caught:
        graph(mixed)
    assert str(caught.value) == (
        "kinds: found None, and ties of several kinds; accepted: 'all', or some of "
        "'films with' or 'lends to' or None (ties without one)"
    )
    assert graph(mixed, kinds="all").graph["kinds"] == "films with; lends to"
    assert list(graph(mixed, kinds="lends to").edges) == [("p1", "p2")]
    assert list(graph(mixed, kinds=["films with", None]).edges) == [("p2", "p3"), ("p3", "p4")]
    assert list(graph(mixed, kinds=[]).edges) == []


def test_one_kind_needs_no_choice() -> None:
    """Also where other kinds lead elsewhere: they are no part of this network."""
    one = community(
        Tie("p1", "p2", "films with"),
        Tie("p1", "hall", "cleans"),
        assets=[Asset("hall", "Hall")],
    )
    made = graph(one)
    assert list(made.edges(data="kinds")) == [("p1", "p2", "films with")]
    assert (made.graph["ties"], made.graph["ties_outside"]) == (1, 1)
    assert graph(one, kinds="films with").graph["ties_outside"] == 0
    with pytest.raises(InvalidValueError, match="of several kinds"):
        graph(one, nodes="all")


def test_a_misspelt_kind_is_refused() -> None:
    """The near ones are named, with the position in a list."""
    ties = community(Tie("p1", "p2", "films with"))
    with pytest.raises(InvalidValueError, match=r"kinds: found 'film with'; .*'films with'"):
        graph(ties, kinds="film with")
    with pytest.raises(InvalidValueError, match=r"kinds\[1\]: found None; accepted: 'all', or na"):
        graph(ties, kinds=["films with", None])
    with pytest.raises(InvalidValueError, match=r"kinds\[0\]: found int; accepted: a name, or Non"):
        graph(ties, kinds=[3])  # type: ignore[list-item]  # the mistake under test
    for junk in (3, b"films with", {"films with": 1}):
        with pytest.raises(InvalidValueError, match=r"kinds: found .*; accepted: 'all', a name"):
            graph(ties, kinds=junk)  # type: ignore[arg-type]  # the mistake under test


def test_waves_are_never_pooled_in_silence() -> None:
    """What holds for kinds holds for waves of a survey."""
    waves = community(
        Tie("p1", "p2", wave="2023"), Tie("p1", "p2", wave="2024"), Tie("p2", "p3", wave="2024")
    )
    with pytest.raises(InvalidValueError, match="waves: found None, and ties of several waves; "):
        graph(waves)
    assert list(graph(waves, waves="2023").edges) == [("p1", "p2")]
    assert graph(waves, waves="2024").graph["waves"] == "2024"
    pooled = graph(waves, waves="all", combine="max")
    assert pooled.edges["p1", "p2"]["waves"] == "2023; 2024"
    with pytest.raises(InvalidValueError, match="waves: found '2025'"):
        graph(waves, waves="2025")


def test_directed_ties_in_an_undirected_graph_are_a_union() -> None:
    """A tie in either direction joins the two; both directions are parallel ties."""
    one_way = graph(community(Tie("p1", "p2", directed=True)))
    assert type(one_way) is nx.Graph
    assert one_way.has_edge("p2", "p1")
    assert one_way.graph["direction"] == "union"
    assert graph(community(Tie("p1", "p2"))).graph["direction"] == "undirected"
    both = community(Tie("p1", "p2", directed=True), Tie("p2", "p1", directed=True))
    with pytest.raises(InvalidValueError, match="combine: found None"):
        graph(both)
    assert graph(both, combine="count").edges["p1", "p2"]["ties"] == 2


def test_undirected_ties_in_a_directed_graph_are_two_arcs() -> None:
    """Each with all attributes; a directed tie stays one."""
    mixed = community(Tie("p1", "p2", strength=2), Tie("p3", "p2", directed=True))
    made = graph(mixed, directed=True)
    assert type(made) is nx.DiGraph
    assert list(made.edges(data="weight")) == [
        ("p1", "p2", 2.0),
        ("p2", "p1", 2.0),
        ("p3", "p2", 1.0),
    ]
    assert made.graph["direction"] == "both arcs"
    assert made.graph["ties"] == 2
    directed = community(Tie("p3", "p2", directed=True), Tie("p2", "p3", directed=True))
    made = graph(directed, directed=True)
    assert made.graph["direction"] == "directed"
    assert sorted(made.edges) == [("p2", "p3"), ("p3", "p2")]
    assert graph(community(), directed=True).graph["direction"] == "directed"


def test_an_arc_and_an_undirected_tie_are_parallel_in_one_direction() -> None:
    """Only the arc that both stand for has two ties."""
    mixed = community(Tie("p1", "p2", strength=2), Tie("p1", "p2", directed=True))
    made = graph(mixed, directed=True, combine="sum")
    assert made.edges["p1", "p2"]["weight"] == 3.0
    assert made.edges["p2", "p1"]["weight"] == 2.0


ASKED = [
    Person("quiet", "A", asked_on="2024-01-10", interviewed_on="2024-01-11"),
    Person("speaks", "B", asked_on="2024-01-10", interviewed_on="2024-01-11"),
    Person("silent", "C", asked_on="2024-01-10"),
    Person("absent", "D"),
    Person("unknown", "E"),
    Person("reports", "F"),
    Person("witness", "G", interviewed_on="2024-01-11"),
]


def test_those_without_ties_are_told_apart() -> None:
    """Answered and named nobody; asked without answer; only named; never asked."""
    made = graph(
        community(
            Tie("speaks", "absent", directed=True),
            Tie("speaks", "quiet", reported_by="speaks"),
            Tie("absent", "reports", reported_by="reports"),
            Tie("silent", "speaks", reported_by="witness"),
            people=ASKED,
        )
    )
    assert of_nodes(made, "status") == {
        "quiet": "named nobody",
        "speaks": "answered",
        "silent": "no answer",
        "absent": "named only",
        "unknown": "not asked",
        "reports": "answered",
        "witness": "named nobody",  # asked, and named no contact of their own
    }
    assert of_nodes(made, "named") == {
        "quiet": 0,
        "speaks": 2,
        "silent": 0,
        "absent": 0,
        "unknown": 0,
        "reports": 1,
        "witness": 0,  # reported a tie between two others
    }
    assert made.nodes["absent"]["named_by"] == 2
    assert made.nodes["quiet"]["named_by"] == 1
    assert made.nodes["speaks"]["named_by"] == 1
    assert [made.nodes[name]["asked"] for name in ("quiet", "silent", "reports", "absent")] == [
        True,
        True,
        True,
        False,
    ]
    assert made.nodes["quiet"]["interviewed"] is True
    assert made.nodes["reports"]["interviewed"] is False


def test_an_undirected_tie_without_reporter_is_named_by_both() -> None:
    """It is a contact of both ends, and the answer of neither."""
    made = graph(community(Tie("quiet", "absent"), people=ASKED))
    assert made.nodes["quiet"]["status"] == "answered"
    assert made.nodes["absent"]["status"] == "named only"
    assert (made.nodes["absent"]["named"], made.nodes["absent"]["named_by"]) == (0, 1)
    assert made.nodes["speaks"]["status"] == "named nobody"


def test_a_person_who_speaks_only_of_another_network_named_nobody_here() -> None:
    """The status is that of this network; to have answered is that of the person."""
    mixed = community(
        Tie("reports", "absent", "lends to", reported_by="reports"),
        Tie("speaks", "absent", "films with", reported_by="speaks"),
        people=ASKED,
    )
    assert graph(mixed, kinds="films with").nodes["reports"]["status"] == "named nobody"
    assert graph(mixed, kinds="lends to").nodes["reports"]["status"] == "answered"


def whole() -> Community:
    """Make a community with every kind of node."""
    return Community(
        "desa",
        "Secret Village",
        people=[
            Person(
                "p1",
                "Secret Siti",
                home="rt",
                demographics={"sex": "f", "age": 41, "languages": ["jv", "id"], "note": None},
            ),
            Person("p2", "Secret Budi"),
        ],
        organizations=[
            Organization("pkk", "Secret Club", kind="association", place="rt"),
            Organization("co", "Secret Firm"),
        ],
        places=[Place("rt", "Secret Street", level="RT", parent="rw"), Place("rw", "Secret RW")],
        assets=[
            Asset("hall", "Secret Hall", kinds=["physical", "social"], place="rt"),
            Asset("song", "Secret Song"),
        ],
        memberships=[
            Membership("p1", "pkk", role="chair"),
            Membership("p1", "co", role="Member"),
            Membership("p2", "pkk", role=" Anggota "),
            Membership("p2", "co"),
        ],
        ties=[Tie("p1", "hall"), Tie("p1", "p2"), Tie("pkk", "rt")],
    )


def test_nodes_of_every_class_say_what_they_are() -> None:
    """Codes, ids and numbers; what nobody stated is left out."""
    made = graph(whole(), nodes="all")
    nodes = dict(made.nodes.items())
    assert list(nodes) == ["p1", "p2", "pkk", "co", "hall", "song", "rt", "rw"]
    assert nodes["p1"] == {
        "kind": "person",
        "named": 2,
        "named_by": 2,
        "organizations": "co; pkk",
        "offices": "chair (pkk)",
        "place": "rt",
        "demographics.sex": "f",
        "demographics.age": 41,
        "demographics.languages": '["jv", "id"]',
    }
    assert nodes["p2"]["offices"] == ""
    assert "place" not in nodes["p2"]
    assert nodes["pkk"] == {"kind": "organization", "type": "association", "place": "rt"}
    assert nodes["co"] == {"kind": "organization"}
    assert nodes["hall"] == {"kind": "asset", "type": "physical", "place": "rt"}
    assert nodes["song"] == {"kind": "asset"}
    assert nodes["rt"] == {"kind": "place", "type": "RT", "place": "rw"}
    assert nodes["rw"] == {"kind": "place"}
    assert made.graph == {
        "community": "desa",
        "nodes": "assets; organizations; people; places",
        "kinds": "",
        "waves": "",
        "combine": "",
        "direction": "undirected",
        "on": "",
        "ties": 3,
        "ties_outside": 0,
        "ties_not_held": 0,
        "memberships_not_held": 0,
    }


@pytest.mark.parametrize(
    ("nodes", "ids", "outside"),
    [
        ("people", ["p1", "p2"], 2),
        ("organizations", ["pkk", "co"], 3),
        (["assets", "people"], ["p1", "p2", "hall", "song"], 1),
        (("places",), ["rt", "rw"], 3),
        ([], [], 3),
    ],
    ids=str,
)
def test_nodes_are_chosen_by_class(nodes: Any, ids: list[str], outside: int) -> None:
    """Ties that lead to others are counted, not lost."""
    made = graph(whole(), nodes=nodes)
    assert list(made) == ids
    assert made.graph["ties_outside"] == outside
    assert made.graph["ties"] == 3 - outside


def test_no_name_is_in_a_graph() -> None:
    """Contract 8: ids only, and no attribute whose name a format keeps for itself."""
    made = graph(whole(), nodes="all")
    assert "Secret" not in json.dumps(nx.node_link_data(made))
    keys = {key for _, data in made.nodes(data=True) for key in data}
    keys |= {key for _, _, data in made.edges(data=True) for key in data}
    assert keys & {"id", "source", "target", "name", "label", "key"} == set()


def test_every_attribute_is_a_plain_scalar() -> None:
    """GraphML and JSON take all of them."""
    made = graph(whole(), nodes="all")
    records = [made.graph, *made.nodes.values()]
    records += [data for _, _, data in made.edges(data=True)]
    assert {type(value) for record in records for value in record.values()} <= {
        str,
        int,
        float,
        bool,
    }
    again = nx.parse_graphml("\n".join(nx.generate_graphml(made)))
    assert dict(again.nodes.items()) == dict(made.nodes.items())
    assert nx.utils.graphs_equal(
        nx.node_link_graph(json.loads(json.dumps(nx.node_link_data(made)))), made
    )


def test_reporters_stand_on_the_edge() -> None:
    """Ids of those who reported the tie, each once."""
    ties = [Tie("p1", "p2", reported_by=name) for name in ("p2", "p1", "p2")]
    made = graph(community(*ties), combine="max")
    assert made.edges["p1", "p2"]["reported_by"] == "p1; p2"
    assert made.edges["p1", "p2"]["ties"] == 3


def test_the_order_of_ties_is_not_seen_in_the_graph() -> None:
    """Edges stand in the order of the nodes."""
    ties = [Tie("p3", "p4"), Tie("p2", "p1"), Tie("p1", "p3")]
    made = [list(graph(community(*order)).edges) for order in (ties, ties[::-1])]
    assert made[0] == made[1] == [("p1", "p2"), ("p1", "p3"), ("p3", "p4")]


def test_an_empty_community_is_an_empty_graph() -> None:
    """Nothing is no error."""
    made = graph(Community("c", "C"))
    assert (len(made), made.graph["ties"]) == (0, 0)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"community": None}, "community: found None; accepted: a Community"),
        ({"nodes": "persons"}, "nodes: found 'persons'; accepted: one of 'people'"),
        ({"nodes": ["people", None]}, "nodes: found None; accepted: one of 'people'"),
        ({"nodes": 3}, "nodes: found 3; accepted: 'all', a name, or a list of names"),
        ({"combine": "average"}, "combine: found 'average'; accepted: one of 'sum'"),
        ({"directed": "yes"}, "directed: found 'yes'; accepted: True or False"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_wrong_arguments_are_refused(arguments: dict[str, Any], message: str) -> None:
    """With what is accepted."""
    with pytest.raises(InvalidValueError, match=message):
        graph(**{"community": community(), **arguments})


def test_on_a_day() -> None:
    """What begins later or has ended is left out and counted; what has no dates holds always."""
    dated = community(
        Tie("p1", "p2", since="2024-01-01", until="2024-06-30"),
        Tie("p2", "p3", since="2024-06-30"),
        Tie("p3", "p4"),
        organizations=[Organization("pkk", "PKK")],
        memberships=[
            Membership("p1", "pkk", "chair", until="2023-12-31"),
            Membership("p2", "pkk", "secretary", since="2024-01-01"),
        ],
    )
    found = {day: graph(dated, on=day) for day in ("2023-12-31", "2024-06-30", "2024-07-01")}
    assert [list(made.edges) for made in found.values()] == [
        [("p3", "p4")],
        [("p1", "p2"), ("p2", "p3"), ("p3", "p4")],
        [("p2", "p3"), ("p3", "p4")],
    ]
    assert [made.graph["ties_not_held"] for made in found.values()] == [2, 0, 1]
    assert [made.nodes["p1"]["offices"] for made in found.values()] == ["chair (pkk)", "", ""]
    assert [made.graph["memberships_not_held"] for made in found.values()] == [1, 1, 1]
    assert found["2024-07-01"].graph["on"] == "2024-07-01"
    assert "status" not in found["2023-12-31"].nodes["p1"]
    assert graph(dated).number_of_edges() == 3


def test_kinds_that_do_not_hold_are_not_pooled() -> None:
    """On a day with one kind of tie there is no choice to make."""
    mixed = community(
        Tie("p1", "p2", "films with"), Tie("p2", "p3", "lends to", until="2023-12-31")
    )
    assert graph(mixed, on="2024-01-01").graph["kinds"] == "films with"
    with pytest.raises(InvalidValueError, match="of several kinds"):
        graph(mixed, on="2023-12-31")
    with pytest.raises(InvalidValueError, match="on: found 'soon'; accepted: "):
        graph(mixed, on="soon")

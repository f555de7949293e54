"""Layers: one graph a kind or wave, over the same nodes."""

from typing import Any

import pytest

from abcd import Asset, Community, Person, Tie
from abcd.errors import InvalidValueError
from abcd.network import graph, layers

# All people are invented.
CLUB = Community(
    "rt3",
    "RT 3",
    people=[Person(f"p{number}", f"Secret {number}") for number in range(1, 5)],
    assets=[Asset("hall", "Hall")],
    ties=[
        Tie("p1", "p2", "lends to", directed=True, wave="2023"),
        Tie("p1", "p2", "films with", wave="2024", until="2024-06-30"),
        Tie("p2", "p3", "films with", wave="2024"),
        Tie("p3", "p1", wave="2023"),
        Tie("p4", "hall", "cleans"),
    ],
)


def test_kinds() -> None:
    """In the order of the alphabet, ties without a kind last; all over the same nodes."""
    found = layers(CLUB, waves="all")
    assert {name: list(layer.edges) for name, layer in found.items()} == {
        "films with": [("p1", "p2"), ("p2", "p3")],
        "lends to": [("p1", "p2")],
        "": [("p1", "p3")],
    }
    assert {tuple(layer) for layer in found.values()} == {("p1", "p2", "p3", "p4")}
    assert found["lends to"].graph == graph(CLUB, kinds="lends to").graph
    # Who named nobody here, and not nobody at all.
    assert found["lends to"].nodes["p3"]["named"] == 0


def test_some_of_them() -> None:
    """Names, a list, or an iterator; also one that has no tie between these nodes."""
    assert list(layers(CLUB, kinds="lends to")) == ["lends to"]
    assert list(layers(CLUB, kinds=iter(["lends to", None, "lends to"]))) == ["lends to", ""]
    assert layers(CLUB, kinds=["cleans"])["cleans"].graph["ties_outside"] == 1
    assert "cleans" in layers(CLUB, waves="all", nodes="all")
    assert layers(CLUB, kinds=[]) == {}
    assert layers(Community("rt3", "RT 3")) == {}


def test_waves() -> None:
    """Each wave with the kinds that are named."""
    found = layers(CLUB, by="waves", kinds=iter(["films with", "lends to"]), directed=True)
    assert {name: list(layer.edges) for name, layer in found.items()} == {
        "2023": [("p1", "p2")],
        "2024": [("p1", "p2"), ("p2", "p1"), ("p2", "p3"), ("p3", "p2")],
    }
    assert list(layers(CLUB, by="waves", kinds="all", waves=["2024"])) == ["2024"]


def test_on_a_day() -> None:
    """What does not hold is in no layer."""
    found = layers(CLUB, by="kinds", waves="all", on="2024-07-01")
    assert list(found["films with"].edges) == [("p2", "p3")]
    assert found["films with"].graph["ties_not_held"] == 1


def test_the_other_is_not_pooled_in_silence() -> None:
    """A layer that would pool several kinds is refused, as by `graph`."""
    with pytest.raises(InvalidValueError, match="kinds: found None, and ties of several kinds"):
        layers(CLUB, by="waves")
    one = Community("rt3", "RT 3", people=CLUB.people, ties=CLUB.ties[1:3])
    assert list(layers(one, by="waves")) == ["2024"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"by": "places"}, "by: found 'places'; accepted: one of 'kinds' or 'waves'"),
        ({"kinds": "prays with"}, "kinds: found 'prays with'; accepted: 'all', or names"),
        ({"kinds": 3}, "kinds: found 3; accepted: 'all', a name"),
        ({"combine": "add"}, "combine: found 'add'"),
        ({"on": "soon"}, "on: found 'soon'"),
    ],
)
def test_arguments_that_do_not_fit(arguments: dict[str, Any], message: str) -> None:
    """Each is named."""
    with pytest.raises(InvalidValueError, match=message):
        layers(CLUB, **arguments)

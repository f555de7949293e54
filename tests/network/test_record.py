"""Who is on record as having answered: by wave, by day, and where nothing is on record."""

from collections.abc import Sequence
from typing import Any

import networkx as nx
import pytest

from abcd import Asset, Community, Person, Tie
from abcd.network import changes, connectors, graph, isolated, layers, stability, two_mode


def street(ties: Sequence[Tie], people: Sequence[Person] = (), also: str = "") -> Community:
    """Make an invented street; `also` are the ids of people without dates."""
    own = [Person(id, f"Secret {id}") for id in also]
    return Community("rt", "RT", people=[*people, *own], ties=ties, assets=[Asset("hall", "Hall")])


def statuses(made: "nx.Graph[Any]") -> dict[str, str | None]:
    """Read the status of every node."""
    return dict(made.nodes(data="status"))


def reported(source: str, target: str, wave: str | None = None, **more: Any) -> Tie:
    """Make a directed tie that its source reported."""
    return Tie(source, target, directed=True, reported_by=source, wave=wave, **more)


# --- waves ---------------------------------------------------------------------------------------


def test_an_answer_in_another_wave_is_none_in_this_one() -> None:
    """Ani spoke in wave 1 only: wave 2 does not know her answer, and no tie of hers dissolved."""
    ties = [reported("a", "b", "1"), reported("b", "c", "1"), reported("b", "c", "2")]
    waves = layers(street(ties, also="abc"), by="waves", directed=True)
    assert statuses(waves["1"]) == {"a": "answered", "b": "answered", "c": "named only"}
    assert statuses(waves["2"]) == {"a": "not asked", "b": "answered", "c": "named only"}
    found = changes(waves["1"], waves["2"])
    assert (found.ties_kept, found.ties_dissolved, found.unanswered) == (1, 0, ("a", "c"))


def test_dates_do_not_say_which_wave_was_answered() -> None:
    """One date for all waves: an answer that named people in wave 1 is not one of wave 2."""
    day = "2024-01-10"
    people = [
        Person("both", "A", interviewed_on=day),
        Person("first", "B", interviewed_on=day),
        Person("asked", "C", asked_on=day),
        Person("quiet", "D", interviewed_on=day),
        Person("late", "E"),
    ]
    ties = [reported("both", "late", "1"), reported("both", "late", "2")]
    ties += [reported("first", "late", "1"), reported("late", "both", "2")]
    made = layers(street(ties, people), by="waves", directed=True)
    assert statuses(made["2"]) == {
        "both": "answered",
        "first": "no answer",
        "asked": "no answer",
        "quiet": None,  # interviewed, in one wave or the other
        "late": "answered",
    }
    assert statuses(made["1"])["late"] == "named only"
    assert "status" not in made["1"].nodes["quiet"]
    assert made["1"].nodes["quiet"]["asked"] is True
    # Where no wave is left out there is nothing to tell apart.
    whole = graph(street(ties, people), waves="all", combine="max", directed=True)
    assert statuses(whole)["quiet"] == "named nobody"
    assert "waves-status-unknown" in [
        caveat.code for caveat in changes(made["1"], made["2"]).caveats
    ]


def test_ties_without_a_wave_are_of_no_other_wave() -> None:
    """With one wave by name they are its answers; with several it is not known of which."""
    one = [reported("a", "hall"), reported("b", "a", "1")]
    assert statuses(graph(street(one, also="ab")))["a"] == "named nobody"
    several = [*one, reported("b", "a", "2")]
    assert statuses(graph(street(several, also="ab"), waves="1"))["a"] is None
    unnamed = graph(street(several, also="ab"), waves=[None])
    assert statuses(unnamed) == {"a": "named nobody", "b": "not asked"}


def test_kinds_are_questions_of_one_questionnaire() -> None:
    """Who answered another question of the wave named nobody here; a kind has its own wave."""
    ties = [
        Tie("a", "b", "helps", directed=True, reported_by="a", wave="1"),
        Tie("b", "a", "lends to", directed=True, reported_by="b", wave="1"),
        Tie("b", "a", "lends to", directed=True, reported_by="b", wave="2"),
    ]
    community = street(ties, also="ab")
    # All ties of this kind are of wave 1, in which Budi answered another question.
    assert statuses(graph(community, kinds="helps"))["b"] == "named nobody"
    assert statuses(graph(community, kinds="lends to", waves="2"))["a"] == "named only"


# --- days ----------------------------------------------------------------------------------------


def test_who_was_asked_later_was_not_asked_on_that_day() -> None:
    """Dates after the day of the network do not count, nor do reports of ties that begin later."""
    people = [
        Person("early", "A", asked_on="2024-01-01", interviewed_on="2024-01-02"),
        Person("late", "B", asked_on="2025-01-01", interviewed_on="2025-01-02"),
        Person("between", "C", asked_on="2024-01-01", interviewed_on="2025-01-02"),
        Person("teller", "D"),
    ]
    ties = [reported("teller", "early", since="2025-01-01")]
    made = graph(street(ties, people), on="2024-06-01", directed=True)
    assert statuses(made) == {
        "early": "named nobody",
        "late": "not asked",
        "between": "no answer",
        "teller": "not asked",
    }
    assert made.nodes["between"]["interviewed"] is False
    later = graph(street(ties, people), on="2025-06-01", directed=True)
    assert statuses(later)["teller"] == "answered"
    assert statuses(later)["late"] == "named nobody"
    assert two_mode(street(ties, people), on="2024-06-01").nodes["late"]["asked"] is False


# --- nothing on record ---------------------------------------------------------------------------


def test_nothing_on_record_is_no_silence() -> None:
    """The first example of the design: no dates, no reporters; ties are taken as observed."""
    earlier = graph(street([Tie("a", "b"), Tie("b", "c")], also="abcd"))
    later = graph(street([Tie("a", "b"), Tie("c", "d")], also="abcd"))
    assert set(statuses(earlier).values()) == {None}
    assert not {"status", "asked", "interviewed"} & set(earlier.nodes["a"])
    found = changes(earlier, later)
    assert (found.pairs_at_risk, found.ties_kept, found.ties_formed) == (6, 1, 1)
    assert found.unanswered == ()
    codes = [caveat.code for caveat in found.caveats]
    assert "waves-status-unknown" in codes
    assert "alters-unasked" not in codes
    positions = connectors(earlier)
    assert (positions.asked, positions.answered) == (None, None)
    assert "answers-unknown" in [caveat.code for caveat in positions.caveats]
    assert isolated(earlier).no_tie_unknown == 1
    held = stability(earlier, "density", missing="answers", samples=3, rng=1)
    assert held.respondents == 4
    assert "answers-not-recorded" in [caveat.code for caveat in held.caveats]


# --- who speaks ----------------------------------------------------------------------------------


def test_a_source_without_reporter_speaks() -> None:
    """Whoever is the source of a directed tie named somebody, so that this is an answer."""
    people = [Person("a", "A", asked_on="2024-01-01"), Person("b", "B"), Person("c", "C")]
    made = graph(street([Tie("a", "b", directed=True), Tie("c", "a", directed=True)], people))
    assert statuses(made) == {"a": "answered", "b": "named only", "c": "answered"}
    assert made.nodes["a"]["named"] == 1


def test_a_tie_without_direction_and_reporter_is_nobodys_answer() -> None:
    """Asked and not interviewed: no answer, and nobody named."""
    people = [Person("a", "A", asked_on="2024-01-01"), Person("b", "B")]
    made = graph(street([Tie("a", "b")], people))
    assert statuses(made) == {"a": "no answer", "b": "named only"}
    assert [made.nodes[node]["named"] for node in "ab"] == [0, 0]


@pytest.mark.parametrize("interviewed", [None, "2024-01-10"])
def test_a_reporter_of_others_has_not_answered_about_themselves(interviewed: str | None) -> None:
    """Citra saw Ani and Budi work together; she was never asked about her own contacts."""
    citra = Person("c", "C", interviewed_on=interviewed)
    made = graph(street([Tie("a", "b", reported_by="c")], [citra], also="ab"))
    expected = "not asked" if interviewed is None else "named nobody"
    assert statuses(made) == {"c": expected, "a": "named only", "b": "named only"}
    alone = isolated(made)
    assert alone.no_tie_named_nobody == (0 if interviewed is None else 1)

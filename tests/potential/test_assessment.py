"""A decision table from a community, with the provenance of each cell."""

import importlib
import math
from typing import Any

import pytest

from abcd import FIVE_D, Asset, Community, Cycle, Goal, Idea, Need, Person, Plan, PlanStep
from abcd.errors import InvalidValueError
from abcd.potential import Cell, Criterion, assess, rank

# All invented.
VILLAGE = Community(
    "rt3",
    "RT 3",
    people=[Person("p1", "Siti"), Person("p2", "Budi")],
    assets=[Asset("hall", "Hall", control="primary"), Asset("land", "Land")],
)
OVEN = Idea("oven", "Bake", joins=["hall", "land"], needs=[Need("x", cost=5, currency="IDR")])
FILM = Idea("film", "Film", joins=["hall", "p1"], proposed_by=["p1"])
MARKET = Plan(
    "market", "Market", steps=[PlanStep("a", "Sell", on="2024-02-01", leaders=["p2"])], goals=["g"]
)
WILLING = Criterion("willing", minimum=1, maximum=5)


def test_each_cell_says_where_it_comes_from() -> None:
    """Computed, within limits, given, or the reason of a gap."""
    willing: Any = (WILLING, {"oven": 4, "film": (2, 3)})
    found = assess([OVEN, FILM, MARKET], VILLAGE, criteria=["own_assets", "cost", "days", willing])
    assert found.programs == found.table.options == ("oven", "film", "market")
    assert found.criteria == ("own_assets", "cost", "days", "willing")
    assert found.basis == (
        ("within-limits", "computed", "no-steps", "given"),
        ("computed", "no-needs", "no-steps", "within-limits"),
        ("nothing-stated", "no-needs", "computed", "not-given"),
    )
    assert found.of[0][0] == ("hall",)
    # Hall is own, of land nobody said, and the need is met by nothing.
    assert found.table.criteria[1].unit == "IDR"
    assert found.table.low.tolist()[0][:2] == [1 / 3, 5.0]
    assert found.table.high.tolist()[0][0] == 2 / 3
    assert math.isnan(found.table.points()[2][3])
    assert [(caveat.code, dict(caveat.data)) for caveat in found.caveats] == [
        ("cells-within-limits", {"count": 2, "total": 12}),
        (
            "cells-not-known",
            {
                "count": 6,
                "total": 12,
                "reasons": ("no-needs", "no-steps", "not-given", "nothing-stated"),
            },
        ),
    ]


def test_the_columns_are_flat() -> None:
    """Score, limits and basis of each criterion, ready for a data frame."""
    columns = assess([OVEN, MARKET], VILLAGE, criteria=["own_assets", "goals"]).columns()
    assert columns == {
        "programs": ["oven", "market"],
        "own_assets": [0.5, None],
        "own_assets_low": [1 / 3, None],
        "own_assets_high": [2 / 3, None],
        "own_assets_basis": ["within-limits", "nothing-stated"],
        "goals": [None, None],
        "goals_low": [None, None],
        "goals_high": [None, None],
        "goals_basis": ["no-goals", "no-goals"],
    }


def test_the_default_needs_nothing_but_the_model() -> None:
    """Six criteria; goals need a cycle and mobilization is no merit by itself."""
    found = assess([OVEN, FILM], VILLAGE)
    assert found.criteria == ("own_assets", "readiness", "reach", "connectedness", "cost", "days")
    assert found.n == 2


def test_settings_reach_their_measures() -> None:
    """The cycle, the day and the currency."""
    cycle = Cycle(FIVE_D, "rt3", goals=[Goal("g", "G"), Goal("h", "H")])
    criteria: Any = ["goals", "reach", "cost", "connectedness", "mobilization"]
    found = assess(
        [MARKET, OVEN], VILLAGE, criteria=criteria, cycle=cycle, on="2024-02-01", currency="IDR"
    )
    assert found.table.points()[0][0] == 0.5
    assert found.table.criteria[2].unit == "IDR"
    assert found["oven"]["basis"][2] == "computed"
    other = assess([OVEN], VILLAGE, criteria=["cost"], currency="USD")
    assert other.basis == (("other-currency",),)


def test_amounts_in_several_currencies_are_not_compared() -> None:
    """Each program has one currency, but not the same one."""
    dollars = Idea("bus", "Bus", needs=[Need("fuel", cost=1, currency="USD"), Need("x")])
    found = assess([OVEN, dollars], VILLAGE, criteria=["cost"])
    assert found.basis == (("other-currency",), ("other-currency",))


def test_the_ties_are_read_once_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """One graph, however many programs; none where nobody asks for ties."""
    module = importlib.import_module("abcd.potential._leading")
    built, graph = [], module.graph

    def counted(*arguments: Any, **settings: Any) -> Any:
        built.append(1)
        return graph(*arguments, **settings)

    monkeypatch.setattr(module, "graph", counted)
    found = assess([FILM, MARKET, OVEN], VILLAGE, criteria=["connectedness"])
    assert len(built) == 1
    assert found.basis == (("ties-unknown",), ("ties-unknown",), ("no-leaders",))
    assess([FILM], VILLAGE, criteria=["cost"])
    assert len(built) == 1


def test_a_function_may_judge() -> None:
    """It answers with a number, limits, nothing, or a cell with its own reason."""
    answers: dict[str, Any] = {"oven": 3, "film": Cell(basis="nobody-asked"), "market": None}
    found = assess(
        [OVEN, FILM, MARKET],
        VILLAGE,
        criteria=[(WILLING, lambda program, community: answers[program.id])],
    )
    assert found.basis == (("given",), ("nobody-asked",), ("not-given",))
    ranking = rank(found.table)
    assert ranking.ranks.tolist()[0] == 1.0


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"programs": []}, "programs"),
        ({"programs": OVEN}, "programs"),
        ({"programs": [OVEN, "film"]}, "programs[1]"),
        ({"programs": [OVEN, OVEN]}, "programs[1].id"),
        ({"criteria": []}, "criteria"),
        ({"criteria": "cost"}, "criteria"),
        ({"criteria": ["cost", "beauty"]}, "criteria[1]"),
        ({"criteria": [("cost", {})]}, "criteria[0]"),
        ({"criteria": [(WILLING, 3)]}, "criteria[0]"),
        ({"criteria": [(WILLING, {"oven": "much"})]}, "scores['oven']"),
        ({"criteria": [(WILLING, {"oven": (3, 2)})]}, "scores['oven']"),
        ({"criteria": [(WILLING, lambda program, community: "much")]}, "criteria[0][1]"),
        ({"criteria": ["cost", "cost"]}, "criteria[1].id"),
        ({"community": "rt3"}, "community"),
        ({"currency": ["IDR"]}, "currency"),
    ],
)
def test_wrong_arguments_are_refused(arguments: dict[str, Any], path: str) -> None:
    """With the place."""
    sound: dict[str, Any] = {"programs": [OVEN], "community": VILLAGE, "criteria": ["cost"]}
    with pytest.raises(InvalidValueError) as caught:
        assess(**{**sound, **arguments})
    assert caught.value.path == path


def test_where_all_is_known_nothing_is_said() -> None:
    """No caveat without a reason."""
    assert assess([OVEN], VILLAGE, criteria=["cost"]).caveats == ()

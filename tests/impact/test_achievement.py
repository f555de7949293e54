"""Achievement: the share of the way from the baseline to the target."""

import datetime

import pytest

from abcd.errors import InvalidValueError
from abcd.impact import Achievement, achievement


def codes(found: Achievement) -> list[str]:
    """List the codes of the caveats."""
    return [caveat.code for caveat in found.caveats]


def test_the_share_is_that_of_the_formula() -> None:
    """(actual - baseline) / (target - baseline), after domain 4.8: (62 - 60) / (80 - 60)."""
    found = achievement(62, baseline=60, target=80)
    assert found.achieved == 0.1
    assert (found.reached, found.left, found.direction) == (False, 18, "up")
    assert found.naive == 62 / 80
    assert codes(found) == ["naive-credits-baseline", "achievement-is-no-effect"]
    credit = found.caveats[0].data
    assert (credit["naive"], credit["credit"]) == (0.775, 0.75)


def test_a_falling_value_is_right() -> None:
    """From 40 down to 10, and 30 are left: a third of the way, whatever actual / target prints."""
    found = achievement(30, baseline=40, target=10)
    assert found.achieved == pytest.approx(1 / 3)
    assert (found.naive, found.direction, found.reached) == (3, "down", False)
    assert codes(found)[:2] == ["naive-credits-baseline", "naive-wrong-way"]
    assert achievement(10, baseline=40, target=10).reached is True


@pytest.mark.parametrize(
    ("actual", "achieved", "reached"), [(90, 1.5, True), (50, -0.5, False), (80, 1, True)]
)
def test_nothing_is_clipped(actual: float, achieved: float, reached: bool) -> None:
    """Beyond the target is more than 1, away from it less than 0, and that is said."""
    found = achievement(actual, baseline=60, target=80)
    assert (found.achieved, found.reached) == (achieved, reached)
    assert ("went-backward" in codes(found)) == (achieved < 0)


def test_a_target_at_the_baseline_has_no_share() -> None:
    """Nobody can be halfway to where they are; with a direction it can be held or lost."""
    found = achievement(5, baseline=5, target=5)
    assert (found.achieved, found.reached, found.left) == (None, None, 0)
    assert found.caveats[1].data["fields"] == ("achieved", "reached", "ahead")
    assert codes(found)[1] == "target-is-baseline"
    assert achievement(4, baseline=5, target=5, direction="up").reached is False
    assert achievement(4, baseline=5, target=5, direction="down").reached is True


def test_a_target_on_the_worse_side_is_named() -> None:
    """The share is that of the way that was stated."""
    found = achievement(55, baseline=60, target=50, direction="up")
    assert (found.achieved, found.reached, found.direction) == (0.5, False, "up")
    assert "target-against-direction" in codes(found)
    assert "target-against-direction" not in codes(achievement(1, baseline=0, target=2))


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ("actual", "actual-not-known"),
        ("baseline", "baseline-not-stated"),
        ("target", "target-not-stated"),
    ],
)
def test_what_is_not_known_is_named(missing: str, code: str) -> None:
    """None, with what would be needed and the fields that are None for it."""
    given: dict[str, float | None] = {"actual": 62, "baseline": 60, "target": 80, missing: None}
    found = achievement(given["actual"], baseline=given["baseline"], target=given["target"])
    assert found.achieved is None
    caveat = next(caveat for caveat in found.caveats if caveat.code == code)
    assert caveat.data["fields"] == tuple(
        name for name in ("achieved", "reached", "left", "ahead") if getattr(found, name) is None
    )


def test_a_target_of_zero_has_no_naive_value() -> None:
    """Nothing is divided by 0."""
    found = achievement(30, baseline=40, target=0)
    assert (found.achieved, found.naive) == (0.25, None)
    assert codes(found)[0] == "naive-undefined"


def test_without_a_baseline_to_credit_the_two_agree() -> None:
    """From 0 the naive value is the share, and no caveat is needed."""
    found = achievement(3, baseline=0, target=12)
    assert found.achieved == found.naive == 0.25
    assert codes(found) == ["achievement-is-no-effect"]


def test_progress_is_held_against_time() -> None:
    """2024 has 366 days; 182 of the 365 between are gone on 1 July."""
    found = achievement(
        62,
        baseline=60,
        target=80,
        baseline_on="2024-01-01",
        target_on=datetime.date(2024, 12, 31),
        on="2024-07-01",
    )
    assert found.time_share == 182 / 365
    assert found.ahead == 0.1 - 182 / 365
    assert found.on == datetime.date(2024, 7, 1)


def test_outside_of_the_time_is_said() -> None:
    """Before the baseline nothing can be told; after the target all of the time is gone."""
    first, last = "2024-01-01", "2024-12-31"
    early = achievement(1, baseline=0, target=2, baseline_on=first, target_on=last, on="2023-12-31")
    assert (early.time_share, early.ahead) == (None, None)
    assert early.caveats[0].code == "not-begun"
    assert early.caveats[0].data["fields"] == ("time_share", "ahead")
    late = achievement(1, baseline=0, target=2, baseline_on=first, target_on=last, on="2025-06-01")
    assert (late.time_share, late.ahead) == (1, -0.5)
    assert codes(late)[0] == "past-due"


@pytest.mark.parametrize("given", ["baseline_on", "target_on", "on"])
def test_a_date_alone_asks_for_the_others(given: str) -> None:
    """Two dates are missing."""
    found = achievement(1, baseline=0, target=2, **{given: "2024-01-01"})  # type: ignore[arg-type]  # by name
    assert codes(found)[0] == "time-not-known"


def test_decimals_count_as_they_are_written() -> None:
    """0.1 + 0.2 is not below 0.3, and three tenths of a way are no 0.30000000000000004."""
    assert achievement(0.3, baseline=0, target=1).achieved == 0.3
    assert achievement(0.7, baseline=0.1, target=0.7).achieved == 1
    assert achievement(0.3, baseline=0.1, target=0.7).achieved == pytest.approx(1 / 3, abs=1e-16)


def test_wrong_arguments_are_refused() -> None:
    """A text number, a date that is none, dates that run backward, another direction."""
    with pytest.raises(InvalidValueError, match=r"^actual: found '62'; accepted: a finite number"):
        achievement("62", baseline=60, target=80)  # type: ignore[arg-type]  # junk on purpose
    with pytest.raises(InvalidValueError, match="2 faults"):
        achievement(1, baseline=0, target=2, baseline_on="soon", on="now")
    with pytest.raises(InvalidValueError, match="target_on: found 2024-01-01; accepted: a date af"):
        achievement(1, baseline=0, target=2, baseline_on="2024-01-01", target_on="2024-01-01")
    with pytest.raises(InvalidValueError, match="direction"):
        achievement(1, baseline=0, target=2, direction="left")  # type: ignore[arg-type]  # on purpose

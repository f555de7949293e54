"""The arithmetic of orders on its own: small cases by hand."""

import numpy as np

from abcd.potential._voting import (
    Counts,
    borda,
    copeland,
    count_pairs,
    last_where_unranked,
    majority_cycle,
    mean_places,
    smith_set,
    sum_of_squares,
    tie_correction,
)

NAN = float("nan")
# Two voters, three options: A before B and C tied; B before A, C left out.
PLACES = np.array([[1.0, 2, 2], [2, 1, NAN]])


def counts(above: list[list[int]]) -> Counts:
    """Make counts without ties."""
    array = np.array(above)
    return Counts(array, np.zeros_like(array))


def test_pairs_are_counted_by_voter() -> None:
    """What was left out is not compared, unless it stands last."""
    found = count_pairs(PLACES)
    assert found.above.tolist() == [[0, 1, 1], [1, 0, 0], [0, 0, 0]]
    assert found.equal.tolist() == [[0, 0, 0], [0, 0, 1], [0, 1, 0]]
    last = count_pairs(last_where_unranked(PLACES))
    assert last.above.tolist() == [[0, 1, 2], [1, 0, 1], [0, 0, 0]]
    assert last_where_unranked(PLACES).tolist() == [[1, 2, 2], [2, 1, 4]]
    assert count_pairs(np.empty((0, 2))).above.tolist() == [[0, 0], [0, 0]]


def test_points_of_borda() -> None:
    """2, 1.5 and 0.5; per comparison 2 of 3, 1.5 of 3, 0.5 of 2."""
    found = count_pairs(PLACES)
    assert borda(found, per_comparison=False).tolist() == [2, 1.5, 0.5]
    np.testing.assert_allclose(borda(found, per_comparison=True), [2 / 3, 1.5 / 3, 0.5 / 2])
    assert np.isnan(borda(counts([[0]]), per_comparison=True)).all()


def test_points_of_copeland() -> None:
    """A wins and draws, B draws twice, C loses and draws."""
    assert copeland(counts([[0, 1, 2], [1, 0, 1], [0, 1, 0]])).tolist() == [1.5, 1, 0.5]


def test_the_smith_set_grows_through_what_is_not_beaten() -> None:
    """A beats B, B and C are even, C and A are even, all beat D."""
    found = counts([[0, 3, 1, 4], [1, 0, 2, 4], [1, 2, 0, 4], [0, 0, 0, 0]])
    assert smith_set(found) == [0, 1, 2]
    assert majority_cycle(found, [0, 1, 2]) == []
    assert smith_set(counts([[0, 2], [1, 0]])) == [0]


def test_the_shortest_circle_is_taken() -> None:
    """0 beats 1 beats 2 beats 3 beats 0, and 3 beats 1: the circle of three."""
    above = np.zeros((4, 4), dtype=np.int64)
    for winner, loser in [(0, 1), (1, 2), (2, 3), (3, 0), (3, 1)]:
        above[winner, loser] = 1
    found = Counts(above, np.zeros_like(above))
    assert majority_cycle(found, [0, 1, 2, 3]) == [1, 2, 3]
    # Only what is among the options counts.
    assert majority_cycle(found, [0, 1]) == []


def test_mean_places_and_ties() -> None:
    """Tied options share the mean; t^3 - t is 6 for a pair, 24 for three."""
    places = np.array([[1.0, 2, 2, 4], [3, 3, 3, 1]])
    assert mean_places(places).tolist() == [[1, 2.5, 2.5, 4], [3, 3, 3, 1]]
    assert tie_correction(places) == 6 + 24
    assert sum_of_squares(np.array([[1.0, 2, 3], [1, 2, 3]])) == 8
    assert np.asarray(sum_of_squares(np.array([[[1.0, 3]], [[2, 2]]]))).tolist() == [2, 0]

"""Laws of weights and voices: what may not change an answer, and what bounds it has."""

import itertools
from typing import Any

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from abcd.potential import (
    Ballots,
    aggregate,
    concordance,
    dissent,
    tally,
    tally_by_group,
)
from abcd.potential.weights import (
    ahp,
    ahp_group,
    direct,
    hierarchy,
    rank_order_centroid,
    rank_reciprocal,
    rank_sum,
)

OPTIONS = "ABCDE"
METHODS = st.sampled_from(["borda", "copeland"])
UNRANKED = st.sampled_from(["last", "no_opinion"])
PRIORITIZATIONS = st.sampled_from(["eigenvector", "geometric_mean"])
SURROGATES = st.sampled_from([rank_order_centroid, rank_reciprocal, rank_sum])
SAATY = st.sampled_from([1 / 9, 1 / 7, 1 / 5, 1 / 3, 1 / 2, 1, 2, 3, 5, 7, 9])
SCORES = st.floats(0.01, 100)


@st.composite
def orders(draw: Any, *, ties: bool = True, whole: bool = False) -> list[Any]:
    """Draw one order of the options: ties and gaps where asked for."""
    order = draw(st.permutations(OPTIONS))
    length = len(order) if whole else draw(st.integers(0, len(order)))
    groups: list[list[str]] = []
    for option in order[:length]:
        if ties and groups and draw(st.booleans()):
            groups[-1].append(option)
        else:
            groups.append([option])
    return list(groups)


def elections(*, ties: bool = True, whole: bool = False, least: int = 0) -> Any:
    """Draw the orders of several voters."""
    return st.lists(orders(ties=ties, whole=whole), min_size=least, max_size=7)


@st.composite
def judgments(draw: Any, *, gaps: bool = True) -> dict[tuple[str, str], float | None]:
    """Draw judgments on Saaty's scale that connect four or five criteria."""
    ids = OPTIONS[: draw(st.integers(4, 5))]
    said = {pair: draw(SAATY) for pair in itertools.combinations(ids, 2)}
    if gaps:
        for first, second in list(said):
            # The judgments of the first criterion connect all.
            if first != "A" and draw(st.booleans()):
                said[first, second] = None
    return said


def named(order: list[Any], names: dict[str, str]) -> list[Any]:
    """Rename the options of an order."""
    return [[names[option] for option in group] for group in order]


# --- voices --------------------------------------------------------------------------------------


@given(elections(), METHODS, UNRANKED, st.permutations(OPTIONS))
def test_the_names_of_options_do_not_matter(
    said: Any, method: Any, unranked: Any, new: list[str]
) -> None:
    """Neutrality: renamed options have the scores and ranks of the old ones."""
    names = dict(zip(OPTIONS, new, strict=True))
    before = aggregate(said, method, options=list(OPTIONS), unranked=unranked)
    after = aggregate([named(o, names) for o in said], method, options=new, unranked=unranked)
    np.testing.assert_array_equal(after.scores, before.scores)
    np.testing.assert_array_equal(after.ranks, before.ranks)
    assert after.smith_set == tuple(names[o] for o in OPTIONS if o in before.smith_set)
    assert bool(after.cycle) == bool(before.cycle)


@given(elections(), METHODS, UNRANKED, st.randoms(use_true_random=False))
def test_the_order_of_voters_does_not_matter(
    said: Any, method: Any, unranked: Any, source: Any
) -> None:
    """Anonymity: who speaks first counts no more."""
    shuffled = list(said)
    source.shuffle(shuffled)
    before = aggregate(said, method, options=list(OPTIONS), unranked=unranked)
    assert aggregate(shuffled, method, options=list(OPTIONS), unranked=unranked) == before


@given(elections(least=1), UNRANKED)
def test_a_condorcet_winner_wins_by_copeland(said: Any, unranked: Any) -> None:
    """It wins every majority, alone; and is never last by Borda."""
    found = aggregate(said, "copeland", options=list(OPTIONS), unranked=unranked)
    if found.condorcet_winner is not None:
        assert found.first == (found.condorcet_winner,)
        assert found.scores.max() == len(OPTIONS) - 1
        assert found.cycle == ()
    for option in found.first:
        assert option in found.smith_set


@given(elections(whole=True, least=1))
def test_a_condorcet_winner_is_above_the_mean_of_borda(said: Any) -> None:
    """Half of all comparisons, at least: the theorem of Nanson."""
    found = aggregate(said)
    winner = found.condorcet_winner
    if winner is not None:
        assert found[winner]["scores"] > found.scores.mean()


@given(elections(least=1))
def test_points_of_borda_are_shared_out(said: Any) -> None:
    """Each voter gives n (n - 1) / 2 points in all, with ties and gaps too."""
    found = aggregate(said, options=list(OPTIONS))
    assume(found.n)
    assert found.scores.sum() == found.n * 10
    assert found.scores.min() >= 0
    assert found.scores.max() <= found.n * 4


@given(elections(whole=True), st.integers(2, 4))
def test_more_of_the_same_voices_change_no_order(said: Any, times: int) -> None:
    """Each voter k times: the ranks stay."""
    once, often = aggregate(said), aggregate(said * times)
    np.testing.assert_array_equal(once.ranks, often.ranks)
    assert once.smith_set == often.smith_set


@given(elections(least=2))
def test_concordance_is_that_of_friedman(said: Any) -> None:
    """Between 0 and 1, and scipy's statistic over n (k - 1)."""
    found = concordance(said, options=list(OPTIONS))
    assume(found.w is not None)
    assert found.w is not None
    assert found.chi_square is not None
    assert -1e-12 <= found.w <= 1 + 1e-12
    ranks = [_ranks(order) for order in said if order]
    statistic = stats.friedmanchisquare(*np.array(ranks).T).statistic
    np.testing.assert_allclose(found.chi_square, statistic, rtol=1e-9, atol=1e-9)


def _ranks(order: list[Any]) -> Any:
    places = {option: place for place, group in enumerate(order) for option in group}
    return stats.rankdata([places.get(option, len(OPTIONS)) for option in OPTIONS])


@given(orders(), st.integers(2, 9))
def test_identical_orders_agree_fully(order: Any, n: int) -> None:
    """W is 1, unless nobody tells any options apart."""
    found = concordance([order] * n, options=list(OPTIONS))
    assert found.w is None or abs(found.w - 1) < 1e-12


@given(elections(), orders(whole=True, ties=False))
def test_dissent_is_between_none_and_full(said: Any, outcome: Any) -> None:
    """0 to 1; the reverse of an order without ties has the rest."""
    found = dissent(said, outcome)
    known = found.distances[~np.isnan(found.distances)]
    assert ((known >= 0) & (known <= 1)).all()
    reverse = dissent(said, outcome[::-1])
    both = found.distances + reverse.distances
    np.testing.assert_allclose(both[~np.isnan(both)], 1, rtol=1e-12)
    own = dissent([outcome], outcome)
    assert np.nan_to_num(own.distances).tolist() == [0]


@given(elections(), st.lists(st.sampled_from(["x", "y", "z", None]), min_size=7, max_size=7))
def test_what_is_hidden_is_no_small_group(said: Any, groups: list[str | None]) -> None:
    """The rest after what is shown is nobody, or the threshold at least, or all there are."""
    votes = {f"p{place}": order for place, order in enumerate(said)}
    cast = Ballots("ranking", list(OPTIONS), votes)
    by = {f"p{place}": group for place, group in enumerate(groups)}
    found = tally_by_group(cast, by, threshold=2)
    shown = [size for size in found.voters if size is not None]
    assert found.n == sum(shown)
    rest = tally(cast).n - sum(shown)
    assert all(size >= 2 for size in shown)
    assert rest == 0 or rest >= 2 or not shown


# --- weights -------------------------------------------------------------------------------------


@given(SURROGATES, orders())
def test_weights_of_places_fall_and_add_to_one(method: Any, order: Any) -> None:
    """Never upwards; tied ones are equal."""
    assume(order)
    found = method(order)
    assert abs(found.weights.sum() - 1) < 1e-12
    assert (np.diff(found.weights) <= 1e-15).all()
    for group in order:
        assert len({found[option]["weights"] for option in group}) == 1


@given(st.integers(1, 30))
def test_the_centroid_is_its_formula(n: int) -> None:
    """(1/i + ... + 1/n) / n."""
    found = rank_order_centroid([f"c{place}" for place in range(n)])
    formula = [sum(1 / k for k in range(i, n + 1)) / n for i in range(1, n + 1)]
    np.testing.assert_allclose(found.weights, formula, rtol=1e-12)


@given(st.dictionaries(st.sampled_from(OPTIONS), SCORES, min_size=1), st.floats(1e-6, 1e6))
def test_points_of_another_unit_are_the_same_weights(points: Any, factor: float) -> None:
    """Only ratios matter; within a hierarchy too."""
    scaled = {id: value * factor for id, value in points.items()}
    np.testing.assert_allclose(direct(points).weights, direct(scaled).weights, rtol=1e-12)
    nested = hierarchy({"x": (factor, points), "y": factor})
    np.testing.assert_allclose(nested.weights[:-1], direct(points).weights / 2, rtol=1e-12)
    assert abs(nested.weights.sum() - 1) < 1e-12


@given(st.lists(SCORES, min_size=1, max_size=6), PRIORITIZATIONS, st.data())
def test_consistent_judgments_give_their_weights(
    scores: list[float], method: Any, data: Any
) -> None:
    """Whatever the unit, with gaps too as long as all are connected; the ratio is 0."""
    weights = np.array(scores) / sum(scores)
    matrix = weights[:, np.newaxis] / weights
    for row in range(1, len(scores)):
        for column in range(row + 1, len(scores)):
            if data.draw(st.booleans()):
                matrix[row, column] = matrix[column, row] = np.nan
    found = ahp(matrix, criteria=[f"c{place}" for place in range(len(scores))], method=method)
    np.testing.assert_allclose(found.weights, weights, rtol=1e-9)
    assert found.revisit == ()
    if found.consistency_ratio is not None:
        assert abs(found.consistency_ratio) < 1e-9


@given(judgments(), PRIORITIZATIONS, st.permutations(range(5)))
def test_the_order_of_criteria_does_not_matter(said: Any, method: Any, new: list[int]) -> None:
    """Weights move along, consistency stays, also turned round."""
    ids = [OPTIONS[place] for place in new if any(OPTIONS[place] in pair for pair in said)]
    turned = {(b, a): None if value is None else 1 / value for (a, b), value in said.items()}
    before = ahp(said, method=method)
    after = ahp(turned, criteria=ids, method=method)
    for id in ids:
        np.testing.assert_allclose(after[id]["weights"], before[id]["weights"], rtol=1e-5)
    assert (before.consistency_ratio is None) == (after.consistency_ratio is None)
    if before.consistency_ratio is not None and after.consistency_ratio is not None:
        np.testing.assert_allclose(after.consistency_ratio, before.consistency_ratio, atol=1e-8)
        assert before.consistency_ratio >= 0


@given(judgments(gaps=False))
def test_weights_are_an_eigenvector(said: Any) -> None:
    """A w = lambda w, by a plain product."""
    found = ahp(said)
    n = len(found.criteria)
    matrix = np.ones((n, n))
    place = {id: number for number, id in enumerate(found.criteria)}
    for (first, second), value in said.items():
        matrix[place[first], place[second]] = value
        matrix[place[second], place[first]] = 1 / value
    assert found.principal_eigenvalue is not None
    expected = found.principal_eigenvalue * found.weights
    np.testing.assert_allclose(matrix @ found.weights, expected, rtol=1e-10)


@given(
    judgments(), PRIORITIZATIONS, st.integers(1, 4), st.sampled_from(["judgments", "priorities"])
)
def test_a_group_of_one_mind_is_that_mind(said: Any, method: Any, n: int, aggregation: Any) -> None:
    """However many judges say the same."""
    alone = ahp(said, method=method)
    group = ahp_group([said] * n, method=method, aggregation=aggregation)
    np.testing.assert_allclose(group.weights, alone.weights, rtol=1e-7)
    assert group.n == n

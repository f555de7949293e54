"""Permutation test: how often chance alone would put so large a difference between groups."""

from collections.abc import Iterator
from typing import Literal, TypeAlias, final

import attrs
import numpy as np

from .._arguments import checked_rng, whole
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..fields import one_of
from ..results import Result
from ..results.arrays import FloatArray
from ._arrangements import STATISTICS, Arrangements, tail
from ._caveats import not_estimable
from ._columns import (
    Labels,
    apart,
    clusters_of,
    codes_of,
    known_of,
    mean_of,
    missing_of,
    read_values,
)
from ._group_caveats import check_assignment, of_assignment, of_permutation, of_sizes
from .pairs import Scores, Wave

__all__ = ["Assignment", "PermutationTest", "Statistic", "arranged", "permutation_test"]

Assignment: TypeAlias = Literal["random", "chosen"]
Statistic: TypeAlias = Literal["mean", "welch", "median"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class PermutationTest(Result):
    """What `permutation_test` answers; a difference is that of `a` minus `b`.

    Attributes
    ----------
    difference, statistic, p : float, float, float
        The difference of means in points, the value of the statistic that was compared, and the
        share of arrangements in which it is at least as far from 0.
    smallest_p : float
        The smallest p that so many people, or clusters, can give.
    statistic_name, method, arrangements : str, str, int
        What was compared, ``"exact"`` or ``"monte-carlo"``, and over how many arrangements.
    samples, seed : int
        What was asked; the seed repeats a Monte Carlo p, and is None for an exact one.
    mean_a, mean_b, n_a, n_b : float, float, int, int
        The two groups.
    clusters_a, clusters_b : int
        Numbers of clusters; None where people, not clusters, change places.
    assignment : str
        How people came into their groups, where that was said.
    omitted_a, omitted_b : tuple of str or int
        Ids, or row numbers from 0, of those with a missing value.
    caveats : tuple of Caveat
        What these data can not show.
    """

    difference: float | None
    statistic: float | None
    p: float | None
    smallest_p: float | None
    statistic_name: str
    method: str
    arrangements: int
    samples: int
    seed: int | None
    mean_a: float | None
    mean_b: float | None
    n_a: int
    n_b: int
    clusters_a: int | None = None
    clusters_b: int | None = None
    assignment: str | None = None
    omitted_a: tuple[str | int, ...] = ()
    omitted_b: tuple[str | int, ...] = ()
    caveats: tuple[Caveat, ...] = ()


def permutation_test(
    a: Scores,
    b: Scores,
    *,
    statistic: Statistic = "mean",
    clusters: Labels | None = None,
    assignment: Assignment | None = None,
    missing: Literal["raise", "omit"] = "raise",
    samples: int = 9_999,
    rng: np.random.Generator | int | None = None,
) -> PermutationTest:
    """Tell how often chance alone would put so large a difference between two groups.

    It looks at all ways in which so many of these people could have been in the first group, and
    counts how often the groups would differ at least as much as they do. It needs no normal
    distribution and holds for ten people. Where whole hamlets or villages were chosen, not people,
    give the clusters: then whole clusters change places, and few clusters can show little.

    Parameters
    ----------
    a, b : sequence of number, mapping of id to number, or sequence of (id, number)
        Values of two different groups. With ids, nobody stands in both.
    statistic : {"mean", "welch", "median"}
        What is compared: the difference of means or of medians in points, or the difference of
        means over its standard error (Welch), which also holds where the spreads differ.
    clusters : mapping of id to label, or sequence of labels, optional
        Which hamlet, village or class people belong to. Without ids: a label for each value,
        first those of `a`, then those of `b`. A cluster lies wholly in one group.
    assignment : {"random", "chosen"}, optional
        Whether people were drawn into their groups by lot, or chose or were chosen.
    missing : {"raise", "omit"}
        Refuse missing values (None, nan), or leave them out and list them.
    samples : int
        How many random arrangements are drawn where there are more than 200,000.
    rng : numpy.random.Generator or int, optional
        Generator or seed for these. Without it a seed is drawn. `seed` in the result repeats it.

    Returns
    -------
    PermutationTest
        One row. p is two-sided.

    Raises
    ------
    InvalidValueError
        If values can not be read, somebody stands in both groups, a cluster lies in both, or
        somebody's cluster is missing or is of somebody who is in no group.

    See Also
    --------
    gain_scores : the same question about changes, with intervals and effect sizes.
    difference_in_differences : two waves of both groups.

    Notes
    -----
    Exact over all C(N, n_a) arrangements up to 200,000 of them (ten of twenty), the observed one
    among them; beyond that (1 + extreme) / (1 + samples) (Phipson and Smyth). "At least as far from
    0" allows for rounding: differences that are equal in decimals are equal. With clusters the
    means are those of all people, whole clusters changing places; sizes of groups then vary.

    The smallest p is 1 over the number of arrangements; 2 over it where both groups have as many
    units, because exchanging the groups turns the sign only. Three villages against three can
    not give less than 2 / 20 = .1.

    Edge cases. An empty group: nothing is estimable. All values equal: p is 1. One person, or one
    cluster, in either group: p is at least 1 over the number of units.

    References
    ----------
    Fisher, R. A. (1935). The Design of Experiments, section 21.

    Phipson, B. and Smyth, G. K. (2010). Permutation p-values should never be zero. Statistical
    Applications in Genetics and Molecular Biology 9(1), 39.

    Chung, E. and Romano, J. P. (2013). Exact and asymptotically robust permutation tests. Annals of
    Statistics 41, 484-507.

    Examples
    --------
    Four invented households joined a savings group, four did not; what they saved in a month,
    in thousands of rupiah:

    >>> test = permutation_test([90, 75, 80, 95], [60, 70, 65, 78], assignment="chosen")
    >>> test.difference, round(test.p, 3), test.method, test.arrangements
    (16.75, 0.057, 'exact', 70)

    Members saved 16,750 rupiah more. Of the 70 ways to pick four of these eight, 4 differ as much.
    Two hamlets against two can show nothing, whatever the households say:

    >>> hamlets = ["north", "north", "east", "east", "south", "south", "west", "west"]
    >>> test = permutation_test([90, 75, 80, 95], [60, 70, 65, 78], clusters=hamlets, rng=1)
    >>> round(test.p, 3), round(test.smallest_p, 3)
    (0.333, 0.333)

    Without a second group there is nothing to compare with:

    >>> alone = permutation_test([90, 75], [])
    >>> print(alone.p, "-", alone.caveats[-1])
    None - A group has no values: nothing can be compared.
    """
    one_of("statistic", statistic, STATISTICS)
    check_assignment(assignment)
    samples = whole("samples", samples, least=1)
    source = checked_rng(rng)
    waves = {"a": read_values("a", a, missing), "b": read_values("b", b, missing)}
    apart(waves)
    data = arranged(waves, None if clusters is None else clusters_of(clusters, waves))
    first, second = known_of(waves["a"]), known_of(waves["b"])
    test = PermutationTest(
        difference=None,
        statistic=None,
        p=None,
        smallest_p=None,
        statistic_name=statistic,
        method="exact",
        arrangements=0,
        samples=samples,
        seed=None,
        mean_a=mean_of(first),
        mean_b=mean_of(second),
        n_a=len(first),
        n_b=len(second),
        clusters_a=None if clusters is None else int(data.first.sum()),
        clusters_b=None if clusters is None else int((~data.first).sum()),
        assignment=assignment,
        omitted_a=missing_of(waves["a"]),
        omitted_b=missing_of(waves["b"]),
    )
    if test.mean_a is not None and test.mean_b is not None:
        found = tail(data, statistic, samples=samples, rng=source)
        test = attrs.evolve(
            test,
            difference=test.mean_a - test.mean_b,
            # Without a spread the ratio of Welch is infinite; the p holds.
            statistic=found.statistic if np.isfinite(found.statistic) else None,
            p=found.p,
            smallest_p=data.smallest if found.method == "exact" else 1 / (1 + samples),
            method=found.method,
            arrangements=found.examined,
            seed=found.seed,
        )
    return attrs.evolve(test, caveats=tuple(_caveats(test, len(data.first))))


def arranged(
    waves: dict[str, Wave], clusters: dict[str, tuple[str | int, ...]] | None
) -> Arrangements:
    """Put two groups together; units are people, or clusters where these are given.

    Raises
    ------
    InvalidValueError
        If a cluster lies in both groups.
    """
    first, second = [known_of(wave) for wave in waves.values()]
    values: FloatArray = np.concatenate((first, second))
    of_first = np.arange(len(values)) < len(first)
    if clusters is None:
        return Arrangements(values, np.arange(len(values)), of_first)
    apart_by_cluster(clusters)
    units = codes_of([label for labels in clusters.values() for label in labels])
    whole_units = np.zeros(len(set(units.tolist())), dtype=bool)
    whole_units[units[of_first]] = True
    return Arrangements(values, units, whole_units)


def apart_by_cluster(clusters: dict[str, tuple[str | int, ...]]) -> None:
    """Refuse clusters that lie in both groups: they can not change places as a whole."""
    (one, labels), (two, others) = clusters.items()
    both = [label for label in dict.fromkeys(labels) if label in set(others)]
    if both:
        found = f"{', '.join([shown(label) for label in both[:5]])} in {one} and in {two}"
        raise InvalidValueError(Fault("clusters", found, "each cluster in one group", "group"))


def _caveats(test: PermutationTest, units: int) -> Iterator[Caveat]:
    yield from of_assignment(test.assignment)
    omitted = len(test.omitted_a) + len(test.omitted_b)
    yield from of_sizes(test.n_a, test.n_b, omitted=omitted)
    if test.p is None:
        fields = ("difference", "statistic", "p", "smallest_p", "mean_a", "mean_b")
        yield from not_estimable("group-empty", test, *fields)
        return
    yield from not_estimable("groups-no-spread", test, "statistic")
    yield from of_permutation(
        smallest=test.smallest_p,
        units=units,
        method=test.method,
        samples=test.samples,
        seed=test.seed,
    )

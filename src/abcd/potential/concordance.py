"""How far many orders agree: Kendall's W."""

from collections.abc import Iterator, Sequence
from typing import final

import attrs
import numpy as np

from .._arguments import checked_rng, drawn_seed, generator, whole
from ..caveats import Caveat
from ..results import Result
from ..results.arrays import FloatArray
from ._marks import hear
from ._orders import Id
from ._voting import (
    last_where_unranked,
    mean_places,
    mean_spearman,
    sum_of_squares,
    tie_correction,
)
from .voices import Rankings, of_set_aside

__all__ = ["Concordance", "concordance"]

# Tables of exact values go up to here (Siegel and Castellan 1988, table T), and not further,
# because beyond the chi-square distribution is near enough.
_ROUGH_UP_TO = 7
# Ranks that are held at once, over all draws of a window.
_HELD = 1_000_000


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Concordance(Result):
    """What `concordance` answers.

    Attributes
    ----------
    w : float, optional
        Kendall's W with correction for ties: 0 is no agreement, 1 full agreement.
    mean_spearman : float, optional
        The mean of Spearman's rho, ties at their mean rank, over all pairs of voters who tell
        options apart.
    chi_square : float, optional
        ``n (k - 1) W`` with n voters and k options.
    degrees_of_freedom : int, optional
        ``k - 1``.
    p_value : float, optional
        How often orders at random would agree as well.
    test : str
        ``"chi-square"`` or ``"permutation"``.
    permutations : int
        How many were drawn; 0 under ``"chi-square"``.
    seed : int, optional
        With which they can be drawn again.
    options : tuple of str or int
        What was ordered.
    method : str
        The definition.
    abstained : int
        How many gave no order.
    n : int
        How many gave one.
    caveats : tuple of Caveat
        What is not known.
    """

    w: float | None
    mean_spearman: float | None
    chi_square: float | None
    degrees_of_freedom: int | None
    p_value: float | None
    test: str
    permutations: int
    seed: int | None
    options: tuple[str | int, ...]
    method: str
    abstained: int
    n: int
    caveats: tuple[Caveat, ...] = ()


def concordance(
    rankings: Rankings,
    *,
    options: Sequence[Id] | None = None,
    permutations: int = 0,
    rng: np.random.Generator | int | None = None,
) -> Concordance:
    """Tell how far many orders agree with one another.

    A high W says that people see the options alike; a low one, that an order of all hides several
    camps, or that people do not tell the options apart. It does not say that the order is right.

    Parameters
    ----------
    rankings : mapping of voter to order, list of orders, or Ballots of the kind "ranking"
        As for `aggregate`. What a voter left out shares the last place.
    options : list of ids, optional
        What could be ordered. The default is what anybody named.
    permutations : int
        0 takes the chi-square distribution for the p-value; otherwise so many draws of orders at
        random (with each voter's own ties), better where options or voters are few.
    rng : numpy.random.Generator or int, optional
        The source of the draws. Without it a seed is drawn and kept in the result.

    Returns
    -------
    Concordance

    Raises
    ------
    InvalidValueError
        As for `aggregate`, or if `permutations` is no whole number from 0.

    See Also
    --------
    aggregate : the order of all.

    Notes
    -----
    With n voters, k options, ranks r (tied ones at their mean), R_a the sum of ranks of option a,
    S the sum of squares of R_a around its mean, and T the sum of t^3 - t over all groups of t tied
    options of all voters::

        W = 12 S / (n^2 (k^3 - k) - n T)

    The mean of Spearman's rho over all pairs of voters is (n W - 1) / (n - 1) without ties only. It
    is taken from the definition: with z_v the ranks of voter v, centered and scaled to length 1,
    and m voters who tell options apart, it is ``(|sum z_v|^2 - m) / (m (m - 1))``. For who puts all
    options on one place rho is not defined; these voters are left out of it, with a caveat.

    The statistic n (k - 1) W is Friedman's, tested on k - 1 degrees of freedom. The p-value of
    permutations is ``(1 + at least as extreme) / (1 + draws)``.

    Edge cases: fewer than two voters or options, or nobody who tells any options apart: not
    estimable.

    References
    ----------
    Kendall, M. G. and Babington Smith, B. (1939). The problem of m rankings. Annals of Mathematical
    Statistics 10: 275-287.

    Siegel, S. and Castellan, N. J. (1988). Nonparametric Statistics for the Behavioral Sciences,
    2nd ed. McGraw-Hill, pp. 262-272.

    Examples
    --------
    Three (invented) neighbors:

    >>> said = [["oven", "path", "pond"], ["oven", "pond", "path"], ["oven", "path", "pond"]]
    >>> found = concordance(said, permutations=999, rng=1)
    >>> round(found.w, 3), round(found.chi_square, 3), round(found.p_value, 1)
    (0.778, 4.667, 0.2)
    >>> print(concordance([["oven", "path"]]).caveats[0])
    Agreement needs two voices and two options that someone tells apart (voices: 1, options: 2): \
it can not be estimated.
    """
    draws = whole("permutations", permutations, least=0, most=10_000_000)
    source = checked_rng(rng)
    said = hear(rankings, options)
    voices = said.voices
    places = last_where_unranked(voices.places())
    n, k = places.shape
    most = n**2 * (k**3 - k) - n * tie_correction(places)
    ranks = mean_places(places)
    estimable = n > 1 and most > 0
    w = 12 * float(sum_of_squares(ranks)) / most if estimable else None
    seed = drawn_seed(source) if draws and estimable else None
    chi_square = None if w is None else n * (k - 1) * w
    return Concordance(
        w=w,
        mean_spearman=mean_spearman(ranks) if estimable else None,
        chi_square=chi_square,
        degrees_of_freedom=None if w is None else k - 1,
        p_value=None if chi_square is None else _p_value(ranks, chi_square, draws, seed),
        test="permutation" if draws else "chi-square",
        permutations=draws,
        seed=seed,
        options=voices.options,
        method="Kendall's W, corrected for ties",
        abstained=len(voices.orders) - n,
        n=n,
        caveats=(
            *of_set_aside(said),
            *_caveats(places, estimable=estimable, rough=not draws),
        ),
    )


def _p_value(ranks: FloatArray, chi_square: float, draws: int, seed: int | None) -> float:
    n, k = ranks.shape
    if seed is None:
        from scipy import special  # noqa: PLC0415 - most users of this room never test

        return float(special.chdtrc(k - 1, chi_square))
    observed = float(sum_of_squares(ranks))
    extreme, size = 0, max(1, _HELD // (n * k))
    for window, start in enumerate(range(0, draws, size)):
        many = np.broadcast_to(ranks, (min(size, draws - start), n, k))
        shuffled = generator(seed, window).permuted(many, axis=2)
        # Sums of half ranks are exact; the tolerance is for their mean.
        squares = np.asarray(sum_of_squares(shuffled))
        extreme += int(np.count_nonzero(squares >= observed - 1e-9 * max(observed, 1)))
    return (1 + extreme) / (1 + draws)


def _caveats(places: FloatArray, *, estimable: bool, rough: bool) -> Iterator[Caveat]:
    n, k = places.shape
    data = {"voices": n, "options": k}
    if not estimable:
        fields = ("w", "mean_spearman", "chi_square", "degrees_of_freedom", "p_value")
        yield Caveat("concordance-undefined", {**data, "fields": fields})
        return
    level = int(np.count_nonzero(np.ptp(places, axis=1) == 0))
    if level:
        # With one voter left there is no pair.
        named = {"fields": ("mean_spearman",)} if n - level < 2 else {}
        yield Caveat("voices-level", {"count": level, "total": n, **named})
    if rough and k <= _ROUGH_UP_TO:
        yield Caveat("chi-square-rough", data)

"""Least squares: coefficients, their standard errors by name, and sums of squares.

Everything is computed from the left singular vectors U of the scaled design: a linear combination
l of the coefficients is c'U'y with one vector c, and each variance is a sum over c and the
residuals. Nothing here knows people, results or caveats.
"""

import math

import attrs
import numpy as np

from ..results.arrays import FloatArray, IntArray

__all__ = ["CLUSTERED", "ERRORS", "Estimate", "Fit", "estimated", "fitted", "sandwich"]

ERRORS = ("classical", "HC1", "HC2", "HC3", "CR1", "CR2")
CLUSTERED = ("CR1", "CR2")

_EPSILON = float(np.finfo(np.float64).eps)
# Residuals of so many roundings of the outcome are no residuals.
_ROUNDINGS = 16
# A leverage that differs from 1 by rounding only.
_FULL = 1e-10


@attrs.frozen(eq=False)
class Fit:
    """Coefficients b = solve U'y, and what their errors are computed from."""

    left: FloatArray
    solve: FloatArray
    projected: FloatArray
    residuals: FloatArray
    exact: bool

    @property
    def n(self) -> int:
        """How many observations."""
        return len(self.residuals)

    @property
    def freedom(self) -> int:
        """Observations that are left after estimating the coefficients."""
        return len(self.residuals) - int(self.left.shape[1])

    @property
    def rss(self) -> float:
        """Residual sum of squares, exactly 0 where the residuals are rounding only."""
        return 0.0 if self.exact else float(self.residuals @ self.residuals)


@attrs.frozen
class Estimate:
    """One linear combination of the coefficients; None where it has no error."""

    value: float
    error: float | None
    freedom: float | None

    def interval(self, confidence: float) -> tuple[float, float] | tuple[None, None]:
        """Return the interval of Student's t."""
        from scipy import stats

        if self.error is None or self.freedom is None:
            return None, None
        half = float(stats.t.isf((1 - confidence) / 2, self.freedom)) * self.error
        return self.value - half, self.value + half

    @property
    def t(self) -> float | None:
        """The estimate over its standard error."""
        return None if self.error is None else self.value / self.error

    @property
    def p(self) -> float | None:
        """The two-sided p value of Student's t."""
        from scipy import stats

        if self.t is None or self.freedom is None:
            return None
        return max(2 * float(stats.t.sf(abs(self.t), self.freedom)), float(np.finfo(float).tiny))


def fitted(design: FloatArray, outcome: FloatArray) -> Fit | None:
    """Fit by least squares; None where the columns do not determine their coefficients."""
    n, k = design.shape
    scale = np.max(np.abs(design), axis=0) if n else np.zeros(k)
    if n < k or np.any(scale == 0):
        return None
    left, sizes, right = np.linalg.svd(design / scale, full_matrices=False)
    if sizes[-1] <= sizes[0] * max(n, k) * _EPSILON:
        return None
    projected = left.T @ outcome
    residuals = outcome - left @ projected
    rounding = _ROUNDINGS * _EPSILON * float(np.max(np.abs(outcome)))
    exact = bool(np.max(np.abs(residuals)) <= rounding) or n == k
    return Fit(left, (right.T / sizes) / scale[:, None], projected, residuals, exact)


def estimated(
    fit: Fit, combination: FloatArray, errors: str, clusters: IntArray | None = None
) -> Estimate:
    """Estimate a linear combination of the coefficients with the errors that are named."""
    direction = fit.solve.T @ combination
    value = float(direction @ fit.projected)
    if fit.exact or fit.freedom < 1:
        return Estimate(value, None, None)
    variance, freedom = sandwich(fit, direction, errors, clusters)
    if variance is None or variance <= 0 or freedom <= 0:
        return Estimate(value, None, None)
    return Estimate(value, math.sqrt(variance), freedom)


def sandwich(
    fit: Fit, direction: FloatArray, errors: str, clusters: IntArray | None
) -> tuple[float | None, float]:
    """Return the variance of c'U'y and its degrees of freedom; None where a leverage is 1."""
    if errors == "classical":
        return fit.rss / fit.freedom * float(direction @ direction), fit.freedom
    if errors in CLUSTERED and clusters is not None:
        return _clustered(fit, direction, clusters, reduced=errors == "CR2")
    weights = fit.left @ direction
    squares = np.square(weights * fit.residuals)
    room = 1 - np.sum(np.square(fit.left), axis=1)
    # Where one observation alone decides a coefficient, its residual is always 0.
    if np.any((room < _FULL) & (np.abs(weights) > _FULL)):
        return None, fit.freedom
    if errors == "HC1":
        return float(squares.sum()) * fit.n / fit.freedom, fit.freedom
    power = 1 if errors == "HC2" else 2
    return float(np.sum(squares / np.maximum(room, _FULL) ** power)), fit.freedom


def _clustered(
    fit: Fit, direction: FloatArray, clusters: IntArray, *, reduced: bool
) -> tuple[float | None, float]:
    order = np.argsort(clusters, kind="stable")
    starts = np.flatnonzero(np.diff(clusters[order], prepend=-1))
    parts = np.split(order, starts[1:])
    number, k = len(parts), fit.left.shape[1]
    if number < 2:
        return None, 0.0
    weights = fit.left @ direction
    if not reduced:
        sums = np.array([weights[part] @ fit.residuals[part] for part in parts])
        factor = number / (number - 1) * (fit.n - 1) / (fit.n - k)
        return factor * float(sums @ sums), number - 1.0
    adjusted = [_adjusted(fit.left[part], weights[part]) for part in parts]
    sums = np.array([u @ fit.residuals[part] for u, part in zip(adjusted, parts, strict=True)])
    return float(sums @ sums), _satterthwaite(fit, adjusted, parts)


def _adjusted(left: FloatArray, weights: FloatArray) -> FloatArray:
    """Return (I - H)^(-1/2) times the weights of one cluster, by the singular values of its U.

    What the cluster alone decides has no residual: the inverse there is that of Moore and Penrose.
    """
    vectors, sizes, _ = np.linalg.svd(left, full_matrices=False)
    room = 1 - np.square(sizes)
    roots = np.where(room > _FULL, 1 / np.sqrt(np.maximum(room, _FULL)), 0.0)
    adjusted: FloatArray = weights + vectors @ ((roots - 1) * (vectors.T @ weights))
    return adjusted


def _satterthwaite(fit: Fit, adjusted: list[FloatArray], parts: list[IntArray]) -> float:
    """Return the degrees of freedom of Bell and McCaffrey: tr(M)² / tr(M²).

    M = diag(u_g'u_g) - w_g'w_h, with w_g = U_g'u_g, is the covariance of the sums under equal
    variances; its traces need no matrix of clusters by clusters.
    """
    lengths = np.array([u @ u for u in adjusted])
    inner = np.array([fit.left[part].T @ u for u, part in zip(adjusted, parts, strict=True)])
    squares = np.sum(np.square(inner), axis=1)
    trace = float(np.sum(lengths - squares))
    crossed = inner.T @ inner
    of_square = float(np.sum(np.square(lengths)) - 2 * lengths @ squares + np.sum(crossed**2))
    return trace**2 / of_square if of_square > 0 else 0.0

"""Least squares and its errors against the definitions."""

from typing import Any

import numpy as np
import pytest
from scipy import stats

from abcd.impact._regression import ERRORS, estimated, fitted
from abcd.results.arrays import FloatArray, IntArray


def problem(seed: int = 1, n: int = 40) -> tuple[FloatArray, FloatArray, IntArray]:
    """Draw a design of three columns, an outcome with unequal spread, and seven clusters."""
    rng = np.random.default_rng(seed)
    group = rng.integers(0, 2, n).astype(np.float64)
    design = np.column_stack([np.ones(n), rng.normal(size=n), group])
    outcome = design @ [1, 2, 3] + rng.normal(size=n) * (1 + group)
    return design, outcome, rng.integers(0, 7, n)


def by_definition(
    X: FloatArray, y: FloatArray, clusters: IntArray, errors: str
) -> tuple[FloatArray, float]:
    """Return the covariance of the coefficients, and the degrees of freedom of the last one.

    Written out with n x n matrices: Long and Ervin (2000), Bell and McCaffrey (2002).
    """
    n, k = X.shape
    bread = np.linalg.inv(X.T @ X)
    hat = X @ bread @ X.T
    e = y - hat @ y
    h = np.diag(hat)
    simple = {
        "classical": np.full(n, e @ e / (n - k)),
        "HC1": e**2 * n / (n - k),
        "HC2": e**2 / (1 - h),
        "HC3": e**2 / (1 - h) ** 2,
    }
    if errors in simple:
        return bread @ (X.T * simple[errors]) @ X @ bread, n - k
    meat, columns = np.zeros((k, k)), []
    labels = np.unique(clusters)
    last = np.eye(k)[-1]
    for label in labels:
        own = np.flatnonzero(clusters == label)
        block = np.eye(len(own)) - hat[np.ix_(own, own)]
        sizes, vectors = np.linalg.eigh(block)
        root = vectors @ np.diag(sizes**-0.5) @ vectors.T if errors == "CR2" else np.eye(len(own))
        score = X[own].T @ root @ e[own]
        meat += np.outer(score, score)
        columns.append((np.eye(n) - hat)[:, own] @ root @ X[own] @ bread @ last)
    if errors == "CR1":
        groups = len(labels)
        return bread @ meat @ bread * groups / (groups - 1) * (n - 1) / (n - k), groups - 1
    products = np.array(columns) @ np.array(columns).T
    return bread @ meat @ bread, float(np.trace(products) ** 2 / np.sum(products**2))


@pytest.mark.parametrize("errors", ERRORS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_errors_agree_with_their_definitions(errors: str, seed: int) -> None:
    """Singular vectors and written-out matrices give the same, tolerance 1e-10."""
    X, y, clusters = problem(seed)
    fit = fitted(X, y)
    assert fit is not None
    found = estimated(fit, np.array([0.0, 0.0, 1.0]), errors, clusters)
    covariance, freedom = by_definition(X, y, clusters, errors)
    assert found.value == pytest.approx(np.linalg.solve(X.T @ X, X.T @ y)[2], rel=1e-10)
    assert found.error == pytest.approx(np.sqrt(covariance[2, 2]), rel=1e-10)
    assert found.freedom == pytest.approx(freedom, rel=1e-10)


@pytest.mark.parametrize("errors", ERRORS)
def test_a_combination_has_the_error_of_the_combination(errors: str) -> None:
    """l'b has the variance l'Vl."""
    X, y, clusters = problem()
    fit = fitted(X, y)
    assert fit is not None
    combination = np.array([1.0, -2.0, 0.5])
    found = estimated(fit, combination, errors, clusters)
    covariance, _ = by_definition(X, y, clusters, errors)
    assert found.error == pytest.approx(np.sqrt(combination @ covariance @ combination), rel=1e-10)


@pytest.mark.parametrize(("errors", "kind"), [("HC1", "HC1"), ("HC2", "HC2"), ("HC3", "HC3")])
def test_agrees_with_statsmodels(errors: str, kind: str) -> None:
    """statsmodels 0.15, OLS(y, X).fit(cov_type=...), tolerance 1e-10; and by cluster."""
    api = pytest.importorskip(
        "statsmodels.api", reason="statsmodels, the second opinion, is not installed"
    )
    X, y, clusters = problem(4)
    fit = fitted(X, y)
    assert fit is not None
    row = np.array([0.0, 1.0, 0.0])
    peer = api.OLS(y, X).fit(cov_type=kind)
    assert estimated(fit, row, errors).error == pytest.approx(peer.bse[1], rel=1e-10)
    peer = api.OLS(y, X).fit(cov_type="cluster", cov_kwds={"groups": clusters})
    assert estimated(fit, row, "CR1", clusters).error == pytest.approx(peer.bse[1], rel=1e-10)


def test_scales_of_columns_do_not_matter() -> None:
    """A column in other units gives the coefficient in other units, however far the units are."""
    X, y, _ = problem()
    plain, scaled = fitted(X, y), fitted(X * [1, 1e60, 1e-60], y * 1e20)
    assert plain is not None
    assert scaled is not None
    for place, factor in ((1, 1e60), (2, 1e-60)):
        row = np.eye(3)[place]
        one, two = estimated(plain, row, "HC3"), estimated(scaled, row, "HC3")
        assert two.value * factor / 1e20 == pytest.approx(one.value)
        assert one.t == pytest.approx(two.t)


@pytest.mark.parametrize(
    "design",
    [[[1.0, 2.0]], [[1.0, 3.0], [1.0, 3.0], [1.0, 3.0]], [[1.0, 0.0], [1.0, 0.0]]],
    ids=["too few rows", "constant column", "column of zeros"],
)
def test_what_is_not_determined_is_no_fit(design: Any) -> None:
    """Columns that follow from the others have no coefficient."""
    assert fitted(np.array(design), np.ones(len(design))) is None


def test_no_rows_are_no_fit() -> None:
    """Nothing is determined by nothing."""
    assert fitted(np.empty((0, 2)), np.empty(0)) is None


def test_an_exact_fit_has_no_errors() -> None:
    """Residuals of rounding only are no residuals."""
    X = np.column_stack([np.ones(5), [0.1, 0.2, 0.3, 0.4, 0.7]])
    fit = fitted(X, X @ [0.3, 0.7])
    assert fit is not None
    assert fit.rss == 0
    found = estimated(fit, np.array([0.0, 1.0]), "HC3")
    assert (found.error, found.t, found.p, found.interval(0.9)) == (None, None, None, (None, None))


@pytest.mark.parametrize("errors", ["HC1", "HC2", "HC3"])
def test_a_person_alone_in_a_group_has_no_residual(errors: str) -> None:
    """HC2 and HC3 would divide 0 by 0, HC1 would count a 0: only the others have an error."""
    X = np.column_stack([np.ones(5), [1.0, 0, 0, 0, 0], [0.0, 1, 2, 3, 5]])
    fit = fitted(X, np.array([3.0, 1, 2, 2, 4]))
    assert fit is not None
    assert estimated(fit, np.array([0.0, 1.0, 0.0]), errors).error is None
    assert estimated(fit, np.array([0.0, 0.0, 1.0]), errors).error is not None


@pytest.mark.parametrize("errors", ["CR1", "CR2"])
def test_one_cluster_has_no_error(errors: str) -> None:
    """The scores of one cluster add to 0 by construction."""
    X, y, clusters = problem()
    fit = fitted(X, y)
    assert fit is not None
    found = estimated(fit, np.array([0.0, 1.0, 0.0]), errors, np.zeros_like(clusters))
    assert (found.error, found.freedom) == (None, None)


def test_a_cluster_that_decides_alone_uses_the_pseudo_inverse() -> None:
    """With a column for one cluster I - H is singular there; the rest still has an error."""
    X, y, clusters = problem()
    X = np.column_stack([X, (clusters == 0).astype(float)])
    fit = fitted(X, y)
    assert fit is not None
    assert estimated(fit, np.array([0.0, 1.0, 0.0, 0.0]), "CR2", clusters).error is not None
    assert estimated(fit, np.array([0.0, 0.0, 0.0, 1.0]), "CR2", clusters).error is not None


def test_as_many_rows_as_coefficients_fit_without_errors() -> None:
    """Two points give a line and nothing else; a third gives errors with one degree of freedom."""
    X = np.column_stack([np.ones(3), [0.0, 1.0, 2.0]])
    row = np.array([0.0, 1.0])
    two, three = fitted(X[:2], np.array([1.0, 3.0])), fitted(X, np.array([1.0, 3.0, 4.0]))
    assert two is not None
    assert three is not None
    assert estimated(two, row, "classical").value == pytest.approx(2)
    assert estimated(two, row, "classical").error is None
    found = estimated(three, row, "classical")
    # Residuals -1/6, 1/3, -1/6: variance 1/6 over the sum of squares 2.
    assert found.error == pytest.approx((1 / 12) ** 0.5)
    assert found.freedom == 1


def test_interval_and_p_are_those_of_student() -> None:
    """scipy's t with the degrees of freedom of the fit, two-sided."""
    X, y, _ = problem()
    fit = fitted(X, y)
    assert fit is not None
    found = estimated(fit, np.array([0.0, 0.0, 1.0]), "classical")
    assert found.error is not None
    assert found.t == pytest.approx(found.value / found.error)
    assert found.p == pytest.approx(2 * stats.t.sf(abs(found.value / found.error), 37))
    half = stats.t.ppf(0.95, 37) * found.error
    assert found.interval(0.9) == pytest.approx((found.value - half, found.value + half))

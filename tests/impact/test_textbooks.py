"""Prices of 73 textbooks in two shops (OpenIntro Statistics), against R."""

from pathlib import Path

import pytest

from abcd.impact import paired_change

from .reference import expected, rows


def test_textbook_prices_by_r_and_in_print(reference_data: Path) -> None:
    """The paired t test of R 4.2.2 (stats::t.test), and the rounded values of the book."""
    data = rows(reference_data, "impact-textbooks", "textbooks.csv")
    online = [float(row["amaz_new"]) for row in data]
    store = [float(row["ucla_new"]) for row in data]
    change = paired_change(online, store, rng=1)
    values = expected(reference_data, "impact-textbooks")
    assert change.n == values["paired"]["n"] == 73
    assert change.mean_change == pytest.approx(values["r.paired.mean"], rel=1e-8)
    assert change.t_p == pytest.approx(values["r.paired.p"], rel=1e-8)
    ends = [change.interval_low, change.interval_high]
    assert ends == pytest.approx(values["r.paired.ci95"], rel=1e-8)
    assert change.mean_change == pytest.approx(values["paired"]["mean"], abs=0.01)

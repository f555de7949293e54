"""The words for effects, at each edge."""

from typing import Any

import pytest

from abcd.errors import InvalidValueError
from abcd.impact import effect_band


@pytest.mark.parametrize(
    ("effect", "rule", "band"),
    [
        (0.0, "cohen", "below small"),
        (0.19, "cohen", "below small"),
        (0.2, "cohen", "small"),
        (-0.5, "cohen", "medium"),
        (0.8, "cohen", "large"),
        (3, "cohen", "large"),
        (0.0, "sawilowsky", "very small"),
        (1.2, "sawilowsky", "very large"),
        (-2, "sawilowsky", "huge"),
    ],
)
def test_bands(effect: float, rule: Any, band: str) -> None:
    """An edge belongs to the band above it; the sign does not matter."""
    found = effect_band(effect, rule=rule)
    assert (found.band, found.rule) == (band, rule)
    assert found.from_size <= abs(effect)
    assert found.up_to is None or abs(effect) < found.up_to
    assert [caveat.code for caveat in found.caveats] == ["effect-band-convention"]


def test_what_has_no_band() -> None:
    """No number, or no such rule."""
    not_a_number: Any = "0.7"
    with pytest.raises(InvalidValueError, match="effect"):
        effect_band(not_a_number)
    unknown: Any = "mine"
    with pytest.raises(InvalidValueError, match="rule"):
        effect_band(0.7, rule=unknown)

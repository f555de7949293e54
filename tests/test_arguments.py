"""Randomness from one seed."""

import numpy as np

from abcd._arguments import generator


def test_a_unit_of_work_has_a_generator_of_its_own() -> None:
    """By its position: the order of work does not matter, and no two share a stream."""
    draws = {position: generator(7, position).random(3).tolist() for position in (2, 0, 1)}
    assert draws[0] == generator(7, 0).random(3).tolist()
    assert len({tuple(draw) for draw in draws.values()}) == 3
    # The stream of the seed itself is no unit's: what is drawn with it stays independent.
    assert np.random.default_rng(7).random(3).tolist() not in draws.values()

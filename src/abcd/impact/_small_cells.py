"""Small cells: what has to be hidden so that no single cell can be computed from the others."""

from collections.abc import Sequence

__all__ = ["hidden_cells"]


def hidden_cells(sizes: Sequence[Sequence[int]], threshold: int) -> tuple[frozenset[int], bool]:
    """Choose the cells to hide, and tell whether their total has to be hidden too.

    Parameters
    ----------
    sizes : sequence of sequence of int
        How many people stand in each cell, in each wave. The cells of a wave add up to a total
        that is shown.
    threshold : int
        A cell of fewer people is small; an empty one tells of nobody.

    Returns
    -------
    tuple of frozenset of int and bool
        Positions of cells. In each wave none is hidden, or at least two, with at least `threshold`
        people and more people than cells; where that can not be had, the total is hidden too.
    """
    hidden = {
        place for place, waves in enumerate(sizes) if any(0 < size < threshold for size in waves)
    }
    waves = range(max(map(len, sizes), default=0))
    while True:
        bare = next((wave for wave in waves if _is_bare(sizes, hidden, wave, threshold)), None)
        if bare is None:
            return frozenset(hidden), False
        others = [
            place for place, cell in enumerate(sizes) if place not in hidden and cell[bare] > 0
        ]
        if not others:
            return frozenset(range(len(sizes))), True
        # The smallest cell that can serve costs the reader least.
        hidden.add(min(others, key=lambda place: (sum(sizes[place]), place)))


def _is_bare(sizes: Sequence[Sequence[int]], hidden: set[int], wave: int, threshold: int) -> bool:
    """Whether what is hidden in a wave can be read off the total."""
    held = [sizes[place][wave] for place in hidden if sizes[place][wave] > 0]
    # As many people as cells: each cell holds one.
    alone = sum(held) <= len(held)
    return bool(held) and (len(held) < 2 or alone or sum(held) < threshold)

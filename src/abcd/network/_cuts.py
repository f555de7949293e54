"""Who holds parts of a network together: symmetric rows in, arrays out."""

from typing import NamedTuple

import numpy as np

from ..results.arrays import IntArray

__all__ = ["Cuts", "cuts"]


class Cuts(NamedTuple):
    """What holds a network together.

    Attributes
    ----------
    cut_off : array of int, shape (n,)
        How many other nodes of its part lose the largest rest of the part if the node leaves.
    parts : int
        Into how many parts without a tie between them the network falls.
    """

    cut_off: IntArray
    parts: int


def cuts(indptr: IntArray, indices: IntArray) -> Cuts:
    """Find what falls apart without each node of symmetric rows (Hopcroft and Tarjan 1973).

    A depth-first walk gives each node a number, and each subtree the lowest number that it is tied
    to. A subtree that is tied to nothing above the node hangs on that node alone.
    """
    n = len(indptr) - 1
    bounds, contacts = indptr.tolist(), indices.tolist()
    number, lowest, size = [-1] * n, [0] * n, [1] * n
    # Of the subtrees that hang on a node alone: how many nodes, and the most in one.
    hanging, largest = [0] * n, [0] * n
    cut_off, parts, count = [0] * n, 0, 0
    cursor = bounds[:-1]
    for root in range(n):
        if number[root] >= 0:
            continue
        parts += 1
        first = count
        number[root] = lowest[root] = count
        count += 1
        walked, path = [root], [root]
        while path:
            node = path[-1]
            if cursor[node] < bounds[node + 1]:
                contact = contacts[cursor[node]]
                cursor[node] += 1
                if number[contact] < 0:
                    number[contact] = lowest[contact] = count
                    count += 1
                    walked.append(contact)
                    path.append(contact)
                else:
                    lowest[node] = min(lowest[node], number[contact])
                continue
            path.pop()
            if path:
                above = path[-1]
                size[above] += size[node]
                # The tie back to `above` itself may lower a number to that of `above`, no further.
                lowest[above] = min(lowest[above], lowest[node])
                if lowest[node] >= number[above]:
                    hanging[above] += size[node]
                    largest[above] = max(largest[above], size[node])
        others = count - first - 1
        for node in walked:
            cut_off[node] = others - max(largest[node], others - hanging[node])
    return Cuts(np.array(cut_off, np.int64), parts)

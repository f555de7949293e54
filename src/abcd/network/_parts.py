"""What a network falls into, and what it hangs on: symmetric rows in, arrays out."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ..results.arrays import IntArray

__all__ = ["Joints", "core_numbers", "joints"]


class Joints(NamedTuple):
    """What tears a part in two where it is taken away.

    Attributes
    ----------
    points : shape (n,)
        Whether the rest of the node's part falls apart without it.
    bridges : shape (k, 2)
        Ties without which their part falls apart: lower position first, rising.
    """

    points: npt.NDArray[np.bool_]
    bridges: IntArray


def joints(indptr: IntArray, indices: IntArray) -> Joints:
    """Find articulation points and bridges (Hopcroft and Tarjan 1973), without recursion.

    A subtree of a depth-first walk that is tied to nothing above a node hangs on that node; one
    that is not even tied to the node again hangs on a single tie.
    """
    walk = _walk(indptr, indices)
    n = len(indptr) - 1
    points, hanging, bridges = [False] * n, [0] * n, []
    lowest = walk.lowest
    for node in reversed(walk.order):
        upper = walk.above[node]
        if upper < 0:
            points[node] = hanging[node] > 1
            continue
        lowest[upper] = min(lowest[upper], lowest[node])
        if lowest[node] >= walk.number[upper]:
            points[upper] = True
            hanging[upper] += 1
        if lowest[node] > walk.number[upper]:
            bridges.append((min(node, upper), max(node, upper)))
    return Joints(np.array(points, bool), np.array(sorted(bridges), np.int64).reshape(-1, 2))


class _Walk(NamedTuple):
    """A depth-first walk: who comes when, from whom, and the earliest each one is tied to.

    `lowest` does not count the tie to the node above; that of a subtree is still to be added up.
    """

    order: list[int]
    number: list[int]
    above: list[int]
    lowest: list[int]


def _walk(indptr: IntArray, indices: IntArray) -> _Walk:
    n = len(indptr) - 1
    bounds, contacts = indptr.tolist(), indices.tolist()
    order: list[int] = []
    number, above, lowest = [-1] * n, [-1] * n, [0] * n
    cursor = bounds[:-1]
    for root in range(n):
        node = root if number[root] < 0 else -1
        while node >= 0:
            if number[node] < 0:
                number[node] = lowest[node] = len(order)
                order.append(node)
            if cursor[node] == bounds[node + 1]:
                node = above[node]
                continue
            contact = contacts[cursor[node]]
            cursor[node] += 1
            if number[contact] < 0:
                above[contact] = node
                node = contact
            elif contact != above[node]:
                lowest[node] = min(lowest[node], number[contact])
    return _Walk(order, number, above, lowest)


def core_numbers(indptr: IntArray, indices: IntArray) -> IntArray:
    """Give each node the largest k of a k-core that it is in (Batagelj and Zaversnik 2003).

    Nodes are taken away by rising number of remaining contacts.
    """
    bounds, contacts = indptr.tolist(), indices.tolist()
    degree = np.diff(indptr).tolist()
    core = [-1] * len(degree)
    waiting: list[list[int]] = [[] for _ in range(max(degree, default=0) + 1)]
    for node, count in enumerate(degree):
        waiting[count].append(node)
    for k, stack in enumerate(waiting):
        while stack:
            node = stack.pop()
            # A node stands once in each stack that it fell through.
            if core[node] >= 0:
                continue
            core[node] = k
            for contact in contacts[bounds[node] : bounds[node + 1]]:
                if core[contact] < 0 and degree[contact] > k:
                    degree[contact] -= 1
                    waiting[degree[contact]].append(contact)
    return np.array(core, np.int64)

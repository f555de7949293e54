"""The weights nearest to some others under which an option comes first: a linear program."""

import numpy as np

from ..results.arrays import FloatArray

__all__ = ["nearest_weights"]


def nearest_weights(values: FloatArray, weights: FloatArray, option: int) -> FloatArray | None:
    """Return the weights that make an option first with the least weight moved, or None.

    Parameters
    ----------
    values : array, shape (n_criteria, n_options)
        Normalized scores; the score of an option is the sum of weights times values.
    weights : array, shape (n_criteria,)
        The weights to start from; they add to 1.
    option : int
        The place of the option that is to be first, perhaps together with others.
    """
    from scipy.optimize import linprog  # noqa: PLC0415  # only this question needs it

    criteria = len(weights)
    leads = (values - values[:, [option]]).T
    # Sizes of values may differ by many orders; a row keeps its meaning in any unit.
    sizes = np.abs(leads).max(axis=1, keepdims=True)
    leads = np.delete(leads, option, axis=0) / np.delete(np.where(sizes > 0, sizes, 1), option, 0)
    # Unknown are the new weights, and for each how far it moves at most.
    identity, nothing = np.eye(criteria), np.zeros_like(leads)
    limits = np.block([[leads, nothing], [identity, -identity], [-identity, -identity]])
    found = linprog(
        np.concatenate([np.zeros(criteria), np.ones(criteria)]),
        A_ub=limits,
        b_ub=np.concatenate([np.zeros(len(leads)), weights, -weights]),
        A_eq=np.concatenate([np.ones(criteria), np.zeros(criteria)])[np.newaxis],
        b_eq=[1.0],
        bounds=(0, None),
        method="highs",
    )
    if found.x is None:
        return None
    nearest = np.maximum(np.asarray(found.x, dtype=np.float64)[:criteria], 0.0)
    shares: FloatArray = nearest / nearest.sum()
    return shares

"""Several networks over the same nodes: one a kind of tie, or one a wave."""

import datetime
from collections.abc import Iterable
from typing import Literal

import networkx as nx

from ..fields import one_of
from ..model import Community
from ._pooling import Combine, checked_rule
from ._selection import Names, names_of, selected
from .graphs import graph

__all__ = ["layers"]


def layers(
    community: Community,
    *,
    by: Literal["kinds", "waves"] = "kinds",
    kinds: Names | None = None,
    waves: Names | None = None,
    on: datetime.date | str | None = None,
    combine: Combine | None = None,
    nodes: str | Iterable[str] = "people",
    directed: bool = False,
) -> "dict[str, nx.Graph[str]]":
    """Give one graph for each kind of tie, or for each wave, over the same nodes.

    Use it where several kinds of tie matter and must not become one (a multilayer network), or to
    look at the same people at different times. Measure each layer, then compare.

    Parameters
    ----------
    community : Community
        As for `graph`.
    by : {"kinds", "waves"}
        What makes a layer.
    kinds, waves : str or iterable of str or None, optional
        Which of them, as for `graph`. Of what makes the layers, None and ``"all"`` give all that
        the ties between these nodes have; of the other, None is refused where a layer would pool
        several.
    on, combine, nodes, directed : optional
        As for `graph`, in each layer.

    Returns
    -------
    dict of str to networkx.Graph or networkx.DiGraph
        From the kind or wave to its graph, in the order of the alphabet; ties without a kind or
        wave stand under ``""``, at the end. Each graph is what `graph` gives for that one name:
        its attributes (who named whom, and who answered this wave) are those of the layer. All
        have the same nodes in the same order. No ties: an empty dict.

    Raises
    ------
    InvalidValueError
        As for `graph`.

    See Also
    --------
    graph : one network, of one kind of tie or of several by a rule.

    Examples
    --------
    Invented: two neighbors film together, two lend to each other.

    >>> from abcd import Community, Person, Tie
    >>> club = Community(
    ...     "rt3",
    ...     "RT 3",
    ...     people=[Person("p1", "Siti"), Person("p2", "Budi"), Person("p3", "Ayu")],
    ...     ties=[Tie("p1", "p2", "films with"), Tie("p2", "p3", "lends to")],
    ... )
    >>> {kind: list(layer.edges) for kind, layer in layers(club).items()}
    {'films with': [('p1', 'p2')], 'lends to': [('p2', 'p3')]}
    """
    one_of("by", by, ("kinds", "waves"))
    checked_rule(combine)
    wanted: dict[str, Names | None] = {
        "kinds": _read("kinds", kinds),
        "waves": _read("waves", waves),
    }
    if wanted[by] is None:
        wanted[by] = "all"
    chosen = selected(
        community,
        # What makes no layer is refused in the layers, where it would be pooled.
        kinds="all" if wanted["kinds"] is None else wanted["kinds"],
        waves="all" if wanted["waves"] is None else wanted["waves"],
        nodes=nodes,
        directed=directed,
        on=on,
    )
    names = wanted[by]
    if names == "all":
        listed = [tie.kind if by == "kinds" else tie.wave for tie in chosen.ties]
    else:
        listed = names_of(by, names)
    return {
        name or "": graph(
            community,
            kinds=[name] if by == "kinds" else wanted["kinds"],
            waves=[name] if by == "waves" else wanted["waves"],
            on=chosen.on,
            combine=combine,
            nodes=chosen.classes,
            directed=directed,
        )
        for name in sorted(set(listed), key=_last)
    }


def _read(argument: str, value: Names | None) -> Names | None:
    """Read a list of names once: what is given may be an iterator."""
    return value if value is None or isinstance(value, str) else names_of(argument, value)


def _last(name: str | None) -> tuple[bool, str]:
    return (name is None, name or "")

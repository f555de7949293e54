"""Which ties stayed, formed and dissolved between two waves."""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, final, get_args

import attrs
import networkx as nx

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError
from ..fields import one_of
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, IntArray, to_integers
from ._people import alters_unasked, statuses_of
from ._waves import Dyads, Waves, dyads_of, waves_of
from .snapshots import Snapshot, snapshot

__all__ = ["Changes", "changes"]

Unanswered = Literal["exclude", "keep"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Changes(RowResult):
    """What `changes` answers: the whole, and one row for each node that is in both waves.

    Attributes
    ----------
    nodes : tuple of str or int
        Those in both waves, in the order of the earlier one.
    degree_before, degree_after : array of int
        All ties of the node in each wave, in either direction.
    kept, formed, dissolved : array of int
        Of its ties at risk, in either direction: in both waves, in the later only, in the earlier
        only.
    status_before, status_after : tuple of str or None
        How far the node's own word stands behind its ties, see `graph`.
    ties_kept, ties_formed, ties_dissolved : int
        The same over the network; each tie counts once.
    pairs_at_risk, ties_at_risk : int
        Pairs that both waves observed (ordered, if directed), and those of them tied in the
        earlier wave.
    kept_share, dissolved_share : float, optional
        Of `ties_at_risk`.
    formed_share : float, optional
        Of the pairs at risk that had no tie.
    jaccard : float, optional
        Kept ties over all that are in either wave, 0 to 1.
    reciprocity_before, reciprocity_after : float, optional
        The share of directed ties that are returned, among pairs observed from both ends.
    null_to_null, null_to_asymmetric, ..., mutual_to_mutual : int, optional
        Pairs observed from both ends, by what they were and became; None without directions.
    turned : int, optional
        How many of ``asymmetric_to_asymmetric`` changed their direction.
    entered, left : tuple of str or int
        Nodes of the later wave only, and of the earlier one only.
    unanswered : tuple of str or int
        Nodes in both waves that are known not to have answered in one of them, and whose ties are
        not at risk for that reason.
    left_out_before, left_out_after : int
        Ties of each wave that are not at risk.
    directed : bool
        Whether ties lead from a source to a target.
    n : int
        How many nodes are in both waves.
    n_before, n_after : int
        How many nodes each wave has.
    caveats : tuple of Caveat
        What is not defined, and what was left out.
    """

    nodes: tuple[str | int, ...] = attrs.field(metadata=ROW)
    degree_before: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    degree_after: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    kept: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    formed: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    dissolved: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    status_before: tuple[str | None, ...] = attrs.field(metadata=ROW)
    status_after: tuple[str | None, ...] = attrs.field(metadata=ROW)
    ties_kept: int
    ties_formed: int
    ties_dissolved: int
    pairs_at_risk: int
    ties_at_risk: int
    kept_share: float | None
    dissolved_share: float | None
    formed_share: float | None
    jaccard: float | None
    reciprocity_before: float | None
    reciprocity_after: float | None
    null_to_null: int | None
    null_to_asymmetric: int | None
    null_to_mutual: int | None
    asymmetric_to_null: int | None
    asymmetric_to_asymmetric: int | None
    asymmetric_to_mutual: int | None
    mutual_to_null: int | None
    mutual_to_asymmetric: int | None
    mutual_to_mutual: int | None
    turned: int | None
    entered: tuple[str | int, ...]
    left: tuple[str | int, ...]
    unanswered: tuple[str | int, ...]
    left_out_before: int
    left_out_after: int
    directed: bool
    n: int
    n_before: int
    n_after: int
    caveats: tuple[Caveat, ...] = ()


def changes(
    earlier: "nx.Graph[Any] | Snapshot",
    later: "nx.Graph[Any] | Snapshot",
    *,
    unanswered: Unanswered = "exclude",
) -> Changes:
    """Tell which ties stayed, formed and dissolved between two waves, against what could have.

    A count of new ties means little without the number of pairs that could have formed one. Only
    pairs that both waves observed are at risk: somebody who moved in, moved away, or did not answer
    the second time has not dissolved anything.

    Parameters
    ----------
    earlier, later : networkx.Graph, networkx.DiGraph or Snapshot
        The two waves, with equal ids for equal people; both directed or both not. They are not
        changed; weights are not looked at.
    unanswered : {"exclude", "keep"}
        What becomes of people who are known not to have answered in one of the waves (attribute
        ``status`` of `graph`). ``"exclude"``: their ties are not at risk. ``"keep"`` takes the ties
        as they stand, for waves that do not come from the answers of both ends.

    Returns
    -------
    Changes
        Measures of the whole, and one row for each node in both waves, in the order of `earlier`.

    Raises
    ------
    InvalidValueError
        If a graph can not be read (see `snapshot`), one is directed and the other not, or
        `unanswered` is neither of the two.

    See Also
    --------
    stability : how far a measure depends on who answered.

    Notes
    -----
    At risk is an ordered pair (i, j) in directed networks if i and j are in both waves and i
    answered in both: whom others name is known from them. In undirected networks both must have
    answered. Reciprocity and the pairs by state need both ends too. Nodes without a status (any
    plain graph, every snapshot) are taken as observed.

    Edge cases: no tie at risk gives no shares of ties (None); a complete network can form none;
    without a tie in either wave there is no Jaccard index. Undirected networks have no reciprocity
    (None). Self-loops are left out. With a low Jaccard index (below about 0.2 to 0.3) the two waves
    hardly describe the same network in motion (Snijders et al. 2010, section 3.1).

    References
    ----------
    Snijders, T. A. B., van de Bunt, G. G. & Steglich, C. E. G. (2010). Introduction to stochastic
    actor-based models for network dynamics. Social Networks 32(1), 44-60.

    Examples
    --------
    Invented: a street before and after a shared harvest. Dewi moved in later.

    >>> import networkx as nx
    >>> before = nx.Graph([("Ani", "Budi"), ("Budi", "Citra")])
    >>> after = nx.Graph([("Ani", "Budi"), ("Ani", "Citra"), ("Citra", "Dewi")])
    >>> found = changes(before, after)
    >>> found.ties_kept, found.ties_formed, found.ties_dissolved, found.entered
    (1, 1, 1, ('Dewi',))
    >>> found.formed_share, round(found.jaccard, 2)
    (1.0, 0.33)

    One pair had no tie, and it formed one. Dewi's tie could not have been there before, and is not
    counted. Without directions nothing can be said about returned ties:

    >>> found.reciprocity_after is None, found.caveats[0].code
    (True, 'changes-undirected')
    """
    one_of("unanswered", unanswered, get_args(Unanswered))
    first, second = snapshot(earlier), snapshot(later)
    if first.directed != second.directed:
        found = "directed" if second.directed else "undirected"
        accepted = f"a network that is {'directed' if first.directed else 'undirected'}, as earlier"
        raise InvalidValueError(Fault("later", found, accepted, "directed"))
    statuses = statuses_of(earlier, first), statuses_of(later, second)
    waves = waves_of((first, second), statuses, exclude=unanswered == "exclude")
    dyads = dyads_of(waves) if first.directed else Dyads()
    kept, formed, dissolved = waves.totals
    tied = kept + dissolved
    free = waves.pairs_at_risk - tied
    union = kept + formed + dissolved
    shares = _Shares(
        kept_share=kept / tied if tied else None,
        dissolved_share=dissolved / tied if tied else None,
        formed_share=formed / free if free else None,
        jaccard=kept / union if union else None,
    )
    return Changes(
        nodes=waves.nodes,
        degree_before=waves.degrees[0],
        degree_after=waves.degrees[1],
        kept=waves.of_nodes[0],
        formed=waves.of_nodes[1],
        dissolved=waves.of_nodes[2],
        status_before=waves.statuses[0],
        status_after=waves.statuses[1],
        ties_kept=kept,
        ties_formed=formed,
        ties_dissolved=dissolved,
        pairs_at_risk=waves.pairs_at_risk,
        ties_at_risk=tied,
        kept_share=shares.kept_share,
        dissolved_share=shares.dissolved_share,
        formed_share=shares.formed_share,
        jaccard=shares.jaccard,
        reciprocity_before=dyads.reciprocity_before,
        reciprocity_after=dyads.reciprocity_after,
        null_to_null=dyads.null_to_null,
        null_to_asymmetric=dyads.null_to_asymmetric,
        null_to_mutual=dyads.null_to_mutual,
        asymmetric_to_null=dyads.asymmetric_to_null,
        asymmetric_to_asymmetric=dyads.asymmetric_to_asymmetric,
        asymmetric_to_mutual=dyads.asymmetric_to_mutual,
        mutual_to_null=dyads.mutual_to_null,
        mutual_to_asymmetric=dyads.mutual_to_asymmetric,
        mutual_to_mutual=dyads.mutual_to_mutual,
        turned=dyads.turned,
        entered=waves.entered,
        left=waves.left,
        unanswered=waves.unanswered,
        left_out_before=first.tie_count - tied,
        left_out_after=second.tie_count - kept - formed,
        directed=first.directed,
        n=len(waves.nodes),
        n_before=first.node_count,
        n_after=second.node_count,
        caveats=tuple(_caveats(waves, dyads, shares)),
    )


class _Shares(NamedTuple):
    """Fields of `Changes` of the same names."""

    kept_share: float | None
    dissolved_share: float | None
    formed_share: float | None
    jaccard: float | None


def _caveats(waves: Waves, dyads: Dyads, shares: _Shares) -> Iterator[Caveat]:
    yield from waves.caveats
    if not waves.directed:
        yield Caveat("changes-undirected", {"fields": Dyads._fields})
    nothing = [name for name, share in shares._asdict().items() if share is None]
    if waves.directed:
        nothing += [
            name
            for name in ("reciprocity_before", "reciprocity_after")
            if getattr(dyads, name) is None
        ]
    if nothing:
        yield Caveat("nothing-at-risk", {"fields": tuple(nothing)})
    if waves.unanswered:
        data = {"count": len(waves.unanswered), "total": len(waves.nodes)}
        yield Caveat("waves-unanswered", data)
    if waves.entered or waves.left:
        yield Caveat("waves-differ", {"entered": len(waves.entered), "left": len(waves.left)})
    if any(None in codes for codes in waves.statuses):
        yield Caveat("waves-status-unknown")
    longest = max(waves.all_statuses, key=lambda codes: codes.count("named only"))
    yield from alters_unasked(longest, ("pairs_at_risk", "formed_share", "jaccard"))

"""Which new ties, if they were made, would join most."""

from collections.abc import Iterator
from typing import Any, Literal, final, get_args

import attrs
import networkx as nx
import numpy as np

from .._arguments import checked_rng, drawn_seed, generator, whole
from .._work import Executor, Progress, check_work
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError
from ..fields import one_of
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ._candidates import contacts_in_common
from ._contacts import contacts_of
from ._grouping import Group, grouping_of
from ._introducing import Network, chosen, measured, steps_between
from ._people import ANSWERED, alters_unasked, statuses_of
from ._whole import parts_of
from .snapshots import Snapshot, snapshot

__all__ = ["Introductions", "introductions"]

Aim = Literal["reach", "nearer", "bridge"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Introductions(RowResult):
    """What `introductions` answers: one row for each tie that could be made, by rank.

    ``result[id]`` is the first row in which the id stands as source.

    Attributes
    ----------
    source, target : tuple of str or int
        The two who would meet; the one that comes first in the graph stands first.
    rank : array of int
        Place by what was asked for; equal gains share the smallest rank.
    sharing : array of int
        How many of the measured ties have this rank.
    distance : tuple of int or None
        Steps between the two today; None where there is no path.
    reached_pairs : array of int
        Pairs of people who get a path at all.
    shorter_pairs : array of float
        Pairs whose path gets shorter. A whole number, unless sources were sampled.
    saved_steps : array of float
        By how many steps, over these pairs.
    efficiency_gain : array of float
        The gain in the mean of 1 / distance over all pairs, 0 to 1: it counts new paths and
        shorter ones alike.
    efficiency_error : array of float
        Its standard error; 0 where it is exact.
    introducer : tuple of str, int or None
        Of those whom both know, who has most contacts; None where nobody knows both.
    common_contacts : array of int
        How many know both.
    source_group, target_group : tuple of str, int or None
        The groups of the two.
    ties_between_groups : tuple of int or None
        How many ties join these two groups today; None where a group is not known, or both are of
        one group.
    source_status, target_status : tuple of str or None
        How far their own word stands behind their ties, see `graph`: without an answer somebody
        may have ties already.
    aim : str
        What the ranks are by.
    group : str, optional
        The attribute of the groups.
    method : str
        ``"one at a time"``: each gain is that of this tie alone.
    candidates : int
        How many ties were measured.
    sources : int
        From how many nodes the ways inside parts were followed.
    seed : int, optional
        Where these were sampled, the seed that repeats it.
    parts : int
        How many parts the network has.
    n : int
        How many nodes it has.
    caveats : tuple of Caveat
        What this can not show.
    """

    source: tuple[str | int, ...] = attrs.field(metadata=ROW)
    target: tuple[str | int, ...] = attrs.field(metadata=ROW)
    rank: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    sharing: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    distance: tuple[int | None, ...] = attrs.field(metadata=ROW)
    reached_pairs: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    shorter_pairs: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    saved_steps: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    efficiency_gain: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    efficiency_error: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    introducer: tuple[str | int | None, ...] = attrs.field(metadata=ROW)
    common_contacts: IntArray = attrs.field(converter=to_integers, eq=EQUAL_ARRAYS, metadata=ROW)
    source_group: tuple[str | int | None, ...] = attrs.field(metadata=ROW)
    target_group: tuple[str | int | None, ...] = attrs.field(metadata=ROW)
    ties_between_groups: tuple[int | None, ...] = attrs.field(metadata=ROW)
    source_status: tuple[str | None, ...] = attrs.field(metadata=ROW)
    target_status: tuple[str | None, ...] = attrs.field(metadata=ROW)
    aim: str
    group: str | None
    method: str
    candidates: int
    sources: int
    seed: int | None
    parts: int
    n: int
    caveats: tuple[Caveat, ...] = ()


def introductions(
    g: "nx.Graph[Any] | Snapshot",
    n: int = 10,
    *,
    aim: Aim = "reach",
    group: Group | None = None,
    candidates: int = 200,
    exact_up_to: int = 1_000,
    sources: int = 1_000,
    rng: np.random.Generator | int | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Introductions:
    """Tell which new ties, if they were made, would join most.

    Use it to prepare introductions: whom to bring together, what it would open, and who knows both
    and could do it. Each tie is measured alone. It knows nothing of whether the two want to meet:
    ask them.

    Parameters
    ----------
    g : networkx.Graph, networkx.DiGraph or Snapshot
        Any graph. It is not changed. Directions and weights are not looked at: an introduction has
        no direction.
    n : int
        How many ties to list.
    aim : {"reach", "nearer", "bridge"}
        What to rank by. ``"reach"``: pairs of people who get a path at all, then the gain in
        efficiency. ``"nearer"``: the gain in efficiency. ``"bridge"``: ties between two different
        groups, those first whose groups have the fewest ties so far, then the gain in efficiency.
    group : str, mapping, Series or sequence, optional
        The name of a node attribute such as ``"place"``, or the group of each node by id, or in
        the order of the nodes.
    candidates : int
        How many friends of friends to measure. For ``"nearer"`` and ``"bridge"``, where no more
        pairs than these could be tied, all of them are measured.
    exact_up_to : int
        Up to how many nodes ways inside parts are followed from all of them.
    sources : int
        Beyond that, from how many drawn at random.
    rng : numpy.random.Generator or int, optional
        Randomness of that sample. Without it a seed is drawn and kept in the result.
    executor : Executor, optional
        Shares out the ways inside parts. The numbers do not depend on it.
    progress : Progress, optional
        Sees each batch of these.

    Returns
    -------
    Introductions
        `n` rows by rank, or as many as there are pairs to introduce; of equal rank in the order in
        which they were measured.

    Raises
    ------
    InvalidValueError
        If the graph can not be read (see `snapshot`), `group` can not (see `ei_index`), an argument
        is out of its range, or ``"bridge"`` has no `group`.

    See Also
    --------
    what_if : all that a tie would change.
    isolated : who has no tie, and whether anybody asked.

    Notes
    -----
    Not all pairs are measured. First each pair of the largest parts, by the member best placed in
    each (largest sum of 1 / distance inside the part, among the 200 with most contacts): no tie
    could give more pairs a path than the first of these. Then, inside parts, pairs two steps apart
    that have many contacts apart from each other, corners of the largest part that are far from
    each other, and, with `group`, those with most contacts in each group. For ``"bridge"`` those
    with most contacts of each group in each part come too, up to 20 of these. Where all this gives
    fewer than `n` pairs, others are added in the order of the graph. In a network of several parts
    no tie could reach more pairs than the first row; for ``"nearer"`` and ``"bridge"`` a tie that
    was not measured may be better.

    A tie between parts is measured exactly. For a tie u v inside a part, the steps from s to t
    become min(d(s, t), d(s, u) + 1 + d(v, t), d(s, v) + 1 + d(u, t)), from all s, or above
    `exact_up_to` from a random sample of `sources`, with a standard error.

    Two ties between the same two parts would each reach the same pairs: for ``"reach"`` a second
    one is measured only where there are too few others. Gains of different rows do not add up.

    Edge cases: no nodes, one node, or a network in which everybody knows everybody, gives no rows.
    Somebody without a tie is a part of one. Whoever did not answer is not known to be without
    ties: see the statuses. Of parts of equal size, those with people who answered come first.

    Memory grows with nodes and ties: distances are held for some nodes at a time.

    Measured with 5,000 nodes and 20,000 ties: 1 to 2 seconds on one core, with the defaults.

    References
    ----------
    Latora, V. & Marchiori, M. (2001). Efficient behavior of small-world networks. Physical Review
    Letters 87, 198701, equation 1.

    Examples
    --------
    Invented: three neighbors in a row, two who know only each other, and Fajar, who is new.

    >>> import networkx as nx
    >>> street = nx.Graph([("Ani", "Budi"), ("Budi", "Citra"), ("Dewi", "Eko")])
    >>> street.add_node("Fajar")
    >>> found = introductions(street, 4)
    >>> list(zip(found.source, found.target, found.reached_pairs.tolist(), found.introducer))
    [('Budi', 'Dewi', 6, None), ('Budi', 'Fajar', 3, None), ('Dewi', 'Fajar', 2, None), \
('Ani', 'Citra', 0, 'Budi')]

    Budi and Dewi would open a path for six pairs; Budi could bring Ani and Citra together. Whether
    Fajar has no ties, or was never asked, the graph does not say:

    >>> print(found.caveats[1])
    Nobody's answer is on record for 6 of 6 people: those who seem to have no ties may have some.
    """
    n = whole("n", n, least=1)
    budget = whole("candidates", candidates, least=0)
    most = whole("exact_up_to", exact_up_to, least=0)
    sample = whole("sources", sources, least=2)
    seed = checked_rng(rng)
    check_work(executor, progress)
    _check_aim(aim, group)
    arrays = snapshot(g)
    grouping = None if group is None else grouping_of("group", group, g, arrays)
    contacts, status = contacts_of(arrays), statuses_of(g, arrays)
    network = Network(arrays, contacts, parts_of(arrays), status, grouping)
    found = chosen(network, n, budget, aim)
    total = arrays.node_count
    drawn, used = np.arange(total), None
    if total > most and sample < total:
        used = drawn_seed(seed)
        drawn = np.sort(generator(used, 0).choice(total, sample, replace=False))
    ties = measured(network, found, drawn, executor, progress)
    gains = ties.gains
    rank, sharing = ties.ranked(aim)
    rows = np.argsort(rank, kind="stable")[:n].tolist()
    pairs = [ties.pairs[row] for row in rows]
    first, second = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    known = [contacts_in_common(contacts, *pair) for pair in pairs]
    labels = (None,) * total if grouping is None else grouping.by_node
    everybody = max(total * (total - 1) / 2, 1)
    return Introductions(
        source=tuple([arrays.ids[row] for row in first]),
        target=tuple([arrays.ids[row] for row in second]),
        rank=rank[rows],
        sharing=sharing[rows],
        distance=tuple(steps_between(network, pairs)),
        reached_pairs=gains.reached[rows],
        shorter_pairs=gains.shorter[rows],
        saved_steps=gains.steps[rows],
        efficiency_gain=gains.near[rows] / everybody,
        efficiency_error=gains.error[rows] / everybody,
        introducer=tuple([_introducer(network, both) for both in known]),
        common_contacts=np.array([len(both) for both in known], np.int64),
        source_group=tuple([labels[row] for row in first]),
        target_group=tuple([labels[row] for row in second]),
        ties_between_groups=tuple([ties.between[row] for row in rows]),
        source_status=tuple([network.status[row] for row in first]),
        target_status=tuple([network.status[row] for row in second]),
        aim=aim,
        group=None if grouping is None else grouping.name,
        method="one at a time",
        candidates=len(ties.pairs),
        sources=len(drawn),
        seed=used,
        parts=len(network.parts.sizes),
        n=total,
        caveats=(
            Caveat("introductions-ask"),
            *_of_answers(network.status),
            *arrays.caveats,
            *_caveats(network, len(drawn), cut_short=found.cut_short),
        ),
    )


def _check_aim(aim: object, group: object) -> None:
    one_of("aim", aim, get_args(Aim))
    if aim == "bridge" and group is None:
        accepted = "a group of each node, for the aim 'bridge'"
        raise InvalidValueError(Fault("group", "None", accepted, "value"))


def _introducer(network: Network, both: IntArray) -> str | int | None:
    """Name who knows both and has most contacts; of equal ones the first of the graph."""
    if not len(both):
        return None
    return network.arrays.ids[int(both[np.argmax(network.contacts.degrees[both])])]


def _of_answers(status: tuple[str | None, ...]) -> Iterator[Caveat]:
    total = len(status)
    silent = sum(code not in ANSWERED for code in status)
    if silent:
        yield Caveat("introductions-unanswered", {"count": silent, "total": total})
    yield from alters_unasked(status, ("shorter_pairs", "saved_steps", "efficiency_gain"))


def _caveats(network: Network, sources: int, *, cut_short: bool) -> Iterator[Caveat]:
    total = network.arrays.node_count
    if not total:
        yield Caveat("no-nodes")
    if sources < total:
        fields = ("shorter_pairs", "saved_steps", "efficiency_gain")
        data = {"sources": sources, "total": total, "fields": fields}
        yield Caveat("introductions-sampled", data)
    if cut_short:
        yield Caveat("introductions-cut-short")
    if network.grouping is not None:
        yield from network.grouping.caveats()
    if network.grouping is not None and network.grouping.unknown:
        name = network.grouping.name or "group"
        data = {"count": network.grouping.unknown, "total": total, "group": name}
        yield Caveat("group-unknown", data)

"""Which new ties, if they were made, would join most."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, final, get_args

import attrs
import networkx as nx
import numpy as np

from .._arguments import checked_rng, drawn_seed, generator, whole
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..results import ROW, RowResult
from ..results.arrays import EQUAL_ARRAYS, FloatArray, IntArray, to_floats, to_integers
from ._candidates import Pair, contacts_in_common, inside, part_pairs, place_in_parts
from ._contacts import Contacts, contacts_of
from ._gains import Gains, across, distances, within
from ._grouping import Group, Grouping, grouping_of
from ._people import ANSWERED, alters_unasked, statuses_of
from ._positions import ranks
from ._whole import Parts, parts_of
from .snapshots import Snapshot, snapshot

__all__ = ["Introductions", "introductions"]

Purpose = Literal["reach", "nearer", "bridge"]


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
    purpose : str
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
    purpose: str
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
    purpose: Purpose = "reach",
    group: Group | None = None,
    candidates: int = 200,
    exact_up_to: int = 1_000,
    sources: int = 1_000,
    rng: np.random.Generator | int | None = None,
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
    purpose : {"reach", "nearer", "bridge"}
        What to rank by. ``"reach"``: pairs of people who get a path at all, then the gain in
        efficiency. ``"nearer"``: the gain in efficiency. ``"bridge"``: ties between two different
        groups, those first whose groups have the fewest ties so far, then the gain in efficiency.
    group : str, mapping or sequence, optional
        The name of a node attribute such as ``"place"``, or the group of each node by id, or in
        the order of the nodes.
    candidates : int
        How many friends of friends to measure.
    exact_up_to : int
        Up to how many nodes ways inside parts are followed from all of them.
    sources : int
        Beyond that, from how many drawn at random.
    rng : numpy.random.Generator or int, optional
        Randomness of that sample. Without it a seed is drawn and kept in the result.

    Returns
    -------
    Introductions
        At most `n` rows by rank; of equal rank in the order in which they were measured.

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
    each other, and, with `group`, those with most contacts in each group. In a network
    of several parts no tie could reach more pairs than the first row; for ``"nearer"`` and
    ``"bridge"`` a tie that was not measured may be better.

    A tie between parts is measured exactly. For a tie u v inside a part, the steps from s to t
    become min(d(s, t), d(s, u) + 1 + d(v, t), d(s, v) + 1 + d(u, t)), from all s, or above
    `exact_up_to` from a random sample of `sources`, with a standard error.

    Two ties between the same two parts would each reach the same pairs: only one is measured,
    except for ``"bridge"``. Gains of different rows do not add up.

    Edge cases: no nodes, one node, or a network in which everybody knows everybody, gives no rows.
    Somebody without a tie is a part of one. Whoever did not answer is not known to be without
    ties: see the statuses. Of parts of equal size, those with people who answered come first.

    Measured with 5,000 nodes and 20,000 ties: 3 to 5 seconds on one core, with the defaults.

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
    _check_purpose(purpose, group)
    arrays = snapshot(g)
    contacts, parts = contacts_of(arrays), parts_of(arrays)
    grouping = None if group is None else grouping_of("group", group, g, arrays)
    network = _Network(arrays, contacts, parts, statuses_of(g, arrays), grouping)
    joined, closer, cut_short = _to_measure(network, n, budget, bridge=purpose == "bridge")
    total = arrays.node_count
    drawn, used = np.arange(total), None
    if total > most and sample < total:
        used = drawn_seed(seed)
        drawn = np.sort(generator(used, 0).choice(total, sample, replace=False))
    gains = _gains(network, joined, closer, drawn)
    measured = _Measured([*joined, *closer], gains, _ties_between(network), grouping)
    rank, sharing = measured.ranked(purpose)
    rows = np.argsort(rank, kind="stable")[:n].tolist()
    pairs = [measured.pairs[row] for row in rows]
    first, second = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    known = [contacts_in_common(contacts, *pair) for pair in pairs]
    labels = (None,) * total if grouping is None else grouping.by_node
    everybody = max(total * (total - 1) / 2, 1)
    return Introductions(
        source=tuple([arrays.ids[row] for row in first]),
        target=tuple([arrays.ids[row] for row in second]),
        rank=rank[rows],
        sharing=sharing[rows],
        distance=tuple([_steps(contacts, *pair) for pair in pairs]),
        reached_pairs=gains.reached[rows],
        shorter_pairs=gains.shorter[rows],
        saved_steps=gains.steps[rows],
        efficiency_gain=gains.near[rows] / everybody,
        efficiency_error=gains.error[rows] / everybody,
        introducer=tuple([_introducer(network, both) for both in known]),
        common_contacts=np.array([len(both) for both in known], np.int64),
        source_group=tuple([labels[row] for row in first]),
        target_group=tuple([labels[row] for row in second]),
        ties_between_groups=tuple([measured.between(pair) for pair in pairs]),
        source_status=tuple([network.status[row] for row in first]),
        target_status=tuple([network.status[row] for row in second]),
        purpose=purpose,
        group=None if grouping is None else grouping.name,
        method="one at a time",
        candidates=len(measured.pairs),
        sources=len(drawn),
        seed=used,
        parts=len(parts.sizes),
        n=total,
        caveats=(
            Caveat("introductions-ask"),
            *_of_answers(network.status),
            *arrays.caveats,
            *_caveats(network, len(drawn), cut_short=cut_short),
        ),
    )


class _Network(NamedTuple):
    """What is known of the network."""

    arrays: Snapshot
    contacts: Contacts
    parts: Parts
    status: tuple[str | None, ...]
    grouping: Grouping | None


class _Measured(NamedTuple):
    """Ties that could be made, with what each would change."""

    pairs: list[Pair]
    gains: Gains
    ties: Counter[Pair]
    grouping: Grouping | None

    def between(self, pair: Pair) -> int | None:
        """Count the ties between the groups of two; None where one is unknown, or both equal."""
        if self.grouping is None:
            return None
        first, second = sorted(self.grouping.codes[list(pair)].tolist())
        return self.ties[first, second] if 0 <= first < second else None

    def ranked(self, purpose: str) -> tuple[IntArray, IntArray]:
        """Rank by what was asked for, then by efficiency; how many share a rank comes second."""
        by_gain, _ = ranks(self.gains.near)
        first = np.zeros(len(by_gain), np.int64)
        if purpose == "reach":
            first = -self.gains.reached
        elif purpose == "bridge":
            first = np.array([self.between(pair) or 0 for pair in self.pairs], np.int64)
        both = np.stack([first, by_gain], axis=1)
        _, level = np.unique(both, axis=0, return_inverse=True)
        return ranks(-level.ravel().astype(np.float64))


def _check_purpose(purpose: object, group: object) -> None:
    if not isinstance(purpose, str) or purpose not in get_args(Purpose):
        accepted = "'reach', 'nearer' or 'bridge'"
        raise InvalidValueError(Fault("purpose", shown(purpose), accepted, "value"))
    if purpose == "bridge" and group is None:
        accepted = "a group of each node, for the purpose 'bridge'"
        raise InvalidValueError(Fault("group", "None", accepted, "value"))


def _to_measure(
    network: _Network, n: int, budget: int, *, bridge: bool
) -> tuple[list[Pair], list[Pair], bool]:
    """Choose ties between parts and ties inside parts, the first of the graph first in each."""
    contacts, parts = network.contacts, network.parts
    codes = None if network.grouping is None else network.grouping.codes
    answered = [code in ANSWERED for code in network.status]
    best = place_in_parts(contacts, parts, n + 1, answered)
    start = int(best[0]) if len(best) else None
    chosen = inside(contacts, codes, start, budget, bridge=bridge)
    between = part_pairs(best, parts.sizes[parts.labels[best]], n)
    if bridge and codes is not None:
        between += chosen.pairs
        between = [(a, b) for a, b in between if 0 <= codes[a] != codes[b] >= 0]
    labels = parts.labels
    joined = [pair for pair in between if labels[pair[0]] != labels[pair[1]]]
    closer = [pair for pair in chosen.pairs if labels[pair[0]] == labels[pair[1]]]
    once = dict.fromkeys([(min(pair), max(pair)) for pair in joined])
    return list(once), closer, chosen.cut_short


def _gains(network: _Network, joined: list[Pair], closer: list[Pair], drawn: IntArray) -> Gains:
    """Measure ties between parts exactly, and those inside from the nodes drawn."""
    nodes = np.unique(np.array(joined, np.int64))
    place = {node: row for row, node in enumerate(nodes.tolist())}
    steps = distances(network.contacts, nodes)
    found = [across(steps[place[a]], steps[place[b]]) for a, b in joined]
    none = np.zeros(len(joined))
    total = network.arrays.node_count
    near = np.array([gain for _, gain in found], np.float64)
    reached = np.array([pairs for pairs, _ in found], np.int64)
    apart = Gains(reached, none, none, near, none)
    inner = within(network.contacts, closer, drawn, total)
    return apart.followed_by(inner)


def _ties_between(network: _Network) -> Counter[Pair]:
    if network.grouping is None:
        return Counter()
    codes, contacts = network.grouping.codes, network.contacts
    sources = codes[np.repeat(np.arange(len(codes)), contacts.degrees)]
    targets = codes[contacts.indices]
    # Each tie between two groups stands once with the lower group first.
    once = (sources >= 0) & (sources < targets)
    return Counter(zip(sources[once].tolist(), targets[once].tolist(), strict=True))


def _steps(contacts: Contacts, first: int, second: int) -> int | None:
    steps = float(distances(contacts, np.array([first]))[0, second])
    return int(steps) if np.isfinite(steps) else None


def _introducer(network: _Network, both: IntArray) -> str | int | None:
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


def _caveats(network: _Network, sources: int, *, cut_short: bool) -> Iterator[Caveat]:
    total = network.arrays.node_count
    if not total:
        yield Caveat("no-nodes")
    if sources < total:
        fields = ("shorter_pairs", "saved_steps", "efficiency_gain")
        data = {"sources": sources, "total": total, "fields": fields}
        yield Caveat("introductions-sampled", data)
    if cut_short:
        yield Caveat("introductions-cut-short")
    if network.grouping is not None and network.grouping.unknown:
        name = network.grouping.name or "group"
        data = {"count": network.grouping.unknown, "total": total, "group": name}
        yield Caveat("group-unknown", data)

"""Disaggregation: the same values by sex, age band, RT or any other group."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

import attrs

from .._arguments import exact, number, whole
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, hidden, shown
from ..model import Community
from ._columns import read_values
from ._memberships import Groups, Key, Kind, by_label, in_order, read_groups
from ._parts import Part, changes_reversed, figures, pairs_reversed, part_of
from ._small_cells import hidden_cells
from .disaggregation_results import Disaggregation
from .pairs import Scores, is_sequence

__all__ = ["disaggregate"]

_FEW = 5


def disaggregate(
    values: Scores,
    groups: Groups,
    *,
    before: Scores | None = None,
    strata: Groups | None = None,
    community: Community | None = None,
    bands: Sequence[float] = (),
    total: float | None = None,
    threshold: int = 5,
    missing: Literal["raise", "omit"] = "raise",
) -> Disaggregation:
    """Tell for whom: the same values by groups, and whether the parts make up the whole.

    A mean over everybody can hide that women gained nothing, or that one RT gained all. The parts
    are made to reconcile with the whole, whoever is in no group or in two is counted, and groups
    so small that a person could be recognized are hidden, with as many others as that takes.

    Parameters
    ----------
    values : mapping of id to number, sequence, or rows
        One value a person, in one unit.
    groups : mapping of id to label, sequence of labels, or str
        The group of each person: text, a whole number, True or False; several for whoever is in
        several; None where it is not known. Or the name of a demographic (``"sex"``), or
        ``"home"``, as `community` knows it.
    before : as `values`, optional
        The same from before. People need not be the same: means of a wave are compared.
    strata : as `groups`, optional
        A second attribute, within which the comparison of groups is repeated.
    community : Community, optional
        Whose people the values are of, where `groups` or `strata` is a name.
    bands : sequence of float, optional
        Edges, rising, that sort numbers such as ages into bands; each belongs to the band above.
    total : float, optional
        The total as a report states it, to be held against that of the values.
    threshold : int
        Groups of fewer people are hidden. 1 hides none.
    missing : {"raise", "omit"}
        Refuse missing values (None, nan), or leave them out and count them.

    Returns
    -------
    Disaggregation
        A row a group; people and their order in the input do not matter.

    Raises
    ------
    InvalidValueError
        If values or labels can not be read or do not line up, a name is nobody's demographic, or
        bands do not rise.

    See Also
    --------
    baseline_balance : how alike two groups were before.

    Notes
    -----
    sum of parts + unknown - overlap = total, computed exactly on the decimals as written. The
    overlap counts every membership of a person beyond the first.

    *Small cells.* A cell of 1 to threshold - 1 people in a wave is hidden. Where a single cell is
    hidden, or all that are hidden hold fewer than `threshold` people together or one each, they
    could be computed from the total: then the smallest other cell is hidden too (complementary
    suppression), the unknown and the overlap being cells like others; where that is not enough, so
    is the total. Not covered: tables made by different groups and laid side by side, groups that
    contain each other, and readers who reckon with how the other cell was chosen.
    `reversed_change` and `reversed_pairs` are told of hidden cells too.

    *Simpson.* A reversal of changes can come only where the people of the two waves are not the
    same: with the same people the whole is a weighted mean of the parts. A reversal of groups needs
    `strata`; people whose stratum is unknown or not one are left out of both comparisons.

    Edge cases. A sum of 0, or values of both signs: no shares. A group without values in a wave:
    no mean. Nobody at all: a total of 0 and no mean.

    References
    ----------
    Simpson, E. H. (1951). The interpretation of interaction in contingency tables. Journal of the
    Royal Statistical Society B 13, 238-241.

    Willenborg, L. & de Waal, T. (2001). Elements of Statistical Disclosure Control, chapter 6:
    primary and secondary cell suppression.

    Examples
    --------
    Invented sales of twelve invented people, in thousands of rupiah:

    >>> sales = {f"p{n}": 10 * n for n in range(1, 13)}
    >>> sex = {f"p{n}": "f" if n <= 6 else "m" for n in range(1, 12)}
    >>> found = disaggregate(sales, sex, threshold=1)
    >>> found.groups, found.counts, found.means
    (('f', 'm'), (6, 5), (35.0, 90.0))
    >>> found.total, found.unknown, found.unknown_total, found.reconciles
    (780.0, 1, 120.0, True)

    With the usual threshold the one person whose sex nobody asked would be recognized; hiding that
    cell alone would not help, as it follows from the total:

    >>> found = disaggregate(sales, sex)
    >>> found.groups, found.counts, found.unknown
    (('f', 'm'), (6, None), None)

    Of four people nothing is shown at all:

    >>> few = disaggregate([1, 2, 3, 4], ["f", "f", "m", "m"])
    >>> print(few.counts, few.total)
    (None, None) None
    """
    _check_index({"values": values, "before": before, "groups": groups, "strata": strata})
    asked = _asked(bands, total, threshold)
    now = read_values("values", values, missing)
    then = read_values("before", {} if before is None else before, missing)
    _check_forms(now.form, then.form if before is not None else now.form, groups, strata)
    waves = [
        {key: value for key, value in wave.values.items() if value is not None}
        for wave in (now, then)
    ]
    keys = list(dict.fromkeys([*now.values, *then.values]))
    kind = read_groups("groups", groups, keys, community=community, bands=asked.bands)
    layers = {} if strata is None else read_groups("strata", strata, keys, community=community)
    counted = dict.fromkeys([*waves[0], *waves[1]])
    held = by_label(kind)
    people = {label: held[label] for label in in_order(held, asked.bands)}
    table = _table(people, kind, list(counted), waves, asked)
    found = attrs.evolve(
        table,
        reversed_pairs=tuple(pairs_reversed(people, layers, waves[0])),
        by=groups if isinstance(groups, str) else None,
        strata=strata if isinstance(strata, str) else None,
        missing=sum(value is None for wave in (now, then) for value in wave.values.values()),
        without_value=sum(bool(labels) and key not in counted for key, labels in kind.items()),
    )
    if before is None:
        # Nobody was asked: that is no count of 0.
        found = attrs.evolve(found, counts_before=(None,) * len(found.groups), n_before=None)
    return attrs.evolve(found, caveats=tuple(_caveats(found, has_before=before is not None)))


@attrs.frozen
class _Asked:
    bands: tuple[float, ...]
    total: float | None
    threshold: int


def _asked(bands: object, total: object, threshold: object) -> _Asked:
    return _Asked(
        _bands(bands),
        None if total is None else number("total", total),
        whole("threshold", threshold, least=1),
    )


def _bands(bands: object) -> tuple[float, ...]:
    if not is_sequence(bands):
        raise InvalidValueError(Fault("bands", hidden(bands), "numbers that rise", "form"))
    edges = tuple([number(f"bands[{place}]", edge) for place, edge in enumerate(bands)])
    for place, (low, high) in enumerate(pairwise(edges), start=1):
        if not low < high:
            accepted = f"a number above {shown(low)}"
            raise InvalidValueError(Fault(f"bands[{place}]", shown(high), accepted, "order"))
    return edges


def _check_index(columns: dict[str, object]) -> None:
    """Refuse series (pandas) whose rows have different labels: no position is to be trusted."""
    indexes = [(name, getattr(column, "index", None)) for name, column in columns.items()]
    found = [(name, index) for name, index in indexes if hasattr(index, "equals")]
    for name, index in found[1:]:
        if not found[0][1].equals(index):  # type: ignore[union-attr]  # just looked for
            accepted = f"the index of {found[0][0]}, in the same order; or .to_dict() of each"
            raise InvalidValueError(Fault(name, "another index", accepted, "index"))


def _check_forms(now: str, then: str, groups: object, strata: object) -> None:
    faults = []
    if now != then and "empty" not in (now, then):
        faults.append(Fault("before", then, f"{now}, the form of values", "form"))
    for name, given in (("groups", groups), ("strata", strata)):
        # Row numbers are nobody's ids.
        if now == "numbers" and given is not None and not is_sequence(given):
            accepted = "a sequence in the order of values; or values by id"
            faults.append(Fault(name, hidden(given), accepted, "form"))
    if faults:
        raise InvalidValueError(*faults)


def _table(
    people: Mapping[Key, Sequence[Key]],
    kind: Kind,
    keys: Sequence[Key],
    waves: Sequence[dict[Key, float]],
    asked: _Asked,
) -> Disaggregation:
    values, before = waves
    parts = [part_of(members, values, before) for members in people.values()]
    everybody = part_of(keys, values, before)
    nowhere = part_of([key for key in keys if not kind.get(key)], values, before)
    repeated = [key for key in keys for _ in kind.get(key, ())[1:]]
    twice = part_of(repeated, values, before)
    cells = [*parts, nowhere, twice]
    closed, all_closed = hidden_cells([(cell.n, cell.n_before) for cell in cells], asked.threshold)
    return _filled(
        list(people),
        [None if place in closed else cell for place, cell in enumerate(cells)],
        None if all_closed else everybody,
        asked,
        reversed_change=changes_reversed(parts, everybody),
        closed=len(closed),
        may_share=min(values.values(), default=0) >= 0 and everybody.total > 0,
    )


def _filled(
    labels: Sequence[Key],
    cells: Sequence[Part | None],
    everybody: Part | None,
    asked: _Asked,
    *,
    reversed_change: bool | None,
    closed: int,
    may_share: bool,
) -> Disaggregation:
    """Fill in what is shown; the last two cells are the unknown and the overlap."""
    rows = [figures(cell) for cell in cells[:-2]]
    unknown, overlap = figures(cells[-2]), figures(cells[-1])
    of_all = figures(everybody)
    stated = None if everybody is None else asked.total
    off = None if stated is None or everybody is None else exact(stated) - everybody.total
    return Disaggregation(
        groups=tuple(labels),
        counts=tuple([row.n for row in rows]),
        counts_before=tuple([row.n_before for row in rows]),
        sums=tuple([row.total for row in rows]),
        shares=tuple([_share(cell, everybody, may_share=may_share) for cell in cells[:-2]]),
        means=tuple([row.mean for row in rows]),
        means_before=tuple([row.mean_before for row in rows]),
        changes=tuple([row.change for row in rows]),
        hidden=tuple([cell is None for cell in cells[:-2]]),
        n=of_all.n,
        n_before=of_all.n_before,
        total=of_all.total,
        mean=of_all.mean,
        mean_before=of_all.mean_before,
        change=of_all.change,
        unknown=unknown.n,
        unknown_total=unknown.total,
        overlap=overlap.n,
        overlap_total=overlap.total,
        stated_total=stated,
        difference=None if off is None else float(off),
        reconciles=None if everybody is None else not off,
        reversed_change=reversed_change,
        reversed_pairs=(),
        by=None,
        strata=None,
        threshold=asked.threshold,
        hidden_cells=closed,
        missing=0,
        without_value=0,
    )


def _share(cell: Part | None, everybody: Part | None, *, may_share: bool) -> float | None:
    if cell is None or everybody is None or not may_share:
        return None
    return float(cell.total / everybody.total)


def _caveats(found: Disaggregation, *, has_before: bool) -> Iterator[Caveat]:
    yield from _of_hidden(found)
    if found.unknown:
        yield Caveat("group-labels-unknown", {"count": found.unknown})
    if found.overlap:
        yield Caveat("groups-overlap", {"count": found.overlap})
    if found.difference:
        data = {"stated": found.stated_total, "found": found.total, "difference": found.difference}
        yield Caveat("total-mismatch", data)
    if found.missing:
        yield Caveat("values-missing-by-group", {"count": found.missing})
    if found.reversed_change:
        yield Caveat("simpson-change")
    if found.reversed_pairs:
        pairs = [f"{first} / {second}" for first, second in found.reversed_pairs]
        yield Caveat("simpson-groups", {"strata": found.strata or "strata", "pairs": pairs})
    yield from _of_gaps(found, has_before=has_before)


def _of_hidden(found: Disaggregation) -> Iterator[Caveat]:
    if found.hidden_cells:
        names = ("counts", "counts_before", "sums", "shares", "means", "means_before", "changes")
        scalars = ("n", "n_before", "total", "mean", "mean_before", "change")
        fields: list[str] = [*names] if any(found.hidden) else []
        fields += [*scalars] if found.n is None else []
        fields += ["unknown", "unknown_total"] if found.unknown is None else []
        fields += ["overlap", "overlap_total"] if found.overlap is None else []
        data = {"threshold": found.threshold, "count": found.hidden_cells, "fields": fields}
        yield Caveat("small-cells-hidden", data)
    if found.reconciles is None:
        fields = ["reconciles", "difference", "stated_total"]
        yield Caveat("total-not-comparable", {"fields": fields})
    few = [count for count in found.counts if count is not None and 0 < count < _FEW]
    if few:
        yield Caveat("small-cells-shown", {"threshold": _FEW})


def _of_gaps(found: Disaggregation, *, has_before: bool) -> Iterator[Caveat]:
    open_rows = [place for place, closed in enumerate(found.hidden) if not closed]
    if any(found.shares[place] is None for place in open_rows):
        yield Caveat("shares-of-nothing", {"fields": ["shares"]})
    names = ("means", "means_before", "changes") if has_before else ("means",)
    empty = [
        name for name in names if any(getattr(found, name)[place] is None for place in open_rows)
    ]
    if found.n is not None:
        wholes = ("mean", "mean_before", "change") if has_before else ("mean",)
        empty += [name for name in wholes if getattr(found, name) is None]
    if empty:
        yield Caveat("groups-without-values", {"fields": empty})

"""What ballots say by group, where groups are large enough to be shown."""

from collections.abc import Iterator, Mapping, Sequence
from typing import final

import attrs
import numpy as np
import numpy.typing as npt

from .._arguments import whole
from ..caveats import Caveat
from ..errors import Fault, InvalidValueError, shown
from ..fields import CODE, to_text
from ..results import ROW, RowResult
from ._counting import ranks_of, scores_of
from ._marks import Sorted, sort_ballots
from .ballots import BallotKind, Ballots
from .polls import tally

__all__ = ["GroupTally", "tally_by_group"]


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class GroupTally(RowResult):
    """What `tally_by_group` answers: one row a group, in alphabetical order.

    Attributes
    ----------
    groups : tuple of str
        Their names.
    hidden : tuple of bool
        Whether the group is not shown, because it is small or would give a small one away.
    voters : tuple of int, optional
        How many ballots were counted; None where hidden.
    scores : tuple of tuple of float, optional
        For each option, see `Tally`; None where hidden, or where nobody in the group rated it. A
        mean over fewer raters than `threshold` is hidden too.
    first : tuple of tuple of str
        The options on the first rank of the scores shown; empty where hidden.
    options : tuple of str
        Their ids.
    kind, method : str
        The kind of ballot, and the rule.
    threshold : int
        Groups with fewer ballots, and means over fewer raters, are hidden.
    n : int
        How many ballots the groups that are shown have together.
    caveats : tuple of Caveat
        How many groups and cells are hidden, and that voters have none.
    """

    groups: tuple[str, ...] = attrs.field(metadata=ROW)
    hidden: tuple[bool, ...] = attrs.field(metadata=ROW)
    voters: tuple[int | None, ...] = attrs.field(metadata=ROW)
    scores: tuple[tuple[float | None, ...], ...] = attrs.field(metadata=ROW)
    first: tuple[tuple[str, ...], ...] = attrs.field(metadata=ROW)
    options: tuple[str, ...]
    kind: str
    method: str
    threshold: int
    n: int
    caveats: tuple[Caveat, ...] = ()


def tally_by_group(
    ballots: Ballots, by: Mapping[str, str | None], *, threshold: int = 5
) -> GroupTally:
    """Count ballots by group, and show no group that is so small that it gives people away.

    Use it to see whether women, youth or one hamlet would have chosen otherwise.

    Parameters
    ----------
    ballots : Ballots
        As they were cast.
    by : mapping of voter to group
        None, or a voter who is not in it, has no known group.
    threshold : int
        The least number of counted ballots that a group is shown with, from 1 (shows all).

    Returns
    -------
    GroupTally
        One row a group.

    Raises
    ------
    InvalidValueError
        If `by` is no mapping, or has a group that is no text.

    See Also
    --------
    tally : all together.

    Notes
    -----
    Beside the tally of all, what is not shown could be computed as the rest. So long as all that
    is not shown (hidden groups and voters without a group) has fewer than `threshold` ballots
    together, the smallest shown group is hidden too: with one small group this hides a second. How
    many voters have no known group is told only where no group is hidden, since it would tell the
    size of a hidden one.

    Of ratings the same holds in each cell, of a group and an option: a mean stands on those who
    rated that option, and the rest of all raters of the option is none or `threshold` at least.

    A group that votes as one still shows what each of its members chose; ask before publishing.

    References
    ----------
    Hundepool, A. et al. (2012). Statistical Disclosure Control. Wiley, chapter 4 (secondary
    suppression).

    Examples
    --------
    Twelve (invented) voters of three groups, of which one has two:

    >>> votes = {f"p{place}": ["oven"] if place < 7 else ["path"] for place in range(12)}
    >>> group = {f"p{place}": "men" if place < 5 else "women" for place in range(10)}
    >>> group |= {"p10": "youth", "p11": "youth"}
    >>> found = tally_by_group(Ballots("approval", ["oven", "path"], votes), group)
    >>> found.groups, found.hidden, found["women"]["scores"]
    (('men', 'women', 'youth'), (True, False, True), (2.0, 3.0))
    """
    limit = whole("threshold", threshold, least=1)
    whole_tally = tally(ballots)
    groups = _groups(by)
    read = sort_ballots(ballots)
    members: dict[str, list[int]] = {}
    for row, voter in enumerate(read.sound):
        if voter in groups:
            members.setdefault(groups[voter], []).append(row)
    names = sorted(members)
    hide = _hidden({name: len(members[name]) for name in names}, limit, len(read.sound))
    shown_names = [name for name in names if name not in hide]
    cells = _cells(read, {name: members[name] for name in shown_names}, ballots.kind, limit)
    nothing: tuple[float | None, ...] = (None,) * len(ballots.options)
    rows = dict.fromkeys(hide, (nothing, ())) | {
        name: _row(read, members[name], cells[name], ballots) for name in shown_names
    }
    found = GroupTally(
        groups=tuple(names),
        hidden=tuple([name in hide for name in names]),
        voters=tuple([None if name in hide else len(members[name]) for name in names]),
        scores=tuple([rows[name][0] for name in names]),
        first=tuple([rows[name][1] for name in names]),
        options=ballots.options,
        kind=ballots.kind.value,
        method=whole_tally.method,
        threshold=limit,
        n=sum([len(members[name]) for name in shown_names]),
    )
    without = len(read.sound) - sum(map(len, members.values()))
    hidden_cells = sum([int(np.count_nonzero(cells[name])) for name in shown_names])
    return attrs.evolve(found, caveats=tuple(_caveats_of_groups(found, without, hidden_cells)))


def _groups(by: object) -> dict[str, str]:
    if not isinstance(by, Mapping):
        accepted = "a mapping {voter: group}"
        raise InvalidValueError(Fault("by", shown(by), accepted, "value"))
    known = {key: to_text(value) for key, value in by.items() if value is not None}
    faults = [
        Fault(f"by[{shown(key)}]", shown(value), CODE.accepted, "value")
        for key, value in known.items()
        if not CODE.test(value)
    ]
    if faults:
        raise InvalidValueError(*faults)
    return known


def _hidden(sizes: Mapping[str, int], threshold: int, total: int) -> set[str]:
    """Choose the groups to hide: small ones, and more until the rest is no small one either."""
    hide = {name for name, size in sizes.items() if size < threshold}
    by_size = sorted(set(sizes) - hide, key=lambda name: (sizes[name], name))
    rest = total - sum(sizes[name] for name in by_size)
    for name in by_size:
        if rest == 0 or rest >= threshold:
            break
        hide.add(name)
        rest += sizes[name]
    return hide


def _cells(
    read: Sorted, members: Mapping[str, Sequence[int]], kind: BallotKind, threshold: int
) -> dict[str, npt.NDArray[np.bool_]]:
    """Choose the means to hide; a ballot of another kind says something of every option."""
    hide = {name: np.zeros(read.marks.shape[1], dtype=np.bool_) for name in members}
    if kind is not BallotKind.RATING:
        return hide
    rated = ~np.isnan(read.marks)
    for option, total in enumerate(np.count_nonzero(rated, axis=0).tolist()):
        raters = {name: int(np.count_nonzero(rated[members[name], option])) for name in members}
        some = {name: count for name, count in raters.items() if count}
        for name in _hidden(some, threshold, total):
            hide[name][option] = True
    return hide


def _row(
    read: Sorted, rows: Sequence[int], hide: npt.NDArray[np.bool_], ballots: Ballots
) -> tuple[tuple[float | None, ...], tuple[str, ...]]:
    scores = np.where(hide, np.nan, scores_of(read.marks[rows], ballots.kind))
    ranks = ranks_of(scores, ballots.kind)
    first = tuple([ballots.options[place] for place in np.flatnonzero(ranks == 1)])
    return tuple([None if np.isnan(score) else score for score in scores.tolist()]), first


def _caveats_of_groups(found: GroupTally, without: int, cells: int) -> Iterator[Caveat]:
    hidden = sum(found.hidden)
    if without and hidden:
        yield Caveat("group-not-known-uncounted")
    elif without:
        yield Caveat("group-not-known", {"count": without, "total": found.n + without})
    if cells:
        yield Caveat("cells-hidden", {"count": cells, "threshold": found.threshold})
    if hidden:
        data = {"count": hidden, "total": len(found.groups)}
        more = {"threshold": found.threshold, "fields": ("voters", "scores", "first")}
        yield Caveat("groups-hidden", {**data, **more})

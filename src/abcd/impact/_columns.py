"""Columns about the same people, brought together by id or by position."""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeAlias

import attrs
import numpy as np

from .._arguments import is_number, plain
from ..errors import Fault, InvalidValueError, hidden, shown
from ..fields import one_of
from ..results.arrays import FloatArray, IntArray
from .pairs import Scores, Wave, is_sequence, read_id, read_wave

__all__ = [
    "Label",
    "Labels",
    "Marks",
    "Rows",
    "aligned",
    "apart",
    "clusters_of",
    "codes_of",
    "column_of",
    "known_of",
    "mean_of",
    "missing_of",
    "names_of",
    "read_labels",
    "read_values",
    "refuse_strangers",
    "together",
]

Label: TypeAlias = str | int
# Groups, clusters: what may be given is what scores may be.
Labels: TypeAlias = Scores

_LABELS = "a sequence of labels, or a mapping from participant id to label"
_LABEL = "a label: a whole number, or text that is not blank"
_NAMES = "a mapping from the name of a variable to its values"


@attrs.frozen(eq=False)
class Marks:
    """A column of labels as read: its form, and the label (None: missing) of each id or row."""

    form: str
    values: dict[Label, Label | None]


@attrs.frozen(eq=False)
class Rows:
    """Complete rows of several columns, in the order of the first of them.

    `keys`, `unmatched` and `omitted` hold ids, or row numbers from 0 where there are no ids.
    """

    keys: tuple[Label, ...]
    numbers: dict[str, FloatArray]
    labels: dict[str, tuple[Label, ...]]
    unmatched: tuple[Label, ...]
    omitted: tuple[Label, ...]
    form: str

    @property
    def n(self) -> int:
        """How many complete rows there are."""
        return len(self.keys)


def read_values(argument: str, values: object, missing: str) -> Wave:
    """Read the numbers of one set of people; missing ones stay as None where that is allowed.

    Raises
    ------
    InvalidValueError
        If they are no numbers with or without ids; all faults are listed together.
    """
    one_of("missing", missing, ("raise", "omit"))
    faults: list[Fault] = []
    wave = read_wave(argument, values, missing, faults)
    if faults:
        raise InvalidValueError(*faults)
    return wave


def read_labels(argument: str, column: object, missing: str, faults: list[Fault]) -> Marks:
    """Read a column of labels; what is wrong with it is added to `faults`."""
    if isinstance(column, Mapping):
        entries = [(f"{argument}[{shown(key)}]", key, value) for key, value in column.items()]
        return Marks("mapping", _by_id(entries, missing, faults))
    if not is_sequence(column):
        faults.append(Fault(argument, hidden(column), _LABELS, "form"))
        return Marks("empty", {})
    items = list(column)
    labels = [_label(f"{argument}[{row}]", item, missing, faults) for row, item in enumerate(items)]
    return Marks("numbers" if items else "empty", dict(enumerate(labels)))


def _by_id(
    entries: Iterable[tuple[str, object, object]], missing: str, faults: list[Fault]
) -> dict[Label, Label | None]:
    labels: dict[Label, Label | None] = {}
    for path, found, value in entries:
        key = read_id(found)
        if key is None or key in labels:
            accepted = "each participant once, by text or a whole number"
            faults.append(Fault(path, f"the id {shown(found)}", accepted, "id"))
        else:
            labels[key] = _label(path, value, missing, faults)
    return labels


def _label(path: str, found: object, missing: str, faults: list[Fault]) -> Label | None:
    value = plain(found)
    if value is None or (isinstance(value, float) and math.isnan(value)):
        if missing == "raise":
            accepted = f'{_LABEL}; missing="omit" leaves such people out and lists them'
            faults.append(Fault(path, f"the missing value {value}", accepted, "missing"))
        return None
    label = read_id(value)
    if label is None:
        faults.append(Fault(path, shown(value), _LABEL, "value"))
    return label


def together(numbers: Mapping[str, object], labels: Mapping[str, object], *, missing: str) -> Rows:
    """Bring columns about the same people together; the names are the paths of the arguments.

    Raises
    ------
    InvalidValueError
        If a column can not be read, or columns differ in form or in length.
    """
    one_of("missing", missing, ("raise", "omit"))
    faults: list[Fault] = []
    waves = {name: read_wave(name, column, missing, faults) for name, column in numbers.items()}
    marks = {name: read_labels(name, column, missing, faults) for name, column in labels.items()}
    if faults:
        raise InvalidValueError(*faults)
    columns: dict[str, Wave | Marks] = {**waves, **marks}
    first, *others = columns
    for other in others:
        aligned(first, columns[first], other, columns[other])
    _same_index({**numbers, **labels})
    return _joined(waves, marks)


def _same_index(columns: Mapping[str, object]) -> None:
    """Refuse series (pandas) whose rows have different labels: no position is to be trusted."""
    # The `index` of a list is a method, and has no such comparison.
    indexes = {name: getattr(column, "index", None) for name, column in columns.items()}
    found = [(name, index) for name, index in indexes.items() if hasattr(index, "equals")]
    for name, index in found[1:]:
        first, known = found[0]
        if not known.equals(index):  # type: ignore[union-attr]  # just looked for
            accepted = f"the index of {first}, in the same order; or .to_dict() of each"
            raise InvalidValueError(Fault(name, "another index", accepted, "index"))


def _joined(waves: dict[str, Wave], marks: dict[str, Marks]) -> Rows:
    values: list[Mapping[Label, object]] = [wave.values for wave in waves.values()]
    values += [mark.values for mark in marks.values()]
    keys = [key for key in values[0] if all(key in column for column in values)]
    complete = [key for key in keys if all(column[key] is not None for column in values)]
    known, whole = set(keys), set(complete)
    forms = [wave.form for wave in waves.values()] + [mark.form for mark in marks.values()]
    return Rows(
        tuple(complete),
        {
            name: np.array([wave.values[key] for key in complete], dtype=np.float64)
            for name, wave in waves.items()
        },
        {
            name: tuple([label for key in complete if (label := mark.values[key]) is not None])
            for name, mark in marks.items()
        },
        tuple([key for key in dict.fromkeys(chain(*values)) if key not in known]),
        tuple([key for key in keys if key not in whole]),
        next((form for form in forms if form != "empty"), "empty"),
    )


def aligned(first: str, wave: Wave | Marks, other: str, second: Wave | Marks) -> None:
    """Refuse two columns of different forms or lengths: nothing is aligned by luck.

    Raises
    ------
    InvalidValueError
        If one has ids and the other has none, or positions do not fit.
    """
    with_ids = [found.form in ("mapping", "rows") for found in (wave, second)]
    empty = "empty" in (wave.form, second.form)
    if with_ids[0] != with_ids[1] and not empty:
        found = "values by id" if with_ids[1] else "values by position"
        raise InvalidValueError(Fault(other, found, f"the same form as {first}", "form"))
    if not all(with_ids) and len(wave.values) != len(second.values):
        accepted = f"{len(wave.values)}, one for each value of {first} and in the same order"
        raise InvalidValueError(Fault(other, f"{len(second.values)} values", accepted, "length"))


def refuse_strangers(
    argument: str, given: Iterable[Label], known: Collection[Label], accepted: str
) -> None:
    """Refuse ids of people who stand nowhere else: a slip of the pen would drop somebody.

    Raises
    ------
    InvalidValueError
        If there is one; each is a fault of its own.
    """
    faults = [
        Fault(f"{argument}[{shown(key)}]", f"the id {shown(key)}", accepted, "id")
        for key in given
        if key not in known
    ]
    if faults:
        raise InvalidValueError(*faults)


def clusters_of(
    clusters: object, parts: Mapping[str, Wave], also: Collection[Label] = ()
) -> dict[str, tuple[Label, ...]]:
    """Return the cluster of everybody with a value, part by part.

    With ids, `clusters` is a mapping from id to cluster. Without, it is a sequence with a label
    for each value, in the order of the parts. The ids in `also` may have one.

    Raises
    ------
    InvalidValueError
        If somebody's cluster is not given, an id has no value anywhere, or the form does not fit
        that of the values.
    """
    faults: list[Fault] = []
    read = read_labels("clusters", clusters, "raise", faults)
    if faults:
        raise InvalidValueError(*faults)
    _check_form(read, parts)
    if read.form == "mapping":
        everybody = {*also, *chain.from_iterable(wave.values for wave in parts.values())}
        refuse_strangers("clusters", read.values, everybody, "people who have values")
    size = sum(len(wave.values) for wave in parts.values())
    if read.form != "mapping" and len(read.values) != size:
        accepted = f"{size} labels, one for each value in the order of the arguments"
        found = f"{len(read.values)} labels"
        raise InvalidValueError(Fault("clusters", found, accepted, "length"))
    found_labels = dict(_labels_of(read, parts))
    unknown = [key for labels in found_labels.values() for key, label in labels if label is None]
    if unknown:
        found = f"no cluster of {', '.join([shown(key) for key in unknown[:5]])}"
        raise InvalidValueError(Fault("clusters", found, "the cluster of everybody", "missing"))
    return {
        name: tuple([label for _, label in labels if label is not None])
        for name, labels in found_labels.items()
    }


def _check_form(read: Marks, parts: Mapping[str, Wave]) -> None:
    # Row numbers are no ids, and the order of a mapping is no position.
    for name, wave in parts.items():
        if wave.form != "empty" and (wave.form == "numbers") == (read.form == "mapping"):
            accepted = (
                f"a label for each value, in their order, because {name} has no ids"
                if wave.form == "numbers"
                else f"a mapping from id to label, because {name} has ids"
            )
            found = "labels by id" if read.form == "mapping" else "labels by position"
            raise InvalidValueError(Fault("clusters", found, accepted, "form"))


def _labels_of(
    read: Marks, parts: Mapping[str, Wave]
) -> Iterator[tuple[str, list[tuple[Label, Label | None]]]]:
    start = 0
    for name, wave in parts.items():
        labels: list[tuple[Label, Label | None]] = []
        for place, (key, value) in enumerate(wave.values.items()):
            if value is not None:
                by_id = read.form == "mapping"
                labels.append((key, read.values.get(key if by_id else start + place)))
        start += len(wave.values)
        yield name, labels


def column_of(values: Iterable[float | None]) -> FloatArray:
    """Return numbers as an array; None, not estimable, becomes nan."""
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def known_of(wave: Wave) -> FloatArray:
    """Return the values that are there."""
    return np.array([v for v in wave.values.values() if v is not None], dtype=np.float64)


def missing_of(wave: Wave) -> tuple[Label, ...]:
    """Return the ids, or row numbers, of those without a value."""
    return tuple([key for key, value in wave.values.items() if value is None])


def mean_of(values: FloatArray) -> float | None:
    """Return the mean; None where there is nothing."""
    return float(np.mean(values)) if len(values) else None


def codes_of(labels: Iterable[Label]) -> IntArray:
    """Give each label the number of its first place in the order."""
    numbers: dict[Label, int] = {}
    return np.array([numbers.setdefault(label, len(numbers)) for label in labels], dtype=np.int64)


def names_of(argument: str, columns: object) -> dict[str, object]:
    """Read the names of a mapping from variable to values.

    Raises
    ------
    InvalidValueError
        If it is no mapping, or a name is no text.
    """
    if not isinstance(columns, Mapping):
        raise InvalidValueError(Fault(argument, hidden(columns), _NAMES, "form"))
    names: dict[str, object] = {}
    faults: list[Fault] = []
    for key, column in columns.items():
        name = None if is_number(key) else read_id(key)
        if isinstance(name, str) and name not in names:
            names[name] = column
        else:
            faults.append(Fault(f"{argument}[{shown(key)}]", shown(key), "a name, as text", "id"))
    if faults:
        raise InvalidValueError(*faults)
    return names


def apart(parts: Mapping[str, Wave]) -> None:
    """Refuse people who stand in two groups.

    Raises
    ------
    InvalidValueError
        If an id of one part stands in another too.
    """
    seen: dict[Label, str] = {}
    faults: list[Fault] = []
    for name, wave in parts.items():
        for key in wave.values if wave.form in ("mapping", "rows") else ():
            if key in seen:
                found = f"the id {shown(key)}, which stands in {seen[key]} too"
                faults.append(Fault(f"{name}[{shown(key)}]", found, "each in one group", "group"))
            seen.setdefault(key, name)
    if faults:
        raise InvalidValueError(*faults)

"""Checked classes: all faults at once, near misses stored plain, reprs that show what is set.

The second half asks every field of every class of the model, the vocabulary and the caveats, found
by reflection, with the values that its kind must accept or refuse.
"""

import datetime
import decimal
import enum
import types
import typing
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

import attrs
import numpy as np
import pytest

from abcd import caveats, model, vocabulary
from abcd.errors import Fault, InvalidValueError
from abcd.fields import (
    COUNT_OR_NONE,
    EMPTY,
    ID,
    INTEGER_LIMIT,
    MAPPING,
    NAME,
    Checked,
    FrozenMapping,
    gather_rules,
    rule_of,
    settle,
    to_mapping,
)


@attrs.frozen(repr=False, field_transformer=gather_rules)
class Shelf(Checked):
    """A class of the kind that is tested here."""

    id: str = attrs.field(validator=ID)
    name: str = attrs.field(validator=NAME)
    low: int | None = attrs.field(default=None, validator=COUNT_OR_NONE)
    high: int | None = attrs.field(default=None, validator=COUNT_OR_NONE)
    extra: FrozenMapping = attrs.field(default=EMPTY, converter=to_mapping, validator=MAPPING)
    note: str = "free"

    _joined: ClassVar[tuple[str, ...]] = ("low", "high")

    @classmethod
    def _faults_between(cls, values: Mapping[str, Any]) -> Iterable[Fault]:
        if len(values) == 2 and None not in values.values() and values["low"] > values["high"]:
            yield Fault("high", repr(values["high"]), f"from {values['low']}", "order")


def test_every_fault_comes_at_once() -> None:
    """Each field has its say, in the order of the fields."""
    with pytest.raises(InvalidValueError) as caught:
        Shelf("@", 7, low=-1, high=1, extra={"a": {1}})  # type: ignore[arg-type]  # junk on purpose
    assert str(caught.value) == (
        "4 faults\n"
        "  id: found '@'; accepted: text that is not blank and does not start with '@'\n"
        "  name: found int; accepted: text that is not blank\n"
        "  low: found -1; accepted: a whole number from 0, or None\n"
        "  extra['a']: found a set of 1; accepted: "
        "text, a finite number, True, False, None, a list or a mapping"
    )
    assert caught.value.__suppress_context__


def test_fields_that_are_sound_alone_may_not_be_together() -> None:
    """What fields do wrong together is listed beside the faults of others."""
    with pytest.raises(InvalidValueError) as caught:
        Shelf("@", "Top", low=3, high=2)
    assert [fault.path for fault in caught.value.faults] == ["id", "high"]
    with pytest.raises(InvalidValueError, match=r"^high: found 2; accepted: from 3$"):
        Shelf("s", "Top", low=3, high=2)
    with pytest.raises(InvalidValueError) as caught:
        Shelf("s", "Top", low=3, high=-2)
    assert [fault.path for fault in caught.value.faults] == ["high"]


def test_near_misses_are_stored_plain() -> None:
    """numpy's values lose their class before anything is compared."""
    shelf = Shelf(np.str_("s"), np.str_("Top"), low=np.int64(2), high=np.uint8(2))  # type: ignore[arg-type]  # numpy's
    assert [type(value) for value in attrs.astuple(shelf)[:4]] == [str, str, int, int]
    assert shelf == Shelf("s", "Top", low=2, high=2)
    settle(shelf)
    assert shelf == Shelf("s", "Top", low=2, high=2)


def test_a_repr_shows_what_is_set() -> None:
    """Fields that are None or as by default are left out."""
    assert repr(Shelf("s", "Top")) == "Shelf(id='s', name='Top')"
    full = Shelf("s", "Top", low=0, extra={"a": [1]}, note="mine")
    assert repr(full) == (
        "Shelf(id='s', name='Top', low=0, extra=FrozenMapping({'a': (1,)}), note='mine')"
    )


def test_html_is_a_table_of_the_same_fields() -> None:
    """Names and values are escaped, sequences and mappings spelled out."""
    shelf = Shelf("s", "<b>", extra={"<i>": ["<u>", 2], "in": {"x": 1}})
    html = shelf._repr_html_()
    assert html.startswith("<div><strong>Shelf</strong><table><tr>")
    assert "&lt;b&gt;" in html
    assert "&lt;i&gt;: &lt;u&gt;, 2, in: x: 1" in html
    assert "<b>" not in html
    assert "low" not in html


def test_the_rule_of_a_field_is_found_again() -> None:
    """Readers of documents use the same rules as the constructor."""
    fields = attrs.fields_dict(Shelf)
    assert rule_of(fields["id"]) is ID
    assert rule_of(fields["note"]) is None
    assert fields["id"].validator is None


def test_a_class_without_joined_fields_has_no_faults_between() -> None:
    """The default says nothing."""
    assert list(vocabulary.Tag._faults_between({"scheme": "SDG"})) == []


# --- every field of every class ------------------------------------------------------------------


def classes() -> list[Any]:
    """List the checked classes of the rooms that stand on these fields."""
    found = [getattr(room, name) for room in (caveats, vocabulary, model) for name in room.__all__]
    return [cls for cls in found if isinstance(cls, type) and issubclass(cls, Checked)]


def parts_of(hint: Any) -> list[Any]:
    """Split a union into its types."""
    union = typing.get_origin(hint) in (typing.Union, types.UnionType)
    return list(typing.get_args(hint)) if union else [hint]


def fields_of(*kinds: type) -> list[Any]:
    """Give each field whose type is, or may be, of these kinds, with the name of the test."""
    return [
        pytest.param(cls, field, id=f"{cls.__name__}.{field.name}")
        for cls in classes()
        for field in attrs.fields(attrs.resolve_types(cls))
        if any(_is_of(part, kinds) for part in parts_of(field.type))
    ]


def _is_of(part: Any, kinds: tuple[type, ...]) -> bool:
    closed = isinstance(part, type) and issubclass(part, enum.StrEnum)
    return (typing.get_origin(part) or (enum.StrEnum if closed else part)) in kinds


def faults_of(cls: Any, field: "attrs.Attribute[Any]", value: object) -> list[Fault]:
    """Construct with a value in one field and junk in the required ones: that one's faults."""
    required = [other.name for other in attrs.fields(cls) if other.default is attrs.NOTHING]
    values = {name: object() for name in required}
    try:
        cls(**{**values, field.name: value})
    except InvalidValueError as error:
        paths = {fault.path for fault in error.faults}
        assert {*required} - {field.name} <= paths, "one fault hides another"
        own = [fault for fault in error.faults if fault.path.startswith(field.name)]
        # A field such as `population` is not `population_evidence`.
        return [fault for fault in own if fault.path[len(field.name) :][:1] in ("", "[", ".")]
    return []


def stored(field: "attrs.Attribute[Any]", value: object) -> Any:
    """Return what a field keeps of a value."""
    rule = rule_of(field)
    assert rule is not None
    converted = field.converter(value) if callable(field.converter) else value
    return rule.settled(converted)


def test_classes_were_found() -> None:
    """The reflection reaches the classes, and each of their fields has a rule."""
    names = {cls.__name__ for cls in classes()}
    assert {"Asset", "Assembly", "Caveat", "Community", "Crosswalk", "Scheme", "Tie"} <= names
    for cls in classes():
        assert all(rule_of(field) is not None for field in attrs.fields(cls)), cls
    kinds = [str, bool, int, float, tuple, datetime.date, decimal.Decimal, enum.StrEnum]
    assert all(list(fields_of(kind)) for kind in [*kinds, FrozenMapping])


@pytest.mark.parametrize(("cls", "field"), fields_of(datetime.date))
def test_dates(cls: Any, field: "attrs.Attribute[Any]") -> None:
    """A date or its one ISO form; no moment in time, though `datetime` is a `date`."""

    class Holiday(datetime.date):
        """A subclass of date."""

    moment = datetime.datetime(2024, 1, 31, tzinfo=datetime.UTC)
    junk: Any
    for junk in (
        moment,
        moment.replace(tzinfo=None),
        Holiday(2024, 1, 31),
        np.datetime64("2024-01-31"),
        "20240131",
        "2024-W05-3",
        "2024-1-31",
        "2024-02-30",
        "yesterday",
        "",
        20240131,
        0,
        True,
        [],
    ):
        assert faults_of(cls, field, junk), junk
    for good in (datetime.date(2024, 1, 31), "2024-01-31", np.str_("2024-01-31")):
        assert faults_of(cls, field, good) == []
        assert type(stored(field, good)) is datetime.date


@pytest.mark.parametrize(("cls", "field"), fields_of(int, float))
def test_numbers(cls: Any, field: "attrs.Attribute[Any]") -> None:
    """A finite number of a size that a float holds; True is none, and text is not read."""
    junk: Any
    for junk in (
        True,
        np.True_,
        "3",
        "",
        float("nan"),
        float("inf"),
        float("-inf"),
        np.float64("nan"),
        INTEGER_LIMIT,
        10**10_000,
        1j,
        decimal.Decimal(3),
        [3],
        np.array([3, 4]),
    ):
        assert faults_of(cls, field, junk), junk
    numbers = [3, np.int64(3), np.uint8(3)]
    numbers += [3.0, np.float32(3)] if float in parts_of(field.type) else []
    for good in numbers:
        assert faults_of(cls, field, good) == []
        assert type(stored(field, good)) in (int, float)
        assert stored(field, good) == 3


@pytest.mark.parametrize(("cls", "field"), fields_of(bool))
def test_flags(cls: Any, field: "attrs.Attribute[Any]") -> None:
    """True or False, numpy's too; nothing counts as true."""
    junk: Any
    for junk in (0, 1, 1.0, "true", "", np.int64(1), [], [True]):
        assert faults_of(cls, field, junk), junk
    for good in (True, False, np.True_, np.False_):
        assert faults_of(cls, field, good) == []
        assert stored(field, good) is bool(good)


@pytest.mark.parametrize(("cls", "field"), fields_of(str))
def test_text(cls: Any, field: "attrs.Attribute[Any]") -> None:
    """Text that is not blank, stored as plain str."""
    junk: Any
    for junk in ("", "  ", "\t\n", "\u2003", 3, 2.5, True, b"x", ["x"], {"x": 1}, object()):
        assert faults_of(cls, field, junk), junk
    good = "small-n" if field.name == "code" and cls is caveats.Caveat else "p1"
    for text in (good, np.str_(good)):
        assert faults_of(cls, field, text) == []
        assert type(stored(field, text)) is str


@pytest.mark.parametrize(("cls", "field"), fields_of(enum.StrEnum))
def test_closed_vocabularies(cls: Any, field: "attrs.Attribute[Any]") -> None:
    """A member or its exact text, stored as the member."""
    (vocabulary_of,) = [part for part in parts_of(field.type) if part is not type(None)]
    junk: Any
    for junk in ("", "PRIMARY", " primary", "nonsense", 3, True, [], vocabulary.AssetKind.NATURAL):
        assert faults_of(cls, field, junk), junk
    for member in vocabulary_of:
        for good in (member, member.value, np.str_(member.value)):
            assert faults_of(cls, field, good) == []
            assert stored(field, good) is member


@pytest.mark.parametrize(("cls", "field"), fields_of(tuple))
def test_sequences(cls: Any, field: "attrs.Attribute[Any]") -> None:
    """A list or tuple, stored as a tuple; no text, set, dict, generator or array."""
    junk: Any
    for junk in (
        "ab",
        {"a"},
        frozenset(),
        {},
        {"a": 1},
        (item for item in "ab"),
        iter([]),
        range(2),
        np.array(["a"]),
        3,
        None,
        [object()],
        [["a"]],
    ):
        assert faults_of(cls, field, junk), junk
    if (cls, field.name) != (model.Consent, "purposes"):
        assert faults_of(cls, field, []) == []
        assert stored(field, []) == ()
    if typing.get_args(field.type)[0] is str:
        assert stored(field, ["a", np.str_("b")]) == ("a", "b")
        assert [type(item) for item in stored(field, ["a", np.str_("b")])] == [str, str]


@pytest.mark.parametrize(("cls", "field"), fields_of(FrozenMapping))
def test_mappings(cls: Any, field: "attrs.Attribute[Any]") -> None:
    """Plain data with text keys; the fault names the key inside."""
    junk: Any
    for junk in ([], "a", 3, True, [("a", 1)], iter({}), {1: 2}, {"a": {1}}, {"a": float("nan")}):
        assert faults_of(cls, field, junk), junk
    deep = {"a": [0, {"b": object()}]}
    assert [fault.path for fault in faults_of(cls, field, deep)] == [f"{field.name}['a'][1]['b']"]
    assert type(stored(field, {})) is FrozenMapping


@pytest.mark.parametrize(("cls", "field"), fields_of(decimal.Decimal))
def test_money(cls: Any, field: "attrs.Attribute[Any]") -> None:
    """Exact amounts from 0; a float is none."""
    junk: Any
    for junk in (
        1.5,
        np.float64(1),
        True,
        -1,
        "-1",
        "1,5",
        "1_000",
        "",
        "NaN",
        decimal.Decimal("NaN"),
        decimal.Decimal("Infinity"),
        decimal.Decimal("-0"),
        "1e999",
        10**100,
        10**10_000,
    ):
        assert faults_of(cls, field, junk), junk
    for good in (decimal.Decimal("12.50"), "12.50", 12, np.int64(12), "1e3"):
        assert faults_of(cls, field, good) == []
        assert type(stored(field, good)) is decimal.Decimal


ALL = [
    pytest.param(cls, field, id=f"{cls.__name__}.{field.name}")
    for cls in classes()
    for field in attrs.fields(attrs.resolve_types(cls))
]


@pytest.mark.parametrize(("cls", "field"), ALL)
def test_hostile_depth_and_size(cls: Any, field: "attrs.Attribute[Any]") -> None:
    """Deep, endless and huge values are faults with a short message, in every field."""
    deep_list: list[Any] = []
    deep_dict: dict[str, Any] = {}
    for _ in range(10_000):
        deep_list = [deep_list]
        deep_dict = {"a": deep_dict}
    loop: list[Any] = []
    loop.append(loop)
    ring: dict[str, Any] = {}
    ring["a"] = ring
    for hostile in (deep_list, deep_dict, loop, ring, [ring], "x" * 10**6 + "\0", 10**20_000):
        faults = faults_of(cls, field, hostile)
        assert all(len(str(fault)) < 600 for fault in faults)
        # Only long text may be fine.
        assert faults or isinstance(hostile, str)


@pytest.mark.parametrize(("cls", "field"), ALL)
def test_objects_of_a_class_are_of_that_class(cls: Any, field: "attrs.Attribute[Any]") -> None:
    """A dict with the right keys, or another class, is no object of ours."""
    inner = [part for hint in parts_of(field.type) for part in typing.get_args(hint) or (hint,)]
    ours = [part for part in inner if isinstance(part, type) and issubclass(part, Checked)]
    if not ours:
        return
    many = typing.get_origin(field.type) is tuple
    for junk in (Shelf("s", "S"), {"id": "s", "name": "S"}, "s", ours[0]):
        (fault,) = faults_of(cls, field, [junk] if many else junk)
        assert fault.path == (f"{field.name}[0]" if many else field.name) or len(ours) > 1


@pytest.mark.parametrize(("cls", "field"), ALL)
def test_none_is_accepted_where_it_is_the_default(cls: Any, field: "attrs.Attribute[Any]") -> None:
    """None means "not known" exactly where a field says so, and is refused elsewhere."""
    optional = type(None) in parts_of(field.type)
    assert optional is (field.default is None)
    assert bool(faults_of(cls, field, None)) is not optional

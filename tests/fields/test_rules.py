"""Rules: what a field accepts, and the sentence that says so where it does not."""

import datetime
import decimal
import enum
from collections.abc import Callable
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd.errors import InvalidValueError
from abcd.fields import (
    AMOUNT,
    CODE,
    CODE_OR_NONE,
    CODES,
    COUNT_OR_NONE,
    DATE_OR_NONE,
    FLAG,
    FLAG_OR_NONE,
    ID,
    ID_OR_NONE,
    IDS,
    INTEGER_LIMIT,
    MAPPING,
    NAME,
    NON_NEGATIVE_OR_NONE,
    POSITIVE,
    TEXT,
    TEXT_OR_NONE,
    FrozenMapping,
    MappingRule,
    Rule,
    between,
    choice,
    instances,
    named,
    one_of,
)
from abcd.model import Asset, Person
from abcd.vocabulary import AssetKind, Control

RULES: dict[str, Rule] = {
    "AMOUNT": AMOUNT,
    "CODE": CODE,
    "CODE_OR_NONE": CODE_OR_NONE,
    "CODES": CODES,
    "COUNT_OR_NONE": COUNT_OR_NONE,
    "DATE_OR_NONE": DATE_OR_NONE,
    "FLAG": FLAG,
    "FLAG_OR_NONE": FLAG_OR_NONE,
    "ID": ID,
    "ID_OR_NONE": ID_OR_NONE,
    "IDS": IDS,
    "MAPPING": MAPPING,
    "NAME": NAME,
    "NON_NEGATIVE_OR_NONE": NON_NEGATIVE_OR_NONE,
    "POSITIVE": POSITIVE,
    "TEXT": TEXT,
    "TEXT_OR_NONE": TEXT_OR_NONE,
    "between": between(1, 5),
    "choice": choice(Control),
    "filled": CODES.filled(),
    "instances": instances(Asset),
}
D = decimal.Decimal
SOME_TEXT = "text that is not blank"
AN_ID = "text that is not blank and does not start with '@'"
# Values with which every rule is asked; per rule those that it accepts.
POOL: dict[str, Any] = {
    "None": None,
    "True": True,
    "0": 0,
    "3": 3,
    "-3": -3,
    "huge": INTEGER_LIMIT,
    "2.5": 2.5,
    "nan": float("nan"),
    "inf": float("inf"),
    "blank": " \t",
    "empty": "",
    "@": "@outside",
    "text": "a",
    "date": datetime.date(2024, 1, 31),
    "datetime": datetime.datetime(2024, 1, 31),  # noqa: DTZ001  # without a zone on purpose
    "D1.50": D("1.50"),
    "D-0": D("-0"),
    "DNaN": D("NaN"),
    "D1e30": D("1e30"),
    "D1e-31": D("1e-31"),
    "()": (),
    "(a,)": ("a",),
    "(@,)": ("@a",),
    "(3,)": (3,),
    "[a]": ["a"],
    "{}": {},
    "frozen": FrozenMapping({"a": 1}),
    "member": Control.PRIMARY,
    "object": object(),
    "asset": Asset("a", "A"),
    "array": np.array(["a", "b"]),
}
ACCEPTED = {
    "AMOUNT": {"D1.50"},
    "CODE": {"text", "@"},
    "CODE_OR_NONE": {"None", "text", "@"},
    "CODES": {"()", "(a,)", "(@,)"},
    "COUNT_OR_NONE": {"None", "0", "3"},
    "DATE_OR_NONE": {"None", "date"},
    "FLAG": {"True"},
    "FLAG_OR_NONE": {"None", "True"},
    "ID": {"text"},
    "ID_OR_NONE": {"None", "text"},
    "IDS": {"()", "(a,)"},
    "MAPPING": {"frozen"},
    "NAME": {"text", "@"},
    "NON_NEGATIVE_OR_NONE": {"None", "0", "3", "2.5"},
    "POSITIVE": {"3", "2.5"},
    "TEXT": {"text", "@"},
    "TEXT_OR_NONE": {"None", "text", "@"},
    "between": {"3", "2.5"},
    "choice": {"member"},
    "filled": {"(a,)", "(@,)"},
    "instances": {"asset"},
}


@pytest.mark.parametrize("name", RULES)
def test_each_rule_accepts_these_and_refuses_the_rest(name: str) -> None:
    """Of thirty values, each rule accepts exactly those of its kind."""
    test = RULES[name].test
    assert {label for label, value in POOL.items() if test(value)} == ACCEPTED[name]


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("label", POOL)
def test_a_rule_has_faults_where_its_test_fails(name: str, label: str) -> None:
    """Test and faults agree, and each fault begins at the field."""
    rule, value = RULES[name], POOL[label]
    settled = rule.settled(value)
    faults = list(rule.faults("field", settled))
    assert bool(faults) is not rule.test(settled)
    assert all(fault.path.startswith("field") for fault in faults)


@pytest.mark.parametrize(
    ("rule", "value", "found", "accepted"),
    [
        (ID, "@x", "found '@x'", AN_ID),
        (ID_OR_NONE, 7, "found 7", f"{AN_ID}, or None"),
        (CODE, " ", "found ' '", SOME_TEXT),
        (NAME, 7, "found int", SOME_TEXT),
        (TEXT_OR_NONE, " ", "found text of 1 character", f"{SOME_TEXT}, or None"),
        (CODES, "human", "found 'human'", f"a list or tuple, each item {SOME_TEXT}"),
        (
            CODES.filled(),
            (),
            "found a tuple of 0",
            f"a list or tuple, each item {SOME_TEXT}, at least one",
        ),
        (FLAG, 1, "found 1", "True or False"),
        (FLAG_OR_NONE, "yes", "found 'yes'", "True, False, or None for 'not asked'"),
        (
            DATE_OR_NONE,
            "31.1.24",
            "found '31.1.24'",
            "a date without time, text such as '2024-01-31', or None",
        ),
        (COUNT_OR_NONE, -1, "found -1", "a whole number from 0, or None"),
        (POSITIVE, 0, "found 0", "a finite number above 0"),
        (NON_NEGATIVE_OR_NONE, -0.5, "found -0.5", "a finite number from 0, or None"),
        (between(1, 5), 9, "found 9", "a number from 1 to 5"),
        (
            AMOUNT,
            1.5,
            "found 1.5",
            "a Decimal, an int or decimal text such as '1250.50', from 0",
        ),
        (MAPPING, [1], "found a list of 1", "a mapping of plain data"),
        (choice(Control), "owner", "found 'owner'", "one of 'primary', 'secondary', 'potential'"),
        (
            choice(Control),
            AssetKind.HUMAN,
            "found AssetKind",
            "one of 'primary', 'secondary', 'potential'",
        ),
        (instances(Asset), {"id": "a"}, "found a dict of 1", "an Asset"),
    ],
)
def test_the_whole_line(rule: Rule, value: object, found: str, accepted: str) -> None:
    """Where, what was found, what is accepted; private fields tell type and length only."""
    (fault,) = rule.faults("f", rule.settled(value))
    assert str(fault) == f"f: {found}; accepted: {accepted}"
    assert fault.code == "value"


@pytest.mark.parametrize(
    ("rule", "value", "line"),
    [
        (CODES, ("a", 3), f"f[1]: found 3; accepted: {SOME_TEXT}"),
        (IDS, ("@a", "b"), f"f[0]: found '@a'; accepted: {AN_ID}"),
        (instances(Person).each(), (3,), "f[0]: found int; accepted: a Person"),
        (
            MAPPING,
            {"a": {1}},
            (
                "f['a']: found a set of 1; accepted: "
                "text, a finite number, True, False, None, a list or a mapping"
            ),
        ),
    ],
)
def test_the_place_inside_a_value(rule: Rule, value: object, line: str) -> None:
    """Of a list or mapping, the item that is at fault is named."""
    (fault,) = rule.faults("f", rule.settled(value))
    assert str(fault) == line


@pytest.mark.parametrize(
    ("rule", "value", "stored"),
    [
        (ID, np.str_("p1"), "p1"),
        (ID_OR_NONE, np.str_("p1"), "p1"),
        (NAME, np.str_("Siti"), "Siti"),
        (CODE, AssetKind.HUMAN, "human"),
        (CODE_OR_NONE, np.str_("x"), "x"),
        (POSITIVE, np.float64(2.5), 2.5),
        (COUNT_OR_NONE, np.int64(3), 3),
        (between(1, 5), np.int8(3), 3),
        (FLAG, np.True_, True),
        (FLAG_OR_NONE, np.False_, False),
        (MAPPING, {"a": [1]}, FrozenMapping({"a": (1,)})),
        (choice(Control), "primary", Control.PRIMARY),
        (choice(Control), np.str_("primary"), Control.PRIMARY),
    ],
    ids=lambda value: repr(value)[:30] if not isinstance(value, Rule) else "",
)
def test_near_misses_settle(rule: Rule, value: object, stored: object) -> None:
    """numpy's text, numbers and truth values, and the text of a member, are stored plain."""
    settled = rule.settled(value)
    assert type(settled) is type(stored)
    assert settled == stored
    assert rule.test(settled)
    assert rule.settled(settled) is settled


def test_a_text_subclass_is_no_way_around_the_reserved_sign() -> None:
    """numpy's text with '@' is refused as well."""
    (fault,) = ID.faults("id", ID.settled(np.str_("@x")))
    assert fault.found == "'@x'"


def test_a_rule_is_a_validator_of_attrs() -> None:
    """In a plain attrs class it raises on the first field that is at fault."""

    @attrs.frozen
    class Shelf:
        id: str = attrs.field(validator=ID)

    assert Shelf("a").id == "a"
    with pytest.raises(InvalidValueError, match=r"^id: found 7; accepted: text") as caught:
        Shelf(7)  # type: ignore[arg-type]  # junk on purpose
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_a_shown_rule_shows() -> None:
    """The same rule for vocabulary lets a message repeat the value."""
    assert [fault.found for fault in NAME.faults("f", " ")] == ["text of 1 character"]
    assert [fault.found for fault in NAME.shown().faults("f", " ")] == ["' '"]


def test_an_optional_mapping_still_names_its_keys() -> None:
    """`or_none` keeps the kind of the rule."""
    rule = MappingRule(lambda value: isinstance(value, FrozenMapping), "a mapping").or_none()
    assert rule.test(None)
    (fault,) = rule.faults("geometry", {"coordinates": [float("inf")]})
    assert fault.path == "geometry['coordinates'][0]"
    (fault,) = rule.faults("geometry", 3)
    assert str(fault) == "geometry: found 3; accepted: a mapping, or None"


def test_subclasses_are_not_the_class() -> None:
    """Public classes are final: what is stored is what documents can describe."""

    class Special:
        """Something else that calls itself an asset."""

        __class__ = Asset  # type: ignore[assignment]  # a liar

    assert not instances(Asset).test(Special())
    assert named(Asset) == "an Asset"
    assert named(Person) == "a Person"


def test_an_argument_is_one_of_the_names() -> None:
    """An argument of a function is checked like a field, and the names are listed."""
    one_of("language", "en", ("en", "id"))
    one_of("language", np.str_("en"), ("en", "id"))
    for junk, found in [("xx", "'xx'"), (None, "None"), (["en"], "a list of 1"), (1, "1")]:
        with pytest.raises(InvalidValueError) as caught:
            one_of("language", junk, ("en", "id"))
        assert str(caught.value) == f"language: found {found}; accepted: one of 'en' or 'id'"
    many = [f"name {number}" for number in range(100)]
    with pytest.raises(InvalidValueError, match=r"accepted: one of 100 known names$"):
        one_of("metric", "zzz", many)


class Stubborn(enum.StrEnum):
    """A vocabulary with a member that has the text of another vocabulary's member."""

    PRIMARY = "primary"


def test_a_member_of_another_vocabulary_counts_by_its_text() -> None:
    """What people mean by "primary" does not depend on which enum of theirs it stands in."""
    assert choice(Control).settled(Stubborn.PRIMARY) is Control.PRIMARY


@pytest.mark.parametrize("name", RULES)
@given(
    value=st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.decimals(),
        st.text(),
        st.dates(),
        st.datetimes(),
        st.binary(),
        st.lists(st.text(), max_size=3),
        st.tuples(st.text()),
        st.dictionaries(st.text(), st.floats(), max_size=3),
    )
)
def test_rules_never_raise(name: str, value: object) -> None:
    """Any value is accepted or at fault, and what is settled once stays."""
    rule = RULES[name]
    settled = rule.settled(value)
    assert rule.settled(settled) is settled or not rule.test(settled)
    assert bool(list(rule.faults("f", settled))) is not rule.test(settled)


@pytest.mark.parametrize("name", [name for name in RULES if RULES[name].private])
@given(text=st.text(min_size=6))
def test_private_rules_do_not_repeat_the_value(name: str, text: str) -> None:
    """No part of a message depends on what a private field holds, only on its length."""
    other = "x" * len(text)
    probes: list[Callable[[str], object]] = [lambda t: [t], lambda t: {t: t}, lambda t: (t, 1)]
    for probe in probes:
        found = [str(fault) for fault in RULES[name].faults("f", probe(text))]
        assert found == [str(fault) for fault in RULES[name].faults("f", probe(other))]

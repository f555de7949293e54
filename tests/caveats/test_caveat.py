"""Caveats: data with a code, and the same sentence in two languages."""

import copy
import importlib
import json
import pickle
import pkgutil
import re
import string

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd import caveats
from abcd.caveats import Caveat, codes, message_template
from abcd.caveats.cycle import CYCLE
from abcd.caveats.evaluation import EVALUATION
from abcd.caveats.impact import IMPACT
from abcd.caveats.inventory import INVENTORY
from abcd.caveats.network import NETWORK
from abcd.caveats.potential import POTENTIAL
from abcd.caveats.wording import LANGUAGES, Wording, fill
from abcd.errors import InvalidValueError
from abcd.fields import thaw

from ..strategies import plain_data

# The code that is used where any code will do.
CODE = "small-n"


def tables() -> dict[str, dict[str, Wording]]:
    """Return the tables of wordings by the name of their room."""
    found = {}
    for module in pkgutil.iter_modules(caveats.__path__):
        room = importlib.import_module(f"abcd.caveats.{module.name}")
        for name in room.__all__:
            table = getattr(room, name)
            if isinstance(table, dict):
                assert name == module.name.upper()
                found[module.name] = table
    return found


ALL = [
    pytest.param(code, wording, id=code)
    for table in tables().values()
    for code, wording in table.items()
]


def placeholders(template: str) -> list[str]:
    """List the names in braces, sorted."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)


def test_a_code_stands_in_one_table() -> None:
    """No room can change the words of another, and all tables are in use."""
    listed = [code for table in tables().values() for code in table]
    assert len(listed) == len(set(listed))
    assert codes() == tuple(sorted(listed))
    assert {"impact", "inventory", "exchange"} <= set(tables())


@pytest.mark.parametrize(("code", "wording"), ALL)
def test_both_languages_are_there(code: str, wording: Wording) -> None:
    """Each wording is a sentence of its own in both languages, with the same placeholders."""
    assert placeholders(wording.en) == placeholders(wording.id)
    assert wording.en != wording.id
    for sentence in (wording.en, wording.id):
        assert sentence == sentence.strip()
        assert sentence.endswith((".", "?"))
        assert "  " not in sentence


@pytest.mark.parametrize(("code", "wording"), ALL)
def test_placeholders_are_plain_names(code: str, wording: Wording) -> None:
    """No attribute, index or format stands in braces, and codes are words with hyphens."""
    for template in (wording.en, wording.id):
        for _, name, form, conversion in string.Formatter().parse(template):
            assert name is None or (name.isidentifier() and form == "" and conversion is None)
    assert code == code.lower()
    assert all(part.isalnum() for part in code.split("-"))


@pytest.mark.parametrize(
    ("code", "wording"),
    [
        case
        for table in (CYCLE, EVALUATION, IMPACT, INVENTORY, NETWORK, POTENTIAL)
        for case in table.items()
    ],
)
def test_a_count_of_one_reads_well(code: str, wording: Wording) -> None:
    """No number stands before a plural, unless it is the whole of which something is a part."""
    plural = r"(?<!of )\{\w+\} (people|pairs|scores|options|points|raters|differences|entries)\b"
    assert not re.search(plural, wording.en), code


@pytest.mark.parametrize(("code", "wording"), NETWORK.items())
def test_a_count_of_one_node_reads_well(code: str, wording: Wording) -> None:
    """Of networks: neither "1 ties" nor "1 of 5 nodes have"."""
    plural = r"(?<!of )\{\w+\} (nodes|ties)\b|\} of \{\w+\} \w+ (have|are|were|share|lie)\b"
    # It is said of many pairs only.
    assert not re.search(plural, wording.en) or code == "projection-saturated"


@pytest.mark.parametrize(("code", "wording"), ALL)
def test_a_filled_message_has_no_braces(code: str, wording: Wording) -> None:
    """With every value given, both languages read as sentences."""
    data = dict.fromkeys(placeholders(wording.en), 7)
    for language in LANGUAGES:
        message = fill(getattr(wording, language), data, language)
        assert "{" not in message
        assert message.count("7") >= len(data)


def test_a_message_is_worded_for_the_reader() -> None:
    """English and Indonesian; `str` is the English one."""
    assert message_template(CODE, "id").startswith("Pasangan: hanya {n}.")
    caveat = Caveat(CODE, {"n": 3})
    assert caveat.message() == caveat.message("en") == str(caveat)
    assert caveat.message("en") == "Pairs: only 3. One person more or less can change the picture."
    assert caveat.message("id") == (
        "Pasangan: hanya 3. Satu orang lebih atau kurang dapat mengubah gambaran."
    )


def test_long_lists_of_fields_are_shortened_in_words() -> None:
    """Three names and how many more; all of them stand in the data, and four are shown."""
    named = ["a", "b", "c", "d", "e"]
    long = Caveat("no-ties", {"fields": named})
    assert long.message() == "The network has no ties (a, b, c and 2 more)."
    assert long.message("id") == "Jaringan ini tidak memiliki hubungan (a, b, c dan 2 lainnya)."
    assert long.data["fields"] == tuple(named)
    assert Caveat("no-ties", {"fields": named[:4]}).message().endswith("(a, b, c, d).")


def test_an_unknown_language_is_refused() -> None:
    """The error lists the languages there are."""
    with pytest.raises(InvalidValueError) as caught:
        Caveat(CODE).message("nl")
    assert str(caught.value) == "language: found 'nl'; accepted: one of 'en' or 'id'"


def test_an_unknown_code_is_refused() -> None:
    """In a caveat, and where its wording is asked for; there the nearest codes are named."""
    with pytest.raises(InvalidValueError) as caught:
        Caveat("small-m", {1: 2})  # type: ignore[dict-item]  # junk on purpose
    assert str(caught.value) == (
        "2 faults\n"
        "  code: found 'small-m'; accepted: a documented code of abcd.caveats\n"
        "  data: found a key of type int; accepted: text keys"
    )
    with pytest.raises(InvalidValueError, match=r"^code: found 'small-m'; accepted: .*'small-n'"):
        message_template("small-m")


def test_caveats_are_values() -> None:
    """They hash, compare, pickle, copy and evolve by code and data."""
    caveat = Caveat(CODE, {"n": 3, "fields": ["t", "p"]})
    assert caveat.data["fields"] == ("t", "p")
    for again in (
        pickle.loads(pickle.dumps(caveat)),
        copy.deepcopy(caveat),
        attrs.evolve(caveat),
        Caveat(CODE, {"fields": ("t", "p"), "n": 3}),
    ):
        assert again == caveat
        assert hash(again) == hash(caveat)
    assert caveat != Caveat(CODE, {"n": 4})
    assert repr(Caveat(CODE)) == "Caveat(code='small-n')"


@pytest.mark.parametrize(
    ("value", "english", "indonesian"),
    [
        (3, "3", "3"),
        (12345, "12345", "12345"),
        (0.03125, "0.03125", "0,03125"),
        (1234567.0, "1.235e+06", "1,235e+06"),
        (2.0, "2", "2"),
        (True, "yes", "ya"),
        (False, "no", "tidak"),
        (None, "none", "tidak ada"),
        ("a.b", "a.b", "a.b"),
        (("t", "p"), "t, p", "t, p"),
        ([0.5, 2], "0.5, 2", "0,5; 2"),
        ((), "", ""),
    ],
)
def test_values_are_put_in_words(value: object, english: str, indonesian: str) -> None:
    """Decimal marks, yes and no, and lists follow the language."""
    assert fill("<{x}>", {"x": value}, "en") == f"<{english}>"
    assert fill("<{x}>", {"x": value}, "id") == f"<{indonesian}>"


def test_a_missing_value_shows_its_name() -> None:
    """A message is never an error: what is not given stays in braces."""
    assert fill("{n} of {total}", {"n": 3}, "en") == "3 of {total}"
    assert Caveat(CODE).message().startswith("Pairs: only {n}.")


def test_data_are_never_a_template() -> None:
    """Braces in data are text."""
    hostile = "{caveat.__class__} {n} {{"
    assert fill("{x} {n}", {"x": hostile, "n": 1}, "en") == hostile + " 1"


@given(code=st.sampled_from(codes()), data=plain_data())
def test_any_data_give_a_message(code: str, data: dict[str, object]) -> None:
    """Whatever plain data a caveat carries, it can be worded and written as JSON."""
    caveat = Caveat(code, data)
    for language in LANGUAGES:
        assert caveat.message(language)
    assert json.loads(json.dumps(thaw(caveat.data))) == thaw(caveat.data)

"""Reading before and after: forms, ids, missing values, and every refusal with its place."""

from collections import deque
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import pytest

from abcd.errors import InvalidValueError
from abcd.impact import increase, normalized_gain, paired_change

SEQUENCES = ([4, 6, 7], [6, 6, 9])
MAPPINGS = ({"a": 4, "b": 6, "c": 7}, {"a": 6, "b": 6, "c": 9})


class Row(NamedTuple):
    """A row as a table library gives it."""

    id: str
    score: float


def lines(before: Any, after: Any, **options: Any) -> list[str]:
    """Return the faults of a call that must fail, a line each."""
    with pytest.raises(InvalidValueError) as caught:
        paired_change(before, after, **options)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(*(tuple(wave) for wave in SEQUENCES), id="tuples"),
        pytest.param(*(deque(wave) for wave in SEQUENCES), id="deques"),
        pytest.param(*(np.array(wave) for wave in SEQUENCES), id="integer-arrays"),
        pytest.param(*(np.array(wave, dtype=np.float32) for wave in SEQUENCES), id="float32"),
        pytest.param(*(pd.Series(wave) for wave in SEQUENCES), id="series"),
        pytest.param(*([Fraction(x) for x in wave] for wave in SEQUENCES), id="fractions"),
        pytest.param([4.0, 6, np.int8(7)], [np.float64(6), 6.0, 9], id="mixed-numbers"),
        pytest.param(*MAPPINGS, id="mappings"),
        pytest.param(MAPPINGS[0], {"c": 9, "a": 6, "b": 6}, id="mapping-in-another-order"),
        pytest.param([("a", 4), ["b", 6], Row("c", 7)], [("c", 9), ("b", 6), ("a", 6)], id="rows"),
        pytest.param({1: 4, 2: 6, 3: 7}, {np.int64(3): 9, 2: 6, 1: 6}, id="whole-number-ids"),
    ],
)
def test_forms_are_equal(before: Any, after: Any) -> None:
    """The same people with the same scores give the same result in every form."""
    assert paired_change(before, after) == paired_change(*SEQUENCES)


def test_float32_scores_are_the_decimals_that_they_print() -> None:
    """12.3 stored in 32 bits is 12.300000190734863 in 64; read so, it would break ties."""
    before, after = np.array([12.3, 10.1], np.float32), np.array([12.4, 10.2], np.float32)
    change = paired_change(before, after)
    assert (change.resolution, change.sd_change, change.mean_change) == (0.1, 0, 0.1)


def test_unmatched_people_are_listed() -> None:
    """Who has only one score is in the result, in the order of the data, and in a caveat."""
    before = {"a": 1, "x": 2, "b": 3, "y": 4}
    change = paired_change(before, {"z": 9, "b": 5, "a": 2})
    assert (change.n, change.unmatched_before, change.unmatched_after) == (2, ("x", "y"), ("z",))
    caveat = next(caveat for caveat in change.caveats if caveat.code == "unmatched")
    assert dict(caveat.data) == {"before": 2, "after": 1, "n": 2}
    only_after = paired_change({"a": 1, "b": 3}, {"z": 9, "b": 5, "a": 2})
    assert [caveat.code for caveat in only_after.caveats].count("unmatched") == 1


def test_ids_are_not_made_alike() -> None:
    """The number 1 and the text "1" are different people; nothing is trimmed or folded."""
    change = paired_change({1: 3, "b ": 4}, {"1": 5, "b": 6})
    assert change.n == 0
    assert change.unmatched_before == (1, "b ")
    assert change.unmatched_after == ("1", "b")


def test_nobody_matched_is_a_result() -> None:
    """Two waves of different people give no pairs, and caveats that say so."""
    change = paired_change([("a", 1)], [("b", 1)])
    assert [caveat.code for caveat in change.caveats] == [
        "no-comparison-group",
        "unmatched",
        "no-pairs",
    ]


def test_one_empty_wave_of_rows() -> None:
    """No rows beside rows: everyone is unmatched."""
    assert paired_change([("a", 1)], []).unmatched_before == ("a",)
    assert paired_change([], [("a", 1)]).unmatched_after == ("a",)
    assert paired_change({"a": 1}, {}).unmatched_before == ("a",)


# --- labels of series ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "function",
    [paired_change, increase, lambda before, after: normalized_gain(before, after, maximum=10)],
    ids=["paired_change", "increase", "normalized_gain"],
)
@pytest.mark.parametrize(
    "labels",
    [["a", "c", "b"], ["a", "b", "x"], [0, 1, 2]],
    ids=["other order", "other people", "other kind"],
)
def test_series_with_different_labels_are_refused(function: Any, labels: list[Any]) -> None:
    """Rows of two tables belong together by position only where their labels agree."""
    before, after = pd.Series(MAPPINGS[0]), pd.Series([6, 6, 9], index=labels)
    with pytest.raises(InvalidValueError) as caught:
        function(before, after)
    (fault,) = caught.value.faults
    assert (fault.path, fault.code) == ("after", "index")
    assert str(fault) == (
        "after: found another index than that of before; accepted: the same index in the same "
        "order: give before.to_dict() and after.to_dict(), which are matched by id, or "
        ".to_numpy() of both where the positions are right"
    )


def test_series_are_read_by_position_where_nothing_contradicts() -> None:
    """The same labels, or labels on one side only."""
    before, after = pd.Series(MAPPINGS[0]), pd.Series(MAPPINGS[1])
    expected = paired_change(*SEQUENCES)
    assert paired_change(before, after) == expected
    assert paired_change(before, SEQUENCES[1]) == expected
    assert paired_change(SEQUENCES[0], after) == expected
    other = pd.Series({"c": 9, "b": 6, "a": 6})
    assert paired_change(before.to_dict(), other.to_dict()) == expected


# --- missing values ------------------------------------------------------------------------------


def test_missing_values_are_refused_with_their_rows() -> None:
    """None and nan in either wave, all at once, with what can be done."""
    found = lines([1, None, float("nan")], [2, 3, np.nan])
    assert found == [
        f"{path}: found the missing value {value}; accepted: a finite number, 0 or between 1e-90 "
        'and 1e90 in size; missing="omit" leaves such pairs out and lists them'
        for path, value in (("before[1]", None), ("before[2]", "nan"), ("after[2]", "nan"))
    ]


@pytest.mark.parametrize(
    ("before", "after", "omitted"),
    [
        pytest.param([1, None, 3, 4], [2, 3, float("nan"), 6], (1, 2), id="rows-from-0"),
        pytest.param(
            {"a": 1, "b": None, "c": 3, "d": 4},
            {"a": 2, "b": 3, "c": None, "d": 6},
            ("b", "c"),
            id="ids",
        ),
    ],
)
def test_missing_pairs_are_left_out_and_listed(before: Any, after: Any, omitted: Any) -> None:
    """With missing="omit" the pair goes, its row or id stays in the result, a caveat counts it."""
    change = paired_change(before, after, missing="omit")
    assert (change.n, change.omitted, change.mean_change) == (2, omitted, 1.5)
    caveat = next(caveat for caveat in change.caveats if caveat.code == "missing-omitted")
    assert dict(caveat.data) == {"omitted": 2, "n": 2}


def test_a_missing_score_of_an_unmatched_person() -> None:
    """Unmatched comes first: the person is listed once, as unmatched."""
    change = paired_change({"a": 1, "b": None}, {"a": 2}, missing="omit")
    assert (change.unmatched_before, change.omitted) == (("b",), ())


def test_everything_missing_is_a_result() -> None:
    """No complete pair is thin, not wrong."""
    change = paired_change([None], [1], missing="omit")
    assert (change.n, change.omitted, change.mean_change) == (0, (0,), None)


# --- refusals ------------------------------------------------------------------------------------

NUMBER = "accepted: a finite number, 0 or between 1e-90 and 1e90 in size"


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("12", "'12'"),
        ("", "''"),
        (True, "True"),
        (np.True_, "bool"),
        (float("inf"), "inf"),
        (-float("inf"), "-inf"),
        (np.float32("inf"), "inf"),
        (1e91, "1e+91"),
        (1e-91, "1e-91"),
        (10**400, "an integer of 1329 bits"),
        (Fraction(10**400), "Fraction"),
        (Decimal("1.5"), "Decimal 1.5"),
        (1j, "complex"),
        (pd.NA, "NAType"),
        ({}, "a dict of 0"),
        (np.array(1.0), "ndarray"),
    ],
    ids=lambda value: repr(value)[:15],
)
def test_what_is_no_number_is_refused(value: Any, found: str) -> None:
    """Numbers in text, bools, infinities and other things are refused where they stand."""
    assert lines([1, value], [2, 3]) == [f"before[1]: found {found}; {NUMBER}"]
    assert lines({"a": 1, "b": value}, {"a": 2}) == [f"before['b']: found {found}; {NUMBER}"]
    assert lines([("a", 1)], [("a", value)]) == [f"after[0]: found {found}; {NUMBER}"]


def test_all_faults_of_both_waves_come_together() -> None:
    """One error lists every fault, so that data are repaired in one go."""
    with pytest.raises(InvalidValueError, match="4 faults"):
        paired_change([1, "2", True], [float("inf"), 2, "x"])


def test_different_lengths() -> None:
    """Sequences are never cut to the shorter one."""
    expected = (
        "after: found 2 values; accepted: 3, one for each value of before and in the same order"
    )
    assert lines([1, 2, 3], [1, 2]) == [expected]
    assert lines([], [1]) == [
        "after: found 1 values; accepted: 0, one for each value of before and in the same order"
    ]
    assert lines([1], [])[0].startswith("after: found 0 values; accepted: 1,")


def test_duplicate_ids() -> None:
    """The last one does not win: both places are named."""
    assert lines([("a", 1), ("b", 2), ("a", 3)], [("a", 1)]) == [
        "before[2]: found the id 'a' again, first at before[0]; accepted: each participant once"
    ]
    assert lines({np.str_("a"): 1}, [("a", 1), ("a", 1)])[0].startswith(
        "after[1]: found the id 'a'"
    )


@pytest.mark.parametrize("key", [None, 1.5, True, "", "  ", ("a",), b"a"], ids=repr)
def test_ids_are_text_or_whole_numbers(key: Any) -> None:
    """An id that would match by luck is refused."""
    accepted = "accepted: a participant's id: a whole number, or text that is not blank"
    (line,) = lines([(key, 1)], [("a", 1)])
    assert line.startswith("before[0]: found the id ")
    assert line.endswith(accepted)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ([1], {"a": 1}, "mapping, beside numbers in before"),
        ({"a": 1}, [1], "numbers, beside mapping in before"),
        ([("a", 1)], [1], "numbers, beside rows in before"),
        ([("a", 1)], {"a": 1}, "mapping, beside rows in before"),
        ([], {"a": 1}, "mapping, beside empty in before"),
        ({}, [], "empty, beside mapping in before"),
    ],
)
def test_mixed_forms(before: Any, after: Any, found: str) -> None:
    """Ids on one side only can not be matched."""
    assert lines(before, after) == [f"after: found {found}; accepted: the same form as before"]


@pytest.mark.parametrize(
    ("wave", "path"),
    [
        ([("a", 1), 2], "before[1]"),
        ([("a", 1), ("b",)], "before[1]"),
        ([("a", 1, 2)], "before[0]"),
        ([[1], [2]], "before[0]"),
    ],
)
def test_rows_have_two_parts(wave: Any, path: str) -> None:
    """A row that is none is named by its place."""
    assert lines(wave, [("a", 1)])[0].startswith(f"{path}: found ")
    assert "accepted: a row (id, number)" in lines(wave, [("a", 1)])[0]


def test_a_pair_among_numbers_is_no_number() -> None:
    """The first item decides; a row further down is named."""
    assert lines([1, ("a", 2)], [1, 2]) == [f"before[1]: found a tuple of 2; {NUMBER}"]


@pytest.mark.parametrize(
    "wave",
    [
        None,
        5,
        "12",
        b"12",
        bytearray(b"12"),
        memoryview(b"12"),
        {1, 2},
        iter([1, 2]),
        (x for x in [1, 2]),
        np.array(5.0),
        np.array([[1.0, 2.0]]),
        pd.DataFrame({"a": [1, 2]}),
        object(),
    ],
    ids=lambda wave: type(wave).__name__,
)
def test_what_is_no_wave(wave: Any) -> None:
    """Text, sets, iterators and tables have no order of people to rely on."""
    for before, after, name in ((wave, [1, 2], "before"), ([1, 2], wave, "after")):
        (line,) = lines(before, after)
        assert line.startswith(f"{name}: found ")
        assert line.endswith(
            "accepted: a sequence of numbers, a mapping from participant id to number, or rows "
            "(id, number)"
        )


@pytest.mark.parametrize("function", [increase, lambda b, a: normalized_gain(b, a, maximum=10)])
def test_other_functions_read_the_same_way(function: Any) -> None:
    """Gain and increase take the same forms and refuse the same faults."""
    assert function(*MAPPINGS) == function(*SEQUENCES)
    with pytest.raises(InvalidValueError, match=r"before\[0\]: found '4'"):
        function(["4"], [5])
    with pytest.raises(InvalidValueError, match="after: found 1 values"):
        function([4, 5], [5])


@pytest.mark.parametrize("function", [increase, lambda b, a: normalized_gain(b, a, maximum=10)])
@pytest.mark.parametrize(
    ("before", "after", "start"),
    [
        ([4], 5, "before: found a list of 1"),
        (4, [5], "after: found a list of 1"),
        (4, None, "after: found None"),
        ("4", 5, "before: found '4'"),
        (True, 5, "before: found True"),
        (float("inf"), 5, "before: found inf"),
        (5, float("nan"), "after: found nan"),
    ],
)
def test_two_means_or_two_waves(function: Any, before: Any, after: Any, start: str) -> None:
    """Beside one number only another number makes sense."""
    with pytest.raises(InvalidValueError) as caught:
        function(before, after)
    assert str(caught.value) == f"{start}; {NUMBER}"

"""The table a choice stands on: what it accepts, what it refuses and how it says so."""

import copy
import math
import pickle
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest

import abcd
from abcd.errors import InvalidValueError
from abcd.potential import Criterion, DecisionTable

PEOPLE, COST = Criterion("people"), Criterion("cost", "min")
CRITERIA = [PEOPLE, COST]
OPTIONS = ["oven", "path"]


def table(scores: Any, **fields: Any) -> DecisionTable:
    """Build a table of two options and two criteria."""
    return DecisionTable(OPTIONS, CRITERIA, scores, **fields)


def faults_of(scores: Any, **fields: Any) -> list[str]:
    """Return the sentences with which the scores are refused."""
    with pytest.raises(InvalidValueError) as caught:
        table(scores, **fields)
    return [str(fault) for fault in caught.value.faults]


def same(found: Any, expected: Any) -> bool:
    """Tell whether two arrays are equal, nan with nan."""
    return np.array_equal(np.asarray(found), np.asarray(expected, dtype=float), equal_nan=True)


# --- what is accepted ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "scores",
    [
        [[1, 2], [3, 4]],
        ((1.0, 2.0), (3.0, 4.0)),
        np.array([[1, 2], [3, 4]]),
        np.array([[1, 2], [3, 4]], dtype=np.float32),
        np.array([[1, 2], [3, 4]], dtype=object),
        [np.array([1, 2]), (3, 4)],
        [[Fraction(1), np.int64(2)], [np.float64(3), 4]],
    ],
    ids=["lists", "tuples", "integers", "float32", "objects", "mixed rows", "numbers"],
)
def test_a_table_takes_what_people_have(scores: Any) -> None:
    """Rows of numbers in lists, tuples and arrays become one array of floats."""
    made = table(scores)
    assert made == table([[1.0, 2.0], [3.0, 4.0]])
    assert made.scores.dtype == np.float64
    assert not made.has_intervals


def test_none_and_nan_are_gaps() -> None:
    """A cell that nobody knows is nan."""
    made = table([[1, None], [math.nan, 4]])
    assert same(made.scores, [[1, math.nan], [math.nan, 4]])


def test_a_pair_is_an_interval_and_a_point_has_two_equal_ends() -> None:
    """One pair makes room for both ends of every score."""
    made = table([[1, (200, 300)], [3, None]])
    assert made.has_intervals
    assert same(made.low, [[1, 200], [3, math.nan]])
    assert same(made.high, [[1, 300], [3, math.nan]])
    assert same(made.points(), [[1, 250], [3, math.nan]])


def test_pairs_everywhere_and_an_array_with_two_ends_are_the_same() -> None:
    """The array of shape (options, criteria, 2) is what intervals are stored in."""
    pairs = [[(1, 2), (3, 4)], [(5, 6), (None, None)]]
    array = np.array([[[1, 2], [3, 4]], [[5, 6], [math.nan, math.nan]]])
    assert table(pairs) == table(array)
    assert table(pairs).scores.shape == (2, 2, 2)


def test_pairs_that_are_points_are_points() -> None:
    """Intervals without width that were mixed with numbers leave nothing behind."""
    assert table([[(1, 1), 2], [3, 4]]) == table([[1, 2], [3, 4]])


def test_each_rater_has_a_table() -> None:
    """Scores of several raters stay apart, and condense to their mean."""
    made = table([[[1, 2], [3, None]], [[3, 6], [None, None]]], raters=["ayu", 7])
    assert made.scores.shape == (2, 2, 2)
    assert not made.has_intervals
    assert same(made.points(), [[2, 4], [3, math.nan]])


def test_raters_may_give_intervals() -> None:
    """Four levels: rater, option, criterion, ends."""
    made = table([[[1, (2, 4)], [3, 4]], [[3, 6], [3, 4]]], raters=["ayu", "budi"])
    assert made.has_intervals
    assert made.low.shape == (2, 2, 2)
    assert same(made.points(), [[2, 4.5], [3, 4]])


def test_the_spread_is_the_sample_sd_over_raters() -> None:
    """Against numpy's own standard deviation with one degree of freedom taken off."""
    scores = np.array([[[1, 2], [3, 4]], [[3, 6], [3, 5]], [[8, math.nan], [3, math.nan]]])
    made = table(scores, raters=["a", "b", "c"])
    expected: Any = [
        [np.std([1, 3, 8], ddof=1), np.std([2, 6], ddof=1)],
        [0, np.std([4, 5], ddof=1)],
    ]
    np.testing.assert_allclose(made.spread(), expected, rtol=1e-12)
    assert same(table(scores[:1], raters=["a"]).spread(), [[math.nan] * 2] * 2)


@pytest.mark.parametrize("unit", [1e-300, 1e299])
def test_the_spread_has_no_size_that_is_too_large(unit: float) -> None:
    """Squares of such differences are beyond all floats; the SD is not."""
    scores = np.array([[[1, 2], [3, 4]], [[3, 6], [3, 5]]]) * unit
    expected = np.array([[math.sqrt(2), math.sqrt(8)], [0, math.sqrt(0.5)]]) * unit
    np.testing.assert_allclose(table(scores, raters=["a", "b"]).spread(), expected, rtol=1e-12)


def test_without_raters_there_is_no_spread() -> None:
    """One table says nothing about how far people differ."""
    assert np.isnan(table([[1, 2], [3, 4]]).spread()).all()


@pytest.mark.parametrize(
    "options",
    [range(2), (0, 1), np.array([0, 1]), [np.int64(0), 1]],
    ids=["range", "tuple", "array", "numpy"],
)
def test_options_may_be_numbered(options: Any) -> None:
    """Ids are text or whole numbers, also those of numpy."""
    made = DecisionTable(options, CRITERIA, [[1, 2], [3, 4]])
    assert made.options == (0, 1)
    assert set(map(type, made.options)) == {int}


def test_text_of_numpy_is_an_id() -> None:
    """Ids out of an array are ordinary text."""
    made = DecisionTable([np.str_("oven"), "path"], CRITERIA, [[1, 2], [3, 4]])
    assert set(map(type, made.options)) == {str}


# --- what is refused -----------------------------------------------------------------------------


def test_faults_name_cell_option_criterion_and_what_is_accepted() -> None:
    """Four kinds of fault in one table, all at once."""
    assert faults_of([[1, "200"], [(5, 3), math.inf]]) == [
        (
            "scores[0][1]: found '200' (option 'oven', criterion 'cost'); "
            "accepted: a finite number, None for a gap, or a pair (low, high)"
        ),
        (
            "scores[1][1]: found inf (option 'path', criterion 'cost'); "
            "accepted: a finite number, None for a gap, or a pair (low, high), below 1e+300 in size"
        ),
        (
            "scores[1][0]: found the pair (5.0, 3.0) (option 'path', criterion 'people'); "
            "accepted: a pair (low, high), both known and low not above high"
        ),
    ]


@pytest.mark.parametrize(
    "cell",
    [
        True,
        "3",
        b"3",
        {},
        [1],
        [1, 2, 3],
        [[1], [2]],
        np.bool_(True),
        10**400,
        1j,
        pytest.param(object(), id="object"),
        ["a", 2],
    ],
    ids=repr,
)
def test_what_is_no_number_is_refused(cell: Any) -> None:
    """Truth values, text and lists are no scores; nothing is coerced."""
    (fault,) = faults_of([[1, 2], [cell, 4]])
    assert fault.startswith("scores[1][0]: found ")
    assert "(option 'path', criterion 'people')" in fault


@pytest.mark.parametrize("value", [math.inf, -math.inf, 1e300, -1e300])
@pytest.mark.parametrize("kind", ["list", "array"])
def test_infinite_and_huge_numbers_are_refused(value: float, kind: str) -> None:
    """Sums and differences of scores stay inside the range of a float."""
    scores: Any = [[1, None], [value, 4]]
    (fault,) = faults_of(scores if kind == "list" else np.array(scores, dtype=float))
    assert "below 1e+300 in size" in fault
    assert fault.startswith("scores[1][0]")


@pytest.mark.parametrize("pair", [(None, 2), (1, None), (math.nan, 2)])
def test_an_interval_has_two_ends(pair: Any) -> None:
    """Half a pair is no interval and no gap."""
    (fault,) = faults_of([[pair, 2], [3, 4]])
    assert fault.startswith("scores[0][0]: found the pair")


def test_the_wrong_number_of_rows_or_scores_is_refused() -> None:
    """Lists and arrays say where the length is wrong."""
    row = "scores[1]: found a length of 1 (option 'path'); accepted: 2, one for each criterion"
    rows = "scores: found a length of 3; accepted: 2, one for each option"
    assert faults_of([[1, 2], [3]]) == [row]
    assert faults_of([[1, 2], [3, 4], [5, 6]]) == [rows]
    assert faults_of(np.ones((3, 2))) == [rows]
    columns = "scores: found a length of 3; accepted: 2, one for each criterion"
    assert faults_of(np.ones((2, 3))) == [columns]
    assert rows in faults_of([[1, "2"], [3, 4], [5, 6]])


@pytest.mark.parametrize("shape", [(4,), (2, 2, 3), (2, 2, 2, 2)])
def test_the_wrong_number_of_dimensions_is_refused(shape: tuple[int, ...]) -> None:
    """Several tables need raters, and an interval two ends."""
    (fault,) = faults_of(np.ones(shape))
    assert f"found {len(shape)} dimensions" in fault
    assert "accepted: 2 (option x criterion), and one more of length 2 for intervals" in fault


@pytest.mark.parametrize("scores", [None, 3, "1234", {"oven": 1}, object(), np.float64(1)])
def test_what_is_no_table_is_refused(scores: Any) -> None:
    """A message says that there should be a row an option."""
    (fault,) = faults_of(scores)
    assert fault.startswith("scores: found ")
    assert fault.endswith("accepted: a list, one item for each option")


def test_text_in_an_array_is_refused_cell_by_cell() -> None:
    """An array of text is no array of numbers."""
    assert len(faults_of(np.array([["1", "2"], ["3", "4"]]))) == 4


def test_rows_that_are_no_rows_are_refused() -> None:
    """Each by its option."""
    assert faults_of([[1, 2], 5]) == [
        "scores[1]: found 5 (option 'path'); accepted: a list, one item for each criterion"
    ]
    assert len(faults_of([])) == 1
    assert len(faults_of([[], []])) == 2
    assert len(faults_of([[[[[[1]]]]]])) == 3


def test_a_score_outside_its_scale_is_refused() -> None:
    """A scale from 1 to 5 makes a 6 a slip of the pen; gaps are no scores."""
    use = Criterion("use", minimum=1, maximum=5)
    reach = Criterion("reach", minimum=0)
    limit = Criterion("limit", maximum=9)
    with pytest.raises(InvalidValueError, match="5 faults") as caught:
        DecisionTable(
            ["a", "b", "c"], [use, reach, limit], [[6, -1, 10], [0, None, 9], [(4, 5.5), 0, None]]
        )
    assert [str(fault) for fault in caught.value.faults] == [
        (
            "scores[0][0]: found 6.0 (option 'a', criterion 'use'); "
            "accepted: a score from 1 up to 5, the scale of this criterion"
        ),
        (
            "scores[1][0]: found 0.0 (option 'b', criterion 'use'); "
            "accepted: a score from 1 up to 5, the scale of this criterion"
        ),
        (
            "scores[2][0]: found 5.5 (option 'c', criterion 'use'); "
            "accepted: a score from 1 up to 5, the scale of this criterion"
        ),
        (
            "scores[0][1]: found -1.0 (option 'a', criterion 'reach'); "
            "accepted: a score from 0, the scale of this criterion"
        ),
        (
            "scores[0][2]: found 10.0 (option 'a', criterion 'limit'); "
            "accepted: a score up to 9, the scale of this criterion"
        ),
    ]


def test_a_fault_of_a_rater_names_the_rater() -> None:
    """The third index is the criterion."""
    (fault,) = faults_of([[[1, 2], [3, 4]], [[1, "x"], [3, 4]]], raters=["ayu", "budi"])
    assert fault.startswith(
        "scores[1][0][1]: found 'x' (rater 'budi', option 'oven', criterion 'cost')"
    )


def test_ids_stand_once() -> None:
    """Options, criteria and raters are each refused where they stand twice."""
    with pytest.raises(InvalidValueError, match="3 faults") as caught:
        DecisionTable(
            ["oven", "oven"], [PEOPLE, PEOPLE], [[[1, 2], [3, 4]]] * 2, raters=["ayu", "ayu"]
        )
    assert [str(fault) for fault in caught.value.faults] == [
        "options[1]: found the id 'oven' again, first at options[0]; accepted: each id once",
        "criteria[1].id: found the id 'people' again, first at criteria[0]; accepted: each id once",
        "raters[1]: found the id 'ayu' again, first at raters[0]; accepted: each id once",
    ]


@pytest.mark.parametrize(
    ("options", "criteria", "raters", "paths"),
    [
        ([], [], [], ["options", "criteria"]),
        (["@x", ""], CRITERIA, [], ["options[0]", "options[1]"]),
        ([True, 1.5], CRITERIA, [], ["options[0]", "options[1]"]),
        ("ab", CRITERIA, [], ["options"]),
        (OPTIONS, ["people", COST], [], ["criteria[0]"]),
        (OPTIONS, {"people": 1}, [], ["criteria"]),
        (OPTIONS, CRITERIA, "ab", ["raters"]),
        ([10**400, 1], CRITERIA, [], ["options[0]"]),
    ],
    ids=["empty", "blank", "no ids", "text", "no criterion", "mapping", "raters", "huge"],
)
def test_ids_and_criteria_are_checked(
    options: Any, criteria: Any, raters: Any, paths: list[str]
) -> None:
    """Each list says which of its items is no id, or no criterion."""
    scores = [[1, 2], [3, 4]] if raters == [] else [[[1, 2], [3, 4]]]
    with pytest.raises(InvalidValueError) as caught:
        DecisionTable(options, criteria, scores, raters=raters)
    assert [fault.path for fault in caught.value.faults] == paths


@pytest.mark.parametrize("kind", ["list", "array"])
def test_a_fault_of_ids_does_not_hide_one_of_scores(kind: str) -> None:
    """Cells are read as far as they can be named."""
    scores: Any = [[1, math.inf], [3, 4]]
    with pytest.raises(InvalidValueError) as caught:
        DecisionTable(
            ["@", "b"], CRITERIA, scores if kind == "list" else np.array(scores, dtype=float)
        )
    assert [fault.path for fault in caught.value.faults] == ["options[0]", "scores[0][1]"]
    assert caught.value.faults[1].found == "inf (criterion 'cost')"


def test_uneven_scores_of_unknown_options_are_still_read() -> None:
    """Nothing crashes where neither names nor lengths can be relied on."""
    with pytest.raises(InvalidValueError) as caught:
        DecisionTable([], CRITERIA, [[1, "x"], [3]])
    assert [fault.path for fault in caught.value.faults] == ["options", "scores[0][1]", "scores[1]"]
    with pytest.raises(InvalidValueError, match="options"):
        DecisionTable([], CRITERIA, np.empty((0, 2)))


# --- a value -------------------------------------------------------------------------------------

VARIANTS: dict[str, tuple[Any, list[str]]] = {
    "points": ([[1, 2], [3, 4]], []),
    "gaps": ([[1, None], [3, 4]], []),
    "intervals": ([[1, (2, 3)], [3, 4]], []),
    "raters": ([[[1, 2], [3, 4]], [[1, None], [3, 4]]], ["a", "b"]),
    "both": ([[[1, (1, 2)], [3, 4]], [[1, None], [3, 4]]], ["a", "b"]),
}


@pytest.mark.parametrize(("scores", "raters"), VARIANTS.values(), ids=VARIANTS)
def test_a_table_is_a_value(scores: Any, raters: list[str]) -> None:
    """It copies, pickles, evolves, hashes, and has a document; its array stays read-only."""
    made = table(scores, raters=raters)
    for again in (
        copy.copy(made),
        copy.deepcopy(made),
        attrs.evolve(made),
        *(pickle.loads(pickle.dumps(made, protocol)) for protocol in range(2, 6)),
        abcd.from_dict(abcd.to_dict(made), DecisionTable),
    ):
        assert again == made
        assert hash(again) == hash(made)
        assert not again.scores.flags.writeable
    assert made != table([[9, 9], [9, 9]])


def test_a_table_does_not_follow_the_array_it_was_made_from() -> None:
    """Not even where that array is seen through a read-only window."""
    scores = np.asfortranarray(np.ones((2, 2)))
    window = scores.view()
    window.setflags(write=False)
    made = table(window)
    scores[0, 0] = 9
    assert made.scores[0, 0] == 1


def test_a_settled_array_is_not_copied() -> None:
    """A table made anew from another's scores shares them: a million options are 64 megabytes."""
    made = table([[1, 2], [3, 4]])
    again = DecisionTable(["a", "b"], CRITERIA, made.scores)
    assert again.scores is made.scores
    assert made.scores.flags.f_contiguous


def test_a_document_lists_all_faults() -> None:
    """A wrong direction and a wrong cell in one document are two faults with paths."""
    document = abcd.to_dict(table([[1, 2], [3, 4]]))
    document["criteria"][1]["direction"] = "low"
    document["scores"][0][1] = "2"
    with pytest.raises(abcd.AbcdError) as caught:
        abcd.from_dict(document, DecisionTable)
    paths = [fault.path for fault in caught.value.faults]  # type: ignore[attr-defined]  # our error
    assert paths == ["criteria[1].direction", "scores[0][1]"]


def test_a_table_shows_its_size_and_at_most_twenty_rows() -> None:
    """No repr of a large table floods a notebook, and text in it is escaped."""
    made = DecisionTable(
        range(30), [Criterion("x", label="<b>"), Criterion("y")], [[1, (2, 3)]] * 29 + [[1, None]]
    )
    assert repr(made) == "DecisionTable(<30 options>, <2 criteria>, with intervals)"
    page = made._repr_html_()
    assert "&lt;b&gt;" in page
    assert "and 10 more options" in page
    assert page.count("<tr>") == 21
    small = table([[[1, None], [3, 4]]], raters=["a"])
    assert repr(small) == "DecisionTable(<2 options>, <2 criteria>, <1 raters>)"
    assert "<td>-</td>" in small._repr_html_()
    assert "more options" not in small._repr_html_()


# --- from rows -----------------------------------------------------------------------------------


def test_from_mapping_reads_by_name_not_by_place() -> None:
    """The order of keys does not matter, and what is left out is a gap."""
    made = DecisionTable.from_mapping(
        {"oven": {"cost": 2, "people": 1}, "path": {"people": 3}}, CRITERIA
    )
    assert made == table([[1, 2], [3, None]])


def test_from_mapping_names_what_it_does_not_know() -> None:
    """An unknown criterion, a row that is none, and a wrong cell in one error."""
    with pytest.raises(InvalidValueError) as caught:
        DecisionTable.from_mapping(
            {"oven": {"peopel": 1, "cost": "2"}, "path": 3},  # type: ignore[dict-item]  # wrong
            CRITERIA,
        )
    assert [str(fault) for fault in caught.value.faults] == [
        (
            "scores['oven']: found the key 'peopel'; accepted: a criterion of the table: "
            "'people' or 'cost'"
        ),
        "scores['path']: found 3; accepted: a mapping {criterion: score}",
        (
            "scores[0][1]: found '2' (option 'oven', criterion 'cost'); "
            "accepted: a finite number, None for a gap, or a pair (low, high)"
        ),
    ]
    with pytest.raises(InvalidValueError, match=r"a mapping \{option: \{criterion: score\}\}"):
        DecisionTable.from_mapping([[1, 2]], CRITERIA)  # type: ignore[arg-type]  # wrong


def test_from_mapping_with_unknown_keys_only_is_refused() -> None:
    """Otherwise sound rows do not make an unknown key pass."""
    with pytest.raises(InvalidValueError, match="the key 7"):
        DecisionTable.from_mapping(
            {"oven": {7: 1}},  # type: ignore[dict-item]  # wrong
            CRITERIA,
        )


def test_from_records_reads_a_row_an_option() -> None:
    """Options in the order in which they come; the key of the id can be named."""
    records: list[dict[str, Any]] = [
        {"id": "path", "people": 3, "cost": 4},
        {"id": "oven", "people": (1, 2)},
    ]
    made = DecisionTable.from_records(records, CRITERIA, option="id")
    assert made == DecisionTable(["path", "oven"], CRITERIA, [[3, 4], [(1, 2), None]])


def test_from_records_keeps_raters_apart() -> None:
    """Who did not judge an option leaves gaps."""
    records = [
        {"who": "ayu", "option": "oven", "people": 1, "cost": 2},
        {"who": "budi", "option": "path", "people": 3, "cost": 4},
        {"who": "budi", "option": "oven", "people": 5, "cost": 6},
    ]
    made = DecisionTable.from_records(records, CRITERIA, rater="who")
    assert made == table([[[1, 2], [None, None]], [[5, 6], [3, 4]]], raters=["ayu", "budi"])


def test_from_records_lists_all_faults() -> None:
    """No mapping, no id, twice the same, unknown key, wrong cell."""
    records: list[Any] = [
        {"who": "ayu", "option": "oven", "people": 1, "cost": "2"},
        {"who": "ayu", "option": "oven", "people": 1},
        3,
        {"who": "budi", "people": 1},
        {"option": "oven", "road": 1},
    ]
    with pytest.raises(InvalidValueError) as caught:
        DecisionTable.from_records(records, CRITERIA, rater="who")
    assert [str(fault).partition("; ")[0] for fault in caught.value.faults] == [
        "records[1]: found a second record of 'oven' by 'ayu'",
        "records[2]: found 3",
        "records[3]['option']: found None",
        "records[4]['who']: found None",
        "records[4]: found the key 'road'",
    ]


def test_from_records_refuses_an_option_twice() -> None:
    """Without raters there is one record an option."""
    records = [{"option": "oven", "people": 1}, {"option": "oven", "people": 2}]
    with pytest.raises(InvalidValueError, match="a second record of 'oven'; accepted: one record"):
        DecisionTable.from_records(records, CRITERIA)


def test_from_records_needs_a_record() -> None:
    """An empty list has no option, with raters or without."""
    for rater in (None, "who"):
        with pytest.raises(InvalidValueError, match="options: found a tuple of 0"):
            DecisionTable.from_records([], CRITERIA, rater=rater)


def test_from_records_leaves_wrong_criteria_to_the_table() -> None:
    """What is no criterion is named once."""
    with pytest.raises(InvalidValueError, match=r"criteria\[0\]"):
        DecisionTable.from_records([{"option": "a"}], ["people"])  # type: ignore[list-item]  # wrong
    with pytest.raises(InvalidValueError, match="criteria: found int"):
        DecisionTable.from_records([{"option": "a"}], 3)  # type: ignore[arg-type]  # wrong

"""How results show themselves: short, rounded, escaped, and never failing."""

from typing import Any, final

import attrs
import pytest
from hypothesis import given

from abcd.caveats import Caveat
from abcd.cycle import FIVE_D, Cycle
from abcd.impact import paired_change
from abcd.model import Community, Person
from abcd.results import COUNTED, ROW, Result, RowResult
from abcd.results.arrays import EQUAL_ARRAYS, FloatArray, to_floats
from abcd.results.display import html, short, text

from ..strategies import plain_data

SMALL = Caveat("small-n", {"n": 3, "fields": ["low", "high"]})


@attrs.frozen(repr=False, hash=False, kw_only=True)
class Interval(Result):
    """A result inside another."""

    low: float | None = None
    high: float | None = 2.0
    caveats: tuple[Caveat, ...] = ()


@attrs.frozen(repr=False, hash=False, kw_only=True)
class Change(Result):
    """A result of many kinds of fields."""

    mean: float | None = 1.23456789
    low: float | None = None
    share: float | None = None
    method: str = "<t>"
    ups: tuple[float, ...] = (1.0, 2.0, 3.0, 4.0, 5.0, 6.123456, 7.0)
    two: tuple[str, ...] = ("a", "b")
    interval: Interval | None = None
    steps: tuple[Interval, ...] = ()
    where: Community | None = None
    caveats: tuple[Caveat, ...] = ()


@attrs.frozen(repr=False, hash=False, kw_only=True)
class Scores(RowResult):
    """A result with rows."""

    nodes: tuple[str, ...] = attrs.field(metadata=ROW)
    score: FloatArray = attrs.field(converter=to_floats, eq=EQUAL_ARRAYS, metadata=ROW)
    method: str = "mean"
    caveats: tuple[Caveat, ...] = ()


@attrs.frozen(repr=False, hash=False, kw_only=True)
class Bare(RowResult):
    """A result with rows and nothing else."""

    nodes: tuple[str, ...] = attrs.field(metadata=ROW)
    caveats: tuple[Caveat, ...] = ()


def scores(count: int) -> Scores:
    """Make a result with so many rows."""
    return Scores(nodes=tuple(f"<p{n}>" for n in range(count)), score=[n / 3 for n in range(count)])


def test_short_is_one_rounded_line() -> None:
    """Class, plain values, and how many caveats; None is "not estimable" where one says so."""
    assert short(Change(caveats=(SMALL,))) == (
        "Change(mean=1.2346, low=not estimable, share=-, method=<t>, "
        "ups=(1, 2, 3, 4, 5, and 2 more), two=(a, b), interval=-, steps=(), where=-, <1 caveat>)"
    )
    assert short(scores(30)) == "Scores(<30 rows>, method=mean)"
    assert repr(scores(1)) == "Scores(<1 row>, method=mean)"
    assert short(Change(caveats=(SMALL, SMALL))).endswith(", <2 caveats>)")


def test_text_is_a_small_table() -> None:
    """A line a field, then results inside, then the caveats in English."""
    change = Change(interval=Interval(caveats=(SMALL,)), caveats=(SMALL,))
    assert text(change).splitlines() == [
        "Change",
        "  mean    1.2346",
        "  low     not estimable",
        "  share   -",
        "  method  <t>",
        "  ups     (1, 2, 3, 4, 5, and 2 more)",
        "  two     (a, b)",
        "  steps   ()",
        "  where   -",
        "  interval: Interval",
        "    low   not estimable",
        "    high  2",
        "    ! Pairs: only 3. One person more or less can change the picture.",
        "  ! Pairs: only 3. One person more or less can change the picture.",
    ]
    assert str(change) == text(change)


def test_short_ends_after_nine_values() -> None:
    """A line is a line: what else there is stands in the table."""
    shown = repr(paired_change([1, 2, 4], [2, 4, 5]))
    assert shown.startswith("PairedChange(mean_change=1.3333, ")
    assert shown.count("=") == 9
    assert ", ..., <" in shown


def test_text_shows_the_first_rows() -> None:
    """Twenty rows, how many more there are, and then what holds for all of them."""
    lines = text(scores(22)).splitlines()
    assert lines[:4] == ["Scores", "  nodes  score", "  <p0>   0", "  <p1>   0.33333"]
    assert lines[-2:] == ["  and 2 more rows", "  method  mean"]
    assert len(lines) == 2 + 20 + 2
    assert text(scores(20)).splitlines()[-2:] == ["  <p19>  6.3333", "  method  mean"]
    assert text(Bare(nodes=())).splitlines() == ["Bare", "  nodes"]


def test_html_is_escaped_and_limited() -> None:
    """Every text of the data is escaped; rows end after twenty."""
    shown = html(scores(1_022))
    assert "&lt;p19&gt;" in shown
    assert "<p0>" not in shown
    assert "&lt;p20&gt;" not in shown
    assert "<p>and 1,002 more rows</p>" in shown
    assert "more rows" not in html(scores(20))
    change = html(Change(interval=Interval(), caveats=(SMALL,)))
    assert "<td style='text-align:left'>&lt;t&gt;</td>" in change
    assert "<p>interval</p><div><strong>Interval</strong>" in change
    assert "<ul><li>Pairs: only 3" in change
    assert Change()._repr_html_() == html(Change())
    assert html(Bare(nodes=("a",))).startswith("<div><strong>Bare</strong><table><thead>")


def test_results_in_a_sequence_are_short() -> None:
    """A tuple of results stays one line."""
    change = Change(steps=(Interval(), Interval(low=1.0)))
    assert "steps=(Interval(low=-, high=2), Interval(low=1, high=2))" in short(change)


def test_other_objects_show_themselves() -> None:
    """A community inside a result is shown by its own repr: counts, no names."""
    change = Change(where=Community("c", "C", people=[Person("p1", "Siti")]))
    for shown in (short(change), text(change)):
        assert "<Community 'c': 1 person>" in shown
        assert "Siti" not in shown
    assert "&lt;Community &#x27;c&#x27;: 1 person&gt;" in html(change)


@pytest.mark.parametrize("fields", [3, "low", None, {"low": 1}, [["low"]], [3, None]])
def test_a_careless_caveat_breaks_no_repr(fields: Any) -> None:
    """Only a list of names under "fields" counts."""
    change = Change(caveats=(Caveat("small-n", {"fields": fields}),))
    for show in (short, text, html):
        assert "not estimable" not in show(change)


@given(plain_data())
def test_no_data_of_a_caveat_breaks_a_repr(data: Any) -> None:
    """Whatever a caveat carries, the result can be shown."""
    change = Change(caveats=(Caveat("small-n", data),))
    for show in (short, text, html):
        assert show(change)


@attrs.frozen(repr=False, hash=False, kw_only=True)
class Holder(Result):
    """An answer about a cycle, which has records and is no result."""

    cycle: Cycle
    caveats: tuple[Caveat, ...] = ()


def test_a_cycle_inside_a_result_shows_as_itself() -> None:
    """It has `records`, as a result has, and is none: it is a value of one line."""
    cycle = Cycle(FIVE_D, community="rt3")
    holder = Holder(cycle=cycle)
    assert repr(holder) == f"Holder(cycle={cycle})"
    assert str(holder).splitlines() == ["Holder", f"  cycle  {cycle}"]
    assert "<th style='text-align:left'>cycle</th>" in holder._repr_html_()


@final
@attrs.frozen(repr=False, hash=False, kw_only=True)
class Voted(Result):
    """Who spoke, which nobody reads in a log."""

    voters: tuple[str, ...] = attrs.field(metadata=COUNTED)
    caveats: tuple[Caveat, ...] = ()


def test_what_names_people_is_counted() -> None:
    """In each display; the field and the columns stay whole."""
    found = Voted(voters=("siti", "budi"))
    assert repr(found) == "Voted(voters=<2>)"
    for display in (repr(found), str(found), found._repr_html_()):
        assert "siti" not in display
    assert found.columns()["voters"] == [("siti", "budi")]

"""Several texts in one attribute come apart as they were."""

from hypothesis import given
from hypothesis import strategies as st

from abcd.network._joined import join, split


def test_one_text_stands_as_it_is() -> None:
    """The usual case, one kind, can be compared directly."""
    assert join(["films with"]) == "films with"


def test_texts_are_sorted_and_stand_once() -> None:
    """The order of the ties is not seen."""
    assert join(["b", "a", "b"]) == "a; b"


def test_nothing_gives_an_empty_text() -> None:
    """No value is no value, in both directions."""
    assert join([]) == ""
    assert split("") == ()


def test_marks_inside_a_text_are_kept() -> None:
    """A semicolon or backslash inside one text does not part it."""
    assert join(["a; b", "c\\"]) == "a\\; b; c\\\\"
    assert split("a\\; b; c\\\\") == ("a; b", "c\\")


def test_text_by_others_never_fails() -> None:
    """What somebody else wrote into the attribute is read as far as it goes."""
    assert split("a;") == ("a", "")
    assert split("a\\") == ("a",)


@given(st.sets(st.text(min_size=1)))
def test_split_undoes_join(texts: set[str]) -> None:
    """Any texts but empty ones come back, sorted."""
    assert split(join(texts)) == tuple(sorted(texts))

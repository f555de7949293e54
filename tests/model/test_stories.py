"""Stories and selections: counted and chosen, never scored."""

import datetime

import pytest

from abcd.errors import InvalidValueError
from abcd.model import Selection, Story


def test_a_story_is_its_text() -> None:
    """Teller, date, domain and selections may be unknown."""
    assert repr(Story("Now we film together.")) == "Story(text='Now we film together.')"
    story = Story("x", teller="p1", on="2024-02-09", domain="income")
    assert (story.teller, story.on, story.domain) == ("p1", datetime.date(2024, 2, 9), "income")


def test_selections_are_kept_in_order() -> None:
    """Who chose it, level by level, and why."""
    first = Selection("women's group", "nobody had to leave")
    second = Selection("village meeting", on="2024-02-09")
    story = Story("x", selections=[first, second])
    assert story.selections == (first, second)
    assert repr(first) == "Selection(by=\"women's group\", why='nobody had to leave')"


def test_no_word_of_a_story_is_in_a_message() -> None:
    """Only ids, dates and domains are repeated."""
    with pytest.raises(InvalidValueError) as caught:
        Story(
            ["Siti told"],  # type: ignore[arg-type]  # junk on purpose
            teller="@x",
            domain=" ",
            selections=[Selection("a"), "Siti"],  # type: ignore[list-item]  # as above
        )
    assert str(caught.value) == (
        "4 faults\n"
        "  text: found a list of 1; accepted: text that is not blank\n"
        "  teller: found '@x'; accepted: "
        "text that is not blank and does not start with '@', or None\n"
        "  domain: found ' '; accepted: text that is not blank, or None\n"
        "  selections[1]: found text of 4 characters; accepted: a Selection"
    )
    with pytest.raises(InvalidValueError) as caught:
        Selection("", 3, on="soon")  # type: ignore[arg-type]  # junk on purpose
    assert [fault.path for fault in caught.value.faults] == ["by", "why", "on"]

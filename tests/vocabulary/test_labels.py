"""Labels: one thing, two languages."""

from typing import Any

import pytest

from abcd.errors import InvalidValueError
from abcd.vocabulary import Labels


def test_a_label_has_both_languages() -> None:
    """English is what one gets without asking."""
    labels = Labels("Map", id="Peta")
    assert labels.text() == labels.text("en") == "Map"
    assert labels.text("id") == "Peta"
    assert repr(labels) == "Labels(en='Map', id='Peta')"
    assert labels == Labels("Map", "Peta")
    assert len({labels, Labels("Map", "Peta")}) == 1


@pytest.mark.parametrize("language", ["nl", "EN", "", None, ["en"]])
def test_other_languages_are_refused(language: Any) -> None:
    """The error lists the two that there are."""
    with pytest.raises(InvalidValueError, match=r"^language: .*; accepted: one of 'en' or 'id'$"):
        Labels("Map", id="Peta").text(language)


def test_a_label_is_complete() -> None:
    """Neither language may be blank, and both faults come at once."""
    with pytest.raises(InvalidValueError) as caught:
        Labels("", id=3)  # type: ignore[arg-type]  # junk on purpose
    assert str(caught.value) == (
        "2 faults\n"
        "  en: found ''; accepted: text that is not blank\n"
        "  id: found 3; accepted: text that is not blank"
    )

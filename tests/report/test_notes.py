"""Caveats in reports: for whom, and how often."""

import string
from pathlib import Path
from typing import Any

import pytest

import abcd.report
from abcd import Asset, Caveat
from abcd.caveats import codes
from abcd.impact import paired_change
from abcd.report import markdown
from abcd.report.audiences import FOR_ANALYSTS
from abcd.report.phrases import PHRASES

from .test_reports import told, village

LANGUAGES = ("en", "id")
# Differences 0, 0, 0, 1, 1, 9: not normal, tests that disagree, people unchanged.
SKEWED = paired_change([1, 2, 3, 4, 5, 6], [1, 2, 3, 5, 6, 15])


def test_every_code_that_is_kept_from_a_village_is_documented() -> None:
    """A code that was renamed can not stay in the list unseen."""
    assert set(codes()) >= FOR_ANALYSTS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_village_is_not_told_about_tests(language: Any) -> None:
    """No name of a test, of an effect size or of a table; how many notes there are is said."""
    both = village(assets=[Asset("a", "A", kinds=["physical", "social"])])
    text = markdown(told(decisions=[]), both, changes=[SKEWED], language=language)
    for word in ("Shapiro", "Wilcoxon", "g_z", "several rows", "beberapa baris", "each row"):
        assert word not in text, word
    assert "setiap baris" not in text
    kept = sum(caveat.code in FOR_ANALYSTS for caveat in SKEWED.caveats)
    assert kept > 0
    said = {"en": f"tests and effect sizes: {kept}.", "id": f"ukuran efek: {kept}."}
    assert said[language] in text
    assert "There is no comparison group" in text or language == "id"


@pytest.mark.parametrize("audience", ["campus", "journal"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_others_get_every_caveat(audience: Any, language: Any) -> None:
    """Each in the language of the report, and nothing is said to be left out."""
    text = markdown(told(), village(), changes=[SKEWED], audience=audience, language=language)
    plain = text.replace("\\", "")
    for caveat in SKEWED.caveats:
        assert Caveat(caveat.code, caveat.data).message(language).partition(" (")[0] in plain
    assert PHRASES["left-out"].en[:20] not in text
    assert PHRASES["left-out"].id[:20] not in text


@pytest.mark.parametrize("audience", ["village", "campus", "journal"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_note_stands_once(audience: Any, language: Any) -> None:
    """Also where several parts of the report have it."""
    text = markdown(
        told(),
        village(),
        changes={"a": SKEWED, "b": SKEWED},
        audience=audience,
        language=language,
    )
    message = Caveat("no-comparison-group").message(language)
    lines = [line.removeprefix("> ").removeprefix("- ") for line in text.splitlines()]
    assert lines.count(message) == 1
    notes = [line for line in text.splitlines() if line.startswith("> - ")]
    assert len(notes) == len(set(notes))


@pytest.mark.parametrize("key", sorted(PHRASES))
def test_both_languages_ask_for_the_same_data(key: str) -> None:
    """No number is said in one language only."""

    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert names(PHRASES[key].en) == names(PHRASES[key].id)


def test_every_phrase_is_used() -> None:
    """Words that nobody says are dead; some keys are put together from a value."""
    folder = Path(abcd.report.__file__).parent
    code = "".join(
        [
            path.read_text(encoding="utf-8")
            for path in folder.glob("*.py")
            if "phrases" not in path.name
        ]
    )
    built = (
        *("verdict-", "stage-", "better-", "direction-", "level-", "method-", "design-", "mean-"),
        *("planned", "cancelled"),
    )
    dead = [key for key in PHRASES if f'"{key}"' not in code and not key.startswith(built)]
    assert dead == []

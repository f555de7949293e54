"""Tests of how names are found in texts. All people are invented."""

import unicodedata
from typing import Literal

import pytest

from abcd.privacy._names import COMMON, Names
from abcd.privacy._spelling import Speller

X = "[redacted]"


def without(name: str, text: str, *others: str) -> str:
    """Take one name out of a text of a community with some other names."""
    return Names([name], [name, *others]).without(text, X)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Siti Aminah sews.", f"{X} sews."),
        ("siti aminah, SITI AMINAH", f"{X}, {X}"),
        ("Siti  \n Aminah", X),
        ("siti-aminah_hall", f"{X}_hall"),
        ("siti_aminah", X),
        ("S iti", "S iti"),
        ("sitiaminah@example.org", f"{X}@example.org"),
        ("Aminah, Siti", X),
        ("Aminah Siti", X),
        ("ibu Siti", f"ibu {X}"),
        ("Aminah's oven", f"{X}'s oven"),
        ("Siti and Aminah", f"{X} and {X}"),
        ("#SitiAminah", f"#{X}"),
        ("(Siti) \u201cAminah\u201d", f"({X})" + f" \u201c{X}\u201d"),
        ("siti99", f"{X}99"),
        ("Siti\u00adAminah S\u200biti", f"{X} {X}"),
        ("\uff33\uff49\uff54\uff49", X),
        ("Sitia, Siticity, universiti, Amina", "Sitia, Siticity, universiti, Amina"),
        ("", ""),
    ],
    ids=str,
)
def test_a_name_is_found_however_it_is_written(text: str, expected: str) -> None:
    """Whole and in parts, as words; never as a piece of another word."""
    assert without("Siti Aminah", text) == expected


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("stored", ["NFC", "NFD"])
def test_accents_are_the_same_in_every_form(
    form: Literal["NFC", "NFD"], stored: Literal["NFC", "NFD"]
) -> None:
    """Composed, decomposed, and left out; in the name and in the text."""
    name = unicodedata.normalize(stored, "Jos\u00e9 \u00d1and\u00fa")
    text = unicodedata.normalize(form, "Jos\u00e9 \u00d1and\u00fa; NAND\u00fa and Jose")
    assert without(name, text) == f"{X}; {X} and {X}"


def test_accents_missing_from_the_name_may_stand_in_the_text() -> None:
    """People write them or not."""
    assert without("Jose Nandu", "Jos\u00e9") == X


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("S\u00f8ren \u0141ukasz", "Soren Lukasz"),
        ("I\u015f\u0131l", "isil"),
        ("Stra\u00dfer", "STRASSER"),
        ("\u0623\u064e\u062d\u0645\u064e\u062f", "\u0627\u062d\u0645\u062f"),
        ("\u05d3\u05b8\u05bc\u05d5\u05b4\u05d3", "\u05d3\u05d5\u05d3"),
        ("\u0420\u0430\u0439\u0441\u0430", "\u0440\u0430\u0438\u0441\u0430"),
        ("\u0930\u0940\u0928\u093e \u0926\u0947\u0935\u0940", "\u0930\u0940\u0928\u093e"),
    ],
    ids=["strokes", "dotless", "sharp-s", "arabic", "hebrew", "cyrillic", "hindi"],
)
def test_other_alphabets(name: str, text: str) -> None:
    """Case, accents and vowel points in other scripts than English."""
    assert without(name, text) == X


def test_vowel_signs_are_letters() -> None:
    """In Devanagari another vowel is another word."""
    assert (
        without("\u0930\u0940\u0928\u093e", "\u0930\u093e\u0928\u0940")
        == "\u0930\u093e\u0928\u0940"
    )


@pytest.mark.parametrize("written", ["Nu'man", "Nu\u2019man", "Numan", "Nu\u02bcman", "nu`man"])
@pytest.mark.parametrize("name", ["Nu'man", "Nu\u02bcman Hakim", "Nu\u2019man Hakim"])
def test_apostrophes_within_a_word_do_not_count(name: str, written: str) -> None:
    """However the sign is typed, or left out; the pieces alone are no name."""
    assert without(name, f"pak {written} and the man") == f"pak {X} and the man"


WANG = "\u738b\u5c0f\u660e"
SOMCHAI = "\u0e2a\u0e21\u0e0a\u0e32\u0e22"
KIM = "\uae40\ucca0\uc218"
SMITH = "\u30b9\u30df\u30b9"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param(WANG, f"\u6211\u53eb{WANG}\u3002", f"\u6211\u53eb{X}\u3002", id="chinese"),
        pytest.param("\u738b \u5c0f\u660e", f"\u6211\u53eb{WANG}", f"\u6211\u53eb{X}", id="spaced"),
        pytest.param("\u738b \u5c0f\u660e", "\u738b\u3000\u5c0f\u660e", X, id="ideographic-space"),
        pytest.param("\u738b\u660e", "\u738b\u660e\u738b\u660e\u738b", f"{X}{X}\u738b", id="twice"),
        pytest.param(SOMCHAI, f"\u0e19\u0e32{SOMCHAI}\u0e21", f"\u0e19\u0e32{X}\u0e21", id="thai"),
        pytest.param(
            f"\u30b8\u30e7\u30f3\u30fb{SMITH}", f"{SMITH}\u3055", f"{X}\u3055", id="katakana"
        ),
        pytest.param(KIM, f"{KIM}\uac00", f"{X}\uac00", id="korean"),
        pytest.param(
            KIM, unicodedata.normalize("NFD", f"{KIM}\uac00"), f"{X}\uac00", id="decomposed"
        ),
        pytest.param(f"Mei {WANG}", f"Mei, {WANG}", f"{X}, {X}", id="two-scripts"),
        pytest.param("A \u738b", "A \u738b", "A \u738b", id="two-initials"),
        pytest.param(WANG, WANG[:2], WANG[:2], id="not-whole"),
        pytest.param("Siti", "\u6211\u53ebSiti\u3002", f"\u6211\u53eb{X}\u3002", id="latin-inside"),
    ],
)
def test_scripts_without_spaces(name: str, text: str, expected: str) -> None:
    """There a name has no edges, and is found anywhere."""
    assert without(name, text) == expected


def test_short_parts_are_words_of_some_language() -> None:
    """Two letters alone are left; the whole name is always found."""
    assert without("Al Bo", "Al said: Bo is Al Bo") == f"Al said: Bo is {X}"
    assert without("Al", "Al and al-Bo") == f"{X} and {X}-Bo"


def test_digits_are_no_letters() -> None:
    """A number in a name is no name, but the whole is one."""
    assert without("Member 12", "12 chairs, member 12, Member12, member 123") == (
        f"12 chairs, {X}, {X}, {X} 123"
    )


@pytest.mark.parametrize("bearers", [COMMON - 1, COMMON])
def test_a_part_that_many_bear_identifies_nobody(bearers: int) -> None:
    """With five of them the part stays; the whole name goes all the same."""
    names = [f"Siti {letter}endra" for letter in "BCDFG"[:bearers]]
    found = Names(names[:1], names).without("Siti came. SITI BENDRA came.", X)[0]
    kept = "Siti" if bearers == COMMON else X
    assert found == f"{kept} came. {X} came."


def test_a_name_borne_twice_by_one_person_counts_once() -> None:
    """It is people who are counted."""
    assert without("Siti Siti", "Siti", "Budi") == X


def test_a_whole_name_that_many_bear_is_found() -> None:
    """The rule for parts is for parts."""
    assert Names(["Siti"], ["Siti"] * 9).without("Siti", X) == (X, 1)


def test_places_are_counted() -> None:
    """A full name is one place, its parts are others."""
    assert Names(["Siti Aminah"]).without("Siti Aminah, Siti", X) == (f"{X}, {X}", 2)


def test_a_text_without_names_is_the_same_object() -> None:
    """Nothing is normalized where nothing is found."""
    text = "cafe\u0301"
    assert Names(["Siti"]).without(text, X)[0] is text
    assert Names(["Siti"]).without(f"{text} Siti", X)[0] == f"caf\u00e9 {X}"


@pytest.mark.parametrize("name", ["...", "-", "\U0001f338", "''"])
def test_a_name_without_letters_is_not_searched(name: str) -> None:
    """It tells nothing, and would be found everywhere."""
    assert without(name, "so - well...") == "so - well..."


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("p1", False),
        ("siti-aminah", True),
        ("p-siti", True),
        ("psiti", True),
        ("SITI", True),
        ("hallAminah", True),
        ("s.aminah", True),
        ("am", False),
    ],
)
def test_an_id_that_tells_the_name_of_its_person(id: str, expected: bool) -> None:
    """A person's own id is searched anywhere in it, since a new id costs nothing."""
    assert Names([]).tell(id, "Siti Aminah") is expected


@pytest.mark.parametrize(
    ("id", "expected"),
    [("siti-house", True), ("houseSiti", True), ("house_of_siti2", True), ("universiti", False)],
)
def test_an_id_in_which_a_name_stands_as_a_word(id: str, expected: bool) -> None:
    """Ids of other things are searched for whole words, with capitals as edges."""
    assert Names(["Siti Aminah"]).stand_in(id) is expected


@pytest.mark.parametrize(
    ("id", "expected"), [("siti-rahma", False), ("siti", False), ("wife-of-budi", True)]
)
def test_a_part_of_the_own_name_may_stay_in_an_id(id: str, expected: bool) -> None:
    """A person who may be named keeps an id that only tells the own name."""
    assert Names(["Siti Aminah", "Budi"]).stand_in(id, own="Siti Rahma") is expected


def test_many_names_with_the_same_first_part() -> None:
    """The longest name that fits wins, also where another one starts alike."""
    names = Names(["Siti Nur Aminah", "Siti Nur", "Siti"])
    assert names.without("Siti Nur Aminah; Siti Nur Rahma; Siti", X) == (f"{X}; {X} Rahma; {X}", 3)


def test_parts_of_names() -> None:
    """A name is split at everything but apostrophes within a word."""
    assert [part.joined for part in Speller().parts("Dr. Jean-Paul O'Hara, M.Pd")] == (
        ["dr", "jean", "paul", "ohara", "m", "pd"]
    )


def test_letters_are_counted_without_digits() -> None:
    """Vowel signs count where words have edges, and do not where they have none."""
    counted = [
        part.letters for part in Speller().parts("ab1 re\u0301 \u0930\u0940 \u0e1a\u0e38\u0e0d")
    ]
    assert counted == [2, 0, 2, 2, 2]

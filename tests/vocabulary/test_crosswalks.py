"""Crosswalks: from kinds to sets of kinds, and open about what is lost on the way."""

import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abcd.errors import InvalidValueError
from abcd.vocabulary import (
    AL_KAUTSARI_SEVEN,
    KRETZMANN_MCKNIGHT_SIX,
    SEED_FOUR,
    Category,
    Crosswalk,
    Labels,
    Scheme,
    crosswalk,
    schemes,
)


def a_scheme(id: str, *codes: str) -> Scheme:
    """Make a scheme of codes."""
    return Scheme(id, [Category(code, Labels(code, id=code)) for code in codes])


LAND = a_scheme("land", "river", "field", "sky")
WATER = a_scheme("water", "wet", "dry")


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        # The crosswalk table of the domain notes, section 1.6, column K&M six.
        ("physical", {"place", "institutions"}),
        ("human", {"individuals"}),
        ("social", {"associations", "individuals"}),
        ("economic", {"exchange"}),
        ("natural", {"place"}),
        ("cultural", {"stories"}),
        ("spiritual", {"stories"}),
    ],
)
def test_from_the_seven_to_the_six(code: str, kinds: set[str]) -> None:
    """Each kind leads to a set of kinds; the four agree with the seven."""
    assert crosswalk("al-kautsari-seven", "kretzmann-mcknight-six")[code] == kinds
    from_four = crosswalk("seed-four", "kretzmann-mcknight-six")[code]
    assert from_four == (kinds if code in SEED_FOUR else set())


def test_a_crosswalk_says_where_it_loses() -> None:
    """Codes that lead nowhere, fall together, or split."""
    walk = crosswalk("al-kautsari-seven", "seed-four")
    assert walk.lost == ("natural", "cultural", "spiritual")
    assert walk.merged == walk.split == ()
    assert walk.lossy
    walk = crosswalk("al-kautsari-seven", "kretzmann-mcknight-six")
    assert walk.lost == ()
    assert walk.merged == ("individuals", "place", "stories")
    assert walk.split == ("social", "physical")
    assert walk.lossy
    assert not crosswalk("seed-four", "al-kautsari-seven").lossy


def test_every_pair_of_shipped_schemes_has_a_crosswalk() -> None:
    """There and back, and from a scheme to itself, where nothing is lost."""
    for source in schemes():
        for target in schemes():
            walk = crosswalk(source, target)
            assert (walk.source.id, walk.target.id) == (source, target)
            assert walk == crosswalk(target, source).inverse()
        assert not crosswalk(source, source).lossy


def test_a_community_may_see_it_otherwise() -> None:
    """Its own links replace the shipped ones; lists, tuples and sets are the same."""
    walk = crosswalk("al-kautsari-seven", "kretzmann-mcknight-six")
    own = Crosswalk(walk.source, walk.target, {**walk.links, "natural": ["exchange"]})
    assert own["natural"] == {"exchange"}
    assert own["human"] == walk["human"]
    assert walk["natural"] == {"place"}
    same = [
        Crosswalk(LAND, WATER, {"river": codes, "sky": []})
        for codes in (["wet", "dry", "wet"], ("dry", "wet"), {"wet", "dry"})
    ]
    assert len(set(same)) == 1
    assert same[0] == Crosswalk(LAND, WATER, {"river": ["dry", "wet"]})
    assert pickle.loads(pickle.dumps(own)) == attrs.evolve(own) == own


def test_asking_for_unknown_codes_gives_the_empty_set() -> None:
    """An open kind has no counterpart, whatever it is."""
    walk = crosswalk("seed-four", "al-kautsari-seven")
    junk: list[Any] = ["digital", "", None, 3, ["human"]]
    assert [walk[code] for code in junk] == [frozenset()] * 5


def test_a_loop_walks_over_the_codes() -> None:
    """Iterating ends: it gives the codes of the source, lost ones too."""
    walk = Crosswalk(LAND, WATER, {"river": ["wet"]})
    assert list(walk) == ["river", "field", "sky"]
    assert "field" in walk
    assert "wet" not in walk


def test_links_name_codes_of_their_schemes() -> None:
    """Every wrong code is listed with its place."""
    with pytest.raises(InvalidValueError) as caught:
        Crosswalk(LAND, WATER, {"river": ["wet", "hot"], "lake": ["wet"], "sky": "dry"})
    assert str(caught.value) == (
        "3 faults\n"
        "  links['river']: found 'hot'; accepted: a code of 'water'\n"
        "  links['lake']: found 'lake'; accepted: a code of 'land'\n"
        "  links['sky']: found 'dry'; accepted: a list of codes"
    )


@pytest.mark.parametrize(
    ("links", "line"),
    [
        (None, "links: found None; accepted: a mapping of plain data"),
        ([("river", "wet")], "links: found a list of 1; accepted: a mapping of plain data"),
        ({1: ["wet"]}, "links: found a key of type int; accepted: text keys"),
        ({"river": 3}, "links['river']: found 3; accepted: a list of codes"),
        ({"river": [3]}, "links['river']: found 3; accepted: a code of 'water'"),
        ({"river": [["wet"]]}, "links['river']: found a tuple of 1; accepted: a code of 'water'"),
        ({"river": {}}, "links['river']: found FrozenMapping; accepted: a list of codes"),
    ],
)
def test_junk_links_are_refused(links: Any, line: str) -> None:
    """Where, what, and what is accepted."""
    with pytest.raises(InvalidValueError) as caught:
        Crosswalk(LAND, WATER, links)
    assert str(caught.value) == line


def test_all_fields_are_checked_at_once() -> None:
    """A scheme must be a scheme; the links are looked at when there are two."""
    with pytest.raises(InvalidValueError) as caught:
        Crosswalk("land", None, {"river": {object()}})  # type: ignore[arg-type]  # junk on purpose
    assert [fault.path for fault in caught.value.faults] == ["source", "target", "links['river']"]


@pytest.mark.parametrize(
    ("source", "target"),
    [("seed-four", "x"), ("x", "x"), (None, None), (["seed-four"], "seed-four"), (3, 4)],
)
def test_an_unknown_pair_is_refused(source: Any, target: Any) -> None:
    """The pairs that are shipped stand in the message."""
    with pytest.raises(InvalidValueError) as caught:
        crosswalk(source, target)
    assert caught.value.path == "source, target"
    assert "al-kautsari-seven to seed-four" in caught.value.accepted


LINKS = st.dictionaries(
    st.sampled_from(AL_KAUTSARI_SEVEN.codes), st.sets(st.sampled_from(KRETZMANN_MCKNIGHT_SIX.codes))
)


@given(LINKS)
def test_the_inverse_of_the_inverse_is_the_same(links: dict[str, set[str]]) -> None:
    """Links read backward and back again are the links, and lead where they lead."""
    walk = Crosswalk(AL_KAUTSARI_SEVEN, KRETZMANN_MCKNIGHT_SIX, links)
    back = walk.inverse()
    assert back.inverse() == walk
    for code in walk:
        assert walk[code] == links.get(code, set())
        assert all((code in back[kind]) is (kind in walk[code]) for kind in back)
    assert set(walk.split) == set(back.merged)
    assert set(walk.merged) == set(back.split)
    assert set(back.lost) == set(KRETZMANN_MCKNIGHT_SIX.codes).difference(*links.values())

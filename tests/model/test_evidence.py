"""Evidence: where a fact comes from."""

import pytest

from abcd.errors import InvalidValueError
from abcd.model import Asset, Evidence
from abcd.model.evidence import INVENTED


def test_evidence_names_its_source() -> None:
    """Method, date, quote and recorder may be unknown."""
    evidence = Evidence("walk through RT 3")
    assert repr(evidence) == "Evidence(source='walk through RT 3')"
    assert not evidence.invented
    assert Evidence("survey", on="2024-01-15", quote="Yes", recorded_by="team").quote == "Yes"


def test_what_is_made_up_says_so() -> None:
    """The method "invented" is the mark that reports print."""
    assert Evidence("an example", method=INVENTED).invented
    assert Evidence("an example", method="invented").invented
    assert not Evidence("an example", method="interview").invented


def test_all_faults_come_at_once() -> None:
    """Only the method, a word of a vocabulary, is repeated."""
    with pytest.raises(InvalidValueError) as caught:
        Evidence(b"Siti", method=" ", quote=["Siti"])  # type: ignore[arg-type]  # junk on purpose
    assert str(caught.value) == (
        "3 faults\n"
        "  source: found 4 bytes; accepted: text that is not blank\n"
        "  method: found ' '; accepted: text that is not blank, or None\n"
        "  quote: found a list of 1; accepted: text that is not blank, or None"
    )


def test_evidence_lives_in_what_it_vouches_for() -> None:
    """A list of it is kept in order."""
    first, second = Evidence("a"), Evidence("b")
    assert Asset("hall", "Hall", evidence=[first, second]).evidence == (first, second)

"""Consents: for what, until when."""

import pytest

from abcd.errors import InvalidValueError
from abcd.model import Consent


def test_a_consent_names_its_purposes() -> None:
    """Dates, proof and guardian may be unknown."""
    consent = Consent(["village report", "journal"])
    assert consent.purposes == ("village report", "journal")
    assert consent.given_on is consent.expires_on is consent.withdrawn_on is None
    full = Consent(["x"], given_on="2024-01-10", expires_on="2025-01-10", proof="form 3")
    assert repr(full) == (
        "Consent(purposes=('x',), given_on=datetime.date(2024, 1, 10), "
        "expires_on=datetime.date(2025, 1, 10), proof='form 3')"
    )


def test_a_consent_without_purpose_is_none() -> None:
    """Nobody agrees to nothing in particular."""
    with pytest.raises(InvalidValueError) as caught:
        Consent([])
    assert str(caught.value) == (
        "purposes: found a tuple of 0; accepted: "
        "a list or tuple, each item text that is not blank, at least one"
    )
    with pytest.raises(InvalidValueError, match=r"^purposes\[1\]: found ''; "):
        Consent(["x", ""])


def test_proof_and_guardian_stay_out_of_messages() -> None:
    """They are free text about persons."""
    with pytest.raises(InvalidValueError) as caught:
        Consent("x", proof=["form of Siti"], guardian={"Siti": 1})  # type: ignore[arg-type]  # junk on purpose
    assert "Siti" not in str(caught.value)
    assert [fault.path for fault in caught.value.faults] == ["purposes", "proof", "guardian"]


def test_a_consent_does_not_end_before_it_is_given() -> None:
    """Both ends are named; the day itself is possible."""
    with pytest.raises(InvalidValueError) as caught:
        Consent(["x"], given_on="2024-02-01", expires_on="2024-01-31", withdrawn_on="2024-01-01")
    assert [str(fault) for fault in caught.value.faults] == [
        "expires_on: found 2024-01-31; accepted: a date from 2024-02-01, the day of 'given_on'",
        "withdrawn_on: found 2024-01-01; accepted: a date from 2024-02-01, the day of 'given_on'",
    ]
    consent = Consent(["x"], given_on="2024-02-01", expires_on="2024-02-01")
    assert consent.expires_on == consent.given_on

"""Flows: exact amounts from a payer to a payee."""

import decimal
from typing import Any

import numpy as np
import pytest

from abcd.errors import InvalidValueError
from abcd.model import OUTSIDE, Flow


def test_a_flow_keeps_every_digit() -> None:
    """From decimal text, a whole number or a Decimal; not known is not nothing."""
    for amount in ("1250.50", decimal.Decimal("1250.50")):
        assert str(Flow("p1", "rki", amount).amount) == "1250.50"
    assert Flow("p1", "rki", 0).amount == 0
    assert Flow("p1", "rki").amount is None
    assert repr(Flow("p1", OUTSIDE, 5, currency="IDR")) == (
        "Flow(payer='p1', payee='@outside', amount=Decimal('5'), currency='IDR')"
    )


@pytest.mark.parametrize("party", [OUTSIDE, np.str_("@outside"), np.str_("p1")])
def test_everybody_outside_is_one_party(party: str) -> None:
    """It has the only name that may start with '@', and is stored as plain text."""
    flow = Flow(party, "rki", 1)
    assert type(flow.payer) is str
    assert flow.payer == party


@pytest.mark.parametrize(
    "party", ["@inside", "@", "", None, 3, np.array(["@outside", "p1"]), ["@outside"]], ids=repr
)
def test_a_party_is_an_id_or_outside(party: Any) -> None:
    """Anything else is refused, arrays too."""
    with pytest.raises(InvalidValueError, match=r"an id, or abcd.OUTSIDE \('@outside'\)$"):
        Flow("p1", party, 1)


def test_a_float_is_no_amount() -> None:
    """It could not be exact; all other faults come with it."""
    with pytest.raises(InvalidValueError) as caught:
        Flow("@x", "rki", 0.1, currency="", purpose=3)  # type: ignore[arg-type]  # junk on purpose
    assert str(caught.value) == (
        "4 faults\n"
        "  payer: found '@x'; accepted: an id, or abcd.OUTSIDE ('@outside')\n"
        "  amount: found 0.1; accepted: "
        "a Decimal, an int or decimal text such as '1250.50', from 0, or None\n"
        "  currency: found ''; accepted: text that is not blank, or None\n"
        "  purpose: found int; accepted: text that is not blank, or None"
    )

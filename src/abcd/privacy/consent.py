"""Who may be named: consents, judged for one purpose on one date."""

import datetime
import unicodedata
from typing import Any

from ..errors import InvalidValueError
from ..fields import CODE_OR_NONE, DATE_OR_NONE, instances, to_date
from ..model import Community, Consent, Person

__all__ = ["permitted", "spelled", "wanted"]

_COMMUNITY = instances(Community)


def permitted(
    community: Community, purpose: str | None, on: datetime.date | str | None
) -> frozenset[str]:
    """Say which people may be named, for one purpose on one date.

    It fails closed: whoever did not clearly agree is not in the answer.

    Parameters
    ----------
    community : Community
        Its people carry their consents.
    purpose : str or None
        What the data are to be used for, such as ``"village report"``. None stands for no purpose:
        then nobody may be named.
    on : date, ISO text or None
        The day for which the question is asked; there is no clock here. None where it is not
        known: then a consent that expires some day does not hold.

    Returns
    -------
    frozenset of str
        Ids of the people who may be named.

    Raises
    ------
    InvalidValueError
        If the purpose is blank or no text, or `on` is no date.

    See Also
    --------
    redact : The same community without the names of all others.

    Notes
    -----
    A consent holds for a purpose when

    - the purpose is one of its purposes, compared without regard to case, outer blanks, runs of
      white space and the way in which accents are stored;
    - it is not withdrawn. A withdrawal on a day cancels, for its purposes, every consent of the
      person that was given on or before that day or on an unknown day, also one recorded apart.
      A consent given on a later day holds again. A withdrawal counts whatever `on` is, also for a
      day before it: what is published now is published against the person's will;
    - it is given: `given_on` is not after `on`. Where one of the two is unknown, it counts as
      given;
    - it has not expired: it no longer holds on `expires_on` itself, and it does not hold if it has
      such a day and `on` is None.

    References
    ----------
    Undang-Undang No. 27 Tahun 2022 tentang Pelindungan Data Pribadi (Indonesia), articles 22 and
    24 (consent and its proof), 25 and 26 (guardians), and the right to withdraw consent.

    Examples
    --------
    Three invented people, asked for a village report:

    >>> community = Community(
    ...     "rt3",
    ...     "RT 3",
    ...     people=[
    ...         Person("p1", "Siti", consents=[Consent(["village report"], given_on="2024-01-10")]),
    ...         Person("p2", "Budi", consents=[Consent(["training"])]),
    ...         Person("p3", "Ayu"),
    ...     ],
    ... )
    >>> sorted(permitted(community, "village report", "2024-02-09"))
    ['p1']
    >>> permitted(community, "village report", "2024-01-09"), permitted(community, None, None)
    (frozenset(), frozenset())
    """
    purpose, day = wanted(community, purpose, on)
    if purpose is None:
        return frozenset()
    key = spelled(purpose)
    return frozenset([person.id for person in community.people if _may_name(person, key, day)])


def wanted(
    community: Community, purpose: str | None, on: datetime.date | str | None
) -> tuple[str | None, datetime.date | None]:
    """Return the purpose and the day as they are judged, or refuse the arguments.

    Raises
    ------
    InvalidValueError
        With one fault for each argument that can not take its value.
    """
    rules = {"community": _COMMUNITY, "purpose": CODE_OR_NONE, "on": DATE_OR_NONE}
    given = {"community": community, "purpose": purpose, "on": to_date(on)}
    values: dict[str, Any] = {name: rules[name].settled(value) for name, value in given.items()}
    faults = [fault for name, rule in rules.items() for fault in rule.faults(name, values[name])]
    if faults:
        raise InvalidValueError(*faults)
    return values["purpose"], values["on"]


def spelled(purpose: str) -> str:
    """Return a purpose as it is compared: without case, outer blanks and runs of white space."""
    return " ".join(unicodedata.normalize("NFC", purpose).casefold().split())


def _may_name(person: Person, purpose: str, on: datetime.date | None) -> bool:
    consents = [consent for consent in person.consents if purpose in map(spelled, consent.purposes)]
    withdrawals = [consent.withdrawn_on for consent in consents if consent.withdrawn_on is not None]
    last = max(withdrawals, default=None)
    return any(_holds(consent, last, on) for consent in consents)


def _holds(consent: Consent, withdrawn_on: datetime.date | None, on: datetime.date | None) -> bool:
    if consent.withdrawn_on is not None:
        return False
    if withdrawn_on is not None and (consent.given_on is None or consent.given_on <= withdrawn_on):
        return False
    if consent.given_on is not None and on is not None and on < consent.given_on:
        return False
    return consent.expires_on is None or (on is not None and on < consent.expires_on)

"""The vocabularies of the model: asset kinds, control, status, organizations, gifts, causes."""

import enum

from ..caveats.wording import LANGUAGES
from ..errors import Fault, InvalidValueError, shown
from ..fields import one_of, to_code
from .labels import Labels

__all__ = ["AssetKind", "Cause", "Control", "Gift", "OrganizationKind", "Status", "label"]


class AssetKind(enum.StrEnum):
    """The seven kinds of assets of Al-Kautsari (2019); the vocabulary itself is open.

    The founding case names four of them (physical, human, social, economic). A community may add
    kinds of its own as plain text, such as ``"digital"``; analyses report them.

    References
    ----------
    Al-Kautsari, M. M. (2019). Asset-Based Community Development: strategi pengembangan
    masyarakat. Empower 4(2), 259.
    """

    HUMAN = "human"
    SOCIAL = "social"
    PHYSICAL = "physical"
    ECONOMIC = "economic"
    NATURAL = "natural"
    CULTURAL = "cultural"
    SPIRITUAL = "spiritual"


class Control(enum.StrEnum):
    """Who controls an asset, seen from the community (McKnight & Kretzmann, 1990).

    Primary: in the community and its own. Secondary: in it, run by outsiders. Potential: outside.
    """

    PRIMARY = "primary"
    SECONDARY = "secondary"
    POTENTIAL = "potential"


class Status(enum.StrEnum):
    """How far an asset has come: named, checked, put to use, or newly made."""

    IDENTIFIED = "identified"
    VERIFIED = "verified"
    MOBILIZED = "mobilized"
    CREATED = "created"


class OrganizationKind(enum.StrEnum):
    """What kind of group an organization is."""

    ASSOCIATION = "association"
    INSTITUTION = "institution"
    ENTERPRISE = "enterprise"
    HOUSEHOLD = "household"


class Gift(enum.StrEnum):
    """Gifts of the head (knowledge), the heart (what one cares about) and the hand (skill)."""

    HEAD = "head"
    HEART = "heart"
    HAND = "hand"


class Cause(enum.StrEnum):
    """Where a barrier comes from: from within the community, or from structures around it."""

    INTERNAL = "internal"
    STRUCTURAL = "structural"


_LABELS: dict[str, Labels] = {
    "human": Labels("Human", id="Manusia"),
    "social": Labels("Social", id="Sosial"),
    "physical": Labels("Physical", id="Fisik"),
    "economic": Labels("Economic", id="Ekonomi"),
    "natural": Labels("Natural", id="Alam"),
    "cultural": Labels("Cultural", id="Tradisi dan budaya"),
    "spiritual": Labels("Spiritual", id="Spiritual"),
    "digital": Labels("Digital", id="Digital"),
    "primary": Labels("In the community and its own", id="Di dalam dan milik komunitas"),
    "secondary": Labels("In the community, run by outsiders", id="Di dalam, dikelola pihak luar"),
    "potential": Labels("Outside the community", id="Di luar komunitas"),
    "identified": Labels("Identified", id="Teridentifikasi"),
    "verified": Labels("Verified", id="Terverifikasi"),
    "mobilized": Labels("Mobilized", id="Dimanfaatkan"),
    "created": Labels("Created", id="Tercipta"),
    "association": Labels("Association", id="Perkumpulan warga"),
    "institution": Labels("Institution", id="Lembaga"),
    "enterprise": Labels("Enterprise", id="Usaha"),
    "household": Labels("Household", id="Rumah tangga"),
    "head": Labels("Head", id="Kepala (pengetahuan)"),
    "heart": Labels("Heart", id="Hati (kepedulian)"),
    "hand": Labels("Hand", id="Tangan (keterampilan)"),
    "internal": Labels("Internal", id="Dari dalam"),
    "structural": Labels("Structural", id="Struktural"),
}


def label(code: str, language: str = "en") -> str:
    """Word a code of the vocabularies for a reader.

    Parameters
    ----------
    code : str
        A code of a vocabulary of this room. A code of the community's own has no translation and
        comes back as it is.
    language : {"en", "id"}
        English or Indonesian.

    Raises
    ------
    InvalidValueError
        If the code is no text, or the language is another one.

    Examples
    --------
    >>> label("natural", "id"), label("ternak", "id")
    ('Alam', 'ternak')
    """
    one_of("language", language, LANGUAGES)
    if not isinstance(code, str):
        raise InvalidValueError(Fault("code", shown(code), "text", "value"))
    known = _LABELS.get(code)
    return to_code(code) if known is None else known.text(language)

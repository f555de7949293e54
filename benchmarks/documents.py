"""How long 100,000 assets take from a document, validated and with their integrity checked.

Run by hand: ``python benchmarks/documents.py``. Against pydantic with equal classes and equal
checks, with the cyclic garbage collector as it is and switched off for both, and against the bare
loop that only makes the objects. Equal results are asserted before anything is timed.
"""

import datetime
from collections.abc import Callable
from typing import Annotated, Any

import attrs
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator
from rounds import medians

import abcd
from abcd import Asset, Community
from abcd.vocabulary import Control, Status

SIZE = 100_000


# The fastest that pydantic offers: the whole check in its compiled core. Text is never coerced;
# a list becomes a tuple, text a member of a vocabulary, and ISO text a date, on both sides.
Id = Annotated[str, Field(pattern=r"^[^@\s]")]
Text = Annotated[str, Field(pattern=r"\S")]
Quantity = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Date = Annotated[datetime.date, Field(strict=False)]


class PlainModel(BaseModel):
    """What both sides do: nothing coerced, unknown keys refused, frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class PydanticTag(PlainModel):
    """The twin of `Tag`."""

    scheme: Text
    code: Text
    uri: Text | None = None
    version: Text | None = None


class PydanticEvidence(PlainModel):
    """The twin of `Evidence`."""

    source: Text
    method: Text | None = None
    on: Date | None = None
    quote: Text | None = None
    recorded_by: Text | None = None


class PydanticAsset(PlainModel):
    """The twin of `Asset`, with the same fields and rules."""

    id: Id
    name: Text
    kinds: Annotated[tuple[Text, ...], Field(strict=False)] = ()
    control: Annotated[Control, Field(strict=False)] | None = None
    status: Annotated[Status, Field(strict=False)] = Status.IDENTIFIED
    holder: Id | None = None
    place: Id | None = None
    quantity: Quantity | None = None
    unit: Text | None = None
    named_by: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    tags: Annotated[tuple[PydanticTag, ...], Field(strict=False)] = ()
    evidence: Annotated[tuple[PydanticEvidence, ...], Field(strict=False)] = ()
    reviewed_on: Date | None = None
    extra: dict[str, Any] = {}


class PydanticPlace(PlainModel):
    """The twin of `Place`, as far as this document needs it."""

    id: Id
    name: Text


class PydanticCommunity(PlainModel):
    """The twin of `Community`: ids are unique, references lead somewhere."""

    id: Id
    name: Text
    places: Annotated[tuple[PydanticPlace, ...], Field(strict=False)] = ()
    assets: Annotated[tuple[PydanticAsset, ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _whole(self) -> "PydanticCommunity":
        places = {place.id for place in self.places}
        ids = places | {asset.id for asset in self.assets}
        if len(ids) != len(self.places) + len(self.assets):
            raise ValueError("an id is used twice")
        for asset in self.assets:
            if asset.place is not None and asset.place not in places:
                raise ValueError("a reference leads nowhere")
            if asset.holder is not None and asset.holder not in ids:
                raise ValueError("a reference leads nowhere")
            if not all(id in ids for id in asset.named_by):
                raise ValueError("a reference leads nowhere")
        return self


def document() -> dict[str, Any]:
    """Make a document of assets that look like those of a city's asset layer."""
    kinds = (["physical"], ["social", "human"], ["natural"], ["economic"])
    controls = ("primary", "secondary", "potential")
    return {
        "id": "city",
        "name": "City",
        "places": [{"id": f"rt{number}", "name": f"RT {number}"} for number in range(100)],
        "assets": [
            {
                "id": f"a{number}",
                "name": f"Asset {number}",
                "kinds": kinds[number % 4],
                "control": controls[number % 3],
                "status": "verified",
                "place": f"rt{number % 100}",
                "quantity": number / 4,
                "unit": "seats",
                "reviewed_on": "2024-01-31",
            }
            for number in range(SIZE)
        ],
    }


def assert_equal(ours: Community, theirs: PydanticCommunity) -> None:
    """Every field of every asset is the same on both sides."""
    names = [field.name for field in attrs.fields(Asset)]
    for mine, other in zip(ours.assets, theirs.assets, strict=True):
        for name in names:
            assert getattr(mine, name) == getattr(other, name), name


def main() -> None:
    """Print the three ratios."""
    data = document()
    adapter = TypeAdapter(PydanticCommunity)
    assert_equal(abcd.from_dict(data, Community), adapter.validate_python(data))
    jobs: dict[str, Callable[[], object]] = {
        "abcd": lambda: abcd.from_dict(data, Community),
        "pydantic": lambda: adapter.validate_python(data),
        "loop": lambda: [Asset(**row) for row in data["assets"]],
    }
    with_gc = medians(jobs)
    without_gc = medians(jobs, collect=False)
    print(f"{SIZE:,} assets: {with_gc['abcd'] * 1000:.0f} ms")
    faster = with_gc["pydantic"] / with_gc["abcd"]
    print(f"against pydantic: {faster:.2f} x as fast (target: 1.4 x)")
    faster = without_gc["pydantic"] / without_gc["abcd"]
    print(f"against pydantic, gc off for both: {faster:.2f} x as fast (target: 1.0 x)")
    slower = with_gc["abcd"] / with_gc["loop"]
    print(f"against the bare loop: {slower:.2f} x its time (target: 1.3 x or less)")


if __name__ == "__main__":
    main()

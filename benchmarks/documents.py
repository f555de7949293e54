"""How long 100,000 assets take from a document, validated and with their integrity checked.

Run by hand: ``python benchmarks/documents.py``. Against pydantic with equal classes and equal
checks, with the cyclic garbage collector as it is and switched off for both, and against the bare
loop that only makes the objects. Equal results are asserted before anything is timed.
"""

import datetime
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

import attrs
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator
from rounds import medians

import abcd
from abcd import Asset, Community

SIZE = 100_000


# The fastest that pydantic offers: the whole check in its compiled core.
CoreId = Annotated[str, Field(pattern=r"^[^@\s]")]
CoreText = Annotated[str, Field(pattern=r"\S")]
Control = Literal["primary", "secondary", "potential"]
Status = Literal["identified", "verified", "mobilized", "created"]


class PlainModel(BaseModel):
    """What both sides do: nothing coerced, unknown keys refused, frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class PydanticTag(PlainModel):
    """The twin of `Tag`."""

    scheme: CoreText
    code: CoreText
    uri: CoreText | None = None
    version: CoreText | None = None


class PydanticEvidence(PlainModel):
    """The twin of `Evidence`."""

    source: CoreText
    method: CoreText | None = None
    on: datetime.date | None = None
    quote: CoreText | None = None
    recorded_by: CoreText | None = None


class PydanticAsset(PlainModel):
    """The twin of `Asset`, with the same fields and rules."""

    id: CoreId
    name: CoreText
    kinds: tuple[CoreText, ...] = ()
    control: Control | None = None
    status: Status = "identified"
    holder: CoreId | None = None
    place: CoreId | None = None
    quantity: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    unit: CoreText | None = None
    named_by: tuple[CoreId, ...] = ()
    tags: tuple[PydanticTag, ...] = ()
    evidence: tuple[PydanticEvidence, ...] = ()
    reviewed_on: datetime.date | None = None
    extra: dict[str, Any] = {}


class PydanticPlace(PlainModel):
    """The twin of `Place`, as far as this document needs it."""

    id: CoreId
    name: CoreText


class PydanticCommunity(PlainModel):
    """The twin of `Community`: ids are unique, references lead somewhere."""

    id: CoreId
    name: CoreText
    places: tuple[PydanticPlace, ...] = ()
    assets: tuple[PydanticAsset, ...] = ()

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
            }
            for number in range(SIZE)
        ],
    }


def as_tuples(data: Mapping[str, Any]) -> dict[str, Any]:
    """Give pydantic's strict mode the tuples that it asks for, outside the timed part."""
    assets = [{**row, "kinds": tuple(row["kinds"])} for row in data["assets"]]
    return {**data, "places": tuple(data["places"]), "assets": tuple(assets)}


def assert_equal(ours: Community, theirs: PydanticCommunity) -> None:
    """Every field of every asset is the same on both sides."""
    names = [field.name for field in attrs.fields(Asset) if field.name not in ("extra", "tags")]
    for mine, other in zip(ours.assets, theirs.assets, strict=True):
        for name in names:
            assert getattr(mine, name) == getattr(other, name), name


def main() -> None:
    """Print the three ratios."""
    data = document()
    tuples = as_tuples(data)
    adapter = TypeAdapter(PydanticCommunity)
    assert_equal(abcd.from_dict(data, Community), adapter.validate_python(tuples))
    jobs: dict[str, Callable[[], object]] = {
        "abcd": lambda: abcd.from_dict(data, Community),
        "pydantic": lambda: adapter.validate_python(tuples),
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

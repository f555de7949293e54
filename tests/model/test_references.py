"""The table of references: complete, and true to the classes."""

from typing import Any

import attrs
import pytest

from abcd.fields import ID, ID_OR_NONE, IDS, rule_of
from abcd.model import OUTSIDE, Asset, Community, Flow, Membership, Person, Tie
from abcd.model.flows import Flow as FlowClass
from abcd.model.parts import COLLECTIONS, ENTITIES, RULES, SINGULAR
from abcd.model.references import REFERENCES, Reference, detached

PARTY = rule_of(attrs.fields_dict(FlowClass)["payer"])


def stays(reference: Reference, id: str) -> bool:
    """Keep the references to p1 only."""
    return id == "p1"


def test_every_field_for_ids_is_in_the_table() -> None:
    """A new field that holds an id can not be forgotten: its rule gives it away."""
    rules = (ID, ID_OR_NONE, IDS, PARTY)
    for name, cls in COLLECTIONS.items():
        fields: Any = attrs.fields(cls)
        holding = [field.name for field in fields if rule_of(field) in rules]
        listed = [reference.field for reference in REFERENCES[name]]
        assert sorted(listed) == sorted(set(holding) - {"id"})


@pytest.mark.parametrize(
    ("name", "reference"),
    [(name, reference) for name in REFERENCES for reference in REFERENCES[name]],
    ids=lambda value: value.field if isinstance(value, Reference) else value,
)
def test_the_table_is_true_to_the_fields(name: str, reference: Reference) -> None:
    """`many` and `essential` follow from the field: a tuple, and one that may not be None."""
    field = attrs.fields_dict(COLLECTIONS[name])[reference.field]
    assert reference.many is (rule_of(field) is IDS)
    assert reference.essential is (field.default is attrs.NOTHING)
    assert set(reference.targets) <= {COLLECTIONS[entities] for entities in ENTITIES}


def test_the_collections_are_those_of_the_community() -> None:
    """In its order; every one has its rule, its references and its singular."""
    names = [field.name for field in attrs.fields(Community)]
    assert [name for name in names if name in COLLECTIONS] == list(COLLECTIONS)
    assert set(RULES) == set(REFERENCES) == set(SINGULAR) == set(COLLECTIONS)
    assert set(ENTITIES) == {name for name, cls in COLLECTIONS.items() if hasattr(cls, "id")}


def test_the_ids_that_a_part_names() -> None:
    """None and the outside are no ids; a list gives all of its ids."""
    asset = Asset("a", "A", named_by=["p1", "p2"])
    assert [reference.ids(asset) for reference in REFERENCES["assets"]] == [(), (), ("p1", "p2")]
    flow = Flow("p1", OUTSIDE, 1)
    assert [reference.ids(flow) for reference in REFERENCES["flows"]] == [("p1",), ()]


def test_a_part_is_detached_from_what_goes() -> None:
    """Optional references are cut; without an essential one nothing is left."""
    asset = Asset("a", "A", holder="p2", named_by=["p2", "p1", "p3"])
    assert detached("assets", asset, stays) == Asset("a", "A", named_by=["p1"])
    assert detached("ties", Tie("p1", "p1", reported_by="p2"), stays) == Tie("p1", "p1")
    assert detached("ties", Tie("p1", "p2"), stays) is None
    assert detached("memberships", Membership("p1", "rki"), stays) is None
    assert detached("flows", Flow(OUTSIDE, "p1", 1), stays) == Flow(OUTSIDE, "p1", 1)


def test_a_part_that_keeps_all_is_the_same_object() -> None:
    """Nothing is copied where nothing changes."""
    for name, part in [
        ("people", Person("p9", "Siti")),
        ("assets", Asset("a", "A", holder="p1", named_by=["p1"])),
        ("ties", Tie("p1", "p1")),
    ]:
        assert detached(name, part, stays) is part

"""Objects of every public class, for hypothesis: built from the fields, their types and rules.

`values(cls)` needs no list of classes. A class whose parts must fit together, such as a community,
has a builder of its own below; whatever else a class refuses is drawn again.
"""

import datetime
import decimal
import enum
import functools
import re
import types
import typing
from collections.abc import Callable
from typing import Any

import attrs
import networkx as nx
import numpy as np
import numpy.typing as npt
from hypothesis import reject
from hypothesis import strategies as st

from abcd.caveats import Caveat, codes
from abcd.cycle import Idea
from abcd.errors import IntegrityError, InvalidValueError
from abcd.fields import FrozenMapping, rule_of
from abcd.model import Assembly, Community
from abcd.network import Projection, Snapshot, project, snapshot
from abcd.potential import (
    Acceptability,
    Assessment,
    Compromise,
    Criterion,
    DecisionTable,
    Outranking,
    Ranking,
    Sensitivity,
    UnknownScores,
    acceptability,
    assess,
    promethee,
    rank,
    sensitivity,
    vikor,
    worth_finding_out,
)

__all__ = ["HOSTILE_TEXT", "TEXT", "communities", "decision_tables", "plain_data", "values"]

Draw = Callable[[st.SearchStrategy[Any]], Any]
Strategy = st.SearchStrategy[Any]

# Letters of several scripts, marks that combine, quotes and brackets; no lone surrogates, which
# no document can carry.
_CHARACTERS = st.characters(codec="utf-8")
# Few ids, so that references often lead somewhere.
TEXT = st.one_of(
    st.sampled_from(
        ["p1", "p2", "hall", "rt3", "Balai desa", "e\u0301", "\u00e9", "\u00d1and\u00fa", "0"]
    ),
    st.text(_CHARACTERS, min_size=1, max_size=12),
)
HOSTILE_TEXT = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror='alert(1)'>",
        "</td></table><iframe src='//x'>",
        "&lt;script&gt;",
        "<!-- --><style>*{}</style>",
        "' onmouseover='alert(1)",
        "{caveat.__class__}",
    ]
)
_FLOATS = st.one_of(
    st.sampled_from([0.0, 1.0, 2.5, -1.0, 100.0, 3]),
    st.floats(allow_nan=False, allow_infinity=False),
)
_DATES = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))
_AMOUNTS = st.decimals(min_value=0, max_value=10**12, allow_nan=False, allow_infinity=False)


def plain_data(text: Strategy = TEXT) -> st.SearchStrategy[FrozenMapping]:
    """Draw open mappings: text keys, plain values, a few levels."""
    scalars = st.one_of(
        st.none(), st.booleans(), st.integers(-(10**18), 10**18), _FLOATS, text, st.just("")
    )
    items = st.recursive(
        scalars,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(text, inner, max_size=3)
        ),
        max_leaves=6,
    )
    return st.dictionaries(text, items, max_size=3).map(FrozenMapping)


@functools.cache
def values(cls: type, text: Strategy = TEXT) -> Strategy:
    """Draw objects of a class of ours, with all text in them from one strategy."""
    return _BUILDERS[cls](text) if cls in _BUILDERS else _objects(cls, text)


def _objects(cls: Any, text: Strategy) -> Strategy:
    fields = [field for field in attrs.fields(attrs.resolve_types(cls)) if field.init]
    bits = st.integers(0, 2 ** len(fields) - 1)

    @st.composite
    def build(draw: Draw) -> Any:
        # Most fields that have a default are left out, as people do; it also keeps objects small.
        given = draw(bits) & draw(bits)
        rows = draw(st.integers(0, 3))
        chosen = {
            field.alias: draw(_field(field, text, rows))
            for place, field in enumerate(fields)
            if field.default is attrs.NOTHING or "row" in field.metadata or given >> place & 1
        }
        return _built(cls, chosen)

    return build()


def _built(cls: Any, chosen: dict[str, Any]) -> Any:
    """Construct an object; parts that do not fit the others are left out, as `assemble` does."""
    while True:
        try:
            return cls(**chosen)
        except IntegrityError as error:
            for name, misfits in _misfits(error).items():
                chosen[name] = [
                    part for place, part in enumerate(chosen[name]) if place not in misfits
                ]
        except InvalidValueError:
            # Fields that are sound each but not together, such as dates out of order.
            return reject()


def _misfits(error: IntegrityError) -> dict[str, set[int]]:
    positions: dict[str, set[int]] = {}
    for fault in error.faults:
        name, place = re.match(r"(\w+)\[(\d+)\]", fault.path).groups()  # type: ignore[union-attr]  # every misfit is an item
        positions.setdefault(name, set()).add(int(place))
    return positions


def _field(field: "attrs.Attribute[Any]", text: Strategy, rows: int) -> Strategy:
    drawn = _of_type(field.type, text, rows if "row" in field.metadata else None)
    rule = rule_of(field)
    if rule is None:
        return drawn
    test = rule.test
    # Hypothesis reads the source of a predicate to draw better; behind a name it can not misread.
    return drawn.filter(lambda value: bool(test(value)))


def _of_type(hint: Any, text: Strategy, rows: int | None = None) -> Strategy:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return st.one_of(*[_of_type(part, text) for part in arguments])
    if origin is typing.Literal:
        return st.sampled_from(arguments)
    # A column has a value for each row; other sequences are short.
    least, most = (0, 2) if rows is None else (rows, rows)
    if origin is tuple and arguments[-1] is Ellipsis:
        return st.lists(_of_type(arguments[0], text), min_size=least, max_size=most).map(tuple)
    if origin is tuple:
        return st.tuples(*[_of_type(part, text) for part in arguments])
    if origin in (np.ndarray, npt.NDArray):
        # ndarray[shape, dtype[kind]], or on Python 3.12 with a newer numpy the alias NDArray[kind].
        kind = (typing.get_args(arguments[-1]) or arguments)[0]
        # Results hold nan where nothing can be said, and no infinities: JSON has none.
        floats = st.floats(width=64, allow_infinity=False)
        numbers = st.integers(-(2**62), 2**62) if kind is np.int64 else floats
        return st.lists(numbers, min_size=least, max_size=most)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return st.sampled_from(list(hint))
    if isinstance(hint, type) and attrs.has(hint):
        return st.deferred(lambda: values(hint, text))
    return text if hint is str else _SIMPLE[hint] if hint in _SIMPLE else plain_data(text)


_SIMPLE: dict[Any, Strategy] = {
    int: st.one_of(st.integers(0, 9), st.integers(-(10**18), 10**18)),
    float: _FLOATS,
    bool: st.booleans(),
    type(None): st.none(),
    datetime.date: _DATES,
    decimal.Decimal: _AMOUNTS,
}


def _caveats(text: Strategy) -> Strategy:
    return st.builds(Caveat, st.sampled_from(codes()), plain_data(text))


def assemblies(text: Strategy = TEXT) -> st.SearchStrategy[Assembly]:
    """Draw parts that often do not fit, and what `Community.assemble` makes of them."""
    fields = [field for field in attrs.fields(Community) if field.init]
    bits = st.integers(0, 2 ** len(fields) - 1)

    @st.composite
    def build(draw: Draw) -> Assembly:
        given = draw(bits)
        parts: dict[str, Any] = {
            field.name: draw(_field(field, text, 0))
            for place, field in enumerate(fields)
            if field.default is attrs.NOTHING or given >> place & 1
        }
        return Community.assemble(**parts)

    return build()


def communities(text: Strategy = TEXT) -> st.SearchStrategy[Community]:
    """Draw sound communities: the sound part of arbitrary ones."""
    return assemblies(text).map(lambda assembly: assembly.community)


def decision_tables(text: Strategy = TEXT) -> st.SearchStrategy[DecisionTable]:
    """Draw tables with gaps, with or without intervals and raters, and numbers of any size."""
    id_rule = next(rule_of(field) for field in attrs.fields(Criterion) if field.name == "id")
    assert id_rule is not None
    names = text.filter(id_rule.test)
    weighted = st.sampled_from([None, 0, 1, 2.5])
    numbers = st.one_of(st.integers(0, 5), st.floats(-1e299, 1e299, allow_subnormal=True))
    low_to_high = st.tuples(numbers, numbers).map(sorted).map(tuple)

    @st.composite
    def build(draw: Draw) -> DecisionTable:
        options = draw(st.lists(names | st.integers(0, 9), min_size=1, max_size=3, unique_by=str))
        ids = draw(st.lists(names, min_size=1, max_size=3, unique_by=str))
        directions = st.sampled_from(["max", "min"])
        criteria = [Criterion(id, draw(directions), draw(weighted), label=id) for id in ids]
        raters = draw(st.lists(names | st.integers(0, 9), max_size=2, unique_by=str))
        cells = draw(st.sampled_from([numbers, st.none() | numbers, numbers | low_to_high]))
        row = st.lists(cells, min_size=len(ids), max_size=len(ids))
        rows = st.lists(row, min_size=len(options), max_size=len(options))
        tables = [draw(rows) for _ in raters] if raters else draw(rows)
        return DecisionTable(options, criteria, tables, raters=raters)

    return build()


def rankings(text: Strategy = TEXT) -> st.SearchStrategy[Ranking]:
    """Draw what `rank` makes of arbitrary tables."""

    @st.composite
    def build(draw: Draw) -> Ranking:
        table = draw(decision_tables(text))
        weights = [1 + place for place, _ in enumerate(table.criteria)]
        method: Any = draw(st.sampled_from(["weighted_sum", "weighted_product", "topsis"]))
        return rank(table, method=method, weights=weights)

    return build()


def assessments(text: Strategy = TEXT) -> st.SearchStrategy[Assessment]:
    """Draw what `assess` makes of ideas that people scored."""
    words = values(Idea, text)
    ideas = st.lists(words, min_size=1, max_size=3, unique_by=lambda idea: idea.id)
    given = st.none() | st.floats(-9, 9) | st.sampled_from([(1, 2), (0, 0)])

    @st.composite
    def build(draw: Draw) -> Assessment:
        bare = [Idea(idea.id, idea.text) for idea in draw(ideas)]
        scores = {idea.id: draw(given) for idea in bare}
        return assess(bare, Community("c", "C"), criteria=["days", (Criterion("liked"), scores)])

    return build()


def analyses(cls: type) -> Callable[[Strategy], Strategy]:
    """Draw what an analysis makes of arbitrary tables, by the class of its result."""
    made: dict[type, Callable[..., Any]] = {
        Acceptability: functools.partial(acceptability, samples=3, rng=1),
        Compromise: vikor,
        Outranking: promethee,
        Sensitivity: functools.partial(sensitivity, rivals=1),
        UnknownScores: functools.partial(worth_finding_out, steps=2),
    }

    def strategy(text: Strategy = TEXT) -> Strategy:
        # Only where all criteria or none have a weight can a table be ranked as it is.
        return decision_tables(text).map(
            lambda table: made[cls](table, weights=[1.0] * len(table.criteria))
        )

    return strategy


def snapshots(text: Strategy = TEXT) -> st.SearchStrategy[Snapshot]:
    """Draw small networks of any kind, read from networkx."""

    @st.composite
    def build(draw: Draw) -> Snapshot:
        nodes = draw(st.lists(text | st.integers(-(2**70), 2**70), max_size=4, unique=True))
        graph: nx.Graph[Any] = nx.DiGraph() if draw(st.booleans()) else nx.Graph()
        graph.add_nodes_from(nodes)
        weight = draw(text)
        ends = st.sampled_from(nodes or [""])
        for source, target in draw(st.lists(st.tuples(ends, ends), max_size=5 if nodes else 0)):
            graph.add_edge(source, target, **{weight: draw(st.floats(1e-90, 1e90))})
        return snapshot(graph, weight=draw(st.sampled_from([None, weight])))

    return build()


def projections(text: Strategy = TEXT) -> st.SearchStrategy[Projection]:
    """Draw projections of small two-mode networks."""

    @st.composite
    def build(draw: Draw) -> Projection:
        nodes = draw(st.lists(text | st.integers(0, 9), max_size=6, unique=True))
        cut = draw(st.integers(0, len(nodes)))
        graph: nx.Graph[Any] = nx.Graph()
        graph.add_nodes_from(nodes[:cut], mode=draw(text))
        graph.add_nodes_from(nodes[cut:])
        pairs = [(first, second) for first in nodes[:cut] for second in nodes[cut:]]
        graph.add_edges_from(draw(st.lists(st.sampled_from(pairs), max_size=9)) if pairs else [])
        return project(graph, nodes[:cut])

    return build()


_BUILDERS: dict[type, Callable[[Strategy], Strategy]] = {
    Assembly: assemblies,
    **{
        cls: analyses(cls)
        for cls in (Acceptability, Compromise, Outranking, Sensitivity, UnknownScores)
    },
    Assessment: assessments,
    Caveat: _caveats,
    Community: communities,
    DecisionTable: decision_tables,
    Projection: projections,
    Ranking: rankings,
    Snapshot: snapshots,
}

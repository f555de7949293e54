"""How results show themselves: one line, a small table, escaped HTML. Nothing is computed here."""

import html as html_text
from typing import Any

import attrs

__all__ = ["Shown", "ShownInRows", "html", "short", "text"]

_ROWS_SHOWN = 20
_ITEMS_SHOWN = 5
# As many of a result's values as one line has room for; fields stand in reading order.
_VALUES_IN_LINE = 9


class Shown:
    """What shows itself through this module: every result, and nothing else."""

    __slots__ = ()


class ShownInRows(Shown):
    """A result with one row for each id."""

    __slots__ = ()


def short(result: Any) -> str:
    """One line: the class, its first plain values rounded, and how many caveats it carries."""
    plain = _plain(result)
    parts = [f"{name}={value}" for name, value in plain[:_VALUES_IN_LINE]]
    if len(plain) > _VALUES_IN_LINE:
        parts.append("...")
    if _has_rows(result):
        parts.insert(0, f"<{_counted(len(result), 'row')}>")
    if result.caveats:
        parts.append(f"<{_counted(len(result.caveats), 'caveat')}>")
    return f"{type(result).__name__}({', '.join(parts)})"


def text(result: Any) -> str:
    """Lay a result out as a small table, its caveats below in English."""
    lines = [type(result).__name__]
    plain = _plain(result)
    width = max((len(name) for name, _ in plain), default=0)
    if _has_rows(result):
        lines += _text_table(*_shown_rows(result), hidden=len(result) - _ROWS_SHOWN)
    lines += [f"  {name:<{width}}  {value}" for name, value in plain]
    for name, part in _nested(result):
        lines += [f"  {name}: " + text(part).replace("\n", "\n  ")]
    lines += [f"  ! {caveat.message()}" for caveat in result.caveats]
    return "\n".join(lines)


def html(result: Any) -> str:
    """Lay a result out for a notebook; every text in it is escaped."""
    parts = [f"<div><strong>{_escape(type(result).__name__)}</strong>"]
    if _has_rows(result):
        names, rows_shown = _shown_rows(result)
        head = "".join(f"<th>{_escape(name)}</th>" for name in names)
        body = "".join(
            "<tr>" + "".join(f"<td>{_escape(cell)}</td>" for cell in row) + "</tr>"
            for row in rows_shown
        )
        parts.append(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")
        if len(result) > _ROWS_SHOWN:
            parts.append(f"<p>and {len(result) - _ROWS_SHOWN:,} more rows</p>")
    plain = _plain(result)
    if plain:
        rows = "".join(
            f"<tr><th style='text-align:left'>{_escape(name)}</th>"
            f"<td style='text-align:left'>{_escape(value)}</td></tr>"
            for name, value in plain
        )
        parts.append(f"<table>{rows}</table>")
    parts += [f"<p>{_escape(name)}</p>{html(part)}" for name, part in _nested(result)]
    if result.caveats:
        items = "".join(f"<li>{_escape(caveat.message())}</li>" for caveat in result.caveats)
        parts.append(f"<ul>{items}</ul>")
    parts.append("</div>")
    return "".join(parts)


def _plain(result: Any) -> list[tuple[str, str]]:
    refused = _not_estimable(result)
    values = [
        (field.name, _to_show(getattr(result, field.name), field.metadata))
        for field in attrs.fields(type(result))
        if field.name != "caveats" and "row" not in field.metadata
    ]
    return [
        (name, "not estimable" if value is None and name in refused else _value(value))
        for name, value in values
        if not _is_result(value)
    ]


def _to_show(value: Any, metadata: Any) -> Any:
    # Who it was is nobody's business in a log; how many is.
    return f"<{len(value):,}>" if "counted" in metadata else value


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _not_estimable(result: Any) -> set[Any]:
    # A None is "not estimable" only where a caveat says so; elsewhere it is an input not given.
    named = [caveat.data.get("fields") for caveat in result.caveats]
    return {name for names in named if isinstance(names, tuple) for name in names}


def _nested(result: Any) -> list[tuple[str, Any]]:
    values = [(field.name, getattr(result, field.name)) for field in attrs.fields(type(result))]
    return [(name, value) for name, value in values if _is_result(value)]


def _is_result(value: Any) -> bool:
    return isinstance(value, Shown)


def _has_rows(result: Any) -> bool:
    return isinstance(result, ShownInRows)


def _shown_rows(result: Any) -> tuple[list[str], list[list[str]]]:
    named = {field.name for field in attrs.fields(type(result)) if "counted" in field.metadata}
    columns = {name: values for name, values in result.columns().items() if name not in named}
    table = zip(*(values[:_ROWS_SHOWN] for values in columns.values()), strict=True)
    return list(columns), [[_value(cell) for cell in row] for row in table]


def _text_table(names: list[str], rows: list[list[str]], *, hidden: int) -> list[str]:
    widths = [max(map(len, column)) for column in zip(names, *rows, strict=True)]
    lines = ["  ".join(["", *map(str.ljust, row, widths)]).rstrip() for row in (names, *rows)]
    return lines + ([f"  and {hidden:,} more rows"] if hidden > 0 else [])


def _value(value: Any) -> str:
    if hasattr(value, "tolist"):
        # Arrays and the numbers in them, known without loading numpy.
        value = _as_tuples(value.tolist())
    if value is None or value != value:  # noqa: PLR0124  # nan: not defined
        return "-"
    if isinstance(value, float):
        return f"{value:.5g}"
    if isinstance(value, tuple):
        items = ", ".join(_value(item) for item in value[:_ITEMS_SHOWN])
        more = len(value) - _ITEMS_SHOWN
        return f"({items}, and {more} more)" if more > 0 else f"({items})"
    return short(value) if _is_result(value) else str(value)


def _as_tuples(value: Any) -> Any:
    return tuple(map(_as_tuples, value)) if isinstance(value, list) else value


def _escape(value: str) -> str:
    return html_text.escape(value, quote=True)

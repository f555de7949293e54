"""A Sphinx directive that lists every caveat from the library's own tables."""

from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.application import Sphinx

from abcd.caveats import codes, message_template

HEADINGS = ("Code", "English", "Indonesian")


class CaveatTable(Directive):
    """``{caveat-table}``: code, English and Indonesian wording, sorted by code."""

    def run(self) -> list[nodes.Node]:
        """Build the table."""
        body = [
            _row(nodes.literal(text=code), message_template(code), message_template(code, "id"))
            for code in codes()
        ]
        head = _row(*HEADINGS)
        group = nodes.tgroup("", cols=len(HEADINGS))
        group += [nodes.colspec(colwidth=width) for width in (20, 40, 40)]
        group += [nodes.thead("", head), nodes.tbody("", *body)]
        return [nodes.table("", group)]


def _row(*cells: nodes.literal | str) -> nodes.row:
    contents = [nodes.Text(cell) if isinstance(cell, str) else cell for cell in cells]
    entries = [nodes.entry("", nodes.paragraph("", "", content)) for content in contents]
    return nodes.row("", *entries)


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx about the directive."""
    app.add_directive("caveat-table", CaveatTable)
    return {"parallel_read_safe": True}

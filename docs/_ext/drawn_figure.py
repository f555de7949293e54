"""A Sphinx directive that shows a matplotlib figure which the code above it on the page makes.

The code of a page is tested as it stands; here it runs once more, for the picture.
"""

import base64
import doctest
import html
import io
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from sphinx.application import Sphinx


class DrawnFigure(Directive):
    """``{drawn-figure} name``: the matplotlib figure of that name, as the page has made it so far.

    The option `alt` says what it shows, for those who can not see it; the content is the caption.
    """

    required_arguments = 1
    has_content = True
    option_spec: ClassVar[Any] = {"alt": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Run the examples above, and put the picture into the page itself."""
        name = self.arguments[0]
        source = str(self.state_machine.get_source_and_line(self.lineno)[0])
        above = Path(source).read_text(encoding="utf-8").partition(f"{{drawn-figure}} {name}\n")[0]
        picture = _drawn(above, name, source)
        alt = html.escape(self.options.get("alt", ""), quote=True)
        image = f'<img src="data:image/svg+xml;base64,{picture}" alt="{alt}" />'
        figure = nodes.figure("", nodes.raw("", image, format="html"))
        if self.content:
            figure += nodes.caption("", " ".join(self.content))
        return [figure]


def _drawn(above: str, name: str, source: str) -> str:
    import matplotlib  # pages without a picture need none of it

    matplotlib.use("Agg")
    found: list[str] = []
    test = doctest.DocTestParser().get_doctest(above, {}, source, source, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    if runner.run(test, out=found.append, clear_globs=False).failed:
        raise RuntimeError("".join(found))
    svg = io.BytesIO()
    # Without a date and with fixed ids the same page gives the same file.
    with matplotlib.rc_context({"svg.hashsalt": name}):
        test.globs[name].savefig(svg, format="svg", metadata={"Date": None}, bbox_inches="tight")
    return base64.b64encode(svg.getvalue()).decode("ascii")


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx about the directive."""
    app.add_directive("drawn-figure", DrawnFigure)
    return {"parallel_read_safe": True}

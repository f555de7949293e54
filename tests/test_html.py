"""Notebook output is safe: an allow-list of tags and attributes, whatever stands in the data."""

import attrs
import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from .discovery import public_classes
from .strategies import HOSTILE_TEXT, values

TAGS = {"div", "strong", "em", "table", "thead", "tbody", "tr", "th", "td", "p", "ul", "ol", "li"}
TAGS |= {"details", "summary", "span", "code", "caption", "br", "small"}
ATTRIBUTES = {"style", "class", "lang", "colspan", "rowspan", "scope", "open"}
SHOWN = [cls for cls in public_classes() if hasattr(cls, "_repr_html_") and attrs.has(cls)]


def assert_safe(html: str) -> None:
    """Parse as a browser does; refuse any tag, attribute or comment that is not our own."""
    document = html5lib.parse(html, namespaceHTMLElements=False)
    for element in document.iter():
        assert element.tag in TAGS | {"html", "head", "body"}, element.tag
        assert set(element.attrib) <= ATTRIBUTES, element.attrib
        assert "url" not in element.attrib.get("style", "")


def test_the_walk_sees() -> None:
    """The control: what must be refused is refused."""
    for html in ("<script>x</script>", "<p onclick='x'>y</p>", "<img src=x>", "<p><!-- x --></p>"):
        with pytest.raises(AssertionError):
            assert_safe(html)


@pytest.mark.parametrize("cls", SHOWN, ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_html_of_values_is_safe(cls: type, data: st.DataObject) -> None:
    """Text in any field shows as text."""
    value = data.draw(values(cls))
    assert_safe(value._repr_html_())


@pytest.mark.parametrize("cls", SHOWN, ids=lambda cls: cls.__name__)
@given(data=st.data())
def test_hostile_text_shows_as_text(cls: type, data: st.DataObject) -> None:
    """Tags, quotes and entities in every text field come out escaped."""
    value = data.draw(values(cls, HOSTILE_TEXT))
    html = value._repr_html_()
    assert_safe(html)
    assert "<script" not in html.lower()

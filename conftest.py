"""Run the code blocks of the README and of the docs as tests.

This file stands at the root because pytest asks a `conftest.py` only about files below it.
"""

import doctest

import pytest
from sybil import Sybil
from sybil.integration.pytest import SybilItem
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser

# Sphinx imports the first two, and type checkers read the third; none is run here.
collect_ignore_glob = ["docs/*.py", "docs/_ext/*.py", "tests/typing/*.py"]

pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS),
        SkipParser(),
    ],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
).pytest()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the blocks of a page back in reading order, after the random order of all others.

    A page shares one namespace: what its first block makes, the second uses.
    """
    blocks = [item for item in items if isinstance(item, SybilItem)]
    blocks.sort(key=lambda item: (str(item.path), item.location[1] or 0))
    items[:] = [*(item for item in items if not isinstance(item, SybilItem)), *blocks]

"""Settings of the documentation; build it with ``sphinx-build -W -n docs docs/_build``."""

import importlib.metadata
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "abcd"
author = "The abcd developers"
copyright = "2026, The abcd developers"
release = importlib.metadata.version("abcd-community")
version = release

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.mathjax",
    "sphinx.ext.viewcode",
    "numpydoc",
    "caveat_table",
    "drawn_figure",
]
exclude_patterns = ["_build", "_ext"]
nitpicky = True

html_theme = "furo"
html_title = "abcd"

myst_enable_extensions = ["deflist", "dollarmath"]
myst_heading_anchors = 3

# The hints stand in the signatures; the sections of the docstrings say what they mean.
autodoc_typehints = "none"
autodoc_member_order = "groupwise"
autodoc_default_options = {"members": True}
numpydoc_show_class_members = False

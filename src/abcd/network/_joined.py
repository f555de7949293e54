"""Several texts in one attribute of a graph, where only single values may stand."""

from collections.abc import Iterable

__all__ = ["join", "split"]

_MARK = "; "


def join(texts: Iterable[str]) -> str:
    r"""Put texts in one, in the order of the alphabet, each once; `split` takes them apart again.

    >>> join(["works with", "prays with", "works with"])
    'prays with; works with'
    >>> print(join(["one; two", "three"]))
    one\; two; three
    """
    once = sorted(set(texts))
    return _MARK.join([text.replace("\\", "\\\\").replace(";", "\\;") for text in once])


def split(joined: str) -> tuple[str, ...]:
    """Take apart what `join` put together; nothing was in an empty text.

    >>> split("prays with; works with")
    ('prays with', 'works with')
    """
    if not joined:
        return ()
    texts = [""]
    characters = iter(joined)
    for character in characters:
        if character == "\\":
            texts[-1] += next(characters, "")
        elif character == ";":
            # The blank after the mark belongs to it.
            next(characters, "")
            texts.append("")
        else:
            texts[-1] += character
    return tuple(texts)

"""Which standard errors are asked for, and what few clusters do to them."""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from ..caveats import Caveat
from ..errors import Fault, InvalidValueError
from ..fields import one_of
from ._regression import CLUSTERED, ERRORS

__all__ = ["Errors", "chosen_errors", "of_clusters"]

Errors: TypeAlias = Literal["classical", "HC1", "HC2", "HC3", "CR1", "CR2"]

# Cameron and Miller (2015, Journal of Human Resources 50, p. 341): few is less than 20 to 50.
_FEW_CLUSTERS = 40
# Pustejovsky and Tipton (2018, section 5): below 4 degrees of freedom tests are not to be trusted.
_FEW_FREEDOM = 4


def chosen_errors(errors: object, *, clustered: bool) -> str:
    """Return the name of the errors: by default HC3, and CR2 where there are clusters.

    Raises
    ------
    InvalidValueError
        If the name is another one, or needs clusters that are not given.
    """
    if errors is None:
        return "CR2" if clustered else "HC3"
    one_of("errors", errors, ERRORS)
    if errors in CLUSTERED and not clustered:
        accepted = "one of 'classical', 'HC1', 'HC2', 'HC3', or the argument clusters"
        raise InvalidValueError(Fault("errors", repr(errors), accepted, "value"))
    return str(errors)


def of_clusters(errors: str, clusters: int | None, freedom: float | None) -> Iterator[Caveat]:
    """Yield what few clusters, or errors that know none, leave open."""
    if clusters is None:
        return
    if errors not in CLUSTERED:
        yield Caveat("errors-ignore-clusters", {"errors": errors, "clusters": clusters})
    elif errors == "CR1" and clusters < _FEW_CLUSTERS:
        yield Caveat("clusters-few", {"clusters": clusters})
    elif freedom is not None and freedom < _FEW_FREEDOM:
        data = {"clusters": clusters, "freedom": freedom}
        yield Caveat("clusters-few-degrees", data)

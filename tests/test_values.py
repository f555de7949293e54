"""Every public class is a value: it pickles, copies, compares, and has a form in documents."""

import copy
import functools
import json
import pickle
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import attrs
import pytest
from hypothesis import Phase, given, settings

import abcd
from abcd.errors import AbcdError, Fault
from abcd.results import Result

from .discovery import public_classes, public_errors, value_classes
from .strategies import values

VALUES = [cls for cls in value_classes() if cls is not Fault] + [Fault]
MODELS = [cls for cls in VALUES if not issubclass(cls, Result)]
RESULTS = [cls for cls in VALUES if issubclass(cls, Result)]
ERRORS = public_errors()
PROTOCOLS = range(2, pickle.HIGHEST_PROTOCOL + 1)


def by_name(cls: type) -> str:
    """Name a test after its class."""
    return cls.__name__


def examples(cls: type[BaseException]) -> list[BaseException]:
    """Make errors of a class: with one fault, and with several where a class takes them."""
    if cls is AbcdError:
        return [cls("something")]
    fault = Fault("people[3].id", "'@x'", "text", "value")
    if issubclass(cls, KeyError):
        return [cls("id", "'x'", "'y'")]
    if hasattr(cls, "faults") or issubclass(cls, ValueError):
        return [cls(fault), cls(fault, fault.within("community"))]
    if issubclass(cls, ImportError):
        return [cls("matplotlib", "plot")]
    raise AssertionError(f"no example of {cls.__name__}")


def raise_in_worker(error: BaseException) -> None:
    """Raise an error where it has to cross a process to be seen."""
    raise error


def test_values_were_found() -> None:
    """The reflection reaches the classes: an empty list would let every test below pass."""
    assert {"Fault", "Caveat"} <= {cls.__name__ for cls in VALUES}
    assert {"AbcdError", "InvalidValueError"} <= {cls.__name__ for cls in ERRORS}


@pytest.mark.parametrize("cls", VALUES, ids=by_name)
def test_values_are_frozen(cls: type) -> None:
    """No field can be set after construction, and nothing can be added."""
    assert "__setattr__" in vars(cls) or any("__setattr__" in vars(base) for base in cls.__mro__)
    assert not hasattr(cls, "__dict__") or "__dict__" not in dir(cls), "slots are missing"


@functools.cache
def pool(cls: type) -> list[Any]:
    """Draw values of a class once for all tests below; drawing takes longer than testing."""
    drawn: list[Any] = []

    @settings(phases=[Phase.generate])
    @given(values(cls))
    def draw(value: Any) -> None:
        drawn.append(value)

    draw()
    return drawn


@pytest.mark.parametrize("cls", VALUES, ids=by_name)
def test_values_pickle(cls: type) -> None:
    """The same value comes back from every protocol that is in use."""
    for value in pool(cls):
        for protocol in PROTOCOLS:
            again = pickle.loads(pickle.dumps(value, protocol))
            assert type(again) is cls
            assert again == value


@pytest.mark.parametrize("cls", VALUES, ids=by_name)
def test_values_copy(cls: type) -> None:
    """`copy`, `deepcopy` and `attrs.evolve` without changes give an equal value."""
    for value in pool(cls):
        assert copy.copy(value) == value
        assert copy.deepcopy(value) == value
        assert attrs.evolve(value) == value


@pytest.mark.parametrize("cls", VALUES, ids=by_name)
def test_values_are_not_equal_to_other_things(cls: type) -> None:
    """Equality is for values of the same class; a comparison never raises."""
    for value in pool(cls):
        assert value == value  # noqa: PLR0124  # an array field could make this an error
        assert value != object()
        assert value != attrs.astuple(value, recurse=False)


@pytest.mark.parametrize("cls", MODELS, ids=by_name)
def test_model_values_are_keys(cls: type) -> None:
    """Equal values have equal hashes, also after a copy."""
    for value in pool(cls):
        assert hash(copy.deepcopy(value)) == hash(value)
        assert len({value, copy.copy(value)}) == 1


@pytest.mark.parametrize("cls", RESULTS, ids=by_name)
def test_results_are_no_keys(cls: type) -> None:
    """Results hold arrays and can not be hashed."""
    with pytest.raises(TypeError, match="unhashable"):
        hash(pool(cls)[0])


@pytest.mark.parametrize("cls", RESULTS, ids=by_name)
def test_results_are_tables(cls: type) -> None:
    """Columns are a real dict of equally long lists; records are the same table by rows."""
    for result in pool(cls):
        columns = result.columns()
        assert type(columns) is dict
        assert all(type(column) is list for column in columns.values())
        lengths = {len(column) for column in columns.values()}
        assert lengths == {len(result.records())}


@pytest.mark.parametrize("cls", VALUES, ids=by_name)
def test_values_show_themselves(cls: type) -> None:
    """`repr` is of bounded length, `str` is text, HTML is text."""
    for value in pool(cls):
        assert len(repr(value)) < 2_000
        assert str(value)
        assert isinstance(getattr(value, "_repr_html_", str)(), str)


@pytest.mark.parametrize("cls", VALUES, ids=by_name)
def test_documents_are_exact(cls: type) -> None:
    """`to_dict` and `from_dict` are inverses, also through strict JSON text."""
    for value in pool(cls):
        document = abcd.to_dict(value)
        assert abcd.from_dict(document, cls) == value
        text = json.dumps(document, allow_nan=False)
        again: Any = abcd.from_dict(json.loads(text), cls)
        assert again == value
        assert type(again) is cls
        assert abcd.to_dict(again) == document


@pytest.mark.parametrize("cls", VALUES, ids=by_name)
def test_documents_carry_the_schema_and_refuse_unknown_keys(cls: type) -> None:
    """The version stands at the root only; a key that no field has is refused by name."""
    document = abcd.to_dict(pool(cls)[0])
    assert document["schema"] == "abcd/1"
    with pytest.raises(AbcdError, match="surprise"):
        abcd.from_dict({**document, "surprise": 1}, cls)


@pytest.mark.parametrize("cls", ERRORS, ids=by_name)
def test_errors_pickle_and_copy(cls: type[BaseException]) -> None:
    """An error keeps its class, its sentence and its attributes."""
    for error in examples(cls):
        for again in [
            copy.copy(error),
            copy.deepcopy(error),
            *(pickle.loads(pickle.dumps(error, protocol)) for protocol in PROTOCOLS),
        ]:
            assert type(again) is cls
            assert str(again) == str(error)
            assert vars(again) == vars(error)


def test_errors_cross_a_process() -> None:
    """What a worker raises arrives whole; a broken pool would end the user's whole run."""
    errors = [error for cls in ERRORS for error in examples(cls)]
    with ProcessPoolExecutor(max_workers=1) as pool:
        for error in errors:
            with pytest.raises(type(error)) as caught:
                pool.submit(raise_in_worker, error).result()
            assert str(caught.value) == str(error)
            assert _attributes(caught.value) == _attributes(error)


def _attributes(error: BaseException) -> dict[str, Any]:
    return {key: value for key, value in vars(error).items() if key != "__notes__"}


@pytest.mark.parametrize("cls", ERRORS, ids=by_name)
def test_errors_are_ours_and_fit_a_built_in(cls: type[BaseException]) -> None:
    """Every error can be caught as `AbcdError`, and as the built-in that fits."""
    assert issubclass(cls, AbcdError)
    if cls is not AbcdError:
        assert issubclass(cls, ValueError | KeyError | ImportError)


@pytest.mark.parametrize("cls", public_classes(), ids=by_name)
def test_classes_know_where_they_stand(cls: type) -> None:
    """Pickle finds a class by the module and name that it carries."""
    assert getattr(__import__(cls.__module__, fromlist=["x"]), cls.__qualname__) is cls

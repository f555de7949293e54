"""What all tests share: hypothesis profiles and the folder of reference data."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples on every machine and in every order, so that a failure can be seen again.
settings.register_profile(
    "quick",
    database=None,
    deadline=None,
    derandomize=True,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow],
)
# On further versions of Python and of the dependencies: whether things work there at all.
settings.register_profile("brief", settings.get_profile("quick"), max_examples=5)
# By hand, before a release: pytest --hypothesis-profile thorough
settings.register_profile("thorough", deadline=None, max_examples=2_000)
settings.load_profile("quick")


@pytest.fixture(scope="session")
def reference_data() -> Path:
    """Return the folder of data that may be read but not copied into this repository."""
    folder = os.environ.get("ABCD_REFERENCE_DATA")
    if not folder:
        pytest.skip("ABCD_REFERENCE_DATA names no folder of reference data")
    return Path(folder)

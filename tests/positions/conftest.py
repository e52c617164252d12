import pytest
from django.apps import apps


@pytest.fixture
def apps_model():
    """Find a generated model (mypy does not see pghistory's) by its name."""

    def find(name, app="positions"):
        return apps.get_model(app, name)

    return find

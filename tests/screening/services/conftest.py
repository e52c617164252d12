"""What tests of own forms share."""

import pytest

from backoffice_ats.accounts.enums import Role
from tests import make


@pytest.fixture
def hr(client):
    user = make.user(Role.HR_MANAGER)
    client.force_login(user)
    return user


@pytest.fixture
def frozen():
    make.organisation()
    return make.scenarios()

import re

import psycopg2
import pytest
from django.db import connection

from backoffice_ats.management import bench_apply
from candidates.models import Application
from tests import make


@pytest.mark.django_db(transaction=True)
def test_applying_is_measured_on_a_copy_of_which_nothing_is_left(monkeypatch):
    make.organisation()
    monkeypatch.setattr(bench_apply, "APPLICANTS", 2)
    name = connection.settings_dict["NAME"]
    lines: list[str] = []

    bench_apply.applying(lines.append, times=1, sizes=(0, 20))

    text = "\n".join(lines)
    few, many = text.split("with 20 applications there:")
    queries = [re.findall(r"\((\d+)\)$", part, re.MULTILINE) for part in (few, many)]
    assert queries[0] == queries[1]
    assert len(queries[0]) == 9
    assert "of the floors" in few
    assert connection.settings_dict["NAME"] == name
    assert not Application.objects.exists()
    with pytest.raises(psycopg2.OperationalError, match="does not exist"):
        psycopg2.connect(
            **{**connection.get_connection_params(), "dbname": bench_apply.COPY}
        )

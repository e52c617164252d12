import re

import pytest

from backoffice_ats.management import bench_careers
from positions.models import Position
from tests import make

pytestmark = pytest.mark.django_db


def test_the_careers_site_is_measured_and_nothing_of_it_is_left(settings):
    settings.SITE_URL = "http://testserver"
    settings.ALLOWED_HOSTS = ["testserver"]
    make.organisation()
    mine = make.published()
    lines: list[str] = []

    bench_careers.careers(lines.append, sizes=(1, 3))

    assert list(Position.objects.values_list("slug", "status")) == [(mine.slug, "OPEN")]
    text = "\n".join(lines)
    assert "floor: one empty query" in text
    few, many = text.split("with 3 open:")
    queries = [re.findall(r"\((\d+)\)$", part, re.MULTILINE) for part in (few, many)]
    assert queries[0] == queries[1]
    assert len(queries[0]) == len(bench_careers.PAGES)

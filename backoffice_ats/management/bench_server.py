"""The product's web server with a floor beside it: one INSERT and nothing else.

Only the benchmark starts it, by naming this module to the web server; no address of it
exists in the product. Every answer tells how many queries it took.
"""

import os
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backoffice_ats.settings")
product = get_wsgi_application()

PATH = "bench/insert/"
TABLE = "bench_insert"
QUERIES = "X-Bench-Queries"

StartResponse = Callable[..., Any]


@csrf_exempt
@login_not_required
def insert(request: HttpRequest) -> HttpResponse:
    """Store one row and forget the file, if one came: the least that a form can do."""
    request.FILES.get("cv")
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {TABLE} (said) VALUES ('I ran payroll.')")  # noqa: S608 -- a constant
    return HttpResponse(status=204)


urlpatterns = [path(PATH, insert), path("", include("backoffice_ats.urls"))]
settings.ROOT_URLCONF = __name__


def application(
    environ: dict[str, Any], start_response: StartResponse
) -> Iterable[bytes]:
    """Answer as the product does and count the queries."""
    counted = 0

    def count(execute: Callable[..., Any], *query: Any) -> Any:  # noqa: ANN401 -- what Django passes on
        nonlocal counted
        counted += 1
        return execute(*query)

    def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:  # noqa: ANN401 -- WSGI's
        return start_response(status, [*headers, (QUERIES, str(counted))], *more)

    with connection.execute_wrapper(count):
        answer: Iterable[bytes] = product(environ, start)
    return answer

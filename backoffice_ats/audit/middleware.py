"""Every change says who made it and in which request."""

from typing import Any

import pghistory.middleware
from django.http import HttpRequest
from django.urls import Resolver404, resolve


class AuditMiddleware(pghistory.middleware.HistoryMiddleware):
    """Store the route, never the path: secret links must not end in the trail."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        try:
            route = resolve(request.path_info).view_name
        except Resolver404:
            route = ""
        return {
            "user": getattr(getattr(request, "user", None), "pk", None),
            "route": route,
            "method": request.method,
        }

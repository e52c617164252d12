"""How changes of a definition are kept in the trail."""

from typing import Any

import pghistory


def tracked() -> Any:  # noqa: ANN401 -- pghistory's decorator is untyped
    """Leave an event in the trail for each insert, update and delete."""
    return pghistory.track(
        pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()
    )

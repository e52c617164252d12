"""The Celery app. Apps use `shared_task` and never import this."""

import os
from typing import Any

from celery import Celery
from celery.contrib.django.task import DjangoTask

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backoffice_ats.settings")


class SafeTask(DjangoTask):  # type: ignore[type-arg] # generic in the stubs only
    """A task whose `MemoryError` does not end the worker.

    Celery 5.7 shuts the whole worker down on one, and with late acknowledgement
    every restart would die of the same message again.
    """

    abstract = True

    def __call__(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 -- Celery's own signature
        try:
            return super().__call__(*args, **kwargs)
        except MemoryError as error:
            raise RuntimeError("out of memory") from error


app = Celery("backoffice_ats", task_cls=SafeTask)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

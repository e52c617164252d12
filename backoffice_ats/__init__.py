"""The project: wiring, composed pages and the ground floor."""

from backoffice_ats.celery import app as celery_app

__all__ = ["celery_app"]

"""What changes while an evaluation runs is seen; nothing is overwritten by the old."""

import threading
import time

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from candidates.enums import RequestKind
from candidates.services import erasure, requests
from candidates.signals import evidence_changed
from screening.models import Evaluation, Evidence, Work
from screening.services import evaluation, work

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_change_that_comes_meanwhile_is_not_lost(strong, evaluate):
    claims = work.claim([strong.pk], at=timezone.now())

    def late():
        evaluation.evaluate_claimed(claims, at=timezone.now())
        connection.close()

    with transaction.atomic():
        # The evaluation has read the old words and waits for this lock to store.
        Work.objects.select_for_update().get(application=strong)
        thread = threading.Thread(target=late)
        thread.start()
        wait_for_lock()
        strong.work.update(text="", title="Clerk")
        evidence_changed.send(sender=type(strong), application=strong)
    thread.join(30)

    row = Work.objects.get(application=strong)
    assert (row.done, row.wanted) == (claims[strong.pk], claims[strong.pk] + 1)
    assert not Evidence.objects.filter(application=strong).exists()

    evaluate()

    row.refresh_from_db()
    assert row.done == row.wanted
    assert Evidence.objects.filter(application=strong).exists()


def test_an_evaluation_and_who_holds_the_application_never_wait_for_each_other(strong):
    """As when the CV is read while the form is evaluated: it was a deadlock once."""
    claims = work.claim([strong.pk], at=timezone.now())
    stored = []

    def meanwhile():
        stored.append(evaluation.evaluate_claimed(claims, at=timezone.now()))
        connection.close()

    with transaction.atomic():
        requests.ask(
            strong, RequestKind.QUESTION, text="Is it full time?", at=timezone.now()
        )
        thread = threading.Thread(target=meanwhile)
        thread.start()
        thread.join(20)
        came_through = not thread.is_alive()
        evidence_changed.send(sender=type(strong), application=strong)
    thread.join(30)

    assert came_through
    assert stored == [1]
    row = Work.objects.get(application=strong)
    assert row.wanted == row.done + 1


def test_an_evaluation_of_somebody_being_erased_ends_without_a_trace(strong):
    claims = work.claim([strong.pk], at=timezone.now())
    failed = []

    def meanwhile():
        try:
            evaluation.evaluate_claimed(claims, at=timezone.now())
        except DatabaseError as error:
            failed.append(error)
        connection.close()

    with transaction.atomic():
        erasure.erase_person(strong.candidate, by=None, at=timezone.now())
        thread = threading.Thread(target=meanwhile)
        thread.start()
        wait_for_lock()
    thread.join(30)

    assert failed == []
    assert not Evaluation.objects.exists()


def wait_for_lock():
    for _ in range(300):
        with connection.cursor() as cursor:
            # Else a transaction goes on seeing who was connected when it first looked.
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)"
                " WHERE NOT granted AND datname = current_database()"
            )
            if cursor.fetchone()[0]:
                return
        time.sleep(0.05)
    pytest.fail("the evaluation never came to its lock")

"""scratch: pictures"""

import datetime as dt
import os

import pytest
from django.utils import timezone

from candidates.services import links
from candidates.services.answers import Study
from screening.enums import Verdict
from screening.models import Evaluation
from screening.services import attempts, corrections, evaluation
from tests import make

OUT = "/tmp/shots"


@pytest.fixture(scope="session")
def browser_type_launch_args():
    return {"executable_path": "/usr/bin/chromium", "args": ["--no-sandbox"]}


TEXTS = [
    "Ran the monthly payroll for 640 employees in the payroll system from the first entry to the payment on the 25th. Reconciled the payroll control accounts to the general ledger each month and explained every difference before closing. Answered employees' questions about pay and tax codes by phone.",
    "Reconciled control accounts to the ledger each month. Prepared the payroll journal.",
    "Kept the purchase ledger and paid suppliers. Helped with payroll at month end.",
    "Sold shoes and trained two colleagues on the till.",
    "Answered employees' questions about pay and tax codes and settled each within two days.",
]


@pytest.mark.django_db(transaction=True)
def test_shots(live_server, page, client):
    os.makedirs(OUT, exist_ok=True)
    make.organisation()
    position = make.published(department="Finance operations")
    d = list(position.duties.all())
    names = [
        "Aoife Marsh",
        "Bartholomew Featherstonehaugh-Cholmondeley",
        "Chidi Okafor",
        "Dana Petrova",
        "Emil Novak",
        "Farah Aziz",
        "Grace Tan",
        "Hugo Lindqvist",
        "Ines Duarte",
        "Jonas Weber",
        "Kofi Mensah",
        "Lena Braun",
    ]
    now = timezone.now()
    apps = []
    for i, name in enumerate(names):
        t = TEXTS[i % 5]
        kw = {}
        if i % 5 != 3:
            kw = {
                "work": [
                    make.job(
                        *([d[0], d[1]] if i % 5 < 2 else [d[2]]),
                        since=dt.date(2020 + i % 6, 3, 1),
                        text=t,
                    ),
                    make.job(
                        d[0],
                        since=dt.date(2018, 1, 1),
                        ends_on=dt.date(2021, 6, 30),
                        current=False,
                        title="Accounts assistant",
                        text="Weekly payroll cover for 40 drivers.",
                        hours_per_week=20,
                    ),
                ],
                "education": [
                    Study("Higher diploma in accounting", level=5, field="Accounting")
                ]
                if i % 2
                else [Study("BA", level=6, field="History")],
                "accomplishments": {
                    d[
                        0
                    ].pk: "When I took over, the control account had £4,180 nobody could explain. I went back eleven months, found two leavers paid twice in the payroll system, and everyone has been paid correctly since March."
                },
            }
        else:
            kw = {
                "work": [
                    make.job(title="Shop assistant", text=t, since=dt.date(2019, 1, 1))
                ]
            }
        a = make.application(position, name=name, email=f"a{i}@example.org", **kw)
        apps.append(a)
        if i % 3 == 0:
            at = attempts.begin(a, at=now)
            for s in attempts.sheets_of(at):
                attempts.save(
                    at,
                    s.number,
                    {r.place: (7 - (len(r.text) * (i + 3)) % 7) for r in s.replies},
                )
            attempts.finish(at, at=now)
    make.document(apps[2], b"%PDF-1.4 broken", name="cv.txt") if False else None
    evaluation.evaluate_position(position.pk, at=timezone.now())
    first = Evaluation.objects.for_position(position).in_order().first().application
    crit = position.criteria.order_by("order")
    corrections.correct(
        first,
        crit[0].pk,
        verdict=Verdict.MET,
        reason="I called the payroll office: she ran it alone from 2020.",
        by=position.owner,
        at=timezone.now(),
    )
    evaluation.evaluate_application(first.pk, at=timezone.now())
    last = Evaluation.objects.for_position(position).in_order().last().application
    member = make.member(position).user

    def login(u):
        client.force_login(u)
        c = client.cookies["session"]
        page.context.clear_cookies()
        page.context.add_cookies(
            [{"name": "session", "value": c.value, "url": live_server.url}]
        )

    errors = []
    page.on(
        "console",
        lambda m: errors.append(m.text) if m.type in ("error", "warning") else None,
    )

    def shot(path, name, widths=(1440, 390, 768), dark=True):
        for w in widths:
            page.set_viewport_size({"width": w, "height": 900})
            page.emulate_media(color_scheme="light")
            page.goto(live_server.url + path)
            page.screenshot(path=f"{OUT}/{name}_{w}.png", full_page=True)
            sw = page.evaluate("document.documentElement.scrollWidth")
            if sw > w:
                errors.append(f"{name} {w}: scrolls sideways {sw}")
        if dark:
            page.set_viewport_size({"width": 1440, "height": 900})
            page.emulate_media(color_scheme="dark")
            page.goto(live_server.url + path)
            page.screenshot(path=f"{OUT}/{name}_dark.png", full_page=True)
            page.emulate_media(color_scheme="light")

    login(position.owner)
    shot(f"/positions/{position.slug}/ranking/", "ranking")
    shot(f"/applications/{first.pk}/", "app")
    shot(f"/applications/{last.pk}/", "applast", widths=(1440,), dark=False)
    shot(
        f"/applications/{first.pk}/correct/{crit[0].pk}/",
        "correct",
        widths=(1440, 390),
        dark=False,
    )
    login(member)
    shot(
        f"/positions/{position.slug}/ranking/", "rankblind", widths=(1440,), dark=False
    )
    page.context.clear_cookies()
    token = links.token_for(apps[1])
    page.goto(live_server.url + f"/status/{token}/")
    page.get_by_role("button").first.click()
    base = f"/my-application/{apps[1].pk}/scenarios/"
    shot(base, "sc_start", widths=(1440, 390), dark=False)
    shot(base + "practice/", "sc_practice", widths=(390,), dark=False)
    shot(base + "1/", "sc_one", widths=(1440, 390))
    shot(base + "done/", "sc_done", widths=(390,), dark=False)
    print(errors)

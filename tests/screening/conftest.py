"""What the tests of screening share."""

import pytest
from django.utils import timezone

from candidates.services.answers import Study
from screening.services import evaluation
from tests import make

RAN_PAYROLL = (
    "Ran the monthly payroll for 640 employees in the payroll system, from the first"
    " entry to the payment on the 25th. Reconciled the payroll control accounts to the"
    " general ledger each month and explained every difference before closing."
)


@pytest.fixture
def position(db):
    make.organisation()
    return make.published()


@pytest.fixture
def duties(position):
    return list(position.duties.order_by("order"))


@pytest.fixture
def strong(position, duties):
    """An applicant with four years of the work, a diploma and an accomplishment."""
    return make.application(
        position,
        name="Aoife Marsh",
        work=[make.job(duties[0], duties[1], text=RAN_PAYROLL)],
        education=[Study("Higher diploma", level=5, field="Payroll")],
        accomplishments={
            duties[0].pk: "I moved the monthly payroll to a new payroll system."
        },
    )


@pytest.fixture
def weak(position):
    """An applicant whose job has nothing to do with the duties."""
    return make.application(
        position,
        name="Bo Lind",
        work=[make.job(title="Shop assistant", text="Sold shoes to customers.")],
    )


@pytest.fixture
def evaluate(position):
    """Evaluate what is wanted of the position, as a worker would."""

    def run():
        return evaluation.evaluate_position(position.pk, at=timezone.now())

    return run

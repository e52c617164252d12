import pytest

from backoffice_ats.accounts.enums import Role
from positions.enums import TeamRole
from positions.models import Position
from positions.services import team
from tests import make

pytestmark = pytest.mark.django_db


def test_a_member_sees_the_position_and_a_stranger_does_not():
    position = make.published()
    member, stranger = make.user(Role.PANEL_MEMBER), make.user(Role.PANEL_MEMBER)

    team.add_member(position, member, by=position.owner)

    assert list(Position.objects.visible_to(member)) == [position]
    assert list(Position.objects.visible_to(stranger)) == []
    team.remove_member(position, member, by=position.owner)
    assert list(Position.objects.visible_to(member)) == []


def test_there_is_one_chair():
    position = make.published()
    first = make.member(position, role=TeamRole.CHAIR)
    second = make.member(position)

    team.add_member(position, second.user, role=TeamRole.CHAIR, by=position.owner)

    roles = dict(position.team.values_list("user", "role"))
    assert roles == {
        first.user_id: TeamRole.MEMBER,
        second.user_id: TeamRole.CHAIR,
    }


def test_somebody_who_cannot_log_in_cannot_serve():
    position = make.published()
    gone = make.user(Role.PANEL_MEMBER, is_active=False)

    with pytest.raises(team.NotAColleagueError):
        team.add_member(position, gone, by=position.owner)

    assert not position.team.exists()


def test_coming_and_going_leave_events(apps_model):
    position = make.published()
    member = make.member(position)
    team.remove_member(position, member.user, by=position.owner)

    events = apps_model("TeamMemberEvent").objects.filter(position=position)

    labels = [event.pgh_label for event in events.order_by("pgh_id")]
    assert labels == ["insert", "delete"]

"""Staff divide the way of a position's applicants into stages."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from backoffice_ats.shared.access import StaffRequest, requires
from candidates.forms.ways import StagesForm
from candidates.models import Pipeline
from candidates.services import ways
from candidates.services.ways import Wanted
from candidates.stages import Status
from positions.models import Position
from positions.views.head import head_of


@require_http_methods(["GET", "HEAD", "POST"])
@requires("candidates.decide_application")
def stages(request: StaffRequest, slug: str) -> HttpResponse:
    """Show and change a position's stages; a template fills the form, no more."""
    position = get_object_or_404(Position.objects.read_by(request.user), slug=slug)
    began_with = request.GET.get("template", "")
    form = StagesForm(
        request.POST if request.method == "POST" else None,
        stages=_offered(position, began_with),
        initial={"language": _language(position)},
    )
    if form.is_bound and form.is_valid():
        try:
            ways.arrange(
                position, form.wanted(), language=form.cleaned_data["language"]
            )
        except ways.OccupiedError as error:
            form.add_error(
                None,
                _("People stand in %(stages)s. Move them first, or keep the stage.")
                % {"stages": ", ".join(error.names)},
            )
        else:
            messages.success(request, _("The stages are kept."))
            return redirect("candidates:board", slug)
    return render(
        request,
        "candidates/stages.html",
        head_of(position, "pipeline")
        | {
            "form": form,
            "templates": [
                (key, label, key == began_with)
                for key, (label, _stages) in ways.TEMPLATES.items()
            ],
            "occupied": ways.occupied(position),
        },
    )


def _offered(position: Position, template: str) -> list[Wanted]:
    """Return the stages there are; those of a template take their place by name."""
    now = [
        Wanted(Status(stage.status), stage.name, stage.pk)
        for stage in position.stages.all()
    ]
    if template not in ways.TEMPLATES:
        return now
    keys = {(one.status, one.name.casefold()): one.key for one in now}
    return [
        Wanted(one.status, one.name, keys.get((one.status, one.name.casefold())))
        for one in ways.template(template)
    ]


def _language(position: Position) -> str:
    found = Pipeline.objects.filter(position=position).first()
    return found.language if found else ""

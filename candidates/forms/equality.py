"""The voluntary questions, each of which may be left."""

from django import forms

from candidates.services.equality import QUESTIONS


class EqualityForm(forms.Form):
    """One choice for each question; nothing is required and nothing is remembered."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments
        for name, (words, answers) in QUESTIONS.items():
            self.fields[name] = forms.ChoiceField(
                label=words,
                choices=answers,
                required=False,
                widget=forms.RadioSelect,
            )

    def answers(self) -> dict[str, str]:
        return {name: said for name, said in self.cleaned_data.items() if said}

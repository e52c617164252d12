from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    name = "screening"

    def ready(self) -> None:
        from candidates.services import exporting  # noqa: PLC0415 -- app ready
        from screening import receivers  # noqa: F401, PLC0415 -- app ready
        from screening.services import telling  # noqa: PLC0415 -- app ready

        exporting.register("screening", telling.part_of_export)

"""Static files: npm packages as they are, collected lean and named by content."""

from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage


class LeanStaticFilesConfig(StaticFilesConfig):
    """Leave out what no page names, and what names files that are not there."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "libs",
        "img",
        "types",
        "ext",
        "skills",
        "scripts",
        "editors",
        "htmax*",
        "*.d.ts",
        "*.md",
        "*.json",
        "*.scss",
        "LICENSE",
        "*.rtl.*",
        "*.esm.*",
        "tabler-flags*",
        "tabler-payments*",
        "tabler-socials*",
        "tabler-marketing*",
        "django_htmx",
    ]


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Names by content, inside our own modules' imports too."""

    support_js_module_import_aggregation = True

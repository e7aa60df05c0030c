"""The design room: layout, components and form fields that every page stands on."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Registers the templates, static files and template tags of the design."""

    name = "heed.design"
    label = "design"

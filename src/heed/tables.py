"""A room's tables, made in one step of its first migration.

For each table that a migration adds, Django draws anew every model that leans on the same ones.
Here nearly all lean on a case, and a hundred tables took a quarter of a minute. Nothing leans yet
on a table that is only being made: each is drawn once.
"""

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class Tables(Operation):
    """Makes the tables of `models`, each after those that it leans on."""

    reversible = False

    def __init__(self, models: Sequence[CreateModel]) -> None:
        self.models = models

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Adds the models to the state; draws them where the rest is drawn."""
        drawn = state.__dict__.pop("apps", None)
        for one in self.models:
            one.state_forwards(app_label, state)
        if drawn is not None:
            drawn.render_multiple([state.models[app_label, one.name_lower] for one in self.models])
            state.apps = drawn

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Makes the tables."""
        for one in self.models:
            one.database_forwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Said by `heed manage migrate`."""
        return f"Make {len(self.models)} tables"


class LargeLast(Operation):
    """Puts a table's large columns behind all others.

    SQLite reads through a row to whatever stands behind what is large: with a PDF in the midst, a
    list of a thousand pages took sixty times as long. PostgreSQL keeps such columns elsewhere.
    """

    reversible = True
    reduces_to_sql = False

    def __init__(self, model_name: str, names: Sequence[str]) -> None:
        self.model_name, self.names = model_name, names

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Puts the fields last in the state too: whatever makes the table anew keeps the order."""
        fields = state.models[app_label, self.model_name.lower()].fields
        for name in self.names:
            fields[name] = fields.pop(name)
        state.reload_model(app_label, self.model_name.lower(), delay=True)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Makes the table anew in the new order, with its rows."""
        if schema_editor.connection.vendor == "sqlite":
            model = to_state.apps.get_model(app_label, self.model_name)
            schema_editor._remake_table(model)  # type: ignore[attr-defined]

    def database_backwards(self, *args: object, **kwargs: object) -> None:
        """The order may stay."""

    def describe(self) -> str:
        """Said by `heed manage migrate`."""
        return f"Put the large columns of {self.model_name} last"

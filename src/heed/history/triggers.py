"""What makes the database refuse a change of history, for each kind of database."""

from typing import Any

TABLES = ("history_entry", "history_seal")

SQLITE = """
CREATE TRIGGER {table}_no_{event} BEFORE {EVENT} ON {table}
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END
"""

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION heed_history_is_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'history is never changed'; END $$
"""

POSTGRES = """
CREATE TRIGGER {table}_no_{event} BEFORE {EVENT} ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION heed_history_is_kept()
"""


def add(apps: Any, schema_editor: Any) -> None:
    """Add the triggers (a migration's step)."""
    postgres = schema_editor.connection.vendor == "postgresql"
    if postgres:
        schema_editor.execute(POSTGRES_FUNCTION)
    events = ("update", "delete", "truncate") if postgres else ("update", "delete")
    for table in TABLES:
        for event in events:
            sql = (POSTGRES if postgres else SQLITE).format(
                table=table, event=event, EVENT=event.upper()
            )
            schema_editor.execute(sql)


def drop(apps: Any, schema_editor: Any) -> None:
    """Take the triggers away again (the same step, backwards)."""
    postgres = schema_editor.connection.vendor == "postgresql"
    for table in TABLES:
        for event in ("update", "delete", "truncate"):
            on = f" ON {table}" if postgres else ""
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{event}{on}")

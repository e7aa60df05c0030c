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

"""Run by Alembic, on the connection that `classroom.database` has locked."""

from alembic import context

from classroom.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()

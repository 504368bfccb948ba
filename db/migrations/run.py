"""Runs the migrations on an open engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from db import models
from db.engine import WRITES
from db.errors import Refusal, RefusalCode
from db.planner import tell_planner
from db.server import lock_migrating


def _config() -> Config:
    config = Config()
    # Found beside this file, in a frozen program too. Alembic reads % as its own sign.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    return config


def scripts() -> ScriptDirectory:
    """The migrations as Alembic sees them."""
    return ScriptDirectory.from_config(_config())


def upgrade(engine: Engine, to: str = "head") -> None:
    """Brings a register to a revision, in one transaction. Raises `Refusal` (`NEWER_REGISTER`) where it stands at
    one that this program does not know."""
    _run(engine, lambda script, now: script._upgrade_revs(to, now))


def downgrade(engine: Engine, to: str) -> None:
    """Takes a register back to a revision; for the tests of the migrations."""
    _run(engine, lambda script, now: script._downgrade_revs(to, now))


def _run(engine: Engine, steps: Callable[[ScriptDirectory, Any], Any]) -> None:
    script = scripts()
    known = {revision.revision for revision in script.walk_revisions()}

    def migrate(now: tuple[str, ...], _context: object) -> Any:
        if any(revision not in known for revision in now):
            raise Refusal(RefusalCode.NEWER_REGISTER)
        return steps(script, now)

    with EnvironmentContext(_config(), script, fn=migrate) as context, engine.connect() as plain:
        connection = plain.execution_options(**{WRITES: True})
        with connection.begin():
            lock_migrating(connection)
            context.configure(connection=connection, target_metadata=models.metadata, transactional_ddl=True)
            context.run_migrations()
            tell_planner(connection)

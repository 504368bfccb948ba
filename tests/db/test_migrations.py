"""Migrations: the models equal the newest, each step goes up and down, and registers of released schemas open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, inspect

from db import models
from db.engine import WRITES, make_engine
from db.errors import Refusal, RefusalCode
from db.ledger.verify import verify_register
from db.migrations.run import downgrade, scripts, upgrade
from db.register import open_register
from tests import saved_registers
from tests.registers import FakeClock, issue, make_register

REVISIONS = [revision.revision for revision in scripts().walk_revisions()][::-1]


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = make_engine(tmp_path / "register", bytes(32))
    yield made
    made.dispose()


def shape(engine: Engine) -> dict[str, Any]:
    """Every table and index as SQLite keeps them; columns in any order. SQLite's own tables are not ours."""
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%' AND name <> 'alembic_version'"
        ).all()
    return {
        f"{kind} {name}": sorted(part.strip(" \t,") for part in sql.splitlines()) for kind, name, sql in rows
    }


def tables(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(inspect(connection).get_table_names()) - {"alembic_version"}


def begin_writing(engine: Engine) -> Connection:
    connection = engine.connect().execution_options(**{WRITES: True})
    connection.begin()
    return connection


def test_the_program_knows_its_newest_schema() -> None:
    assert scripts().get_current_head() == models.SCHEMA == REVISIONS[-1]
    assert len(scripts().get_heads()) == 1


def test_the_models_are_what_the_newest_migration_makes(engine: Engine) -> None:
    upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, models.metadata) == []


def test_even_what_alembic_does_not_compare_is_the_same(engine: Engine, tmp_path: Path) -> None:
    """Keys, tables without row ids, and the order of an index's columns."""
    upgrade(engine)
    plain = make_engine(tmp_path / "plain", bytes(32))
    with begin_writing(plain) as connection:
        models.metadata.create_all(connection)
        connection.commit()
    assert shape(engine) == shape(plain)
    plain.dispose()


def test_each_step_goes_up_down_and_up_again(engine: Engine) -> None:
    before: dict[str, Any] = {}
    for place, revision in enumerate(REVISIONS):
        upgrade(engine, revision)
        after = shape(engine)
        downgrade(engine, REVISIONS[place - 1] if place else "base")
        assert shape(engine) == before, f"{revision} leaves something when it is taken back"
        upgrade(engine, revision)
        assert shape(engine) == after
        before = after
    assert tables(engine) == set(models.metadata.tables)


def test_a_step_that_fails_leaves_the_register_at_the_step_before(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = scripts().get_revision(REVISIONS[0]).module
    create_table = steps.op.create_table
    calls: list[object] = []

    def some_tables(*arguments: object, **options: object) -> object:
        calls.append(arguments)
        if len(calls) > 3:
            raise ZeroDivisionError
        return create_table(*arguments, **options)

    monkeypatch.setattr(steps.op, "create_table", some_tables)
    with pytest.raises(ZeroDivisionError):
        upgrade(engine)
    assert tables(engine) == set()


def test_a_register_at_an_unknown_schema_is_refused(engine: Engine) -> None:
    upgrade(engine)
    with begin_writing(engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(Refusal) as raised:
        upgrade(engine)
    assert raised.value.code is RefusalCode.NEWER_REGISTER


def test_registers_of_every_schema_open_and_say_what_they_said(tmp_path: Path) -> None:
    """Those of released schemas as they were saved, and one of today's."""
    clock = FakeClock()
    path, made = make_register(tmp_path, clock)
    with open_register(path, recovery_key=made.recovery_key, clock=clock.clock()) as register:
        saved_registers.fill(register, clock)
        saved_registers.save(register, made.recovery_key, tmp_path / "saved" / models.SCHEMA)
    released = sorted(saved_registers.FOLDER.glob("*.sql"))
    assert {file.stem for file in released} >= set(REVISIONS[:-1]), "a released schema has no saved register"
    for number, saved in enumerate([*released, tmp_path / "saved" / f"{models.SCHEMA}.sql"]):
        path = tmp_path / f"{number}.gatebook"
        recovery_key = saved_registers.load(saved, path)
        clock.forward(days=3)
        with open_register(path, recovery_key=recovery_key, clock=clock.clock()) as register:
            with register.reading() as connection:
                report = verify_register(connection)
            assert report.problems == [] and report.lines > 20 and report.seals == 2
            one, _ = issue(register, "后来的人")
            assert one.id.number > 2, "work goes on where it was left"

"""Asking the register for something the gate waits for: whatever happens, the gate gets an answer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from db.errors import Fault, FaultCode, GatebookError
from desktop.changes import Done
from desktop.crash import describe
from desktop.session import Session

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Broken:
    """A bug in background work: whoever waits for it must not wait for ever."""

    error: BaseException


def ask(
    session: Session,
    operation: Callable[..., Any],
    *arguments: object,
    done: Callable[[Any], None] | None = None,
    failed: Callable[[GatebookError], None] | None = None,
) -> None:
    """Runs an operation on the register thread. A bug in it fails whoever waits, and is told as what it is."""

    def safely(register: object, *given: object) -> Any:
        try:
            return operation(register, *given)
        except GatebookError:
            raise
        except Exception as error:
            _log.error("bug at the gate\n%s", describe(type(error), error, error.__traceback__))
            return Done(_Broken(error))

    def answer(value: Any) -> None:
        if isinstance(value, _Broken):
            if failed is not None:
                failed(Fault(FaultCode.IO))
            session.tasks.crashed.emit(value.error)
        elif done is not None:
            done(value)

    session.do(safely, *arguments, done=answer, failed=failed)

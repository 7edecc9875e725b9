"""python -m refcli, and the console script: run a command, turn what went wrong into a sentence and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from typing import TextIO

from refcli.cli.errors import Exit, Problem


def main() -> int:
    """Run the command line; returns the exit code (0 fine, 1 findings, 2 usage or input, 3 our bug)."""
    gc.disable()  # a command lives for seconds and leaves few cycles; collecting takes a fifteenth of its time
    for stream in (sys.stdout, sys.stderr):
        _speak_unicode(stream)
    try:
        return _run()
    except Problem as problem:
        print(f"refcli: {problem}", file=sys.stderr)  # noqa: T201
        return Exit.USAGE
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("REFCLI_TRACEBACK") and not isinstance(error, BrokenPipeError):
            raise
        return _failed(error)
    finally:
        gc.freeze()  # at its end the interpreter would look for cycles all the same: another fifteenth


_ROOM = 17_000
"""Words: the interpreter's stack gets 256 KB for `main`, half of them free for what `main` calls. It grows in pieces of 16 KB
otherwise, and each call across the edge of one maps and unmaps the next: a fifth of the time of a short `refcli lint`.
"""
main.__code__ = main.__code__.replace(co_stacksize=_ROOM)


def _failed(error: Exception) -> int:
    if isinstance(error, BrokenPipeError):
        _hush()  # The reader of our pipe (head, less) has seen enough.
        return Exit.FINE
    if isinstance(error, OSError):
        _hush()
        print(f"refcli: {error.filename or 'the output'}: cannot be used: {error.strerror or error}.", file=sys.stderr)  # noqa: T201
        return Exit.USAGE
    print(  # noqa: T201
        f"refcli: this is a bug of ours ({type(error).__name__}: {error}); your files were left as they were. "
        "Please report it with what REFCLI_TRACEBACK=1 prints.",
        file=sys.stderr,
    )
    return Exit.BUG


def _hush() -> None:
    """Keep the interpreter from complaining at its end about what standard output could not take."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run() -> int:
    from refcli.cli.app import app  # noqa: PLC0415 - so that a failing import is reported like any other bug

    try:
        code = app(prog_name="refcli")
        sys.stdout.flush()
    except SystemExit as stop:
        code = stop.code
    return code if isinstance(code, int) else Exit.FINE if code is None else Exit.USAGE


def _speak_unicode(stream: TextIO) -> None:
    """A pipe or file gets UTF-8; a console what it can show, never an error."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty():
        reconfigure(errors="replace")
    else:
        reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())

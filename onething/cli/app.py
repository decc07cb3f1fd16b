"""The commands, put together: help, usage errors and exit statuses."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Optional

import typer
from typer._click.exceptions import ClickException, UsageError

from onething import __version__
from onething.cli import audit, breaking, build, check, convert, coverage, diff, explain, export, fmt, import_, init, limits, names, plan, show, stats, test, vocabulary, why
from onething.cli.console import FAULT, FINE, STOPPED, USAGE, Stop
from onething.cli.language import say
from onething.cli.usage import Command, Group, usage_error

app = typer.Typer(
    name="onething",
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help=say("把一件事写成一个文件，其余由编译器生成。", "Write a bundle as one file; the compiler makes the rest."),
)

# In the order of `onething --help`: the order in which people meet them.
COMMANDS = (
    ("init", init.init),
    ("check", check.check),
    ("build", build.build),
    ("plan", plan.plan),
    ("why", why.why),
    ("show", show.show),
    ("test", test.test),
    ("stats", stats.stats),
    ("coverage", coverage.coverage),
    ("names", names.names),
    ("audit", audit.audit),
    ("diff", diff.diff),
    ("breaking", breaking.breaking),
    ("fmt", fmt.fmt),
    ("convert", convert.convert),
    ("import", import_.import_),
    ("export", export.export),
    ("explain", explain.explain),
    ("vocabulary", vocabulary.vocabulary),
    ("limits", limits.limits),
)

for _name, _command in COMMANDS:
    _words = (_command.__doc__ or "").strip().split("\n")
    app.command(_name, cls=Command, help=say(_words[0], _words[-1].strip()))(_command)


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"onething {__version__}\n")
        raise typer.Exit()


@app.callback()
def options(
    version: Annotated[
        Optional[bool], typer.Option("--version", callback=_version, is_eager=True, help=say("显示版本", "show the version"))
    ] = None,
    lang: Annotated[str, typer.Option("--lang", help=say("提示用的语言：zh 或 en", "language of messages: zh or en"))] = "zh",
) -> None:
    """Options of every command; ``--lang`` was read ahead (``onething.cli.language``)."""


def run(arguments: list[str]) -> int:
    """Run one command; the exit status."""
    try:
        arguments = _lang_first(arguments)
        result = app(args=arguments, standalone_mode=False)
        sys.stdout.flush()  # here, not at exit, a reader that has gone or a disk that is full is still an answer
        return result if isinstance(result, int) else FINE
    except Stop as stop:
        if stop.message:
            sys.stderr.write(stop.message + "\n")
        return stop.status
    except UsageError as error:
        sys.stderr.write(usage_error(error))
        return USAGE
    except ClickException as error:
        sys.stderr.write(error.format_message() + "\n")
        return USAGE
    except typer.Exit as done:
        return done.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return STOPPED
    except BrokenPipeError:
        _drop_output()  # the reader has gone: quietly stop
        return FINE
    except OSError as error:
        _drop_output()
        sys.stderr.write(say(f"读写出错：{error}\n", f"cannot read or write: {error}\n"))
        return USAGE
    except Exception as error:  # noqa: BLE001 - the last door: a fault of ours is one line, never a traceback
        if os.environ.get("ONETHING_DEBUG"):
            raise
        where = error.__traceback__
        while where is not None and where.tb_next is not None:
            where = where.tb_next
        at = next(iter(getattr(error, "__notes__", ())), None) or f"{os.path.basename(where.tb_frame.f_code.co_filename)}:{where.tb_lineno}" if where else "?"
        sys.stderr.write(
            say(
                f"onething 自身出错（{type(error).__name__}，{at}）：{error}。请把这一行和出错的文件发给维护者；设 ONETHING_DEBUG=1 可看详情。\n",
                f"onething itself failed ({type(error).__name__}, {at}): {error}. Please report this line; ONETHING_DEBUG=1 shows more.\n",
            )
        )
        return FAULT


def _drop_output() -> None:
    """Let go of what stdout cannot take, so that it is not tried once more at exit."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _lang_first(arguments: list[str]) -> list[str]:
    """``--lang`` may stand anywhere: moved before the command."""
    moved, rest, i = [], [], 0
    while i < len(arguments):
        if arguments[i] == "--lang" and i + 1 < len(arguments):
            moved += arguments[i : i + 2]
            i += 2
            continue
        (moved if arguments[i].startswith("--lang=") else rest).append(arguments[i])
        i += 1
    return [*moved, *rest]

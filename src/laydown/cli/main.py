"""The command `laydown`, its exit codes, and how it ends when interrupted or when nobody reads on."""

import io
import os
import sys

import click

from laydown.cli import talk
from laydown.cli.add import add
from laydown.cli.balance import balance
from laydown.cli.check import check
from laydown.cli.codes import FINE, INTERRUPTED
from laydown.cli.conflicts import conflicts
from laydown.cli.diff import diff
from laydown.cli.movements import movements
from laydown.cli.place import place
from laydown.cli.read import read
from laydown.cli.search import search
from laydown.cli.serve import serve
from laydown.cli.story import story
from laydown.cli.suspense import rule, suspense
from laydown.cli.watch import watch


def _version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's shape
    """Print what gives the same output again, and whose data is inside."""
    if wanted:
        from laydown.cli.version import version_text

        click.echo(version_text())
        context.exit()


class _Commands(click.Group):
    """The group of commands, in which a reader that leaves early is no error, as click would have it."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command until it ends, or until nobody reads on."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _let_go_of_stdout()
            ctx.exit(FINE)
        return code


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Show versions.")
def laydown() -> None:
    """Laydown reads reports of military force movements and keeps the books on them.

    Data goes to standard output, talk to standard error; `-` is standard input.

    Exit codes: 0 fine, 1 findings, 2 wrong use, 3 an input could not be read (the others were), 130 interrupted.
    """


_COMMANDS = (read, add, balance, movements, conflicts, suspense, rule, story, diff, search, place, check, watch, serve)
for _command in _COMMANDS:
    laydown.add_command(_command)


def main() -> None:
    """Run the command and exit with its code; Ctrl-C is 130, and a reader that left early (`| head`) is no error."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that knows ASCII alone still gets the words
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the parser's matrices are small: more threads only cost
    sys.exit(_run())


def _run() -> int:
    """The exit code of the command that was asked for."""
    try:
        code = laydown(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        talk.interrupted()
        return INTERRUPTED
    return code if isinstance(code, int) else FINE


def _let_go_of_stdout() -> None:
    """Point stdout at nothing, or Python would fail once more when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

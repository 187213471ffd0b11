"""What every command says in the same way: its problems, and folders that cannot be made."""

from pathlib import Path
from typing import Any

import click


class Said(click.ClickException):
    """A plain sentence on standard error, and exit code 1."""

    def show(self, file: Any = None) -> None:
        """Say it, without a label before it."""
        click.echo(self.message, file=file, err=True)


class SaidOfInput(Said):
    """A plain sentence about a file that was handed in, and exit code 2."""

    exit_code = 2


def folder_for(path: Path) -> Path:
    """The folder, made if it is not there yet."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Said(
            f"The folder {path} could not be made ({error.strerror}). Nothing was written. "
            "Choose another with --out."
        ) from error
    return path

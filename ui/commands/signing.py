"""`facilitator sign`: an electronic signature on a document."""

from __future__ import annotations

from pathlib import Path

import click

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("sign")
@click.argument("file", type=_FILE, metavar="FILE.pdf")
@click.option(
    "--certificate",
    type=_FILE,
    required=True,
    metavar="FILE.p12",
    help="The certificate and its key, as a .p12 or .pfx file.",
)
@click.option("--for", "field", default="Signature", metavar="NAME", help="For whom it is signed.")
@click.option("--reason", default="", metavar="WORDS", help="Why, such as “approved, minute 47”.")
@click.option(
    "--password-file",
    type=_FILE,
    metavar="FILE",
    help="A file that holds the certificate’s password; asked for if left out.",
)
@click.option("--out", type=_FILE, metavar="FILE", help="Where to; beside FILE.pdf if left out.")
def sign(
    file: Path,
    certificate: Path,
    field: str,
    reason: str,
    password_file: Path | None,
    out: Path | None,
) -> None:
    """Sign a document with a certificate of your own.

    FILE.pdf stays as it is; the signed one is written beside it, as FILE-signed.pdf. The signature
    is a PAdES signature: it is in the file, not on a page, and readers show it and whether the file
    was changed since.
    """
    from exports.file_names import ExportProblem, replace_file
    from exports.pdf.signing import sign_pdf

    try:
        content = file.read_bytes()
        password = password_file.read_text("utf-8").strip("\r\n") if password_file else None
    except (OSError, UnicodeDecodeError) as error:
        raise ExportProblem(f"A file could not be read: {error}. Nothing was signed.") from error
    if password is None:
        password = click.prompt("Password of the certificate", hide_input=True, default="")
    signed = sign_pdf(content, certificate, password, reason, field)
    path = out or file.with_name(f"{file.stem}-signed{file.suffix}")
    replace_file(path.absolute(), signed)
    click.echo(f"The signed document is in {path}.")

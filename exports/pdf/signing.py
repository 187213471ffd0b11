"""Signing a document with a certificate: a PAdES signature (B-B) through pyHanko.

The signature is added behind the file as it is, so that what was signed before stays signed. Its
field is made for it and has no place on a page: the file stays PDF/UA and PDF/A. Source: ETSI EN
319 142-1 (PAdES baseline).
"""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from exports.file_names import ExportProblem

if TYPE_CHECKING:
    from pyhanko.sign.signers import SimpleSigner

NOT_INSTALLED = (
    "Signing needs a package that is not installed. Install Facilitator with “signing”, as in "
    "pip install 'facilitator[signing]', and try again."
)


def sign_pdf(
    pdf: bytes, certificate: Path, password: str, reason: str = "", field: str = "Signature"
) -> bytes:
    """The same file, signed with a certificate and its key (PKCS #12, a .p12 or .pfx file).

    `field` names the place of the signature, such as the organisation that signs; a name that is
    there already has a number put after it. Raises `ExportProblem`.
    """
    try:
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.pdf_utils.misc import PdfError
        from pyhanko.sign import fields, signers
        from pyhanko.sign.general import SigningError
    except ImportError as error:
        raise ExportProblem(NOT_INSTALLED) from error
    signer = _signer(certificate, password)
    try:
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        name = _free(field, {each[0] for each in fields.enumerate_sig_fields(writer.prev)})
        place = fields.SigFieldSpec(
            name,
            readable_field_name=name,
            invis_sig_settings=fields.InvisSigSettings(
                set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True
            ),
        )
        meta = signers.PdfSignatureMetadata(
            field_name=name,
            reason=reason or None,
            subfilter=fields.SigSeedSubFilter.PADES,
            md_algorithm="sha256",
        )
        made = signers.PdfSigner(meta, signer, new_field_spec=place).sign_pdf(writer)
    except (PdfError, SigningError) as error:
        raise ExportProblem(
            f"The document could not be signed: {error}. It is as it was."
        ) from error
    return bytes(made.getvalue())


def _signer(certificate: Path, password: str) -> "SimpleSigner":
    from cryptography.hazmat.primitives.serialization import pkcs12
    from pyhanko.sign.signers import SimpleSigner

    try:
        content = certificate.read_bytes()
    except OSError as error:
        raise ExportProblem(
            f"The certificate {certificate} could not be read ({error.strerror}). "
            "Nothing was signed."
        ) from error
    try:
        _, held, _ = pkcs12.load_key_and_certificates(content, password.encode() or None)
    except ValueError as error:
        raise ExportProblem(
            f"{certificate.name} could not be opened: the password is wrong, or it is no file "
            "with a certificate and its key (.p12 or .pfx). Nothing was signed."
        ) from error
    if held is None:
        raise ExportProblem(f"There is no certificate in {certificate.name}. Nothing was signed.")
    now = datetime.now(UTC)
    if not held.not_valid_before_utc <= now <= held.not_valid_after_utc:
        until = held.not_valid_after_utc.strftime("%d.%m.%Y")
        raise ExportProblem(
            f"The certificate in {certificate.name} is not valid today (until {until}). "
            "Nothing was signed."
        )
    key = password.encode() or None
    signer: SimpleSigner | None = SimpleSigner.load_pkcs12(  # type: ignore[no-untyped-call]  # it has no types
        str(certificate), passphrase=key
    )
    if signer is None:
        raise ExportProblem(
            f"The key in {certificate.name} cannot be used for signing. Nothing was signed."
        )
    return signer


def _free(name: str, taken: set[str]) -> str:
    """A name for the field that none has yet; a full stop would divide it."""
    plain = " ".join(name.replace(".", " ").split()) or "Signature"
    numbered = (f"{plain} {at}" for at in range(2, len(taken) + 3))
    return plain if plain not in taken else next(each for each in numbered if each not in taken)

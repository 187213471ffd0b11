import io
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from exports.file_names import ExportProblem
from exports.pdf import render_pdf
from exports.pdf.reading import read_tree
from exports.pdf.signing import sign_pdf


def _certificate(folder: Path, days: int = 9) -> tuple[Path, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Board secretary")])
    usage = x509.KeyUsage(True, True, *(False,) * 7)
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(30))
        .not_valid_after(now + timedelta(days))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "secretary.p12"
    locked = BestAvailableEncryption(b"open")
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"s", key, made, None, locked))
    return path, made


def _valid(pdf: bytes, trusted: x509.Certificate) -> list[tuple[str, bool, bool]]:
    from asn1crypto.x509 import Certificate
    from cryptography.hazmat.primitives.serialization import Encoding

    root = Certificate.load(trusted.public_bytes(Encoding.DER))
    context = ValidationContext(trust_roots=[root], allow_fetching=False)
    found = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    statuses = [(each.field_name, validate_pdf_signature(each, context)) for each in found]
    return [(name, status.intact, status.valid) for name, status in statuses]


def test_a_signed_document_is_signed_and_says_the_same(everything, tmp_path: Path) -> None:
    pdf = render_pdf(everything)
    path, certificate = _certificate(tmp_path)
    signed = sign_pdf(pdf, path, "open", "Approved", "For the Council")
    assert signed.startswith(pdf)
    assert _valid(signed, certificate) == [("For the Council", True, True)]
    assert read_tree(signed).root.words == read_tree(pdf).root.words


def test_a_second_signature_leaves_the_first_whole(everything, tmp_path: Path) -> None:
    path, certificate = _certificate(tmp_path)
    once = sign_pdf(render_pdf(everything), path, "open", field="Council")
    twice = sign_pdf(once, path, "open", field="Council")
    assert _valid(twice, certificate) == [("Council", True, True), ("Council 2", True, True)]


def test_a_change_after_signing_is_found(everything, tmp_path: Path) -> None:
    path, certificate = _certificate(tmp_path)
    signed = bytearray(sign_pdf(render_pdf(everything), path, "open"))
    signed[2000] ^= 1
    assert [intact for _, intact, _ in _valid(bytes(signed), certificate)] == [False]


def test_the_signature_has_no_place_on_a_page(everything, tmp_path: Path) -> None:
    path, _ = _certificate(tmp_path)
    with pikepdf.open(io.BytesIO(sign_pdf(render_pdf(everything), path, "open"))) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        left, low, right, high = (float(at) for at in field.Rect)
        assert field.TU == "Signature"
        # Where the page is not, a reader by ear does not meet it.
        assert right < 0 or high < 0 or left > 595.3 or low > 841.9


@pytest.mark.parametrize(
    ("password", "days", "words"),
    [("shut", 9, "the password is wrong"), ("open", -1, "is not valid today")],
)
def test_what_cannot_sign_is_said(
    everything, tmp_path: Path, password: str, days: int, words: str
) -> None:
    path, _ = _certificate(tmp_path, days)
    with pytest.raises(ExportProblem, match=words):
        sign_pdf(render_pdf(everything), path, password)


def test_a_certificate_that_is_not_there_is_said(everything, tmp_path: Path) -> None:
    with pytest.raises(ExportProblem, match="could not be read"):
        sign_pdf(render_pdf(everything), tmp_path / "none.p12", "open")


def test_without_the_package_it_says_what_to_install(everything, tmp_path, monkeypatch) -> None:
    path, _ = _certificate(tmp_path)
    monkeypatch.setitem(sys.modules, "pyhanko.sign", None)
    with pytest.raises(ExportProblem, match="needs a package"):
        sign_pdf(render_pdf(everything), path, "open")

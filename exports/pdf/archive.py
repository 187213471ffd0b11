"""A file that lasts: everything it needs is in it, and it says what it is.

One pass over what ReportLab wrote: faces, metadata, colour profile, attachment. Sources:
ISO 19005-2 and -3 (PDF/A-2a, PDF/A-3a), ISO 14289-1 (PDF/UA-1).
"""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from exports.blocks import Document
from exports.pdf.fonts import Fonts
from exports.text import clean, one_line

PROFILE = Path(__file__).parent / "srgb.icc"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}{subject}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{made}</xmp:CreateDate>
<xmp:ModifyDate>{made}</xmp:ModifyDate>
<xmp:CreatorTool>Facilitator</xmp:CreatorTool>
<pdf:Producer>Facilitator</pdf:Producer>
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_AUTHOR = "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n"
_SUBJECT = (
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>\n'
)


def title_of(document: Document) -> str:
    """The title that the file says it has; a file has to have one."""
    return one_line(clean(document.title)) or "Document"


def archived(file: BytesIO, document: Document, fonts: Fonts, tree: int) -> bytes:
    """What ReportLab wrote, made whole; `tree` is the object number of the structure."""
    file.seek(0)
    with pikepdf.open(file) as pdf:
        fonts.embed(pdf)
        root = pdf.Root
        root.MarkInfo = Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.Lang = String(document.language)
        root.StructTreeRoot = pdf.get_object(tree, 0)
        for at, page in enumerate(pdf.pages):
            page.StructParents = at
            page.Tabs = Name.S
        root.Metadata = pdf.make_stream(
            _metadata(document).encode(), Type=Name.Metadata, Subtype=Name.XML
        )
        root.OutputIntents = Array([_colours(pdf)])
        _inform(pdf, document)
        if document.attachment is not None:
            _attach(pdf, document)
        whole = BytesIO()
        pdf.save(
            whole,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            min_version="1.7",
        )
    return whole.getvalue()


def _metadata(document: Document) -> str:
    def said(text: str) -> str:
        return escape(one_line(clean(text)))

    author, subject = said(document.author), said(document.subject)
    return _XMP.format(
        title=escape(title_of(document)),
        author=_AUTHOR.format(author) if author else "",
        subject=_SUBJECT.format(subject) if subject else "",
        language=escape(document.language),
        made=_iso(document.created),
        part=3 if document.attachment is not None else 2,
    )


def _inform(pdf: Pdf, document: Document) -> None:
    """The same in the older form; a file that says two things of itself is refused."""
    told = {
        "/Title": title_of(document),
        "/Author": document.author,
        "/Subject": document.subject,
    }
    info = Dictionary()
    for key, text in told.items():
        if words := one_line(clean(text)):
            info[key] = String(words)
    info.Creator = info.Producer = String("Facilitator")
    info.CreationDate = info.ModDate = String(_pdf_date(document.created))
    pdf.trailer.Info = pdf.make_indirect(info)


def _colours(pdf: Pdf) -> Dictionary:
    profile = pdf.make_stream(PROFILE.read_bytes(), N=3)
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )


def _attach(pdf: Pdf, document: Document) -> None:
    attached = document.attachment
    assert attached is not None
    made = _pdf_date(document.created)
    content = pdf.make_stream(
        attached.content,
        Type=Name.EmbeddedFile,
        Subtype=Name(f"/{attached.media_type}"),
        Params=Dictionary(
            ModDate=String(made), CreationDate=String(made), Size=len(attached.content)
        ),
    )
    spec = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attached.name),
            UF=String(attached.name),
            Desc=String(attached.about),
            AFRelationship=Name.Source,
            EF=Dictionary(F=content, UF=content),
        )
    )
    pdf.Root.AF = Array([spec])
    names = Dictionary(Names=Array([String(attached.name), spec]))
    pdf.Root.Names = Dictionary(EmbeddedFiles=names)


def _iso(made: datetime) -> str:
    zone = made.strftime("%z")
    return made.strftime("%Y-%m-%dT%H:%M:%S") + (f"{zone[:3]}:{zone[3:5]}" if zone else "Z")


def _pdf_date(made: datetime) -> str:
    zone = made.strftime("%z")
    return made.strftime("D:%Y%m%d%H%M%S") + (f"{zone[:3]}'{zone[3:5]}'" if zone else "Z")

"""A page as it is told: its elements, and the words that it says in their order."""

from html.parser import HTMLParser

from exports.blocks import Document
from exports.said import said

VOID = {"meta", "br", "col", "img", "input", "link"}
APART = {"br", "dd", "p"}
UNSAID = {"style", "title", "nav", "footer"}


class Page(HTMLParser):
    """What is in a page: elements with their attributes, and the words that are said."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.elements.append((tag, given))
        if tag in APART:
            self.words.append(" ")
        if tag in VOID:
            return
        unsaid = tag in UNSAID or given.get("aria-hidden") == "true"
        unsaid = unsaid or given.get("class") in ("skip", "unseen")
        self._open.append((tag, unsaid or any(hidden for _, hidden in self._open)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self._open.pop()
        assert opened == tag

    def handle_data(self, data: str) -> None:
        if not any(hidden for _, hidden in self._open):
            self.words.append(data)

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        """The attributes of every such element."""
        return [given for tag, given in self.elements if tag in tags]


def words_of(page: Page) -> str:
    """The words that are said, in one line."""
    return " ".join("".join(page.words).split())


def words_in(document: Document) -> str:
    """The words that the document says, in one line."""
    return " ".join(" ".join(said(document)).split())

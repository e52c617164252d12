"""Text out of a DOCX. Only the reader's child process imports this module.

Reads the XML itself, as a stream: no tree is built, no declaration is opened, text
boxes and tables are text, deleted and hidden words are not.
"""

import re
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from xml.parsers import expat

from candidates.cv.clean import MAX_CHARACTERS
from candidates.cv.fault import FaultError
from candidates.cv.values import Reason

CHUNK = 256 * 1024
DEPTH = 200  # nested elements; Word itself stays far below
PAGES = re.compile(rb"<Pages>(\d{1,5})</Pages>")

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SKIPPED = frozenset(
    {"w:del", "w:moveFrom", "w:instrText", "w:delText", "mc:Fallback", "w:pict-data"}
)
_MARKS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}


def text_of(data: bytes) -> tuple[str, int]:
    """Return text and number of pages (0 where not told); raises FaultError."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            heads = sorted(n for n in names if re.fullmatch(r"word/header\d*\.xml", n))
            texts = [_part(archive, name) for name in heads]
            texts = [*dict.fromkeys(texts), _part(archive, "word/document.xml")]
            return "\n\n".join(texts), _pages(archive, names)
    except expat.ExpatError as fault:
        raise FaultError(Reason.DAMAGED) from fault
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError) as fault:
        raise FaultError(Reason.DAMAGED) from fault
    except (NotImplementedError, RuntimeError) as fault:  # packed or locked oddly
        raise FaultError(Reason.UNSAFE_ARCHIVE) from fault


def _pages(archive: zipfile.ZipFile, names: set[str]) -> int:
    if "docProps/app.xml" not in names:
        return 0
    with archive.open("docProps/app.xml") as part:
        told = PAGES.search(part.read(CHUNK))
    return int(told[1]) if told else 0


def _part(archive: zipfile.ZipFile, name: str) -> str:
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = _refuse_declaration
    with archive.open(name) as part:
        while chunk := part.read(CHUNK):
            parser.Parse(chunk, False)  # noqa: FBT003 -- expat takes no keywords
            if reader.size > MAX_CHARACTERS:
                return reader.text()
    parser.Parse(b"", True)  # noqa: FBT003 -- expat takes no keywords
    return reader.text()


def _refuse_declaration(*_: object) -> None:
    raise FaultError(Reason.DTD)


def _short(name: str) -> str:
    space, _, local = name.rpartition("}")
    if space in (_W, _STRICT):
        return f"w:{local}"
    return f"mc:{local}" if space == _MC else local


@dataclass(slots=True)
class _Cell:
    """The words of a table cell, of a text box or of the whole body."""

    paragraphs: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    """Collects the words as the elements go by."""

    size: int = 0
    depth: int = 0
    skip: int = 0  # depth of the element that is left out, 0 if none
    cells: list[_Cell] = field(default_factory=lambda: [_Cell()])
    rows: list[list[_Cell]] = field(default_factory=list)
    words: list[list[str]] = field(default_factory=list)  # of each open paragraph
    hidden: bool = False
    in_text: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEPTH:
            raise FaultError(Reason.UNSAFE_ARCHIVE)
        tag = _short(name)
        if self.skip:
            return
        if tag in _SKIPPED:
            self.skip = self.depth
        elif tag == "w:vanish":
            self.hidden = _value(attributes) not in {"0", "false", "off"}
        else:
            self._open(tag, attributes)

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        match tag:
            case "w:p":
                self.words.append([])
            case "w:r":
                self.hidden = False
            case "w:t":
                self.in_text = True
            case "w:tr":
                self.rows.append([])
            case "w:tc" | "w:txbxContent":
                self.cells.append(_Cell())
            case "w:numPr":
                self._say("• ")
            case "w:pStyle" if _value(attributes).lower().startswith("heading"):
                self.cells[-1].paragraphs.append("")
            case "w:sym":
                self._say("• ")
            case _ if tag in _MARKS:
                self._say(_MARKS[tag])

    def end(self, name: str) -> None:
        tag = _short(name)
        if self.skip:
            if self.skip == self.depth:
                self.skip = 0
        else:
            self._close(tag)
        self.depth -= 1

    def _close(self, tag: str) -> None:
        match tag:
            case "w:p" if self.words:
                self.cells[-1].paragraphs.append("".join(self.words.pop()))
            case "w:t":
                self.in_text = False
            case "w:r" | "w:rPr" if tag == "w:r":
                self.hidden = False
            case "w:tc" if len(self.cells) > 1 and self.rows:
                self.rows[-1].append(self.cells.pop())
            case "w:txbxContent" if len(self.cells) > 1:
                box = self.cells.pop()
                self.cells[-1].paragraphs += ["", *box.paragraphs, ""]
            case "w:tr" if self.rows:
                self.cells[-1].paragraphs += _row(self.rows.pop())
            case "w:tbl":
                self.cells[-1].paragraphs.append("")

    def characters(self, text: str) -> None:
        if self.in_text and not self.skip and not self.hidden:
            self._say(text)

    def _say(self, text: str) -> None:
        if self.words:
            self.words[-1].append(text)
            self.size += len(text)

    def text(self) -> str:
        for open_words in self.words:
            self.cells[0].paragraphs.append("".join(open_words))
        return "\n".join(line for cell in self.cells for line in cell.paragraphs)


def _value(attributes: dict[str, str]) -> str:
    return next((v for k, v in attributes.items() if _short(k) == "w:val"), "")


def _row(cells: list[_Cell]) -> list[str]:
    """Write a row of short cells as one line, cells with paragraphs one by one."""
    filled = [[line for line in cell.paragraphs if line.strip()] for cell in cells]
    filled = [lines for lines in filled if lines]
    if all(len(lines) == 1 for lines in filled):
        return ["\t".join(lines[0] for lines in filled)]
    return [line for lines in filled for line in (*lines, "")]

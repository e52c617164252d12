"""Words with their places on a PDF page. Only the reader's child process imports this.

Follows the text operators of ISO 32000-1, 9.4, in one pass over the content stream. The
library does the same with a Python object for every operator, five times as slowly; the
codings and widths of fonts are the library's.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pypdf.generic import DictionaryObject
from pypdf.generic._font import Font

from candidates.cv.page import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject

MOST_OPERATIONS = 400_000  # of a page; a CV has some thousands
MOST_PIECES = 60_000
FORMS = 4  # drawings within drawings
SPREAD = 0.28  # of the size of the type: a wider step within a string is a blank

_TOKEN = re.compile(
    rb"""[\x00\t\n\f\r ]*(?:
    (?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:-\d+)?)
  | (?P<string>\((?:[^()\\]|\\.)*\))
  | (?P<nested>\()
  | (?P<hex><[0-9A-Fa-f\s]*>)
  | (?P<name>/[^\x00\t\n\f\r ()<>\[\]{}/%]*)
  | (?P<open>\[) | (?P<close>\])
  | (?P<word>[A-Za-z'"*][A-Za-z0-9'"*]*)
  | <<|>>|[{}]|%[^\r\n]*|\Z|.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\r\n])|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_IMAGE_END = re.compile(rb"[\s]EI(?=[\s]|$)")
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def pieces_of(page: "PageObject", known: dict[int, "Type"]) -> list[Piece]:
    """Return the pieces of text of a page in the order they are drawn.

    `known` keeps the fonts from page to page. Raises whatever the library raises.
    """
    contents = page.get_contents()
    if contents is None:
        return []
    pen = _Pen(known)
    pen.draw(contents.get_data(), page.get("/Resources"), FORMS)
    return pen.pieces


@dataclass(slots=True)
class Type:
    """A font: what its bytes say and how wide they are."""

    font: Font
    bold: bool
    seen: dict[bytes, tuple[str, float, int, int]] = field(default_factory=dict)

    def set(self, raw: bytes) -> tuple[str, float, int, int]:
        """Return text, width (thousandths), and the numbers of glyphs and of blanks."""
        known = self.seen.get(raw)
        if known is None:
            known = self.seen[raw] = self._set(raw)
        return known

    def _set(self, raw: bytes) -> tuple[str, float, int, int]:
        font = self.font
        decoded = ""
        if isinstance(font.encoding, str):
            codes = raw.decode(font.encoding, "replace")
        else:
            codes = raw.decode("latin-1")
            decoded = "".join(font.encoding.get(byte, chr(byte)) for byte in raw)
        text = "".join(font.character_map.get(c, c) for c in decoded or codes)
        blanks = codes.count(font.space_char)
        width = sum(font.get_text_width(c) for c in codes if c != font.space_char)
        return text, width + blanks * font.space_width, len(codes), blanks


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


@dataclass(slots=True)
class _State:
    """The graphics state as far as text needs it."""

    matrix: Matrix = _IDENTITY
    type: Type | None = None
    size: float = 0.0
    apart: float = 0.0  # Tc
    blank: float = 0.0  # Tw
    stretch: float = 1.0  # Tz
    leading: float = 0.0
    rise: float = 0.0

    def copy(self) -> "_State":
        return _State(
            self.matrix,
            self.type,
            self.size,
            self.apart,
            self.blank,
            self.stretch,
            self.leading,
            self.rise,
        )


class _Pen:
    """Follows the operators and keeps what they write."""

    def __init__(self, known: dict[int, Type]) -> None:
        self.pieces: list[Piece] = []
        self.state = _State()
        self.stack: list[_State] = []
        self.line: Matrix = _IDENTITY
        self.at: Matrix = _IDENTITY
        self.known = known
        self.left = MOST_OPERATIONS

    def draw(self, data: bytes, resources: Any, depth: int) -> None:  # noqa: ANN401 -- an object of the library
        resources = resources.get_object() if resources is not None else {}
        fonts: Any = _within(resources, "/Font")
        forms: Any = _within(resources, "/XObject")
        for operator, given in _operations(data):
            self.left -= 1
            if self.left < 0 or len(self.pieces) > MOST_PIECES:
                return
            if operator == b"Do" and depth and given:
                self._form(forms, given[0], resources, depth)
            elif operator == b"Tf" and len(given) > 1:
                self.state.type = self._type(fonts, given[-2])
                self.state.size = _number(given[-1])
            else:
                self._operate(operator, given)

    def _operate(self, operator: bytes, given: list[Any]) -> None:
        state = self.state
        match operator:
            case b"Tj" if given:
                self._show(given[-1:])
            case b"TJ" if given and isinstance(given[-1], list):
                self._show(given[-1])
            case b"'" if given:
                self._next(0.0, -state.leading)
                self._show(given[-1:])
            case b'"' if len(given) > 2:  # noqa: PLR2004 -- two spacings and a string
                state.blank, state.apart = _number(given[0]), _number(given[1])
                self._next(0.0, -state.leading)
                self._show(given[-1:])
            case b"q" if len(self.stack) < 100:  # noqa: PLR2004 -- readers stop at 28
                self.stack.append(state.copy())
            case b"Q" if self.stack:
                self.state = self.stack.pop()
            case b"BT":
                self.line = self.at = _IDENTITY
            case b"T*":
                self._next(0.0, -state.leading)
            case _ if given:
                self._set(operator, [_number(one) for one in given])

    def _set(self, operator: bytes, given: list[float]) -> None:
        state = self.state
        match operator:
            case b"cm" if len(given) == 6:  # noqa: PLR2004 -- a matrix
                state.matrix = _times(_matrix(given), state.matrix)
            case b"Tm" if len(given) == 6:  # noqa: PLR2004 -- a matrix
                self.line = self.at = _matrix(given)
            case b"Td" if len(given) > 1:
                self._next(given[0], given[1])
            case b"TD" if len(given) > 1:
                state.leading = -given[1]
                self._next(given[0], given[1])
            case b"Tc":
                state.apart = given[0]
            case b"Tw":
                state.blank = given[0]
            case b"Tz":
                state.stretch = given[0] / 100
            case b"TL":
                state.leading = given[0]
            case b"Ts":
                state.rise = given[0]

    def _next(self, x: float, y: float) -> None:
        self.line = self.at = _times((1.0, 0.0, 0.0, 1.0, x, y), self.line)

    def _show(self, parts: list[Any]) -> None:
        """Write strings and steps between them as one piece."""
        state, font = self.state, self.state.type
        if font is None or not font.font.interpretable:
            return
        words: list[str] = []
        width = 0.0
        for part in parts:
            if isinstance(part, bytes):
                text, wide, glyphs, blanks = font.set(part)
                words.append(text)
                width += (
                    wide / 1000 * state.size
                    + glyphs * state.apart
                    + blanks * state.blank
                ) * state.stretch
            elif isinstance(part, float):
                step = -part / 1000 * state.size * state.stretch
                if step > SPREAD * abs(state.size) and words and words[-1][-1:] != " ":
                    words.append(" ")
                width += step
        self._keep("".join(words), width)

    def _keep(self, text: str, width: float) -> None:
        state = self.state
        a, b, c, d, x, y = _times(self.at, state.matrix)
        self.at = _times((1.0, 0.0, 0.0, 1.0, width, 0.0), self.at)
        upright = abs(b) < 0.2 * abs(a) if a else False
        if not text.strip() or not upright:
            if text and upright and self.pieces and text.isspace():
                self.pieces[-1] = self.pieces[-1].followed_by_blank()
            return
        size = abs(state.size) * (c * c + d * d) ** 0.5
        start, end = sorted((x, x + width * a))
        bold = state.type is not None and state.type.bold
        self.pieces.append(
            Piece(start, end, y + state.rise * d, round(size, 1), text, bold)
        )

    def _type(self, fonts: Any, name: Any) -> Type | None:  # noqa: ANN401 -- objects of the library
        raw = fonts.get(name) if isinstance(name, str) else None
        found = raw.get_object() if raw is not None else None
        if not isinstance(found, DictionaryObject):
            return None
        known = self.known.get(id(found))
        if known is None:
            bold = bool(_BOLD.search(str(found.get("/BaseFont", ""))))
            known = self.known[id(found)] = Type(Font.from_font_resource(found), bold)
        return known

    def _form(self, forms: Any, name: Any, resources: Any, depth: int) -> None:  # noqa: ANN401 -- objects of the library
        raw = forms.get(name) if isinstance(name, str) else None
        form: Any = raw.get_object() if raw is not None else None
        if form is None or form.get("/Subtype") != "/Form":
            return
        kept, stack = self.state, self.stack
        self.state, self.stack = kept.copy(), []
        matrix = form.get("/Matrix")
        if matrix is not None and len(matrix) == 6:  # noqa: PLR2004 -- a matrix
            numbers = [float(one) for one in matrix]
            self.state.matrix = _times(_matrix(numbers), self.state.matrix)
        self.draw(form.get_data(), form.get("/Resources") or resources, depth - 1)
        self.state, self.stack = kept, stack


def _within(resources: Any, name: str) -> Any:  # noqa: ANN401 -- an object of the library
    found = resources.get(name)
    return found.get_object() if found is not None else {}


def _matrix(given: list[float]) -> Matrix:
    a, b, c, d, e, f = given
    return a, b, c, d, e, f


def _number(given: object) -> float:
    return given if isinstance(given, float) else 0.0


def _operations(data: bytes) -> "Iterator[tuple[bytes, list[Any]]]":
    """Cut a content stream into operators with what is given to them."""
    given: list[Any] = []
    inner: list[Any] | None = None
    at, end = 0, len(data)
    match_at = _TOKEN.match
    while at < end:
        token = match_at(data, at)
        if token is None:
            return
        at = token.end()
        kind = token.lastgroup
        if kind is None:
            continue
        if kind == "word":
            operator = token[kind]
            if operator == b"ID":
                ends = _IMAGE_END.search(data, at)
                at = ends.end() if ends else end
            yield operator, given
            given, inner = [], None
            continue
        if kind == "open":
            inner = []
            given.append(inner)
            continue
        if kind == "close":
            inner = None
            continue
        if kind == "nested":
            value, at = _nested(data, at - 1)
        else:
            value = _value(kind, token[kind])
        (given if inner is None else inner).append(value)


def _value(kind: str, raw: bytes) -> Any:  # noqa: ANN401 -- a number, a string or a name
    match kind:
        case "number":
            try:
                return float(raw)
            except ValueError:
                return 0.0
        case "string":
            return _unescaped(raw[1:-1]) if b"\\" in raw else raw[1:-1]
        case "hex":
            digits = b"".join(raw[1:-1].split())
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        case _:
            return _name(raw)


def _name(raw: bytes) -> str:
    if b"#" in raw:
        raw = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes.fromhex(m[1].decode()), raw)
    return raw.decode("utf-8", "replace")


def _nested(data: bytes, start: int) -> tuple[bytes, int]:
    """Read a string with brackets in it; where it does not end, all to the end."""
    depth = 0
    for token in re.finditer(rb"\\.|[()]", data[start:], re.DOTALL):
        depth += {b"(": 1, b")": -1}.get(token[0], 0)
        if not depth:
            stop = start + token.end()
            return _unescaped(data[start + 1 : stop - 1]), stop
    return _unescaped(data[start + 1 :]), len(data)


def _unescaped(raw: bytes) -> bytes:
    def meant(match: re.Match[bytes]) -> bytes:
        if match[1]:
            return bytes([int(match[1], 8) & 255])
        return b"" if match[2] else _ESCAPED.get(match[3], match[3])

    return _ESCAPE.sub(meant, raw)

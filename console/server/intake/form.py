"""A form on its way in: the report in memory, each file straight to disk, capped."""

from __future__ import annotations

from dataclasses import dataclass

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from console.domain.file_kind import HEAD_BYTES, FileKind, recognise
from console.server.media import Incoming, Kept, MediaStore
from console.server.refusals import RequestRefused, wrong

MAX_FILES = 10
MAX_FILE_BYTES = 25 * 1024 * 1024
"""Caps of one request: ten files of 25 MiB each (plan of 'First light', item 4)."""
MAX_FORM_BYTES = MAX_FILES * MAX_FILE_BYTES + 1024 * 1024
_MAX_TEXT_BYTES = 256 * 1024
_MAX_HEADER_BYTES = 4096
_MAX_PARTS = 20
REPORT = frozenset({"report"})
"""The part of text a source's form has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of an allowed kind, on disk already; `name` as the sender called it, cut to 200 characters."""

    name: str
    kind: FileKind
    kept: Kept


class Form:
    """Reads multipart/form-data piece by piece; `texts` and `files` hold what came."""

    def __init__(self, media: MediaStore, content_type: str, fields: frozenset[str] = REPORT) -> None:
        """A reader for a body of this content type; `fields` are the parts of text it may have.

        Raises:
            RequestRefused: 415 for anything else than a form with a boundary.
        """
        kind, options = parse_options_header(content_type)
        boundary = options.get(b"boundary", b"")
        if kind != b"multipart/form-data" or not boundary or len(boundary) > 200:
            raise RequestRefused(
                415, "bad_content_type", "Content-Type: JSON or a form with a boundary.", field="Content-Type"
            )
        self.texts: dict[str, bytes] = {}
        self.files: list[File] = []
        self._media, self._fields = media, fields
        self._parts = 0
        self._name = self._file_name = ""
        self._header = b""
        self._value = b""
        self._text: bytearray | None = None
        self._incoming: Incoming | None = None
        self._ended = False
        self._parser = MultipartParser(boundary, {
            "on_part_begin": self._begin, "on_part_data": self._data, "on_part_end": self._end,
            "on_header_field": self._header_name, "on_header_value": self._header_value,
            "on_header_end": self._header_end, "on_headers_finished": self._headers, "on_end": self._finish,
        })  # fmt: skip

    def feed(self, piece: bytes) -> None:
        """Take the next piece of the body; blocks on the disk.

        Raises:
            RequestRefused: 400 for a broken form, 413 above a cap, 415 for a file of no allowed kind.
            StoreFault: the disk is full.
        """
        try:
            self._parser.write(piece)
        except FormParserError as error:
            raise RequestRefused(400, "bad_form", f"body: {error}", field="body") from error

    def close(self) -> None:
        """The body has ended.

        Raises:
            RequestRefused: 400 when it was cut off.
        """
        if not self._ended:
            raise RequestRefused(400, "bad_form", "body: the form was cut off", field="body")

    def abandon(self) -> None:
        """Remove a half-received file; call it always."""
        if self._incoming is not None:
            self._incoming.drop()
            self._incoming = None

    # --- the parser's callbacks ----------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._parts += 1
        if self._parts > _MAX_PARTS:
            raise RequestRefused(413, "too_large", f"body: more than {_MAX_PARTS} parts", field="body")
        self._name = self._file_name = ""

    def _header_name(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]
        self._check_header()

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]
        self._check_header()

    def _check_header(self) -> None:
        if len(self._header) + len(self._value) > _MAX_HEADER_BYTES:
            raise RequestRefused(413, "too_large", "body: a part's headers are too long", field="body")

    def _header_end(self) -> None:
        if self._header.lower() == b"content-disposition":
            _, options = parse_options_header(self._value)
            self._name = options.get(b"name", b"").decode("utf-8", "replace")
            self._file_name = options.get(b"filename", b"").decode("utf-8", "replace")
        self._header = self._value = b""

    def _headers(self) -> None:
        if self._name == "file":
            if len(self.files) == MAX_FILES:
                raise RequestRefused(413, "too_many_files", f"file: at most {MAX_FILES} in one request", field="file")
            self._incoming = self._media.begin()
        elif self._name in self._fields and self._name not in self.texts:
            self._text = bytearray()
        else:
            known = " and ".join(f"'{name}'" for name in (*sorted(self._fields), "file"))
            raise wrong(self._name[:50] or "body", f"a form has the parts {known}, each text once", "unknown_part")

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._text is not None:
            self._text += data[start:end]
            if len(self._text) > _MAX_TEXT_BYTES:
                raise RequestRefused(413, "too_large", f"{self._name}: too long", field=self._name)
        elif self._incoming is not None:
            self._incoming.write(data[start:end])
            place = f"file[{len(self.files)}]"
            if self._incoming.size_bytes > MAX_FILE_BYTES:
                raise RequestRefused(413, "file_too_large", f"{place}: at most 25 MiB", field=place)
            # Asked as soon as it can be told, so that a refused film is not received to its end.
            if len(self._incoming.head) == HEAD_BYTES == self._incoming.size_bytes:
                self._kind_of(self._incoming.head)

    def _end(self) -> None:
        if self._text is not None:
            self.texts[self._name] = bytes(self._text)
            self._text = None
        elif self._incoming is not None and not self._incoming.size_bytes and not self._file_name:
            # A browser sends such a part for every file field that was left empty.
            self._incoming.drop()
            self._incoming = None
        elif self._incoming is not None:
            kind = self._kind_of(self._incoming.head)
            name = " ".join(self._file_name.replace("\x00", "").split())[-200:]
            self.files.append(File(name=name or kind.kind, kind=kind, kept=self._incoming.keep()))
            self._incoming = None

    def _finish(self) -> None:
        self._ended = True

    def _kind_of(self, head: bytes) -> FileKind:
        found = recognise(head)
        if isinstance(found, FileKind):
            return found
        what = f"a {found.name} is not taken" if found.name else "not a photo, film, sound or PDF this center takes"
        place = f"file[{len(self.files)}]"
        raise RequestRefused(415, found.why.value, f"{place}: {what}", field=place)

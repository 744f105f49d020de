"""Finds who decodes outside the jail: imports of decoders, paths or bytes given to Qt."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.house.tree import dotted

LIBRARIES = ("PIL", "av", "pillow_heif", "pypdfium2", "pypdfium2_raw", "cv2", "imageio", "fitz", "moviepy", "soundfile")
QT_MODULES = ("QtPdf", "QtPdfWidgets", "QtMultimediaWidgets", "QtSvg", "QtSvgWidgets")
QT_DECODERS = (
    "QImageReader", "QMovie", "QMediaPlayer", "QAudioDecoder", "QSoundEffect", "QPdfDocument", "QVideoWidget",
    "QPicture", "QGraphicsVideoItem", "QPlaybackOptions",
)  # fmt: skip
"""Classes of Qt that open files or streams by themselves; QAudioSink takes samples and is none of them."""

_PIXELS = ("QImage", "QPixmap", "QBitmap", "QIcon", "QCursor")
_FROM_BYTES = ("loadFromData", "fromData", "setSourceDevice")
_ENGINES = ("Glyph", "QPixmap", "QPixmap.fromImage", "QIconEngine")
_SIZES = ("QSize", "QPixmap", "QImage")


_SUSPECT = re.compile(
    rf"\b({'|'.join((*LIBRARIES, *QT_MODULES, *QT_DECODERS, *_PIXELS, *_FROM_BYTES, 'import_module', '__import__'))})\b"
)


def is_suspect(text: str) -> bool:
    """Whether a file names anything an offence is made of: without that there is none, and nothing to parse."""
    return _SUSPECT.search(text) is not None


def offences(module: ast.Module) -> list[tuple[int, str]]:
    """(line, what) of everything in a file that would decode outside the jail."""
    found = [*_imports(module), *_named_decoders(module)]
    for scope in ast.walk(module):
        if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef | ast.Module):
            typed = _annotated(scope)
            found += [(call.lineno, said) for call in _calls(scope) for said in _opened(call, typed)]
    if any(isinstance(node, ast.Name) and node.id in _PIXELS for node in ast.walk(module)):
        found += [
            (node.lineno, f"{dotted(node.func)}() beside pixels")
            for node in ast.walk(module)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "load"
        ]
    return sorted(set(found))


def _imports(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Libraries and Qt modules, by import statement or by name through importlib."""
    statements = (node for node in ast.walk(module) if isinstance(node, ast.Import | ast.ImportFrom | ast.Call))
    for node in statements:
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif dotted(node.func).endswith(("import_module", "__import__")):
            names = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        for name in names:
            parts = name.split(".")
            if parts[0] in LIBRARIES or (parts[0] == "PySide6" and {*parts} & {*QT_MODULES, *QT_DECODERS}):
                yield node.lineno, f"imports {name}"


def _named_decoders(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Qt's decoders named at all, also as an attribute of a module or as a text for getattr."""
    for node in ast.walk(module):
        if isinstance(node, ast.Name) and node.id in QT_DECODERS:
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute) and node.attr in QT_DECODERS:
            yield node.lineno, node.attr
        elif isinstance(node, ast.Constant) and node.value in QT_DECODERS:
            yield node.lineno, str(node.value)


def _opened(call: ast.Call, typed: dict[str, str]) -> Iterator[str]:
    """Pixels made from anything but sizes, other pixels, or raw bytes with their size and format."""
    name = dotted(call.func)
    if isinstance(call.func, ast.Attribute) and call.func.attr in _FROM_BYTES:
        yield f"{name}()"
    kind = name.split(".")[-1]
    if kind not in _PIXELS or not call.args:
        return
    if kind == "QIcon":
        first = call.args[0]
        if not (isinstance(first, ast.Call) and dotted(first.func) in _ENGINES):
            yield "QIcon from something that may be a path"
    elif any(_is_text(argument) for argument in call.args):
        yield f"{kind} from a path"
    elif len(call.args) == 1 and not _is_size(call.args[0], typed):
        yield f"{kind} from something that may be a path"
    elif len(call.args) == 2 and kind == "QImage" and "Format" not in dotted(call.args[1]):
        yield "QImage from something that may be a path"


def _is_text(argument: ast.expr) -> bool:
    if isinstance(argument, ast.Call):
        return dotted(argument.func) in ("str", "bytes", "Path", "QByteArray", "os.fspath")
    return isinstance(argument, ast.JoinedStr) or (
        isinstance(argument, ast.Constant) and isinstance(argument.value, str | bytes)
    )


def _is_size(argument: ast.expr, typed: dict[str, str]) -> bool:
    """Whether one argument is a size or pixels: by its annotation, or by the call that makes it."""
    if isinstance(argument, ast.Call):
        made = dotted(argument.func).split(".")[-1]
        return made in (*_SIZES, "size", "grab", "scaled", "toImage", "fromImage")
    return isinstance(argument, ast.Name) and typed.get(argument.id, "") in _SIZES


def _annotated(scope: ast.AST) -> dict[str, str]:
    if not isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef):
        return {}
    named = [*scope.args.posonlyargs, *scope.args.args, *scope.args.kwonlyargs]
    return {each.arg: dotted(each.annotation) for each in named if each.annotation is not None}


def _calls(scope: ast.AST) -> Iterator[ast.Call]:
    """Calls of a scope without those of functions inside it, which are scopes of their own."""
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(node, ast.Call):
            yield node
        waiting += ast.iter_child_nodes(node)

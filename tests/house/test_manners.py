"""Manners of the code: no sleeps, no event pumping, no way around types, plain text."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house import tree

TEXT_SHOWING = {"QLabel", "QMessageBox", "QToolTip", "QTextEdit", "QTextBrowser", "QWhatsThis", "QErrorMessage"}
WIDGETS = Path("console/ui/widgets")


def _found(files: list[Path], *refused: str) -> list[str]:
    return [
        f"{file}:{line}: {name}"
        for file in files
        for line, name in tree.calls(file)
        if any(name == each or name.endswith("." + each) for each in refused)
    ]


def test_no_test_sleeps() -> None:
    refused = ("time.sleep", "qtbot.wait", "QTest.qWait", "QTest.qSleep", "asyncio.sleep")
    sleeping = _found(tree.python_files("tests"), *refused)
    sleeping += _bare_sleeps(tree.python_files("tests", "console/ui"))
    assert not sleeping, "wait for a condition or a signal instead:\n" + "\n".join(sleeping)


def test_the_windows_never_sleep_nor_pump_events() -> None:
    windows = tree.python_files("console/ui", "console/app.py")
    blocking = _found(windows, "time.sleep", "QThread.sleep", "QThread.msleep")
    blocking += _found(tree.python_files("console"), "processEvents")
    assert not blocking, "\n".join(blocking)


def _bare_sleeps(files: list[Path]) -> list[str]:
    return [f"{file}: from time import sleep" for file in files if "time.sleep" in tree.imported(file)]


def test_nothing_escapes_the_types() -> None:
    """No TYPE_CHECKING, and Any only as an argument of another library's generic, never for an object of ours."""
    escapes = []
    for file in tree.python_files("console", "main.py"):
        argued = _inside_generics(tree.tree(file))
        for node in ast.walk(tree.tree(file)):
            if not isinstance(node, ast.Name | ast.Attribute):
                continue
            name = tree.dotted(node).removeprefix("typing.")
            if name == "TYPE_CHECKING" or (name == "Any" and node not in argued):
                escapes.append(f"{file}:{node.lineno}: {name}")
    assert not escapes, "say what it is (a Protocol, a union, object):\n" + "\n".join(escapes)


def _inside_generics(module: ast.Module) -> set[ast.AST]:
    """Return the nodes between the brackets of generics other than the plain containers."""
    plain = {"dict", "list", "set", "tuple", "Mapping", "Sequence", "Iterable", "Iterator", "Callable", "Annotated"}
    generics = [node for node in ast.walk(module) if isinstance(node, ast.Subscript)]
    others = [node for node in generics if tree.dotted(node.value).split(".")[-1] not in plain]
    return {inner for node in others for inner in ast.walk(node.slice)}


def test_text_is_shown_only_by_the_safe_widgets() -> None:
    """Qt renders '<img src=file>' in these; console/ui/widgets makes them plain (security.md, rule 1)."""
    unsafe = []
    for file in tree.python_files("console/ui", "console/app.py"):
        if file.is_relative_to(WIDGETS):
            continue
        for node in ast.walk(tree.tree(file)):
            if isinstance(node, ast.Call) and tree.dotted(node.func).split(".")[0] in TEXT_SHOWING:
                unsafe.append(f"{file}:{node.lineno}: {tree.dotted(node.func)}")
            if isinstance(node, ast.ClassDef) and {tree.dotted(each) for each in node.bases} & TEXT_SHOWING:
                unsafe.append(f"{file}:{node.lineno}: class {node.name}")
    assert not unsafe, "use the safe family of console/ui/widgets:\n" + "\n".join(unsafe)


def test_tooltips_are_escaped() -> None:
    """Tooltips guess whether text is HTML: what they show goes through safe_tip, or is nothing."""
    raw = []
    for file in tree.python_files("console/ui"):
        for node in ast.walk(tree.tree(file)):
            if isinstance(node, ast.Call) and tree.dotted(node.func).endswith("setToolTip"):
                inside = list(ast.walk(node.args[0]))
                safe = any(isinstance(each, ast.Call) and tree.dotted(each.func) == "safe_tip" for each in inside)
                if not safe and not (isinstance(node.args[0], ast.Constant) and node.args[0].value == ""):
                    raw.append(f"{file}:{node.lineno}")
            if isinstance(node, ast.Attribute) and node.attr == "ToolTipRole" and "safe_tip" not in tree.read(file):
                raw.append(f"{file}:{node.lineno}: answers ToolTipRole without safe_tip")
    assert not raw, "\n".join(raw)


def test_the_safe_widgets_never_ask_for_rich_text() -> None:
    rich = [
        f"{file}:{node.lineno}"
        for file in tree.python_files("console/ui")
        for node in ast.walk(tree.tree(file))
        if isinstance(node, ast.Attribute)
        and (node.attr in ("RichText", "AutoText", "MarkdownText") or node.attr in ("setHtml", "setMarkdown"))
        and not file.is_relative_to("console/ui/map")
    ]
    assert not rich, "\n".join(rich)


def test_no_private_http_trust_is_given_away() -> None:
    """TLS is checked always: verify=False appears nowhere (security.md, rule 7)."""
    careless = [
        f"{file}:{node.lineno}"
        for file in tree.python_files("console")
        for node in ast.walk(tree.tree(file))
        if isinstance(node, ast.keyword) and node.arg == "verify"
        and isinstance(node.value, ast.Constant) and node.value.value is False
    ]  # fmt: skip
    assert not careless, "\n".join(careless)


def test_bugs_are_not_swallowed() -> None:
    """'except Exception: pass' hides Bugs; whoever catches everything must raise, log or answer."""
    silent = [
        f"{file}:{node.lineno}"
        for file in tree.python_files("console")
        for node in ast.walk(tree.tree(file))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or tree.dotted(node.type) in ("Exception", "BaseException"))
        and all(isinstance(step, ast.Pass | ast.Continue) for step in node.body)
    ]
    assert not silent, "\n".join(silent)

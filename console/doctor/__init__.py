"""What this machine has and lacks for Sigap, said in one table or as JSON lines."""

from __future__ import annotations

import json

from console.doctor.finding import Finding, State

__all__ = ["Finding", "State", "examine", "run"]


def run(profile: object, *, as_json: bool = False) -> int:
    """Print what was found; returns 1 when something required is missing, else 0.

    `profile` is a console.paths.Profile. Runs without PySide6, rich or any other package, and names them.
    """
    findings = examine(profile)
    if as_json:
        for finding in findings:
            print(json.dumps(finding.as_json(), ensure_ascii=False))
    else:
        _print_table(findings)
    return 1 if any(finding.state is State.MISSING for finding in findings) else 0


def examine(profile: object) -> list[Finding]:
    """Look at everything; never raises: what goes wrong is a finding."""
    from console.doctor import machine, parts
    from console.paths import Profile

    folder = profile.folder if isinstance(profile, Profile) else None
    settings_file = profile.settings_file if isinstance(profile, Profile) else None
    return [
        machine.python(),
        machine.packages(),
        machine.drivers(),
        machine.libraries(),
        machine.display(),
        machine.gpu(),
        machine.web_engine(),
        parts.jail(),
        parts.database(),
        *([machine.folder(folder)] if folder else []),
        machine.clock(),
        *([parts.server(settings_file)] if settings_file else []),
        *([parts.files(profile.media_folder, profile.settings_file)] if isinstance(profile, Profile) else []),
        *([parts.basemaps(profile.maps_folder, profile.settings_file)] if isinstance(profile, Profile) else []),
    ]


def _print_table(findings: list[Finding]) -> None:
    try:
        from rich.console import Console
        from rich.table import Table
    except ImportError:
        for finding in findings:
            print(f"{finding.state:8} {finding.subject}: {finding.says} {finding.remedy}".rstrip())
        return
    table = Table("", "", "found", "what to do", box=None, pad_edge=False)
    colours = {State.OK: "green", State.LIMITED: "yellow", State.MISSING: "bold red"}
    for finding in findings:
        mark = f"[{colours[finding.state]}]{finding.state}[/]"
        table.add_row(mark, finding.subject, _plain(finding.says), _plain(finding.remedy))
    Console().print(table)


def _plain(text: str) -> str:
    from rich.markup import escape

    return escape(text)

"""The command line: one short function per command, each imports its part when called.

Why so long: it holds every command with its options, help and example, and nothing else.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from console import __version__
from console.cli_audit import audit
from console.cli_places import add_imports, progress
from console.domain.errors import Fault

app = typer.Typer(
    name="sigap",
    add_completion=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
simulate = typer.Typer(help="Replay real files into a server through its public API.", rich_markup_mode=None)
imports = typer.Typer(help="Bring files of an authority into this console.", rich_markup_mode=None)
app.add_typer(simulate, name="simulate")
app.add_typer(imports, name="import")
app.add_typer(audit, name="audit")
add_imports(imports)

ServerUrl = Annotated[str, typer.Option("--server", metavar="URL", help="The server's address.")]
Key = Annotated[
    str, typer.Option("--key", metavar="K", envvar="SIGAP_KEY", help="The credential the server's administrator gave.")
]
Speed = Annotated[float, typer.Option("--speed", min=0.001, metavar="N", help="N times as fast as it happened.")]
Zone = Annotated[str, typer.Option("--tz", metavar="ZONE", help="Zone of times that come without an offset.")]
CaFile = Annotated[
    Path | None,
    typer.Option("--ca", metavar="FILE", exists=True, dir_okay=False, help="CA certificate of the server (PEM)."),
]


def run(args: list[str]) -> int:
    """Run one command line and return the exit status: 0 done, 1 found wanting, 2 refused, 130 interrupted.

    What the world did wrong (Fault, bad usage, a file that cannot be opened) is one sentence on standard
    error and 2. A Bug is not caught: its traceback is what we want to see.
    """
    try:
        status = app(args=args, prog_name=_program_name(), standalone_mode=False)
    except Fault as fault:
        return _refuse(fault.message)
    except typer.TyperException as error:
        return _refuse(f"{error.format_message().rstrip('.')}. See '{_program_name()} --help'.")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _refuse(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("console"):
            raise
        return _refuse(f"The Python package that holds '{error.name}' is missing. Type 'make setup' to install it.")
    except (KeyboardInterrupt, typer.Abort):
        typer.echo("Interrupted.", err=True)
        return 130
    return int(status or 0)


def _refuse(sentence: str) -> int:
    typer.echo(f"sigap: {' '.join(sentence.split())}", err=True)
    return 2


def _program_name() -> str:
    return Path(sys.argv[0]).name or "sigap"


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sigap {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def console(
    context: typer.Context,
    profile: Annotated[
        Path | None,
        typer.Option("--profile", metavar="DIR", file_okay=False, help="Where this console keeps everything."),
    ] = None,
    demo: Annotated[bool, typer.Option("--demo", help="Start on an embedded server with the demo city.")] = False,
    headless: Annotated[bool, typer.Option("--headless", help="With --demo: play it offscreen.")] = False,
    selftest: Annotated[bool, typer.Option("--selftest", help="Start offscreen, sign in, show, report.")] = False,
    server: Annotated[str, typer.Option("--server", metavar="URL", help="Connect to this server from now on.")] = "",
    ca: CaFile = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> int:
    """Sigap, the console of a police command center. Without a command it opens the console.

    \b
    Examples:
      main.py --demo
      main.py --profile /var/lib/sigap --server https://sigap.example.go.id --ca ca.pem
    """
    paths = importlib.import_module("console.paths")
    context.obj = chosen = paths.Profile(profile.expanduser().resolve()) if profile else paths.default_profile()
    if context.invoked_subcommand:
        return 0
    if server or ca:
        from console import settings

        changes = {"server_url": server, "server_ca": ca.resolve() if ca else None}
        settings.remember(chosen.make().settings_file, **{name: value for name, value in changes.items() if value})
    from console.ui.application import start_without_collecting

    start_without_collecting()
    from console import app as console_app

    return console_app.main(profile=chosen, demo=demo, headless=headless, selftest=selftest)


@app.command("server")
def serve(
    context: typer.Context,
    database: Annotated[
        str, typer.Option("--database", metavar="URL", envvar="SIGAP_DATABASE", help="SQLite or PostgreSQL.")
    ] = "",
    host: Annotated[str, typer.Option("--host", metavar="H")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="P", min=0, max=65535, help="0: any free one.")] = 8112,
    tls_cert: Annotated[Path | None, typer.Option("--tls-cert", metavar="F", exists=True, dir_okay=False)] = None,
    tls_key: Annotated[Path | None, typer.Option("--tls-key", metavar="F", exists=True, dir_okay=False)] = None,
    media: Annotated[Path | None, typer.Option("--media", metavar="DIR", file_okay=False)] = None,
    demo: Annotated[bool, typer.Option("--demo", help="Fill a new database with the demo city.")] = False,
    embedded: Annotated[bool, typer.Option("--embedded", hidden=True)] = False,
    smtp: Annotated[
        str, typer.Option("--smtp", metavar="URL", envvar="SIGAP_SMTP", help="Where mail to agencies is handed over.")
    ] = "",
    smtp_ca: Annotated[Path | None, typer.Option("--smtp-ca", metavar="F", exists=True, dir_okay=False)] = None,
    clamd: Annotated[
        str, typer.Option("--clamd", metavar="A", envvar="SIGAP_CLAMD", help="Virus scanner: unix:/PATH, tcp://H:P.")
    ] = "",
    clamd_hold: Annotated[
        bool, typer.Option("--clamd-hold", envvar="SIGAP_CLAMD_HOLD", help="Hold back files it has not seen.")
    ] = False,
    restored: Annotated[bool, typer.Option("--restored", help="The database is a backup: say so once.")] = False,
    backup: Annotated[Path | None, typer.Option("--backup", metavar="F", help="Only copy the database to F.")] = None,
) -> int:
    """Run the central server until it is stopped.

    \b
    Example:
      main.py server --database sqlite:////var/lib/sigap/server.db --host 0.0.0.0 --port 8443 \\
          --tls-cert server.pem --tls-key server.key
      main.py server --database postgresql+psycopg://sigap@db.example.go.id/sigap --media /var/lib/sigap/media
    """
    from console import logs, paths
    from console.server import main

    if not database or (media is None and database.startswith("postgresql")):
        folder = context.obj.make().server_folder
        folder.mkdir(exist_ok=True)
        database, media = database or f"sqlite:///{folder / 'server.db'}", media or folder / "media"
    if backup:
        from console.server.backup import back_up

        typer.echo(f"bytes={back_up(database, backup.resolve())}")
        return 0
    stop_logs = logs.write_to_stderr()
    try:
        return main.serve(
            database_url=database, host=host, port=port, tls_cert=tls_cert, tls_key=tls_key,
            media=media, demo=paths.resources() / "demo" if demo else None, embedded=embedded,
            smtp=smtp, smtp_ca=smtp_ca, area_pack=context.obj.area_pack_file, area_facts=paths.resources() / "demo",
            words=paths.resources() / "words", handbook=paths.resources(), restored=restored,
            clamd=clamd, clamd_hold=clamd_hold,
        )  # fmt: skip
    finally:
        stop_logs()


@simulate.command("reports")
def simulate_reports(
    file: Annotated[Path, typer.Argument(metavar="FILE.geojson", exists=True, dir_okay=False)],
    server: ServerUrl,
    key: Key,
    speed: Speed = 1.0,
    limit: Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="Send at most N.")] = None,
    tz: Zone = "Asia/Jakarta",
    ca: CaFile = None,
) -> int:
    """Send the reports of a GeoJSON file as a partner app would.

    \b
    Example:
      main.py simulate reports floods.geojson --server http://127.0.0.1:8112 --key K --speed 600 --limit 50
    """
    from console.simulate import reports

    return reports.replay(file, server=server, key=key, speed=speed, limit=limit, tz=tz, ca=ca)


@simulate.command("fleet")
def simulate_fleet(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", exists=True, dir_okay=False)],
    server: ServerUrl,
    key: Key,
    speed: Speed = 1.0,
    tz: Zone = "Asia/Jakarta",
    ca: CaFile = None,
) -> int:
    """Enrol the units of a CSV file with an administrator's key and send their positions.

    \b
    Example:
      main.py simulate fleet positions.csv --server http://127.0.0.1:8112 --key ADMIN --speed 1800
    """
    from console.simulate import fleet

    return fleet.replay(file, server=server, key=key, speed=speed, tz=tz, ca=ca)


@simulate.command("city")
def simulate_city(
    server: ServerUrl,
    key: Key,
    speed: Speed = 360.0,
    burst: Annotated[int, typer.Option("--burst", metavar="N", min=0, help="N reports at once, first thing.")] = 0,
    every: Annotated[bool, typer.Option("--all", help="All 840 officers on duty, for load.")] = False,
    post: Annotated[int, typer.Option("--postbox", metavar="P", help="Take the agencies' mail on this port.")] = 0,
    with_parent: Annotated[bool, typer.Option("--with-parent", hidden=True)] = False,
    ca: CaFile = None,
) -> int:
    """Make the demo city live: officers move, reports come in, until interrupted.

    \b
    Example:
      main.py simulate city --server http://127.0.0.1:8112 --key ADMIN --burst 20
    """
    from console import paths
    from console.simulate import city, postbox

    facts = paths.resources() / "demo"
    with postbox.postbox(post):
        return city.live(
            server=server, key=key, facts=facts, speed=speed, burst=burst, every=every, ca=ca,
            stop=city.until_input_ends() if with_parent else city.never,
        )  # fmt: skip


@imports.command("areas")
def import_areas(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", exists=True, dir_okay=False)],
) -> int:
    """Build this console's area pack from SQL dumps and GeoJSON files of kelurahan boundaries.

    \b
    Example:
      main.py import areas 35.73.sql bekasi.geojson
    """
    from datetime import UTC, datetime

    from console import paths
    from console.areas import facts, importer, names_file

    above = names_file.shipped_names_above() | facts.names_above(paths.resources() / "demo")
    with progress() as told:
        report = importer.import_files(
            files, context.obj.make().area_pack_file, told, names_above=above, at=datetime.now(UTC)
        )
    for broken in report.broken:
        typer.echo(f"{broken.file}: line {broken.line}, {broken.field}: {broken.reason}", err=True)
    typer.echo(f"areas={report.areas} imported={report.imported} broken={len(report.broken)}")
    return 1 if report.broken else 0


@app.command()
def locate(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", exists=True, dir_okay=False)],
    within: Annotated[str, typer.Option("--within", metavar="CODE", help="Count only areas below this code.")] = "",
) -> int:
    """Count the points of GeoJSON files by the kelurahan of the imported area pack.

    \b
    Example:
      main.py locate floods.geojson --within 31
    """
    from console.areas import index, locating

    areas = index.AreaIndex(context.obj.area_pack_file)
    try:
        report = locating.locate_files(files, areas, within=within)
    finally:
        areas.close()
    typer.echo(report.headline)
    table = locating.count_table(report)
    widths = [max(len(cell) for cell in column) for column in zip(*table, strict=True)]
    for row in table:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    for broken in report.broken:
        typer.echo(f"{broken.file}: line {broken.line}, {broken.field}: {broken.reason}", err=True)
    return 1 if report.broken else 0


@app.command()
def recover(
    context: typer.Context,
    profile: Annotated[
        Path | None, typer.Option("--profile", metavar="DIR", exists=True, file_okay=False, help="Whose decisions.")
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Mend what was found; without it nothing is changed.")] = False,
    user: Annotated[str, typer.Option("--user", metavar="NAME", help="Open with this user's passphrase.")] = "",
    recovery_key: Annotated[
        str,
        typer.Option("--recovery-key", metavar="K", envvar="SIGAP_RECOVERY_KEY", help="Open with the station's key."),
    ] = "",
) -> int:
    """Compare a profile's database with decisions.journal; with --write make both whole again.

    A passphrase is asked for, or read from standard input. Damaged files are moved away, never erased.

    \b
    Example:
      main.py recover --profile /var/lib/sigap --user sari
    """
    from datetime import UTC, datetime

    from console import paths
    from console.desk import recovery

    chosen = paths.Profile(profile.expanduser().resolve()) if profile else context.obj
    return recovery.recover(
        chosen.store_file, chosen.journal_file, lambda: _data_key(chosen.slots_file, user, recovery_key),
        write=write, now=datetime.now(UTC), say=typer.echo,
    )  # fmt: skip


def _data_key(slots_file: Path, user: str, recovery_key: str) -> bytes:
    """The profile's key; what is not given is asked for, the passphrase unseen."""
    from getpass import getpass

    from console.store.slots import Slots

    slots = Slots(slots_file)
    if slots.empty:
        raise Fault("no_key", f"{slots_file} holds no keys. Restore it from a backup: without it nothing opens.")
    if recovery_key:
        return slots.recover(recovery_key)
    asked = sys.stdin.isatty()
    name = user or (typer.prompt("User") if asked else "")
    if not name:
        raise Fault("no_user", "--user: say whose passphrase comes, or give --recovery-key.")
    return slots.unlock(name, getpass("Passphrase: ") if asked else sys.stdin.readline().rstrip("\r\n"))


@app.command()
def doctor(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> int:
    """Say what this machine has and lacks; ends with 1 only when something required is missing.

    \b
    Example:
      main.py doctor --json
    """
    from console import doctor as checks

    return checks.run(context.obj, as_json=as_json)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def bench(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Leave it out to see the names.")] = "",
) -> int:
    """Measure; prints one JSON object a line. What follows NAME goes to that measurement.

    \b
    Example:
      main.py bench queue
    """
    folder = importlib.import_module("console.bench").__path__
    names = [found.name for found in pkgutil.iter_modules(folder)]
    wanted = name.replace("-", "_")
    if wanted not in names:
        known = ", ".join(each.replace("_", "-") for each in names)
        raise Fault("bench_unknown", f"There is no measurement called {name!r}. There are: {known or 'none'}.")
    return int(importlib.import_module(f"console.bench.{wanted}").run(context.args))

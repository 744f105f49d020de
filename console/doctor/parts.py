"""What the doctor asks of Sigap itself, by using it: the jail, the database, the server."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from console.doctor.finding import Finding, State
from console.doctor.machine import SETUP
from console.domain.errors import Fault

_CLOCK_OFF_S = 60.0


def jail() -> Finding:
    """Whether a citizen's file can be decoded here; without it attachments stay unopened ('preview off')."""
    try:
        from console.decode.probe import probe
        from console.decode.sort import Sort

        shown_by = {Sort.STILL: "photos", Sort.PAPER: "documents", Sort.MOVING: "films and sounds"}
        for sort, shown in shown_by.items():
            report = probe(sort)
            if not report.holds:
                return Finding("jail", State.LIMITED, f"preview of {shown} off: {report.why}", report.remedy)
    except ImportError as error:
        return Finding("jail", State.LIMITED, f"preview off: the package that holds '{error.name}' is missing", SETUP)
    return Finding("jail", State.OK, "holds: no files, no network, bounded memory and time, for every kind of file")


def database() -> Finding:
    """Whether an encrypted database can be made, written and read back: tried in a folder thrown away after."""
    try:
        from console.store.store import Store
    except ImportError as error:
        return Finding("database", State.MISSING, f"the package that holds '{error.name}' is missing", SETUP)
    key = os.urandom(32)
    try:
        with tempfile.TemporaryDirectory(prefix="sigap-doctor-") as folder:
            file = Path(folder) / "try.db"
            for written in ("was here", ""):
                store = Store.open(file, key, lambda: datetime.now(UTC))
                try:
                    kept = store.setting("doctor")
                    store.keep_setting("doctor", written)
                finally:
                    store.close()
            sealed = not file.read_bytes().startswith(b"SQLite format 3")
    except (Fault, OSError) as failed:
        return Finding("database", State.MISSING, str(failed), "Make room on the disk, or type 'make setup'.")
    if kept != "was here" or not sealed:
        return Finding("database", State.MISSING, "what was written is not kept encrypted", SETUP)
    return Finding("database", State.OK, "encrypted, written and read back")


def server(settings_file: Path) -> Finding:
    """Whether the server this profile was told of answers."""
    try:
        from console import settings

        told = settings.load(settings_file)
    except ImportError as error:
        return Finding("server", State.LIMITED, f"not asked: '{error.name}' is missing", SETUP)
    except Fault as fault:
        return Finding("server", State.MISSING, fault.message)
    if not told.server_url:
        return Finding("server", State.OK, "none set: this console starts its own or asks at first start")
    return _ask(told.server_url, told.server_ca)


def basemaps(folder: Path, settings_file: Path) -> Finding:
    """Base maps besides the own one: every file is opened, the tile server is named, not asked."""
    try:
        from console import settings
        from console.areas.tile_set import open_tile_set
        from console.areas.tile_set_import import tile_set_files

        told = settings.load(settings_file)
    except ImportError as error:
        return Finding("basemaps", State.LIMITED, f"not looked at: '{error.name}' is missing", SETUP)
    except Fault as fault:
        return Finding("basemaps", State.LIMITED, fault.message)
    files, broken = tile_set_files(folder), []
    for file in files.values():
        try:
            open_tile_set(file).close()
        except Fault as fault:
            broken.append(fault.message)
    found = [f"{len(files) - len(broken)} of {len(files)} files can be used"] if files else []
    if told.tile_server_url:
        found.append(f"tile server {urlsplit(told.tile_server_url).netloc}, at most {told.tile_cache_mib} MiB kept")
    says = ", ".join(found) or "the own one; others by 'main.py import basemap'"
    if broken:
        return Finding("basemaps", State.LIMITED, f"{says}: {broken[0]}", "Import it again, or delete it.")
    return Finding("basemaps", State.OK, says)


def files(media_folder: Path, settings_file: Path) -> Finding:
    """How much of its room for files of reports this profile uses, and whether some wait to be sent."""
    try:
        from console import settings
        from console.store.vault import figures_of

        told = settings.load(settings_file)
        found = figures_of(media_folder)
    except ImportError as error:
        return Finding("files", State.LIMITED, f"not looked at: '{error.name}' is missing", SETUP)
    except Fault as fault:
        return Finding("files", State.LIMITED, fault.message)
    says = f"{found.files} fetched, {found.bytes >> 20} of at most {told.media_cache_mib} MiB (media_cache_mib)"
    if found.own:
        return Finding("files", State.OK, f"{says}; {found.own} made here, not at the server yet")
    return Finding("files", State.OK, says)


def _ask(address: str, ca_file: Path | None) -> Finding:
    try:
        from console.contract.session import SPOKEN
        from console.remote.server import Server
        from console.remote.transport import Credentials, Transport
    except ImportError as error:
        return Finding("server", State.LIMITED, f"{address}: not asked, '{error.name}' is missing", SETUP)
    try:
        transport = Transport(address, Credentials(), ca_file)
        try:
            health = Server(transport).health()
        finally:
            transport.close()
    except Fault as fault:
        return Finding("server", State.LIMITED, f"{address}: {fault.message}", "Decisions are kept until it is back.")
    ahead_s = (datetime.now(UTC) - health.server_time).total_seconds()
    # The newer of the two also speaks the one before its own.
    if not SPOKEN[0] <= health.protocol <= SPOKEN[-1] + 1:
        return Finding(
            "server", State.LIMITED, f"{address}: speaks protocol {health.protocol}, this console {SPOKEN[-1]}",
            "Bring both to the same version.",
        )  # fmt: skip
    if abs(ahead_s) > _CLOCK_OFF_S:
        way = "ahead of" if ahead_s > 0 else "behind"
        says = f"{address}: answers; this clock is {abs(ahead_s):.0f} s {way} it"
        return Finding("server", State.LIMITED, says, "Set the clock.")
    return Finding("server", State.OK, f"{address}: answers, clocks {abs(ahead_s):.1f} s apart")

"""What the doctor asks the machine: packages, libraries, display, GPU, folder, clock."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import sys
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from console.doctor.finding import Finding, State

SETUP = "Type 'make setup'."
PACKAGES = (
    "PySide6", "sqlalchemy", "sqlcipher3", "alembic", "requests", "sseclient", "msgspec", "litestar", "uvicorn",
    "apscheduler", "argon2", "cryptography", "folium", "offlinefolium", "PIL", "pillow_heif", "pypdfium2", "qtawesome",
    "typer", "rich", "structlog", "platformdirs", "pydantic_settings", "phonenumbers", "uuid_utils", "aiosmtpd",
    "zstandard", "urllib3", "av", "rapidfuzz", "numpy", "lokal", "segno", "shapely", "websockets",
)  # fmt: skip
DRIVERS = ("psycopg",)
"""For servers only: a console does without."""
LIBRARIES = (
    "libEGL.so.1", "libGL.so.1", "libnss3.so", "libasound.so.2", "libpulse.so.0",
    "libfontconfig.so.1", "libdbus-1.so.3", "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1",
    "libxkbcommon-x11.so.0", "libXcomposite.so.1", "libXdamage.so.1", "libXrandr.so.2", "libXtst.so.6",
    "libxkbfile.so.1",
)  # fmt: skip
"""What Qt and its WebEngine load at run time, found with ldd; resources/apt.txt holds their packages."""
_BUILT_YEAR = 2026
_SPACE_WANTED_BYTES = 1 << 30


def is_there(package: str) -> bool:
    """Tell whether a package could be imported, without importing it."""
    try:
        return importlib.util.find_spec(package) is not None
    except (ImportError, ValueError):
        return False


def python() -> Finding:
    """Python 3.11 to 3.13."""
    version = ".".join(map(str, sys.version_info[:3]))
    if (3, 11) <= sys.version_info[:2] < (3, 14):
        return Finding("python", State.OK, version)
    return Finding("python", State.MISSING, version, "Sigap runs on Python 3.11, 3.12 or 3.13.")


def packages() -> Finding:
    """Every package the console imports."""
    missing = [name for name in PACKAGES if not is_there(name)]
    if missing:
        return Finding("packages", State.MISSING, "not installed: " + ", ".join(missing), SETUP)
    return Finding("packages", State.OK, f"{len(PACKAGES)} installed, PySide6 {_version('PySide6')}")


def drivers() -> Finding:
    """Drivers of the databases a server may keep: SQLite comes with Python, PostgreSQL by psycopg."""
    if not is_there("_sqlite3"):
        return Finding("drivers", State.MISSING, "this Python came without SQLite", "Install a Python that has it.")
    if not (is_there("psycopg") and is_there("psycopg_binary")):
        return Finding("drivers", State.LIMITED, "SQLite; not PostgreSQL, psycopg is missing", SETUP)
    return Finding("drivers", State.OK, f"SQLite, and PostgreSQL by psycopg {_version('psycopg')}")


def libraries() -> Finding:
    """System libraries, by loading them."""
    if sys.platform != "linux":
        return Finding("libraries", State.OK, f"come with the packages on {sys.platform}")
    missing = [name for name in LIBRARIES if not _loads(name)]
    if missing:
        return Finding("libraries", State.MISSING, "cannot be loaded: " + ", ".join(missing), SETUP)
    return Finding("libraries", State.OK, f"{len(LIBRARIES)} loaded")


def display() -> Finding:
    """A screen to show windows on."""
    if sys.platform != "linux":
        return Finding("display", State.OK, sys.platform)
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        if os.environ.get(name):
            return Finding("display", State.OK, f"{name}={os.environ[name]}")
    return Finding("display", State.LIMITED, "none here", "'make run' plays the demo offscreen instead.")


def gpu() -> Finding:
    """A graphics card; the map is drawn on a canvas and does without one."""
    cards = sorted(path.name for path in Path("/dev/dri").glob("renderD*")) if sys.platform == "linux" else []
    if cards or sys.platform != "linux":
        return Finding("gpu", State.OK, ", ".join(cards) or "left to the system")
    return Finding("gpu", State.LIMITED, "none found, Qt draws in software", "Nothing to do: Sigap is made for that.")


def web_engine() -> Finding:
    """PySide6's WebEngine, which shows the map."""
    spec = importlib.util.find_spec("PySide6") if is_there("PySide6") else None
    folder = Path(spec.origin).parent if spec and spec.origin else None
    if folder is None or not list(folder.glob("QtWebEngineWidgets*")):
        return Finding("webengine", State.MISSING, "PySide6 with QtWebEngine is not installed", SETUP)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return Finding(
            "webengine", State.LIMITED, "runs without its sandbox, because you are root", "Work as an ordinary user."
        )
    return Finding("webengine", State.OK, f"PySide6 {_version('PySide6')}")


def folder(place: Path) -> Finding:
    """The profile's folder: writable, with space, and on an encrypted disk as far as can be seen."""
    there = next(path for path in (place, *place.parents) if path.exists())
    if not os.access(there, os.W_OK):
        return Finding("profile", State.MISSING, f"{place} cannot be written", "Choose another with --profile DIR.")
    free = shutil.disk_usage(there).free
    if free < _SPACE_WANTED_BYTES:
        return Finding("profile", State.LIMITED, f"{place}: only {free >> 20} MiB free", "Make room: 1 GiB or more.")
    if sys.platform == "linux" and not _is_on_encrypted_disk(there):
        return Finding(
            "profile", State.LIMITED, f"{place}: {free >> 30} GiB free, the disk seems not to be encrypted",
            "The console encrypts what it keeps; a server's media need an encrypted disk.",
        )  # fmt: skip
    return Finding("profile", State.OK, f"{place}: {free >> 30} GiB free")


def clock() -> Finding:
    """Zone data for WIB, WITA and WIT, and a clock that is not years behind."""
    try:
        for zone in ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"):
            ZoneInfo(zone)
    except ZoneInfoNotFoundError as error:
        return Finding("clock", State.MISSING, f"no zone data: {error}", SETUP)
    now = datetime.now(UTC)
    if now.year < _BUILT_YEAR:
        return Finding("clock", State.MISSING, f"the clock says {now:%Y-%m-%d}", "Set it; NTP is best.")
    return Finding("clock", State.OK, f"{now.astimezone(ZoneInfo('Asia/Jakarta')):%Y-%m-%d %H:%M:%S} WIB")


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "(bundled)"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _is_on_encrypted_disk(place: Path) -> bool:
    """Whether the disk below is dm-crypt, looking through LVM; False also when it cannot be told."""
    device = place.stat().st_dev
    waiting = [Path(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}")]
    while waiting:
        disk = waiting.pop()
        try:
            if (disk / "dm" / "uuid").read_text().startswith("CRYPT-"):
                return True
        except OSError:
            pass
        waiting += disk.glob("slaves/*")
    return False

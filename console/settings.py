"""The site's settings: typed and checked, from the environment and the profile's file."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from console.domain.basemap import LARGEST_ZOOM, LONGEST_CREDIT, checked_template
from console.domain.errors import SetupFault

_WRITING = threading.Lock()


def _server_address(url: str) -> str:
    parts = urlsplit(url)
    local = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "::1")
    if url and not (parts.hostname and (parts.scheme == "https" or local)):
        raise ValueError("a server's address starts with https:// (http:// only to 127.0.0.1 or [::1])")
    return url.rstrip("/")


def _tile_server_address(template: str) -> str:
    return checked_template(template) if template else ""


class Settings(BaseSettings):
    """What a workstation may set; the environment wins over the file. Zone, lease and ages are the server's Site."""

    model_config = SettingsConfigDict(env_prefix="SIGAP_", extra="forbid", frozen=True)

    language: Literal["id", "en"] = "id"
    theme: Literal["dark", "light"] = "dark"
    text_percent: int = Field(100, ge=80, le=200)

    mode: Literal["", "connect", "embedded", "demo"] = ""
    server_url: Annotated[str, AfterValidator(_server_address)] = ""
    server_ca: Path | None = None

    tile_server_url: Annotated[str, AfterValidator(_tile_server_address)] = ""
    tile_server_name: str = Field("", max_length=60)
    tile_server_credit: str = Field("", max_length=LONGEST_CREDIT)
    tile_server_ca: Path | None = None
    tile_server_max_zoom: int = Field(18, ge=1, le=LARGEST_ZOOM)
    tile_cache_mib: int = Field(256, ge=16, le=65_536)

    media_cache_mib: int = Field(2048, ge=64, le=1_048_576)

    heartbeat_s: int = Field(15, ge=2, le=30)
    lock_after_s: int = Field(900, ge=60, le=8 * 3600)

    @model_validator(mode="after")
    def _credited(self) -> Settings:
        if self.tile_server_url and not self.tile_server_credit.strip():
            raise ValueError("tile_server_url needs tile_server_credit: whose map it is, shown on the map")
        return self

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Environment first, then what `load` read from the profile; no .env files, no secrets folder."""
        return env_settings, init_settings


def load(file: Path) -> Settings:
    """Read the settings of a profile; a missing file means the defaults.

    Raises SetupFault(settings_broken) that names file, field and the way out.
    """
    return _checked(_read(file), file)


def remember(file: Path, **changes: str | int | Path | None) -> Settings:
    """Write changed settings into the profile's file (whole or not at all) and return all of them.

    Raises SetupFault(settings_broken) for a value that is refused; nothing is written then.
    """
    # Language and theme may be chosen in one breath: each is remembered on a thread of its own.
    with _WRITING:
        values = {**_read(file), **{name: str(v) if isinstance(v, Path) else v for name, v in changes.items()}}
        settings = _checked(values, file)
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_suffix(".new")
        with new.open("w", encoding="utf-8") as out:
            json.dump(values, out, ensure_ascii=False, indent=2, sort_keys=True)
            out.write("\n")
            out.flush()
            os.fsync(out.fileno())
        new.replace(file)
        return settings


def told_outside(name: str) -> bool:
    """Whether the environment tells this setting: what the file says of it does not count then."""
    return f"SIGAP_{name}".upper() in map(str.upper, os.environ)


def _read(file: Path) -> dict[str, object]:
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise _broken(file, "file", str(error)) from error
    if not isinstance(values, dict):
        raise _broken(file, "file", "it should hold one JSON object")
    return values


def _checked(values: dict[str, object], file: Path) -> Settings:
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "file"
        raise _broken(file, field, first["msg"].removeprefix("Value error, ")) from error


def _broken(file: Path, field: str, reason: str) -> SetupFault:
    return SetupFault(
        "settings_broken",
        f"Setting {field} in {file} (or SIGAP_{field.upper()}): {reason}. Mend or delete it, then start again.",
        path=str(file),
        field=field,
        reason=reason,
    )

"""The command line's part for places: police areas, landmarks, roads, base maps."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from console.cli_police import import_police_areas
from console.domain.errors import InputFault


def add_imports(imports: typer.Typer) -> None:
    """The import commands of this part."""
    imports.command("police-areas")(import_police_areas)
    imports.command("landmarks")(import_landmarks)
    imports.command("osm")(import_osm)
    imports.command("basemap")(import_basemap)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar on a terminal; yields what takes (what is worked on, done, of so many)."""
    from rich.progress import Progress

    with Progress(disable=not sys.stderr.isatty(), transient=True) as bars:
        task = bars.add_task("")
        yield lambda what, done, total: bars.update(task, description=what, completed=done, total=total)


def import_landmarks(
    file: Annotated[Path, typer.Argument(metavar="FILE.geojson", exists=True, dir_okay=False)],
    server: Annotated[str, typer.Option("--server", metavar="URL", help="The server's address.")],
    key: Annotated[str, typer.Option("--key", metavar="K", envvar="SIGAP_KEY", help="An administrator's key.")],
    add: Annotated[bool, typer.Option("--add", help="Keep those there are; one read again takes its place.")] = False,
    ca: Annotated[
        Path | None,
        typer.Option("--ca", metavar="FILE", exists=True, dir_okay=False, help="CA certificate of the server (PEM)."),
    ] = None,
) -> int:
    """Tell the server the service's landmarks: points of a GeoJSON file with the properties name, kind, aliases.

    \b
    Example:
      main.py import landmarks landmarks.geojson --add --server http://127.0.0.1:8112 --key ADMIN
    """
    from console.areas.landmark_file import added, read_landmarks
    from console.contract.codec import decode, encode
    from console.domain.landmark import Landmarks
    from console.simulate.sender import Refused, Sender

    landmarks, broken = read_landmarks(file)
    for each in broken:
        typer.echo(str(each), err=True)
    sender = Sender(server, key, ca)
    try:
        before = decode(sender.get("/v1/admin/landmarks"), Landmarks)
        landmarks = added(before, landmarks) if add else landmarks
        sender.put(f"/v1/admin/landmarks?revision={before.revision}", encode(landmarks))
    except Refused as refused:
        raise InputFault("landmarks_refused", str(refused), file=file.name) from refused
    finally:
        sender.close()
    typer.echo(f"landmarks={len(landmarks.places)} broken={len(broken)}")
    return 1 if broken else 0


def import_osm(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.osm.pbf", exists=True, dir_okay=False)],
    bounds: Annotated[
        str, typer.Option("--bounds", metavar="S,W,N,E", help="Only what has a point in this box of degrees.")
    ] = "",
) -> int:
    """Put the roads and landmarks of an OpenStreetMap extract into this console's area pack.

    \b
    Example:
      main.py import osm java.osm.pbf --bounds=-8.10,112.50,-7.85,112.75
    """
    from datetime import UTC, datetime

    from console.areas import osm_importer

    box = osm_importer.bounds_of(bounds) if bounds else None
    with progress() as told:
        report = osm_importer.import_osm(
            file, context.obj.make().area_pack_file, told, bounds=box, at=datetime.now(UTC)
        )
    words = " already there" if report.skipped else ""
    typer.echo(
        f"roads={report.roads} landmarks={report.landmarks} multipolygons={report.multipolygons} "
        f"unusable={report.unusable_roads + report.unusable_landmarks}{words}"
    )
    return 0


def import_basemap(
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="FILE.mbtiles|FILE.pmtiles|URL")],
    in_place: Annotated[bool, typer.Option("--in-place", help="Leave the file where it is, do not copy it.")] = False,
    credit: Annotated[str, typer.Option("--credit", metavar="TEXT", help="A server's attribution, always shown.")] = "",
    name: Annotated[str, typer.Option("--name", metavar="TEXT", help="What the menu calls the server.")] = "",
    ca: Annotated[
        Path | None,
        typer.Option("--ca", metavar="FILE", exists=True, dir_okay=False, help="CA certificate of the server (PEM)."),
    ] = None,
) -> int:
    """Add a base map of pictures to this console: a file of tiles, or your organisation's own tile server.

    \b
    Examples:
      main.py import basemap malang.mbtiles
      main.py import basemap "https://peta.example/{z}/{x}/{y}.png" --credit "© Dinas PU"
    """
    if "://" in what:
        return _remember_tile_server(context.obj.make().settings_file, what, credit, name, ca)
    from console.areas.tile_set_import import import_tile_set

    file = Path(what)
    with progress() as told:
        taken = import_tile_set(
            file, context.obj.make().maps_folder, in_place=in_place, told=lambda done, size: told(file.name, done, size)
        )
    facts = taken.facts
    south, west, north, east = (round(side, 4) for side in facts.bounds)
    typer.echo(
        f"basemap=file-{taken.slug} kind={facts.kind} zooms={facts.min_zoom}-{facts.max_zoom} "
        f"bounds={south},{west},{north},{east} MiB={taken.bytes / (1 << 20):.1f} looked_at={taken.looked_at}"
    )
    if not facts.attribution:
        typer.echo("It names no attribution: make sure that you may use it.", err=True)
    return 0


def _remember_tile_server(file: Path, template: str, credit: str, name: str, ca: Path | None) -> int:
    from console import settings

    told = settings.remember(
        file, tile_server_url=template, tile_server_credit=credit, tile_server_name=name,
        tile_server_ca=ca.resolve() if ca else None,
    )  # fmt: skip
    typer.echo(f"basemap=server url={told.tile_server_url} cache_mib={told.tile_cache_mib}")
    return 0

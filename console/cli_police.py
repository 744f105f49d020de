"""The command line's part for police areas: which kelurahan is whose, from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from console.domain.errors import InputFault


def import_police_areas(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", exists=True, dir_okay=False)],
    server: Annotated[str, typer.Option("--server", metavar="URL", help="The server's address.")],
    key: Annotated[str, typer.Option("--key", metavar="K", envvar="SIGAP_KEY", help="An administrator's key.")],
    own: Annotated[list[str] | None, typer.Option("--own", metavar="POST", help="A post whose area is ours.")] = None,
    ca: Annotated[
        Path | None,
        typer.Option("--ca", metavar="FILE", exists=True, dir_okay=False, help="CA certificate of the server (PEM)."),
    ] = None,
) -> int:
    """Tell the server whose police area each kelurahan is: columns code, polsek, polres, polda, perhaps phone.

    \b
    Example:
      main.py import police-areas polsek.csv --own "Polresta Malang Kota" --server http://127.0.0.1:8112 --key ADMIN
    """
    from console.areas import police
    from console.contract.codec import encode
    from console.simulate.sender import Refused, Sender

    table, broken = police.read_police_areas(file, tuple(own or ()))
    for each in broken:
        typer.echo(f"{file.name}: line {each.line}, {each.field}: {each.reason}", err=True)
    sender = Sender(server, key, ca)
    try:
        sender.post("/v1/admin/police-areas", encode(table))
    except Refused as refused:
        raise InputFault("areas_refused", str(refused), file=file.name) from refused
    finally:
        sender.close()
    areas = sum(len(post.areas) for post in table.posts)
    typer.echo(f"posts={len(table.posts)} areas={areas} broken={len(broken)}")
    return 1 if broken else 0

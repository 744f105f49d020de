"""The command line's part for those who oversee: export the audit chain, verify it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from console.domain.errors import Fault

audit = typer.Typer(help="The audit chain: export it, verify it, compare it.", rich_markup_mode=None)

OutFile = Annotated[Path, typer.Argument(metavar="FILE", dir_okay=False, help="What to write.")]
CaFile = Annotated[
    Path | None,
    typer.Option("--ca", metavar="F", exists=True, dir_okay=False, help="CA certificate of the server (PEM)."),
]


@audit.command("export")
def export(
    file: OutFile,
    server: Annotated[str, typer.Option("--server", metavar="URL", help="Ask this server, with --key.")] = "",
    key: Annotated[
        str, typer.Option("--key", metavar="K", envvar="SIGAP_KEY", help="An administrator's or overseer's key.")
    ] = "",
    database: Annotated[str, typer.Option("--database", metavar="URL", help="Or read the database itself.")] = "",
    ca: CaFile = None,
) -> int:
    """Write the whole chain with a closing checkpoint to FILE; that it was exported is on the chain itself.

    \b
    Examples:
      main.py audit export chain.jsonl --server https://sigap.example.go.id --ca ca.pem --key K
      main.py audit export chain.jsonl --database sqlite:////var/lib/sigap/server.db
    """
    from datetime import UTC, datetime

    if bool(server) == bool(database) or (server and not key):
        raise Fault("audit_where", "Say --server URL with --key K, or --database URL.")
    if server:
        from console.remote.audit import export_chain as over_http

        closing, count = over_http(file, server, key, ca)
    else:
        from console.server.audit_export import export_chain as from_database

        closing, count = from_database(file, database, lambda: datetime.now(UTC))
    typer.echo(f"{count} records, closed at place {closing.checkpoint.place} in epoch {closing.checkpoint.epoch}")
    typer.echo(f"public key: {closing.key}")
    return 0


@audit.command("verify")
def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="A chain or a case file.")],
    key: Annotated[
        str, typer.Option("--key", metavar="PUB", help="The server's public key, hex or base64, from a trusted hand.")
    ],
    witness: Annotated[
        list[Path] | None,
        typer.Option("--witness", metavar="F", exists=True, dir_okay=False, help="A console's checkpoints; several."),
    ] = None,
    proof: Annotated[
        Path | None,
        typer.Option("--proof", metavar="ZIP", exists=True, dir_okay=False, help="A later file of the same case."),
    ] = None,
) -> int:
    """Check an exported chain, or a case file (ZIP), and say where and how it breaks; ends with 1 when it does.

    A case file made without the server ends with 3 (whole, proven by nothing) until --proof is given.

    It needs nothing but this program, the file and the public key. Take the key from the console's owner in writing
    at the beginning, not from the export: that one only has to be equal.

    \b
    Examples:
      main.py audit verify chain.jsonl --key 8f0c...41
      main.py audit verify chain.jsonl --key 8f0c...41 --witness desk-3.jsonl --witness desk-7.jsonl
      main.py audit verify KJ-2611-0184.zip --key 8f0c...41
      main.py audit verify KJ-2611-0184-offline.zip --key 8f0c...41 --proof KJ-2611-0184.zip
    """
    from console.contract.audit_report import report_on
    from console.contract.case_report import is_case_file, report_on_case

    if is_case_file(file):
        return report_on_case(file, key, witness or [], typer.echo, proof)
    return report_on(file, key, witness or [], typer.echo)


@audit.command("witness")
def witness(
    context: typer.Context,
    file: OutFile,
    user: Annotated[str, typer.Option("--user", metavar="NAME", help="Whose passphrase opens the profile.")],
    profile: Annotated[
        Path | None, typer.Option("--profile", metavar="DIR", exists=True, file_okay=False, help="The console's own.")
    ] = None,
) -> int:
    """Write the checkpoints this console has kept to FILE, to hold an exported chain against.

    The passphrase is asked for, or read from standard input.

    \b
    Example:
      main.py audit witness desk-3.jsonl --profile /var/lib/sigap --user dewi
    """
    import sys
    from datetime import UTC, datetime
    from getpass import getpass

    from console import paths
    from console.contract.audit import Checkpoint
    from console.contract.audit_file import write_witness
    from console.store.slots import Slots
    from console.store.store import Store

    chosen = paths.Profile(profile.expanduser().resolve()) if profile else context.obj
    given = getpass("Passphrase: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    store = Store.open(chosen.store_file, Slots(chosen.slots_file).unlock(user, given), lambda: datetime.now(UTC))
    try:
        kept = store.witness.kept()
    finally:
        store.close()
    if not kept:
        raise Fault("witness_empty", "This console has not kept a checkpoint yet.")
    key = kept[-1].key
    with file.open("wb") as opened:
        count = write_witness(opened, key, [
            Checkpoint(epoch=each.epoch, place=each.place, hash=each.hash, at=each.at_us, signature=each.signature)
            for each in kept if each.key == key
        ])  # fmt: skip
    typer.echo(f"{count} checkpoints; public key: {key}")
    return 0

"""The central server as this console asks it: one method per route."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from urllib3.exceptions import HTTPError

from console.contract.admin import NewUser, UserMade
from console.contract.audit import ChainProof, SignedCheckpoint
from console.contract.audit_slice import AuditSlice
from console.contract.codec import decode, encode
from console.contract.decisions import DecisionAnswers
from console.contract.feed import ChangesPage, PositionsNews, SnapshotPage
from console.contract.files import FileReceived
from console.contract.numbers import NumbersGiven, NumbersWanted
from console.contract.recall import Recall, Recalled
from console.contract.session import Enrol, Enrolled, Health, Heartbeat, LeaseAnswer, Refresh, SignedIn, SignIn
from console.contract.tracks import NearPage, TrackPage
from console.domain.errors import AccessFault, InputFault, NetworkFault
from console.remote.failures import cut_off
from console.remote.stream import Stream
from console.remote.transport import Transport

T = TypeVar("T")

_PIECE_BYTES = 64 * 1024
_SILENCE_S = 21.0
"""The server says something every 10 s; a line on which that failed twice is dead."""


class Server:
    """Typed requests; every method raises NetworkFault, AccessFault or InputFault as Transport says."""

    def __init__(self, transport: Transport) -> None:
        self.transport = transport

    def health(self) -> Health:
        """What anyone may know of the server."""
        return _answer(self.transport.get("/v1/health", person=False), Health)

    def enrol(self, code: str, name: str, desk_id: str = "") -> Enrolled:
        """Enrol this workstation; with its `desk_id` it stays the desk it was, with a new secret."""
        body = self.transport.post("/v1/enrol", encode(Enrol(code=code, name=name, desk_id=desk_id)), person=False)
        return _answer(body, Enrolled)

    def make_user(self, user: NewUser, admin_key: str) -> UserMade:
        """Let a person in, with an administrator's key (the embedded server gives its parent one)."""
        headers = {"Authorization": f"Bearer {admin_key}"}
        with self.transport.open(
            "POST", "/v1/admin/users", body=encode(user), person=False, headers=headers
        ) as response:
            return _answer(response.content, UserMade)

    def administer(
        self,
        method: str,
        path: str,
        gives: type[T],
        *,
        sent: object | None = None,
        query: dict[str, str] | None = None,
        key: str = "",
    ) -> T:
        """One request of an administrator, as the person signed in or with a program's `key`."""
        headers = {"Authorization": f"Bearer {key}"} if key else None
        body = None if sent is None else encode(sent)
        answer = self.transport.ask(method, path, params=query, body=body, person=not key, headers=headers)
        return _answer(answer, gives)

    def sign_in(self, user: str, passphrase: str) -> SignedIn:
        """Open a session.

        Raises:
            AccessFault: `wrong_passphrase`, or `desk_refused` for the workstation itself.
        """
        body = encode(SignIn(user=user, passphrase=passphrase))
        try:
            return _answer(self.transport.post("/v1/sign-in", body, person=False), SignedIn)
        except AccessFault as fault:
            if fault.code == "desk_refused":
                raise
            raise AccessFault("wrong_passphrase", fault.message) from fault

    def refresh(self, refresh_token: str) -> SignedIn:
        """New tokens for the same session."""
        body = encode(Refresh(refresh_token=refresh_token))
        return _answer(self.transport.post("/v1/refresh", body, person=False), SignedIn)

    def sign_out(self) -> None:
        """End the session."""
        self.transport.post("/v1/sign-out", b"{}")

    def changes(self, after: int, limit: int, epoch: str = "") -> ChangesPage:
        """A page of the feed after a cursor; `epoch` is the cursor's own, '' when it has none."""
        params = {"after": str(after), "limit": str(limit), "epoch": epoch}
        return _answer(self.transport.get("/v1/changes", params), ChangesPage)

    def snapshot(self, after: str, limit: int) -> SnapshotPage:
        """A page of everything in scope."""
        return _answer(self.transport.get("/v1/snapshot", {"after": after, "limit": str(limit)}), SnapshotPage)

    def decide(self, raws: Sequence[bytes]) -> DecisionAnswers:
        """Send decisions as they were kept, under the desk's credential alone."""
        body = self.transport.post("/v1/decisions", b"[" + b",".join(raws) + b"]", person=False)
        return _answer(body, DecisionAnswers)

    def recall(self, told: Recall) -> Recalled:
        """Give a restored server back what this desk knows, under the desk's credential alone."""
        return _answer(self.transport.post("/v1/recall", encode(told), person=False), Recalled)

    def numbers(self, wanted: NumbersWanted) -> NumbersGiven:
        """Blocks of report numbers for this desk, under its credential alone."""
        return _answer(self.transport.post("/v1/numbers", encode(wanted), person=False), NumbersGiven)

    def heartbeat(self, beat: Heartbeat) -> LeaseAnswer:
        """Keep leases, tell what is open."""
        return _answer(self.transport.post("/v1/heartbeat", encode(beat)), LeaseAnswer)

    def positions(self) -> PositionsNews:
        """The latest fix of every unit."""
        return _answer(self.transport.get("/v1/positions"), PositionsNews)

    def tracks(self, query: dict[str, str]) -> TrackPage:
        """A page of where units went; the look is recorded."""
        return _answer(self.transport.get("/v1/tracks", query), TrackPage)

    def near(self, query: dict[str, str]) -> NearPage:
        """Who was near a place between two instants; the look is recorded."""
        return _answer(self.transport.get("/v1/tracks/near", query), NearPage)

    def audit_checkpoint(self) -> SignedCheckpoint:
        """The latest signed checkpoint of the server's audit chain."""
        return _answer(self.transport.get("/v1/audit/checkpoint", person=False), SignedCheckpoint)

    def audit_proof(self, after: int, limit: int) -> ChainProof:
        """Digests of the records behind a place."""
        params = {"after": str(after), "limit": str(limit)}
        return _answer(self.transport.get("/v1/audit/proof", params, person=False), ChainProof)

    def audit_case(self, report_id: str) -> AuditSlice:
        """What the audit chain says of one case, with what proves it."""
        return _answer(self.transport.get(f"/v1/audit/cases/{report_id}"), AuditSlice)

    def media_span(self, media_id: str, from_byte: int, end_byte: int, sha256: str) -> Iterator[bytes]:
        """A file's bytes from `from_byte` to before `end_byte`, as they come, in pieces of at most 64 KiB.

        `sha256` is that of the whole file: what is sent of another one is not even looked at.

        Raises:
            NetworkFault: `bad_answer` when what comes is not that part of that file.
        """
        headers = {"Range": f"bytes={from_byte}-{end_byte - 1}", "Accept": "*/*", "Accept-Encoding": "identity"}
        with self.transport.open("GET", f"/v1/media/{media_id}", headers=headers) as response:
            span = f"bytes {from_byte}-{end_byte - 1}/"
            if (
                response.status_code != 206
                or not response.headers.get("Content-Range", "").startswith(span)
                or response.headers.get("ETag") != f'"{sha256}"'
            ):
                raise NetworkFault("bad_answer", "The server sent another part of the file than was asked for.")
            # As it comes, not in whole blocks: what arrived before a cut is kept.
            try:
                while piece := response.raw.read1(_PIECE_BYTES, decode_content=False):
                    yield piece
            except (HTTPError, OSError) as error:
                raise cut_off(error, self.transport.address) from error

    def upload_state(self, file_id: str) -> FileReceived:
        """How much the server has of a file this desk put on a case, under its credential alone."""
        return _answer(self.transport.get(f"/v1/media/{file_id}/upload", person=False), FileReceived)

    def upload_piece(self, file_id: str, at_byte: int, piece: bytes) -> FileReceived:
        """Send a piece of such a file, from `at_byte` on; how much the server has then."""
        body = self.transport.ask(
            "PUT", f"/v1/media/{file_id}/upload", params={"at": str(at_byte)}, body=piece, person=False,
            headers={"Content-Type": "application/octet-stream"},
        )  # fmt: skip
        return _answer(body, FileReceived)

    def stream(self) -> Stream:
        """The stream of hints, opened now."""
        headers = {"Accept": "text/event-stream"}
        return Stream(self.transport.open("GET", "/v1/stream", headers=headers, read_s=_SILENCE_S))


def _answer(body: bytes, kind: type[T]) -> T:
    try:
        return decode(body, kind)
    except InputFault as fault:
        raise NetworkFault("bad_answer", f"The server's answer cannot be understood ({fault.message}).") from fault

"""How a request is turned away: one Problem for every 4xx and 5xx."""

from __future__ import annotations

from console.contract.codec import encode
from console.contract.session import Problem
from console.domain.errors import AccessFault, Fault, InputFault, StoreFault


class RequestRefused(Fault):
    """A request that cannot be done: HTTP status, code, sentence, the field it is about, seconds to wait."""

    def __init__(
        self, status: int, code: str, message: str, *, field: str = "", retry_after_s: float | None = None
    ) -> None:
        super().__init__(code, message)
        self.status = status
        self.field = field
        self.retry_after_s = retry_after_s
        self.headers: dict[str, str] = {}


def not_found(what: str, field: str = "id") -> RequestRefused:
    """404: there is no such thing, or not for this caller."""
    return RequestRefused(404, "not_found", f"There is no such {what}.", field=field)


def wrong(field: str, message: str, code: str = "bad_value") -> RequestRefused:
    """422: a field does not hold what it should."""
    return RequestRefused(422, code, f"{field}: {message}", field=field)


def forbidden(message: str, code: str = "role_forbidden") -> RequestRefused:
    """403: known, but not allowed."""
    return RequestRefused(403, code, message)


def unknown_caller(code: str, message: str, field: str = "Authorization") -> RequestRefused:
    """401: the credential is missing, unknown, expired or revoked."""
    return RequestRefused(401, code, message, field=field)


def status_of(fault: Fault) -> int:
    """The HTTP status of a fault: what the caller sent is 4xx, what this server lacks is 503."""
    if isinstance(fault, RequestRefused):
        return fault.status
    if isinstance(fault, InputFault):
        return 422
    if isinstance(fault, AccessFault):
        return 401
    return 503 if isinstance(fault, StoreFault) else 400


def problem_of(fault: Fault) -> tuple[int, bytes, dict[str, str]]:
    """Status, Problem body and headers of a fault; a storage fault never tells paths to the caller."""
    status = status_of(fault)
    message = "The server cannot store anything at the moment." if isinstance(fault, StoreFault) else fault.message
    field = fault.field if isinstance(fault, RequestRefused) else str(fault.params.get("field", ""))
    headers = dict(fault.headers) if isinstance(fault, RequestRefused) else {}
    retry_after_s = fault.retry_after_s if isinstance(fault, RequestRefused) else None
    if status == 503:
        retry_after_s = retry_after_s or 5
    if retry_after_s is not None:
        headers["Retry-After"] = str(max(1, round(retry_after_s + 0.499)))
    if status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="sigap"'
    return status, encode(Problem(code=fault.code, message=message, field=field)), headers

"""What a request without an answer, or an answer other than 2xx, means: one Fault each."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError, ReadTimeoutError

from console.contract.codec import decode
from console.contract.retry import retry_after_s
from console.contract.session import DESK_HEADER, Problem
from console.domain.errors import AccessFault, Fault, InputFault, NetworkFault

_MOST_PROBLEM_BYTES = 65_536


def unreachable(error: requests.RequestException, address: str) -> NetworkFault:
    """The fault behind a request that got no answer."""
    host = urlsplit(address).netloc
    if isinstance(error, requests.exceptions.SSLError):
        return NetworkFault(
            "certificate",
            f"The certificate of {host} was not accepted. Check the address and the --ca file.",
            host=host,
        )
    if isinstance(error, requests.exceptions.Timeout):
        return NetworkFault("timeout", f"{host} did not answer in time.", host=host)
    return NetworkFault("unreachable", f"{host} cannot be reached.", host=host)


def cut_off(error: Exception, address: str) -> NetworkFault:
    """The fault behind an answer that broke off in its middle."""
    host = urlsplit(address).netloc
    if isinstance(error, ReadTimeoutError | TimeoutError):
        return NetworkFault("timeout", f"{host} did not answer in time.", host=host)
    return NetworkFault("unreachable", f"{host} cannot be reached.", host=host)


def fault_of(response: requests.Response) -> Fault:
    """What an answer other than 2xx means.

    401 AccessFault `desk_refused` or `session_ended` (params `said` the server's own code); 403 AccessFault; 426
    NetworkFault `wrong_protocol` (`console_too_old` or `server_too_old` when the server says what it speaks); 408,
    429, 5xx NetworkFault with `retry_after_s`; any other 4xx with our Problem InputFault with the server's code and
    field; everything else (a proxy's page, a redirect) NetworkFault `bad_answer`.
    """
    status = response.status_code
    problem = _problem(response)
    if status in (408, 429) or status >= 500:
        code = "busy" if status in (408, 429) else "server_error"
        return NetworkFault(
            code,
            f"The server is busy or failing (status {status}).",
            retry_after_s=retry_after_s(response.headers.get("Retry-After"), _said_at(response)),
            status=status,
        )
    if problem is None:
        return NetworkFault("bad_answer", f"Something other than Sigap answered (status {status}).", status=status)
    if status == 401:
        code = "desk_refused" if problem.field == DESK_HEADER else "session_ended"
        return AccessFault(code, problem.message, said=problem.code)
    if status == 403:
        return AccessFault("forbidden", problem.message, said=problem.code)
    if status == 426:
        return NetworkFault("wrong_protocol", problem.message)
    return InputFault(problem.code, problem.message, field=problem.field, status=status)


def _problem(response: requests.Response) -> Problem | None:
    try:
        body = response.raw.read(_MOST_PROBLEM_BYTES, decode_content=True)
        return decode(body, Problem)
    except (InputFault, OSError, HTTPError):
        # Cut off in the middle of its own error page.
        return None


def _said_at(response: requests.Response) -> datetime:
    """When the answer was made, by the clock that also wrote a Retry-After date: ours may be minutes off."""
    try:
        at = parsedate_to_datetime(response.headers.get("Date", ""))
    except ValueError:
        return datetime.now(UTC)
    return at if at.tzinfo else at.replace(tzinfo=UTC)

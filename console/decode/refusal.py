"""Why a file is not shown: the named refusals of decode, each a fact the desk can tell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RefusalCode(StrEnum):
    """Every way a file can end other than as a picture; the words for each live in ui/texts."""

    PREVIEW_OFF = "preview_off"  # this machine cannot hold the jail, so nothing is decoded at all
    NOT_PREVIEWABLE = "not_previewable"  # an allowed kind that has no such thing (pixels of a sound, pages of a film)
    EMPTY = "empty"  # no bytes
    TOO_LARGE = "too_large"  # more bytes than limits.FILE_MAX_BYTES
    KIND_UNKNOWN = "kind_unknown"  # the first bytes match nothing on the allow-list
    KIND_NOT_ALLOWED = "kind_not_allowed"  # recognised, and not on the allow-list (gif, tiff, avi ...)
    BROKEN = "broken"  # the decoder could make nothing of it
    TOO_MANY_PIXELS = "too_many_pixels"  # a decompression bomb or a picture beyond limits
    OUT_OF_MEMORY = "out_of_memory"  # the worker reached its memory limit and said so
    TIMED_OUT = "timed_out"  # no answer within limits.DECODE_WALL_S
    WORKER_DIED = "worker_died"  # the worker crashed or was killed by one of its limits
    WORKER_MISBEHAVED = "worker_misbehaved"  # the answer broke the wire format: nothing of it is used
    NEEDS_PASSWORD = "needs_password"  # noqa: S105 - a code: a PDF that opens with a password only
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - a code, no secret
    PROTECTION_UNKNOWN = "protection_unknown"  # a PDF protected in a way no password opens here
    NO_SUCH_PAGE = "no_such_page"
    NO_MOVING_PICTURE = "no_moving_picture"  # a film without a picture track, or asked of a sound
    NO_SOUND = "no_sound"
    CODEC_UNKNOWN = "codec_unknown"  # its pictures or sound are packed in a way no decoder here knows
    COPY_TOO_LARGE = "copy_too_large"  # its redacted copy would be larger than limits.COPY_MAX_BYTES
    STOPPED = "stopped"  # whoever asked for it does not want it any more
    CLOSED = "closed"  # the decoder is shutting down


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that is not shown. `detail` is a short English fact of ours, never text from the file."""

    code: RefusalCode
    detail: str = ""

"""Every bound of the decode jail in one place (design/security.md rule 2)."""

from __future__ import annotations

MIB = 1024 * 1024

FILE_MAX_BYTES = 64 * MIB
"""Largest photo or document handed to a worker; a 200-megapixel phone JPEG is about 50 MiB."""

MEDIA_MAX_BYTES = 256 * MIB
"""Largest film or sound handed to a worker, which reads it piece by piece."""

EDGE_MAX_PX = 8192
"""Largest edge a caller may ask for: 8192 x 8192 RGBA is 256 MiB on the wire."""

PICTURE_MAX_PX = 64_000_000
"""Most pixels the decoder may hold (after JPEG draft scaling): 4 bytes each, twice, fits RLIMIT_AS."""

SOURCE_MAX_PX = 400_000_000
"""Most pixels a file may claim at all, before any scaling."""

PAGES_MAX = 100_000
"""Most pages believed of a document."""

DURATION_MAX_S = 7 * 24 * 3600.0
"""Longest film or sound believed."""

CLIP_MAX_S = 2.0
CLIP_EDGE_MAX_PX = 1280
FRAME_EDGE_MAX_PX = 8192
"""Longest edge of a single frame, which may be asked for as large as the film has it."""
CLIP_FRAMES_MAX = 128
"""Most frames of one span: 60 a second and a few; a worker leaves frames out rather than exceed it."""
CLIP_MAX_BYTES = 384 * MIB
"""Most bytes of pixels of one span; a worker leaves frames out rather than exceed it."""

LEAD_S = 3.0
"""Longest a worker decodes its way from a key frame to where a span begins before it says how far it came."""

STILLS_MAX = 40
STILL_EDGE_MAX_PX = 640
SOUND_MAX_S = 30.0
PEAKS_MAX = 2000
SOUND_RATE_HZ = 48_000
SAMPLE_BYTES = 4
"""One moment of sound: 16 bits, left and right."""

FILM_MAX_PX = 36_000_000
"""Most pixels of one frame of a film (8K): a decoder keeps up to 17 frames, which RLIMIT_AS ends where it must."""

STREAMS_MAX = 32
"""Most tracks a film or sound may have."""

PROBE_MAX_BYTES = 2 * MIB
PROBE_MAX_S = 3
"""Most of a film or sound read to find out what its tracks are."""

SOUND_RATE_MAX_HZ = 768_000
SOUND_CHANNELS_MAX = 16

COPY_EDGE_MAX_PX = 3840
"""Largest edge of a redacted film: what is larger is scaled down to it."""
COPY_FRAMES_MAX = 500_000
COPY_MAX_BYTES = 60 * MIB
"""Largest redacted film or sound: below what a desk may put on a case (64 MiB)."""
COPY_SOUND_S = 10.0
"""So much sound of a film is asked of one worker at a time."""
COPY_CPU_S = 1800
"""Processor time of each of the two workers of a redacted copy: some half an hour of 1080p, at 27 ms a frame."""
COPY_STALL_S = 10.0
"""Longest between two frames, or between two pieces handed over: a film that holds a worker up ends there."""
COPY_WALL_S = 3600.0
"""Wall clock for a whole redacted copy."""

WALK_CPU_S = 900
"""Processor time of the one worker that goes on through a film of few key frames; each answer has DECODE_WALL_S."""

DECODE_WALL_S = 9.0
"""Wall clock for one file, from handing it over to the last byte of the answer; with the waiting at most 10 s."""

START_WALL_S = 15.0
"""Wall clock for a worker to start, lock itself and say so."""

WORKER_MEMORY_BYTES = 1024 * MIB
WORKER_CPU_S = 10
WORKER_OPEN_FILES = 32


def check(name: str, value: float, least: float, most: float) -> None:
    """Raise ValueError unless an argument lies within its bounds."""
    if not least <= value <= most:
        raise ValueError(f"{name} must lie in {least}..{most}")

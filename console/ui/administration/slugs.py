"""Ids made of names that people type: letters, figures and lines below."""

from __future__ import annotations

import re

_LONGEST = 36


def free_slug(words: str, taken: frozenset[str] = frozenset()) -> str:
    """'Diserahkan ke RT/RW' is 'diserahkan_ke_rt_rw'; with a figure behind it where that is taken."""
    slug = re.sub(r"[^a-z0-9]+", "_", words.casefold()).strip("_")[:_LONGEST] or "x"
    number = 2
    found = slug
    while found in taken:
        found = f"{slug}_{number}"
        number += 1
    return found

"""Whose police area a place is: a table of its own, never made from city or province."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceArea:
    """The kelurahan/desa (codes) of one Polsek, the Polres and Polda above it, and the Polsek's number to ring."""

    polsek: str
    polres: str
    polda: str
    areas: tuple[str, ...]
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceAreas:
    """The imported table; `own` names the posts (Polsek, Polres or Polda) whose area is this site's."""

    id: str = "police_areas"
    revision: int = 0
    own: tuple[str, ...] = ()
    posts: tuple[PoliceArea, ...] = ()

    def of(self, code: str) -> PoliceArea | None:
        """The post whose kelurahan that is; None when the table does not hold it."""
        return next((post for post in self.posts if code in post.areas), None) if code else None

    def ours(self, post: PoliceArea) -> bool:
        """Whether that post's area is this site's; while `own` is empty everything imported is."""
        return not self.own or any(name in self.own for name in (post.polsek, post.polres, post.polda))


def wrong_areas(table: PoliceAreas) -> str:
    """What cannot be used in a table of police areas, as 'field: why'; '' when all can."""
    seen: dict[str, str] = {}
    for place, post in enumerate(table.posts):
        if not (post.polsek.strip() and post.polres.strip() and post.polda.strip()):
            return f"posts[{place}]: polsek, polres and polda by name"
        for code in post.areas:
            if code in seen:
                return f"posts[{place}].areas: {code} is {seen[code]}'s already"
            seen[code] = post.polsek
    return ""

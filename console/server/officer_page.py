"""The officer's page as HTML: no scripts, everything escaped, big buttons, Indonesian."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from console.contract.fleet import OfficerOrder, OfficerPage
from console.server.officer_words import BUTTONS, CATEGORIES, NO_ORDER, SENSITIVE, STATUSES

REFRESH_S = 20
_STYLE = (
    "body{font:18px/1.45 system-ui,sans-serif;margin:0;background:#11161c;color:#eef2f6}"
    "main{max-width:34rem;margin:0 auto;padding:1rem}h1{font-size:1.35rem;margin:.2rem 0}"
    ".p1{color:#ff6b5e}.p2{color:#ffb454}small{color:#a9b6c4}p{white-space:pre-wrap;overflow-wrap:anywhere}"
    "a.geo,button{display:block;width:100%;box-sizing:border-box;padding:1rem;margin:.6rem 0;border:0;"
    "border-radius:.6rem;font:600 1.15rem system-ui,sans-serif;text-align:center;text-decoration:none}"
    "a.geo{background:#24415f;color:#fff}button{background:#1f7a4d;color:#fff}button:disabled{background:#2a323b;"
    "color:#8a97a5}.box{background:#1a222b;border-radius:.6rem;padding:.8rem 1rem;margin:.8rem 0}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
"""Nothing is loaded from anywhere, and the link is told to nobody."""
_ORDER = ("ordered", "read", "accepted", "en_route", "on_scene", "done")


def page_html(page: OfficerPage, token: str) -> bytes:
    """The page; `token` is the link's secret, for the buttons' addresses."""
    inside = _order(page.order, token) if page.order else f'<div class="box"><p>{NO_ORDER}</p></div>'
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta http-equiv="refresh" content="{REFRESH_S};url=/o/{escape(token)}">'
        f"<title>Sigap {escape(page.call_sign)}</title><style>{_STYLE}</style></head><body><main>"
        f"<small>{escape(page.call_sign)} · {escape(page.title)}</small>{inside}</main></body></html>"
    ).encode()


def problem_html(sentence: str) -> bytes:
    """A page that says why there is nothing to see."""
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>Sigap</title><style>{_STYLE}</style></head><body><main>"
        f'<div class="box"><p>{escape(sentence)}</p></div></main></body></html>'
    ).encode()


def _order(order: OfficerOrder, token: str) -> str:
    category = CATEGORIES.get(order.category, order.category)
    lines = [
        f'<h1 class="p{order.priority}">P{order.priority} · {escape(category)}</h1>',
        f"<small>{escape(order.number)} · {escape(STATUSES.get(order.status, order.status))}</small>",
        f'<div class="box"><p>{escape(_place_words(order))}</p></div>',
        _geo(order),
    ]
    if order.note:
        lines.append(f'<div class="box"><small>Catatan operator</small><p>{escape(order.note)}</p></div>')
    if order.sensitive:
        lines.append(f'<div class="box"><p>{SENSITIVE}</p></div>')
    elif order.text:
        lines.append(f'<div class="box"><small>Laporan</small><p>{escape(order.text)}</p></div>')
    lines += [_button(status, words, order.status, token) for status, words in BUTTONS]
    return "".join(lines)


def _place_words(order: OfficerOrder) -> str:
    found = [word for word in (order.place.words, order.place.area_name) if word]
    return ", ".join(found) or "Lokasi tidak diketahui"


def _geo(order: OfficerOrder) -> str:
    if order.place.lat is None or order.place.lon is None:
        return ""
    where = f"{order.place.lat:.6f},{order.place.lon:.6f}"
    return f'<a class="geo" href="geo:{where}?q={where}">Buka peta · {where}</a>'


def _button(status: str, words: str, now: str, token: str) -> str:
    passed = now in _ORDER and _ORDER.index(status) <= _ORDER.index(now)
    off = " disabled" if passed else ""
    return f'<form method="post" action="/o/{escape(token)}/{status}"><button{off}>{words}</button></form>'

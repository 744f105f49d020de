"""The officer's page as HTML: works without scripts, escaped, big buttons, Indonesian."""

from __future__ import annotations

import base64
import hashlib
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from console.contract.fleet import OfficerOrder, OfficerPage
from console.contract.ids import new_id
from console.domain.landmark import AT_M
from console.server.officer_script import REFRESH_S, SCRIPT
from console.server.officer_words import (
    AS_OF,
    ASKED_SAFE,
    AT,
    BACK,
    BUTTONS,
    CATEGORIES,
    CAUTION,
    DONE_SEND,
    FOUND,
    FROM,
    HELP,
    HELP_ASKED,
    HELP_NOW,
    HELP_SURE,
    NEXT,
    NO_ORDER,
    OPEN_MAP,
    OTHERS,
    PHOTO,
    PLACE_CHANGED,
    PLACE_IS,
    PLACE_SEND,
    PLACE_WAS,
    PLACE_WORDS,
    REPORT,
    REPORT_KIND,
    REPORT_SEND,
    REPORT_TAKEN,
    REPORT_WHAT,
    REPORT_WHERE,
    RESULT,
    SAFE,
    SENSITIVE,
    STATUSES,
    TICKS,
    WINDS,
)  # fmt: skip

_STYLE = (
    "body{font:18px/1.45 system-ui,sans-serif;margin:0;background:#11161c;color:#eef2f6}"
    "main{max-width:34rem;margin:0 auto;padding:1rem}h1{font-size:1.35rem;margin:.2rem 0}"
    ".p1{color:#ff6b5e}.p2{color:#ffb454}small{color:#a9b6c4}p{white-space:pre-wrap;overflow-wrap:anywhere;"
    "margin:.2rem 0}"
    "a.geo,button{display:block;width:100%;box-sizing:border-box;padding:1rem;margin:.6rem 0;border:0;"
    "border-radius:.6rem;font:600 1.15rem system-ui,sans-serif;text-align:center;text-decoration:none}"
    "a.geo{background:#24415f;color:#fff}button{background:#1f7a4d;color:#fff}button:disabled{background:#2a323b;"
    "color:#8a97a5}.box{background:#1a222b;border-radius:.6rem;padding:.8rem 1rem;margin:.8rem 0}"
    "summary.next{background:#1f7a4d;color:#fff}"
    "button.later,summary.later{background:#24303c;color:#eef2f6}.care{background:#5c1f1a}"
    "details{margin:.8rem 0}summary{padding:1rem;border-radius:.6rem;background:#24303c;"
    "font:600 1.15rem system-ui,sans-serif;text-align:center}summary.sos,button.sos{background:#b3261e;color:#fff}"
    "label{display:block;margin:.6rem 0}textarea,input,select{width:100%;box-sizing:border-box;font:inherit;"
    "padding:.6rem;border-radius:.4rem;border:1px solid #52606e;background:#0c1116;color:inherit}"
)


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_hash(_STYLE)}'; script-src 'sha256-{_hash(SCRIPT)}'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
"""Nothing is loaded from anywhere, no script runs but ours, and the link is told to nobody."""
_ORDER = ("ordered", "read", "accepted", "en_route", "on_scene", "done")


def page_html(page: OfficerPage, token: str) -> bytes:
    """The page; `token` is the link's secret, for the buttons' addresses.

    Without scripts it fetches itself anew; with them it is never replaced by a browser's "no internet".
    """
    inside = [f"<small>{escape(page.call_sign)} · {escape(page.title)}</small>"]
    if page.help_number:
        inside.append(
            f'<div class="box care"><p>{HELP_ASKED} · {escape(page.help_number)}</p></div>'
            + _form("safe", SAFE, token, f"<button>{SAFE}</button>")
        )
    elif page.asked_safe:
        box = f'<div class="box care"><p>{ASKED_SAFE}</p></div>'
        inside.append(box + _form("safe", SAFE, token, f"<button>{SAFE}</button>"))
    inside.append(_help(token))
    inside.append(_order(page.order, token, page.zone) if page.order else f'<div class="box"><p>{NO_ORDER}</p></div>')
    inside += [_later(page), _report(token)]
    if page.as_of is not None:
        inside.append(f"<small>{AS_OF} <time>{_clock(page.as_of, page.zone)}</time></small>")
    reload = f'<noscript><meta http-equiv="refresh" content="{REFRESH_S};url=/o/{escape(token)}"></noscript>'
    return whole_page(f"Sigap {page.call_sign}", "".join(inside), head=reload, script=True)


def taken_html(number: str, token: str) -> bytes:
    """A finding was taken; its number, and the way back."""
    inside = f'<div class="box"><p>{REPORT_TAKEN}: {escape(number)}</p></div>'
    return whole_page("Sigap", f'{inside}<a class="geo" href="/o/{escape(token)}">{BACK}</a>')


def problem_html(sentence: str) -> bytes:
    """A page that says why there is nothing to see."""
    return whole_page("Sigap", f'<div class="box"><p>{escape(sentence)}</p></div>')


def whole_page(title: str, inside: str, *, head: str = "", script: bool = False) -> bytes:
    """A page of a phone of ours: our style, and our script where it may run; `inside` is HTML already."""
    tail = f"<script>{SCRIPT}</script>" if script else ""
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">{head}'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>{inside}</main>{tail}</body></html>"
    ).encode()


def _order(order: OfficerOrder, token: str, zone: str) -> str:
    category = CATEGORIES.get(order.category, order.category)
    lines = [
        f'<h1 class="p{order.priority}">P{order.priority} · {escape(category)}</h1>',
        f"<small>{escape(order.number)} · {escape(STATUSES.get(order.status, order.status))}</small>",
    ]
    lines.append(_place(order, zone))
    if order.cautions:
        cautions = ", ".join(TICKS.get(tick, tick) for tick in order.cautions)
        lines.append(f'<div class="box care"><small>{CAUTION}</small><p>{escape(cautions)}</p></div>')
    lines.append(_geo(order))
    if order.note:
        lines.append(f'<div class="box"><small>Catatan operator</small><p>{escape(order.note)}</p></div>')
    if order.sensitive:
        lines.append(f'<div class="box"><p>{SENSITIVE}</p></div>')
    elif order.text:
        lines.append(f'<div class="box"><small>Laporan</small><p>{escape(order.text)}</p></div>')
    if order.others:
        lines.append(f"<p><small>{OTHERS}: {escape(', '.join(order.others))}</small></p>")
    lines += [_button(status, words, order, token) for status, words in BUTTONS]
    lines.append(_correct(token))
    return "".join(lines)


def _place(order: OfficerOrder, zone: str) -> str:
    """Where to go, the landmarks beside it, and in red that it is elsewhere than when he was sent."""
    place, inside = order.place, f"<p>{escape(_place_words(order))}</p>"
    if place.changed_at is not None:
        was = f"<br>{PLACE_WAS}: {escape(place.before)}" if place.before else ""
        said = f"{PLACE_CHANGED} {_clock(place.changed_at, zone)}{was}"
        inside = f'<div class="box care" id="changed"><p>{said}</p></div>{inside}'
    near = [
        f"{AT} {escape(each.name)}" if each.distance_m < AT_M else
        f"{_metres(each.distance_m)} {WINDS.get(each.wind, '')} {FROM} {escape(each.name)}"
        for each in order.landmarks
    ]  # fmt: skip
    marks = f"<p><small>{'<br>'.join(near)}</small></p>" if near else ""
    return f'<div class="box">{inside}{marks}</div>'


def _metres(metres: float) -> str:
    return f"{round(metres / 10) * 10} m" if metres < 1000 else f"{metres / 1000:.1f} km".replace(".", ",")


def _correct(token: str) -> str:
    """His own word on where it is."""
    field = f'<label>{PLACE_WORDS}<input type="text" name="place" maxlength="300"></label>'
    form = _form("place", PLACE_IS, token, f"{field}<button>{PLACE_SEND}</button>")
    return f'<details id="place"><summary class="later">{PLACE_IS}</summary>{form}</details>'


def _place_words(order: OfficerOrder) -> str:
    found = [word for word in (order.place.words, order.place.area_name) if word]
    return ", ".join(found) or "Lokasi tidak diketahui"


def _geo(order: OfficerOrder) -> str:
    if order.place.lat is None or order.place.lon is None:
        return ""
    where = f"{order.place.lat:.6f},{order.place.lon:.6f}"
    return f'<a class="geo" href="geo:{where}?q={where}">{OPEN_MAP} · {where}</a>'


def _button(status: str, words: str, order: OfficerOrder, token: str) -> str:
    passed = order.status in _ORDER and _ORDER.index(status) <= _ORDER.index(order.status)
    if passed:
        return ""
    named = f'<input type="hidden" name="order" value="{escape(order.id)}">'
    tone = "next" if status == _next_step(order.status) else "later"
    if status != "done":
        return _form(status, words, token, f"{named}<button class='{tone}'>{words}</button>")
    asked = f'<label>{RESULT}<textarea name="text" rows="2" maxlength="1500"></textarea></label>'
    photo = f'<label>{PHOTO}<input type="file" name="file" accept="image/*" multiple></label>'
    form = _form(status, words, token, f"{named}{asked}{photo}<button>{DONE_SEND}</button>", files=True)
    return f'<details id="done"><summary class="{tone}">{words}</summary>{form}</details>'


def _next_step(now: str) -> str:
    """The button that stands out: what usually follows."""
    steps = [status for status, _ in BUTTONS]
    return next((step for step in steps if now not in _ORDER or _ORDER.index(step) > _ORDER.index(now)), "")


def _later(page: OfficerPage) -> str:
    lines = [
        escape(f"{order.number} {_clock(order.due_at, page.zone, day=True)}".strip())
        for order in page.later
    ]  # fmt: skip
    return f'<div class="box"><small>{NEXT}</small><p>{"<br>".join(lines)}</p></div>' if lines else ""


def _help(token: str) -> str:
    inside = f'<p>{HELP_SURE}</p><button class="sos">{HELP_NOW}</button>'
    return f'<details id="sos"><summary class="sos">{HELP}</summary>{_form("help", HELP, token, inside)}</details>'


def _report(token: str) -> str:
    options = "".join(f'<option value="{code}">{words}</option>' for code, words in CATEGORIES.items() if code in FOUND)
    inside = (
        f'<input type="hidden" name="id" value="{new_id()}">'
        f'<label>{REPORT_WHAT}<textarea name="text" rows="3" maxlength="4000"></textarea></label>'
        f'<label>{REPORT_KIND}<select name="category"><option value="">—</option>{options}</select></label>'
        f'<label>{REPORT_WHERE}<input type="text" name="place" maxlength="300"></label>'
        f'<label>{PHOTO}<input type="file" name="file" accept="image/*" multiple></label>'
        f"<button>{REPORT_SEND}</button>"
    )
    form = _form("report", REPORT, token, inside, files=True)
    return f'<details id="report"><summary>{REPORT}</summary>{form}</details>'


def _form(step: str, name: str, token: str, inside: str, *, files: bool = False) -> str:
    kind = ' enctype="multipart/form-data"' if files else ""
    return f'<form method="post"{kind} action="/o/{escape(token)}/{step}" data-name="{name}">{inside}</form>'


def _clock(at: datetime | None, zone: str, *, day: bool = False) -> str:
    return "" if at is None else at.astimezone(ZoneInfo(zone)).strftime("%d/%m %H:%M" if day else "%H:%M")

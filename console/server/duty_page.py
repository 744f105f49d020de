"""A duty officer's phone page as HTML: the alarms that reached him, a button each."""

from __future__ import annotations

from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from console.domain.alarm import Alarm
from console.domain.timeline import Entry
from console.server.duty_links import DutyPage
from console.server.duty_messages import Told
from console.server.duty_words import (
    CALL_CENTER,
    NO_ALARMS,
    NO_PLACE,
    NO_SCRIPT,
    NOT_TAKEN,
    TAKE,
    TAKEN,
    alarm_of,
    what_of,
)
from console.server.officer_page import whole_page
from console.server.officer_script import REFRESH_S
from console.server.officer_words import AS_OF


def duty_html(page: DutyPage, token: str, zone: str, now: datetime) -> bytes:
    """The page; `token` is the link's secret, for the buttons' addresses. Like the officer's it fetches itself anew."""
    inside = [f"<small>{escape(page.officer.name)}</small>"]
    inside += [_card(told, said, token, zone) for told, said in page.alarms]
    if not page.alarms:
        inside.append(f'<div class="box"><p>{NO_ALARMS}</p><p><small>{NO_SCRIPT}</small></p></div>')
    inside.append(f"<small>{AS_OF} <time>{_clock(now, zone)}</time></small>")
    reload = f'<noscript><meta http-equiv="refresh" content="{REFRESH_S};url=/d/{escape(token)}"></noscript>'
    title = f"({len(page.alarms)}) Sigap" if page.alarms else "Sigap"
    return whole_page(title, "".join(inside), head=reload, script=True)


def _card(told: Told, said: Entry | None, token: str, zone: str) -> str:
    """One alarm: what rings, which case, where, since when; who takes it, or the button."""
    report = told.report
    tone = " care" if told.step.params.get("alarm") == Alarm.SOS or said is None else ""
    place = report.place.area_name or NO_PLACE
    lines = [
        f'<h1 class="p{report.priority}">{escape(alarm_of(told.step))}</h1>',
        f"<p>{escape(report.number)} · {escape(what_of(report))}</p>",
        f"<p>{escape(place)} · {_clock(told.step.at, zone)}</p>",
    ]
    if said is not None:
        lines.append(f"<p>{escape(said.params.get('name', ''))} {TAKEN} {_clock(said.at, zone)}</p>")
    else:
        lines.append(f"<p><small>{NOT_TAKEN}. {CALL_CENTER}</small></p>")
    card = f'<div class="box{tone}">{"".join(lines)}</div>'
    if said is not None:
        return card
    action = f"/d/{escape(token)}/{escape(told.id)}"
    return f'{card}<form method="post" action="{action}" data-name="{TAKE}"><button class="next">{TAKE}</button></form>'


def _clock(at: datetime, zone: str) -> str:
    return at.astimezone(ZoneInfo(zone)).strftime("%H:%M")

"""Words of players: moments, speeds, what is heard, why nothing is."""

from __future__ import annotations

from console.desk.attaching import Attached, NotTaken
from console.desk.clips import Moving
from console.desk.decide import Refused
from console.desk.part import Part
from console.ui.attachments.file_choosing import not_taken_words
from console.ui.attachments.heard import Heard
from console.ui.attachments.stage import KeyLine
from console.ui.attachments.still import Outcome
from console.ui.attachments.words import not_shown_words
from console.ui.texts.language import translate
from console.ui.texts.refusals import refusal_words


def moment_words(at_s: float, *, tenths: bool = False, thousandths: bool = False) -> str:
    """'1:05', '1:05.3', '1:05.283', above an hour '1:02:05'; never rounded up, so that a frame is not said too late."""
    whole_ms = int(at_s * 1000 + 1e-6)
    minutes, ms = divmod(whole_ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    words = f"{hours}:{minutes:02d}:{ms // 1000:02d}" if hours else f"{minutes}:{ms // 1000:02d}"
    if thousandths:
        return f"{words}.{ms % 1000:03d}"
    return f"{words}.{ms % 1000 // 100}" if tenths else words


def speed_words(rate: float) -> str:
    """'0.5×'; backwards '−1×'."""
    return f"{rate:g}×".replace("-", "−")


def heard_words(heard: Heard) -> str:
    """Why nothing is heard, '' when there is."""
    return {
        Heard.NO_SOUND: translate("player", "without sound"),
        Heard.NO_DEVICE: translate("player", "no sound device"),
        Heard.BACKWARDS: translate("player", "silent backwards"),
        Heard.MUTED: translate("player", "muted"),
    }.get(heard, "")


def film_lines(facts: Moving) -> tuple[str, ...]:
    """What a film is, line by line."""
    size = (f"{facts.width_px} × {facts.height_px} px",) if facts.width_px else ()
    return (*size, *sound_lines(facts), *(() if facts.has_sound else (translate("player", "without sound"),)))


def sound_lines(facts: Moving) -> tuple[str, ...]:
    """How long it is."""
    if facts.duration_ms is None:
        return (translate("player", "does not tell how long it is"),)
    return (translate("player", "{length} long").format(length=moment_words(facts.duration_ms / 1000, tenths=True)),)


def no_picture_words() -> str:
    """What stands in the place of the picture."""
    return translate("player", "There is no picture in it, only sound.")


def way_words(come_to_s: float, to_s: float) -> str:
    """Over the picture while a film is gone through: how far, and where to."""
    words = translate("player", "On the way to {there}, now at {here}: this film can only be gone through in order")
    return words.format(there=moment_words(to_s), here=moment_words(come_to_s))


def still_words() -> str:
    """Keep the frame shown."""
    return translate("player", "Put this frame on the case as a picture")


def kept_words(outcome: Outcome, at_s: float) -> str:
    """What came of keeping a frame."""
    if isinstance(outcome, Attached):
        moment = moment_words(at_s, thousandths=True)
        return translate("player", "frame at {moment} is on the case").format(moment=moment)
    if isinstance(outcome, Refused):
        return refusal_words(outcome.refusal)
    if isinstance(outcome, NotTaken):
        return not_taken_words(translate("player", "The picture"), outcome)
    return not_shown_words(outcome)


def play_words() -> str:
    """What the button does while it stands."""
    return translate("player", "Play")


def pause_words() -> str:
    """What the button does while it plays."""
    return translate("player", "Pause")


def frame_back_words() -> str:
    """The frame before."""
    return translate("player", "One frame back")


def frame_on_words() -> str:
    """The next frame."""
    return translate("player", "One frame on")


def skip_back_words() -> str:
    """A few seconds back."""
    return translate("player", "5 s back")


def skip_on_words() -> str:
    """A few seconds on."""
    return translate("player", "5 s on")


def mute_words() -> str:
    """Silence."""
    return translate("player", "Mute")


def loop_words() -> str:
    """Begin anew at the end."""
    return translate("player", "Play it again and again")


def part_words(part: Part) -> str:
    """What is played again and again: '0:05.2–0:09.8', '0:05.2–…' while its end is not marked, '' for no part."""
    if part.begin_ms is None:
        return ""
    end = moment_words(part.end_ms / 1000, tenths=True) if part.end_ms is not None else "…"
    return translate("player", "part {part}").format(part=f"{moment_words(part.begin_ms / 1000, tenths=True)}–{end}")


def begin_part_words() -> str:
    """Mark where the part begins."""
    return translate("player", "Repeat a part: it begins here")


def end_part_words() -> str:
    """Mark where the part ends."""
    return translate("player", "Repeat a part: it ends here")


def no_part_words() -> str:
    """Take the marks away."""
    return translate("player", "Repeat no part any more")


def player_key_lines(*, films: bool) -> tuple[KeyLine, ...]:
    """Keys of players, for the sheet."""
    return (
        KeyLine((translate("player", "Space"), "K"), lambda: translate("player", "Play or pause; pause")),
        KeyLine((",", "."), _nudge_words if films else _skip_words),
        KeyLine(("J", "L"), _run_words if films else _faster_words),
        KeyLine(("[", "]"), lambda: translate("player", "Slower, faster")),
        KeyLine(("Shift ←→",), lambda: translate("player", "5 s back, 5 s on")),
        KeyLine(("Home", "End"), lambda: translate("player", "To the beginning, to the end")),
        KeyLine(("R",), loop_words),
        KeyLine(("I", "O", "P"), lambda: translate("player", "Repeat a part: begin, end; next of these, and none")),
        KeyLine(("M",), mute_words),
        KeyLine(("X",), _cover_words if films else _silence_words),
    )


def _cover_words() -> str:
    return translate("redact", "Cover parts of it in a copy")


def _silence_words() -> str:
    return translate("redact", "Silence parts of it in a copy")


def _nudge_words() -> str:
    return translate("player", "One frame back, one frame on")


def _skip_words() -> str:
    return translate("player", "5 s back, 5 s on")


def _run_words() -> str:
    return translate("player", "Backwards, forwards; again: faster")


def _faster_words() -> str:
    return translate("player", "5 s back; play, again: faster")

"""What the case side may ask and touch, in one hand: app builds it."""

from __future__ import annotations

from dataclasses import dataclass

from console.desk.attaching import Attaching
from console.desk.case_file import EvidenceDesk
from console.desk.casebook import Casebook
from console.desk.file_claims import FileClaims
from console.desk.identity import Identities
from console.desk.nearby import Nearby
from console.desk.ports import PresencePort
from console.desk.sending import Sending
from console.desk.shift import Shift
from console.ui.attachments.viewer_parts import ViewerParts
from console.ui.background import Background
from console.ui.deciding import Deciding
from console.ui.selection import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseParts:
    """The desk's and the window's parts a case pane needs; all live as long as the window."""

    book: Casebook
    identities: Identities
    evidence: EvidenceDesk
    viewer: ViewerParts
    file_claims: FileClaims
    attaching: Attaching
    presence: PresencePort
    shift: Shift
    nearby: Nearby
    deciding: Deciding
    background: Background
    selection: Selection
    sending: Sending | None = None

"""First light: mirror, queue, full text, ledger, drafts, settings, files."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    # What the server said is `body`; all but id and revision is derived from it and the open decisions, to order and
    # filter by. One table and few bytes beside the body, so that an update touches one page of the file.
    "CREATE TABLE mirror_report (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL,"
    " words BLOB NOT NULL, urgency INTEGER NOT NULL, received_us INTEGER NOT NULL,"
    " facets INTEGER NOT NULL, holder_id TEXT NOT NULL, closed_us INTEGER,"
    " folded INTEGER NOT NULL, committed_ns INTEGER NOT NULL, body BLOB NOT NULL) STRICT",
    "CREATE INDEX queue_urgent ON mirror_report (urgency, received_us, facets, holder_id)",
    "CREATE INDEX queue_newest ON mirror_report (received_us)",
    "CREATE INDEX queue_closed ON mirror_report (closed_us, facets) WHERE closed_us IS NOT NULL",
    "CREATE VIRTUAL TABLE report_fts USING fts5(number, words, area, content='', detail=none,"
    ' tokenize="unicode61 remove_diacritics 2")',
    # Without this the words of a deleted report stay in the index until its segments merge (sync.md, known bugs).
    "INSERT INTO report_fts(report_fts, rank) VALUES('secure-delete', 1)",
    "INSERT INTO report_fts(report_fts, rank) VALUES('automerge', 8)",
    "CREATE TABLE mirror_thing (kind TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, body BLOB NOT NULL,"
    " PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID",
    "CREATE TABLE ledger (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, report_id TEXT NOT NULL,"
    " op TEXT NOT NULL, raw BLOB NOT NULL, decision BLOB NOT NULL, actor BLOB NOT NULL,"
    " decided_us INTEGER NOT NULL, state TEXT NOT NULL,"
    " open INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, trouble TEXT NOT NULL DEFAULT '', result BLOB,"
    " settled_us INTEGER, seen_us INTEGER) STRICT",
    "CREATE INDEX ledger_open ON ledger (report_id, seq) WHERE open = 1",
    "CREATE INDEX ledger_state ON ledger (state, seq) WHERE state <> 'applied'",
    "CREATE TABLE ledger_subject (seq INTEGER NOT NULL REFERENCES ledger (seq), kind TEXT NOT NULL, id TEXT NOT NULL,"
    " PRIMARY KEY (seq, kind, id)) STRICT, WITHOUT ROWID",
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE draft (name TEXT PRIMARY KEY, value TEXT NOT NULL, kept_us INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE media (id TEXT PRIMARY KEY, size_bytes INTEGER NOT NULL, sha256 TEXT NOT NULL,"
    " received_bytes INTEGER NOT NULL, checked INTEGER NOT NULL, used_us INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE media_part (id TEXT NOT NULL, at_byte INTEGER NOT NULL, bytes BLOB NOT NULL,"
    " PRIMARY KEY (id, at_byte)) STRICT, WITHOUT ROWID",
    "CREATE TABLE stage (page INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT",
)


def upgrade() -> None:
    """Make the schema of the first release."""
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """Refuse: an older release says `store_newer` instead."""
    raise NotImplementedError

"""The center's lists are read once and never older than the last commit."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from console.contract.codec import encode
from console.contract.feed import ChangeRow
from console.domain.agency import Site
from console.domain.changes import Changes
from console.domain.errors import Bug
from console.store.kept_lists import KeptLists
from console.store.store import Store
from tests.store.world import of, page, report


def _site(revision: int) -> ChangeRow:
    site = replace(Site(), revision=revision, stale_after_s=100 + revision)
    return ChangeRow(seq=revision, kind="site", id=site.id, revision=revision, body=msgspec.Raw(encode(site)))


def test_a_list_is_read_once_until_it_changes(store: Store) -> None:
    store.apply_page(page(_site(1)))
    first = store.site()
    assert store.site() is first
    store.apply_page(of([report(1)]))
    assert store.site() is first
    store.apply_page(page(_site(2), next_seq=2))
    assert store.site().stale_after_s == 102


def test_who_is_told_of_a_change_reads_the_new_list(store: Store) -> None:
    store.apply_page(page(_site(1)))
    assert store.site().stale_after_s == 101
    seen: list[int] = []
    store.subscribe(lambda _changes: seen.append(store.site().stale_after_s))
    store.apply_page(page(_site(2), next_seq=2))
    assert seen == [102]


def test_what_was_read_while_a_commit_changed_it_is_not_kept() -> None:
    lists = KeptLists()

    def read() -> str:
        lists.take(Changes(lists=frozenset({"words"})))
        return "old"

    assert lists.of("words", read) == "old"
    assert lists.of("words", lambda: "new") == "new"


def test_a_list_asked_for_inside_a_shared_snapshot_is_not_kept_from_that_older_moment(store: Store) -> None:
    store.apply_page(page(_site(1)))
    with store.together():
        assert store.shown("nobody") is None
        with store.database.read_anew() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM mirror_thing").scalar() == 1
        assert store.site().stale_after_s == 101
    store.apply_page(page(_site(2), next_seq=2))
    assert store.site().stale_after_s == 102


def test_questions_asked_together_see_one_snapshot(store: Store) -> None:
    store.apply_page(of([report(1)]))
    with store.together(), store.database.read() as first, store.together(), store.database.read() as second:
        assert first is second
    with store.database.read() as third:
        assert third is not first


def test_nothing_is_written_inside_a_shared_snapshot(store: Store) -> None:
    with store.together(), pytest.raises(Bug, match="share a snapshot"):
        store.apply_page(of([report(1)]))
    store.apply_page(of([report(1)]))
    assert store.report("r0001") is not None

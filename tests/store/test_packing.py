"""Bodies as they lie in the file: whole again when read, smaller, older ones readable."""

from __future__ import annotations

import hashlib
import threading

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from console.bench.invented_reports import claimed, invented_report
from console.contract.codec import encode
from console.store.packing import DICTIONARY_1, DICTIONARY_2, pack, packed_ahead, unpack


@given(st.binary(max_size=5_000))
def test_whatever_is_packed_comes_back(body: bytes) -> None:
    assert unpack(pack(body)) == body


def test_a_report_takes_less_than_two_fifths_of_its_bytes() -> None:
    bodies = [encode(claimed(invented_report(number))) for number in range(200)]
    assert sum(len(pack(body)) for body in bodies) < 0.4 * sum(len(body) for body in bodies)


def test_json_that_was_never_packed_is_read_as_it_is() -> None:
    assert unpack(b'{"id":"a"}') == b'{"id":"a"}'


def test_the_first_dictionary_stays_as_it_was_since_profiles_need_it() -> None:
    digest = hashlib.sha256(DICTIONARY_1).hexdigest()
    assert digest == "10aa39a8e9f4bf3cab05810d7928e82e6546a72567d8667208ce79d1ef66bdd7"
    kept = bytes.fromhex("0128b52ffd20264d0000107b7d01000120b310")
    assert unpack(kept) == b'{"status":"claimed","sensitive":false}'


def test_the_second_dictionary_stays_too() -> None:
    digest = hashlib.sha256(DICTIONARY_2).hexdigest()
    assert digest == "481fe811033e6c55994ff32320eda274789dbbb27e58de61db24ef9b7ed3b530"
    kept = bytes.fromhex("0228b52ffd2020550000087b0200431910109daf")
    assert unpack(kept) == b'{"status":"claimed","checks":[]}'


def test_a_broken_frame_is_refused() -> None:
    with pytest.raises(zstandard.ZstdError):
        unpack(pack(b"x" * 100)[:-3])


@pytest.mark.parametrize("number", [0, 1, 299, 300, 1000])
def test_what_is_packed_ahead_comes_whole_and_in_order(number: int) -> None:
    bodies = [encode(invented_report(each)) for each in range(number)]
    with packed_ahead(bodies) as packed:
        assert [unpack(each) for each in packed] == bodies


def test_who_stops_in_the_middle_leaves_no_thread_packing() -> None:
    bodies = [encode(invented_report(each)) for each in range(1000)]
    with packed_ahead(bodies) as packed:
        assert unpack(next(packed)) == bodies[0]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("packing")]


def test_threads_pack_and_unpack_side_by_side() -> None:
    bodies = [encode(invented_report(number)) for number in range(300)]
    wrong: list[int] = []

    def work() -> None:
        wrong.extend(place for place, body in enumerate(bodies) if unpack(pack(body)) != body)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []

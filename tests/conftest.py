"""What every test gets: no display needed, real data where present, and a look for leaks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import leaks
from tests.frozen import FrozenClock

REPOSITORY = Path(__file__).resolve().parent.parent

# Before anything imports Qt: no display, no session bus, and Chromium's sandbox refuses to run as root.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")


def _real_data_folder() -> Path | None:
    """Return the folder of real inputs: SIGAP_REAL_DATA, else ../shared/data beside the checkout."""
    named = os.environ.get("SIGAP_REAL_DATA")
    folder = Path(named) if named else REPOSITORY.parent / "shared" / "data"
    return folder if (folder / "reports").is_dir() else None


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real inputs; the test is skipped, with the reason printed, where it is absent."""
    folder = _real_data_folder()
    if folder is None:
        pytest.skip("no real data: neither SIGAP_REAL_DATA nor ../shared/data beside the checkout")
    return folder


@pytest.fixture
def frozen_clock() -> FrozenClock:
    """A clock that moves only when the test says so."""
    return FrozenClock()


@pytest.fixture(autouse=True)
def no_stray_error_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that logs an error it does not announce with @pytest.mark.logs_errors."""
    marker = request.node.get_closest_marker("logs_errors")
    expected = tuple(str(text) for text in marker.args) if marker else ()
    with leaks.error_logs() as records:
        yield
    stray = [text for text in records if not any(wanted in text for wanted in expected)]
    if stray:
        pytest.fail("stray error logs:\n" + "\n".join(stray), pytrace=False)


@pytest.fixture(autouse=True)
def no_changed_log_level() -> Iterator[None]:
    """Fail the test after which our log says more or less than before: a later test of logs would fail for it."""
    before = leaks.log_level()
    yield
    if leaks.log_level() != before:
        pytest.fail("the level of the log 'console' was left changed", pytrace=False)


@pytest.fixture(autouse=True)
def no_leaked_threads(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test after which a thread it started still runs."""
    marker = request.node.get_closest_marker("keeps_threads")
    before = leaks.threads()
    yield
    left = leaks.threads_left(before, tuple(marker.args) if marker else ())
    if left:
        pytest.fail("threads still running: " + ", ".join(left), pytrace=False)


@pytest.fixture(autouse=True)
def no_leaked_qt_objects(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the Qt test after which a top-level widget, running timer or QThread is left."""
    if not {"qapp", "qtbot", "console_window"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("qapp")
    before = leaks.qt_objects()
    yield
    left = leaks.qt_objects_left(before)
    if left:
        pytest.fail("Qt objects left behind: " + ", ".join(left), pytrace=False)


class _Skips:
    """Counts skipped tests and files, to fail a run that has the real data and skips all the same."""

    def __init__(self) -> None:
        self.count = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.count += report.skipped

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self.count += report.skipped


_skips = _Skips()


def pytest_configure(config: pytest.Config) -> None:
    """Count skips on the process that sums up, not on xdist's workers."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(_skips, "sigap-skips")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """With the real data at hand there is no excuse: a skipped test fails the run."""
    if _skips.count and _real_data_folder() and session.exitstatus == pytest.ExitCode.OK:
        print(f"\n{_skips.count} skipped although the real data is present: the run fails")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Say on the very last line whether the real data was there."""
    if not hasattr(config, "workerinput"):
        print(f"real data: {'present' if _real_data_folder() else 'absent'}", flush=True)

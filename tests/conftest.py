"""Fixtures that every kind of test shares."""

from __future__ import annotations

import datetime as dt
import importlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from warehouse.frames import Frames

if TYPE_CHECKING:  # it takes half a second to load, and few tests need it
    from geopandas import GeoDataFrame

ROOT = Path(__file__).parent.parent

pytest_plugins = ["tests.lent.briefings"]

settings.register_profile("patient", deadline=None)  # a busy machine is slow, not wrong
settings.load_profile("patient")


@pytest.fixture(scope="session")
def reference() -> Path:
    """The reference material. Unset: skipped with a reason; in CI that is a failure."""
    folder = os.environ.get("IKRAR_REFERENCE")
    if folder and Path(folder).is_dir():
        return Path(folder)
    if os.environ.get("CI"):
        pytest.fail("IKRAR_REFERENCE is not set, but CI must run every test")
    pytest.skip("IKRAR_REFERENCE is not set: this test reads the reference material")


@pytest.fixture(scope="session")
def built_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store built once from the bundled data. Read only."""
    from etl.build import build

    folder = tmp_path_factory.mktemp("store") / "store"
    build(folder, data=ROOT / "data", now=dt.datetime.now(dt.UTC))
    return folder


@pytest.fixture(scope="session")
def bundled_frames(built_store: Path) -> Frames:
    """The real bundled data at its newest snapshot."""
    from warehouse.store import Store

    return Store(built_store).frames()


@pytest.fixture(scope="session")
def example_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A labelled example store of 40 000 people. Read only."""
    from etl.simulate import load_example

    folder = tmp_path_factory.mktemp("example") / "store"
    load_example(folder, dt.datetime(2024, 11, 1, tzinfo=dt.UTC), people=40_000)
    return folder


@pytest.fixture(scope="session")
def schematic_regions() -> GeoDataFrame:
    """The schematic map: `code` and shape of every region in force. Working it out takes seconds. Read only."""
    from geo.schematic import schematic

    return schematic()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, str], bytes]:
    """What LibreOffice makes of a file: its bytes and suffix (".pptx") to the bytes of a PDF, made once for each file.

    No LibreOffice: skipped with a reason; in CI that is a failure. A file that it cannot open fails the test.
    """
    program = shutil.which("soffice")
    if not program:
        if os.environ.get("CI"):
            pytest.fail("soffice is not installed, but CI must run every test")
        pytest.skip("soffice is not installed: this test opens a file in LibreOffice")
    profile = tmp_path_factory.mktemp("office-profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf"]
    made: dict[tuple[bytes, str], bytes] = {}

    def convert(data: bytes, suffix: str) -> bytes:
        if (data, suffix) not in made:
            with tempfile.TemporaryDirectory() as folder:
                given, found = Path(folder, f"file{suffix}"), Path(folder, "file.pdf")
                given.write_bytes(data)
                run = subprocess.run(
                    [*command, "--outdir", folder, str(given)],
                    capture_output=True, text=True, encoding="utf-8", timeout=180, check=False,
                )  # fmt: skip
                if not found.exists():
                    pytest.fail(f"LibreOffice could not open the file: {run.stdout} {run.stderr}")
                made[data, suffix] = found.read_bytes()
        return made[data, suffix]

    return convert


@pytest.fixture(scope="module")
def read_in_this_process() -> Iterator[None]:
    """Tables, articles and boundaries are read without a process of their own: starting one takes longer than reading
    a small file, and is tried elsewhere."""
    from etl.sources.child import guard
    from etl.sources.child.fault import Fault
    from etl.sources.child.limits import Bounds
    from etl.sources.child.wire import refusal

    def run(command: tuple[str, ...], request: bytes, _limits: Bounds) -> bytes:
        _, work = importlib.import_module(command[-1]).understand(request)
        try:
            return work()
        except Fault as fault:
            return refusal(fault)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(guard, "run", run)
        yield


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests go last: Playwright keeps an event loop and processes of its own until the session ends."""
    items.sort(key=lambda item: "browser" in item.path.parts)

"""A Dask cluster of processes on this machine, and a stand-in for an S3 store: moto's server, which speaks S3 and keeps all in memory."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.making import ROOT

#: Seconds that a process may take to be ready.
PATIENCE = 60


@contextmanager
def _running(log: Path, *command: str, env: dict[str, str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as out:
        process = subprocess.Popen([sys.executable, "-m", *command], cwd=ROOT, env={**os.environ, **(env or {})}, stdout=out, stderr=out)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _said(log: Path, pattern: str) -> str:
    """What a process says when it is ready."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := re.search(pattern, log.read_text(encoding="utf-8", errors="replace")):
            return found[1]
        time.sleep(0.05)
    raise AssertionError(log.read_text(encoding="utf-8", errors="replace"))


@contextmanager
def cluster(folder: Path, project: Path, env: dict[str, str], workers: int = 2) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, for the setting `workers`, and its worker processes, which run the program in `project`."""
    own = {**env, "PYTHONPATH": str(project), "DASK_DISTRIBUTED__DASHBOARD__LINK": ""}
    with ExitStack() as open_:
        log = folder / "scheduler.log"
        scheduler = ("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
        open_.enter_context(_running(log, *scheduler, env=own))
        address = _said(log, r"Scheduler at:\s*tcp://(\S+)")
        started = []
        for number in range(workers):
            log = folder / f"worker-{number}.log"
            worker = ("distributed.cli.dask_worker", f"tcp://{address}", "--nthreads", "1", "--no-nanny", "--no-dashboard")
            started.append(open_.enter_context(_running(log, *worker, "--local-directory", str(folder / f"w{number}"), env=own)))
        for number in range(workers):
            _said(folder / f"worker-{number}.log", r"(Registered to)")
        yield f"dask://{address}", started


@contextmanager
def store(folder: Path, bucket: str) -> Iterator[dict[str, str]]:
    """The environment in which `s3://bucket` is a store on this machine."""
    log = folder / "s3.log"
    with _running(log, "moto.server", "-H", "127.0.0.1", "-p", "0"):
        server = _said(log, r"Running on (http://127\.0\.0\.1:\d+)")
        env = {
            "FSSPEC_S3_ENDPOINT_URL": server,
            "AWS_ACCESS_KEY_ID": "prove", "AWS_SECRET_ACCESS_KEY": "prove", "AWS_DEFAULT_REGION": "us-east-1",
        }
        request = f"import s3fs; s3fs.S3FileSystem(endpoint_url={server!r}).mkdir({bucket!r})"
        subprocess.run([sys.executable, "-c", request], env={**os.environ, **env}, check=True, timeout=PATIENCE)
        yield env

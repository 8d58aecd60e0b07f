"""The commands that only our own processes are started with; each loads its own room, late."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from console.platform.processes import Rank, step_back


@contextmanager
def _loading() -> Iterator[None]:
    """Load what stays, and do not look for garbage in it: that takes a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def engine_options(parser: argparse.ArgumentParser) -> None:
    """What an engine is told when it is started."""
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--workers", type=int, default=None)
    parser.add_argument("--standby-after", type=float, default=60.0)
    parser.add_argument("--no-standby", action="store_true")


def engine(options: argparse.Namespace) -> int:
    """The one that decides who watches what; see ``console.video.engine_process``."""
    from console.video.reserves import Reserves, usual_count

    workers = options.workers or usual_count()
    reserves = Reserves(options.data)
    reserves.prepare(workers)  # they load while we do

    with _loading():
        from console.video import engine_process

    after_s = None if options.no_standby else options.standby_after
    return engine_process.main(options.data, workers, reserves, after_s)


def standby_options(parser: argparse.ArgumentParser) -> None:
    """What an engine's heir is told."""
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--workers", type=int, required=True)
    parser.add_argument("--heirs", type=int, default=0)


def standby(options: argparse.Namespace) -> int:
    """Wait beside the engine, and be it when it is gone."""
    from console.platform.pacing import gently

    with _loading(), nullcontext() if options.heirs else gently():
        from console.video import engine_process
        from console.video.reserves import Reserves

    reserves = Reserves(options.data)
    return engine_process.follow(options.data, options.workers, reserves, options.heirs)


def worker_options(parser: argparse.ArgumentParser) -> None:
    """What a worker is told."""
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--number", type=int, required=True)
    parser.add_argument("--waits", action="store_true")
    parser.add_argument("--gently", action="store_true")


def worker(options: argparse.Namespace) -> int:
    """Read, decode and paint; see ``console.video.worker``."""
    if options.gently:
        from console.platform.pacing import gently

        with _loading(), gently(until_a_word=True):
            from console.video import worker
    else:
        with _loading():
            from console.video import worker

    return worker.main(options.data, options.number, waits=options.waits)


def clerk(_: argparse.Namespace) -> int:
    """Do one piece of long work for a window; see ``console.clerk``."""
    step_back(Rank.CLERKS)  # to load takes a second of its processor
    with _loading():
        from console import clerk_process

    return clerk_process.main()


def exhibit_player(_: argparse.Namespace) -> int:
    """Play one foreign file; see ``console.video.exhibit_process``."""
    step_back(Rank.JOBS)
    with _loading():
        from console.video import exhibit_process

    return exhibit_process.main()


def job_options(parser: argparse.ArgumentParser) -> None:
    """What the job worker is told."""
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--number", type=int, required=True)
    parser.add_argument("--decoders", type=int, required=True)


def job(options: argparse.Namespace) -> int:
    """Play and cut recorded footage; see ``console.video.job_worker``."""
    step_back(Rank.JOBS)
    with _loading():
        from console.video import job_worker

    return job_worker.main(options.data, options.number, options.decoders)

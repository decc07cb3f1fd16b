"""Work spread over processes: each takes the next piece as soon as it is idle.

A worker that dies is an error, never a wait without end; on Ctrl-C, or when the caller is done, no worker stays behind;
and when this process is killed, its workers find nobody at the other end and stop by themselves.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Callable, Iterable, Iterator, Sequence, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

SMALL = 64  # with fewer pieces of work, another process costs more than it gives
Piece = TypeVar("Piece")
Result = TypeVar("Result")


class WorkerDied(Exception):
    """A worker ended before its work did: killed from outside, most likely because memory ran out."""


def processes(wanted: int | None, pieces: int) -> int:
    """How many processes to use: those wanted, else one for each core, but one alone for little work."""
    if wanted is None:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        wanted = cores if pieces >= SMALL else 1
    return max(1, min(wanted, pieces))


def spread(work: Callable[[Piece], Result], pieces: Iterable[Piece], jobs: int, method: str | None = None) -> Iterator[tuple[int, Result]]:
    """``(number, work(piece))`` for each piece, as they get done; a piece is asked for when somebody is idle. ``work`` and results travel by pickle; where
    processes can be forked (``method``), only results do. Raises what ``work`` raises, and ``WorkerDied``."""
    if jobs <= 1:
        yield from ((number, work(piece)) for number, piece in enumerate(pieces))
        return
    import multiprocessing
    from multiprocessing.connection import wait

    method = method or ("fork" if "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin" else "spawn")
    context = multiprocessing.get_context(method)
    sys.stdout.flush()  # else a fork would write it once more
    sys.stderr.flush()
    gc.collect()
    gc.freeze()  # what is there already stays shared: no worker's collector touches it
    lines, workers = [], []
    try:
        with _undisturbed():
            for _ in range(jobs):
                here, there = context.Pipe()
                lines.append(here)
                worker = context.Process(target=_serve, args=(work, there, lines if method == "fork" else ()), daemon=True)
                worker.start()
                there.close()
                workers.append(worker)
        waiting = iter(enumerate(pieces))
        busy = {line for line in lines if _next(line, waiting)}
        while busy:
            for line in wait(busy):
                number, result, error = _receive(line)
                if error is not None:
                    raise error
                if not _next(line, waiting):
                    busy.discard(line)
                yield number, result
    finally:
        for line in lines:
            line.close()
        for worker in workers:
            worker.kill()
            worker.join()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits, and never reaches the processes that begin meanwhile: the first process ends them all."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _next(line: Connection, waiting: Iterator[tuple[int, Piece]]) -> bool:
    """Hand the next piece to a worker; False when there is none left."""
    piece = next(waiting, None)
    if piece is not None:
        try:
            line.send(piece)
        except OSError as error:
            raise _died() from error
    return piece is not None


def _receive(line: Connection) -> tuple[int, Result, Exception | None]:
    try:
        return line.recv()
    except (EOFError, OSError) as error:
        raise _died() from error


def _died() -> WorkerDied:
    return WorkerDied("一个工作进程中途被终止，可能是内存不够；可用 -j 1 再试 (a worker process was killed, perhaps for want of memory; try -j 1)")


def _serve(work: Callable[[Piece], Result], line: Connection, others: Sequence[Connection]) -> None:
    """What a worker does: piece by piece until nobody asks any more."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    while True:
        try:
            number, piece = line.recv()
        except (EOFError, OSError):
            return
        try:
            answer = (number, work(piece), None)
        except Exception as error:  # noqa: BLE001 - whatever it is, the first process raises it
            at = error.__traceback__
            while at.tb_next is not None:
                at = at.tb_next
            error.add_note(f"{os.path.basename(at.tb_frame.f_code.co_filename)}:{at.tb_lineno}")  # a traceback does not travel
            answer = (number, None, error)
        try:
            line.send(answer)
        except BrokenPipeError:
            return

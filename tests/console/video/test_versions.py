"""A console and an engine of different programs: what each says, and what the officer reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.errors import EngineNewer
from console.events import EngineChanged, EngineState, Event, Noticed
from console.platform import lines, meeting
from console.video import wire
from console.video.channel import Channel
from console.video.link import Link
from console.workers import Stop, Workers
from tests.console.video.watching import Watcher


@contextmanager
def newer_engine(data: Path) -> Iterator[list[wire.Message]]:
    """Answers every console as an engine of the next version does; yields what it heard."""
    heard: list[wire.Message] = []
    with meeting.take(data) as place:
        assert place is not None
        listener, threads = lines.listen(place.address, place.key), Workers()

        def answer(stop: Stop) -> None:
            while not stop.is_set():
                try:
                    channel = Channel(listener.accept())
                except (OSError, EOFError):
                    return
                heard.append(channel.receive()[0])
                channel.send(wire.Welcome(wire.VERSION + 1, 1))
                channel.hang_up()
                channel.close()

        threads.loop("newer", answer)
        place.announce()
        try:
            yield heard
        finally:
            place.withdraw()
            lines.poke(place.address)
            listener.close()
            assert threads.close() == []


def until(condition: Callable[[], object]) -> None:
    pause = Stop()
    for _ in range(1000):
        if condition():
            return
        pause.wait(0.01)
    raise AssertionError("it never came")


@pytest.mark.loud("close this window or service, start it anew")
def test_an_older_console_says_once_that_it_must_be_started_anew(
    runtime: Path, tmp_path: Path
) -> None:
    events: list[Event] = []
    workers = Workers()
    with newer_engine(tmp_path) as heard:
        link = Link(tmp_path, events.append, workers)

        until(lambda: any(isinstance(event, Noticed) for event in events))
        link.close()
        assert workers.close() == []

    told = [type(event.problem) for event in events if isinstance(event, Noticed)]
    assert told == [EngineNewer]
    assert not any(isinstance(event, EngineChanged) for event in events)
    assert len(heard) == 1  # and it does not hammer the engine


def test_an_engine_tells_an_older_console_its_version(watcher: Watcher, tmp_path: Path) -> None:
    watcher.until(lambda: EngineChanged(EngineState.STARTED) in watcher.events)
    place = meeting.find(tmp_path)
    assert place is not None
    older = Channel(lines.connect(place.address, place.key))

    older.send(wire.Hello(wire.VERSION - 1, wire.Role.CONSOLE, 1))
    answer, _ = older.receive()

    assert isinstance(answer, wire.Welcome)
    assert answer.version == wire.VERSION
    try:
        older.receive()
    except EOFError:
        older.close()
    else:
        raise AssertionError("it goes on talking")

"""Native copies in a real Chromium: it shows what other players show, first to last (E-32).

It cannot seek in H.264 with open GOPs: such a stream is only played from its beginning here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import pytest

from console.bench import barcode
from tests.console.evidence.browser import Browser
from tests.console.video.footage_made import number_in
from tests.console.video.taped import FRAME_US, MIXED, SECOND_US, Taped
from tests.footage import FPS

PAGE = """<!DOCTYPE html><input id="clip" type="file"><video muted></video>
<script>
const video = document.querySelector("video"), canvas = document.createElement("canvas");
document.querySelector("#clip").addEventListener("change", event => {
  video.src = URL.createObjectURL(event.target.files[0]);
});
const once = what => new Promise((resolve, reject) => {
  video.addEventListener(what, resolve, {once: true});
  video.addEventListener("error", () => reject(video.error.message), {once: true});
});
async function seen(fps, where) {
  while (!video.src) await new Promise(requestAnimationFrame);
  if (video.readyState < 2) await once("loadeddata");
  [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
  const paint = canvas.getContext("2d", {willReadFrequently: true}), pictures = [];
  for (let n = 0; n < video.duration * fps - 0.5; n++) {
    const painted = new Promise(video.requestVideoFrameCallback.bind(video));
    video.currentTime = (n + 0.5) / fps;
    await Promise.all([once("seeked"), painted]);
    paint.drawImage(video, 0, 0);
    const {data} = paint.getImageData(0, 0, canvas.width, canvas.height);
    pictures.push(where.map(at => data[at]));
  }
  return {pictures, size: [video.videoWidth, video.videoHeight], duration: video.duration};
}
async function played() {
  while (!video.src) await new Promise(requestAnimationFrame);
  if (video.readyState < 2) await once("loadeddata");
  const ended = once("ended");
  video.playbackRate = 4;
  await video.play();
  await ended;
  return video.getVideoPlaybackQuality().totalVideoFrames;
}
</script>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    made = tmp_path / "player.html"
    made.write_text(PAGE)
    return made


@pytest.fixture
def copied(tmp_path: Path, kind: str) -> tuple[Path, dict[str, Any]]:
    """A native copy over two files, and what was told of it."""
    taped = Taped(tmp_path / "volume")
    taped.record((MIXED[kind](), 70.0))
    base_us = min(picture.at_us for picture in taped.source())
    target = tmp_path / "goc.mp4"
    return target, taped.cut(base_us + 57 * SECOND_US, base_us + 63 * SECOND_US, target)


@pytest.mark.parametrize("kind", ["h264", "h264, B pictures"])
def test_it_shows_each_picture_of_a_native_copy_in_its_place(
    browser: Browser, page: Path, copied: tuple[Path, dict[str, Any]]
) -> None:
    target, told = copied
    with av.open(str(target)) as container:
        decoded = [*container.decode(container.streams.video[0])]
    width, height = decoded[0].width, decoded[0].height
    where = barcode.spots(0, 0, width, height, stride=4 * width)

    browser.go(page)
    browser.send("#clip", str(target))
    seen = browser.later("return seen(...arguments)", FPS, where)

    places = tuple(range(len(where)))
    shown = [barcode.read(each, places) for each in seen["pictures"]]
    assert shown == [number_in(frame) for frame in decoded]
    assert seen["size"] == [width, height]
    length_s = (told["end_us"] - told["start_us"]) / SECOND_US
    assert seen["duration"] == pytest.approx(length_s, abs=FRAME_US / SECOND_US)


@pytest.mark.parametrize("kind", [kind for kind in MIXED if kind.startswith("h264")])
def test_it_plays_all_of_a_native_copy_and_nothing_more(
    browser: Browser, page: Path, copied: tuple[Path, dict[str, Any]]
) -> None:
    target, told = copied

    browser.go(page)
    browser.send("#clip", str(target))

    assert browser.later("return played()") == told["frames"] - told["native"]["undecodable"]

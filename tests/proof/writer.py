"""A console that writes as fast as it can, and tells each change once it is kept.

``python -m tests.proof.writer FOLDER`` prints the number of each camera that it added.
"""

from __future__ import annotations

import sys
from pathlib import Path

from console.app import build
from console.forms import CameraForm
from console.secret import Secret


def main(folder: Path) -> None:
    """Add cameras, change them and remove them, until somebody kills this process."""
    station = build(folder, lambda _: None)
    view = station.fleet.view()
    cluster = view.clusters[0] if view.clusters else station.fleet.add_cluster("Cụm 1")
    taken = {camera.number for camera in view.cameras}
    for number in (number for number in range(1, 10_000) if number not in taken):
        station.fleet.add_camera(
            CameraForm(
                number=number,
                name=f"Cổng {number}",
                cluster_id=cluster.id,
                main_url=f"rtsp://192.0.{number // 250}.{number % 250 + 1}/main",
                username="admin",
                password=Secret(f"hoa-phượng-{number}"),
            )
        )
        print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

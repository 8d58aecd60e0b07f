from __future__ import annotations

import pytest

from tests.house import packages
from tests.house.packages import Kind, Need

THERE = [
    Need("libc6", Kind.LIBRARY, "libc.so.6"),
    Need("python3", Kind.MODULE, "json"),
    Need("dash", Kind.COMMAND, "sh"),
    Need("vlc-plugin-base", Kind.PLUGIN, "vlc/plugins/video_output/libvmem_plugin.so"),
]
ABSENT = [
    Need("libnowhere1", Kind.LIBRARY, "libnowhere.so.1"),
    Need("python3-nowhere", Kind.MODULE, "nowhere"),
    Need("nowhere", Kind.COMMAND, "nowhere"),
    Need("nowhere-plugin", Kind.PLUGIN, "nowhere/libnothing_plugin.so"),
    Need("nowhere-doc", Kind.SHARED_FILE, "nowhere/**/nothing.avi*"),
]


def test_a_need_is_met_by_what_is_there_whoever_put_it_there() -> None:
    assert packages.missing(THERE) == []


def test_what_is_not_there_is_named_by_its_debian_package() -> None:
    assert packages.missing([*THERE, *ABSENT]) == [
        "libnowhere1",
        "nowhere",
        "nowhere-doc",
        "nowhere-plugin",
        "python3-nowhere",
    ]


def test_who_may_not_install_is_told_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # a machine without apt-get

    with pytest.raises(packages.SystemLacks, match=r"apt-get install .* libnowhere1"):
        packages.install(ABSENT[:1])

"""What is wrong with what somebody typed, by the words of the core's rules.

The sentences are in the context "messages", as all that is said of problems.
"""

from __future__ import annotations

from ui.mark_rules import BOOKMARK_RULES
from ui.words import QT_TRANSLATE_NOOP

# The rules of console.address, console.forms and console.lists, one word each.
RULES = {
    "scheme": QT_TRANSLATE_NOOP("messages", "The address must begin with rtsp:// or rtsps://."),
    "host": QT_TRANSLATE_NOOP("messages", "Type the camera's IP address, such as 192.168.1.20."),
    "name_not_allowed": QT_TRANSLATE_NOOP(
        "messages", "Names are not allowed here: type the camera's IP address."
    ),
    "loopback": QT_TRANSLATE_NOOP("messages", "This address is this PC itself, not a camera."),
    "port": QT_TRANSLATE_NOOP("messages", "The port must be a number from 1 to 65535."),
    "characters": QT_TRANSLATE_NOOP("messages", "It holds a blank or a sign that is not allowed."),
    "length": QT_TRANSLATE_NOOP("messages", "It is too long."),
    "userinfo": QT_TRANSLATE_NOOP(
        "messages", "User and password in the address cannot be read; type them in their fields."
    ),
    "empty": QT_TRANSLATE_NOOP("messages", "Type something here."),
    "range": QT_TRANSLATE_NOOP("messages", "Type a whole number from 1 to 9999."),
    "no_stream": QT_TRANSLATE_NOOP("messages", "Type the main or the sub address, or both."),
    "other_host": QT_TRANSLATE_NOOP("messages", "Main and sub address must be of the same device."),
    "other_login": QT_TRANSLATE_NOOP(
        "messages", "The address holds another login than this field. Leave one of them out."
    ),
    "again": QT_TRANSLATE_NOOP(
        "messages", "The camera's address is another one: type the password again."
    ),
    "unknown": QT_TRANSLATE_NOOP("messages", "This word is not known here."),
    "number_taken": QT_TRANSLATE_NOOP("messages", "The number is in use."),
    "address_taken": QT_TRANSLATE_NOOP("messages", "A camera with this address is there already."),
    "quotes": QT_TRANSLATE_NOOP("messages", "A quotation mark is not closed in this row."),
    # Those of console.station and console.logo.
    "days": QT_TRANSLATE_NOOP("messages", "Type a whole number of days from 1 to 3650."),
    "share": QT_TRANSLATE_NOOP(
        "messages", "Type a whole number of per cent from 1 to 100, or nothing for no limit."
    ),
    "budget_gb": QT_TRANSLATE_NOOP(
        "messages", "Type whole gigabytes a month, 1 or more, or nothing for no limit."
    ),
    "week": QT_TRANSLATE_NOOP("messages", "Tick at least one hour of the week."),
    # Those of console.volumes.
    "path": QT_TRANSLATE_NOOP(
        "messages", "Type the whole path of a folder of this PC, such as D:\\ghi-hinh."
    ),
    "missing": QT_TRANSLATE_NOOP(
        "messages", "There is no such folder. Plug the disk in, or make the folder first."
    ),
    "not_writable": QT_TRANSLATE_NOOP(
        "messages", "This folder cannot be written to. Choose another, or ask for the right to it."
    ),
    "share_folder": QT_TRANSLATE_NOOP(
        "messages", "This folder lies on another machine. Choose a disk of this PC."
    ),
    "inside": QT_TRANSLATE_NOOP(
        "messages", "This folder is one of the footage folders, or lies in one. Choose another."
    ),
    "other_station": QT_TRANSLATE_NOOP(
        "messages", "Footage of another station lies on this disk. Choose another disk."
    ),
    "other_volume": QT_TRANSLATE_NOOP(
        "messages", "This disk is a footage folder of this station already, under another name."
    ),
    "no_room": QT_TRANSLATE_NOOP(
        "messages", "Too little room: it needs 5 GB more than what is left free. Choose another."
    ),
    "reserve": QT_TRANSLATE_NOOP("messages", "Type whole gigabytes from 1 to 10000."),
    "has_footage": QT_TRANSLATE_NOOP(
        "messages", "Footage still lies there. Stop writing to it and wait until it is empty."
    ),
    # Those of console.holds.
    "hold_cameras": QT_TRANSLATE_NOOP("messages", "Choose at least one camera, 1000 at most."),
    "hold_numbers": QT_TRANSLATE_NOOP("messages", "Type camera numbers, such as 3, 12-14."),
    "hold_unknown": QT_TRANSLATE_NOOP("messages", "There is no camera of one of these numbers."),
    "hold_period": QT_TRANSLATE_NOOP(
        "messages",
        "This is not clear. Type such as: yesterday 22h - 23h30, 23/11 22h05 - 24/11 6h.",
    ),
    "hold_until": QT_TRANSLATE_NOOP("messages", "Type days such as 90, or a day as 31/12/2026."),
    "hold_span": QT_TRANSLATE_NOOP("messages", "It may be 31 days long at most. Make two holds."),
    "hold_over": QT_TRANSLATE_NOOP("messages", "This time is past. Choose a later day."),
    "hold_sooner": QT_TRANSLATE_NOOP(
        "messages", "It is held for longer already. To let it end sooner, release it."
    ),
    "hold_ended": QT_TRANSLATE_NOOP(
        "messages", "This hold keeps nothing any more. Make a new one if the footage is there."
    ),
    **BOOKMARK_RULES,
    # That of console.phones.
    "phone": QT_TRANSLATE_NOOP(
        "messages",
        "Nobody can dial this. Type the number as it is dialled here, such as 0912 345 678.",
    ),
    # Those of console.exhibits.
    "unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "The file cannot be read to its end. Nothing of it was kept. Plug the stick in again, then"
        " try once more.",
    ),
    "no_room_to_keep": QT_TRANSLATE_NOOP(
        "messages",
        "The station's disk has too little room: 2 GB must stay free beside the file. Nothing of it"
        " was kept. Call the administrator.",
    ),
    "device_time": QT_TRANSLATE_NOOP(
        "messages", "Type day, month, year and time, such as 22/11/2026 22:05:12."
    ),
    "clock_offset": QT_TRANSLATE_NOOP(
        "messages",
        "Begin with + where the device is ahead, - where it is behind, then minutes:seconds or"
        " hours:minutes:seconds, such as +5:12.",
    ),
    "no_file": QT_TRANSLATE_NOOP("messages", "This is no file. Choose the video file itself."),
    "empty_file": QT_TRANSLATE_NOOP("messages", "The file is empty: there is nothing to take in."),
    "too_large": QT_TRANSLATE_NOOP("messages", "The file is too large to be taken in."),
    "changed": QT_TRANSLATE_NOOP(
        "messages", "The file changed while it was copied. Nothing was kept; try once more."
    ),
    "badly_written": QT_TRANSLATE_NOOP(
        "messages", "This PC's disk did not keep the file as it is. Call the administrator."
    ),
    "minutes": QT_TRANSLATE_NOOP("messages", "Type a whole number of minutes from 1 to 60."),
    "folder": QT_TRANSLATE_NOOP(
        "messages", "Type the whole path of a folder, such as E:\\backup or /media/backup."
    ),
    "web_address": QT_TRANSLATE_NOOP(
        "messages", "Type the whole address, such as http://tsa.example.vn/tsr, or nothing."
    ),
    "web_login": QT_TRANSLATE_NOOP(
        "messages", "Leave the name and the password out: whoever is on the way would read them."
    ),
    "logo_format": QT_TRANSLATE_NOOP(
        "messages", "This is no picture that can be shown. Choose a PNG or JPEG file."
    ),
    "logo_bytes": QT_TRANSLATE_NOOP(
        "messages", "The file is too large. Choose one of at most 256 KiB."
    ),
    "logo_side": QT_TRANSLATE_NOOP(
        "messages", "The picture is too large. Choose one of at most 1024 pixels a side."
    ),
    # Those of console.passwords.
    "short": QT_TRANSLATE_NOOP("messages", "It needs at least 8 characters; 15 are better."),
    "long": QT_TRANSLATE_NOOP("messages", "It has more than 256 characters."),
    "common": QT_TRANSLATE_NOOP(
        "messages", "This one is among those that are guessed first. Add words of your own."
    ),
    "context": QT_TRANSLATE_NOOP(
        "messages", "It is made of names that anyone here would guess. Add other words."
    ),
    "same": QT_TRANSLATE_NOOP("messages", "This is the old password. Choose another."),
    "passphrase_short": QT_TRANSLATE_NOOP("messages", "A passphrase needs at least 15 characters."),
    "differs": QT_TRANSLATE_NOOP("messages", "The two are not the same. Type it again."),
    "cell_length": QT_TRANSLATE_NOOP("messages", "A cell of this row is far too long."),
}
OTHER_RULE = QT_TRANSLATE_NOOP(
    "messages", "This cannot be a camera's address. Type the camera's own IP address."
)

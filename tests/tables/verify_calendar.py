"""Checks that visits and follow-ups, written as a calendar, are read by another program.

Usage: verify_calendar.py ARCHIVE_PROGRAM

A sample shop is written by `archive generate`, its calendar by `archive export-ics`, and PyPI's icalendar
reads it: every event without an error, with a name of its own, and with times that make sense.
"""

import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

import icalendar


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as place:
        shop, calendar = pathlib.Path(place, "shop.json"), pathlib.Path(place, "shop.ics")
        subprocess.run(
            [program, "generate", "--cases", "200", "--seed", "7", "--lang", "zh-TW", "-o", str(shop)],
            check=True, stdout=subprocess.DEVNULL,
        )
        command = [program, "export-ics", str(shop), "--now", "2026-11-01T09:00:00Z", "-o", str(calendar)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        records = json.loads(shop.read_text(encoding="utf-8"))["records"]
        read = icalendar.Calendar.from_ical(calendar.read_bytes())
    timed, days, wrong = 0, 0, [f"{error}" for error in read.errors]
    names = set()
    for event in read.walk("VEVENT"):
        name = str(event["UID"])
        wrong += [f"{name}: {error}" for error in event.errors]
        if name in names:
            wrong.append(f"{name}: stands twice")
        names.add(name)
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        if isinstance(start, datetime.datetime):
            timed += 1
            if start.utcoffset() != datetime.timedelta(0):
                wrong.append(f"{name}: its start is not in UTC")
        else:
            days += 1
        if not start < end or not str(event["SUMMARY"]).strip() or "DTSTAMP" not in event:
            wrong.append(f"{name}: lacks something")
    visits = sum(record["record"] == "visit" for record in records)
    if timed != visits or days == 0:
        wrong.append(f"{timed} visits were read of {visits}, and {days} follow-ups")
    for line in wrong:
        print(f"FAILED: {line}")
    print(f"FIGURE calendar read by icalendar: {timed} visits, {days} follow-ups, {len(wrong)} errors")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

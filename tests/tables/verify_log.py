"""Checks the figures of the native program against those of a real log.

Usage: verify_log.py ARCHIVE_PROGRAM FOLDER

FOLDER holds the source distribution of PyPI's declare4py (tools/setup.sh fetches it), in which there is
a log of a workshop that repairs phones. It is turned into a list of events, taken in by
`archive import-events` and counted by `archive stats`; the same is counted here from the log itself.
"""

import csv
import datetime
import json
import pathlib
import statistics
import subprocess
import sys
import tarfile
import tempfile
import xml.etree.ElementTree as tree

LOG = "repair_example"
# What the process-mining library pm4py computes for this log: seconds, to the tenth.
CASES, EVENTS, MEAN, MEDIAN = 500, 5725, 4055.3, 3780.0


def events_of(log):
    """The rows of the log: case, activity, time, person, and what else it says."""
    rows = []
    for trace in log.findall("{*}trace"):
        attributes = {child.get("key"): child.get("value") for child in trace if child.get("key")}
        for event in trace.findall("{*}event"):
            said = {child.get("key"): child.get("value") for child in event}
            rows.append({"case": attributes["concept:name"], **said})
    return rows


def percentile(values, tenths):
    """On the straight line between the nearest two, as spreadsheets and numpy do."""
    values = sorted(values)
    way = (len(values) - 1) * tenths / 10
    before = int(way)
    after = min(before + 1, len(values) - 1)
    return values[before] + (values[after] - values[before]) * (way - before)


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as place:
        return check(program, folder, pathlib.Path(place))


def check(program, folder, place):
    """How many figures are wrong."""
    with tarfile.open(next(folder.glob("declare4py-*.tar.gz"))) as package:
        name = next(name for name in package.getnames() if LOG in name and name.endswith(".xes"))
        rows = events_of(tree.parse(package.extractfile(name)).getroot())
    names = ["case", "concept:name", "time:timestamp", "org:resource"]
    names += sorted({key for row in rows for key in row} - set(names))
    table, archive = place / "repair.csv", place / "repair.json"
    with open(table, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)
    command = [program, "import-events", str(table), "--case", "case", "--activity", "concept:name"]
    command += ["--time", "time:timestamp", "--person", "org:resource", "-o", str(archive)]
    subprocess.run(command, check=True)
    subprocess.run([program, "validate", str(archive)], check=True, stdout=subprocess.DEVNULL)
    stats = json.loads(subprocess.run([program, "stats", str(archive)], check=True, capture_output=True).stdout)

    times = {}
    for row in rows:
        at = datetime.datetime.fromisoformat(row["time:timestamp"]).timestamp()
        times.setdefault(row["case"], []).append(at)
    durations = [max(moments) - min(moments) for moments in times.values()]
    activities = {}
    for row in rows:
        activities[row["concept:name"]] = activities.get(row["concept:name"], 0) + 1
    seconds = stats["case_duration_s"]
    checks = [
        ("cases", stats["cases"], CASES, 0),
        ("events", stats["events"], EVENTS, 0),
        ("mean, to the tenth", round(seconds["mean"], 1), MEAN, 0),
        ("mean", seconds["mean"], statistics.mean(durations), 0.001),
        ("median", seconds["median"], MEDIAN, 0),
        ("ninetieth percentile", seconds["p90"], percentile(durations, 9), 0.001),
        ("activities", {name: each["count"] for name, each in stats["activities"].items()}, activities, None),
    ]
    wrong = 0
    for what, ours, theirs, within in checks:
        fits = ours == theirs if not within else abs(ours - theirs) <= within
        wrong += not fits
        if not fits:
            print(f"FAILED: {what}: {ours} is not {theirs}")
    figure = f"{stats['cases']} cases, {stats['events']} events, mean {seconds['mean']} s, "
    print(f"FIGURE real log of repairs: {figure}median {seconds['median']} s, p90 {seconds['p90']} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

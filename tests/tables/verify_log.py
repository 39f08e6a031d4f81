"""Checks the figures of the native program against those of a real log.

Usage: verify_log.py ARCHIVE_PROGRAM FOLDER

The log is one of a workshop that repairs phones. It stands in the source distribution of PyPI's
declare4py, which is fetched by its name into FOLDER. It is turned into a list of events, taken in by
`archive import-events`, and counted by `archive stats`; the same is counted here from the log itself.
"""

import csv
import datetime
import json
import pathlib
import statistics
import subprocess
import sys
import tarfile
import xml.etree.ElementTree as tree

PACKAGE = "declare4py==2.2.0"
LOG = "repair_example"
# What the process-mining library pm4py computes for this log: seconds, to the tenth.
CASES, EVENTS, MEAN, MEDIAN = 500, 5725, 4055.3, 3780.0


def fetched(folder):
    """The source distribution, fetched unless it is there."""
    found = lambda: sorted(folder.glob("declare4py-2.2.0*.tar.gz"))
    if not found():
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
        command += ["--no-deps", "--no-binary", ":all:", "--dest", str(folder), PACKAGE]
        subprocess.run(command, check=True)
    return found()[0]


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
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fetched(folder)) as package:
        name = next(name for name in package.getnames() if LOG in name and name.endswith(".xes"))
        rows = events_of(tree.parse(package.extractfile(name)).getroot())
    names = ["case", "concept:name", "time:timestamp", "org:resource"]
    names += sorted({key for row in rows for key in row} - set(names))
    table, archive = folder / "repair.csv", folder / "repair.json"
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

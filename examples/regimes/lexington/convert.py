#!/usr/bin/env python3
"""Converts Lexington-Fayette food inspections to visits, findings and official scores.

usage: convert.py INSPECTIONS.csv[.xz] FOLDER

Columns used: est_number, date, inspection_type (1 routine, 2 follow-up), score, violation_items (item numbers).
Visits are written by establishment and date, the routine visit first: half of the follow-ups carry the date of the
routine visit that they follow.
"""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from public_data import Output, Report, rows  # noqa: E402

MODES = {"1": "supervision", "2": "look_back"}


def convert(source, folder):
    report = Report()
    inspections = []
    for line, row in rows(source):
        place = f"{os.path.basename(source)}:{line}"
        if row["inspection_type"] not in MODES:
            report.note(f"left out: inspection type {row['inspection_type']!r}", place)
        elif not row["score"].isdigit():
            report.note("left out: no score", place)
        else:
            inspections.append((row["est_number"], row["date"], row["inspection_type"], line, row))
    inspections.sort(key=lambda inspection: inspection[:4])

    seen = {}
    with Output(folder, ("visit", "site", "date", "mode"), ("visit", "item", "note")) as output:
        for site, date, kind, line, row in inspections:
            place = f"{os.path.basename(source)}:{line}"
            visit = f"{site}-{date}-{kind}"
            seen[visit] = seen.get(visit, 0) + 1
            if seen[visit] > 1:
                report.note("kept: a second inspection of the same kind on one day", place)
                visit += f"-{seen[visit]}"
            output.visit(visit, site, date, MODES[kind])
            cited = re.findall(r"\d+", row["violation_items"])
            if len(set(cited)) < len(cited):
                report.note("kept: an item cited twice at one inspection (it counts once)", place)
            for item in cited:
                output.finding(visit, item, "")
            output.expect(visit, row["score"])
    report.print()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    convert(sys.argv[1], sys.argv[2])

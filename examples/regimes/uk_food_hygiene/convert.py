#!/usr/bin/env python3
"""Converts Food Standards Agency open data to visits, readings and official ratings.

usage: convert.py ESTABLISHMENTS.csv[.xz] FOLDER

Columns used: fhrsid, btype, rating, rating_date, scheme, new_rating_pending, hygiene, structural, confidence.
Left out, and counted: the Scottish scheme (FHIS, which has no component scores), establishments that await an
inspection or are exempt, and ratings published without their component scores.
"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from public_data import Output, Report, rows  # noqa: E402

COMPONENTS = ("hygiene", "structural", "confidence")


def convert(source, folder):
    report = Report()
    with Output(
        folder,
        ("visit", "site", "date", "business_type", "new_rating_pending"),
        ("visit", "item", "reading", "value"),
    ) as output:
        for line, row in rows(source):
            place = f"{os.path.basename(source)}:{line}"
            if row["scheme"] != "FHRS":
                report.note(f"left out: scheme {row['scheme']}", place)
            elif not row["rating"].isdigit():
                report.note(f"left out: rating {row['rating']}", place)
            elif not all(row[component].isdigit() for component in COMPONENTS):
                report.note("left out: rating without component scores", place)
            else:
                if not row["rating_date"]:
                    report.note("kept: rating without a date", place)
                visit = row["fhrsid"]
                pending = "yes" if row["new_rating_pending"] == "True" else "no"
                output.visit(visit, visit, row["rating_date"], row["btype"], pending)
                for component in COMPONENTS:
                    output.finding(visit, "rating", component, row[component])
                output.expect(visit, row["rating"])
    report.print()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    convert(sys.argv[1], sys.argv[2])

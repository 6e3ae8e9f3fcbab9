#!/usr/bin/env python3
"""Converts San Francisco LIVES inspections to visits, findings and official scores.

usage: convert.py INSPECTIONS.csv[.xz] VIOLATIONS.csv[.xz] RISKS.csv[.xz] FOLDER

INSPECTIONS: business_id, score, date, type. VIOLATIONS: business_id, date, description. RISKS: description, risk (Low,
Moderate, High). The two are joined on business and date. A description may end in "[ date violation corrected:
m/d/Y ]": that is when the fault was put right, and is written as the column rectified_on, not as part of the text.
Inspections without a violation row are left out and counted: the public data do not say whether they found nothing.
"""

import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from public_data import Output, Report, rows  # noqa: E402

CORRECTED = re.compile(r"\[ date violation corrected: (\d{1,2})/(\d{1,2})/(\d{4}) \]\s*$")


def spaces_collapsed(text):
    return re.sub(r"\s+", " ", text).strip()


def iso(date):
    return f"{date[:4]}-{date[4:6]}-{date[6:]}"


def split_description(description, place, report):
    """Returns (text, day of correction or "")."""
    corrected = CORRECTED.search(description)
    if corrected:
        month, day, year = corrected.groups()
        return spaces_collapsed(description[: corrected.start()]), f"{year}-{int(month):02}-{int(day):02}"
    text, bracket, _ = description.partition("[")
    if bracket:
        report.note("an unreadable day of correction", place)
    return spaces_collapsed(text), ""


def convert(inspections, violations, risks, folder):
    report = Report()
    severity = {spaces_collapsed(row["description"]): row["risk"].lower() for _, row in rows(risks)}
    visits = {}
    for line, row in rows(inspections):
        visits.setdefault((row["business_id"], row["date"]), []).append((line, row))

    found = {}
    for line, row in rows(violations):
        place = f"{os.path.basename(violations)}:{line}"
        key = (row["business_id"], row["date"])
        text, rectified_on = split_description(row["description"], place, report)
        if rectified_on and rectified_on < iso(row["date"]):
            report.note("a day of correction before the inspection", place)
        if key not in visits:
            report.note("left out: a violation without an inspection", place)
            continue
        if text not in severity:
            report.note("left out: a description without a risk", place)
            continue
        found.setdefault(key, []).append((text, rectified_on))

    with Output(
        folder, ("visit", "site", "date", "mode"), ("visit", "item", "severity", "violation", "rectified_on")
    ) as output:
        for key, inspected in visits.items():
            for number, (line, row) in enumerate(inspected, 1):
                place = f"{os.path.basename(inspections)}:{line}"
                if key not in found:
                    report.note("left out: an inspection without violation rows", place)
                    continue
                visit = f"{key[0]}-{iso(key[1])}"
                if number > 1:
                    report.note("kept: a second inspection on one day, with the same violation rows", place)
                    visit += f"-{number}"
                output.visit(visit, key[0], iso(key[1]), row["type"])
                for text, rectified_on in found[key]:
                    output.finding(visit, "score", severity[text], text, rectified_on)
                output.expect(visit, row["score"])
    report.print()


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    convert(*sys.argv[1:])

#!/usr/bin/env python3
"""Converts a list of NSPIRE inspections to visits and findings.

usage: convert.py INSPECTIONS.json FOLDER

INSPECTIONS.json is a list of {"id", "date", "units", "defects": [[severity, area, defect, location], ...], "score"}.
Only units and defects are needed, of a defect only severity (LT or life-threatening, severe, moderate, low) and area
(outside or out, inside or in, unit); a defect without a name or a location is taken to be one of its own. A document
that is a list of test vectors is searched for the one named "nspire", whose examples are the inspections.
"""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from public_data import Output, Report  # noqa: E402

SEVERITIES = {"lt": "life_threatening", "life-threatening": "life_threatening"}
SEVERITIES.update({severity: severity for severity in ("life_threatening", "severe", "moderate", "low")})
AREAS = {"outside": "outside", "out": "outside", "inside": "inside", "in": "inside", "unit": "unit"}


def inspections_of(document):
    for entry in document:
        if entry.get("name") == "nspire":
            return entry["examples"]
    return document


def convert(source, folder):
    report = Report()
    with open(source, encoding="utf-8") as file:
        inspections = inspections_of(json.load(file, parse_float=str))
    with Output(
        folder,
        ("visit", "site", "date", "units_sampled"),
        ("visit", "item", "severity", "defect", "location"),
    ) as output:
        for number, inspection in enumerate(inspections, 1):
            visit = str(inspection.get("id", number))
            output.visit(visit, visit, inspection.get("date", ""), inspection["units"])
            for position, (severity, area, *rest) in enumerate(inspection["defects"], 1):
                if severity.lower() not in SEVERITIES or area.lower() not in AREAS:
                    report.note("left out: a defect of unknown severity or area", f"inspection {visit}")
                    continue
                defect, location = (list(rest) + ["", ""])[:2]
                if not defect and not location:
                    location = f"place {position}"
                output.finding(visit, AREAS[area.lower()], SEVERITIES[severity.lower()], defect, location)
            if "score" in inspection:
                # "94.0" and "94" are one number: write it in its shortest form.
                score = str(inspection["score"])
                output.expect(visit, score.rstrip("0").rstrip(".") if "." in score else score)
    report.print()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    convert(sys.argv[1], sys.argv[2])

#!/usr/bin/env python3
"""Converts nursing-home citations of the CMS provider data catalogue to visits and findings.

usage: convert.py CITATIONS.csv[.xz] PROVIDERS.csv[.xz] FOLDER [TAGS.txt]

CITATIONS ("Health Deficiencies"): CMS Certification Number (CCN), Survey Date, Deficiency Prefix, Deficiency Tag
Number, Scope Severity Code, Inspection Cycle. PROVIDERS ("Provider Information"): CMS Certification Number (CCN),
Rating Cycle 1 Number of Health Revisits (and 2, 3; older files: 2/3), Total Weighted Health Survey Score (optional).
TAGS.txt lists the tags, one a line (F600 or 600), under which a letter of F or H–L means substandard quality of care.
A provider is one visit; a cycle without a citation scores 0; a cycle without a number of revisits was not inspected.
"""

import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from public_data import Output, Report, rows  # noqa: E402

CCN = "CMS Certification Number (CCN)"
CYCLES = ("1", "2", "3")
SUBSTANDARD_LETTERS = set("FHIJKL")


def tag_number(text):
    return text.strip().lstrip("Ff").lstrip("0")


def revisits_of(provider, cycle):
    name = f"Rating Cycle {cycle} Number of Health Revisits"
    older = "Rating Cycle 2/3 Number of Health Revisits"
    return provider.get(name, provider.get(older, "") if cycle != "1" else "").strip()


def convert(citations, providers, folder, tags=None):
    report = Report()
    substandard_tags = set()
    if tags:
        with open(tags, encoding="utf-8") as file:
            substandard_tags = {tag_number(line) for line in file if line.strip()}

    cited = {}
    for line, row in rows(citations):
        place = f"{os.path.basename(citations)}:{line}"
        letter, cycle = row["Scope Severity Code"].strip(), row["Inspection Cycle"].strip()
        if row.get("Deficiency Prefix", "F").strip() not in ("", "F"):
            report.note("left out: a deficiency of another prefix than F", place)
        elif cycle not in CYCLES:
            report.note("left out: a citation of another cycle", place)
        elif len(letter) != 1 or letter not in "ABCDEFGHIJKL":
            report.note("left out: no letter for scope and severity", place)
        else:
            tag = row["Deficiency Tag Number"].strip()
            substandard = letter in SUBSTANDARD_LETTERS and tag_number(tag) in substandard_tags
            finding = (cycle, letter, "yes" if substandard else "no", "F" + tag.lstrip("Ff"), row["Survey Date"])
            cited.setdefault(row[CCN], []).append((finding, place))

    with Output(
        folder,
        ("visit", "site"),
        ("visit", "item", "cycle", "letter", "substandard", "tag", "note", "reading", "value", "result"),
    ) as output:
        for _, provider in rows(providers):
            visit = provider[CCN]
            output.visit(visit, visit)
            inspected = set()
            for cycle in CYCLES:
                revisits = revisits_of(provider, cycle)
                if revisits:
                    inspected.add(cycle)
                    output.finding(visit, "health", cycle, "", "", "", "", "revisits", revisits, "")
                else:
                    output.finding(visit, "health", cycle, "", "", "", "", "", "", "not_checked")
            for (cycle, letter, substandard, tag, date), place in cited.pop(visit, []):
                if cycle in inspected:
                    output.finding(visit, "health", cycle, letter, substandard, tag, date, "", "", "")
                else:
                    report.note("left out: a citation in a cycle that was not inspected", place)
            official = provider.get("Total Weighted Health Survey Score", "").strip()
            if official:
                output.expect(visit, official)
    for findings in cited.values():
        for _, place in findings:
            report.note("left out: a citation of a provider that is not listed", place)
    report.print()


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    convert(*sys.argv[1:])

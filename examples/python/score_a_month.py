"""A month of visits to a city's sites: scores from columns, the worst visit explained.

    PYTHONPATH=build/release/python /usr/bin/python3 examples/python/score_a_month.py
"""

import csv
from collections import defaultdict
from pathlib import Path

import aedile

folder = Path(__file__).parents[1] / "national"
scheme = aedile.load(folder / "scheme.json")


def rows(name):
    with open(folder / name, encoding="utf-8-sig", newline="") as file:
        return [{key: value for key, value in row.items() if value} for row in csv.DictReader(file)]


observed = defaultdict(lambda: {"findings": [], "readings": [], "checks": []})
for row in rows("findings.csv"):
    kinds = observed[row.pop("visit")]
    if "result" in row:
        kinds["checks"].append(row)
    elif "reading" in row:
        row["name"] = row.pop("reading")
        kinds["readings"].append(row)
    else:
        row["count"] = int(row.get("count", 1))
        kinds["findings"].append(row)

cards = {}
for visit in rows("visits.csv"):
    visit["id"] = visit.pop("visit")
    cards[visit["id"]] = scheme.score({**visit, **observed[visit["id"]]})

marks = sorted((card.mark, visit) for visit, card in cards.items() if card.mark is not None)
print(f"{len(marks)} visits scored, from {marks[0][0]} to {marks[-1][0]}")
print(cards[marks[0][1]].explain("zh"))

"""What the converters of the regimes share: public CSV in, visits and findings out, and a count of what was dirty.

Nothing is dropped silently: whatever a converter leaves out or repairs it reports here by kind, and the counts, each
with the place of its first example, are printed to standard error at the end.
"""

import csv
import lzma
import os
import sys


def rows(path):
    """Yields (line number, row as a dictionary) of a CSV file, plain or compressed (.xz)."""
    opener = lzma.open if path.endswith(".xz") else open
    with opener(path, "rt", encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            yield reader.line_num, row


class Report:
    """Counts by kind of what was left out or repaired."""

    def __init__(self):
        self.kinds = {}

    def note(self, kind, place):
        count, first = self.kinds.get(kind, (0, place))
        self.kinds[kind] = (count + 1, first)

    def print(self):
        for kind, (count, first) in self.kinds.items():
            print(f"{count} × {kind}; first at {first}", file=sys.stderr)


class Output:
    """Writes visits.csv, findings.csv and expected.csv into a folder. Use as a context manager."""

    def __init__(self, folder, visit_columns, finding_columns, expected_columns=("visit", "score")):
        os.makedirs(folder, exist_ok=True)
        self.files = []
        self.counts = {}
        self.writers = {}
        for name, columns in (("visits", visit_columns), ("findings", finding_columns), ("expected", expected_columns)):
            file = open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="")
            self.files.append(file)
            self.writers[name] = csv.writer(file, lineterminator="\n")
            self.writers[name].writerow(columns)
            self.counts[name] = 0

    def write(self, name, *cells):
        self.writers[name].writerow(cells)
        self.counts[name] += 1

    def visit(self, *cells):
        self.write("visits", *cells)

    def finding(self, *cells):
        self.write("findings", *cells)

    def expect(self, *cells):
        self.write("expected", *cells)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for file in self.files:
            file.close()
        print(", ".join(f"{count} {name}" for name, count in self.counts.items()), file=sys.stderr)

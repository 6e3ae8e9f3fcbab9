"""Runs the regimes of examples/ through the aedile command and compares with what is official.

usage: run_regimes.py AEDILE SOURCE_DIR own|public REGIME

own: the example's own records, all of which must agree; the plain scorer of this folder must give the same marks.
public: the public records under $AEDILE_SHARED (default SOURCE_DIR/../shared), converted to a temporary folder, of
which the known number must agree. Exit 77 (skipped) where they are absent.
"""

import csv
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
from collections import Counter
from fractions import Fraction
from pathlib import Path

import plain_score

SKIPPED = 77


class Failure(Exception):
    pass


def require(condition, sentence):
    if not condition:
        raise Failure(sentence)


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def items_of(node):
    return [item for child in node["children"] for item in items_of(child)] if "children" in node else [node]


def same_number(a, b):
    return a == b if "" in (a, b) else Fraction(a) == Fraction(b)


class Bench:
    """The command, the sources and a folder to work in."""

    def __init__(self, aedile, source, folder):
        self.aedile = aedile
        self.examples = source / "examples"
        self.folder = folder
        self.shared = Path(os.environ.get("AEDILE_SHARED") or source.parent / "shared")

    def public(self, *parts):
        path = self.shared.joinpath(*parts)
        if not path.exists():
            print(f"skipped: {path} is not there")
            sys.exit(SKIPPED)
        return path

    def run(self, *arguments):
        done = subprocess.run([self.aedile, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
        return done.returncode, done.stdout + done.stderr

    def check(self, scheme):
        """Exit code and the problems as (line, severity, code)."""
        code, said = self.run("check", scheme)
        problems = re.findall(r"^[^\n]*?:(\d+):\d+: (error|warning): .*\[(\w+)\]$", said, re.MULTILINE)
        return code, [(int(line), severity, name) for line, severity, name in problems], said

    def require_clean(self, scheme):
        code, problems, said = self.check(scheme)
        require(code == 0 and not problems, f"{scheme} is not clean:\n{said}")

    def score(self, scheme, records, expected=None):
        """Scores, and compares with the expected file if there is one. Returns (rows by visit, visits that differ)."""
        output = self.folder / "scores.csv"
        arguments = ["score", scheme, "--visits", records / "visits.csv", "--findings", records / "findings.csv"]
        arguments += ["--output", output] + (["--expect", expected] if expected else [])
        code, said = self.run(*arguments)
        require(code in (0, 3), f"aedile score {scheme} ended with {code}:\n{said[-3000:]}")
        scores = {row["visit"]: row for row in read(output)}
        if not expected:
            return scores, []
        official = read(expected)
        columns = [column for column in ("score", "grade") if column in official[0]]
        differing = [
            row["visit"]
            for row in official
            if not all((same_number if column == "score" else str.__eq__)(row[column], scores[row["visit"]][column])
                       for column in columns)
        ]  # fmt: skip
        # A row that is empty because the visit has no mark is compared here; the command need not count it as official.
        empty = sum(not any(row[column] for column in columns) for row in official)
        lines = [f"{rows - len(differing):,} of {rows:,} agree" for rows in (len(official), len(official) - empty)]
        require(any(line in said for line in lines), f'the command should say "{lines[0]}" of {scheme}, but says:\n{said[-3000:]}')
        print(f"{Path(scheme).parent.name}/{Path(scheme).name}: {lines[0]}")
        return scores, differing

    def own(self, scheme, records, expected):
        self.require_clean(scheme)
        scores, differing = self.score(scheme, records, expected)
        require(not differing, f"{scheme}: {differing} differ from the example's own expected results")
        self.require_plain(scheme, records, scores)

    def require_plain(self, scheme, records, scores):
        visits = plain_score.read_visits(records / "visits.csv", records / "findings.csv")
        plain = plain_score.score(plain_score.load(scheme), visits)
        differing = {
            visit: (result, (scores[visit]["score"], scores[visit]["grade"]))
            for visit, result in plain.items()
            if not same_number(result[0], scores[visit]["score"]) or result[1] != scores[visit]["grade"]
        }
        require(not differing, f"{scheme}: the plain scorer and the command differ: {dict(list(differing.items())[:5])}")
        print(f"{Path(scheme).parent.name}/{Path(scheme).name}: {len(plain)} of {len(plain)} as the plain scorer has them")

    def convert(self, regime, *arguments):
        converter = self.examples / "regimes" / regime / "convert.py"
        done = subprocess.run([sys.executable, converter, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
        require(done.returncode == 0, f"{converter} failed:\n{done.stderr}")
        return done.stderr


# Own records -------------------------------------------------------------------------------------------------------


def own_regime(bench, regime):
    folder = bench.examples / "regimes" / regime
    bench.own(folder / "scheme.json", folder, folder / "expected.csv")


XCCDF_MODELS = ("default", "flat", "flat-unweighted", "absolute")


def own_xccdf(bench, regime):
    folder = bench.examples / "regimes" / regime
    for model in XCCDF_MODELS:
        bench.own(folder / f"scheme-{model}.json", folder, folder / f"expected-{model}.csv")
    bench.convert("xccdf", folder / "benchmark.xml", bench.folder)
    for name in ["visits.csv", "findings.csv"] + [f"scheme-{model}.json" for model in XCCDF_MODELS]:
        same = (bench.folder / name).read_bytes() == (folder / name).read_bytes()
        require(same, f"{folder / name} is not what convert.py makes of benchmark.xml")
    for model in XCCDF_MODELS:
        expected = {row["visit"]: row["score"] for row in read(folder / f"expected-{model}.csv")}
        for row in read(bench.folder / f"expected-{model}.csv"):
            require(expected[row["visit"]] == row["score"], f"{row['visit']}: score of benchmark.xml, {model}")


def own_county(bench, _):
    folder = bench.examples / "county"
    text = (folder / "scheme.json").read_text(encoding="utf-8")
    line_of_item_18 = next(n for n, line in enumerate(text.splitlines(), 1) if '"code": "18"' in line)
    line_of_item_19 = next(n for n, line in enumerate(text.splitlines(), 1) if '"code": "19"' in line)

    def require_part_sum(scheme, severity, exit_code):
        code, problems, said = bench.check(scheme)
        require(
            code == exit_code
            and [(found, name) for _, found, name in problems] == [(severity, "part_sum")]
            and line_of_item_18 <= problems[0][0] < line_of_item_19,
            f"{scheme}: one {severity} part_sum is expected at item 18, and exit {exit_code}:\n{said}",
        )
        print(f"{scheme.name}: item 18 is reported as one {severity}")

    require_part_sum(folder / "scheme.json", "warning", 0)
    require(text.count('"part_sum": "scaled"') == 1, "the county's scheme stretches the parts of one item")
    as_published = bench.folder / "as_published.json"
    as_published.write_text(text.replace('"part_sum": "scaled"', '"part_sum": "equal"'), encoding="utf-8")
    require_part_sum(as_published, "error", 1)

    scores, differing = bench.score(folder / "scheme.json", folder, folder / "expected.csv")
    require(not differing, f"{differing} differ from the example's own expected results")
    bench.require_plain(folder / "scheme.json", folder, scores)


def own_national(bench, _):
    folder = bench.examples / "national"
    scheme = json.loads((folder / "scheme.json").read_text(encoding="utf-8"), parse_float=Fraction)
    base, feature = scheme["root"]["children"]
    dimensions = base["children"]
    indicators = [indicator for dimension in dimensions for indicator in dimension["children"]]
    items = items_of(base)
    shape = (len(dimensions), len(indicators), len(items))
    require(shape == (7, 33, 111), f"7 dimensions, 33 indicators, 111 items are expected, not {shape}")
    require(sum(item["full_marks"] for item in items) == 100, "the items are worth 100")
    require(feature["role"] == "adds" and feature["full_marks"] == 20, "the feature score adds 20")
    require(Counter(item["lead"] for item in items)["市城市管理局"] == 18, "one bureau leads 18 items")
    require(len({item["method"] for item in items}) == 5, "items are assessed by all five methods")
    require(len({rule["kind"] for item in items_of(scheme["root"]) for rule in item["rules"]}) >= 10, "rules of many kinds")
    require(all(node["title"]["zh"] and node["title"]["en"] for node in items), "titles in two languages")
    require(len(scheme["profiles"]) == 16 and len(read(folder / "sites.csv")) == 83, "16 classes of site, 83 sites")

    done = subprocess.run([sys.executable, folder / "make_visits.py", bench.folder], capture_output=True, text=True)
    require(done.returncode == 0, done.stderr)
    for name in ("sites.csv", "visits.csv", "findings.csv"):
        same = (bench.folder / name).read_bytes() == (folder / name).read_bytes()
        require(same, f"{name} is not what make_visits.py writes")

    require(len(read(folder / "expected.csv")) == 200, "200 visits are expected")
    bench.own(folder / "scheme.json", folder, folder / "expected.csv")


# Public records ----------------------------------------------------------------------------------------------------


def public_records(bench, regime, sources, agreeing, official, differing=None):
    bench.convert(regime, *sources, bench.folder)
    scheme = bench.examples / "regimes" / regime / "scheme.json"
    _, found = bench.score(scheme, bench.folder, bench.folder / "expected.csv")
    rows = len(read(bench.folder / "expected.csv"))
    require(rows == official, f"{official} official results are expected, not {rows}")
    require(rows - len(found) >= agreeing, f"only {rows - len(found)} agree; {agreeing} are expected")
    if differing is not None:
        require(set(found) == set(differing), f"other records differ than the known ones: {found}")


def public_uk_food_hygiene(bench, regime):
    source = bench.public("data", "fhrs", "establishments.csv.xz")
    public_records(bench, regime, [source], 133055, 133056, ["1176671"])  # a new rating is pending there


def public_lexington(bench, regime):
    source = bench.public("data", "lexington", "inspections.csv")
    clerical = ["31006-2014-02-06-1", "50280-2013-11-25-2", "51188-2016-02-11-1", "85742-2013-12-27-1"]
    public_records(bench, regime, [source], 9024, 9028, clerical)


def public_san_francisco_lives(bench, regime):
    folder = bench.public("data", "sf_lives")
    sources = [folder / "inspections.csv.xz", folder / "violations.csv.xz", folder / "weights.csv"]
    public_records(bench, regime, sources, 11735, 11841)  # 99.1 %
    reported = bench.convert(regime, *sources, bench.folder)
    for sentence in ("932 × left out: a violation without an inspection", "141 × a day of correction before the inspection"):
        require(sentence in reported, f"the converter should report {sentence!r}:\n{reported}")


def float32(text):
    return struct.unpack("f", struct.pack("f", float(Fraction(text))))[0]


def public_xccdf(bench, regime):
    source = bench.public("vectors", "xccdf.json")
    trees = json.loads(source.read_text(encoding="utf-8"))
    for policy, unscored in (
        ("openscap", set()),
        ("own", {("zero_weight", "default"), ("zero_weight", "flat"), ("zero_weight", "absolute")}),
    ):
        bench.convert(regime, source, bench.folder / policy, policy)
        agreeing, not_scored = 0, set()
        for tree in trees:
            folder = bench.folder / policy / tree["name"]
            for model, (score, maximum) in tree["peer_scores"].items():
                scores, _ = bench.score(folder / f"scheme-{model}.json", folder)
                row = scores["1"]
                if not row["score"]:
                    not_scored.add((tree["name"], model))
                    continue
                require(float32(row["score"]) == float32(score), f"{tree['name']}, {model}, {policy}: {row['score']}, not {score}")
                if model != "absolute" and policy == "own":  # that scanner's maximum is the flat one there
                    require(Fraction(row["possible"]) == Fraction(maximum), f"{tree['name']}, {model}: of {row['possible']}, not {maximum}")
                agreeing += 1
        require(not_scored == unscored, f"{policy}: without a score are {not_scored}")
        print(f"xccdf, policy {policy}: {agreeing} of {agreeing + len(not_scored)} agree, rounded to float32")


def vectors(bench, name):
    entries = json.loads(bench.public("vectors", "scoring.json").read_text(encoding="utf-8"))
    return next(entry for entry in entries if entry["name"] == name)


def public_nspire(bench, regime):
    vector = vectors(bench, "nspire")
    public_records(bench, regime, [bench.public("vectors", "scoring.json")], len(vector["examples"]), len(vector["examples"]), [])
    scheme = json.loads((bench.examples / "regimes" / regime / "scheme.json").read_text(encoding="utf-8"))
    names = {"LT": "life_threatening"}
    for area in scheme["root"]["children"]:
        table = area["rules"][0]["points"]["table"]
        for severity, impacts in vector["weights"].items():
            require(table[names.get(severity, severity)] == impacts[area["code"]], f"impact of {severity}, {area['code']}")


def public_nursing_homes(bench, regime):
    """The vector is a table: made into the catalogue's files, one provider for each of its numbers."""
    vector = vectors(bench, "cms_health_inspection")
    ccn = "CMS Certification Number (CCN)"
    citations, providers, expected = [], [], []

    def provider(score, letters_by_cycle, revisits=(1, 1, 1), tag="0600"):
        number = f"{len(providers) + 1:06}"
        providers.append([number, *revisits, plain_score.text(score)])
        for cycle, letters in enumerate(letters_by_cycle, 1):
            citations.extend([number, "2025-01-01", "F", tag, letter, cycle] for letter in letters)
        expected.append(score)

    points, substandard = vector["points"], {**vector["points"], **vector["substandard"]}
    for letter in "ABCDEFGHIJKL":
        provider(Fraction(points[letter]), [letter] * 3, tag="0812")
        provider(Fraction(substandard[letter]), [letter] * 3)
        for cycle, share in enumerate((Fraction(1, 2), Fraction(1, 3), Fraction(1, 6))):
            provider(points[letter] * share, ["" if c != cycle else letter for c in range(3)], tag="0812")
    for number, share in vector["revisit"].items():
        provider(points["G"] * (1 + Fraction(str(share))), ["G"] * 3, [number] * 3, "0812")
        provider(points["G"] * Fraction(str(share)) / 6 + points["G"], ["G"] * 3, [1, 1, number], "0812")
    provider(Fraction(points["G"] * 3 + points["D"] * 2, 5), ["G", "D", ""], [1, 1, ""], "0812")

    def write(name, header, lines):
        with open(bench.folder / name, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header] + lines)
        return bench.folder / name

    sources = [
        write("citations.csv", [ccn, "Survey Date", "Deficiency Prefix", "Deficiency Tag Number", "Scope Severity Code",
                                "Inspection Cycle"], citations),
        write("providers.csv", [ccn] + [f"Rating Cycle {n} Number of Health Revisits" for n in (1, 2, 3)]
              + ["Total Weighted Health Survey Score"], providers),
    ]  # fmt: skip
    tags = bench.folder / "tags.txt"
    tags.write_text("F600\n", encoding="utf-8")
    bench.convert(regime, *sources, bench.folder, tags)
    scheme = bench.examples / "regimes" / regime / "scheme.json"
    _, differing = bench.score(scheme, bench.folder, bench.folder / "expected.csv")
    require(not differing and len(expected) == 69, f"{differing} differ of {len(expected)}")


def public_county(bench, _):
    """Every number of the published table stands in the scheme."""
    table = json.loads(bench.public("data", "shicheng", "township_2018.json").read_text(encoding="utf-8"))
    scheme = json.loads((bench.examples / "county" / "scheme.json").read_text(encoding="utf-8"))
    nodes = {}

    def index(node):
        nodes[node["code"]] = node
        for child in node.get("children", []):
            index(child)

    index(scheme["root"])
    numbers = 0
    for position, section in enumerate(table["sections"][:5], 1):
        node = nodes[f"s{position}"]
        require((node["title"]["zh"], node["full_marks"]) == (section["name"], section["points"]), f"section {position}")
        parts = [child["full_marks"] for child in node["children"]]
        require(parts == ([item["points"] for item in section["items"]] or section["subitems"]), f"items of section {position}")
        numbers += 1 + len(parts)
        for item in section["items"]:
            children = nodes[str(item["no"])].get("children", [])
            require([child["full_marks"] for child in children] == item["subitems"], f"parts of item {item['no']}")
            owners = [nodes[str(item["no"])]["lead"], *nodes[str(item["no"])].get("supporting", [])]
            require(owners == item["dept"].split("/"), f"departments of item {item['no']}")
            numbers += len(children)
    print(f"{numbers} of {numbers} numbers of the published table agree")


OWN = {"xccdf": own_xccdf, "county": own_county, "national": own_national}


def main(arguments):
    if len(arguments) != 5 or arguments[3] not in ("own", "public"):
        sys.exit(__doc__)
    aedile, source, kind, regime = arguments[1:]
    with tempfile.TemporaryDirectory(prefix="aedile_regimes_") as folder:
        bench = Bench(aedile, Path(source), Path(folder))
        try:
            (OWN.get(regime, own_regime) if kind == "own" else globals()[f"public_{regime}"])(bench, regime)
        except Failure as failure:
            print(f"FAILED: {failure}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))

"""The aedile command from outside: every option, exit code and complaint.

    AEDILE=build/dev/bin/aedile test_command_line.py [SUITE[.test] ...]
"""

import csv
import io
import json
import os
import pty
import re
import resource
import select
import signal
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

AEDILE = os.environ["AEDILE"]
FINE, DATA, USAGE, DISAGREEMENT, FILES = range(5)

FRAMEWORK = {
    "aedile": "framework/1",
    "id": "demo",
    "edition": "2026",
    "title": {"en": "Demonstration", "zh": "示范"},
    "attributes": [{"name": "severity", "values": ["minor", "serious"]}],
    "profiles": [{"site_class": "park", "all_except": ["2"]}],
    "root": {
        "code": "total",
        "title": {"en": "Total", "zh": "总分"},
        "full_marks": 10,
        "grades": [{"code": "A", "title": "good", "at_least": 8}, {"code": "B", "title": "poor", "below": 8}],
        "children": [
            {
                "code": "1",
                "title": {"en": "Street is clean", "zh": "街道整洁"},
                "full_marks": 6,
                "clause": {"en": "half a point each", "zh": "每处扣0.5分"},
                "rules": [
                    {
                        "kind": "deduction",
                        "points": {"by": "severity", "table": {"minor": 0.5, "serious": 2}, "otherwise": 1},
                        "cap": 4,
                    }
                ],
            },
            {"code": "2", "title": {"en": "Signs are lit", "zh": "标识亮灯"}, "full_marks": 4, "rules": [{"kind": "whole_item"}]},
        ],
    },
}

VISITS = "visit,site,site_class,date,weather\nV1,North,,2026-03-09,dry\nV2,Park,park,2026-03-10,\nV3,South,,2026-03-11,\n"
FINDINGS = "visit,item,severity,count,location,note\nV3,2,,,gate,dark\nV1,1,minor,2,,litter\nV1,1,serious,,kerb,\n"
SCORES = (
    "visit,site,site_class,date,mode,edition,status,score,possible,grade,completion\n"
    "V1,North,,2026-03-09,,2026,scored,7,10,B,1\n"
    "V2,Park,park,2026-03-10,,2026,scored,10,10,A,1\n"
    "V3,South,,2026-03-11,,2026,scored,6,10,B,1\n"
)


class Done:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def json(self):
        return json.loads(self.out)


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="aedile_")
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        self.write("scheme.json", json.dumps(FRAMEWORK, ensure_ascii=False))
        self.write("v.csv", VISITS)
        self.write("f.csv", FINDINGS)

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return name

    def read(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    now = None  # what time it is there, where the machine's clock is not to matter

    def run_aedile(self, *arguments, code=FINE, stdin=b"", **options):
        if self.now is not None:
            options.setdefault("env", {**os.environ, "AEDILE_NOW": self.now})
        done = subprocess.run(
            [AEDILE, *map(str, arguments)], cwd=self.folder, input=stdin, capture_output=True, timeout=300, **options
        )
        out, err = done.stdout.decode(errors="surrogateescape"), done.stderr.decode(errors="surrogateescape")
        self.assertEqual(done.returncode, code, f"{arguments}\n{out[-2000:]}\n{err[-2000:]}")
        return Done(done.returncode, out, err)

    def score(self, *arguments, scheme="scheme.json", visits="v.csv", findings="f.csv", **options):
        return self.run_aedile("score", scheme, "--visits", visits, "--findings", findings, *arguments, **options)

    def explain(self, *arguments, **options):
        return self.run_aedile("explain", "scheme.json", "--visits", "v.csv", "--findings", "f.csv", *arguments, **options)

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())


class Check(Case):
    def test_sound_framework(self):
        done = self.run_aedile("check", "scheme.json")
        self.assertEqual(done.out, "scheme.json: framework demo, edition 2026: 3 nodes, 2 items, no errors\n")
        self.assertEqual(done.err, "")
        self.assertEqual(self.run_aedile("check", "--quiet", "scheme.json").out, "")

    def test_every_problem_of_every_file_in_one_go(self):
        self.write("a.json", '{"aedile": "framework/1", "id": "x", "edition": "1", "colour": 1, "root": {"cod": "t"}}')
        self.write("b.json", "{")
        done = self.run_aedile("check", "a.json", "scheme.json", "b.json", code=DATA)
        self.assertRegex(done.err, r"(?m)^a\.json:1:\d+: error: .*colour.*\[\w+\]$")
        self.assertRegex(done.err, r"(?m)^a\.json:1:\d+: error: .*cod.*\[\w+\]$")
        self.assertRegex(done.err, r"(?m)^b\.json:1:\d+: error: ")
        self.assertIn("scheme.json: framework demo", done.out)

    def test_standard_input(self):
        done = self.run_aedile("check", "-", stdin=(self.folder / "scheme.json").read_bytes())
        self.assertTrue(done.out.startswith("<stdin>: framework demo"))
        self.run_aedile("check", "-", "-", code=USAGE)

    def test_json(self):
        self.write("b.json", '{"aedile": "framework/1"}')
        done = self.run_aedile("check", "--json", "scheme.json", "b.json", code=DATA)
        self.assertEqual([file["ok"] for file in done.json["files"]], [True, False])
        self.assertEqual(done.json["errors"], len(done.json["problems"]))
        problem = done.json["problems"][0]
        self.assertEqual((problem["level"], problem["file"], problem["line"]), ("error", "b.json", 1))
        self.assertTrue(problem["code"] and problem["message"] and problem["column"])
        self.assertEqual(done.err, "")

    def test_mapping_is_looked_up_in_its_editions(self):
        older = dict(FRAMEWORK, edition="2021")
        self.write("2021.json", json.dumps(older))
        mapping = {
            "aedile": "edition_mapping/1",
            "framework": "demo",
            "from": "2021",
            "to": "2026",
            "entries": [
                {"kind": "same", "from": [code], "to": [code]} for code in ("total", "1", "2")
            ],
        }
        self.write("m.json", json.dumps(mapping))
        done = self.run_aedile("check", "m.json", "2021.json", "scheme.json")
        self.assertIn("m.json: mapping of demo from edition 2021 to 2026: 3 entries, no errors", done.out)
        alone = self.run_aedile("check", "m.json")
        self.assertIn("note: codes were not looked up", alone.err)
        mapping["entries"][2]["to"] = ["9"]
        self.write("m.json", json.dumps(mapping))
        self.assertRegex(self.run_aedile("check", "m.json", "2021.json", "scheme.json", code=DATA).err, r"m\.json:1:\d+: error: ")

    def test_unknown_format(self):
        self.write("x.json", '{"aedile": "recipe/3"}')
        self.assertIn("[unknown_format]", self.run_aedile("check", "x.json", code=DATA).err)

    def test_unknown_format_stands_at_its_value(self):
        self.write("x.json", '{\n  "id": "x",\n  "aedile": "framework/2"}')
        self.assertIn("x.json:3:13: error: ", self.run_aedile("check", "x.json", code=DATA).err)

    def test_a_file_that_cannot_be_read_does_not_hide_the_others(self):
        self.write("b.json", "{")
        done = self.run_aedile("check", "none.json", "b.json", "scheme.json", code=FILES)
        self.assertRegex(done.err, r"(?m)^none\.json: error: cannot be read: .+\(.+\[cannot_read\]$")
        self.assertRegex(done.err, r"(?m)^b\.json:1:2: error: ")
        self.assertIn("scheme.json: framework demo", done.out)
        done = self.run_aedile("check", "--json", "none.json", "b.json", "scheme.json", code=FILES)
        self.assertEqual([(file["file"], file["ok"]) for file in done.json["files"]],
                         [("none.json", False), ("b.json", False), ("scheme.json", True)])
        self.assertEqual({problem["file"] for problem in done.json["problems"]}, {"none.json", "b.json"})

    def test_a_mapping_alone_is_held_to_its_own_words(self):
        entries = [{"kind": "split", "from": ["1"], "to": ["1"]}, {"kind": "same", "from": ["1"], "to": ["9"]}]
        self.write("m.json", json.dumps({"aedile": "edition_mapping/1", "framework": "demo", "from": "2021", "to": "2026",
                                         "entries": entries}))
        alone = self.run_aedile("check", "m.json", code=DATA).err
        self.assertEqual(re.findall(r"\[(\w+)\]", alone), ["mapping_counts", "mapped_twice"])
        self.write("2021.json", json.dumps(dict(FRAMEWORK, edition="2021")))
        whole = self.run_aedile("check", "scheme.json", "m.json", "2021.json", code=DATA).err
        for code in ("mapping_counts", "mapped_twice", "unmapped_code"):
            self.assertEqual(whole.count(f"[{code}]"), 1, whole)

    def test_custom_rules_of_other_programs_are_named(self):
        framework = json.loads(json.dumps(FRAMEWORK))
        framework["root"]["children"][0]["rules"] = [{"kind": "custom", "name": "noise_limit"}]
        self.write("c.json", json.dumps(framework))
        self.assertIn("noise_limit", self.run_aedile("check", "c.json", code=DATA).err)


class Score(Case):
    def test_scores_to_the_standard_output(self):
        done = self.score()
        self.assertEqual(done.out, SCORES)
        self.assertEqual(done.err, "3 visits: 3 scored, 0 not applicable, 0 not observed, 0 with errors\n")
        self.assertEqual(self.score("--quiet").err, "")

    def test_scores_to_a_file(self):
        done = self.score("--output", "s.csv")
        self.assertEqual(done.out, "")
        self.assertEqual(self.read("s.csv"), SCORES)
        self.assertEqual(self.score("--output", "-").out, SCORES)

    def test_errors_leave_no_output(self):
        self.write("s.csv", "old\n")
        self.write("f.csv", FINDINGS + "V2,1,grave,,,\nV9,1,,,,\n")
        before = self.names()
        done = self.score("--output", "s.csv", code=DATA)
        self.assertEqual(self.read("s.csv"), "old\n")
        self.assertEqual(self.names(), before, "no temporary file is left")
        self.assertRegex(done.err, r"(?m)^f\.csv:5:\d+: error: .*grave.*\[unknown_attribute_value\]$")
        self.assertRegex(done.err, r'(?m)^f\.csv:6:1: error: there is no visit "V9" in v\.csv.*\[unknown_visit\]$')
        self.assertIn("nothing was written", done.err)
        self.assertEqual(self.score(code=DATA).out, "", "nor to the standard output")

    def test_what_the_scheme_does_not_know_is_shown_at_its_cell(self):
        scheme = json.loads(json.dumps(FRAMEWORK))
        scheme["visit_attributes"] = [{"name": "units"}]
        scheme["root"]["children"][1]["rules"] = [
            {"kind": "checklist", "criteria": [{"code": "c1"}]}]
        self.write("scheme.json", json.dumps(scheme))
        self.write("v.csv", "visit,units,edition,site_class\nV1,many,2026,\nV2,3,,moon\nV3,3,2016,\nV4,,,\n")
        self.write("f.csv", "visit,location,item,severity,criterion,result,reading,value\n"
                            "V1,gate,9,minor,,,,\n"
                            'V1,"two\nlines",1,grave,,,,\n'
                            "V4,,2,,c9,pass,,\n"
                            "V4,,1,,,,depth,3\n"
                            "V4,,total,,,,,\n"
                            "V4,,1,,,pass,,\n")
        places = re.findall(r"(?m)^(\S+): error: .*\[(\w+)\]$", self.score(code=DATA).err)
        self.assertEqual(places, [
            ("f.csv:2:9", "unknown_item"), ("f.csv:4:10", "unknown_attribute_value"), ("f.csv:5:8", "unknown_criterion"),
            ("f.csv:6:10", "unknown_reading"), ("f.csv:7:5", "not_an_item"), ("f.csv:8:9", "unexpected_check"),
            ("v.csv:2:4", "bad_visit_attribute"), ("v.csv:3:7", "unknown_site_class"), ("v.csv:4:6", "unknown_edition")])

    def test_keep_going_scores_the_clean_visits(self):
        self.write("f.csv", FINDINGS + "V2,1,grave,,,\nV9,1,,,,\n")
        done = self.score("--keep-going", "--output", "s.csv", code=DATA)
        rows = list(csv.DictReader(io.StringIO(self.read("s.csv"))))
        self.assertEqual([(r["visit"], r["status"], r["score"]) for r in rows],
                         [("V1", "scored", "7"), ("V2", "error", ""), ("V3", "scored", "6")])
        self.assertIn("3 visits: 2 scored, 0 not applicable, 0 not observed, 1 with errors", done.err)
        self.assertIn("1 of 5 rows of findings belongs to no visit", done.err)

    def test_damaged_file_is_never_half_used(self):
        self.write("f.csv", FINDINGS + 'V2,1,minor,,"open,\n')
        done = self.score("--keep-going", "--output", "s.csv", code=DATA)
        self.assertFalse((self.folder / "s.csv").exists())
        self.assertIn("f.csv:5:13: error: the quote opened here is never closed", done.err)

    def test_not_applicable_items(self):
        self.write("f.csv", FINDINGS + "V2,2,,,,\n")
        self.assertIn("[not_applicable_item]", self.score(code=DATA).err)
        done = self.score("--ignore-not-applicable")
        self.assertEqual(done.out, SCORES)
        self.assertIn("1 finding on an item that does not apply was ignored", done.err)

    def test_nodes(self):
        for selection in ("level:1", "1,2"):
            rows = list(csv.DictReader(io.StringIO(self.score("--nodes", selection).out)))
            self.assertEqual([(r["mark:1"], r["mark:2"]) for r in rows], [("3", "4"), ("6", ""), ("6", "0")])
        self.assertEqual(self.score("--nodes", "all").out.splitlines()[0].split(",")[-3:], ["mark:total", "mark:1", "mark:2"])
        self.assertIn('no edition has a node "9"', self.score("--nodes", "1,9", code=USAGE).err)
        self.assertIn("level:7", self.score("--nodes", "level:7", code=USAGE).err)
        self.score("--nodes", "level:x", code=USAGE)

    def test_json(self):
        done = self.score("--json", "--nodes", "2")
        document = done.json
        self.assertEqual([visit["score"] for visit in document["visits"]], [7, 10, 6])
        self.assertEqual(document["visits"][0]["grade"], "B")
        self.assertEqual(document["visits"][2]["nodes"][0]["mark"], 0)
        self.assertEqual(document["counts"], {"visits": 3, "scored": 3, "not_applicable": 0, "not_observed": 0, "error": 0,
                                              "ignored_findings": 0})
        self.assertEqual((document["errors"], document["warnings"], document["problems"]), (0, 0, []))
        both = self.score("--json", "--output", "s.csv")
        self.assertEqual(self.read("s.csv"), SCORES)
        self.assertEqual(len(both.json["visits"]), 3)
        self.assertNotIn("nodes", both.json["visits"][0])

    def test_json_with_derivations(self):
        document = self.score("--json", "--derivations").json
        street = next(node for node in document["visits"][0]["nodes"] if node["code"] == "1")
        occurrences = [step for step in street["steps"] if step["kind"] == "occurrence"]
        self.assertEqual([(step["amount"], step["place"]) for step in occurrences],
                         [("-1", "f.csv:3:1"), ("-2", "f.csv:4:1")])
        self.score("--derivations", code=USAGE)

    def test_json_of_bad_data_has_the_problems_and_no_scores(self):
        self.write("f.csv", FINDINGS + "V9,1,,,,\n")
        document = self.score("--json", code=DATA).json
        self.assertEqual(document["visits"], [])
        self.assertEqual(document["problems"][0]["code"], "unknown_visit")
        self.assertEqual(len(self.score("--json", "--keep-going", code=DATA).json["visits"]), 3)
        self.write("scheme.json", "[]")
        self.assertEqual(self.score("--json", code=DATA).json["visits"], [])

    def test_editions(self):
        older = json.loads(json.dumps(FRAMEWORK))
        older.update(edition="2021", valid_until="2025-12-31")
        older["root"]["children"][0]["rules"][0]["points"] = 1.5
        newer = dict(FRAMEWORK, valid_from="2026-01-01")
        self.write("old.json", json.dumps(older))
        self.write("new.json", json.dumps(newer))
        self.write("v.csv", "visit,date,edition\nV1,2025-06-01,\nV2,2026-06-01,\nV3,2026-06-01,2021\n")
        self.write("f.csv", "visit,item\nV1,1\nV2,1\nV3,1\n")
        rows = list(csv.DictReader(io.StringIO(self.score("--edition", "old.json", scheme="new.json").out)))
        self.assertEqual([(r["edition"], r["score"]) for r in rows], [("2021", "8.5"), ("2026", "9"), ("2021", "8.5")])
        self.write("v.csv", "visit,date,edition\nV1,2025-06-01,\nV2,2025-06-01,2021\nV3,,\n")
        done = self.score(scheme="new.json", code=DATA)
        for code in ("no_edition_on_day", "unknown_edition", "no_date_for_edition"):
            self.assertIn(f"[{code}]", done.err)

    def test_threads_never_change_a_byte(self):
        visits, findings = ["visit,site_class,date"], ["visit,item,severity,count"]
        for i in range(5000):
            visits.append(f"V{i},{'park' if i % 7 == 0 else ''},2026-01-{i % 28 + 1:02}")
            for k in range(i % 5):
                findings.append(f"V{(i * 31 + k) % 5000},1,{('minor', 'serious', 'odd', '')[(i + k) % 4 if i % 101 == 0 else k % 2]},{k}")
        self.write("v.csv", "\n".join(visits) + "\n")
        self.write("f.csv", "\n".join(findings) + "\n")
        runs = [self.score("--keep-going", "--json", "--nodes", "all", "--output", "s.csv", "--threads", n, code=DATA).out
                + self.read("s.csv") for n in (1, 2, 7, 0)]
        self.assertTrue(all(run == runs[0] for run in runs))
        self.assertEqual(runs[0].count("\nV"), 5000)

    def test_order_of_findings_never_matters(self):
        head, *rows = FINDINGS.splitlines(keepends=True)
        self.write("f.csv", head + "".join(reversed(rows)))
        self.assertEqual(self.score().out, SCORES)

    def test_pipes_and_standard_input(self):
        self.assertEqual(self.score(findings="-", stdin=FINDINGS.encode()).out, SCORES)
        self.assertEqual(self.score(visits="-", stdin=VISITS.encode()).out, SCORES)
        os.mkfifo(self.folder / "pipe")
        writer = threading.Thread(target=lambda: (self.folder / "pipe").write_text(FINDINGS))
        writer.start()
        self.assertEqual(self.score(findings="pipe").out, SCORES)
        writer.join()
        self.assertIn("only one file", self.score(visits="-", findings="-", code=USAGE).err)

    def test_problems_shown_are_limited_and_all_are_counted(self):
        self.write("f.csv", "visit,item\n" + "V9,1\n" * 3000)
        self.assertIn("… and 2,000 more problems (3,000 errors, 0 warnings in all)", self.score(code=DATA).err)
        done = self.score("--max-problems", "3", code=DATA)
        self.assertEqual(done.err.count("[unknown_visit]"), 3)
        self.assertIn("… and 2,997 more problems", done.err)

    def test_attributes_declared_as_yes_and_no_are_flags(self):
        framework = json.loads(json.dumps(FRAMEWORK))
        framework["attributes"].append({"name": "reopened", "values": ["no", "yes"]})
        framework["root"]["children"][0]["rules"][0]["points"] = {"by": "reopened", "table": {"yes": 3, "no": 1}}
        self.write("scheme.json", json.dumps(framework))
        self.write("f.csv", "visit,item,reopened\nV1,1,是\n")
        self.assertIn("V1,North,,2026-03-09,,2026,scored,7,", self.score().out)
        self.write("f.csv", "visit,item,reopened\nV1,1,perhaps\n")
        self.assertIn("[bad_flag]", self.score(code=DATA).err)

    def test_misspelt_column_is_an_error(self):
        self.write("f.csv", FINDINGS.replace("location", "locaton"))
        done = self.score(code=DATA)
        self.assertRegex(done.err, r"f\.csv:1:27: error: .*locaton.*location.*\[csv_similar_column\]")


class Expect(Case):
    def test_all_agree(self):
        self.write("o.csv", "grade,visit,score\nB,V1,7.00\n,V2,10\nB,V3,\n")
        done = self.score("--expect", "o.csv")
        self.assertEqual(done.out, "3 of 3 agree\n")

    def test_scores_can_be_compared_with_themselves(self):
        self.score("--output", "s.csv")
        self.assertEqual(self.score("--expect", "s.csv").out, "3 of 3 agree\n")

    def test_differences_are_explained(self):
        self.write("o.csv", "visit,score,grade\nV1,7.5,B\nV2,10,B\nV3,6,B\n")
        done = self.score("--expect", "o.csv", code=DISAGREEMENT)
        self.assertIn("o.csv:2:1: V1: official 7.5 B, here 7 B\n", done.out)
        self.assertIn("Street is clean", done.out)
        self.assertIn("o.csv:3:1: V2: official 10 B, here 10 A\n", done.out)
        self.assertTrue(done.out.endswith("1 of 3 agree\n"))
        fewer = self.score("--expect", "o.csv", "--differences", "1", code=DISAGREEMENT)
        self.assertNotIn("V2:", fewer.out)
        self.assertIn("… and 1 more that differ", fewer.out)

    def test_how_many_must_agree(self):
        self.write("o.csv", "visit,score\nV1,7\nV2,9\nV3,6\n")
        self.score("--expect", "o.csv", "--agree", "2", code=FINE)
        self.score("--expect", "o.csv", "--agree", "3", code=DISAGREEMENT)
        self.score("--agree", "3", code=USAGE)

    def test_official_results_without_a_visit(self):
        self.write("o.csv", "visit,score\nV1,7\nV7,9\nV2,\n")
        done = self.score("--expect", "o.csv", code=DISAGREEMENT)
        self.assertEqual(done.out, "o.csv:3:1: V7: an official result, but no such visit\n1 of 2 agree\n")

    def test_a_visit_in_error_does_not_agree(self):
        self.write("f.csv", FINDINGS + "V1,7,,,,\n")
        self.write("o.csv", "visit,score\nV1,7\nV2,10\n")
        done = self.score("--expect", "o.csv", "--keep-going", code=DISAGREEMENT)
        self.assertIn("V1: official 7, here error\n", done.out)
        self.assertIn("1 of 2 agree", done.out)
        self.score("--expect", "o.csv", "--keep-going", "--agree", "1", code=DATA)

    def test_output_and_comparison_together(self):
        self.write("o.csv", "visit,score\nV1,7\n")
        done = self.score("--expect", "o.csv", "--output", "s.csv")
        self.assertEqual((done.out, self.read("s.csv")), ("1 of 1 agree\n", SCORES))
        done = self.score("--expect", "o.csv", "--output", "-")
        self.assertEqual(done.out, SCORES)
        self.assertIn("1 of 1 agree", done.err)

    def test_json(self):
        self.write("o.csv", "visit,score,grade\nV1,7.5,\nV8,1,\n")
        agreement = self.score("--expect", "o.csv", "--json", code=DISAGREEMENT).json["agreement"]
        self.assertEqual((agreement["agreeing"], agreement["official"], agreement["differing"], agreement["missing"]), (0, 2, 1, 1))
        self.assertEqual(agreement["first_differences"][0]["official_score"], 7.5)
        self.assertEqual(agreement["first_missing"], [{"visit": "V8", "place": "o.csv:3:1"}])

    def test_bad_official_tables(self):
        for text, code in (("visit,mark\nV1,7\n", "nothing_to_compare"), ("visit,score\n", "nothing_official"),
                           ("visit,score,grade,status\nV1,,,\nV2,,,scored\n", "nothing_official"), ("visit,score\nV1,seven\n", "bad_number"),
                           ("visit,score\nV1,7\nV1,8\n", "duplicate_visit"), ("score\n7\n", "csv_missing_column"),
                           ("", "csv_empty")):
            self.write("o.csv", text)
            self.assertIn(f"[{code}]", self.score("--expect", "o.csv", code=DATA).err)


class Explain(Case):
    def test_why(self):
        done = self.explain("V1")
        for words in ("V1", "Street is clean", "half a point each"):
            self.assertIn(words, done.out)
        self.assertNotIn("Signs are lit  4 / 4", done.out)
        self.assertIn("Signs are lit  4 / 4", self.explain("V1", "--everything").out)

    def test_in_chinese(self):
        done = self.explain("V1", "--lang", "zh", "--what-if")
        for words in ("街道整洁", "每处扣0.5分", "每个问题影响的分数（总分 7）"):
            self.assertIn(words, done.out)

    def test_one_node(self):
        done = self.explain("V3", "--node", "2")
        self.assertIn("Signs are lit", done.out)
        self.assertNotIn("Street is clean", done.out)
        self.assertIn('no edition has a node "7"', self.explain("V3", "--node", "7", code=USAGE).err)

    def test_what_if(self):
        out = self.explain("V1", "--what-if").out
        self.assertIn("What each finding cost (the total is 7):", out)
        self.assertIn("f.csv:3  1 Street is clean (severity=minor) ×2: 8 (+1)", out)
        self.assertIn("f.csv:4  1 Street is clean (severity=serious, location=kerb): 9 (+2)", out)
        plan = out[out.index("What to put right first"):]
        self.assertLess(plan.index("f.csv:4"), plan.index("f.csv:3"))
        self.assertIn(": 10 (+1)", plan)
        self.assertIn("there are no findings", self.explain("V2", "--what-if").out)

    def test_json(self):
        document = self.explain("V1", "--json", "--what-if").json
        card = document["scorecard"]
        self.assertEqual((card["visit"], card["score"]), ("V1", 7))
        self.assertEqual([node["code"] for node in card["nodes"]], ["total", "1", "2"])
        self.assertTrue(all(step["sentence"] for node in card["nodes"] for step in node["steps"]))
        self.assertEqual([fix["gain"] for fix in document["what_if"]], [1, 2])
        self.assertEqual([step["total"] for step in document["fix_plan"]], [9, 10])
        self.assertEqual(len(self.explain("V1", "--json", "--node", "1").json["scorecard"]["nodes"]), 1)

    def test_unknown_visit(self):
        self.assertIn('v.csv: error: there is no visit "V9" in this file', self.explain("V9", code=DATA).err)
        self.assertEqual(self.explain("V9", "--json", code=DATA).json["problems"][0]["code"], "no_such_visit")

    def test_errors_of_other_visits_are_mentioned(self):
        self.write("f.csv", FINDINGS + "V9,1,,,,\n")
        done = self.explain("V1")
        self.assertIn("1 error that concerns other visits", done.err)
        self.write("f.csv", FINDINGS + "V1,7,,,,\n")
        self.assertIn("[unknown_item]", self.explain("V1", code=DATA).err)
        self.explain("V2")


OFFICE = {
    "aedile": "calendar/1",
    "id": "office",
    "zone": "Europe/Berlin",
    "week": {day: [["09:00", "17:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
    "first": "2026-01-01",
    "versions": [
        {"version": "1", "last": "2026-12-31", "holidays": [{"from": "2026-04-03", "title": {"en": "Good Friday"}}]},
        {"version": "2", "known_from": "2026-03-01", "holidays": ["2026-04-06"]},
    ],
}


class Calendar(Case):
    def calendar(self, *arguments, **options):
        return self.run_aedile("calendar", *arguments, **options)

    def due(self, *arguments, **options):
        return self.calendar("due", "2024-02-08T10:00", *arguments, **options)

    def office(self, **changes):
        return self.write("office.json", json.dumps({**OFFICE, **changes}))

    def test_a_deadline_says_what_it_stands_on(self):
        done = self.due("--working-days", "5")
        self.assertEqual(
            done.out,
            "due 2024-02-22T00:00:00+08:00: 5 working days from 2024-02-08T10:00:00+08:00\n"
            "last day 2024-02-21 Wed\ncalendar cn, version 2025-11-04\n",
        )
        self.assertEqual(
            self.due("--calendar-days", "3", "--lang", "zh").out,
            "2024-02-19T00:00:00+08:00 届满：3 日，自 2024-02-08T10:00:00+08:00 起\n"
            "末日 2024-02-18 星期日（2024-02-11 星期日 为休息日）\n日历 cn，版本 2025-11-04\n",
        )
        self.assertEqual(self.due("--working-days", "5", "--quiet").out, "2024-02-22T00:00:00+08:00\n")

    def test_lengths_are_in_the_language(self):
        self.assertIn("届满：1 小时 30 分钟（工作时），自", self.due("--working-hours", "1.5", "--lang", "zh").out)
        self.assertIn("届满：3 小时（连续计时），自", self.due("--hours", "3", "--lang", "zh").out)

    def test_before_its_start_a_deadline_has_not_begun(self):
        asked = ("--working-days", "5", "--policy", "recompute", "--as-of")
        begun = "has not begun: it begins 2024-02-08T10:00:00+08:00\n"
        self.assertIn("as of 2024-02-01T00:00:00+08:00 the time " + begun, self.due(*asked, "2024-02-01T00:00").out)
        self.assertNotIn("begun", self.due(*asked, "2024-02-08T10:00").out)
        self.assertEqual(
            [json.loads(self.due(*asked, day, "--json").out)["begun"] for day in ("2024-02-01", "2024-02-09")],
            [False, True],
        )
        self.assertIn(
            "截至 2024-02-01T00:00:00+08:00 尚未起算：2024-02-08T10:00:00+08:00 起算",
            self.due(*asked, "2024-02-01T00:00", "--lang", "zh").out,
        )

    def test_the_rule_that_gives_no_date_is_named(self):
        done = self.calendar(
            "list", "2026-02-01", "2026-02-27", "--month-days", "30", "--weekdays", "5", code=1
        )
        self.assertIn("--month-days: error: the rule gives no date from 2026-02-01 to 2026-02-27", done.err)
        self.assertNotIn("--weekdays", done.err)

    def test_an_empty_seed_is_refused(self):
        done = self.calendar("list", "2026-01-01", "2026-01-31", "--irregular", "2", "--seed", "", code=2)
        self.assertIn("--seed is empty", done.err)

    def test_every_kind_of_limit(self):
        for options, due in (
            (("--working-days", "5", "--day-end", "closing"), "2024-02-21T18:00:00+08:00"),
            (("--working-days", "5", "--day-end", "same_time"), "2024-02-21T10:00:00+08:00"),
            (("--calendar-days", "3", "--rest-day", "previous"), "2024-02-10T00:00:00+08:00"),
            (("--calendar-days", "3", "--rest-day", "keep"), "2024-02-12T00:00:00+08:00"),
            (("--working-hours", "1.5"), "2024-02-08T11:30:00+08:00"),
            (("--working-hours", "8"), "2024-02-09T10:00:00+08:00"),
            (("--hours", "48"), "2024-02-10T10:00:00+08:00"),
            (("--on", "2024-02-10"), "2024-02-11T00:00:00+08:00"),
        ):
            self.assertEqual(self.due(*options, "--quiet").out, due + "\n", options)

    def test_a_deadline_as_json(self):
        answer = self.due("--calendar-days", "3", "--json").json
        self.assertEqual(answer["aedile"], "calendar_due/1")
        self.assertEqual(
            answer["deadline"],
            {"version": "2025-11-04", "due": "2024-02-19T00:00:00+08:00", "last_day": "2024-02-18", "rolled_from": "2024-02-11"},
        )
        self.assertEqual(answer["problems"], [])
        failed = self.calendar("due", "2026-12-30", "--working-days", "9", "--json", code=DATA).json
        self.assertEqual(failed["problems"][0]["code"], "beyond_calendar")
        self.assertNotIn("deadline", failed)

    def test_no_limit_ends_before_it_begins(self):
        done = self.calendar("due", "2026-03-07T10:00", "--calendar-days", "1", "--rest-day", "previous", code=DATA)
        self.assertIn("[date_before_start]", done.err)

    def test_a_revision_of_the_calendar(self):
        asked = ("due", "2019-04-26", "--working-days", "3", "--known-at", "2019-03-01", "--as-of", "2019-04-01")
        for policy, last_day in (("freeze", "2019-05-02"), ("recompute", "2019-04-30"), ("never_earlier", "2019-05-02")):
            answer = self.calendar(*asked, "--policy", policy, "--json").json
            self.assertEqual(answer["deadline"]["last_day"], last_day, policy)
            self.assertEqual(answer["set"]["version"], "2018-12-06")
            self.assertEqual([each["version"] for each in answer["under"]], ["2019-03-22"])
        self.assertIn('in force by "recompute": 2019-05-01T00:00:00+08:00', self.calendar(*asked, "--policy", "recompute").out)
        # Without a version the one known at the start is taken.
        known = self.calendar("due", "2019-04-26", "--working-days", "3", "--policy", "freeze", "--json").json
        self.assertEqual(known["set"]["version"], "2019-03-22")

    def test_a_calendar_of_its_own(self):
        office = self.office()
        due = ("due", "2026-04-02T12:00", "--working-days", "1", "--calendar", office, "--quiet")
        self.assertEqual(self.calendar(*due).out, "2026-04-08T00:00:00+02:00\n")
        self.assertEqual(self.calendar(*due, "--version-name", "1").out, "2026-04-07T00:00:00+02:00\n")
        self.assertEqual(self.calendar(*due, "--known-at", "2026-02-28").out, "2026-04-07T00:00:00+02:00\n")
        self.assertIn("no_such_version", self.calendar(*due, "--version-name", "3", code=DATA).err)
        self.assertIn("2 versions", self.run_aedile("check", office).out)
        office = self.office(versions=[{**OFFICE["versions"][0], "known_from": "2026-02-01"}])
        self.assertIn("nothing_known", self.calendar(*due, "--known-at", "2026-01-01", code=DATA).err)

    def test_a_calendar_with_faults_is_not_asked(self):
        office = self.office(zone="Berlin", first="2026-04-05")
        done = self.calendar("list", "2026-04-01", "2026-04-02", "--calendar", office, code=DATA)
        self.assertEqual(done.out, "")
        self.assertIn("[unknown_time_zone]", done.err)
        self.assertIn("[day_outside_validity]", done.err)
        self.assertEqual(self.run_aedile("check", office, code=DATA).err, done.err)
        self.assertIn("nowhere.json", self.due("--hours", "1", "--calendar", "nowhere.json", code=FILES).err)

    def test_between_two_days_or_times(self):
        self.assertEqual(
            self.calendar("between", "2026-02-01", "2026-02-28").out,
            "16 of 28 days are working days; 128 h of working time\n",
        )
        answer = self.calendar("between", "2026-02-12T16:00", "2026-02-14T10:00", "--json").json
        self.assertEqual((answer["working_days"], answer["working_seconds"]), (3, 3600 * (2 + 8) + 5400))
        self.assertIn("outside_calendar", self.calendar("between", "2026-12-01", "2027-01-05", code=DATA).err)

    def test_days_of_a_calendar(self):
        self.assertEqual(
            self.calendar("list", "2026-02-13", "2026-02-16").out,
            "2026-02-13 Fri  working day  08:30-12:00 13:30-18:00\n"
            "2026-02-14 Sat  make-up working day (Spring Festival)  08:30-12:00 13:30-18:00\n"
            "2026-02-15 Sun  holiday (Spring Festival)\n2026-02-16 Mon  holiday (Spring Festival)\n",
        )
        self.assertIn("2026-02-14 星期六  调休上班 (春节)", self.calendar("list", "2026-02-13", "2026-02-16", "--lang", "zh").out)
        only = lambda kind: self.calendar("list", "2026-02-01", "2026-02-28", "--only", kind, "--quiet").out.split()
        self.assertEqual(only("makeup"), ["2026-02-14", "2026-02-28"])
        self.assertEqual(len(only("holiday")), 9)
        self.assertEqual(len(only("working")) + len(only("rest")), 28)
        day = self.calendar("list", "2026-02-14", "2026-02-14", "--json").json["days"][0]
        self.assertEqual((day["kind"], day["working"], day["title"]), ("makeup", True, "Spring Festival"))
        self.assertEqual(day["hours"][0], ["2026-02-14T08:30:00+08:00", "2026-02-14T12:00:00+08:00"])

    def test_dates_of_rules(self):
        march = ("list", "2026-03-01", "2026-03-31", "--quiet")
        dates = self.calendar(*march, "--month-days", "9,19,29", "--rest-days", "next", "--irregular", "2", "--seed", "s3cret")
        self.assertEqual(dates.out.split(), ["2026-03-06", "2026-03-09", "2026-03-17", "2026-03-19", "2026-03-30"])
        self.assertEqual(len(self.calendar(*march, "--weekdays", "1,5").out.split()), 9)
        self.assertEqual(self.calendar(*march, "--last-working-day", "month").out, "2026-03-31\n")
        february = ("list", "2026-02-01", "2026-02-27", "--quiet", "--month-days", "29")
        self.assertIn("recurrence_never", self.calendar(*february, code=DATA).err)
        self.assertIn("too_few_days", self.calendar(*march, "--irregular", "40", "--seed", "s", code=DATA).err)

    def test_wrong_usage(self):
        self.assertIn("give one limit", self.due(code=USAGE).err)
        self.due("--working-days", "5", "--hours", "1", code=USAGE)
        for wrong in ("-1", "1.5", "x", "100001", ""):
            if wrong:
                self.due("--working-days=" + wrong, code=USAGE)
        for wrong in ("-1", "x", "1e9", "0.0001"):
            self.due("--working-hours=" + wrong, code=USAGE)
        self.due("--on", "2024-02-30", code=USAGE)
        self.due("--working-days", "5", "--as-of", "2024-02-08", code=USAGE)
        self.due("--working-days", "5", "--day-end", "dusk", code=USAGE)
        self.due("--working-days", "5", "--known-at", "2024-01-01", "--version-name", "1", code=USAGE)
        self.calendar(code=USAGE)
        self.calendar("list", "2026-03-01", "2026-03-31", "--irregular", "2", code=USAGE)
        self.calendar("list", "2026-03-01", "2026-03-31", "--weekdays", "1", "--only", "rest", code=USAGE)
        self.assertIn("soon", self.calendar("due", "soon", "--hours", "1", code=USAGE).err)
        self.assertIn("soon", self.calendar("list", "soon", "later", code=USAGE).err)
        for command in ("due", "between", "list"):
            self.assertIn("--calendar", self.calendar(command, "--help").out)
            self.assertIn("日历", self.calendar(command, "--help", "--lang", "zh").out)

    def test_the_page_shows_what_is_printed(self):
        page = (Path(__file__).resolve().parents[2] / "docs" / "calendar.md").read_text(encoding="utf-8")
        shown = re.findall(r"```sh\naedile (calendar [^\n]*)\n```\n```\n(.*?)```", page, re.DOTALL)
        self.assertGreaterEqual(len(shown), 3)
        for command, output in shown:
            self.assertEqual(self.run_aedile(*command.split()).out, output, command)

    def test_options_that_say_nothing_are_refused(self):
        self.due("--hours", "5", "--day-end", "closing", code=USAGE)
        self.due("--working-days", "5", "--rest-day", "previous", code=USAGE)
        march = ("list", "2026-03-01", "2026-03-31")
        for extra in (("--seed", "s"), ("--each", "month"), ("--rest-days", "next"), ("--last-day-of-short-months",)):
            self.assertIn(extra[0], self.calendar(*march, *extra, code=USAGE).err)
        self.calendar(*march, "--weekdays", "1", "--seed", "s", code=USAGE)
        self.calendar("list", "2026-03-31", "2026-03-01", code=USAGE)
        self.calendar("between", "2026-03-31", "2026-03-01", code=USAGE)

    def test_a_bad_argument_is_named(self):
        for call in (("due", "soon", "--working-days", "5"), ("between", "soon", "2026-03-01"), ("list", "soon", "2026-03-01")):
            done = self.calendar(*call, code=USAGE)
            self.assertIn("soon", done.err)
            self.assertNotIn("cn:", done.err)


class Schema(Case):
    def test_both_formats(self):
        self.assertEqual(self.run_aedile("schema").json, self.run_aedile("schema", "framework").json)
        self.assertIn("$schema", self.run_aedile("schema").json)
        self.assertNotEqual(self.run_aedile("schema", "edition-mapping").json, self.run_aedile("schema").json)
        self.assertIn("organisation", self.run_aedile("schema", "organisation").json["title"])
        self.assertEqual(self.run_aedile("schema", "calendar").json["properties"]["aedile"]["const"], "calendar/1")
        self.run_aedile("schema", "recipe", code=USAGE)

    def test_the_example_fits_it(self):
        try:
            import jsonschema
        except ImportError:
            self.skipTest("python3-jsonschema is not installed")
        jsonschema.validate(FRAMEWORK, self.run_aedile("schema").json)


ORGANISATION = {
    "aedile": "organisation/1",
    "id": "town",
    "edition": "2026",
    "valid_from": "2026-01-01",
    "units": [
        {"code": "town", "kind": "street", "title": {"en": "Town", "zh": "镇"}},
        {"code": "old", "kind": "community", "within": "town", "valid_until": "2026-04-30", "successors": ["east"]},
        {"code": "east", "kind": "community", "within": "town"},
        {"code": "office", "kind": "department", "within": "town"},
    ],
    "duties": [{"code": "D", "items": ["*"], "lead": "office"}],
    "rules": [
        {
            "code": "split",
            "parties": [
                {"role": "lead", "territory": "community", "share": "2/3"},
                {"role": "supporting", "duty": "lead", "share": "1/3"},
            ],
        }
    ],
}
LEDGER = "site,site_class,name,cell,contact,phone\nS1,park,North,old,Li,1\nS2,market,South,east,Wu,\nS3,park,East,east,,\n"
TABLE = (
    "site,site_class,name,cell,latitude,longitude,address,contact,phone,valid_from,valid_until\n"
    "S1,park,North,old,,,,Li,1,,\nS2,market,South,east,,,,Wu,,,\nS3,park,East,east,,,,,,,\n"
)


class Org(Case):
    def setUp(self):
        super().setUp()
        self.write("o.json", json.dumps(ORGANISATION, ensure_ascii=False))
        self.write("s.csv", LEDGER)

    def org(self, *arguments, **options):
        return self.run_aedile("org", *arguments, **options)

    def who(self, *arguments, **options):
        return self.org("who", "o.json", "--sites", "s.csv", *arguments, **options)

    def test_sound_organisation(self):
        done = self.org("check", "o.json", "--sites", "s.csv")
        self.assertEqual(
            done.out, "o.json: organisation town, edition 2026: 4 units, 3 sites, 1 duty, 1 rule, 0 contracts, no errors\n"
        )
        self.assertEqual(done.err, "")
        self.assertEqual(self.org("check", "o.json", "--quiet").out, "")
        self.assertIn("没有错误", self.org("check", "o.json", "--lang", "zh").out)

    def test_every_problem_of_every_file_in_one_go(self):
        spoiled = dict(ORGANISATION, rules=[{"code": "R", "parties": [{"role": "lead", "unit": "nobody", "share": 0.5}]}])
        self.write("o.json", json.dumps(spoiled, indent=1))
        self.write("s.csv", LEDGER.replace(",old,", ",hill,"))
        done = self.org("check", "o.json", "--sites", "s.csv", code=DATA)
        self.assertEqual(sorted(re.findall(r"\[(\w+)\]", done.err)), ["share_sum", "site_outside_grid", "unknown_unit"])
        self.assertIn("s.csv:2:15: error: ", done.err)
        self.assertEqual(done.out, "")
        report = self.org("check", "o.json", "--sites", "s.csv", "--json", code=DATA).json
        self.assertEqual((report["aedile"], report["ok"], report["errors"]), ("org_check/1", False, 3))

    def test_problems_of_tables(self):
        self.write("s.csv", "site,site_class\nS1,park\nS1,park\n")
        self.assertIn("s.csv:3:1: error: ", self.org("check", "o.json", "--sites", "s.csv", code=DATA).err)

    def test_items_of_a_framework(self):
        done = self.org("check", "o.json", "--sites", "s.csv", "--scheme", "scheme.json")
        self.assertIn("on 2026-01-01 each of 2 items has one lead", done.out)
        self.write("o.json", json.dumps(dict(ORGANISATION, duties=[{"code": "D", "items": ["1"], "lead": "office"}])))
        done = self.org("check", "o.json", "--sites", "s.csv", "--scheme", "scheme.json", "--on", "2026-05-01", code=DATA)
        self.assertIn("item 2 has no lead on 2026-05-01", done.err)
        self.assertIn("[item_without_lead]", done.err)
        self.org("check", "o.json", "--on", "May", code=USAGE)

    def test_leads_of_the_framework_become_duties(self):
        framework = json.loads(json.dumps(FRAMEWORK))
        framework["root"]["lead"] = "office"
        self.write("scheme.json", json.dumps(framework))
        self.write("o.json", json.dumps(dict(ORGANISATION, duties=[])))
        self.org("check", "o.json", "--scheme", "scheme.json")
        self.assertIn('duty "item:1"', self.who("1", "S2", "2026-05-01", "--scheme", "scheme.json").out)

    def test_a_day_is_needed_where_no_file_has_one(self):
        self.write("o.json", json.dumps({key: value for key, value in ORGANISATION.items() if key != "valid_from"}))
        self.assertIn("--on", self.org("check", "o.json", "--scheme", "scheme.json", code=USAGE).err)

    def test_who(self):
        self.assertEqual(
            self.who("1", "S1", "2026-04-30", "--points", "1").out,
            "1 at S1 North on 2026-04-30\n"
            '  lead: old, 66.66… %, by rule "split"\n'
            '  supporting: office, 33.33… %, by rule "split"\n'
            "  shares sum to 100 %\n"
            'rule "split", for all items, every site: decides\n'
            'duty "D", for all items: added\n'
            "1 point is posted as 1:\n"
            "  old: 0.67 (remainder -1/300)\n"
            "  office: 0.33 (remainder 1/300)\n",
        )
        self.assertIn("lead: east,", self.who("1", "S1", "2026-05-01").out)
        self.assertIn("牵头：east", self.who("1", "S1", "2026-05-01", "--lang", "zh").out)

    def test_who_as_json(self):
        answer = self.who("1", "S1", "2026-04-30", "--points", "1", "--places", "0", "--json").json
        self.assertEqual(answer["aedile"], "responsibility/1")
        self.assertEqual(
            [(unit["unit"], unit["role"], unit["share"], unit["by"], unit["code"]) for unit in answer["units"]],
            [("old", "lead", "2/3", "rule", "split"), ("office", "supporting", "1/3", "rule", "split")],
        )
        self.assertEqual(answer["considered"][0], {"by": "rule", "code": "split", "outcome": "chosen"})
        self.assertEqual([unit["amount"] for unit in answer["postings"]["units"]], [1, 0])
        self.assertEqual(answer["errors"], 0)

    def test_points_beyond_their_range_are_a_problem_of_the_data(self):
        def with_share(share):
            rule = {"code": "R", "total": share, "parties": [{"role": "lead", "unit": "office", "share": share}]}
            self.write("o.json", json.dumps(dict(ORGANISATION, rules=[rule]), indent=1))

        with_share(1.2)
        self.assertIn("office: 8640000000", self.who("1", "S1", "2026-04-30", "--points", "7200000000").out)
        done = self.who("1", "S1", "2026-04-30", "--points", "9000000000", code=DATA)
        self.assertRegex(done.err, r"^o\.json:\d+:\d+: error: .*\[postings_range\]")
        self.assertNotIn("posted", done.out)
        answer = self.who("1", "S1", "2026-04-30", "--points", "9000000000", "--json", code=DATA).json
        self.assertEqual(answer["problems"][0]["code"], "postings_range")
        with_share(1000)
        self.org("check", "o.json", "--sites", "s.csv")
        with_share(1000000000000000)
        done = self.who("1", "S1", "2026-04-30", "--points", "1", code=DATA)
        self.assertEqual(re.findall(r"\[(\w+)\]", done.err), ["share_too_large", "share_too_large"])

    def test_nobody_answers(self):
        self.write("o.json", json.dumps(dict(ORGANISATION, rules=[], duties=[])))
        self.assertIn("[no_lead]", self.who("1", "S1", "2026-04-30", code=DATA).err)
        self.assertEqual(self.who("1", "S1", "2026-04-30", "--json", code=DATA).json["problems"][0]["code"], "no_lead")

    def test_the_ledger_refuses_what_is_wrong_with_a_site_itself(self):
        self.write("s.csv", "site,site_class,cell,latitude,longitude,valid_from,valid_until\nS1,,old,95,120,,\nS2,park,old,,,2026-05-02,2026-05-01\n")
        done = self.org("ledger", "s.csv", "--output", "t.csv", code=DATA)
        self.assertEqual(
            re.findall(r"(?m)^(s\.csv:\d+:\d+): error: .*\[(\w+)\]", done.err),
            [("s.csv:2:4", "empty_text"), ("s.csv:2:9", "coordinates_range"), ("s.csv:3:26", "validity_reversed")],
        )
        self.assertNotIn("t.csv", self.names())

    def test_ledger_by_class(self):
        self.assertEqual(self.org("ledger", "s.csv").out, "3 sites of 2 classes:\n  park: 2\n  market: 1\n")

    def test_ledger_changes(self):
        self.write("t.csv", LEDGER.replace("Li,1", "Wang,").replace("S3,", "S4,"))
        self.assertEqual(
            self.org("ledger", "t.csv", "--before", "s.csv").out,
            '1 added, 1 removed, 1 changed\n  S1: contact "Li" → "Wang"; phone "1" → ""\n  S3: removed\n  S4: added\n',
        )
        changes = self.org("ledger", "t.csv", "--before", "s.csv", "--json").json["changes"]
        self.assertEqual([change["kind"] for change in changes], ["changed", "removed", "added"])

    def test_ledger_coverage(self):
        self.write("v.csv", "visit,site,date\nV1,S1,2026-05-02\nV2,S1,2026-05-09\nV3,S9,2026-05-09\nV4,S2,2026-06-01\n")
        arguments = ("ledger", "s.csv", "--visits", "v.csv", "--period", "2026-05", "--organisation", "o.json")
        self.assertEqual(
            self.org(*arguments).out,
            "Visited in 2026-05:\n"
            "  park: 1 of 2 sites (50 %), 2 visits\n"
            "  market: 0 of 1 site (0 %), 0 visits\n"
            "  all: 1 of 3 sites (33.33… %), 2 visits\n"
            "never visited (2): S2, S3\n"
            "a visit to no site of the ledger: S9 on 2026-05-09\n"
            "By unit of the territory of 2026-05-31:\n"
            "  town: 1 of 3 sites (33.33… %), 2 visits\n"
            "  east: 1 of 3 sites (33.33… %), 2 visits\n",
        )
        ledger = self.org(*arguments, "--json").json
        self.assertEqual(ledger["coverage"]["never"], ["S2", "S3"])
        self.assertEqual([unit["unit"] for unit in ledger["units"]], ["town", "east"])
        self.org("ledger", "s.csv", "--visits", "v.csv", code=USAGE)
        self.org("ledger", "s.csv", "--visits", "v.csv", "--period", "May", code=USAGE)
        self.org("ledger", "s.csv", "--visits", "v.csv", "--period", "", code=USAGE)
        titled = [dict(unit, title="\u202e\x1b[2Jtitle") if unit["code"] == "office" else unit for unit in ORGANISATION["units"]]
        self.write("hostile.json", json.dumps(dict(ORGANISATION, units=titled)))
        out = self.org("who", "hostile.json", "--sites", "s.csv", "1", "S1", "2026-04-30").out
        self.assertIn("title", out)
        self.assertFalse({"\u202e", "\x1b"} & set(out))

    def test_ledger_there_and_back(self):
        self.org("ledger", "s.csv", "--output", "t.csv")
        self.assertEqual(self.read("t.csv"), TABLE)
        self.assertEqual(self.org("ledger", "t.csv", "--output", "-").out, TABLE)
        sites = [{"code": "S1", "site_class": "park", "title": "North", "cell": "old", "contact": "Li", "phone": "1"}]
        self.write("with_sites.json", json.dumps(dict(ORGANISATION, sites=sites)))
        self.assertEqual(self.org("ledger", "with_sites.json", "--output", "-").out, "\n".join(TABLE.split("\n")[:2]) + "\n")
        self.org("ledger", "s.csv", "--output", "-", "--json", code=USAGE)

    def test_nothing_is_written_where_something_is_wrong(self):
        self.write("s.csv", "site,site_class\n,park\n")
        self.assertIn("[missing_site]", self.org("ledger", "s.csv", "--output", "t.csv", code=DATA).err)
        self.assertNotIn("t.csv", self.names())

    def test_files_and_usage(self):
        self.org("check", "nothing.json", code=FILES)
        self.org("ledger", "nothing.csv", code=FILES)
        for arguments in ((), ("chek",), ("check",), ("who", "o.json"), ("ledger",), ("who", "o.json", "1", "S9", "2026-05-01"),
                          ("who", "o.json", "1", "S1", "May"), ("who", "o.json", "1", "S1", "2026-05-01", "--places", "2")):
            self.assertEqual(self.org(*arguments, code=USAGE).out, "")

    def test_help_teaches(self):
        page = (Path(__file__).parents[2] / "docs" / "command_line.md").read_text(encoding="utf-8")
        for command in ("check", "who", "ledger"):
            text = self.org(command, "--help").out
            self.assertIn("aedile org " + command, text)
            self.assertIn("用法", self.org(command, "--help", "--lang", "zh").out)
            for option in set(re.findall(r"--[a-z][a-z-]+", text.split("\n\n", 1)[1])):
                self.assertIn(option, page, command)
        self.assertIn("examples/systems", self.org("--help").out)

    def test_the_page_shows_what_is_printed(self):
        root = Path(__file__).parents[2]
        page = (root / "docs" / "organisation.md").read_text(encoding="utf-8")
        command, shown = re.search(r"```\n\$ aedile (org who [^\n]*)\n(.*?)```", page, re.DOTALL).groups()
        arguments = [str(root / word) if word.startswith("examples/") else word for word in command.split()]
        self.assertEqual(self.run_aedile(*arguments).out, shown)


class Usage(Case):
    def test_help_teaches(self):
        for arguments in (["--help"], ["-h"], ["score", "--help"], ["check", "--help"], ["explain", "-h"], ["schema", "--help"]):
            done = self.run_aedile(*arguments)
            self.assertIn("Usage", done.out)
            self.assertEqual(done.err, "")
        self.assertIn("Exit codes", self.run_aedile("--help").out)
        self.assertIn("Examples", self.run_aedile("score", "--help").out)

    def test_every_option_is_in_the_help_and_on_the_page(self):
        page = (Path(__file__).parents[2] / "docs" / "command_line.md").read_text(encoding="utf-8")
        for command in ("check", "score", "explain", "schema"):
            text = self.run_aedile(command, "--help").out
            options = set(re.findall(r"--[a-z][a-z-]+", text.split("\n\n", 1)[1]))
            self.assertTrue(options)
            for option in options:
                self.assertIn(option, page, command)

    def test_version(self):
        self.assertRegex(self.run_aedile("--version").out, r"^aedile \d+\.\d+\.\d+\n$")

    def test_wrong_usage(self):
        for arguments in ([], ["scoer"], ["score"], ["score", "scheme.json"], ["check"], ["check", "--colour", "x"],
                          ["--lang", "fr", "check", "scheme.json"], ["explain", "scheme.json", "--visits", "v.csv"],
                          ["score", "scheme.json", "--visits", "v.csv", "--findings", "f.csv", "--threads", "many"],
                          ["score", "scheme.json", "--visits", "v.csv", "--findings", "f.csv", "--threads", "257"],
                          *(["score", "scheme.json", "--visits", "v.csv", "--findings", "f.csv", *wrong] for wrong in
                            (["--threads", "-1"], ["--max-problems", "-1"], ["--max-problems", "9" * 23],
                             ["--expect", "f.csv", "--agree", "-1"], ["--expect", "f.csv", "--agree", "9" * 23],
                             ["--expect", "f.csv", "--agree", "+1"], ["--expect", "f.csv", "--differences", "-1"])),
                          ["score", "scheme.json", "--visits", "v.csv", "--findings", "f.csv", "--json", "--output", "-"],
                          ["schema", "framework", "extra"]):
            done = self.run_aedile(*arguments, code=USAGE)
            self.assertEqual(done.out, "")
            self.assertTrue(done.err)


class Files(Case):
    def test_standard_streams_by_their_other_names(self):
        if not os.path.exists("/dev/stdin"):
            self.skipTest("there is no /dev/stdin")
        table = VISITS.encode()
        for other in ("/dev/stdin", "/proc/self/fd/0", "-"):
            done = self.run_aedile("score", "scheme.json", "--visits", other, "--findings", "-", code=USAGE, stdin=table)
            self.assertIn("only one file", done.err)
        done = self.score("--json", "--output", "/dev/stdout", code=USAGE)
        self.assertEqual(done.out, "")
        self.assertEqual(self.score("--output", "/dev/stdout").out, SCORES)
        with open(self.folder / "both.json", "wb") as out:
            done = subprocess.run([AEDILE, "score", "scheme.json", "--visits", "v.csv", "--findings", "f.csv", "--json",
                                   "--output", "both.json"], cwd=self.folder, stdout=out, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, USAGE)
        with open(os.devnull, "wb") as nothing:  # of which everybody has one
            done = subprocess.run([AEDILE, "score", "scheme.json", "--visits", "v.csv", "--findings", "f.csv", "--json",
                                   "--output", os.devnull], cwd=self.folder, stdout=nothing, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, FINE)

    def test_who_leaves_a_pipe_is_told_nothing_and_leaves_nothing_behind(self):
        self.write("v.csv", "visit\n" + "".join(f"V{i}\n" for i in range(20000)))
        self.write("f.csv", "visit,item,severity\n")
        before = self.names()
        for arguments in ([], ["--json", "--output", "s.csv"]):
            process = subprocess.Popen([AEDILE, "score", "scheme.json", "--visits", "v.csv", "--findings", "f.csv",
                                        "--quiet", *arguments], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdout.close()
            self.assertEqual(process.stderr.read(), b"")
            process.stderr.close()
            self.assertEqual(process.wait(), -signal.SIGPIPE)
        self.assertEqual(self.names(), before)

    def test_what_cannot_be_read(self):
        for arguments in (["check", "none.json"], ["check", "."],
                          ["score", "none.json", "--visits", "v.csv", "--findings", "f.csv"],
                          ["score", "scheme.json", "--visits", "none.csv", "--findings", "f.csv"],
                          ["score", "scheme.json", "--visits", "v.csv", "--findings", "."],
                          ["score", "scheme.json", "--visits", "v.csv", "--findings", "f.csv", "--expect", "none.csv"]):
            done = self.run_aedile(*arguments, code=FILES)
            self.assertRegex(done.err, r"cannot be read: .+ \(.+\)")

    def test_what_breaks_off_while_it_is_read(self):
        broken = "/proc/self/mem"  # can be opened, and fails at the first byte
        if not os.path.exists(broken):
            self.skipTest(f"there is no {broken}")
        self.assertIn("cannot be read", self.run_aedile("check", broken, code=FILES).err)
        self.assertIn("[csv_read_failed]", self.score(findings=broken, code=FILES).err)
        self.assertIn("[csv_read_failed]", self.score("--expect", broken, "--keep-going", code=FILES).err)

    def test_what_cannot_be_written(self):
        for target in ("none/s.csv", "."):
            self.assertIn("cannot be written", self.score("--output", target, code=FILES).err)
        if os.path.exists("/dev/full"):
            self.assertIn("/dev/full: cannot be written", self.score("--output", "/dev/full", code=FILES).err)
            with open("/dev/full", "wb") as full:
                done = subprocess.run([AEDILE, "check", "scheme.json"], cwd=self.folder, stdout=full, stderr=subprocess.PIPE)
            self.assertEqual(done.returncode, FILES)

    def test_the_reason_is_told_where_the_space_runs_out(self):
        many = "".join(f"V{i}\n" for i in range(20000))
        self.write("v.csv", "visit\n" + many)
        self.write("f.csv", "visit,item,severity\n")
        os.mkdir(self.folder / "t")
        small = dict(preexec_fn=lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
                                         resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))))
        before = self.names()
        done = self.score("--output", "s.csv", code=FILES, **small)
        self.assertRegex(done.err, r"(?m)^s\.csv: cannot be written: the file would become too large \(File too large\)")
        self.assertEqual(self.names(), before)
        elsewhere = dict(small, env=dict(os.environ, TMPDIR="t"))
        for arguments in ([], ["--json"]):
            done = self.score(*arguments, code=FILES, **elsewhere)
            self.assertRegex(done.err, r"(?m)^t/aedile\.\*: cannot be written: the file would become too large \(File too large\)")
            self.assertEqual(done.out, "")
        spooled = self.score(visits="-", code=FILES, stdin=b"visit\n" + many.encode() * 2, **elsewhere)
        self.assertRegex(spooled.err, r"(?m)^t/aedile\.\*: cannot be written: the file would become too large \(File too large\)")
        self.assertEqual(os.listdir(self.folder / "t"), [])

    def test_threads_that_cannot_be_started_are_done_without(self):
        self.write("v.csv", "visit\n" + "".join(f"V{i}\n" for i in range(6000)))
        self.write("f.csv", "visit,item,severity\nV7,1,minor\n")
        alone = self.score("--threads", "1").out
        if any(mark in Path(AEDILE).read_bytes() for mark in (b"__asan_init", b"__tsan_init")):
            self.skipTest("sanitizers need more address space than the test leaves")
        limit = 300 << 20  # room for some dozens of stacks
        few = self.score("--threads", "256", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
        self.assertEqual(few.out, alone)

    def test_special_targets(self):
        self.score("--output", "/dev/null")
        self.assertTrue(os.path.exists("/dev/null"))

    def test_the_file_behind_a_link_is_replaced(self):
        self.write("real.csv", "old\n")
        os.symlink("real.csv", self.folder / "link.csv")
        self.score("--output", "link.csv")
        self.assertTrue((self.folder / "link.csv").is_symlink())
        self.assertEqual(self.read("real.csv"), SCORES)
        self.assertEqual(self.names(), ["f.csv", "link.csv", "real.csv", "scheme.json", "v.csv"])

    def test_a_link_that_leads_nowhere_yet_gets_its_file(self):
        os.mkdir(self.folder / "kept")
        os.symlink("kept/real.csv", self.folder / "first.csv")
        os.symlink("first.csv", self.folder / "link.csv")
        self.score("--output", "link.csv")
        self.assertTrue((self.folder / "link.csv").is_symlink() and (self.folder / "first.csv").is_symlink())
        self.assertEqual(self.read("kept/real.csv"), SCORES)
        os.symlink("circle.csv", self.folder / "circle.csv")
        self.assertIn("circle.csv: cannot be written", self.score("--output", "circle.csv", code=FILES).err)

    def test_an_output_that_is_an_input_is_refused(self):
        self.write("older.json", json.dumps(dict(FRAMEWORK, edition="2021")))
        self.write("o.csv", "visit,score\nV1,7\n")
        inputs = {name: self.read(name) for name in ("scheme.json", "older.json", "v.csv", "f.csv", "o.csv")}
        for name in inputs:
            os.symlink(name, self.folder / f"soft_{name}")
            os.link(self.folder / name, self.folder / f"hard_{name}")
            for target in (name, f"./{name}", self.folder / name, f"soft_{name}", f"hard_{name}"):
                done = self.score("--edition", "older.json", "--expect", "o.csv", "--output", target, code=USAGE)
                self.assertIn(f"--output {target} would replace the input {name}", done.err)
        with open(self.folder / "v.csv", "rb") as visits:
            done = subprocess.run([AEDILE, "score", "scheme.json", "--visits", "-", "--findings", "f.csv", "--output", "v.csv"],
                                  cwd=self.folder, stdin=visits, capture_output=True)
        self.assertEqual(done.returncode, USAGE)
        self.assertEqual({name: self.read(name) for name in inputs}, inputs)

    def test_output_keeps_the_permissions_of_the_file_it_replaces(self):
        for mode in (0o600, 0o640, 0o666, 0o400):
            self.write("s.csv", "")
            os.chmod(self.folder / "s.csv", mode)
            self.score("--output", "s.csv")
            self.assertEqual(os.stat(self.folder / "s.csv").st_mode & 0o7777, mode)
            self.assertEqual(self.read("s.csv"), SCORES)
            os.remove(self.folder / "s.csv")

    def test_output_takes_the_usual_permissions(self):
        self.run_aedile("score", "scheme.json", "--visits", "v.csv", "--findings", "f.csv", "--output", "s.csv",
                        preexec_fn=lambda: os.umask(0o027))
        self.assertEqual(os.stat(self.folder / "s.csv").st_mode & 0o777, 0o640)


class Hostile(Case):
    def test_bytes_that_are_no_table(self):
        for text in (b"\0" * 1000, bytes(range(256)) * 50, b"\xff\xfev\0i\0s\0", b"visit;item\nV1;1\n", b'"', b",,,\n",
                     b"visit,visit,item\n", b"visit,item\n" + b'"' * 9999, b"visit,item\r\r\rV1,\r"):
            for name in ("v.csv", "f.csv"):
                self.setUp()
                self.write(name, text)
                done = self.score("--json", code=DATA)
                self.assertEqual(done.json["visits"], [])
                self.assertTrue(done.json["problems"])
                self.assertTrue(all("line" in problem for problem in done.json["problems"]))

    def test_bytes_that_are_no_scheme(self):
        deep = b'{"aedile": "framework/1", "root": ' + b"[" * 100000
        for text in (b"", b"\0", b"\xff", b"{", b"[1]", b"null", b'{"aedile": 7}', deep, b'"' + b"x" * 100000):
            self.write("scheme.json", text)
            for command in (["check", "scheme.json"], ["score", "scheme.json", "--visits", "v.csv", "--findings", "f.csv"]):
                self.assertRegex(self.run_aedile(*command, code=DATA).err, r"scheme\.json:1:\d+: error: ")

    def test_names_cannot_command_the_terminal_or_forge_lines(self):
        self.write("f.csv", 'visit,item\n"\x1b[2J\nf.csv:1:1: error: forged",1\n'.encode())
        done = self.score(code=DATA)
        self.assertNotIn("\x1b", done.err)
        self.assertEqual(sum("error" in line for line in done.err.splitlines() if line.startswith("f.csv")), 1)

    def test_nothing_of_the_data_commands_the_terminal(self):
        hostile = "a\x7f\x85\x9b2J\u202eb\u2066c\u2028"
        spoiled = json.loads(json.dumps(FRAMEWORK))
        spoiled["id"] = spoiled["root"]["children"][0]["code"] = hostile + "\x1b[2J"
        self.write("c.json", json.dumps(spoiled))
        seen = self.run_aedile("check", "c.json", code=DATA).err
        spoiled = json.loads(json.dumps(FRAMEWORK))
        spoiled["title"] = spoiled["root"]["children"][0]["title"] = spoiled["root"]["title"] = hostile
        self.write("scheme.json", json.dumps(spoiled))
        self.write("v.csv", VISITS.replace("North", hostile))
        self.write("f.csv", f"visit,item,severity,location,note\nV1,1,minor,{hostile},{hostile}\n")
        seen += self.explain("V1", "--what-if", "--everything").out
        self.write("o.csv", "visit,score\nV1,1\n")
        seen += self.score("--expect", "o.csv", code=DISAGREEMENT).out
        self.write("f.csv", f"visit,item\n{hostile},1\nV1,{hostile}\n")
        seen += self.score(code=DATA).err
        seen += self.run_aedile("check", hostile, code=FILES).err + self.run_aedile(hostile, code=USAGE).err
        self.assertEqual(re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", seen), [])
        self.assertIn(r"\xE2\x80\xAE", seen)

    def test_long_cells(self):
        self.write("f.csv", "visit,item,note\nV1,1," + "x" * (17 << 20) + "\n")
        self.assertIn("[csv_record_too_long]", self.score(code=DATA).err)
        self.write("f.csv", "visit,item,note\nV1,1," + "x" * (15 << 20) + "\n")
        self.score()

    def test_memory_does_not_grow_with_the_tables(self):
        visits = 20000
        with open(self.folder / "v.csv", "w") as file:
            file.write("visit\n" + "".join(f"V{i}\n" for i in range(visits)))
        with open(self.folder / "f.csv", "w") as file:
            file.write("visit,item,severity,note\n")
            note = "n" * 300
            for i in range(visits):
                file.write(f"V{i},1,minor,{note}\n" * 20)
        size = os.path.getsize(self.folder / "f.csv")
        self.assertGreater(size, 100 << 20)
        limit = 64 << 20
        program = ("import resource, subprocess, sys\n"
                   "code = subprocess.call(sys.argv[1:])\n"
                   "print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n")
        done = subprocess.run([sys.executable, "-c", program, AEDILE, "score", "scheme.json", "--visits", "v.csv",
                               "--findings", "f.csv", "--threads", "2", "--output", "s.csv"],
                              cwd=self.folder, capture_output=True, text=True)
        code, kilobytes = map(int, done.stdout.split())
        self.assertEqual(code, FINE, done.stderr)
        sanitized = b"__asan_init" in Path(AEDILE).read_bytes() or b"__tsan_init" in Path(AEDILE).read_bytes()
        if not sanitized:
            self.assertLess(kilobytes << 10, limit)


class Languages(Case):
    def test_messages_in_chinese(self):
        self.write("f.csv", FINDINGS + "V9,1,,,,\n")
        for place in (["--lang", "zh", "score"], ["score", "--lang", "zh"], ["score", "--lang=zh"]):
            done = self.run_aedile(*place, "scheme.json", "--visits", "v.csv", "--findings", "f.csv", code=DATA)
            self.assertIn("v.csv 中没有检查“V9”", done.err)
            self.assertIn("共 3 次检查", done.err)

    def test_help_in_chinese(self):
        done = self.run_aedile("--lang", "zh", "score", "--help")
        self.assertIn("用法", done.out)
        self.assertIn("示例", done.out)
        self.assertIn("缺少 FILE", self.run_aedile("--lang", "zh", "check", code=USAGE).err)

    def test_language_comes_from_the_option_alone(self):
        environment = dict(os.environ, LANG="zh_CN.UTF-8", LC_ALL="zh_CN.UTF-8")
        self.assertEqual(self.score(env=environment).out, SCORES)
        self.assertIn("3 visits", self.score(env=environment).err)

    def test_progress_only_where_somebody_watches(self):
        self.write("v.csv", "visit\n" + "".join(f"V{i}\n" for i in range(200000)))
        self.write("f.csv", "visit,item,severity\n" + "".join(f"V{i},1,minor\n" for i in range(200000)))
        self.assertNotIn("\r", self.score("--output", "s.csv", "--threads", "1").err)
        try:
            terminal, end = pty.openpty()
        except OSError:
            self.skipTest("no pseudo-terminals here")
        process = subprocess.Popen([AEDILE, "score", "scheme.json", "--visits", "v.csv", "--findings", "f.csv", "--output",
                                    "t.csv", "--threads", "1"], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=end)
        os.close(end)
        seen = b""
        while True:
            ready, _, _ = select.select([terminal], [], [], 300)
            try:
                data = os.read(terminal, 65536) if ready else b""
            except OSError:
                break
            if not data:
                break
            seen += data
        self.assertEqual(process.wait(), FINE)
        os.close(terminal)
        text = seen.decode()
        self.assertIn("200,000 visits: 200,000 scored", text)
        if "\r\x1b[K" in text:  # a quick machine is done before anybody needs to be told
            self.assertRegex(text, r"[\d,]+ of 200,000 visits")
        self.assertEqual(self.read("s.csv"), self.read("t.csv"))


if __name__ == "__main__":
    unittest.main()

"""aedile plan from outside: drawing, verifying, generating, assigning, routing, and what a calendar program reads.

    AEDILE=build/dev/bin/aedile test_plan.py
"""

import csv
import datetime
import hashlib
import io
import json
import os
import re
import sys
import unittest
from pathlib import Path

import icalendar
from test_command_line import DATA, FILES, USAGE, Case

SYSTEMS = Path(__file__).resolve().parents[2] / "examples" / "systems"
S3, S4 = SYSTEMS / "s3_site_ledger", SYSTEMS / "s4_modes"
ROADS = (S4 / "roads.json", "--candidates", S4 / "roads.csv")


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


class Draws(Case):
    def test_the_commitment_is_the_hash_of_the_canonical_text(self):
        text = self.run_aedile("plan", "draw", *ROADS, "--canonical").out
        promise = self.run_aedile("plan", "draw", *ROADS, "--quiet").out.strip()
        self.assertEqual(promise, hashlib.sha256(text.encode()).hexdigest())
        self.assertIn(promise, self.run_aedile("plan", "draw", *ROADS, "--lang", "zh").out)

    def test_the_draw_can_be_repeated_with_another_program(self):
        drawn = self.run_aedile("plan", "draw", *ROADS, "--seed", "604", "--quiet").out.split()
        terms = json.loads(ROADS[0].read_text(encoding="utf-8"))
        gone = {entry["candidate"] for entry in terms["excluded"]} | set(terms["history"][0]["drawn"])
        expected = []
        for stratum in sorted(terms["strata"], key=lambda stratum: stratum["name"]):
            keys = []
            for row in rows(Path(ROADS[2]).read_text(encoding="utf-8")):
                if row["stratum"] != stratum["name"] or row["candidate"] in gone:
                    continue
                lines = ["604", terms["period"], row["candidate"]]
                tickets = ["\n".join(lines + ([str(j)] if j > 1 else [])) for j in range(1, int(row["weight"]) + 1)]
                keys.append((min(hashlib.sha256(ticket.encode()).hexdigest() for ticket in tickets), row["candidate"]))
            expected += [name for _, name in sorted(keys)[: stratum["quota"]]]
        self.assertEqual(drawn, expected)

    def test_verify_accepts_the_draw_and_refuses_another(self):
        promise = self.run_aedile("plan", "draw", *ROADS, "--quiet").out.strip()
        self.run_aedile("plan", "draw", *ROADS, "--seed", "604", "--output", "draw.json")
        verify = ("plan", "verify", *ROADS, "draw.json", "--commitment")
        self.assertIn("8", self.run_aedile(*verify, promise).out)
        self.assertIn("[other_commitment]", self.run_aedile(*verify, "0" * 64, code=DATA).err)
        draw = json.loads(self.read("draw.json"))
        draw["drawn"][0]["id"] = "R101"
        self.write("draw.json", json.dumps(draw))
        refused = self.run_aedile(*verify, promise, code=DATA).err
        self.assertIn("[not_drawn]", refused)
        self.assertIn("[left_out]", refused)

    def test_arguments_are_checked_before_anything_is_drawn(self):
        promise = self.run_aedile("plan", "draw", *ROADS, "--quiet").out.strip()
        self.run_aedile("plan", "draw", *ROADS, "--seed", "604", "--output", "draw.json")
        self.run_aedile("plan", "verify", *ROADS, "draw.json", "--commitment", promise.upper())
        for commitment in (promise[1:], promise + "0", "g" * 64, ""):
            self.run_aedile("plan", "verify", *ROADS, "draw.json", "--commitment", commitment, code=USAGE)
        for seed in ("a\nb", "\x1b[2J", ""):
            done = self.run_aedile("plan", "draw", *ROADS, "--seed", seed, code=USAGE)
            self.assertEqual(done.err.count("seed"), 1)
        self.run_aedile("plan", "generate", S4 / "programme.json", S3 / "organisation.json", "--seed", "a\tb", code=USAGE)

    def test_problems_of_draws_and_tables_have_lines(self):
        self.write("c.csv", "stratum,candidate\nnowhere,R1\n")
        self.assertRegex(
            self.run_aedile("plan", "draw", ROADS[0], "--candidates", "c.csv", code=DATA).err, r"(?m)^c\.csv:2:\d+: error: "
        )
        promise = self.run_aedile("plan", "draw", *ROADS, "--quiet").out.strip()
        self.run_aedile("plan", "draw", *ROADS, "--seed", "604", "--output", "draw.json")
        self.write("draw.json", self.read("draw.json").replace('"key": "', '"key": "0', 1))
        self.assertRegex(
            self.run_aedile("plan", "verify", *ROADS, "draw.json", "--commitment", promise, code=DATA).err,
            r"(?m)^draw\.json:\d+:\d+: error: .*\[other_key\]",
        )

    def test_problems_have_places(self):
        self.write("terms.json", '{"aedile": "draw_terms/1", "id": "a", "period": "b", "seed_source": "c",\n "strata": []}')
        self.assertRegex(self.run_aedile("plan", "draw", "terms.json", code=DATA).err, r"^terms\.json:2:12: error: .*\[no_strata\]")
        self.write("c.csv", "candidate,stratum,weight\nR1,main,heavy\n")
        self.assertRegex(
            self.run_aedile("plan", "draw", ROADS[0], "--candidates", "c.csv", code=DATA).err, r"(?m)^c\.csv:2:9: error: .*\[bad_count\]"
        )
        self.run_aedile("plan", "draw", code=USAGE)
        self.run_aedile("plan", code=USAGE)


class Visits(Case):
    def generate(self, *arguments, **options):
        return self.run_aedile(
            "plan", "generate", S4 / "programme.json", S3 / "organisation.json", "--sites", S3 / "sites-2026-04.csv",
            "--seed", "604", *arguments, **options
        )

    def test_generate_assign_and_route(self):
        self.assertEqual(self.generate("--output", "v.csv").out, "160 visits on 22 days\n")
        self.assertEqual(self.generate().out, self.read("v.csv"))
        done = self.run_aedile("plan", "assign", "v.csv", S4 / "inspectors.csv", "--output", "a.csv")
        self.assertIn("126 visits assigned, 34 left over", done.out)
        self.assertEqual(done.err.count(": warning: "), 34)
        assigned = rows(self.read("a.csv"))
        self.assertEqual(sum(1 for row in assigned if row["reason"]), 34)
        # What was just assigned is the past of the next plan: nobody goes where they were.
        sites = {row["visit"]: row["site"] for row in rows(self.read("v.csv"))}
        lines = ["site,date,inspectors"]
        lines += [f"{sites[row['visit']]},2026-03-31,{row['inspectors']}" for row in assigned if row["inspectors"]]
        self.write("past.csv", "\n".join(lines) + "\n")
        again = self.run_aedile("plan", "assign", "v.csv", S4 / "inspectors.csv", "--past", "past.csv")
        self.assertNotEqual(again.out, self.read("a.csv"))
        tour = self.run_aedile("plan", "route", "v.csv", "2026-04-09", "--from", "30.25,120.15").out.splitlines()
        self.assertEqual(tour[0], "08:30  start")
        self.assertEqual(tour[-1], "11 stops, 32 km, 81 min on the road")
        self.assertEqual(len(tour), 14)
        self.assertIn("2026-04-11", self.run_aedile("plan", "route", "v.csv", "2026-04-11", "--from", "30.25,120.15").out)
        self.run_aedile("plan", "route", "v.csv", "2026-04-09", "--from", "here", code=USAGE)

    def test_a_calendar_program_reads_what_is_exported(self):
        self.generate("--output", "v.csv")
        stamp = ("--stamp", "2026-04-01T08:00:00+08:00")
        self.run_aedile("plan", "ics", "v.csv", *stamp, "--name", "四月，督查", "--output", "all.ics")
        calendar = icalendar.Calendar.from_ical((self.folder / "all.ics").read_bytes())
        self.assertEqual(calendar["VERSION"], "2.0")
        self.assertEqual(calendar["X-WR-CALNAME"], "四月，督查")
        events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
        visits = rows(self.read("v.csv"))
        self.assertEqual(len(events), len(visits))
        for visit in visits:
            event = events[visit["visit"] + "@aedile"]
            if visit["start"]:
                self.assertEqual(event["DTSTART"].dt, datetime.datetime.fromisoformat(visit["start"].replace("Z", "+00:00")))
            else:
                self.assertEqual(event["DTSTART"].dt, datetime.date.fromisoformat(visit["date"]))
            self.assertIn(visit["name"], event["SUMMARY"])
            self.assertEqual(event["DTSTAMP"].dt.isoformat(), "2026-04-01T00:00:00+00:00")
        covert = sum(1 for visit in visits if visit["mode"] == "covert")
        open_to_all = self.run_aedile("plan", "ics", "v.csv", *stamp, "--without-covert").out
        self.assertEqual(open_to_all.count("BEGIN:VEVENT"), len(visits) - covert)
        self.assertEqual(open_to_all.count("\n"), open_to_all.count("\r\n"))
        self.run_aedile("plan", "ics", "v.csv", "--stamp", "yesterday", code=USAGE)

    def test_every_problem_of_every_file_is_reported(self):
        self.write("p.json", '{"aedile": "programme/1", "id": "p", "period": "2026-04", "seed_source": "s", "rules": []}')
        done = self.run_aedile("plan", "generate", "p.json", S3 / "organisation.json", "--seed", "1", code=DATA)
        self.assertRegex(done.err, r"(?m)^p\.json:1:\d+: error: .*\[programme_without_rules\]")
        self.write("i.csv", "inspector\nwu\nwu\n")
        self.generate("--output", "v.csv")
        self.assertIn("[duplicate_inspector]", self.run_aedile("plan", "assign", "v.csv", "i.csv", code=DATA).err)

    def test_no_output_replaces_an_input(self):
        self.generate("--output", "v.csv")
        files = {"v.csv": self.read("v.csv")}
        for name, source in (
            ("p.json", S4 / "programme.json"), ("o.json", S3 / "organisation.json"), ("s.csv", S3 / "sites-2026-04.csv"),
            ("i.csv", S4 / "inspectors.csv"), ("t.json", ROADS[0]), ("c.csv", ROADS[2]),
        ):
            files[name] = source.read_text(encoding="utf-8")
            self.write(name, files[name])
        self.write("past.csv", "site,date,inspectors\n")
        files["past.csv"] = self.read("past.csv")
        (self.folder / "link.csv").symlink_to("v.csv")
        (self.folder / "hard.csv").hardlink_to(self.folder / "i.csv")
        calls = [
            (("plan", "generate", "p.json", "o.json", "--sites", "s.csv", "--seed", "604"), ("p.json", "o.json", "s.csv")),
            (("plan", "assign", "v.csv", "i.csv", "--past", "past.csv"), ("v.csv", "./i.csv", "past.csv", "link.csv", "hard.csv")),
            (("plan", "draw", "t.json", "--candidates", "c.csv", "--seed", "604"), ("t.json", "c.csv")),
            (("plan", "ics", "v.csv", "--stamp", "2026-04-01T08:00:00+08:00"), ("v.csv", "link.csv")),
            (("org", "ledger", "s.csv"), ("s.csv",)),
            (("org", "ledger", "s.csv", "--before", "o.json"), ("s.csv", "o.json")),
        ]
        for call, outputs in calls:
            for output in outputs:
                with self.subTest(call=call, output=output):
                    done = self.run_aedile(*call, "--output", output, code=USAGE)
                    self.assertIn(f"--output {output} would replace the input", done.err)
        for name, text in files.items():
            self.assertEqual(self.read(name), text)

    def test_a_closed_standard_output_is_a_failure(self):
        self.generate("--output", "v.csv")
        stamp = ("--stamp", "2026-04-01T08:00:00+08:00")
        for call in (
            ("plan", "ics", "v.csv", *stamp),
            ("plan", "generate", S4 / "programme.json", S3 / "organisation.json", "--sites", S3 / "sites-2026-04.csv",
             "--seed", "604"),
            ("plan", "assign", "v.csv", S4 / "inspectors.csv"),
            ("plan", "draw", *ROADS, "--seed", "604", "--output", "-"),
            ("plan", "draw", *ROADS),
            ("org", "ledger", S3 / "sites-2026-04.csv", "--output", "-"),
            ("org", "ledger", S3 / "sites-2026-04.csv"),
        ):
            with self.subTest(call=call):
                done = self.run_aedile(*call, code=FILES, preexec_fn=lambda: os.close(1))
                self.assertIn("<stdout>", done.err)

    def test_problems_of_tables_are_at_their_cells_in_every_command(self):
        self.write("v.csv", "visit,date,site,start,end,latitude,longitude\n"
                            "a,2026-04-09,s,2026-04-09T10:00:00Z,2026-04-09T09:00:00Z,,\na,2026-04-09,s,,,91,120\n")
        self.write("i.csv", "inspector\nwu\n")
        for call in (("assign", "v.csv", "i.csv"), ("route", "v.csv", "2026-04-09", "--from", "30,120"),
                     ("ics", "v.csv", "--stamp", "2026-04-01T08:00:00Z")):
            found = re.findall(r"(?m)^(v\.csv:\d+:\d+): error: .*\[(\w+)\]", self.run_aedile("plan", *call, code=DATA).err)
            self.assertEqual(found, [("v.csv:2:37", "visit_hours_reversed"), ("v.csv:3:1", "duplicate_planned_visit"),
                                     ("v.csv:3:18", "coordinates_range")], call)
        self.write("v.csv", "visit,date,site,inspectors\na,2026-04-09,s,0\nb,2026-04-09,s,1\n")
        self.assertRegex(self.run_aedile("plan", "assign", "v.csv", "i.csv", code=DATA).err, r"^v\.csv:2:16: error: .*\[team_size_range\]")
        self.write("v.csv", "visit,date,site,inspectors\nb,2026-04-09,s,2\n")
        self.assertRegex(self.run_aedile("plan", "assign", "v.csv", "i.csv").err, r"^v\.csv:2:1: warning: .*\[visit_too_few\]")
        self.assertRegex(self.run_aedile("plan", "route", "v.csv", "2026-04-09", "--from", "30,120", code=DATA).err, r"^v\.csv:2:1: error: ")
        self.run_aedile("plan", "route", "v.csv", "2026-04-09", "--from", "91,120", code=USAGE)
        self.write("past.csv", "site,date,inspectors\ns,2026-04-01,wu;nobody\n")
        self.assertRegex(
            self.run_aedile("plan", "assign", "v.csv", "i.csv", "--past", "past.csv", code=DATA).err,
            r'^past\.csv:2:14: error: .*"nobody".*\[unknown_inspector\]',
        )

    def test_what_is_printed_cannot_steer_the_terminal(self):
        self.write("v.csv", "visit,date,site,latitude,longitude\n\u202ea,2026-04-09,s,30,120\n")
        done = self.run_aedile("plan", "route", "v.csv", "2026-04-09", "--from", "30,120", code=DATA)
        self.assertNotIn("\u202e", done.out + done.err)
        self.assertIn("\\xE2\\x80\\xAEa", done.err)
        self.assertRegex(done.err, r"^v\.csv:2:1: error: .*\[control_character\]")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])

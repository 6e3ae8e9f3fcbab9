"""aedile ladder, notice, rates and follow-up from outside: what they print, refuse, and how they end.

    AEDILE=build/dev/bin/aedile test_rectify.py [SUITE[.test] ...]
"""

import hashlib
import json
import unittest
from pathlib import Path

from test_command_line import DATA, FILES, FINE, USAGE, Case

SYSTEMS = Path(__file__).resolve().parents[2] / "examples" / "systems"
STREET, JIANGMEN, LEDGER = SYSTEMS / "s7_street", SYSTEMS / "jiangmen", SYSTEMS / "s9_problem_ledger"
SITES = SYSTEMS / "s3_site_ledger" / "sites-2026-04.csv"


class Ladder(Case):
    def steps(self, *more, code=FINE):
        start = ("2026-03-05T10:00", "--working-days", "5")
        return self.run_aedile("ladder", "steps", STREET / "ladder.json", *start, *more, code=code)

    def test_people_read_days_and_programs_read_instants(self):
        self.assertIn("2026-03-12 24:00  double", self.steps().out)
        self.assertIn("2026-03-13T00:00:00+08:00  double", self.steps("--quiet").out)
        steps = self.steps("--json").json["steps"]
        self.assertEqual([step["key"] for step in steps], [f"street/{s}" for s in ("remind", "double", "circular", "talk")])
        self.assertEqual(steps[1]["due"], "2026-03-13T00:00:00+08:00")
        self.assertEqual(steps[3]["answer_by"], "2026-03-27T00:00:00+08:00")

    def test_only_what_has_come_and_nothing_after_the_answer(self):
        self.assertEqual(len(self.steps("--as-of", "2026-03-16", "--json").json["steps"]), 2)
        self.assertEqual(len(self.steps("--answered", "2026-03-12T09:00", "--json").json["steps"]), 1)
        self.assertIn("no step has come", self.steps("--as-of", "2026-03-06").out)

    def test_takes_one_limit_and_times_that_exist(self):
        self.run_aedile("ladder", "steps", STREET / "ladder.json", "2026-03-05", code=USAGE)
        self.steps("--hours", "3", code=USAGE)
        self.steps("--as-of", "tomorrow", code=USAGE)
        self.run_aedile("ladder", "steps", "nowhere.json", "2026-03-05", "--hours", "3", code=FILES)

    def test_climbs_by_lists(self):
        done = self.run_aedile("ladder", "climb", JIANGMEN / "unit_ladder.json", JIANGMEN / "weeks.csv", "--json")
        units = {unit["unit"]: unit for unit in done.json["units"]}
        self.assertEqual([step["key"] for step in units["市住建局"]["steps"]][-1], "jiangmen/account/2018-W18")
        self.assertEqual(units["市文广新局"]["in_a_row"], 2)  # the third week had nothing notified
        self.assertEqual(len(done.json["lists"]), 9)

    def test_a_unit_that_is_not_there_is_an_error(self):
        files = (JIANGMEN / "unit_ladder.json", JIANGMEN / "weeks.csv")
        done = self.run_aedile("ladder", "climb", *files, "--unit", "x", code=DATA)
        self.assertIn("[no_such_unit]", done.err)


class Notice(Case):
    def test_one_copy_or_both(self):
        both = self.run_aedile("notice", "render", STREET / "notice.json", "--lang", "zh").out
        one = self.run_aedile("notice", "render", STREET / "notice.json", "--copy", "responsible", "--lang", "zh").out
        self.assertTrue(both.startswith(one))
        self.assertEqual(both.count("校验码：3f2a-91c0-77de-0b14"), 2)

    def test_the_page_goes_to_a_file_and_loads_nothing(self):
        self.run_aedile("notice", "render", STREET / "notice.json", "--html", "--output", "notice.html")
        page = self.read("notice.html")
        self.assertEqual(page.count("<section"), 2)
        for foreign in ("http:", "https:", "src=", "<script", "url("):
            self.assertNotIn(foreign, page)

    def test_a_notice_that_is_wrong_prints_nothing(self):
        notice = json.loads((STREET / "notice.json").read_text(encoding="utf-8"))
        notice["last_day"], notice["findings"] = "2026-03-01", []
        done = self.run_aedile("notice", "render", self.write("wrong.json", json.dumps(notice)), code=DATA)
        self.assertEqual(done.out, "")
        self.assertIn("[due_before_issue]", done.err)
        self.assertIn("[notice_without_findings]", done.err)


class Rates(Case):
    def test_counts_merge_over_tables(self):
        once = self.run_aedile("rates", STREET / "tickets.csv", "--json").json
        twice = self.run_aedile("rates", STREET / "tickets.csv", STREET / "tickets.csv", "--json").json
        for a, b in zip(once["rates"], twice["rates"]):
            self.assertEqual(2 * a["rows"][0]["numerator"], b["rows"][0]["numerator"])
            self.assertEqual(a["rows"][0].get("value"), b["rows"][0].get("value"))

    def test_the_exact_rate_and_what_is_shown(self):
        arguments = ("rates", STREET / "tickets.csv", "--rate", "rectification_rate")
        self.assertEqual(self.run_aedile(*arguments, "--json").json["rates"][0]["rows"][0]["value"], "70/71")
        self.assertIn("98.6 %  2,240/2,272", self.run_aedile(*arguments).out)

    def test_rows_of_units_sum_to_the_total(self):
        rows = self.run_aedile("rates", STREET / "tickets.csv", "--by", "unit", "--json").json["counts"]
        *units, total = rows
        self.assertEqual(sum(unit["closed"] for unit in units), total["closed"])

    def test_refuses_what_is_no_rate_and_no_fate(self):
        self.run_aedile("rates", STREET / "tickets.csv", "--rate", "speed", code=USAGE)
        done = self.run_aedile("rates", self.write("t.csv", "unit,fate\neast,done\n"), code=DATA)
        self.assertEqual(done.out, "")
        self.assertIn("t.csv:2:6: error", done.err)

    def test_without_tickets_there_are_no_rates(self):
        table = self.write("t.csv", "unit,fate\n")
        self.assertEqual(self.run_aedile("rates", table).out, "no tickets\n")
        self.assertEqual(self.run_aedile("rates", table, "--lang", "zh").out, "没有工单\n")


class FollowUp(Case):
    def test_returns_as_json(self):
        done = self.run_aedile(
            "follow-up", "returns", LEDGER / "follow_up.json", LEDGER / "closed.csv", LEDGER / "found.csv", "--json"
        )
        findings = done.json["findings"]
        self.assertEqual([f.get("return_of") for f in findings], ["T-009", "T-013", None, None])
        self.assertEqual([f.get("multiplier") for f in findings], [3, 2, None, None])

    def test_checks_elsewhere_once_each(self):
        arguments = ("follow-up", "spread", LEDGER / "follow_up.json", SITES, "--ticket", "T-8", "--item", "3.2.4")
        done = self.run_aedile(*arguments, "--site", "D018", "--date", "2026-04-02", "--json")
        sites = [check["site"] for check in done.json["checks"]]
        self.assertEqual(sites, ["D019", "D020", "D021", "D022", "D023", "D024"])
        done = self.run_aedile(*arguments, "--site", "D999", "--date", "2026-04-02", code=DATA)
        self.assertIn("[no_such_site]", done.err)

    def test_the_look_back_is_a_draw_that_anybody_can_repeat(self):
        arguments = (LEDGER / "closed.csv", "--period", "2026-03", "--seed-source", "lottery")
        terms = "terms.json"
        self.run_aedile("follow-up", "look-back", LEDGER / "follow_up.json", *arguments, "--output", terms)
        text = self.run_aedile("plan", "draw", terms, "--canonical").out
        promise = self.run_aedile("plan", "draw", terms, "--quiet").out.strip()
        self.assertEqual(promise, hashlib.sha256(text.encode()).hexdigest())
        drawn = self.run_aedile("plan", "draw", terms, "--seed", "1", "--quiet").out.split()
        self.assertEqual(len(drawn), 7)
        self.assertLessEqual({"T-008", "T-014"}, set(drawn))  # the grave ones, whatever the seed

    def test_rules_that_say_nothing_of_it(self):
        rules = self.write("rules.json", '{"aedile": "follow_up/1", "id": "x"}')
        done = self.run_aedile("follow-up", "returns", rules, LEDGER / "closed.csv", LEDGER / "found.csv", code=DATA)
        self.assertIn("[no_rule_for]", done.err)


class Files(Case):
    def test_check_knows_them(self):
        names = (STREET / "ladder.json", STREET / "notice.json", JIANGMEN / "unit_ladder.json", LEDGER / "follow_up.json")
        self.assertEqual(self.run_aedile("check", *names).out.count("no errors"), 4)
        self.write("l.json", '{"aedile": "ladder/1", "id": "x", "steps": [{"code": "a", "at": "noon", "effect": "talk"}]}')
        self.assertIn("l.json:1:65: error", self.run_aedile("check", "l.json", code=DATA).err)

    def test_schemas_are_printed(self):
        for name in ("ladder", "unit-ladder", "notice", "follow-up"):
            self.assertIn("properties", self.run_aedile("schema", name).json)


if __name__ == "__main__":
    unittest.main()

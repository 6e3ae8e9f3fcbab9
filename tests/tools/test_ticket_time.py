"""aedile ticket from outside: what is asked as of a time, and selections that select nothing.

    AEDILE=build/dev/bin/aedile test_ticket_time.py [SUITE[.test] ...]
"""

import json
import sys
import unittest

from test_command_line import DATA, USAGE
from ticket_case import REGULATIONS, TicketCase


class Time(TicketCase):
    def counts(self, at, *more):
        rows = self.run_aedile("ticket", "stats", "s.journal", "--at", at, "--counts", "--json", *more).json["counts"]
        return {key: rows[0][key] for key in ("reported", "handled", "closed")} if rows else {}

    def due(self, *arguments, **options):
        return [each["ticket"] for each in self.run_aedile("ticket", "due", "s.journal", *arguments, "--json", **options).json["due"]]

    def test_what_happened_later_does_not_count(self):
        self.adopt()
        self.open()
        self.close()
        self.assertEqual(self.counts("2026-05-19T15:00"), {})
        self.assertEqual(self.counts("2026-05-19T17:00"), {"reported": 1, "handled": 0, "closed": 0})
        self.assertEqual(self.counts("2026-05-20T12:00"), {"reported": 1, "handled": 1, "closed": 0})
        self.assertEqual(self.counts("2026-05-21T12:00"), {"reported": 1, "handled": 1, "closed": 1})
        self.assertEqual(self.due("--at", "2026-05-19T17:00"), ["T-0001"])
        self.assertEqual(self.due("--at", "2026-05-21T12:00"), [])
        shown = self.run_aedile("ticket", "show", "s.journal", "T-0001", "--at", "2026-05-20T12:00", "--json").json
        self.assertEqual((shown["ticket"]["state"], len(shown["events"])), ("look_back", 2))
        self.assertEqual(len(self.run_aedile("ticket", "closed", "s.journal", "--at", "2026-05-20").out.splitlines()), 1)
        self.write("f.csv", "visit,item\nV1,1\n")
        self.open("--finding", "V1#1", "--recorded", "2026-05-22T09:00")
        marked = ("ticket", "findings", "s.journal", "f.csv", "--at")
        self.assertIn("V1,1,,\n", self.run_aedile(*marked, "2026-05-18").out)
        self.assertIn("V1,1,yes,\n", self.run_aedile(*marked, "2026-06-18").out)

    def test_a_ticket_entered_before_its_regulations_held_is_there_all_the_same(self):
        self.adopt()
        self.write("r2.json", json.dumps(dict(REGULATIONS, edition="2", workflows=["street_notice", "on_the_spot"])))
        self.run_aedile("ticket", "adopt", "s.journal", "r2.json", "--as", "office", "--at", "2026-06-01T09:00")
        self.run_aedile("ticket", "open", "s.journal", "on_the_spot", "--title", "litter", "--as", "wu", "--at", "2026-05-19T16:00", "--recorded", "2026-06-01T10:00")
        self.assertEqual(self.counts("2026-05-20T12:00")["reported"], 1)

    def test_a_day_until_which_something_is_asked_is_meant_to_its_end(self):
        self.adopt()
        self.open()  # due at the end of the 26th
        self.assertEqual(self.due("--at", "2026-05-20T09:00", "--until", "2026-05-25"), [])
        self.assertEqual(self.due("--at", "2026-05-20T09:00", "--until", "2026-05-26"), ["T-0001"])
        self.assertEqual(self.counts("2026-05-18"), {})
        self.assertEqual(self.counts("2026-05-19")["reported"], 1)
        self.assertEqual(self.due("--at", "2026-05-19", "--known", "2026-05-19"), ["T-0001"])
        self.run_aedile("ticket", "show", "s.journal", "--at", "9999-12-31")
        exempted = self.act("exempt", "--as", "chen", "--at", "2026-05-20T10:00", "--reason", "x", "--until", "2026-06-30", "--json").json
        self.assertEqual(exempted["events"][0]["until"], "2026-06-30T16:00:00Z")

    def test_what_is_recorded_has_a_time_of_day(self):
        refused = self.run_aedile("ticket", "adopt", "s.journal", "r.json", "--as", "office", "--at", "2026-05-01", code=USAGE).err
        self.assertIn("such as 2026-05-01T09:00 [only_a_day]", refused)
        self.adopt()
        self.open()
        before = self.events()
        report = ("report", "--as", "li", "--evidence", "photo.jpg", "--at")
        self.assertIn("须写明时刻", self.act(*report, "2026-05-20", "--lang", "zh", code=USAGE).err)
        self.act(*report, "2026-05-20T10:00", "--recorded", "2026-05-21", code=USAGE)
        self.act(*report, "2026-05-20T10:00", "--taken", "2026-05-20", code=USAGE)
        self.run_aedile("ticket", "advance", "s.journal", "--at", "2026-06-01", code=USAGE)
        self.assertEqual(self.events(), before)

    def test_before_anything_was_known_is_said(self):
        self.adopt()
        self.open()
        for command in (("show",), ("show", "T-0001"), ("due", "--at", "2026-06-01"), ("stats", "--at", "2026-06-01"), ("units",), ("closed",)):
            asked = ("ticket", command[0], "s.journal", *command[1:], "--known", "2026-04-30")
            done = self.run_aedile(*asked, code=DATA)
            self.assertEqual(done.out, "")
            self.assertRegex(done.err, r"at 2026-05-01T00:00:00\+08:00 nothing was known.*2026-05-01T09:00:00\+08:00 \[nothing_known_then\]\n$")
        self.assertIn("尚无任何记录", self.run_aedile(*asked, "--lang", "zh", code=DATA).err)

    def test_the_journal_itself_takes_the_same_times(self):
        asked = ("journal", "as-of", "s.journal", "--json")
        self.assertIn("zone", self.run_aedile(*asked, "--happened", "2026-05-19T17:00", code=USAGE).err)
        self.adopt()
        self.open()
        self.close()
        for time, events in (("2026-05-19T15:59", 1), ("2026-05-19T16:00", 2), ("2026-05-20", 3), ("2026-05-21T02:00:00Z", 4)):
            self.assertEqual(len(self.run_aedile(*asked, "--happened", time).out.splitlines()), events, time)
            self.assertEqual(len(self.run_aedile(*asked, "--recorded", time).out.splitlines()), events, time)
            people = self.run_aedile("journal", "as-of", "s.journal", "--quiet", "--happened", time).out
            self.assertEqual(people.count("\n"), events)  # a line each, however long regulations are
        self.run_aedile(*asked, "--happened", "tomorrow", code=USAGE)


class Selections(TicketCase):
    def stats(self, *arguments, **options):
        return self.run_aedile("ticket", "stats", "s.journal", "--at", "2026-06-30", *arguments, **options)

    def test_what_nobody_knows_is_named_with_what_there_is(self):
        self.adopt()
        self.open("--item", "1.1", "--site-class", "park")
        for option, wrong, known in (
            ("--unit", "nope", "street, taoyuan"),
            ("--item", "9.9", "1.1"),
            ("--site-class", "market", "park"),
            ("--period", "foo", "2026-05"),
            ("--period", "2026-Q2", "2026-05"),
        ):
            done = self.stats(option, wrong, code=DATA)
            self.assertEqual(done.out, "")
            self.assertEqual(done.err, f'{option}: error: no ticket is of "{wrong}"; there are: {known} [unknown_selection]\n')
            problems = self.stats(option, wrong, "--json", code=DATA).json["problems"]
            self.assertEqual([each["code"] for each in problems], ["unknown_selection"])
        self.assertIn("没有属于“nope”的工单", self.stats("--unit", "nope", "--lang", "zh", code=DATA).err)

    def test_what_there_might_be_has_no_tickets(self):
        self.adopt()
        self.open()
        self.assertEqual(self.stats("--period", "2026-04").out, "no tickets\n")
        self.assertEqual(self.stats("--unit", "street").out, "no tickets\n")  # people of it are in the regulations
        self.assertNotEqual(self.stats("--item", "-", "--counts").out, "no tickets\n")  # as in the rows of --by item

    def test_tables_are_asked_alike(self):
        self.write("t.csv", "unit,fate,item\neast,closed,1\n")
        self.assertIn("[unknown_selection]", self.run_aedile("rates", "t.csv", "--unit", "west", code=DATA).err)
        self.run_aedile("rates", "t.csv", "--unit", "east", "--item", "1")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])

"""aedile ticket advance from outside: what waits is said, and for what.

    AEDILE=build/dev/bin/aedile test_ticket_advance.py [SUITE[.test] ...]
"""

import json
import sys
import unittest

from ticket_case import REGULATIONS, TicketCase

LADDER = {
    "aedile": "ladder/1",
    "id": "street",
    "steps": [
        {"code": "remind", "at": {"before_due": {"working_days": 1}}, "effect": "reminder"},
        {"code": "talk", "at": {"after_due": {"working_days": 2}}, "effect": "talk", "answer_within": {"working_days": 5}},
    ],
}
UNITS = {
    "aedile": "unit_ladder/1",
    "id": "talks",
    "steps": [{"code": "talk", "at": {"in_a_row": 1}, "effect": "talk", "answer_within": {"working_days": 5}}],
}
PEOPLE = [*REGULATIONS["people"], {"id": "sun", "unit": "office", "roles": ["supervisor"]}]
# Due at 24:00 of 26 May: the reminder comes on the 25th, the talk on the 28th.
REMIND, TALK = "2026-05-25T16:00:00Z", "2026-05-28T16:00:00Z"


class Waiting(TicketCase):
    def setUp(self):
        super().setUp()
        self.write("r.json", json.dumps(dict(REGULATIONS, ladder=LADDER, unit_ladder=UNITS, people=PEOPLE)))

    def advance(self, at, *arguments):
        return self.run_aedile("ticket", "advance", "s.journal", "--at", at, *arguments)

    def open_in_december(self):
        self.run_aedile("ticket", "open", "s.journal", "street_notice", "--as", "wu", "--at", "2026-12-21T16:00", "--unit", "taoyuan", "--title", "litter")

    def test_steps_wait_for_somebody_who_may_take_them(self):
        self.adopt()
        self.open()
        before = self.events()
        for actor in ((), ("--as", "li")):  # li is of the unit, which does not escalate
            done = self.advance("2026-06-01T09:00", *actor)
            self.assertEqual(
                done.out.splitlines(),
                [
                    "nothing was recorded; this waits:",
                    "T-0001  step street/remind: reminder, come 2026-05-25 24:00, waits for somebody who may take it (supervisor); say who with --as",
                    "T-0001  step street/talk: talk, come 2026-05-28 24:00, waits for somebody who may take it (supervisor); say who with --as",
                ],
            )
            waiting = self.advance("2026-06-01T09:00", *actor, "--json").json["waiting"]
            self.assertEqual(
                waiting,
                [
                    {"for": "supervisor", "ticket": "T-0001", "step": "street/remind", "due": REMIND, "roles": ["supervisor"]},
                    {"for": "supervisor", "ticket": "T-0001", "step": "street/talk", "due": TALK, "roles": ["supervisor"]},
                ],
            )
        self.assertEqual(self.events(), before)
        self.assertIn("待有权执行的人员（督查人员 supervisor）办理", self.advance("2026-06-01T09:00", "--lang", "zh").out)
        taken = self.advance("2026-06-01T09:00", "--as", "sun", "--json").json
        self.assertEqual(([each["step"] for each in taken["events"]], taken["waiting"]), (["street/remind", "street/talk"], []))
        self.assertEqual(self.advance("2026-06-01T09:00", "--recorded", "2026-06-01T09:00").out, "nothing has come about\n")

    def test_a_step_that_came_before_the_answer_waits_too(self):
        self.adopt()
        self.open()
        self.act("report", "--as", "li", "--at", "2026-05-27T10:00", "--evidence", "photo.jpg")
        waiting = self.advance("2026-06-01T09:00", "--json").json["waiting"]
        self.assertEqual([(each["step"], each["due"]) for each in waiting], [("street/remind", REMIND)])

    def test_a_step_waits_for_the_calendar_in_which_it_is_to_be_answered(self):
        self.now = "2027-08-01T00:00:00Z"
        self.adopt()
        self.open_in_december()  # due on the 28th, the talk on the 30th, to be answered next year
        done = self.advance("2026-12-31T09:00", "--as", "sun")
        self.assertIn("step street/remind", done.out)
        self.assertRegex(done.out, r"T-0001  step street/talk: talk, come 2026-12-30 24:00, waits for a calendar that reaches .*\n$")
        waiting = self.advance("2026-12-31T09:00", "--as", "sun", "--json").json["waiting"]
        self.assertEqual([(each["for"], each["step"]) for each in waiting], [("calendar", "street/talk")])
        self.assertIn("现有日历未及其反馈期限", self.advance("2026-12-31T09:00", "--as", "sun", "--lang", "zh").out)

    def test_a_limit_waits_for_a_calendar_too(self):
        self.now = "2027-08-01T00:00:00Z"
        self.adopt()
        self.open_in_december()
        self.act("exempt", "--as", "chen", "--at", "2026-12-22T09:00", "--reason", "frost", "--until", "2026-12-30")
        done = self.advance("2026-12-31T10:00", "--as", "sun").out
        self.assertIn("    rectification 5 working days; the calendar does not reach its end yet\n", done)
        self.assertIn("T-0001  rectification waits for a calendar that reaches its deadline; adopt regulations with one\n", done)
        waiting = self.advance("2026-12-31T10:00", "--json").json["waiting"]
        self.assertEqual(waiting, [{"for": "calendar", "ticket": "T-0001", "limit": "rectify"}])
        shown = ("ticket", "show", "s.journal", "T-0001")
        self.assertIn("  整改时限：5 个工作日，现有日历未及届满之日\n", self.run_aedile(*shown, "--lang", "zh").out)
        self.assertEqual(self.run_aedile(*shown, "--json").json["ticket"]["limits"][0]["waits_for"], "calendar")

    def test_steps_of_units_wait_as_well(self):
        self.adopt()
        self.write("m.csv", "unit,occasion,day,verdict\na,2026-05,2026-06-01,failed\n")
        self.run_aedile("ticket", "judge", "s.journal", "m.csv", "--as", "wu", "--at", "2026-06-01T09:00")
        self.assertEqual(
            self.advance("2026-06-01T10:00").out,
            "nothing was recorded; this waits:\na  step talk: talk, by 2026-05, waits; say who takes it with --as\n",
        )
        waiting = self.advance("2026-06-01T10:00", "--json").json["waiting"]
        self.assertEqual(waiting, [{"for": "supervisor", "unit": "a", "step": "talks/talk/2026-05"}])
        self.assertEqual(self.advance("2026-05-31T10:00", "--recorded", "2026-06-01T10:00", "--json").json["waiting"], [])
        self.assertEqual(self.advance("2026-06-01T10:00", "--as", "sun", "--json").json["waiting"], [])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])

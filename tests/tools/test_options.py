"""No option is taken and ignored: each changes what comes out, or is refused.

    AEDILE=build/dev/bin/aedile test_options.py [SUITE[.test] ...]
"""

import json
import sys
import unittest

from test_command_line import DATA, USAGE
from ticket_case import TicketCase

STEPS = [{"code": "remind", "at": {"before_due": {"working_days": 1}}, "effect": "reminder"}]
CLOSED = "ticket,closed,site_class\nT-1,2026-02-28,park\nT-2,2026-03-01,park\nT-3,2026-03-31,school\nT-4,2026-04-01,park\n"


class Options(TicketCase):
    def test_what_says_nothing_here_is_refused(self):
        self.adopt()
        self.open()
        self.write("l.json", json.dumps({"aedile": "ladder/1", "id": "l", "steps": STEPS}))
        self.write("e.jsonl", '{"actor": "a", "command": "c", "happened": "2026-05-20T10:00:00Z"}\n')
        self.write("sites.csv", "site,site_class\nP1,park\n")
        self.write("visits.csv", "site,date\nP1,2026-05-20\n")
        entries = ("journal", "append", "s.journal", "e.jsonl")
        before = self.events()
        for arguments, named in (
            (("ladder", "steps", "l.json", "2026-05-19", "--working-days", "5", "--rest-day", "keep"), "--rest-day"),
            (("ladder", "steps", "l.json", "2026-05-19", "--hours", "5", "--day-end", "closing"), "--day-end"),
            (("org", "check", "scheme.json", "--on", "2026-05-19"), "--scheme"),
            (("org", "ledger", "sites.csv", "--before", "sites.csv", "--output", "o.csv"), "--before"),
            (("org", "ledger", "sites.csv", "--visits", "visits.csv", "--period", "2026-05", "--output", "o.csv"), "--visits"),
            (("explain", "scheme.json", "--visits", "v.csv", "--findings", "f.csv", "V1", "--everything", "--json"), "--everything"),
            (("workflow", "check", "street_notice", "--dot", "--json"), "--dot"),
            ((*entries, "--subject", "x"), "--subject"),
            ((*entries, "--payload", "1"), "--payload"),
            ((*entries, "--happened", "2026-05-20T10:00:00Z"), "--happened"),
            ((*entries, "--key", "k"), "--key"),
            ((*entries, "--cause", "1"), "--cause"),
            (("journal", "outbox", "s.journal", "--acknowledge", "2.0", "--limit", "1"), "--limit"),
            (("journal", "head", "s.journal", "--json", "--output", "-"), "--json"),
            (("ticket", "do", "s.journal", "T-0001", "start", "--as", "li", "--at", "2026-05-20T10:00", "--taken", "2026-05-20T09:00"), "--evidence"),
            (("ticket", "closed", "s.journal", "--from", "2026-06-01", "--until", "2026-05-01"), "2026-06-01"),
        ):
            with self.subTest(" ".join(arguments)):
                self.assertIn(named, self.run_aedile(*arguments, code=USAGE).err)
        self.assertEqual(self.events(), before)
        self.assertNotIn("o.csv", self.names())

    def test_a_look_back_is_of_its_period(self):
        self.write("closed.csv", CLOSED)
        self.write("rules.json", '{"aedile": "follow_up/1", "id": "x", "look_back": {}}')
        draw = ("follow-up", "look-back", "rules.json", "closed.csv", "--seed-source", "lottery", "--period")
        for period, tickets in (("2026-03", ["T-2", "T-3"]), ("2026-W09", ["T-1", "T-2"]), ("2026-04-01..2026-04-30", ["T-4"])):
            done = self.run_aedile(*draw, period, "--output", "terms.json")
            self.assertEqual(done.out, f"{len(tickets)} of 4 tickets of the table were closed in {period}\n")
            terms = json.loads(self.read("terms.json"))
            self.assertEqual([each["id"] for each in terms["candidates"]], tickets)
        self.run_aedile(*draw, "March", code=USAGE)
        self.assertIn("error", self.run_aedile(*draw, "2025-03", code=DATA).err)

    def test_acknowledging_is_told_to_programs(self):
        self.adopt()
        self.open()
        self.assertEqual(
            self.run_aedile("journal", "append", "s.journal", "--actor", "a", "--command", "c", "--recorded", "2026-05-20T10:00:00Z").err, ""
        )
        pending = self.run_aedile("journal", "outbox", "s.journal", "--json").json["effects"]
        told = self.run_aedile("journal", "outbox", "s.journal", "--acknowledge", pending[0]["key"], "--json").json
        self.assertEqual(told, {"acknowledged": 1, "pending": len(pending) - 1})

    def test_no_more_problems_than_asked_for(self):
        self.adopt()
        wrong = [word for _ in range(5) for word in ("--part", "x")]
        err = self.open(*wrong, "--max-problems", "2", code=USAGE).err
        self.assertEqual(err.count("[bad_pair]"), 2)
        self.assertIn("3 more", err)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])

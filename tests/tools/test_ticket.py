"""aedile ticket from outside: what a clerk is told who makes a mistake, what programs read, and that a mistake leaves nothing.

    AEDILE=build/dev/bin/aedile test_ticket.py

The way of a ticket through its loop is told in examples/one_fault/ and checked there.
"""

import json
import subprocess
import sys
import unittest

from test_command_line import AEDILE, DATA, FILES, USAGE, Case

REGULATIONS = {
    "aedile": "regulations/1",
    "id": "street",
    "edition": "1",
    "workflows": ["street_notice"],
    "calendars": ["cn"],
    "people": [
        {"id": "wu", "unit": "street", "roles": ["inspector"]},
        {"id": "chen", "unit": "street", "roles": ["inspector", "leader"]},
        {"id": "li", "unit": "taoyuan", "roles": ["unit", "inspector"]},
    ],
    "notices": {"series": "s", "pattern": "S{year}-{number:3}", "authority": "Office"},
}
AT = ("--at", "2026-05-19T16:00")


class Ticket(Case):
    def setUp(self):
        super().setUp()
        self.write("r.json", json.dumps(REGULATIONS))
        self.write("photo.jpg", b"photo")
        self.run_aedile("journal", "init", "s.journal", "--name", "street")

    def adopt(self):
        return self.run_aedile("ticket", "adopt", "s.journal", "r.json", "--as", "office", "--at", "2026-05-01T09:00")

    def open(self, *arguments, **options):
        return self.run_aedile(
            "ticket", "open", "s.journal", "street_notice", "--as", "wu", *AT, "--unit", "taoyuan", *arguments, **options
        )

    def act(self, *arguments, **options):
        return self.run_aedile("ticket", "do", "s.journal", "T-0001", *arguments, **options)

    def events(self):
        return self.run_aedile("journal", "head", "s.journal", "--json").json["size"]

    def test_nothing_can_be_done_before_regulations_are_adopted(self):
        refused = self.open(code=DATA).err
        self.assertRegex(refused, r"s\.journal: error: .*aedile ticket adopt.*\[no_regulations\]")
        self.assertEqual(self.events(), 0)
        self.assertIn("[no_regulations]", self.run_aedile("ticket", "due", "s.journal", *AT, code=DATA).err)

    def test_regulations_are_adopted_whole_or_not_at_all(self):
        wrong = dict(REGULATIONS, people=[{"id": "wu", "unit": "street", "roles": ["inspektor"]}])
        self.write("r.json", json.dumps(wrong, indent=1))
        refused = self.run_aedile("ticket", "adopt", "s.journal", "r.json", "--as", "office", *AT, code=DATA).err
        self.assertRegex(refused, r"r\.json:\d+:\d+: error: .*inspektor.*\[unknown_role_here\]")
        self.assertEqual(self.events(), 0)

    def test_a_mistake_is_named_and_leaves_nothing(self):
        self.adopt()
        self.open()
        before = self.events()
        for arguments, code in (
            (("report", "--as", "nobody", "--at", "2026-05-20T10:00"), "unknown_person"),
            (("report", "--as", "li", "--at", "tomorrow"), "bad_local_time"),
            (("report", "--as", "li", "--at", "2026-05-20T10:00"), "ticket_evidence"),
            (("repair", "--as", "li", "--at", "2026-05-20T10:00"), "ticket_unknown_command"),
            (("pass", "--as", "chen", "--at", "2026-05-20T10:00", "--evidence", "photo.jpg"), "ticket_state"),
            (("report", "--as", "li", "--at", "2026-05-18T10:00", "--evidence", "photo.jpg"), "ticket_before"),
        ):
            with self.subTest(arguments):
                err = self.act(*arguments, code=DATA).err
                self.assertEqual(self.events(), before)
                self.assertIn("s.journal: error: ", err)
                if code not in ("bad_local_time", "ticket_state", "ticket_before"):
                    self.assertIn(f"[{code}]", err)
        self.act("report", "--as", "li", "--at", "2026-05-20T10:00", "--evidence", "missing.jpg", code=FILES)
        self.act("report", "--as", "li", "--at", "2026-05-20T10:00", "--limit", "rectify", code=DATA)
        self.act("report", "--as", "li", "--at", "2026-05-20T10:00", "--decision", "perhaps", code=USAGE)
        self.assertEqual(self.events(), before)
        self.assertIn("[no_such_ticket]", self.run_aedile("ticket", "show", "s.journal", "T-9", code=DATA).err)

    def test_the_doer_cannot_verify_in_whatever_role(self):
        self.adopt()
        self.open()
        self.act("report", "--as", "li", "--at", "2026-05-20T10:00", "--evidence", "photo.jpg")
        refused = self.act("pass", "--as", "li", "--at", "2026-05-21T10:00", "--evidence", "photo.jpg", code=DATA).err
        self.assertIn("li", refused)
        self.assertRegex(refused, r"\[ticket_(not_)?doer\]")
        allowed = self.run_aedile("ticket", "allowed", "s.journal", "T-0001", "--as", "li", "--at", "2026-05-21T10:00", "--json")
        self.assertNotIn("pass", [each["command"] for each in allowed.json["commands"]])
        self.act("pass", "--as", "chen", "--at", "2026-05-21T10:00", "--evidence", "photo.jpg")
        self.assertIn("已销号", self.run_aedile("ticket", "show", "s.journal", "T-0001", "--lang", "zh").out)

    def test_programs_read_json(self):
        self.adopt()
        receipt = self.open("--json", "--key", "k").json
        self.assertEqual((receipt["seqs"], receipt["repeated"]), ([2], False))
        self.assertEqual(receipt["events"][0]["notice"], "S2026-001")
        self.assertTrue(self.open("--json", "--key", "k").json["repeated"])
        self.assertEqual(self.open("--json").json["events"][0]["notice"], "S2026-002")
        shown = self.run_aedile("ticket", "show", "s.journal", "T-0001", "--json").json
        self.assertEqual((shown["ticket"]["state"], len(shown["events"])), ("rectifying", 1))
        everything = self.run_aedile("ticket", "show", "s.journal", "--json").json
        self.assertEqual([each["ticket"] for each in everything["tickets"]], ["T-0001", "T-0002"])
        due = self.run_aedile("ticket", "due", "s.journal", "--at", "2026-05-30T09:00", "--json").json["due"]
        self.assertEqual([(each["ticket"], each["overdue"]) for each in due], [("T-0001", True), ("T-0002", True)])

    def test_a_key_of_another_command_is_refused(self):
        self.adopt()
        self.open("--key", "k", "--site", "P1")
        self.assertIn("[key_of_another]", self.open("--key", "k", "--site", "P2", code=DATA).err)

    def test_a_second_writer_is_told_who_writes(self):
        self.adopt()
        self.open()
        # Whoever appends from a pipe holds the journal until the pipe ends.
        with subprocess.Popen(
            [AEDILE, "journal", "append", "s.journal", "--recorded", "2026-05-20T09:00:00Z"],
            cwd=self.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as first:
            # Reading goes on beside it either way.
            self.run_aedile("ticket", "show", "s.journal", "T-0001")
            first.stdin.close()
            first.wait()

    def test_a_journal_of_something_else_is_named(self):
        self.assertIn("[", self.run_aedile("ticket", "show", "r.json", code=DATA).err)
        self.run_aedile("ticket", "show", "missing.journal", code=DATA)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])

"""Exit codes of every subcommand, as docs/command_line.md has them: what is wrong is told alike, wherever it happens.

    AEDILE=build/dev/bin/aedile test_exit_codes.py [SUITE[.test] ...]
"""

import json
import re
import subprocess
import sys
import unittest

from test_command_line import DATA, FILES, USAGE
from ticket_case import AT, TicketCase

TABLES = ("--visits", "v.csv", "--findings", "f.csv")
WHO = ("--as", "wu", *AT)

# Every subcommand with arguments that are all there; FILE stands for the one whose file is spoilt.
COMMANDS = (
    ("check", "FILE"),
    ("score", "FILE", *TABLES),
    ("explain", "FILE", *TABLES, "V1"),
    ("org check", "FILE"),
    ("org who", "FILE", "1", "P1", "2026-05-19"),
    ("org ledger", "FILE"),
    ("calendar due", "2026-05-19", "--working-days", "1", "--calendar", "FILE"),
    ("calendar between", "2026-05-19", "2026-05-20", "--calendar", "FILE"),
    ("calendar list", "2026-05-19", "2026-05-20", "--calendar", "FILE"),
    ("plan draw", "FILE"),
    ("plan verify", "FILE", "FILE", "--commitment", "0" * 64),
    ("plan generate", "FILE", "FILE", "--seed", "1"),
    ("plan assign", "FILE", "FILE"),
    ("plan route", "FILE", "2026-05-19", "--from", "30,120"),
    ("plan ics", "FILE", "--stamp", "2026-05-19T16:00:00Z"),
    ("workflow check", "FILE"),
    ("workflow show", "FILE"),
    ("ladder steps", "FILE", "2026-05-19", "--working-days", "1"),
    ("ladder climb", "FILE", "FILE"),
    ("notice render", "FILE"),
    ("rates", "FILE"),
    ("follow-up returns", "FILE", "FILE", "FILE"),
    ("follow-up spread", "FILE", "FILE", "--ticket", "T", "--item", "1", "--site", "P1", "--date", "2026-05-19"),
    ("follow-up look-back", "FILE", "FILE", "--period", "2026-05", "--seed-source", "x"),
    ("verify", "FILE"),
)
READING = (
    ("ticket allowed", "JOURNAL", "T-0001", *WHO),
    ("ticket show", "JOURNAL"),
    ("ticket due", "JOURNAL", *AT),
    ("ticket stats", "JOURNAL", *AT),
    ("ticket units", "JOURNAL"),
    ("ticket closed", "JOURNAL"),
    ("ticket findings", "JOURNAL", "f.csv", *AT),
    ("notice render", "JOURNAL", "--ticket", "T-0001"),
    ("journal verify", "JOURNAL"),
    ("journal head", "JOURNAL"),
    ("journal as-of", "JOURNAL"),
    ("journal export", "JOURNAL"),
    ("journal outbox", "JOURNAL"),
    ("journal prove", "JOURNAL", "1"),
    ("prove", "JOURNAL", "1"),
)
WRITING = (
    ("ticket adopt", "JOURNAL", "r.json", *WHO),
    ("ticket open", "JOURNAL", "street_notice", *WHO),
    ("ticket do", "JOURNAL", "T-0001", "start", *WHO),
    ("ticket advance", "JOURNAL", *AT),
    ("ticket judge", "JOURNAL", "m.csv", *WHO),
    ("journal append", "JOURNAL", "--actor", "a", "--command", "c"),
    ("journal redact", "JOURNAL", "1", "--actor", "a", "--reason", "r"),
)
OTHERS = ("journal init", "journal import", "schema", "workflow list")


class ExitCodes(TicketCase):
    def setUp(self):
        super().setUp()
        self.write("m.csv", "unit,occasion,day,verdict\n")

    def run_row(self, row, code, **names):
        arguments = [names.get(word, word) for word in row[1:]]
        with self.subTest(" ".join(row)):
            done = self.run_aedile(*row[0].split(), *arguments, code=code)
            self.assertIn(names.get("told", ""), done.err)
            self.assertNotEqual(done.err, "")
            return done
        return None

    def subcommands(self, *above):
        listed = re.search(r"(?ms)^Commands:\n(.*?)\n(?:\n|\Z)", self.run_aedile(*above, "--help").out)
        if listed is None:
            return [" ".join(above)]
        names = re.findall(r"(?m)^  ([a-z-]+)", listed[1])
        return [each for name in names for each in self.subcommands(*above, name)]

    def test_the_tables_have_every_subcommand(self):
        here = {row[0] for row in (*COMMANDS, *READING, *WRITING)} | set(OTHERS)
        self.assertEqual(sorted(here), sorted(self.subcommands()))

    def test_an_option_that_there_is_not(self):
        for row in (*COMMANDS, *READING, *WRITING, *((each,) for each in OTHERS)):
            self.run_row((row[0], *row[1:], "--nope"), USAGE, FILE="scheme.json", JOURNAL="s.journal")

    def test_arguments_that_are_missing(self):
        for row in (*COMMANDS, *READING, *WRITING, ("journal init",), ("journal import",)):
            self.run_row(row[:1], USAGE)

    def test_a_file_that_is_missing(self):
        for row in COMMANDS:
            self.run_row(row, FILES, FILE="nowhere/missing.json")
        self.run_row(("journal import", "missing.jsonl", "new.journal"), FILES)

    def test_a_file_of_something_else(self):
        self.write("x.json", '{"aedile": "nothing/1"}')
        for row in COMMANDS:
            self.run_row(row, DATA, FILE="x.json")
        self.run_row(("journal import", "x.json", "new.journal"), DATA)

    def test_a_journal_that_is_missing(self):
        for row in (*READING, *WRITING):
            self.run_row(row, FILES, JOURNAL="missing.journal", told="[cannot_")

    def test_a_journal_that_is_something_else(self):
        self.write("x.journal", "SQLite format 3, perhaps")
        for row in (*READING, *WRITING):
            self.run_row(row, DATA, JOURNAL="x.journal", told="x.journal: error: ")

    def test_a_journal_that_another_program_writes(self):
        self.adopt()
        self.open()
        with subprocess.Popen(
            [sys.executable, "-c", "import fcntl,struct,time;f=open('s.journal-lock','r+b');"
             "fcntl.fcntl(f,37,struct.pack('hhqqi4x',fcntl.F_WRLCK,0,0,0,0));print('held',flush=True);time.sleep(60)"],
            cwd=self.folder, stdout=subprocess.PIPE,
        ) as holder:
            self.assertEqual(holder.stdout.readline(), b"held\n")
            for row in WRITING:
                self.run_row(row, FILES, JOURNAL="s.journal", told="[journal_held]")
            holder.kill()

    def test_what_a_journal_does_not_have(self):
        self.adopt()
        for row in (
            ("journal head", "s.journal", "--at", "99"),
            ("journal prove", "s.journal", "99"),
            ("journal prove", "s.journal", "1", "--at", "99"),
            ("journal redact", "s.journal", "99", "--actor", "a", "--reason", "r"),
            ("ticket show", "s.journal", "T-9"),
            ("ticket do", "s.journal", "T-9", "start", *WHO),
            ("ticket allowed", "s.journal", "T-9", *WHO),
            ("notice render", "s.journal", "--ticket", "T-9"),
        ):
            self.run_row(row, DATA, told="s.journal: error: ")

    def test_programs_are_told_in_json(self):
        self.adopt()
        self.open()
        for row, code in (
            (("ticket open", "s.journal", "nope", *WHO), DATA),
            (("ticket do", "s.journal", "T-0001", "pass", *WHO), DATA),
            (("ticket do", "s.journal", "T-0001", "start", "--as", "li", "--at", "tomorrow"), USAGE),
            (("ticket do", "missing.journal", "T-0001", "start", *WHO), FILES),
            (("ticket advance", "s.journal", "--at", "2099-01-01T09:00"), DATA),
            (("ticket allowed", "s.journal", "T-9", *WHO), DATA),
            (("ticket show", "s.journal", "T-9"), DATA),
            (("ticket due", "missing.journal", *AT), FILES),
            (("ticket stats", "s.journal", *AT, "--known", "2020-01-01"), DATA),
            (("ticket units", "s.journal", "nope"), DATA),
            (("journal append", "s.journal", "--actor", "a", "--command", "ticket.x"), DATA),
            (("journal head", "s.journal", "--at", "99"), DATA),
            (("journal outbox", "missing.journal"), FILES),
            (("journal verify", "missing.journal"), FILES),
        ):
            with self.subTest(" ".join(row)):
                done = self.run_aedile(*row[0].split(), *row[1:], "--json", "--lang", "zh", code=code)
                self.assertEqual(done.err, "")
                told = json.loads(done.out)
                self.assertGreater(told["errors"], 0)
                self.assertEqual(len(told["problems"]), told["errors"])
                self.assertTrue(all(problem["code"] and problem["message"] for problem in told["problems"]))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])

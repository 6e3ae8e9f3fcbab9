"""aedile ticket from outside: what a clerk is told who makes a mistake, what programs read, and that a mistake leaves nothing.

    AEDILE=build/dev/bin/aedile test_ticket.py

The way of a ticket through its loop is told in examples/one_fault/ and checked there.
"""

import json
import os
import subprocess
import sys
import unittest

from test_command_line import AEDILE, DATA, FILES, USAGE
from ticket_case import AT, REGULATIONS, TicketCase


class Ticket(TicketCase):
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
            (("report", "--as", "li", "--at", "2026-05-20T10:00", "--evidence", "photo.jpg", "--until", "2026-05-21"), "ticket_not_taken"),
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
        self.act("report", "--as", "li", "--at", "2026-05-20T10:00", "--limit", "rectify", code=USAGE)
        self.act("report", "--as", "li", "--at", "2026-05-20T10:00", "--decision", "perhaps", code=USAGE)
        self.assertIn("[bad_local_time]", self.act("report", "--as", "li", "--at", "tomorrow", code=USAGE).err)
        self.assertEqual(self.events(), before)
        self.assertIn("[no_such_ticket]", self.run_aedile("ticket", "show", "s.journal", "T-9", code=DATA).err)

    def test_evidence_is_a_file_that_stays(self):
        self.adopt()
        self.open()
        before = self.events()
        os.mkfifo(self.folder / "pipe")
        (self.folder / "folder").mkdir()
        self.write("empty.jpg", b"")
        report = ("report", "--as", "li", "--at", "2026-05-20T10:00", "--evidence")
        for file in ("/dev/full", "/dev/zero", "/dev/null", "/dev/stdin", "pipe", "folder", "-"):
            refused = self.act(*report, file, code=FILES, stdin=b"photo").err
            self.assertRegex(refused, r"^[^ ]+: is no regular file; evidence is a file that stays")
        self.assertIn("不是普通文件", self.act(*report, "pipe", "--lang", "zh", code=FILES).err)
        self.assertRegex(self.act(*report, "empty.jpg", code=DATA).err, r"^empty\.jpg: error: .*\[evidence_empty\]\n$")
        self.assertEqual(self.events(), before)
        (self.folder / "link.jpg").symlink_to("photo.jpg")
        self.act(*report, "link.jpg")

    def test_what_could_not_be_read_back_or_does_nothing_is_refused(self):
        self.adopt()
        self.open("--limit", "rectify=hours:3", "--limit", "rectify=hours:4", code=DATA)
        self.open()
        before = self.events()
        day = ("--at", "2026-05-20T10:00")
        until = ("--until", "9999-12-31T23:59:59Z")
        for arguments, code in (
            (("report", "--as", "li", *day, "--evidence", "photo.jpg", "--taken", "0001-01-01T00:00"), "ticket_out_of_years"),
            (("exempt", "--as", "chen", *day, "--reason", "x", *until), "ticket_out_of_years"),
            (("start", "--as", "li", *day, "--notice", "S2026-001"), "ticket_not_taken"),
            (("start", "--as", "li", *day, "--step", "street/double"), "ticket_not_taken"),
            (("report", "--as", "li", *day, "--evidence", "photo.jpg", "--unit", "other"), "ticket_not_taken"),
        ):
            with self.subTest(arguments):
                self.assertIn(f"[{code}]", self.act(*arguments, code=DATA).err)
                self.assertEqual(self.events(), before)
                self.run_aedile("ticket", "show", "s.journal")

    def test_the_doer_cannot_verify_in_whatever_role(self):
        self.adopt()
        self.open()
        self.act("report", "--as", "li", "--at", "2026-05-20T10:00", "--evidence", "photo.jpg")
        refused = self.act("pass", "--as", "li", "--at", "2026-05-21T10:00", "--evidence", "look.jpg", code=DATA).err
        self.assertIn("li", refused)
        self.assertRegex(refused, r"\[ticket_(not_)?doer\]")
        allowed = self.run_aedile("ticket", "allowed", "s.journal", "T-0001", "--as", "li", "--at", "2026-05-21T10:00", "--json")
        self.assertNotIn("pass", [each["command"] for each in allowed.json["commands"]])
        self.act("pass", "--as", "chen", "--at", "2026-05-21T10:00", "--evidence", "look.jpg")
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

    def test_a_ticket_is_given_up_for_what_its_event_held(self):
        self.adopt()
        self.open()
        self.open()
        self.run_aedile("journal", "head", "s.journal", "--output", "head.json")
        forget = ("journal", "redact", "s.journal", "--actor", "clerk", "--reason", "names a witness", "--forget-ticket")
        self.assertIn("[not_an_event_of_a_ticket]", self.run_aedile(*forget, 1, code=DATA).err)
        self.now = "2026-08-02T00:00:00Z"
        self.assertRegex(self.run_aedile(*forget, 2).out, "^event 2: salt and payload removed; event [0-9]+ says")
        self.assertIn("[ticket_forgotten]", self.run_aedile("ticket", "show", "s.journal", "T-0001", code=DATA).err)
        self.assertIn("T-0002", self.run_aedile("ticket", "show", "s.journal").out)
        self.assertNotIn("T-0001", self.run_aedile("ticket", "show", "s.journal").out)
        self.assertEqual(self.run_aedile("journal", "verify", "s.journal", "--head", "head.json", "--json").json["redacted"], 1)

    def test_the_register_cannot_be_spoilt_from_beside_it(self):
        self.adopt()
        self.open()
        before = self.run_aedile("journal", "export", "s.journal").out
        one = ("journal", "append", "s.journal", "--actor", "li.si", "--command", "ticket.issue", "--subject", "T-0012")
        self.assertIn("[ticket_command_reserved]", self.run_aedile(*one, "--payload", '{"item":"1.2"}', code=DATA).err)
        judged = ("--actor", "li.si", "--command", "unit.judged", "--subject", "taoyuan", "--payload", "{}")
        self.assertIn("[ticket_command_reserved]", self.run_aedile("journal", "append", "s.journal", *judged, code=DATA).err)
        for seq, kind in ((1, "regulations.adopt"), (2, "ticket.open")):
            redact = ("journal", "redact", "s.journal", seq, "--actor", "clerk", "--reason", "个人信息")
            refused = self.run_aedile(*redact, code=DATA).err
            self.assertRegex(refused, rf"^s\.journal: error: event {seq} \({kind}, .*nothing was removed.*\[ticket_event_kept\]\n$")
            self.assertIn("未移除任何内容", self.run_aedile(*redact, "--lang", "zh", code=DATA).err)
        self.assertEqual(self.run_aedile("journal", "export", "s.journal").out, before)
        # What else stands in the journal can go, and the tickets do not mind.
        self.run_aedile("journal", "append", "s.journal", "--actor", "a", "--command", "call.taken", "--payload", '"138 0000 0000"')
        self.run_aedile("journal", "redact", "s.journal", 3, "--actor", "clerk", "--reason", "个人信息")
        self.now = "2026-08-02T00:00:00Z"
        self.act("report", "--as", "li", "--at", "2026-05-20T10:00", "--recorded", "2026-08-02T09:00", "--evidence", "photo.jpg")

    def test_an_export_of_tickets_comes_back_byte_for_byte(self):
        self.adopt()
        self.open()
        self.run_aedile("journal", "export", "s.journal", "--output", "a.jsonl")
        self.run_aedile("journal", "import", "a.jsonl", "b.journal")
        self.run_aedile("journal", "export", "b.journal", "--output", "b.jsonl")
        self.assertEqual(self.read("a.jsonl"), self.read("b.jsonl"))
        self.assertIn("T-0001", self.run_aedile("ticket", "show", "b.journal").out)

    def test_a_late_entry_is_told_how_to_be_made(self):
        self.adopt()
        self.open()
        self.open()
        self.run_aedile("ticket", "do", "s.journal", "T-0002", "report", "--as", "li", "--at", "2026-05-20T16:00", "--evidence", "photo.jpg")
        late = ("report", "--as", "li", "--at", "2026-05-20T10:00", "--evidence", "photo.jpg")
        refused = self.act(*late, code=DATA).err
        for said in ("2026-05-20T10:00:00+08:00", "2026-05-20T16:00:00+08:00", "--recorded", "[recorded_before]"):
            self.assertIn(said, refused)
        self.assertIn("补录", self.act(*late, "--lang", "zh", code=DATA).err)
        self.act(*late, "--recorded", "2026-05-20T16:00")
        again = self.run_aedile("ticket", "adopt", "s.journal", "r.json", "--as", "office", "--at", "2026-05-02T09:00", code=DATA).err
        self.assertIn("--recorded", again)

    def test_a_year_mistyped_does_not_block_the_journal(self):
        refused = self.run_aedile("ticket", "adopt", "s.journal", "r.json", "--as", "office", "--at", "2062-05-01T09:00", code=DATA).err
        self.assertRegex(refused, r"2062-05-01T09:00:00\+08:00 .*2026-08-01T08:00:00\+08:00.*\[recorded_ahead\]")
        self.adopt()
        self.open()
        for arguments in (("--at", "2062-05-20T10:00"), ("--at", "2026-05-20T10:00", "--recorded", "2062-05-20T10:00")):
            refused = self.act("report", "--as", "li", *arguments, "--evidence", "photo.jpg", code=DATA).err
            self.assertIn("[recorded_ahead]", refused)
        self.assertIn("[recorded_ahead]", self.run_aedile("ticket", "advance", "s.journal", "--at", "2062-05-20T10:00", code=DATA).err)
        self.assertEqual(self.events(), 2)

    def test_a_limit_before_a_meeting_that_is_over_is_refused(self):
        meeting = dict(REGULATIONS, events=[{"name": "例会", "at": "2026-05-22T14:00:00+08:00"}])
        self.write("r.json", json.dumps(meeting))
        self.adopt()
        for length, at in (("before:例会", "2026-05-22T14:00"), ("before:例会", "2026-06-01T09:00")):
            refused = self.run_aedile(
                "ticket", "open", "s.journal", "street_notice", "--as", "wu", "--at", at, "--unit", "taoyuan", "--title", "litter", "--limit", f"rectify={length}", code=DATA
            ).err
            self.assertRegex(refused, rf"{length[7:]}.*{at}.*\[no_such_event_ahead\]")
        self.assertEqual(self.events(), 1)
        self.open("--limit", "rectify=before:例会")
        due = self.run_aedile("ticket", "due", "s.journal", "--at", "2026-05-20T09:00", "--json").json["due"]
        self.assertEqual(due[0]["due"], "2026-05-22T06:00:00Z")

    def test_the_length_asked_for_is_kept_and_a_useless_one_refused(self):
        self.write("r.json", json.dumps(dict(REGULATIONS, people=[*REGULATIONS["people"], {"id": "he", "unit": "c", "roles": ["centre", "agent"]}], workflows=["street_notice", "hotline"])))
        self.adopt()
        self.open()
        asked = self.act("request_extension", "--as", "li", "--at", "2026-05-20T10:00", "--reason", "rain", "--length", "working_days:3", "--json").json
        self.assertEqual(asked["events"][0]["limit"], {"working_days": 3})
        decide = ("decide_extension", "--as", "chen", "--at", "2026-05-20T11:00", "--decision", "yes")
        self.assertIn("[length_ignored]", self.act(*decide, "--length", "working_days:9", code=DATA).err)
        granted = self.act(*decide, "--json").json["events"][0]
        self.assertNotIn("limit", granted)
        # Five working days from 19 May, and the five of the workflow.
        self.assertEqual(granted["deadlines"][0]["due"], "2026-06-02T16:00:00Z")
        self.assertIn("    申请时长：3 个工作日\n", self.run_aedile("ticket", "show", "s.journal", "T-0001", "--lang", "zh").out)
        self.assertIn("[length_ignored]", self.open("--length", "working_days:9", code=DATA).err)
        hotline = ("ticket", "do", "s.journal", "T-0002")
        self.run_aedile("ticket", "open", "s.journal", "hotline", "--as", "he", "--at", "2026-05-20T12:00", "--title", "litter")
        self.run_aedile(*hotline, "assign", "--as", "he", "--at", "2026-05-20T13:00", "--unit", "taoyuan")
        self.run_aedile(*hotline, "sign", "--as", "li", "--at", "2026-05-20T17:00")
        self.run_aedile(*hotline, "request_extension", "--as", "li", "--at", "2026-05-20T18:00", "--reason", "r", "--length", "working_days:2")
        decide = ("decide_extension", "--as", "he", "--at", "2026-05-21T10:00", "--decision", "yes")
        self.assertIn("[length_ignored]", self.run_aedile(*hotline, *decide, "--length", "working_days:9", code=DATA).err)
        self.assertEqual(self.run_aedile(*hotline, *decide, "--json").json["events"][0]["limit"], {"working_days": 2})

    def notice(self, ticket, *arguments, **options):
        return self.run_aedile("notice", "render", "s.journal", "--ticket", ticket, *arguments, **options)

    def test_a_notice_to_nobody_is_refused_in_words(self):
        self.adopt()
        self.run_aedile("ticket", "open", "s.journal", "street_notice", "--as", "wu", *AT, "--title", "litter")
        for arguments in ((), ("--html",)):
            done = self.notice("T-0001", *arguments, code=DATA)
            self.assertRegex(done.err, r"^s\.journal: error: T-0001: .*\[notice_without_unit\]\n$")
            self.assertEqual(done.out, "")
        self.assertIn("请先指定责任单位", self.notice("T-0001", "--lang", "zh", code=DATA).err)
        # The first unit that gets the ticket is the one to which its notice goes.
        self.act("redirect", "--as", "wu", "--at", "2026-05-20T16:00", "--unit", "taoyuan")
        shown = self.notice("T-0001", "--lang", "zh")
        self.assertRegex(shown.out, r"责任单位： *taoyuan\n(.*\n)*整改期限： *2026年5月27日 ")
        self.assertEqual(shown.err, "")

    def test_void_and_merged_notices_are_not_printed_again(self):
        self.adopt()
        self.open("--title", "litter")
        self.open("--title", "litter")
        self.open("--title", "litter")
        self.act("void", "--as", "chen", "--at", "2026-05-20T10:00", "--reason", "wrong street")
        self.assertRegex(self.notice("T-0001", code=DATA).err, r"void.*S2026-001.*\[notice_of_void_ticket\]")
        self.run_aedile("ticket", "do", "s.journal", "T-0002", "merge", "--as", "chen", "--at", "2026-05-20T11:00", "--into", "T-0003", "--reason", "same")
        self.assertRegex(self.notice("T-0002", "--lang", "zh", code=DATA).err, r"已并入 T-0003.*S2026-002.*\[notice_of_merged_ticket\]")
        self.assertIn("S2026-003", self.notice("T-0003").out)

    def test_a_notice_stays_as_it_went_out(self):
        self.adopt()
        self.open("--item", "1.1")
        before = self.notice("T-0001")
        self.assertEqual(before.err, "")
        self.act("redirect", "--as", "chen", "--at", "2026-05-25T10:00", "--unit", "street")
        after = self.notice("T-0001")
        self.assertEqual(after.out, before.out)
        self.assertRegex(after.err, r"^s\.journal: warning: .*S2026-001 went to taoyuan.*street.*\[notice_passed_on\]\n$")

    def test_a_notice_tells_every_finding_and_the_notice_before(self):
        self.adopt()
        self.open("--title", "乱堆乱放", "--finding", "V1#1", "--finding", "V1#4", "--location", "东门")
        for copy in ("responsible", "look_back"):
            shown = self.notice("T-0001", "--lang", "zh", "--copy", copy).out
            self.assertRegex(shown, r"(?m)^1\. 乱堆乱放（检查 V1，第 1 项）\n   位置：东门$")
            self.assertRegex(shown, r"(?m)^2\. 乱堆乱放（检查 V1，第 4 项）\n   位置：东门$")
        self.open("--title", "反弹", "--link", "recurrence_of=T-0001")
        self.assertRegex(self.notice("T-0002", "--lang", "zh").out, r"反弹问题，原通知单： *S2026-001\n")

    def test_a_journal_without_ticket_is_told_from_a_notice(self):
        self.adopt()
        self.open()
        self.assertIn("--ticket", self.run_aedile("notice", "render", "s.journal", code=USAGE).err)

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
        self.run_aedile("ticket", "show", "missing.journal", code=FILES)

    def test_a_refusal_in_chinese_says_what_its_codes_are_called(self):
        self.adopt()
        self.open()
        refused = self.act("void", "--as", "wu", "--at", "2026-05-20T10:00", "--reason", "x", "--lang", "zh", code=DATA).err
        self.assertIn("T-0001：“void”不由 wu 执行；请由 leader 执行 [ticket_role]", refused)
        self.assertIn("（void 即“作废”；leader 即“整改组组长”）", refused)
        refused = self.act("pass", "--as", "chen", "--at", "2026-05-20T10:00", "--evidence", "look.jpg", "--lang", "zh", code=DATA).err
        self.assertIn("rectifying 即“整改中”", refused)
        self.act("report", "--as", "li", "--at", "2026-05-20T10:00", "--evidence", "photo.jpg")
        refused = self.act("pass", "--as", "li", "--at", "2026-05-21T10:00", "--evidence", "look.jpg", "--lang", "zh", code=DATA).err
        self.assertIn("T-0001：li 参与了整改，不得执行“pass”；请由未参与的人员执行 [ticket_not_doer]", refused)

    def test_a_doer_cannot_declare_it_void_and_what_is_void_leaves_the_rates(self):
        both = dict(REGULATIONS["people"][2], roles=["unit", "leader"])
        self.write("r.json", json.dumps(dict(REGULATIONS, people=[*REGULATIONS["people"][:2], both])))
        self.adopt()
        self.open()
        self.open()
        self.act("start", "--as", "li", "--at", "2026-05-20T09:00")
        refused = self.act("void", "--as", "li", "--at", "2026-05-20T10:00", "--reason", "no case", code=DATA).err
        self.assertIn("[ticket_not_doer]", refused)
        self.act("void", "--as", "chen", "--at", "2026-05-20T10:00", "--reason", "no case")
        stats = self.run_aedile("ticket", "stats", "s.journal", "--at", "2026-06-20T09:00", "--counts", "--json").json
        counts = stats["counts"][0]
        self.assertEqual((counts["reported"], counts["filed"], counts["voided"]), (2, 1, 1))
        self.assertIn("--recorded", self.open(code=DATA).err)
        self.assertIn("S2026-003", self.open("--recorded", "2026-05-20T10:00").out)
        voided = self.run_aedile("journal", "as-of", "s.journal", "--command", "ticket.void").out
        self.assertIn("no case", voided)

    def test_times_are_those_of_the_clock_on_the_wall(self):
        self.adopt()
        opened = self.open("--lang", "zh").out
        self.assertIn("（wu，2026-05-19 16:00）", opened)
        self.assertIn("整改时限：2026-05-26 24:00 届满", opened)
        allowed = self.run_aedile("ticket", "allowed", "s.journal", "T-0001", "--as", "li", "--at", "2026-05-20T10:00", "--lang", "zh").out
        self.assertIn("report  报告整改完成 → 待回头看；须填：佐证 --evidence\n", allowed)

    def test_links_are_said_in_words(self):
        self.adopt()
        self.open()
        self.open("--link", "recurrence_of=T-0001")
        self.assertIn("  T-0001 的反弹\n", self.run_aedile("ticket", "show", "s.journal", "T-0002", "--lang", "zh").out)
        self.assertIn("  the return of T-0001\n", self.run_aedile("ticket", "show", "s.journal", "T-0002").out)

    def test_a_limit_before_a_meeting_without_a_date_says_so(self):
        self.adopt()
        self.assertIn("整改时限：在“m”之前，日期未定", self.open("--limit", "rectify=before:m", "--lang", "zh").out)
        self.assertIn("整改时限：在“m”之前，日期未定", self.run_aedile("ticket", "show", "s.journal", "T-0001", "--lang", "zh").out)

    def test_closed_tickets_become_the_table_that_follow_up_reads(self):
        self.adopt()
        self.open("--site", "P1", "--item", "1.1", "--site-class", "park", "--severity", "grave")
        self.close()
        self.open("--site", "P1", "--item", "1.1", "--link", "recurrence_of=T-0001", "--recorded", "2026-05-22T09:00")
        self.write("sites.csv", "site,site_class,cell\nP1,park,g1\n")
        table = self.run_aedile("ticket", "closed", "s.journal", "--sites", "sites.csv").out
        self.assertEqual(
            table,
            "ticket,item,site,location,area,found,closed,times,site_class,severity\n"
            "T-0001,1.1,P1,,g1,2026-05-19,2026-05-21,0,park,grave\n",
        )
        self.assertEqual(len(self.run_aedile("ticket", "closed", "s.journal", "--from", "2026-05-22").out.splitlines()), 1)
        self.assertEqual(len(self.run_aedile("ticket", "closed", "s.journal", "--until", "2026-05-20").out.splitlines()), 1)
        known = self.run_aedile("ticket", "closed", "s.journal", "--known", "2026-05-20T23:00").out
        self.assertEqual(len(known.splitlines()), 1)
        self.run_aedile("ticket", "closed", "s.journal", "--from", "May", code=USAGE)
        self.run_aedile("ticket", "closed", "s.journal", "--sites", "missing.csv", code=FILES)

    def test_a_notice_lists_the_findings_of_its_ticket(self):
        self.adopt()
        self.open("--finding", "V1#1", "--finding", "V1#2", "--site", "P1")
        self.write("visits.csv", "visit,date\nV1,2026-05-18\n")
        self.write("findings.csv", "visit,item,note,location,result,requirement\nV1,1.1,first,gate,,mend\nV1,9,,,pass,\nV1,1.2,second,,,\n")
        asked = ("notice", "render", "s.journal", "--ticket", "T-0001", "--findings", "findings.csv", "--visits", "visits.csv")
        text = self.run_aedile(*asked, "--copy", "responsible").out
        for words in ("1. 1.1\n", "first", "gate", "mend", "2. 1.2\n", "second", "18 May 2026"):
            self.assertIn(words, text.replace("2026-05-18", "18 May 2026"))
        self.write("findings.csv", "visit,item,note\nV1,1.1,first\n")
        self.assertIn("[notice_no_finding]", self.run_aedile(*asked, code=DATA).err)

    def test_findings_are_marked_as_scores_read_them(self):
        self.adopt()
        self.open("--finding", "V1#2")
        self.close()
        later = ("--recorded", "2026-05-22T09:00")
        self.open("--finding", "V2#1", "--link", "recurrence_of=T-0001", *later)
        void = self.open("--finding", "V1#1", *later).out
        self.assertIn("T-0003", void)
        self.run_aedile(
            "ticket", "do", "s.journal", "T-0003", "void", "--as", "chen", "--at", "2026-05-23T09:00", "--reason", "no case"
        )
        self.write("f.csv", "visit,item,result,overdue\nV1,1,,\nV1,9,pass,\nV1,2,,\nV2,1,,\n")
        asked = ("ticket", "findings", "s.journal", "f.csv", "--at", "2026-06-20T09:00")
        self.assertEqual(
            self.run_aedile(*asked, "--restore", "--degrees").out,
            "visit,item,result,overdue,repeat,corrected,recurrence\n"
            "V1,1,,,,,\n"
            "V1,9,pass,,,,\n"
            "V1,2,,,,yes,\n"
            "V2,1,,yes,yes,,1\n",
        )
        self.assertEqual(self.run_aedile(*asked, "--output", "marked.csv").out, "findings marked: 1\n")
        self.assertIn("V2,1,,yes,yes\n", self.read("marked.csv"))
        self.run_aedile(*asked, "--output", "f.csv", code=USAGE)
        self.write("f.csv", "item\n1\n")
        self.assertIn("[findings_without_visits]", self.run_aedile(*asked, code=DATA).err)

    def test_no_paper_goes_out_without_a_unit_or_a_fault(self):
        self.adopt()
        self.run_aedile("ticket", "open", "s.journal", "street_notice", "--as", "wu", *AT, "--title", "litter")
        self.assertIn("[ticket_title]", self.open("--title", " ", code=DATA).err)
        asked = ("notice", "render", "s.journal", "--lang", "zh", "--ticket")
        self.assertIn("尚无责任单位，通知单无从送达", self.run_aedile(*asked, "T-0001", code=DATA).err)

    def test_no_word_of_anybody_passes_for_a_line_of_the_history(self):
        self.adopt()
        self.open("--title", "litter")
        forged = "fine\nT-0001  look-back: rectified: closed  (wu, 2026-05-21)"
        self.act("void", "--as", "chen", "--at", "2026-05-20T10:00", "--reason", forged)
        shown = self.run_aedile("ticket", "show", "s.journal", "T-0001").out
        self.assertIn("fine\\x0AT-0001", shown)
        self.assertFalse([line for line in shown.splitlines() if line.startswith("T-0001  look-back")])

    def test_parts_and_what_takes_another_in_are_named(self):
        self.adopt()
        self.open("--title", "a")
        self.open("--title", "b")
        split = self.act("split", "--as", "chen", "--at", "2026-05-20T09:00", "--part", "T-0001a=gate", "--lang", "zh").out
        self.assertIn("T-0001a  拆分立案：整改中", split)
        merged = self.act("merge", "--as", "chen", "--at", "2026-05-20T10:00", "--into", "T-0002", "--lang", "zh").out
        self.assertIn("T-0002  并入他案：整改中", merged)

    def test_the_history_says_to_whom_and_into_what(self):
        self.adopt()
        self.open("--title", "a")
        self.open("--title", "b")
        self.act("redirect", "--as", "chen", "--at", "2026-05-19T17:00", "--unit", "street")
        self.run_aedile("ticket", "do", "s.journal", "T-0002", "redirect", "--as", "chen", "--at", "2026-05-19T17:00", "--unit", "street")
        self.act("split", "--as", "chen", "--at", "2026-05-20T09:00", "--part", "T-0001a=gate", "--part", "T-0001b=yard")
        self.act("merge", "--as", "chen", "--at", "2026-05-20T10:00", "--into", "T-0002")
        shown = ("ticket", "show", "s.journal")
        history = self.run_aedile(*shown, "T-0001").out
        for line in ("responsible: taoyuan", "responsible: street", "split off T-0001a", "split off T-0001b", "merged into T-0002"):
            self.assertEqual(history.count(f"    {line}\n"), 1, line)
        for line in ("责任单位：street", "拆分出 T-0001a", "并入 T-0002"):
            self.assertIn(f"    {line}\n", self.run_aedile(*shown, "T-0001", "--lang", "zh").out)
        self.assertIn("    took in T-0001\n", self.run_aedile(*shown, "T-0002").out)
        self.assertIn("    split from T-0001\n", self.run_aedile(*shown, "T-0001a").out)
        events = self.run_aedile(*shown, "T-0001", "--json").json["events"]
        self.assertEqual([each.get("unit") for each in events], ["taoyuan", "street", None, None])
        self.assertEqual(events[-1]["links"], [{"kind": "merged_into", "ticket": "T-0002"}])

    def test_the_history_says_who_is_to_handle_it(self):
        people = [
            {"id": "acc", "unit": "desk", "roles": ["acceptor", "dispatcher"]},
            {"id": "dep", "unit": "cgj", "roles": ["dept"]},
            {"id": "he", "title": {"en": "Mr He", "zh": "何队长"}, "unit": "cgj", "roles": ["handler"]},
        ]
        self.write("r.json", json.dumps(dict(REGULATIONS, people=people, workflows=["case_loop"])))
        self.adopt()
        self.run_aedile("ticket", "open", "s.journal", "case_loop", "--as", "acc", *AT, "--title", "litter")
        self.act("file", "--as", "acc", "--at", "2026-05-20T09:00", "--criteria", "in_scope,located,not_duplicate")
        self.act("dispatch", "--as", "acc", "--at", "2026-05-20T10:00", "--unit", "cgj")
        self.act("assign", "--as", "dep", "--at", "2026-05-20T11:00", "--assignee", "he")
        self.act("revoke_assign", "--as", "dep", "--at", "2026-05-20T12:00")
        shown = ("ticket", "show", "s.journal", "T-0001")
        history = self.run_aedile(*shown).out
        for line in ("criteria met: in_scope, located, not_duplicate", "responsible: cgj", "assigned to Mr He he", "assigned to nobody"):
            self.assertIn(f"    {line}\n", history)
        self.assertIn("    承办人：何队长 he\n", self.run_aedile(*shown, "--lang", "zh").out)
        events = self.run_aedile(*shown, "--json").json["events"]
        self.assertEqual([each.get("assignee") for each in events][-2:], ["he", ""])
        self.assertEqual(events[1]["criteria"], ["in_scope", "located", "not_duplicate"])

    TOWN = dict(
        REGULATIONS,
        unit_ladder={
            "aedile": "unit_ladder/1",
            "id": "talks",
            "steps": [{"code": "talk", "at": {"in_a_row": 1}, "effect": "talk", "answer_within": {"working_days": 5}}],
        },
    )

    def judge(self, *arguments, **options):
        return self.run_aedile("ticket", "judge", "s.journal", "m.csv", "--as", "wu", "--at", "2026-06-01T09:00", *arguments, **options)

    def advance(self, *arguments):
        return self.run_aedile("ticket", "advance", "s.journal", "--at", "2026-06-01T10:00", "--as", "chen", *arguments)

    def test_units_are_judged_once_and_called_in_once(self):
        self.write("r.json", json.dumps(self.TOWN))
        self.adopt()
        self.write("m.csv", "unit,occasion,day,verdict,ground\na,2026-05,2026-06-01,failed,81.2\nb,2026-05,2026-06-01,passed,90\n")
        self.assertIn("a  2026-05：不合格，81.2\n", self.judge("--lang", "zh").out)
        self.assertEqual(self.judge().out, "0 recorded, 2 stood there already\n")
        self.assertIn("not recorded yet", self.run_aedile("ticket", "units", "s.journal", "a").out)
        steps = self.advance("--json").json["unit_steps"]
        self.assertEqual([(step["unit"], step["key"], step["in_a_row"]) for step in steps], [("a", "talks/talk/2026-05", 1)])
        self.assertEqual(self.advance().out, "nothing has come about\n")
        units = self.run_aedile("ticket", "units", "s.journal", "--json").json["units"]
        self.assertEqual([(unit["unit"], unit["within_year"], len(unit["steps"])) for unit in units], [("a", 1, 1), ("b", 0, 0)])
        self.assertTrue(units[0]["steps"][0]["recorded"])
        self.assertIn("[no_such_unit_here]", self.run_aedile("ticket", "units", "s.journal", "c", code=DATA).err)

    def test_a_unit_that_is_judged_otherwise_is_refused_whole(self):
        self.write("r.json", json.dumps(self.TOWN))
        self.adopt()
        self.write("m.csv", "unit,occasion,day,verdict\na,2026-05,2026-06-01,failed\n")
        self.judge()
        before = self.events()
        self.write("m.csv", "unit,occasion,day,verdict\na,2026-05,2026-06-01,passed\nb,2026-05,2026-06-01,failed\nc,2026-06,2026-06-30,failed\n")
        refused = self.judge(code=DATA).err
        self.assertIn("[occasion_recorded]", refused)
        self.assertIn("[occasion_ahead]", refused)
        self.assertEqual(self.events(), before)
        self.write("m.csv", "unit,occasion,day,verdict\na,2026-07,2026-06-01,bad\n")
        self.assertRegex(self.judge(code=DATA).err, r"m\.csv:2:\d+: error: .*\[bad_word\]")

    def test_without_a_ladder_no_unit_is_judged(self):
        self.adopt()
        self.write("m.csv", "unit,occasion,day,verdict\na,2026-05,2026-06-01,failed\n")
        self.assertIn("[no_unit_ladder]", self.judge(code=DATA).err)
        self.assertIn("no unit has been judged", self.run_aedile("ticket", "units", "s.journal").out)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])

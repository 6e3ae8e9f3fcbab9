"""aedile journal, prove and verify from outside: what a clerk does, and a stranger who checks a proof with another program.

    AEDILE=build/dev/bin/aedile test_journal.py
"""

import datetime
import hashlib
import json
import os
import signal
import struct
import subprocess
import sys
import time
import unittest

from test_command_line import AEDILE, DATA, FILES, USAGE, Case

NOON = "2026-11-20T12:00:00+08:00"
HEX = r"[0-9a-f]{64}"


def seconds(instant):
    parsed = datetime.datetime.strptime(instant, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc)
    return int(parsed.timestamp())


def leaf(event):
    """The hash of an event, by docs/formats/journal.md alone."""
    commitment = (
        bytes.fromhex(event["commitment"])
        if "commitment" in event
        else hashlib.sha256(bytes.fromhex(event["salt"]) + event["payload"].encode()).digest()
    )
    data = b"\x01" + struct.pack(
        ">QqqQI", event["seq"], seconds(event["happened"]), seconds(event["recorded"]), event.get("cause", 0), event.get("format", 1)
    )
    for key in ("actor", "command", "subject", "key"):
        word = event.get(key, "").encode()
        data += struct.pack(">H", len(word)) + word
    return hashlib.sha256(b"\x00" + data + commitment).digest()


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(leaves):
    """RFC 6962, 2.1."""
    if len(leaves) < 2:
        return leaves[0] if leaves else hashlib.sha256(b"").digest()
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    return node(root_of(leaves[:k]), root_of(leaves[k:]))


def root_by_path(index, size, hash_, path):
    """RFC 9162, 2.1.3.2."""
    last = size - 1
    for sibling in path:
        if index % 2 or index == last:
            hash_ = node(sibling, hash_)
            while not index % 2 and index:
                index, last = index // 2, last // 2
        else:
            hash_ = node(hash_, sibling)
        index, last = index // 2, last // 2
    return hash_ if last == 0 else None


class JournalCase(Case):
    now = "2026-11-21T12:00:00+08:00"

    def setUp(self):
        super().setUp()
        self.run_aedile("journal", "init", "j", "--name", "东门街 2026")

    def entries(self, first, count):
        return "".join(
            json.dumps(
                {
                    "happened": f"2026-11-20T{n % 24:02}:00:00+08:00",
                    "actor": "李四" if n % 3 else "inspector",
                    "command": "work.report",
                    "subject": f"T-{n % 4}",
                    "payload": {"n": n, "where": "东门街"},
                    **({"key": f"visit-{n}"} if n % 5 == 0 else {}),
                    **({"cause": n - 1} if n % 7 == 0 else {}),
                    **({"format": n} if n % 6 == 0 else {}),
                    **({"effects": [{"kind": "notify", "body": {"n": n}}, {"kind": "print"}]} if n % 4 == 0 else {}),
                },
                ensure_ascii=False,
            )
            + "\n"
            for n in range(first, first + count)
        )

    def append(self, first, count, **options):
        self.write("entries.jsonl", self.entries(first, count))
        return self.run_aedile("journal", "append", "j", "entries.jsonl", "--recorded", NOON, **options)


class Clerk(JournalCase):
    def test_a_first_walk(self):
        done = self.run_aedile(
            "journal", "append", "j", "--actor", "li.si", "--command", "complaint.received", "--subject", "C-0012", "--payload", '{"item":"1.2"}'
        )
        self.assertEqual(done.out, "events recorded: 1; there already: 0; in all: 1\n")
        self.assertRegex(self.run_aedile("journal", "head", "j", "--output", "head.json").out, rf'^"东门街 2026": 1 event, root {HEX}\n')
        self.run_aedile("journal", "verify", "j", "--head", "head.json")
        self.run_aedile("prove", "j", 1, "--output", "proof.json")
        self.assertIn("event 1 stands in", self.run_aedile("verify", "proof.json", "--head", "head.json").out)
        self.assertEqual(self.names().count("j-wal"), 0)

    def test_recorded_is_now_unless_it_is_said(self):
        self.now = None
        before = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.run_aedile("journal", "append", "j", "--actor", "a", "--command", "c")
        event = self.run_aedile("journal", "as-of", "j", "--json").json
        self.assertLessEqual(before, event["recorded"])
        self.assertEqual(event["happened"], event["recorded"])
        refused = self.run_aedile("journal", "append", "j", "--actor", "a", "--command", "c", "--recorded", NOON, code=DATA).err
        self.assertRegex(refused, r"^--recorded: error: .*\[recorded_before\]\n$")

    def test_what_lies_ahead_of_the_clock_would_block_the_journal(self):
        one = ("journal", "append", "j", "--actor", "a", "--command", "c", "--recorded")
        refused = self.run_aedile(*one, "2062-11-20T12:00:00+08:00", code=DATA).err
        self.assertRegex(refused, r"^--recorded: error: 2062-11-20T04:00:00Z .*2026-11-21T04:00:00Z.*\[recorded_ahead\]\n$")
        self.run_aedile(*one, "2026-11-22T12:00:00+08:00")
        late = self.run_aedile("journal", "redact", "j", 1, "--actor", "a", "--reason", "r", "--recorded", "2026-11-22T12:00:01+08:00", code=DATA)
        self.assertIn("[recorded_ahead]", late.err)
        self.assertIn(": 1 event,", self.run_aedile("journal", "head", "j").out)
        self.now = "soon"
        self.run_aedile(*one, NOON, code=USAGE)

    def test_words_of_the_tickets_are_refused_and_come_back_by_import(self):
        for command in ("ticket.issue", "ticket.x", "regulations.adopt", "regulations.x"):
            refused = self.run_aedile("journal", "append", "j", "--actor", "a", "--command", command, code=DATA).err
            self.assertRegex(refused, rf'^--command: error: "{command}" .*`aedile ticket`.*\[ticket_command_reserved\]\n$')
        self.write("e.jsonl", self.entries(1, 3).replace("work.report", "ticket.report", 2))
        refused = self.run_aedile("journal", "append", "j", "e.jsonl", code=DATA).err
        self.assertEqual([line.split(": error: ")[0] for line in refused.splitlines()], ["e.jsonl:1", "e.jsonl:2"])
        self.assertIn(": 0 events", self.run_aedile("journal", "head", "j").out)

    def test_the_same_command_twice_is_recorded_once(self):
        one = ("journal", "append", "j", "--actor", "a", "--command", "c", "--key", "k", "--happened", NOON, "--recorded", NOON, "--json")
        self.assertEqual(self.run_aedile(*one).json["events"], [{"seq": 1, "repeated": False}])
        self.assertEqual(self.run_aedile(*one).json["events"], [{"seq": 1, "repeated": True}])
        refused = self.run_aedile(*one, "--payload", "[]", code=DATA).json["problems"]
        self.assertEqual([(each["file"], each["code"]) for each in refused], [("--key", "key_taken")])
        self.assertIn('the key "k" stands at event 1 already', refused[0]["message"])

    def test_a_batch_is_recorded_whole_or_not_at_all(self):
        self.append(1, 3)
        lines = self.entries(4, 3).splitlines()
        lines[1] = lines[1].replace('"actor": "', '"actor": "\\u0007')
        self.write("bad.jsonl", "\n".join(lines) + "\n")
        refused = self.run_aedile("journal", "append", "j", "bad.jsonl", "--recorded", NOON, code=DATA).err
        self.assertRegex(refused, r"^bad\.jsonl:2: error: .*\[control_character\]\n$")
        self.write("bad.jsonl", "\n\n" + lines[0] + "\n{\n" + lines[2].replace("happened", "happend") + "\n")
        refused = self.run_aedile("journal", "append", "j", "bad.jsonl", "--recorded", NOON, code=DATA).err
        self.assertRegex(refused, r"(?m)^bad\.jsonl:4:")
        self.assertRegex(refused, r"(?m)^bad\.jsonl:5:")
        self.assertIn(": 3 events", self.run_aedile("journal", "head", "j").out)

    def test_as_of_lists_what_was_known(self):
        self.append(1, 20)
        self.run_aedile("journal", "append", "j", "--actor", "a", "--command", "late", "--happened", "2026-11-20T00:30:00+08:00")
        known = self.run_aedile("journal", "as-of", "j", "--recorded", NOON, "--happened", "2026-11-20T03:00:00+08:00")
        self.assertEqual([line.split("  ")[0] for line in known.out.splitlines()[:-1]], ["1", "2", "3"])
        self.assertEqual(known.out.splitlines()[-1], "3 of 21 events")
        now = self.run_aedile("journal", "as-of", "j", "--happened", "2026-11-20T03:00:00+08:00", "--quiet")
        self.assertEqual([line.split("  ")[0] for line in now.out.splitlines()], ["1", "2", "3", "21"])
        subject = self.run_aedile("journal", "as-of", "j", "--subject", "T-2", "--command", "work.report", "--json").out
        self.assertEqual([json.loads(line)["seq"] for line in subject.splitlines()], [2, 6, 10, 14, 18])
        self.run_aedile("journal", "as-of", "j", "--recorded", "yesterday", code=USAGE)

    def test_effects_are_shown_until_they_are_acknowledged(self):
        self.append(1, 8)
        shown = self.run_aedile("journal", "outbox", "j").out.splitlines()
        self.assertEqual(shown, ['4.0  notify  {"n":4}', "4.1  print  {}", '8.0  notify  {"n":8}', "8.1  print  {}"])
        done = self.run_aedile("journal", "outbox", "j", "--acknowledge", "4.0", "--acknowledge", "8.1")
        self.assertEqual(done.out, "effects acknowledged: 2; still to be handed over: 2\n")
        self.assertIn("acknowledged: 0;", self.run_aedile("journal", "outbox", "j", "--acknowledge", "4.0").out)
        self.assertEqual([each["key"] for each in self.run_aedile("journal", "outbox", "j", "--json").json["effects"]], ["4.1", "8.0"])
        self.assertEqual(len(self.run_aedile("journal", "outbox", "j", "--limit", 1).out.splitlines()), 1)
        self.run_aedile("journal", "outbox", "j", "--acknowledge", "four", code=USAGE)

    def test_redaction_keeps_every_proof(self):
        self.append(1, 20)
        self.run_aedile("journal", "head", "j", "--output", "head.json")
        self.run_aedile("prove", "j", 7, "--output", "before.json")
        done = self.run_aedile("journal", "redact", "j", 7, "--actor", "clerk", "--reason", "names a witness")
        self.assertEqual(done.out, "event 7: salt and payload removed; event 21 says by whom and why\n")
        self.run_aedile("prove", "j", 7, "--at", 20, "--output", "after.json")
        self.run_aedile("verify", "before.json", "after.json", "--head", "head.json")
        self.assertNotIn("payload", json.loads(self.read("after.json"))["event"])
        self.assertIn("(redacted)", self.run_aedile("journal", "as-of", "j").out)
        self.assertEqual(self.run_aedile("journal", "verify", "j", "--head", "head.json", "--json").json["redacted"], 1)
        again = self.run_aedile("journal", "redact", "j", 7, "--actor", "clerk", "--reason", "again", code=DATA).err
        self.assertIn("[redacted_already]", again)
        self.assertRegex(self.run_aedile("journal", "redact", "j", 8, "--actor", "c", "--reason", "", code=DATA).err, r"^--reason: error")

    def test_what_is_no_journal_and_what_cannot_be_written(self):
        self.assertIn("[journal_exists]", self.run_aedile("journal", "init", "j", "--name", "x", code=FILES).err)
        self.assertIn("[cannot_read_journal]", self.run_aedile("journal", "head", "absent", code=FILES).err)
        self.assertIn("[not_a_journal]", self.run_aedile("journal", "head", "scheme.json", code=DATA).err)
        self.assertIn("[cannot_write_journal]", self.run_aedile("journal", "init", "no/such/j", "--name", "x", code=FILES).err)
        self.run_aedile("journal", "append", "j", code=USAGE)
        self.run_aedile("journal", "append", "j", "v.csv", "--actor", "a", "--command", "c", code=USAGE)
        self.run_aedile("journal", "head", "j", "--at", 1, code=DATA)
        self.run_aedile("journal", "prove", "j", code=USAGE)
        self.assertIn("[no_such_event]", self.run_aedile("journal", "prove", "j", 1, code=DATA).err)

    def test_a_second_writer_is_told_at_once_who_writes(self):
        # A writer in the midst of its work cannot be had from outside, so another program takes the same lock.
        holder = subprocess.Popen(
            [sys.executable, "-c", "import fcntl,struct,time;f=open('j-lock','r+b');"
             "fcntl.fcntl(f,37,struct.pack('hhqqi4x',fcntl.F_WRLCK,0,0,0,0));print('held',flush=True);time.sleep(60)"],
            cwd=self.folder, stdout=subprocess.PIPE)
        self.assertEqual(holder.stdout.readline(), b"held\n")
        began = time.monotonic()
        refused = self.run_aedile("journal", "append", "j", "--actor", "a", "--command", "c", code=FILES).err
        self.assertLess(time.monotonic() - began, 30)
        self.assertIn("[journal_held]", refused)
        self.run_aedile("journal", "verify", "j")
        holder.send_signal(signal.SIGKILL)
        holder.communicate()
        self.run_aedile("journal", "append", "j", "--actor", "a", "--command", "c")

    def test_one_file_has_one_writer_by_whatever_name(self):
        os.symlink("j", self.folder / "street")
        self.run_aedile("journal", "append", "street", "--actor", "a", "--command", "c")
        self.assertNotIn("street-lock", self.names())
        os.link(self.folder / "j", self.folder / "second")
        for name in ("j", "second"):
            refused = self.run_aedile("journal", "append", name, "--actor", "a", "--command", "c", code=FILES).err
            self.assertIn("has 2 names", refused)
        os.remove(self.folder / "second")
        self.assertIn("in all: 2", self.run_aedile("journal", "append", "j", "--actor", "a", "--command", "c").out)

    def test_no_output_replaces_the_journal(self):
        self.append(1, 2)
        before = (self.folder / "j").read_bytes()
        for command in (["journal", "head", "j"], ["journal", "export", "j"], ["prove", "j", 1]):
            for output in ("j", "./j"):
                refused = self.run_aedile(*command, "--output", output, code=USAGE).err
                self.assertIn("would replace the input", refused)
        self.run_aedile("journal", "head", "j", "--output", "head.json")
        self.run_aedile("prove", "j", "--since", "head.json", "--output", "head.json", code=USAGE)
        self.assertEqual((self.folder / "j").read_bytes(), before)

    def test_both_languages(self):
        self.append(1, 2)
        for command in (["head", "j"], ["verify", "j"], ["as-of", "j"], ["outbox", "j"]):
            self.assertRegex(self.run_aedile("journal", *command, "--lang", "zh").out, "[\u4e00-\u9fff]")
        self.assertRegex(self.run_aedile("journal", "prove", "j", 9, "--lang", "zh", code=DATA).err, "没有第 9 条事件")


class Stranger(JournalCase):
    def test_root_and_proofs_are_those_of_another_program(self):
        self.append(1, 300)
        self.run_aedile("journal", "redact", "j", 9, "--actor", "c", "--reason", "r")
        lines = self.run_aedile("journal", "export", "j").out.splitlines()
        head, events = json.loads(lines[0]), [json.loads(line) for line in lines[1:]]
        leaves = [leaf(event) for event in events]
        self.assertEqual(root_of(leaves).hex(), head["root"])
        self.assertEqual(self.run_aedile("journal", "head", "j", "--at", 123, "--json").json["root"], root_of(leaves[:123]).hex())
        for seq in (1, 9, 256, 257, 301):
            proof = self.run_aedile("prove", "j", seq).json
            self.assertEqual(proof["event"], events[seq - 1])
            path = [bytes.fromhex(each) for each in proof["path"]]
            self.assertEqual(root_by_path(seq - 1, 301, leaf(proof["event"]), path).hex(), head["root"])

    def test_nothing_of_a_proof_can_be_changed(self):
        self.append(1, 20)
        self.run_aedile("journal", "head", "j", "--output", "head.json")
        proof = self.run_aedile("prove", "j", 7).json
        for change in (
            lambda p: p["event"].update(payload='{"n":8}'),
            lambda p: p["event"].update(actor="somebody"),
            lambda p: p["event"].update(seq=8),
            lambda p: p["event"].update(happened="2026-11-20T00:00:00Z"),
            lambda p: p["event"].pop("cause"),
            lambda p: p["path"].reverse(),
            lambda p: p["path"].pop(),
        ):
            changed = json.loads(json.dumps(proof))
            change(changed)
            self.write("changed.json", json.dumps(changed))
            refused = self.run_aedile("verify", "changed.json", code=DATA)
            self.assertRegex(refused.err, r"^changed\.json.*\[proof_fails\]\n$")
            self.assertEqual(refused.out, "")
            self.assertFalse(self.run_aedile("verify", "changed.json", "--json", code=DATA).json["proofs"][0]["holds"])
        # The path of an early event is the same in a tree of 21: the size is vouched for by the head that was kept.
        proof["head"]["size"] = 21
        self.write("changed.json", json.dumps(proof))
        self.assertIn("[other_head]", self.run_aedile("verify", "changed.json", "--head", "head.json", code=DATA).err)

    def test_a_proof_is_worth_what_the_kept_head_is(self):
        self.append(1, 20)
        self.run_aedile("journal", "head", "j", "--output", "head.json")
        self.run_aedile("journal", "init", "other", "--name", "东门街 2026")
        self.run_aedile("journal", "append", "other", "entries.jsonl", "--recorded", NOON)
        self.run_aedile("prove", "other", 7, "--output", "proof.json")
        self.assertIn("a proof alone shows nothing", self.run_aedile("verify", "proof.json").out)
        self.assertIn("[other_head]", self.run_aedile("verify", "proof.json", "--head", "head.json", code=DATA).err)

    def test_growth_since_a_kept_head(self):
        self.append(1, 20)
        self.run_aedile("journal", "head", "j", "--output", "head.json")
        self.append(21, 30)
        self.run_aedile("prove", "j", "--since", "head.json", "--output", "growth.json")
        grown = self.run_aedile("verify", "growth.json", "--head", "head.json").out
        self.assertIn("of 50 events", grown)
        self.assertIn("begins with the one of 20 events", grown)
        head = json.loads(self.read("head.json"))
        head["root"] = "0" * 64
        self.write("forged.json", json.dumps(head))
        self.run_aedile("prove", "j", "--since", "forged.json", code=DATA)
        self.assertIn("[head_not_kept]", self.run_aedile("journal", "verify", "j", "--head", "forged.json", code=DATA).err)

    def test_an_export_comes_back_byte_for_byte(self):
        self.append(1, 300)
        self.run_aedile("journal", "redact", "j", 9, "--actor", "c", "--reason", "r")
        self.run_aedile("journal", "export", "j", "--output", "a.jsonl")
        self.run_aedile("journal", "import", "a.jsonl", "copy")
        self.run_aedile("journal", "export", "copy", "--output", "b.jsonl")
        self.assertEqual((self.folder / "a.jsonl").read_bytes(), (self.folder / "b.jsonl").read_bytes())
        self.run_aedile("journal", "head", "j", "--output", "head.json")
        self.run_aedile("journal", "verify", "copy", "--head", "head.json")
        before = self.names()
        self.write("c.jsonl", self.read("a.jsonl").replace("inspector", "Inspector", 1))
        self.assertIn("[export_root]", self.run_aedile("journal", "import", "c.jsonl", "forged", code=DATA).err)
        self.assertEqual(self.names(), sorted([*before, "c.jsonl"]), "nothing is left behind")

    def test_every_file_meets_its_schema(self):
        try:
            import jsonschema
        except ImportError:
            self.skipTest("python3-jsonschema is not installed")
        self.append(1, 30)
        self.run_aedile("journal", "redact", "j", 9, "--actor", "c", "--reason", "r")
        self.run_aedile("journal", "head", "j", "--output", "head.json")
        self.append(31, 5, code=DATA)  # a redaction is recorded now, which is later than noon
        self.run_aedile("journal", "append", "j", "--actor", "a", "--command", "c")
        validate = lambda document, name: jsonschema.validate(document, self.run_aedile("schema", name).json)
        validate(json.loads(self.read("head.json")), "journal-head")
        validate(self.run_aedile("prove", "j", 9).json, "journal-proof")
        validate(self.run_aedile("prove", "j", 20).json, "journal-proof")
        validate(self.run_aedile("prove", "j", "--since", "head.json").json, "journal-consistency")
        for line in self.run_aedile("journal", "export", "j").out.splitlines():
            validate(json.loads(line), "journal-line")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])

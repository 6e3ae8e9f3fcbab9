"""What docs/ shows is so: whole examples run, and tables say what the tool says.

    AEDILE=build/dev/bin/aedile test_documents.py [SUITE[.test] ...]

With AEDILE_UPDATE_STORIES=1 what commands print is written into the page.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

from test_command_line import AEDILE, DATA, USAGE, Case

DOCS = Path(__file__).resolve().parents[2] / "docs"


def blocks(text, language):
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```$", text)


class Documents(Case):
    now = "2026-12-01T00:00:00Z"

    def setUp(self):
        super().setUp()
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "aedile").symlink_to(Path(AEDILE).resolve())

    def shell(self, command):
        environment = {"PATH": f"{self.folder / 'bin'}:/usr/bin:/bin", "LANG": "C.UTF-8", "AEDILE_NOW": self.now}
        done = subprocess.run(
            ["/bin/sh", "-c", command], cwd=self.folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        return done.stdout.decode()

    def run_page(self, page):
        """Its console blocks, one after the other; a line that ends in a backslash goes on in the next."""
        text = page.read_text(encoding="utf-8")
        for story in blocks(text, "console"):
            commands = re.findall(r"(?m)^\$ ((?:.*\\\n)*.*)$", story)
            told = "".join(f"$ {command}\n{self.shell(command)}" for command in commands)
            if os.environ.get("AEDILE_UPDATE_STORIES"):
                text = text.replace(story, told)
                page.write_text(text, encoding="utf-8")
            else:
                self.assertEqual(told, story)

    def test_the_whole_example_of_regulations_runs(self):
        page = DOCS / "formats" / "regulations.md"
        self.write("regulations.json", blocks(page.read_text(encoding="utf-8"), "json")[-1])
        self.run_page(page)

    def test_the_first_day_of_a_clerk_is_as_told(self):
        shutil.copytree(DOCS.parent / "examples" / "one_fault", self.folder, dirs_exist_ok=True)
        self.run_page(DOCS / "tickets.md")

    def test_every_example_of_a_format_is_sound(self):
        workflow = blocks((DOCS / "formats" / "workflow.md").read_text(encoding="utf-8"), "json")[0]
        self.run_aedile("workflow", "check", self.write("x.json", workflow))
        for number, example in enumerate(blocks((DOCS / "formats" / "regulations.md").read_text(encoding="utf-8"), "json")):
            self.run_aedile("journal", "init", f"{number}.journal", "--name", "x")
            moment = ("--as", "office", "--at", "2026-05-01T09:00")
            self.run_aedile("ticket", "adopt", f"{number}.journal", self.write("x.json", example), *moment)

    def test_every_command_has_one_heading(self):
        text = (DOCS / "command_line.md").read_text(encoding="utf-8")
        headings = re.findall(r"(?m)^## aedile ([a-z -]+[a-z])", text)
        self.assertEqual(sorted(set(headings)), sorted(headings))
        groups = set(re.findall(r"(?m)^  ([a-z-]+)  ", self.run_aedile("--help").out.split("Commands:")[1]))
        told = {heading.split()[0] for heading in headings} | {"verify"}  # "aedile prove, aedile verify"
        self.assertEqual(sorted(told), sorted(groups))
        schemas = text[text.index("## aedile schema") :]
        for name in re.findall(r"[a-z-]+", self.run_aedile("schema", "nope", code=USAGE).err.split("these: ")[1].splitlines()[0]):
            self.assertIn(f"`{name}`", schemas)

    def needs(self):
        """kind → guards, fields, of the table in workflow.md."""
        text = (DOCS / "formats" / "workflow.md").read_text(encoding="utf-8")
        table = text[text.index("| kind | `guards` |") :]
        for row in table[: table.index("\n\n")].splitlines()[2:]:
            kinds, guards, fields, _ = (cell.strip() for cell in row.strip("|").split("|"))
            words = [re.findall(r"`([a-z_]+)`", re.sub(r"; with.*", "", cell)) for cell in (kinds, guards, fields)]
            for kind in words[0]:
                yield kind, words[1], [field for field in words[2] if field != "parts_to"]

    def test_what_kinds_of_commands_need_is_what_the_check_says(self):
        workflows = []
        for name in ("street_notice", "case_loop", "hotline"):
            workflows.append(json.loads(self.run_aedile("workflow", "show", name).out))
        seen = set()
        for kind, guards, fields in self.needs():
            for workflow in workflows:
                kinds = {command["code"]: command["kind"] for command in workflow["commands"]}
                at = next((i for i, row in enumerate(workflow["transitions"]) if kinds[row["command"]] == kind), None)
                if at is None:
                    continue
                seen.add(kind)
                spoilt = json.loads(json.dumps(workflow))
                spoilt["transitions"][at]["guards"] = []
                spoilt["transitions"][at]["requires"] = []
                told = self.run_aedile("workflow", "check", self.write("w.json", json.dumps(spoilt)), "--json", code=DATA)
                words = " ".join(problem["message"] for problem in told.json["problems"])
                for word in (*guards, *fields):
                    self.assertIn(word, words, kind)
                break
        self.assertGreater(len(seen), 15)

    def test_every_guard_is_told_what_it_goes_by(self):
        text = (DOCS / "formats" / "workflow.md").read_text(encoding="utf-8")
        table = text[text.index("| guard | goes by |") : text.index("Some kinds of commands")]
        told = set(re.findall(r"`([a-z_]+)`", " ".join(row.split("|")[1] for row in table.strip().splitlines()[2:])))
        (guards,) = re.findall(r'"guards": \{\s*"type": "array",\s*"items": \{\s*"enum": (\[[^\]]*\])', self.run_aedile("schema", "workflow").out)
        self.assertEqual(sorted(told), sorted(json.loads(guards)))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])

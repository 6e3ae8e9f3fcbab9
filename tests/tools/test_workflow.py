"""aedile workflow from outside: checking, drawing, listing, showing.

    AEDILE=build/dev/bin/aedile test_workflow.py
"""

import json
import re
import sys
import unittest
from pathlib import Path

from test_command_line import DATA, FINE, USAGE, Case

WORKFLOWS = Path(__file__).resolve().parents[2] / "lib" / "io" / "workflows"
SHIPPED = ("case_loop", "street_notice", "on_the_spot", "hotline", "inspection_cycle")


class Workflow(Case):
    def without(self, name, command, key):
        """The shipped workflow without that key of the transitions of a command, as a file of a line each."""
        workflow = json.loads((WORKFLOWS / f"{name}.json").read_text(encoding="utf-8"))
        for row in workflow["transitions"]:
            if row["command"] == command:
                row.pop(key, None)
        return self.write(f"{name}.json", json.dumps(workflow, ensure_ascii=False, indent=1))

    def test_all_that_come_along_are_sound(self):
        done = self.run_aedile("workflow", "check", *SHIPPED)
        self.assertEqual(done.err, "")
        self.assertEqual(len(done.out.splitlines()), len(SHIPPED))
        self.assertIn("no ticket is closed but by somebody who did none of the work", done.out)
        self.assertIn("都须经未参与整改的人员核查才能销号", self.run_aedile("workflow", "check", "hotline", "--lang", "zh").out)

    def test_a_way_to_an_unverified_closing_is_named_with_its_place(self):
        file = self.without("street_notice", "pass", "guards")
        done = self.run_aedile("workflow", "check", file, code=DATA)
        self.assertEqual(done.out, "")
        self.assertRegex(done.err, r"street_notice\.json:\d+:\d+: error: a ticket can be closed without a verification")
        self.assertIn("○ –issue→ rectifying –report→ look_back –pass→ closed", done.err)
        self.assertIn("可以未经未参与整改的人员核查就销号", self.run_aedile("workflow", "check", file, "--lang", "zh", code=DATA).err)
        # The same by the command for all formats.
        self.assertEqual(self.run_aedile("check", file, code=DATA).err, done.err)

    def test_json_holds_what_was_found(self):
        file = self.without("hotline", "satisfied", "guards")
        report = json.loads(self.run_aedile("workflow", "check", file, "on_the_spot", "--json", code=DATA).out)
        self.assertEqual(report["aedile"], "workflow_check/1")
        self.assertEqual([each["ok"] for each in report["workflows"]], [False, True])
        self.assertEqual([problem["code"] for problem in report["problems"]], ["workflow_unverified"])
        self.assertEqual(report["errors"], 1)

    def test_a_drawing_holds_every_state(self):
        dot = self.run_aedile("workflow", "check", "case_loop", "--dot").out
        states = json.loads((WORKFLOWS / "case_loop.json").read_text(encoding="utf-8"))["states"]
        for state in states:
            self.assertTrue(re.search(f'^  "{state["code"]}" \\[', dot, re.MULTILINE), state["code"])
        self.assertIn("任务派遣", self.run_aedile("workflow", "check", "case_loop", "--dot", "--lang", "zh").out)
        self.run_aedile("workflow", "check", "case_loop", "hotline", "--dot", code=USAGE)

    def test_what_is_shown_is_what_is_shipped(self):
        for name in SHIPPED:
            self.assertEqual(self.run_aedile("workflow", "show", name).out,
                             (WORKFLOWS / f"{name}.json").read_text(encoding="utf-8"))
            self.assertIn(name, self.run_aedile("workflow", "list").out)
        self.assertIn("案卷七步闭环", self.run_aedile("workflow", "list", "--lang", "zh").out)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]], verbosity=2)

"""What aedile says of files and command lines that are wrong: in both languages, with the system's own words in brackets.

    AEDILE=build/dev/bin/aedile test_words.py [SUITE[.test] ...]
"""

import os
import re
import sys
import unittest

from test_command_line import FILES, USAGE
from ticket_case import TicketCase

# What the system and the parser say; it may stand in brackets only.
RAW = re.compile(r"No such file|Permission denied|Is a directory|No space|File too large|required|expected|convert|not in|excludes|requires|unable to|readonly")


class Words(TicketCase):
    def chinese(self, words, *arguments, **options):
        err = self.run_aedile("--lang", "zh", *arguments, **options).err
        self.assertIn(words, err)
        self.assertNotRegex(re.sub(r"（[^（）]*）", "", err), RAW)
        return err

    def test_files_in_chinese(self):
        missing = "没有这个文件或文件夹（No such file or directory）"
        self.chinese(missing, "check", "missing.json", code=FILES)
        self.chinese(missing, "score", "scheme.json", "--visits", "missing.csv", "--findings", "f.csv", code=FILES)
        self.chinese(missing, "ticket", "show", "missing.journal", code=FILES)
        self.chinese(missing, "journal", "head", "missing.journal", code=FILES)
        self.chinese(missing, "journal", "head", "s.journal", "--output", "nowhere/head.json", code=FILES)
        (self.folder / "folder").mkdir()
        folder = "这是文件夹，不是文件（Is a directory）"
        self.chinese(folder, "check", "folder", code=FILES)
        self.chinese("不是所需类型的文件（Invalid argument）", "ticket", "show", "folder", code=FILES)
        self.chinese(folder, "journal", "export", "s.journal", "--output", "folder", code=FILES)
        self.chinese("路径中有一段不是文件夹", "check", "scheme.json/x", code=FILES)
        self.chinese("没有剩余空间（No space left on device）", "journal", "export", "s.journal", "--output", "/dev/full", code=FILES)
        os.symlink("round", self.folder / "round")
        self.chinese("符号链接循环", "check", "round", code=FILES)

    @unittest.skipIf(os.geteuid() == 0, "the superuser is permitted everything")
    def test_permissions_in_chinese(self):
        os.chmod(self.folder / "scheme.json", 0)
        self.chinese("没有权限（Permission denied）", "check", "scheme.json", code=FILES)

    def test_files_in_english(self):
        err = self.run_aedile("check", "missing.json", code=FILES).err
        self.assertEqual(
            err,
            "missing.json: error: cannot be read: there is no such file or folder (No such file or directory); "
            "check its name and permissions [cannot_read]\n",
        )
        problems = self.run_aedile("check", "missing.json", "--json", "--lang", "zh", code=FILES).json["problems"]
        self.assertIn("没有这个文件或文件夹", problems[0]["message"])

    def test_wrong_command_lines(self):
        show = ("ticket", "show", "s.journal")
        for arguments, english, chinese in (
            (("nope",), 'there is no command "nope" here', "没有命令“nope”"),
            (("ticket",), "say which command", "请写明命令"),
            (("ticket", "nope"), 'there is no command "nope" here', "没有命令“nope”"),
            (("ticket", "show"), "JOURNAL is missing", "缺少 JOURNAL"),
            ((*show, "--nope"), "there is no option --nope here", "没有选项 --nope"),
            ((*show, "--nope", "x"), "there is no option --nope here", "没有选项 --nope"),
            ((*show, "T-1", "extra"), 'nothing is asked for that "extra" could be', "多余的参数：extra"),
            ((*show, "--at"), "--at needs a value behind it", "--at 后须写明值"),
            ((*show, "--at", "x", "--at", "y"), "--at is given more than once", "--at 只能写一次"),
            ((*show, "--json=maybe"), '--json takes no value such as "maybe"', "--json 不带值，不能写“maybe”"),
            (("rates", "t.csv", "--by", "x"), '--by: "x" is none of these: unit, site_class, item, period', "--by：“x”不在可选值之中：unit, site_class, item, period"),
            (("plan", "route", "v.csv", "2026-01-01", "--from", "1,2", "--speed", "x"), '--speed: "x" is no number that fits here', "--speed：“x”不是可用的数字"),
            (("plan", "route", "v.csv", "2026-01-01", "--from", "1,2", "--stay", "9999"), '--stay: "9999" is no number from 0 to 1440', "--stay：“9999”不是 0 到 1440 的数字"),
            (("score", "s", "--visits", "v", "--findings", "f", "--agree", "x"), '--agree: "x" is no whole number', "--agree: “x”不是 0 到"),
            (("notice", "render", "n", "--visits", "v"), "--visits goes with --ticket alone; give both", "--visits 须与 --ticket 一起使用"),
            (("prove", "j", "1", "--since", "h"), "SEQ and --since exclude each other", "SEQ 与 --since 不能同时使用"),
        ):
            with self.subTest(arguments):
                self.assertTrue(self.run_aedile(*arguments, code=USAGE).err.startswith(f"aedile: {english}"), english)
                self.chinese(chinese, *arguments, code=USAGE)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[1:]])

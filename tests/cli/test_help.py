# SPDX-License-Identifier: GPL-3.0-or-later
"""`--help` is what the program takes: every command and option of the documents is told, every one that is told is taken, and no other."""
import pathlib
import re

from harness import CliTest, OK, USAGE, main, run

DOCUMENT = pathlib.Path(__file__).resolve().parents[2] / "docs" / "interface.md"
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]*|-o)\b")
BOOK = {"--portfolio", "--prices", "--price-url"}
WITHOUT_FOLDER = {"evaluate", "alarm-test"}


def documented():
    """The options of every command, from the table of docs/interface.md."""
    commands = {}
    table = DOCUMENT.read_text(encoding="utf-8").split("| command | does |")[1].split("\n\n")[0]
    for row in table.splitlines()[2:]:
        for line in re.findall(r"`([^`]*)`", row.replace("\\|", "/").split(" | ")[0]):
            options = set(OPTION.findall(line)) | (BOOK if " BOOK" in line else set())
            commands.setdefault(line.split()[0], set()).update(options)
    return commands


def told(command):
    """The options that the help of a command explains, each on a line of its own."""
    lines = run(command, "--help").out.splitlines()
    return {found.group(1): line for line in lines if (found := re.match(r"  (--[a-z][a-z-]*|-o)\b", line))}


class HelpTest(CliTest):
    def test_every_command_is_told(self):
        listed = {line.split()[0] for line in run("--help").out.splitlines() if line.startswith("  ") and not line.startswith("   ")}
        self.assertEqual(listed, set(documented()))

    def test_the_options_of_the_documents_are_those_of_the_help(self):
        for command, options in documented().items():
            with self.subTest(command):
                self.assertEqual(set(told(command)), options | (set() if command in WITHOUT_FOLDER else {"--data-dir"}))

    def test_what_is_told_is_taken_and_nothing_else(self):
        every = set().union(*documented().values())
        for command in documented():
            ours = set(told(command))
            for option in every:
                said = self.db(command, option, "x", timeout=20).err
                self.assertEqual(f"has no option {option.lstrip('-')}" in said, option not in ours, f"{command} {option}: {said}")

    def test_every_option_is_explained(self):
        for command in documented():
            for option, line in told(command).items():
                self.assertRegex(line, r"\S  +\S.{3}", f"{command} {option}")

    def test_help_is_asked_for_in_three_ways(self):
        said = run("stress", "--help")
        self.assertEqual((said.code, said.err), (OK, ""))
        self.assertIn("plimsoll-cli stress ", said.out)
        for words in (("help", "stress"), ("--help", "stress"), ("stress", "--from", "-5", "-h")):
            self.assertEqual(run(*words).out, said.out, words)
        self.assertEqual(run("help").out, run("--help").out)
        self.assertEqual(run("help", "fly").code, USAGE)
        self.assertEqual(run("fly", "--help").code, USAGE)

    def test_an_error_names_the_help_of_its_command(self):
        self.assertIn("Try plimsoll-cli stress --help", run("stress", "--colour", "teal").err)
        self.assertIn("Try plimsoll-cli --help", run("fly").err)

    def test_exit_codes_are_told(self):
        for code in ("64", "65", "69", "70", "73", "74"):
            self.assertIn(code, run("watch", "--help").out)
        self.assertIn("1 a margin call", run("check", "--help").out)


if __name__ == "__main__":
    main()

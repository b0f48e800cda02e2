#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants one violation of every rule in a small tree and sees it found, and plants what only looks like one and sees it pass."""

import contextlib
import io
import tempfile
import unittest
from pathlib import Path

import check_layers
import layers
from sourcetext import code_of, slug

LICENCE = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
HEADER = LICENCE + "#pragma once\n"
SOUND = {
    "src/margin/decimal.h": HEADER + "#include <string>\n/// docs/formulas.md#level-and-status\n",
    "src/margin/CMakeLists.txt": "target_link_libraries(plimsoll_margin PRIVATE plimsoll_options PUBLIC Boost::headers)\n",
    "qml/Controls/AppText.qml": LICENCE + "import QtQuick\nText {\n    textFormat: Text.PlainText\n}\n",
    "docs/formulas.md": "# Formulas\n## Level and status\n",
    "README.md": "[formulas](docs/formulas.md#level-and-status) and [the exchange](https://example.org)\n",
}


class PlantedTree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        for place, text in SOUND.items():
            self.plant(place, text)

    def plant(self, place: str, text: str):
        path = self.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def findings(self) -> list[tuple[str, str, int]]:
        return [(finding.rule, finding.place, finding.line) for finding in check_layers.findings_in(self.root)]

    def assertPlanted(self, rule: str, place: str, text: str, line: int | None = None):
        self.plant(place, text)
        found = self.findings()
        self.assertEqual([(r, p) for r, p, _ in found], [(rule, place)], text)
        if line is not None:
            self.assertEqual(found[0][2], line, text)

    def assertFine(self, place: str, text: str):
        self.plant(place, text)
        self.assertEqual(self.findings(), [], text)


class Includes(PlantedTree):
    def test_sound_tree_has_no_findings(self):
        self.assertEqual(self.findings(), [])

    def test_forbidden_headers(self):
        for place, target in {
            "src/margin/x.cpp": "<QtCore/QString>",
            "src/wire/x.cpp": "<QtCore/QByteArray>",
            "src/scenario/x.cpp": '"ports/snapshot.h"',
            "src/engine/x.cpp": "<QtSql/QSqlDatabase>",
            "src/engine/y.cpp": "<QtNetwork/QNetworkReply>",
            "src/engine/z.cpp": "<QtQml/QQmlEngine>",
            "src/engine/u.cpp": "<QtQuick/QQuickItem>",
            "src/viewmodels/x.h": "<QtSql/QSqlQuery>",
            "src/viewmodels/y.h": "<QtNetwork/QNetworkReply>",
            "src/viewmodels/z.h": '"storage/storage.h"',
            "src/viewmodels/u.h": '"feed/priceurl.h"',
            "src/feed/x.cpp": '"storage/storage.h"',
            "src/feed/y.cpp": '"viewmodels/common/riskstate.h"',
            "src/storage/x.cpp": "<QtNetwork/QNetworkReply>",
            "src/storage/y.cpp": '"viewmodels/common/riskstate.h"',
            "src/storage/z.cpp": '"feed/priceurl.h"',
            "src/cli/x.cpp": "<QtGui/QColor>",
            "src/cli/y.cpp": "<QtQuick/QQuickItem>",
            "src/cli/z.cpp": "<QtQml/QQmlEngine>",
            "src/cli/u.cpp": '"viewmodels/common/riskstate.h"',
            "src/charts/x.cpp": '"storage/storage.h"',
            "src/feed/m.cpp": "<QString>",
            "src/feed/n.cpp": "<qglobal.h>",
            "src/margin/r.cpp": '"../wire/utf8.h"',
            "src/engine/b.cpp": "<boost/multiprecision/cpp_int.hpp>",
            "src/margin/s.cpp": "<sqlite3.h>",
            "src/storage/ledger/x.cpp": '"storage/opening/database.h"',
            "src/storage/tables/x.cpp": '"storage/storage.h"',
            "src/viewmodels/common/x.h": '"viewmodels/forms/operationform.h"',
            "src/viewmodels/attic/x.h": '"viewmodels/common/choice.h"',
        }.items():
            with self.subTest(place):
                self.assertPlanted("include", place, f"{HEADER}#include {target}\n", 3)
                (self.root / place).unlink()

    def test_allowed_headers(self):
        self.assertFine("src/feed/x.cpp", LICENCE + '#include "wire/utf8.h"\n#include <QtNetwork/QNetworkReply>\n#include <vector>\n')
        self.assertFine("src/app/x.cpp", LICENCE + '#include "storage/storage.h"\n#include <QtQml/QQmlEngine>\n#include <sqlite3.h>\n')
        self.assertFine("src/margin/x.cpp", LICENCE + "// #include <QtCore/QString>\n")
        self.assertFine("src/storage/tables/x.cpp", LICENCE + '#include "storage/opening/database.h"\n#include "storage/tables/y.h"\n')
        self.assertFine("src/storage/x.cpp", LICENCE + '#include "storage/tables/journalstore.h"\n')

    def test_folder_without_rule(self):
        self.assertPlanted("unknown-layer", "src/extra/x.cpp", LICENCE)


class Links(PlantedTree):
    def test_forbidden_links(self):
        for place, name in {
            "src/margin/CMakeLists.txt": "Qt6::Core",
            "src/engine/CMakeLists.txt": "Qt6::Sql",
            "src/viewmodels/CMakeLists.txt": "plimsoll_storage",
            "src/feed/CMakeLists.txt": "Plimsoll::Storage",
            "src/storage/CMakeLists.txt": "Qt6::Network",
            "src/cli/CMakeLists.txt": "Qt6::Gui",
            "qml/Controls/CMakeLists.txt": "plimsoll_viewmodels",
        }.items():
            with self.subTest(place):
                self.plant("src/margin/CMakeLists.txt", "")
                self.assertPlanted("link", place, f"target_link_libraries(some_target\n    PRIVATE plimsoll_options\n    PUBLIC {name})\n", 3)
                (self.root / place).unlink()

    def test_allowed_links(self):
        self.assertFine("src/feed/CMakeLists.txt", "target_link_libraries(f PUBLIC Plimsoll::Wire Qt6::Network) # not Qt6::Sql\n")
        self.assertFine("src/app/CMakeLists.txt", "target_link_libraries(plimsoll PRIVATE Qt6::Widgets plimsoll_storage)\n")


class Words(PlantedTree):
    def test_forbidden_in_src(self):
        for rule, code in {
            "no-context-property": 'context->setContextProperty("a", b);',
            "no-runtime-registration": 'qmlRegisterType<A>("A", 1, 0, "A");',
            "no-weak-tls": "reply->ignoreSslErrors();",
            "names-in-ascii": "int аmount = 0;",
            "no-loop-over-conditional": "for (const Row &row : rows ? *rows : std::vector<Row>()) {",
            "one-decision": "if (margin::compareLevel(a, b, bar) <= 0) {}",
            "injected-clock": "auto now = QDateTime::currentDateTimeUtc();",
        }.items():
            with self.subTest(rule):
                self.assertPlanted(rule, "src/app/x.cpp", LICENCE + code + "\n", 2)

    def test_other_spellings(self):
        for rule, code in (("no-runtime-registration", "QML_SINGLETON"), ("no-weak-tls", "ssl.setPeerVerifyMode(QSslSocket::VerifyNone);"),
                           ("no-weak-tls", "job.setInsecureFallback(true);"), ("injected-clock", "QDateTime::currentMSecsSinceEpoch();"),
                           ("injected-clock", "std::chrono::steady_clock::now();")):
            with self.subTest(code):
                self.assertPlanted(rule, "src/app/x.cpp", LICENCE + code + "\n")

    def test_only_the_clock_reads_the_clock(self):
        self.assertFine("src/ports/systemclock.cpp", LICENCE + "auto now = std::chrono::system_clock::now();\n")
        self.assertFine("src/viewmodels/x.cpp", LICENCE + "auto shown = QDateTime::fromMSecsSinceEpoch(wallTime);\n")

    def test_a_moment_has_the_type_of_its_clock(self):
        for code in ("void look(std::int64_t bootMs);", "std::int64_t m_nowWall = 0;", "std::optional<std::int64_t> untilWall;", "alarm::Ms nowBoot = 0;",
                     "void tick(qint64 wallTime);", "qint64 bootTime() const;", "auto a = BootTime::ofMs(sample.time.ms());", "auto a = WallTime::ofMs(now.ms());"):
            with self.subTest(code):
                self.assertPlanted("clock-type", "src/feed/x.h", LICENCE + "#pragma once\n" + code + "\n", 3)

    def test_moments_with_their_clock_are_fine(self):
        self.assertFine("src/feed/x.cpp", LICENCE + "BootTime nowBoot = clock.bootTime();\nauto a = WallTime::ofMs(json.toInteger());\nstd::int64_t wallet = 0;\n"
                        "const Ms sinceBoots = now - begin;\n")
        self.assertFine("src/scenario/samplewalk.h", LICENCE + "#pragma once\nauto a = BootTime::ofMs(sample.ms());\n")

    def test_the_journal_has_one_writer(self):
        for sql in ("INSERT INTO ledger_row (a) VALUES (?)", "INSERT OR IGNORE INTO operation VALUES (?)", "REPLACE INTO balance VALUES (?)", "UPDATE balance SET free = ?",
                    "DELETE FROM balance"):
            with self.subTest(sql):
                self.assertPlanted("one-writer", "src/storage/x.cpp", LICENCE + f'constexpr QStringView kSql = u"{sql}";\n', 2)

    def test_the_writer_of_the_journal_and_readers_are_fine(self):
        self.assertFine("src/storage/ledger/ledgerwriter.cpp", LICENCE + 'constexpr QStringView kSql = u"INSERT INTO ledger_row VALUES (?)";\n')
        self.assertFine("src/storage/x.cpp", LICENCE + 'constexpr QStringView kSql = u"SELECT * FROM balance JOIN ledger_row";\n')

    def test_sleep_in_src_and_tests(self):
        for place in ("src/app/x.cpp", "tests/unit/tst_x.cpp"):
            for call in ("std::this_thread::sleep_for(1s);", "QThread::msleep(5);", "QTest::qWait(10);", "::usleep(3);"):
                with self.subTest(place + call):
                    self.assertPlanted("no-sleep", place, LICENCE + call + "\n", 2)
            (self.root / place).unlink()

    def test_floating_point(self):
        for layer in sorted(layers.FLOAT_FREE):
            for code in ("const auto level = text.toDouble(&ok);", "double level = 0;", "auto x = std::stod(text);"):
                with self.subTest(layer + code):
                    self.assertPlanted("no-floating-point", f"src/{layer}/x.cpp", LICENCE + code + "\n", 2)
                    (self.root / f"src/{layer}/x.cpp").unlink()

    def test_what_only_looks_like_it(self):
        self.assertFine("src/margin/x.cpp", LICENCE + "// a double\nauto p = price.toDoubleForPlot();\nauto s = \"double\";\nauto n = 1'000'000;\n")
        self.assertFine("src/feed/backoff.cpp", LICENCE + "double jitter = 0.2;\n")
        self.assertFine("src/viewmodels/x.cpp", LICENCE + "double position = 0.5;\n")

    def test_float_allow_list_gives_reasons(self):
        self.assertTrue(all(layers.FLOAT_FILES.values()))


class Shape(PlantedTree):
    def test_licence(self):
        self.assertPlanted("licence", "src/margin/x.h", "#pragma once\n")

    def test_pragma_once(self):
        self.assertPlanted("pragma-once", "src/margin/x.h", LICENCE + "#ifndef X_H\n")


class Classes(PlantedTree):
    def test_a_class_in_two_files(self):
        self.plant("src/feed/poller.cpp", LICENCE + "Poller::Poller(int a)\n    : m_a(a)\n{\n}\n")
        for definition in ("void Poller::stop()\n{\n}\n", "Poller::~Poller() = default;\n", "std::optional<a::B> Poller::ask(C d) const\n{\n}\n",
                           "bool Poller::operator==(const Poller &) const\n{\n}\n", "Poller::Answer Poller::ask()\n{\n}\n"):
            with self.subTest(definition):
                self.plant("src/feed/pollerstop.cpp", LICENCE + "\n" + definition)
                self.assertEqual(self.findings(), [("one-class-one-file", "src/feed/poller.cpp", 2),
                                                   ("one-class-one-file", "src/feed/pollerstop.cpp", 3)])

    def test_what_is_no_second_half(self):
        self.plant("src/feed/poller.cpp", LICENCE + "void Poller::stop()\n{\n    Timer::stop();\n}\n")
        self.assertFine("src/feed/timer.cpp", LICENCE + "void Timer::stop()\n{\n    Poller::stop();\n}\n// Poller::stop()\n")
        self.assertFine("src/wire/poller.cpp", LICENCE + "void Poller::stop()\n{\n}\n")
        self.assertFine("src/feed/answer.cpp", LICENCE + "void Poller::Answer::clear()\n{\n}\nPoller::Answer answer(int a)\n{\n}\n")


class Futures(PlantedTree):
    def test_a_future_of_qt(self):
        for line in ("QFuture<Result<Done>> book(int amount) override;", "#include <QtCore/QFuture>", "QPromise<int> m_promise;", "QFutureWatcher<int> watcher;",
                     "auto future = QtConcurrent::run(work);"):
            with self.subTest(line):
                self.assertPlanted("raw-future", "src/engine/x.h", HEADER + line + "\n")

    def test_our_own(self):
        self.assertFine("src/ports/future.h", HEADER + "QFuture<int> m_future;\n")
        self.assertFine("src/engine/x.h", HEADER + "virtual Future<int> load() = 0;\nPromise<int> m_promise;\n")


class TestPrograms(PlantedTree):
    KIT = LICENCE + "struct Kit {\n    int one;\n};\nclass Forward;\n"

    def test_two_types_of_one_name_in_a_folder(self):
        self.plant("tests/unit/margin/tst_a.cpp", self.KIT)
        self.assertPlanted("one-definition", "tests/unit/margin/tst_b.cpp", LICENCE + "namespace plimsoll {\nclass Kit final : public Base\n{\n};\n}\n", 3)

    def test_what_is_none(self):
        self.plant("tests/unit/margin/tst_a.cpp", self.KIT)
        self.assertFine("tests/unit/alarm/tst_b.cpp", self.KIT)
        self.assertFine("tests/unit/margin/tst_b.cpp", LICENCE + "namespace {\nstruct Kit {\n    int two;\n};\n} // namespace\nclass Forward;\n")


class Qml(PlantedTree):
    def plantPage(self, rule: str, body: str, line: int | None = None):
        self.assertPlanted(rule, "qml/Plimsoll/Page.qml", LICENCE + body, line)

    def test_forbidden_words(self):
        self.plantPage("qml-evaluates", 'Item { Component.onCompleted: Qt.createQmlObject("Item {}", this) }\n', 2)
        self.plantPage("qml-evaluates", 'Item { property var a: eval("1") }\n')
        self.plantPage("qml-fetches", 'Image { source: "http://example.org/a.png" }\n')
        self.plantPage("qml-fetches", 'Image { source: "https://example.org/a.png" }\n')
        self.plantPage("qml-bare-combo", "Item {\n T.ComboBox { }\n}\n", 3)
        self.plantPage("qml-bare-combo", "ComboBox { }\n")
        self.plantPage("qml-markup", "Item { property int f: Text.RichText }\n")

    def test_text_needs_plain_format(self):
        for element in ("Text { }", "Label { text: a }", "T.Label { text: a }", "TextEdit { }", "component A: Text { }",
                        "Text { Item { textFormat: Text.PlainText } }", 'Text { text: "textFormat: Text.PlainText" }'):
            with self.subTest(element):
                self.plantPage("qml-plain-text", "Item {\n" + element + "\n}\n", 3)

    def test_any_other_format(self):
        self.plantPage("qml-plain-text", "AppText { textFormat: markup }\n", 2)

    def test_plain_texts_pass(self):
        self.assertFine("qml/Plimsoll/Page.qml", LICENCE + "Item { AppText { text: a }\n Text { textFormat: Text.PlainText; Item { } }\n"
                        " TextInput { }\n // Label { } at https://example.org\n property int a: Text.AlignRight }\n")

    def test_charts_in_one_file(self):
        chart = LICENCE + "import QtCharts\nItem { }\n"
        self.assertFine("qml/Plimsoll/HistoryChart.qml", chart)
        self.assertPlanted("qml-charts", "qml/Plimsoll/Page.qml", chart, 2)

    def test_what_is_read_late_is_no_type(self):
        self.assertFine("qml/Plimsoll/Frame.qml", LICENCE + 'LazyPart { file: "Other.qml" }\n')
        self.plantPage("qml-read-late", "Item {\n Other { }\n}\n", 3)


class Documents(PlantedTree):
    def test_broken_links(self):
        for text in ("[a](missing.md)", "[a](formulas.md#nothing)", "[a](#nothing)", "[a]: missing.md"):
            with self.subTest(text):
                self.assertPlanted("broken-link", "docs/a.md", "# A\n" + text + "\n", 2)

    def test_broken_readme_link(self):
        self.assertPlanted("broken-link", "README.md", "[a](docs/missing.md)\n", 1)

    def test_good_links(self):
        self.assertFine("docs/a.md", "# A b\n[a](formulas.md) [b](#a-b) [c](mailto:a@example.org) `[d](missing.md)`\n")

    def test_broken_references(self):
        for reference in ("docs/missing.md", "docs/formulas.md#nothing", "docs/adr/0001-missing.md"):
            with self.subTest(reference):
                self.assertPlanted("broken-reference", "src/margin/x.cpp", LICENCE + "// see " + reference + ".\n", 2)


class Program(PlantedTree):
    def run_main(self, *words: str) -> tuple[int, str]:
        told = io.StringIO()
        with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
            return check_layers.main(["check_layers.py", *words]), told.getvalue()

    def test_exit_codes_and_offending_line(self):
        self.assertEqual(self.run_main(str(self.root))[0], 0)
        self.assertEqual(self.run_main(str(self.root / "docs"))[0], 2)
        self.assertEqual(self.run_main()[0], 2)
        self.plant("src/margin/x.cpp", LICENCE + "#include <QtCore/QString>\n")
        code, told = self.run_main(str(self.root))
        self.assertEqual(code, 1)
        self.assertIn("src/margin/x.cpp:2: include: ", told)
        self.assertIn("    #include <QtCore/QString>\n", told)

    def test_every_rule_is_planted_here(self):
        planted = Path(__file__).read_text(encoding="utf-8")
        for rule in layers.RULES:
            self.assertIn(f'"{rule}"', planted)


class Text(unittest.TestCase):
    def test_comments_and_strings(self):
        self.assertEqual(code_of('a // b\nc').rstrip(), "a     \nc")
        self.assertEqual(code_of('x = "//no"; /* y\n */ z'), 'x = "//no";     \n    z')
        self.assertEqual(code_of('x = "abc\\"d"', strings=False), 'x = "      "')
        self.assertEqual(code_of("1'000 // c").rstrip(), "1'000")
        self.assertIn("after", code_of('R"(a " // )" after'))

    def test_slug(self):
        self.assertEqual(slug("Level and `status`"), "level-and-status")


if __name__ == "__main__":
    unittest.main()

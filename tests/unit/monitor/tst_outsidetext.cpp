// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/outsidetext.h"
#include "testlib/testprogram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace plimsoll::monitor;

class TestOutsideText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << u"no sound card"_s << u"no sound card"_s;
        QTest::newRow("of another script") << u"Invalid symbol: 币安人生"_s << u"Invalid symbol: 币安人生"_s;
        QTest::newRow("a line of a log that is none") << u"a\r\nfake log line\tb\u2028c"_s << u"a fake log line b c"_s;
        QTest::newRow("what cannot be seen") << u"a\u202Egnp.exe\u0000\u001b[31m\uE000"_s << u"a gnp.exe [31m"_s;
        QTest::newRow("lines and colours of a terminal") << u"a\nb\t\x1b[31mred\r\n"_s << u"a b [31mred"_s;
        QTest::newRow("text that runs backwards") << u"a\u202Eb"_s << u"a b"_s;
        QTest::newRow("beyond the first plane") << u"call \U0001F6A8"_s << u"call \U0001F6A8"_s;
        QTest::newRow("half a character") << QString(u'a') + QChar(0xd800) + u'b' << u"a\uFFFDb"_s; // as Qt replaces it
        QTest::newRow("too long") << u"abcdefghijklm"_s << u"abcdefghij…"_s;
        QTest::newRow("very long") << QString(5000, u'x') << u"xxxxxxxxxx…"_s;
        QTest::newRow("just long enough") << QString(160, u'x') << QString(160, u'x');
    }

    void oneLine()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(outsideLine(text, expected.endsWith(u'…') ? 10 : 160), expected);
    }

    void linesStay() { QCOMPARE(outsideLines(u"one\x07\ntwo\n\nthree"_s, 100), u"one\ntwo\n\nthree"_s); }

    void linesEnd() { QCOMPARE(outsideLines(u"abcdef\nghijkl\nmno"_s, 9), u"abcdef\ngh…\n…"_s); }
};

PLIMSOLL_TEST(TestOutsideText)
#include "tst_outsidetext.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/outsidetext.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using plimsoll::feed::outsideText;

class TestOutsideText : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void keepsPlainWords() { QCOMPARE(outsideText(u"Invalid symbol: 币安人生"_s), u"Invalid symbol: 币安人生"_s); }

    void isOneLine() { QCOMPARE(outsideText(u"a\r\nfake log line\tb\u2028c"_s), u"a fake log line b c"_s); }

    void dropsWhatCannotBeSeen()
    {
        QCOMPARE(outsideText(u"a\u202Egnp.exe\u0000\u001b[31m\uE000"_s), u"a gnp.exe [31m"_s);
    }

    void isCut()
    {
        QCOMPARE(outsideText(QString(5000, u'x'), 10), u"xxxxxxxxxx…"_s);
        QCOMPARE(outsideText(QString(10, u'x'), 10), QString(10, u'x'));
    }
};

PLIMSOLL_TEST(TestOutsideText)
#include "tst_outsidetext.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/tickerrequest.h"
#include "testlib/testprogram.h"

#include <QtCore/QUrl>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

class TestTickerRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void symbolsAreEncodedWithoutBlanks()
    {
        QCOMPARE(feed::symbolsParameter({"ETHUSDT", "BCHUSDT"}), u"symbols=%5B%22ETHUSDT%22%2C%22BCHUSDT%22%5D"_s);
    }

    void foreignNamesCannotBreakOut()
    {
        QUrl url(u"https://host.example/api"_s);
        url.setQuery(feed::symbolsParameter({"币安人生USDT", "A\"]&type=FULL#x"}), QUrl::StrictMode);
        QVERIFY(url.isValid());
        QVERIFY(!url.hasFragment());
        const QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
        QCOMPARE(query.count('&'), 0);
        QCOMPARE(QByteArray::fromPercentEncoding(query),
                 QByteArray("symbols=[\"币安人生USDT\",\"A\\\"]&type=FULL#x\"]"));
    }

    void refusalsAreWordsForALog()
    {
        QCOMPARE(feed::refusalText(400, {-1121, "Invalid\nsymbol.", 0}), u"HTTP 400: Invalid symbol. (-1121)"_s);
        QCOMPARE(feed::refusalText(502, {}), u"HTTP 502"_s);
    }

    void pausesAreRecognised()
    {
        QVERIFY(feed::asksForPause(429, {}));
        QVERIFY(feed::asksForPause(418, {}));
        QVERIFY(feed::asksForPause(400, {-1003, "x", 0}));
        QVERIFY(feed::asksForPause(403, {0, "x", 5}));
        QVERIFY(!feed::asksForPause(403, {}));
        QVERIFY(!feed::asksForPause(400, {-1121, "x", 0}));
    }
};

PLIMSOLL_TEST(TestTickerRequest)
#include "tst_tickerrequest.moc"

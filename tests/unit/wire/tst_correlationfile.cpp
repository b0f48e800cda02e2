// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testprogram.h"
#include "wire/correlationfile.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;

/// The correlation file: what it holds, and what is refused at which place.
class TestCorrelationFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatItReads()
    {
        const std::string bytes = R"({"format":"plimsoll-correlation","version":1,"assets":["BTC","ETH"],)"
                                  R"("correlation":[["1","-0.85"],["-0.850","1"]]})";
        const auto table = wire::parseCorrelations(bytes);
        QVERIFY2(table.hasValue(), table ? "" : table.error().message().c_str());
        QCOMPARE(table->assets, (std::vector<std::string> {"BTC", "ETH"}));
        QCOMPARE(QString::fromStdString(table->rows[0][1].toString()), u"-0.85"_s);
        const std::string written = wire::writeCorrelations(*table);
        const auto again = wire::parseCorrelations(written);
        QVERIFY(again.hasValue() && *again == *table);
        QCOMPARE(wire::writeCorrelations(*again), written);
    }

    void refusesAtItsPlace_data()
    {
        QTest::addColumn<QString>("assets");
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("place");
        QTest::newRow("beyond 1") << u"[\"A\",\"B\"]"_s << u"[[\"1\",\"1.1\"],[\"1.1\",\"1\"]]"_s
                                  << u"correlation[0][1]"_s;
        QTest::newRow("a number") << u"[\"A\",\"B\"]"_s << u"[[\"1\",0.5],[0.5,\"1\"]]"_s << u"correlation[0][1]"_s;
        QTest::newRow("not a number") << u"[\"A\"]"_s << u"[[\"one\"]]"_s << u"correlation[0][0]"_s;
        QTest::newRow("diagonal") << u"[\"A\",\"B\"]"_s << u"[[\"1\",\"0\"],[\"0\",\"0.9\"]]"_s
                                  << u"correlation[1][1]"_s;
        QTest::newRow("not symmetric") << u"[\"A\",\"B\"]"_s << u"[[\"1\",\"0.1\"],[\"0.2\",\"1\"]]"_s
                                       << u"correlation[1][0]"_s;
        QTest::newRow("a short row") << u"[\"A\",\"B\"]"_s << u"[[\"1\"],[\"0\",\"1\"]]"_s << u"correlation[0]"_s;
        QTest::newRow("no row") << u"[\"A\",\"B\"]"_s << u"[[\"1\",\"0\"]]"_s << u"correlation"_s;
        QTest::newRow("no array") << u"[\"A\"]"_s << u"[\"1\"]"_s << u"correlation[0]"_s;
        QTest::newRow("twice") << u"[\"A\",\"A\"]"_s << u"[[\"1\",\"0\"],[\"0\",\"1\"]]"_s << u"assets[1]"_s;
        QTest::newRow("nameless") << u"[\"\"]"_s << u"[[\"1\"]]"_s << u"assets[0]"_s;
        QTest::newRow("an asset that is a number") << u"[7]"_s << u"[[\"1\"]]"_s << u"assets[0]"_s;
    }

    void refusesAtItsPlace()
    {
        QFETCH(QString, assets);
        QFETCH(QString, rows);
        const QString bytes =
            u"{\"format\":\"plimsoll-correlation\",\"version\":1,\"assets\":%1,\"correlation\":%2}"_s.arg(assets, rows);
        const auto refused = wire::parseCorrelations(bytes.toStdString());
        QVERIFY(!refused);
        QTEST(QString::fromStdString(refused.error().place), "place");
    }

    void refusesOtherFiles()
    {
        for (const char *bytes : {"", "[]", R"({"format":"plimsoll-scenario","version":1})",
                                  R"({"format":"plimsoll-correlation","version":2})",
                                  R"({"format":"plimsoll-correlation","version":1,"more":1})"}) {
            QVERIFY2(!wire::parseCorrelations(bytes), bytes);
        }
        const auto none = wire::parseCorrelations(R"({"format":"plimsoll-correlation","version":1})");
        QVERIFY(none.hasValue() && none->assets.empty());
    }
};

PLIMSOLL_TEST(TestCorrelationFile)
#include "tst_correlationfile.moc"

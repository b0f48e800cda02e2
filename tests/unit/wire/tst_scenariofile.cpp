// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testprogram.h"
#include "wire/scenariofile.h"

#include <QtTest/QTest>

#include <array>
#include <string>

using namespace plimsoll;
using namespace Qt::StringLiterals;

namespace {

const std::string kFull = R"({
  "format": "plimsoll-scenario",
  "version": 1,
  "name": "Crash \u00fcber Nacht",
  "set": {
    "ETHUSDT": "180"
  },
  "shock": {
    "BTC": "12.5",
    "all": "-10"
  },
  "bars": {
    "b-ethusdt": {
      "initial": "1.25",
      "marginCall": "1.1",
      "liquidation": "1.05"
    }
  },
  "book": [
    {
      "account": "b-bchusdt",
      "kind": "top_up",
      "asset": "USDT",
      "amount": "150"
    }
  ]
}
)";

constexpr std::array kOthers {"",
                              "[]",
                              "null",
                              "{}",
                              R"({"format":"plimsoll-portfolio","version":1})",
                              R"({"format":"plimsoll-scenario"})",
                              R"({"format":"plimsoll-scenario","version":2})",
                              R"({"format":"plimsoll-scenario","version":"1"})"};

std::string document(const std::string &fields)
{
    return R"({"format":"plimsoll-scenario","version":1,)" + fields + "}";
}

} // namespace

class TestScenarioFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readAndWrittenItIsTheSame()
    {
        const auto changes = wire::parseScenario(kFull);
        QVERIFY2(changes.hasValue(), changes ? "" : changes.error().message().c_str());
        QCOMPARE(QString::fromStdString(changes->name), u"Crash \u00fcber Nacht"_s);
        QCOMPARE(QString::fromStdString(changes->prices.at("ETHUSDT").toString()), u"180"_s);
        QCOMPARE(QString::fromStdString(changes->shocks.at("all").toString()), u"-10"_s);
        QVERIFY(changes->bookings[0].kind == analysis::HypotheticalKind::TopUp);
        const std::string text = wire::writeScenario(*changes);
        const auto again = wire::parseScenario(text);
        QVERIFY(again.hasValue() && *again == *changes);
        QCOMPARE(wire::writeScenario(*again), text);
    }

    void whatIsNotThereIsNotChanged()
    {
        const auto changes = wire::parseScenario(document(R"("name":"")"));
        QVERIFY(changes.hasValue() && *changes == analysis::Changes {});
    }

    void barsMayBeWrittenAsOnTheCommandLine()
    {
        const auto changes = wire::parseScenario(document(R"("bars":{"a":"1.25/1.10/1.05"})"));
        QVERIFY(changes.hasValue());
        QCOMPARE(QString::fromStdString(changes->bars.at("a").marginCall.toString()), u"1.1"_s);
    }

    void refusalsNameThePlace_data()
    {
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *fields, const char *place) {
            QTest::newRow(name) << QString(QLatin1String(fields)) << QString(QLatin1String(place));
        };
        row("unknown field", R"("sets":{})", "sets");
        row("set twice", R"("set":{"A":"1","A":"2"})", "set.A");
        row("price as number", R"("set":{"A":1})", "set.A");
        row("price zero", R"("set":{"A":"0"})", "set.A");
        row("price negative", R"("set":{"A":"-1"})", "set.A");
        row("set is a list", R"("set":[])", "set");
        row("symbol without a name", R"("set":{"":"1"})", "set");
        row("no price left", R"("shock":{"all":"-100"})", "shock.all");
        row("too many digits", R"("shock":{"all":"1.123456789"})", "shock.all");
        row("shock as number", R"("shock":{"all":-10})", "shock.all");
        row("bars in the wrong order", R"("bars":{"a":{"initial":"1","marginCall":"2","liquidation":"3"}})",
            "bars.a.marginCall");
        row("a bar is missing", R"("bars":{"a":{"initial":"1.25","marginCall":"1.1"}})", "bars.a.liquidation");
        row("bars as text", R"("bars":{"a":"1.25"})", "bars.a");
        row("bars as number", R"("bars":{"a":1})", "bars.a");
        row("book is an object", R"("book":{})", "book");
        row("no kind", R"("book":[{"account":"a","asset":"A","amount":"1"}])", "book[0].kind");
        row("unknown kind", R"("book":[{"account":"a","kind":"gift","asset":"A","amount":"1"}])", "book[0].kind");
        row("no amount", R"("book":[{"account":"a","kind":"buy","asset":"A"}])", "book[0].amount");
        row("unknown in a booking", R"("book":[{"account":"a","kind":"buy","asset":"A","amount":"1","price":"2"}])",
            "book[0].price");
        row("name as number", R"("name":5)", "name");
    }

    void refusalsNameThePlace()
    {
        QFETCH(QString, fields);
        QFETCH(QString, place);
        const auto changes = wire::parseScenario(document(fields.toStdString()));
        QVERIFY(!changes.hasValue());
        QCOMPARE(QString::fromStdString(changes.error().place), place);
    }

    void otherFilesAreRefused()
    {
        for (const char *text : kOthers) {
            QVERIFY2(!wire::parseScenario(text).hasValue(), text);
        }
        const std::string one = R"({"account":"a","kind":"buy","asset":"A","amount":"1"})";
        std::string many = one;
        for (int i = 0; i < 10'000; ++i) {
            many += "," + one;
        }
        QVERIFY(!wire::parseScenario(document("\"book\":[" + many + "]")).hasValue());
        QVERIFY(!wire::parseScenario(document("\"name\":\"" + std::string(2'000'000, 'x') + "\"")).hasValue());
    }
};

PLIMSOLL_TEST(TestScenarioFile)
#include "tst_scenariofile.moc"

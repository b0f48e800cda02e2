// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/observation.h"
#include "alarmkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;

namespace {

Rule ruleOf(Rule::Kind kind, const std::string &value, const std::string &symbol = {})
{
    return {"r1", "", kind, d(value), symbol, Stage::Call, true};
}

QString word(Observation observation)
{
    static const std::array words {"nothing", "true", "between", "clear", "blind", "gone"};
    return QString::fromLatin1(words[static_cast<std::size_t>(observation)]);
}

} // namespace

class TestAlarmRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void senselessOnesAreRefused_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<int>("error"); // -1: fine
        const auto row = [](const char *name, const char *id, Rule::Kind kind, const char *value, const char *symbol,
                            int error) {
            QTest::newRow(name) << QString::fromLatin1(id) << static_cast<int>(kind) << QString::fromLatin1(value)
                                << QString::fromLatin1(symbol) << error;
        };
        const int malformed = static_cast<int>(ErrorCode::Malformed);
        const int notPositive = static_cast<int>(ErrorCode::AmountNotPositive);
        const int overflow = static_cast<int>(ErrorCode::Overflow);
        row("level", "r", Rule::Kind::Level, "1.5", "", -1);
        row("level 1000", "r", Rule::Kind::Level, "1000", "", -1);
        row("level above 1000", "r", Rule::Kind::Level, "1000.000000000000000001", "", overflow);
        row("level 0", "r", Rule::Kind::Level, "0", "", notPositive);
        row("level below 0", "r", Rule::Kind::Level, "-1", "", notPositive);
        row("no id", "", Rule::Kind::Level, "1.5", "", malformed);
        row("distance", "r", Rule::Kind::Distance, "0.1", "", -1);
        row("distance just below 1", "r", Rule::Kind::Distance, "0.999999999999999999", "", -1);
        row("distance 1", "r", Rule::Kind::Distance, "1", "", overflow);
        row("distance 0", "r", Rule::Kind::Distance, "0", "", notPositive);
        row("price", "r", Rule::Kind::PriceBelow, "180", "BCHUSDT", -1);
        row("price without symbol", "r", Rule::Kind::PriceBelow, "180", "", malformed);
        row("price above without symbol", "r", Rule::Kind::PriceAbove, "180", "", malformed);
        row("price 0", "r", Rule::Kind::PriceAbove, "0", "BCHUSDT", notPositive);
        row("an enormous price", "r", Rule::Kind::PriceAbove, "999999999999999999", "BCHUSDT", -1);
        row("hours", "r", Rule::Kind::InterestHours, "24", "", -1);
        row("100,000 hours", "r", Rule::Kind::InterestHours, "100000", "", -1);
        row("more hours", "r", Rule::Kind::InterestHours, "100001", "", overflow);
    }

    void senselessOnesAreRefused()
    {
        QFETCH(QString, id);
        QFETCH(int, kind);
        QFETCH(QString, value);
        QFETCH(QString, symbol);
        QFETCH(int, error);
        Rule rule = ruleOf(static_cast<Rule::Kind>(kind), value.toStdString(), symbol.toStdString());
        rule.id = id.toStdString();
        const auto checked = validated(rule);
        QCOMPARE(checked ? -1 : static_cast<int>(checked.error().code), error);
        QVERIFY(!checked || *checked == rule);
        QVERIFY(checked || !checked.error().place.empty());
    }

    void aSymbolIsTakenHoweverItIsWritten_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("symbol");
        for (const char *typed : {"BTCUSDT", "btcusdt", "BTC/USDT", "btc-usdt", " Btc_Usdt ", "BTC USDT"}) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << u"BTCUSDT"_s;
        }
        QTest::newRow("beyond A to Z") << u"币安人生/usdt"_s << u"币安人生USDT"_s;
        QTest::newRow("digits") << u"1000sats/usdt"_s << u"1000SATSUSDT"_s;
    }

    void aSymbolIsTakenHoweverItIsWritten()
    {
        QFETCH(QString, typed);
        const auto rule = validated(
            {"r1", "", Rule::Kind::PriceBelow, d("1"), typed.toStdString(), Stage::Notice, true});
        QVERIFY(rule);
        QTEST(QString::fromStdString(rule->symbol), "symbol");
    }

    void separatorsAloneAreNoSymbol()
    {
        QVERIFY(!validated({"r1", "", Rule::Kind::PriceBelow, d("1"), " / - ", Stage::Notice, true}));
    }

    void wordsAreReadBack()
    {
        for (const Stage stage : {Stage::Notice, Stage::Call, Stage::Critical}) {
            QCOMPARE(stageFromWord(stageWord(stage)), std::optional(stage));
        }
        for (int i = 0; i < 5; ++i) {
            const auto kind = static_cast<Rule::Kind>(i);
            QCOMPARE(ruleKindFromWord(ruleKindWord(kind)), std::optional(kind));
        }
        QVERIFY(!stageFromWord("Notice") && !stageFromWord("") && !ruleKindFromWord("levels"));
    }

    // docs/alarms.md#a-persons-own-alarms; the call ratio is 1.10
    void seesTheLevel_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("seen");
        const auto row = [](Rule::Kind kind, const char *value, const char *level, const char *seen) {
            const QByteArray name = QByteArray(ruleKindWord(kind).data()) + ' ' + value + " at " + level;
            QTest::newRow(name.constData()) << static_cast<int>(kind) << QString::fromLatin1(value)
                                            << QString::fromLatin1(level) << QString::fromLatin1(seen);
        };
        row(Rule::Kind::Level, "1.5", "1.5", "true");
        row(Rule::Kind::Level, "1.5", "1.500000000000000001", "between");
        row(Rule::Kind::Level, "1.5", "1.515", "between");
        row(Rule::Kind::Level, "1.5", "1.515000000000000001", "clear");
        row(Rule::Kind::Level, "1.5", "0.2", "true");
        row(Rule::Kind::Distance, "0.1", "1.222222222222222223", "true"); // 1.1 / 0.9, rounded up
        row(Rule::Kind::Distance, "0.1", "1.222222222222222224", "between");
        row(Rule::Kind::Distance, "0.1", "1.234444444444444446", "between"); // 1 % above, rounded up
        row(Rule::Kind::Distance, "0.1", "1.234444444444444447", "clear");
        row(Rule::Kind::Distance, "0.5", "2.2", "true");
        row(Rule::Kind::Distance, "0.5", "2.222000000000000001", "clear");
    }

    void seesTheLevel()
    {
        QFETCH(int, kind);
        QFETCH(QString, value);
        QFETCH(QString, level);
        QTEST(word(observe(ruleOf(static_cast<Rule::Kind>(kind), value.toStdString()), at(level.toStdString(), kStart),
                           d("1.1"))),
              "seen");
    }

    void seesPrices_data()
    {
        QTest::addColumn<bool>("below");
        QTest::addColumn<QString>("price");
        QTest::addColumn<QString>("seen");
        QTest::newRow("below: at the bar") << true << "180"
                                           << "true";
        QTest::newRow("below: above it") << true << "180.000000000000000001"
                                         << "between";
        QTest::newRow("below: 0.5 % beyond") << true << "180.9"
                                             << "between";
        QTest::newRow("below: more") << true << "180.900000000000000001"
                                     << "clear";
        QTest::newRow("above: at the bar") << false << "180"
                                           << "true";
        QTest::newRow("above: below it") << false << "179.999999999999999999"
                                         << "between";
        QTest::newRow("above: 0.5 % beyond") << false << "179.1"
                                             << "between";
        QTest::newRow("above: more") << false << "179.099999999999999999"
                                     << "clear";
        QTest::newRow("below: not known") << true << ""
                                          << "between";
        QTest::newRow("above: not known") << false << ""
                                          << "between";
    }

    void seesPrices()
    {
        QFETCH(bool, below);
        QFETCH(QString, price);
        Sample sample = at("1.5", kStart);
        sample.prices = {{"ETHUSDT", d("1")}};
        if (!price.isEmpty()) {
            sample.prices.push_back({"BCHUSDT", d(price.toStdString())});
        }
        QTEST(word(observe(ruleOf(below ? Rule::Kind::PriceBelow : Rule::Kind::PriceAbove, "180", "BCHUSDT"), sample,
                           d("1.1"))),
              "seen");
    }

    // Level 1.32 of 1,000 owed: 200 more brings the call of 1.10. 24 h: 8.333... an hour; 26.4 h: 7.5757...
    void seesTheHoursThatInterestLeaves_data()
    {
        QTest::addColumn<QString>("hourly");
        QTest::addColumn<QString>("seen");
        QTest::newRow("a little too fast") << "8.333333333333333334"
                                           << "true";
        QTest::newRow("just slow enough") << "8.333333333333333333"
                                          << "between";
        QTest::newRow("not yet clear") << "7.575757575757575758"
                                       << "between";
        QTest::newRow("clear") << "7.575757575757575757"
                               << "clear";
        QTest::newRow("no interest") << "0"
                                     << "between";
        QTest::newRow("no rate") << ""
                                 << "between";
    }

    void seesTheHoursThatInterestLeaves()
    {
        QFETCH(QString, hourly);
        Sample sample = at("1.32", kStart);
        if (!hourly.isEmpty()) {
            sample.hourlyInterest = margin::Wide::product(d(hourly.toStdString()), d("1"));
        }
        QTEST(word(observe(ruleOf(Rule::Kind::InterestHours, "24"), sample, d("1.1"))), "seen");
    }

    // 25 hours of 8: 1320 / 1200 is the call itself.
    void interestThatLeadsExactlyToTheCallIsSeen()
    {
        Sample sample = at("1.32", kStart);
        sample.hourlyInterest = margin::Wide::product(d("8"), d("1"));
        QCOMPARE(word(observe(ruleOf(Rule::Kind::InterestHours, "25"), sample, d("1.1"))), u"true"_s);
        QCOMPARE(word(observe(ruleOf(Rule::Kind::InterestHours, "24.999999999999999999"), sample, d("1.1"))),
                 u"between"_s);
    }

    void seesNothingWithoutPricesOrDebt()
    {
        using Kind = Sample::Kind;
        for (const Kind kind : {Kind::Stale, Kind::Frozen, Kind::Incomplete}) {
            QCOMPARE(word(observe(ruleOf(Rule::Kind::Level, "1.5"), sampleOf(kind, kStart), d("1.1"))), u"blind"_s);
            QCOMPARE(word(observe(ruleOf(Rule::Kind::InterestHours, "24"), sampleOf(kind, kStart), d("1.1"))),
                     u"blind"_s);
            QCOMPARE(word(observe(ruleOf(Rule::Kind::PriceBelow, "180", "BCHUSDT"), sampleOf(kind, kStart), d("1.1"))),
                     u"blind"_s);
        }
        for (const Kind kind : {Kind::NoDebt, Kind::Closed}) {
            Sample sample = sampleOf(kind, kStart);
            sample.prices = {{"BCHUSDT", d("1")}};
            QCOMPARE(word(observe(ruleOf(Rule::Kind::Level, "1.5"), sample, d("1.1"))), u"gone"_s);
            QCOMPARE(word(observe(ruleOf(Rule::Kind::PriceBelow, "180", "BCHUSDT"), sample, d("1.1"))),
                     u"true"_s); // it needs neither
            QCOMPARE(word(observe(ruleOf(Rule::Kind::PriceBelow, "180", "ETHUSDT"), sample, d("1.1"))), u"between"_s);
        }
    }
};

PLIMSOLL_TEST(TestAlarmRule)
#include "tst_rule.moc"

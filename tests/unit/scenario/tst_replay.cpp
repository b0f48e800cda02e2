// SPDX-License-Identifier: GPL-3.0-or-later
#include "crashreplay.h"
#include "scenario/replay.h"
#include "testlib/testdata.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using scenario::SampleWalk;
using scenario::StatusChange;

namespace {

margin::Decimal decimal(const char *text)
{
    return margin::Decimal::parse(text).value();
}

QString line(WallTime time, const std::string &account, margin::Status to)
{
    return QString::number(time.ms()) + QLatin1Char(' ') + QString::fromStdString(account) + QLatin1Char(' ')
        + QString::fromStdString(std::string(margin::statusWord(to)));
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesAnAccountAtLiquidationForGood()
    {
        SampleWalk walk({{"ETHUSDT", 4, {{0, decimal("200"), decimal("200"), decimal("100"), decimal("200")}}}});
        QStringList events;
        const auto summary = scenario::replay(
            {test::isolatedIn("a", "ETH", "5", "800")}, walk,
            [&](const StatusChange &change) { events << line(change.time, change.account, change.to); });
        QCOMPARE(events, (QStringList {QStringLiteral("0 a normal"), QStringLiteral("1 a liquidation")}));
        QCOMPARE(summary.accounts.front().status, margin::Status::Liquidated);
        QCOMPARE(summary.accounts.front().lowestLevel->toString(), std::string("0.625"));
        QCOMPARE(summary.accounts.front().lowestAt, std::optional(WallTime {1}));
        QCOMPARE(summary.samples, 4);
        QCOMPARE(summary.evaluations, 2); // a closed account is not evaluated again
    }

    void isUnknownBeforeTheFirstCandleOfASymbol()
    {
        SampleWalk walk({{"BTCUSDT", 4, {{0, decimal("1"), decimal("1"), decimal("1"), decimal("1")}}},
                         {"ETHUSDT", 4, {{100, decimal("200"), decimal("200"), decimal("200"), decimal("200")}}}});
        QStringList events;
        scenario::replay({test::isolatedIn("a", "ETH", "5", "800")}, walk, [&](const StatusChange &change) {
            events << line(change.time, change.account, change.to);
            QCOMPARE(change.from.has_value(), events.size() > 1);
        });
        QCOMPARE(events, (QStringList {QStringLiteral("0 a unknown"), QStringLiteral("100 a normal")}));
    }

    // docs/interface.md, "replay": P is 15 s for candles of a minute; nothing follows the sample of 0:45 before 1:30.
    void isUnknownWhereCandlesAreMissing()
    {
        const auto flat = [](std::int64_t minute, const char *price) {
            const auto at = decimal(price);
            return scenario::Bar {WallTime::ofMs(minute * 60'000), at, at, at, at, 0};
        };
        SampleWalk walk({{"ETHUSDT", 60'000, {flat(0, "200"), flat(10, "170"), flat(11, "200")}}});
        QStringList events;
        const auto summary = scenario::replay(
            {test::isolatedIn("a", "ETH", "5", "800")}, walk, [&](const StatusChange &change) {
                events << line(change.time, change.account, change.to);
                QCOMPARE(change.prices.empty(), change.to == margin::Status::Unknown); // no price that is not believed
            });
        QCOMPARE(events,
                 (QStringList {QStringLiteral("0 a normal"), QStringLiteral("90000 a unknown"),
                               QStringLiteral("600000 a margin_call"), QStringLiteral("660000 a normal")}));
        QCOMPARE(summary.samples, 12);
        QCOMPARE(summary.evaluations, 13); // the moment at which the price became stale
    }

    // Source: the invented crash of tests/data (README.md there); expected values by the second way.
    void agreesWithASecondWayOverACrash()
    {
        std::vector<scenario::BarSeries> all;
        for (const char *coin : {"BTC", "ETH", "BCH", "DOGE"}) {
            const QString name = QStringLiteral("candles/crash/%1USDT-1m-20220301.csv").arg(QLatin1String(coin));
            all.push_back(test::barsOf(name, testlib::dataFile(qPrintable(name))));
        }
        const auto accounts = test::crashAccounts({"18000", "34000", "22500", "7200", "3200"});
        const QStringList events = test::replayed(accounts, all);
        QCOMPARE(events, test::replayedNaively(accounts, all));
        QVERIFY(events.filter(QStringLiteral("liquidation")).size() >= 4); // the data must really hold a crash
    }
};

PLIMSOLL_TEST(TestReplay)
#include "tst_replay.moc"

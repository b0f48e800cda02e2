// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/replay.h"
#include "testlib/testprogram.h"
#include "wire/candlejoin.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

#include <boost/multiprecision/cpp_int.hpp>

#include <map>
#include <optional>

using namespace plimsoll;
using scenario::SampleWalk;
using scenario::StatusChange;

namespace {

using Rational = boost::multiprecision::cpp_rational;

margin::Decimal decimal(const char *text)
{
    return margin::Decimal::parse(text).value();
}

margin::Account isolated(const char *id, const char *base, const char *held, const char *owed)
{
    margin::Account account;
    account.id = id;
    account.mode = margin::MarginMode::Isolated;
    account.baseAsset = base;
    account.quoteAsset = "USDT";
    account.symbol = account.baseAsset + "USDT";
    account.thresholds = margin::findBuiltInProfile("faq-2020-5x")->thresholds;
    account.balances = {{base, decimal(held), {}, {}, {}, {}}, {"USDT", {}, {}, decimal(owed), {}, {}}};
    return account;
}

// The crash portfolio: 5x long everything at the prices of 2021-05-18 noon, cross holding three coins and owing one.
std::vector<margin::Account> crashPortfolio()
{
    margin::Account cross;
    cross.id = "cross";
    cross.quoteAsset = "USDT";
    cross.thresholds = margin::findBuiltInProfile("cross-3x")->thresholds;
    cross.balances = {{"BTC", decimal("0.5"), {}, {}, {}, {}},
                      {"ETH", decimal("3"), decimal("0.25"), {}, {}, {}},
                      {"DOGE", {}, {}, decimal("5000"), decimal("0.75"), {}},
                      {"USDT", decimal("100"), {}, decimal("18000"), decimal("4.5"), {}}};
    return {cross, isolated("btc", "BTC", "1", "34000"), isolated("eth", "ETH", "10", "27000"),
            isolated("bch", "BCH", "10", "8500"), isolated("doge", "DOGE", "10000", "3900")};
}

scenario::BarSeries load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(path));
    }
    const std::string name = path.toStdString();
    const auto candles = wire::parseCandles(file.readAll().toStdString()).value();
    const auto all =
        wire::joinCandles({{name, wire::symbolOfFileName(name), wire::intervalOfFileName(name), candles}}).value();
    scenario::BarSeries bars {all.front().symbol, all.front().interval, {}};
    for (const auto &c : all.front().candles) {
        bars.bars.push_back({c.openTime, c.open, c.high, c.low, c.close, c.length});
    }
    return bars;
}

QString line(std::int64_t time, const std::string &account, margin::Status to)
{
    return QString::number(time) + QLatin1Char(' ') + QString::fromStdString(account) + QLatin1Char(' ')
        + QString::fromStdString(std::string(margin::statusWord(to)));
}

// The second way: every sample of every candle sorted by time, every level a rational, nothing shared with the product
// but the input.
QStringList naive(const std::vector<margin::Account> &accounts, const std::vector<scenario::BarSeries> &all)
{
    std::map<std::int64_t, std::vector<std::pair<std::string, std::optional<Rational>>>>
        samples; // nothing: not believed any more
    const auto rational = [](margin::Decimal d) {
        return Rational(boost::multiprecision::cpp_int(d.mantissa()),
                        boost::multiprecision::pow(boost::multiprecision::cpp_int(10), 18));
    };
    for (const auto &series : all) {
        for (const auto &b : series.bars) {
            const bool up = b.close >= b.open;
            const std::array order {b.open, up ? b.low : b.high, up ? b.high : b.low, b.close};
            for (std::size_t i = 0; i < order.size(); ++i) {
                samples[b.openTime + series.interval * static_cast<std::int64_t>(i) / 4].push_back(
                    {series.symbol, rational(order[i])});
            }
        }
    }
    const std::int64_t end = samples.rbegin()->first;
    for (const auto &series : all) {
        std::int64_t until = end + 1;
        for (const auto &b : series.bars) {
            if (until < b.openTime) {
                samples[until].push_back({series.symbol, std::nullopt});
            }
            until = b.openTime + series.interval * 3 / 4 + std::max<std::int64_t>(3 * (series.interval / 4), 30'000);
        }
        if (until <= end) {
            samples[until].push_back({series.symbol, std::nullopt});
        }
    }
    QStringList lines;
    std::map<std::string, std::optional<Rational>> prices;
    std::map<std::string, std::string> last;
    for (const auto &[time, points] : samples) {
        for (const auto &[symbol, price] : points) {
            prices[symbol] = price;
        }
        for (const margin::Account &account : accounts) {
            if (last[account.id] == "liquidation") {
                continue;
            }
            Rational held = 0;
            Rational owed = 0;
            bool known = true;
            for (const auto &b : account.balances) {
                const bool quote = b.asset == account.quoteAsset;
                const auto found = prices.find(b.asset + account.quoteAsset);
                known = known && (quote || (found != prices.end() && found->second));
                if (known) {
                    const Rational price = quote ? Rational(1) : *found->second;
                    held += (rational(b.free) + rational(b.locked)) * price;
                    owed += (rational(b.borrowed) + rational(b.interest)) * price;
                }
            }
            std::string status = "unknown";
            if (known) {
                const Rational level = held / owed;
                status = level <= rational(account.thresholds.liquidation) ? "liquidation"
                    : level <= rational(account.thresholds.marginCall)     ? "margin_call"
                                                                           : "normal";
            }
            if (status != last[account.id]) {
                last[account.id] = status;
                lines << QString::number(time) + QLatin1Char(' ') + QString::fromStdString(account.id + " " + status);
            }
        }
    }
    return lines;
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
            {isolated("a", "ETH", "5", "800")}, walk,
            [&](const StatusChange &change) { events << line(change.time, change.account, change.to); });
        QCOMPARE(events, (QStringList {QStringLiteral("0 a normal"), QStringLiteral("1 a liquidation")}));
        QCOMPARE(summary.accounts.front().status, margin::Status::Liquidated);
        QCOMPARE(summary.accounts.front().lowestLevel->toString(), std::string("0.625"));
        QCOMPARE(summary.accounts.front().lowestAt, std::optional<std::int64_t>(1));
        QCOMPARE(summary.samples, 4);
        QCOMPARE(summary.evaluations, 2); // a closed account is not evaluated again
    }

    void isUnknownBeforeTheFirstCandleOfASymbol()
    {
        SampleWalk walk({{"BTCUSDT", 4, {{0, decimal("1"), decimal("1"), decimal("1"), decimal("1")}}},
                         {"ETHUSDT", 4, {{100, decimal("200"), decimal("200"), decimal("200"), decimal("200")}}}});
        QStringList events;
        scenario::replay({isolated("a", "ETH", "5", "800")}, walk, [&](const StatusChange &change) {
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
            return scenario::Bar {minute * 60'000, at, at, at, at, 0};
        };
        SampleWalk walk({{"ETHUSDT", 60'000, {flat(0, "200"), flat(10, "170"), flat(11, "200")}}});
        QStringList events;
        const auto summary = scenario::replay(
            {isolated("a", "ETH", "5", "800")}, walk, [&](const StatusChange &change) {
                events << line(change.time, change.account, change.to);
                QCOMPARE(change.prices.empty(), change.to == margin::Status::Unknown); // no price that is not believed
            });
        QCOMPARE(events,
                 (QStringList {QStringLiteral("0 a normal"), QStringLiteral("90000 a unknown"),
                               QStringLiteral("600000 a margin_call"), QStringLiteral("660000 a normal")}));
        QCOMPARE(summary.samples, 12);
        QCOMPARE(summary.evaluations, 13); // the moment at which the price became stale
    }

    // Source: shared market data, the crash of 2021-05-19; expected values by the second way above.
    void agreesWithASecondWayOverTheCrashOfMay2021()
    {
        const QString folder = qEnvironmentVariable("PLIMSOLL_SHARED") + QStringLiteral("/data/market/may-2021/");
        if (!QDir(folder).exists()) {
            QSKIP("the market data folder is not there");
        }
        std::vector<scenario::BarSeries> all;
        for (const char *coin : {"BTC", "ETH", "BCH", "DOGE"}) {
            all.push_back(load(folder + QLatin1String(coin) + QStringLiteral("USDT-1m-20210517-20210520.csv")));
        }
        QStringList events;
        SampleWalk walk(all);
        scenario::replay(crashPortfolio(), walk,
                         [&](const StatusChange &change) { events << line(change.time, change.account, change.to); });
        const QStringList expected = naive(crashPortfolio(), all);
        QCOMPARE(events, expected);
        QVERIFY(events.filter(QStringLiteral("liquidation")).size()
                >= 4); // the crash must really have happened in the data
    }
};

PLIMSOLL_TEST(TestReplay)
#include "tst_replay.moc"

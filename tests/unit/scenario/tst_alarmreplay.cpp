// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/alarmreplay.h"
#include "scenario/gapreport.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using alarm::Condition;
using scenario::AlarmReplayOptions;
using scenario::AlarmReplaySummary;
using scenario::BarSeries;
using scenario::SampleWalk;

namespace {

constexpr std::int64_t kMinute = 60'000;

margin::Decimal decimal(const char *text)
{
    return margin::Decimal::parse(text).value();
}

// 5 ETH held and 800 USDT owed; bars 1.25 / 1.10 / 1.05, so that 188 is the watch bar, 176 the call, 172 critical, 168
// liquidation.
margin::Account isolated(const char *id = "a")
{
    margin::Account account;
    account.id = id;
    account.mode = margin::MarginMode::Isolated;
    account.baseAsset = "ETH";
    account.quoteAsset = "USDT";
    account.symbol = "ETHUSDT";
    account.thresholds = margin::findBuiltInProfile("faq-2020-5x")->thresholds;
    account.balances = {{"ETH", decimal("5"), {}, {}, {}, {}}, {"USDT", {}, {}, decimal("800"), {}, {}}};
    return account;
}

scenario::Bar flat(std::int64_t minute, const char *price)
{
    const auto at = decimal(price);
    return {WallTime::ofMs(minute * kMinute), at, at, at, at};
}

// One candle a minute that does not move, for each price.
BarSeries minutes(const std::vector<const char *> &prices, std::int64_t firstMinute = 0)
{
    BarSeries series {"ETHUSDT", kMinute, {}};
    for (const char *price : prices) {
        series.bars.push_back(flat(firstMinute + static_cast<std::int64_t>(series.bars.size()), price));
    }
    return series;
}

struct Heard {
    QStringList changes; ///< "15 a call active raised", seconds since the beginning; without what nobody needs to hear
    QStringList notices; ///< "15 a:call", a silent one in brackets
    AlarmReplaySummary summary;
};

Heard heard(const std::vector<BarSeries> &series, const AlarmReplayOptions &options = {},
            const std::vector<margin::Account> &accounts = {isolated()}, BootTime zero = 0)
{
    Heard result;
    SampleWalk walk(series);
    const auto text = [](std::string_view view) {
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    };
    result.summary = scenario::replayAlarms(
        accounts, walk, options,
        [&](const alarm::Change &change) {
            if (change.cause != alarm::Cause::Judged) {
                result.changes << QStringLiteral("%1 %2 %3 %4 %5")
                                      .arg(QString::number((change.time - zero) / 1000), text(change.key.account),
                                           text(conditionWord(change.key.condition)), text(stateWord(change.to)),
                                           text(causeWord(change.cause)));
            }
        },
        [&](const alarm::Notice &notice) {
            QStringList about;
            for (const alarm::NoticeLine &line : notice.lines) {
                about << text(line.key.account) + QLatin1Char(':') + text(conditionWord(line.key.condition));
            }
            const QString line = QStringLiteral("%1 %2").arg(QString::number((notice.time - zero) / 1000),
                                                             about.join(QLatin1Char(' ')));
            result.notices << (notice.quiet ? QLatin1Char('(') + line + QLatin1Char(')') : line);
        });
    return result;
}

QString crossing(const AlarmReplaySummary &summary, Condition bar)
{
    const auto &found = summary.accounts.front().crossings[static_cast<std::size_t>(bar)];
    return found ? QStringLiteral("%1 %2").arg(QString::number(found->time.ms() / 1000),
                                               QString::fromStdString(found->level.toString()))
                 : QStringLiteral("never");
}

} // namespace

class TestAlarmReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Levels: price x 5 / 800. The call is raised by the first sample at its bar, the watch by the second in a row.
    void everyBarIsReportedAtTheFirstSampleAtOrBelowIt()
    {
        const Heard got = heard({{"ETHUSDT",
                                  kMinute,
                                  {{0, decimal("200"), decimal("200"), decimal("188"), decimal("188")},
                                   {kMinute, decimal("188"), decimal("188"), decimal("176"), decimal("176")}}}});
        // 0: 200, 15: 200 (high), 30: 188, 45: 188, 60: 188, 75: 188, 90: 176, 105: 176
        QCOMPARE(crossing(got.summary, Condition::Watch), QStringLiteral("30 1.175"));
        QCOMPARE(crossing(got.summary, Condition::Call), QStringLiteral("90 1.1"));
        QCOMPARE(crossing(got.summary, Condition::Critical), QStringLiteral("never"));
        QVERIFY(got.changes.contains(QStringLiteral("45 a watch active raised")));
        QVERIFY(got.changes.contains(QStringLiteral("90 a call active raised")));
        QCOMPARE(got.summary.accounts.front().raises[static_cast<std::size_t>(Condition::Call)], 1);
        QCOMPARE(got.summary.accounts.front().lowestLevel->toString(), std::string("1.1"));
        QCOMPARE(got.summary.accounts.front().lowestAt, std::optional(WallTime {90'000}));
        QCOMPARE(got.summary.samples, 8);
        QVERIFY(got.notices.contains(
            QStringLiteral("60 a:critical"))); // it fell by 0.075 in 60 s: on its way; that speaks for the call
    }

    // docs/alarms.md: 60 s, 3 min, 5 min, then every 5 min; time passes although there is one sample only every quarter
    // of an hour.
    void remindersComeBetweenSamples()
    {
        BarSeries hours {"ETHUSDT", 60 * kMinute, {flat(0, "175"), flat(60, "175")}};
        const Heard got = heard({hours});
        QStringList times;
        for (const QString &notice : got.notices) {
            times << notice.section(QLatin1Char(' '), 0, 0);
        }
        QCOMPARE(times.mid(0, 6),
                 (QStringList {QStringLiteral("0"), QStringLiteral("60"), QStringLiteral("180"), QStringLiteral("300"),
                               QStringLiteral("600"), QStringLiteral("900")}));
    }

    void somebodyAcknowledges()
    {
        const std::vector<const char *> prices(60, "175");
        const Heard alone = heard({minutes(prices)});
        const Heard seen = heard({minutes(prices)}, {2 * kMinute, {}, {}});
        QVERIFY(seen.changes.contains(QStringLiteral("120 a call acknowledged acknowledged")));
        QVERIFY(seen.changes.contains(QStringLiteral("1020 a call active ack_expired"))); // 15 min later
        const auto total = [](const Heard &h) { return h.summary.notices.begin()->second; };
        QVERIFY2(total(seen) < total(alone), qPrintable(seen.notices.join(QLatin1Char(','))));
        QVERIFY(alone.changes.filter(QStringLiteral("acknowledged")).isEmpty());
    }

    void anAccountIsClosedAtLiquidation()
    {
        const Heard got = heard({minutes({"200", "160", "300", "160"})});
        QVERIFY(got.changes.contains(QStringLiteral("60 a liquidation active raised")));
        QVERIFY(got.changes.contains(QStringLiteral("75 a liquidation disarmed ended")));
        QCOMPARE(got.summary.accounts.front().raises[static_cast<std::size_t>(Condition::Liquidation)], 1);
        QCOMPARE(got.notices.filter(QStringLiteral("a:liquidation")).size(), 2); // told, and silently taken back
        QCOMPARE(crossing(got.summary, Condition::Liquidation), QStringLiteral("60 1"));
    }

    void aPriceThatComesLaterIsOldAfterAWhileAndNotMissingAtOnce()
    {
        const Heard late = heard({{"BTCUSDT", kMinute, {flat(0, "1"), flat(1, "1")}}, minutes({"200"}, 1)});
        QCOMPARE(late.notices, QStringList());
        BarSeries btc {"BTCUSDT", kMinute, {flat(0, "1"), flat(1, "1"), flat(2, "1"), flat(3, "1")}};
        const Heard never = heard({btc});
        QCOMPARE(never.notices.size(), 1);
        QVERIFY(never.notices.front().contains(QStringLiteral("a:stale")));
        QVERIFY(never.changes.front().startsWith(QStringLiteral("10"))); // older than 6 x 15 s
        QCOMPARE(never.summary.accounts.front().lowestLevel, std::optional<margin::Decimal>());
    }

    void noticesAreCountedPerDayAndAccount()
    {
        // Two accounts with the same debt: one notice for both. 2020-06-04 23:59 UTC, so the reminders fall on the next
        // day.
        constexpr std::int64_t kMidnight = 1'591'315'200'000;
        const std::vector<const char *> prices(4, "175");
        const Heard got = heard({minutes(prices, kMidnight / kMinute - 1)}, {}, {isolated("a"), isolated("b")},
                                kMidnight);
        QCOMPARE(got.notices.front(), QStringLiteral("-60 a:call b:call"));
        QCOMPARE(got.summary.notices.size(), std::size_t {2});
        QCOMPARE(got.summary.notices.begin()->first, kMidnight - 24 * 60 * kMinute);
        QCOMPARE(got.summary.notices.begin()->second, 1);
        QCOMPARE(got.summary.notices.rbegin()->first, kMidnight);
        QCOMPARE(got.summary.accounts.back().notices, got.summary.notices);
        QVERIFY(got.summary.mostInTenMinutes >= 2);
    }

    // Whatever a price does, ten notices in ten minutes are the most (liquidation apart).
    void aWildPriceDoesNotFlood()
    {
        std::vector<const char *> prices;
        for (int i = 0; i < 300; ++i) {
            prices.push_back(i % 4 < 2 ? "173" : "186");
        }
        const Heard got = heard({minutes(prices)});
        QVERIFY(got.summary.mostInTenMinutes <= 10);
        const int raises = got.summary.accounts.front().raises[static_cast<std::size_t>(Condition::Call)];
        QVERIFY2(raises > 2 && raises <= 25,
                 qPrintable(QString::number(raises))); // of 75: the third in half an hour makes it flap, and it stays
    }

    void twoRunsAreEqual()
    {
        const std::vector<BarSeries> series {minutes({"200", "180", "175", "190", "171", "160"})};
        const Heard first = heard(series);
        const Heard second = heard(series);
        QCOMPARE(second.changes, first.changes);
        QCOMPARE(second.notices, first.notices);
    }

    void gapsAreJudgedFromTheirCandles()
    {
        margin::Account idle = isolated("idle");
        idle.balances.pop_back();
        margin::Account gone = isolated("gone");
        gone.liquidatedAt = WallTime {1};
        margin::Account other = isolated("other");
        other.baseAsset = "LTC";
        other.symbol = "LTCUSDT";
        other.balances.front().asset = "LTC";
        const BarSeries series = minutes({"100", "200", "174", "171", "200", "100"});
        const auto findings = scenario::gapReport({isolated(), idle, gone, other}, {series},
                                                  {kMinute + 5000, 5 * kMinute - 1});
        QCOMPARE(findings.size(), std::size_t {2});
        QCOMPARE(findings.front().account, std::string("a"));
        QCOMPARE(findings.front().lowestLevel->toString(), std::string("1.06875"));
        QCOMPARE(findings.front().lowestAt, WallTime {3 * kMinute});
        QCOMPARE(findings.front().wouldHaveFired,
                 (std::vector {Condition::Critical, Condition::Call, Condition::Watch}));
        QCOMPARE(findings.back().lowestLevel, std::optional<margin::Decimal>());
        QVERIFY(findings.back().wouldHaveFired.empty());
        QVERIFY(!findings.front().wasBlind);
        QVERIFY(findings.back().wasBlind);
    }

    void aCandleOverTheEdgeOfAGapCounts()
    {
        const auto findings = scenario::gapReport({isolated()}, {minutes({"150", "200"})}, {59'000, 100'000});
        QCOMPARE(findings.front().lowestAt, WallTime {59'000});
        QCOMPARE(findings.front().wouldHaveFired.front(), Condition::Liquidation);
        QVERIFY(scenario::gapReport({isolated()}, {minutes({"150", "200"})}, {kMinute, 100'000})
                    .front()
                    .wouldHaveFired.empty());
        QVERIFY(!scenario::gapReport({isolated()}, {}, {0, 1}).front().lowestLevel);
    }

    // "No alarm would have reached you" may be said only of what was judged from the beginning of the gap to its end.
    void aGapThatItsCandlesDoNotCoverIsBlind()
    {
        const auto blind = [](const std::vector<BarSeries> &candles, WallTime from, WallTime to) {
            return scenario::gapReport({isolated()}, candles, {from, to}).front().wasBlind;
        };
        const std::vector<const char *> five(5, "200");
        QVERIFY(!blind({minutes(five)}, 1'000, 5 * kMinute));
        QVERIFY(blind({minutes(five, 1)}, 1'000, 5 * kMinute)); // begins late
        QVERIFY(blind({minutes(five)}, 1'000, 8 * kMinute)); // ends early
        BarSeries hole = minutes({"200", "200", "200", "200", "200", "200"});
        hole.bars.erase(hole.bars.begin() + 2, hole.bars.begin() + 4);
        QVERIFY(blind({hole}, 1'000, 5 * kMinute));
        QVERIFY(!blind({hole}, 4 * kMinute, 5 * kMinute));
    }

    void aGapReportGivesUpWhenItIsTold()
    {
        int asked = 0;
        const auto findings = scenario::gapReport({isolated()}, {minutes(std::vector<const char *>(100, "100"))},
                                                  {0, 100 * kMinute}, [&asked] { return ++asked > 3; });
        QCOMPARE(asked, 4);
        QCOMPARE(findings.size(), std::size_t {1});
    }

    // A hole of half an hour: P is 15 s, so unknown 45 s after the last sample and told 90 s after it; cleared by two
    // samples.
    void missingCandlesAgeAsLivePricesDo()
    {
        BarSeries series = minutes({"200", "200"});
        for (std::int64_t minute = 32; minute < 40; ++minute) {
            series.bars.push_back(flat(minute, "200"));
        }
        const Heard got = heard({series});
        QStringList stale = got.changes.filter(QStringLiteral(" stale "));
        QCOMPARE(stale.front().section(QLatin1Char(' '), 2), QStringLiteral("stale active raised"));
        const int raised = stale.front().section(QLatin1Char(' '), 0, 0).toInt();
        QVERIFY2(raised > 105 + 90 && raised <= 105 + 100, qPrintable(stale.front()));
        QCOMPARE(stale.back(), QStringLiteral("1935 a stale normal cleared"));
        QVERIFY(got.notices.front().contains(QStringLiteral("a:stale")));
        QVERIFY(got.summary.accounts.front().wasBlind);
    }

    // A call that stands when prices stop: it is on hold, and what cannot be judged is told besides.
    void anAlarmIsHeldWhileCandlesAreMissing()
    {
        BarSeries series = minutes({"175", "175"});
        series.bars.push_back(flat(60, "200"));
        const Heard got = heard({series});
        QVERIFY(got.changes.filter(QStringLiteral("call")).size() == 1); // nothing cleared it
        QVERIFY(!got.changes.filter(QStringLiteral("stale active raised")).isEmpty());
    }
};

PLIMSOLL_TEST(TestAlarmReplay)
#include "tst_alarmreplay.moc"

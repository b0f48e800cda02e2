// SPDX-License-Identifier: GPL-3.0-or-later
#include "marginkit.h"
#include "report/replaypage.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::report;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

const std::string kHostile = "<img src=x onerror=alert(1)>&\"'";
constexpr std::int64_t kMinute = 60'000;

scenario::BarSeries candles(const std::string &symbol, const std::vector<const char *> &prices)
{
    scenario::BarSeries series {symbol, kMinute, {}};
    for (const char *price : prices) {
        const auto time = WallTime::ofMs(static_cast<std::int64_t>(series.bars.size()) * kMinute);
        series.bars.push_back({time, d(price), d(price), d(price), d(price)});
    }
    return series;
}

PlayedReplay played(const std::vector<const char *> &bch)
{
    auto account = isolatedAccount("BCH", {held("BCH", "5"), owed("USDT", "800")}, "b-bch");
    account.name = kHostile;
    PlayedReplay replay {{account}, {candles("BCHUSDT", bch)}, {}, {}};
    replay.record = scenario::recordReplay(replay.accounts, replay.prices, {}).value();
    replay.twins = scenario::replayTwins(replay.accounts, replay.prices).value();
    return replay;
}

QString page(const PlayedReplay &replay)
{
    return replayPageOf(replay, 3'000'000, wording::DisplayFormat(QLocale::c()));
}

} // namespace

class TestReplayPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFigureOfTheRecordStandsOnThePage()
    {
        const PlayedReplay replay = played({"200", "170", "120"});
        const QString text = page(replay);
        QVERIFY(text.contains(u"1970-01-01 00:02:45"_s)); // the last sample
        for (const scenario::StatusChange &change : replay.record.statuses) {
            QVERIFY(text.contains(QString::fromStdString(change.level->toString())));
        }
        for (const QString &wanted : {u"Margin call"_s, u"Liquidated"_s, u"BCHUSDT 170"_s, u"<svg"_s,
                                      u"Liquidations take 200 USDT."_s, u"As one cross account"_s}) {
            QVERIFY2(text.contains(wanted), qPrintable(wanted));
        }
        QCOMPARE(text.count(u"<svg"_s), 2); // the level and the price
    }

    void textFromOutsideIsEscapedAndNothingRuns()
    {
        const QString text = page(played({"200", "170", "120"}));
        QVERIFY(text.contains(u"&lt;img"_s));
        for (const QString &forbidden :
             {u"<img"_s, u"<script"_s, u"<link"_s, u" src=\""_s, u" href="_s, u"url("_s, u"http:"_s, u"https:"_s}) {
            QVERIFY2(!text.contains(forbidden), qPrintable(forbidden));
        }
        QVERIFY(text.contains(u"default-src 'none'; style-src 'unsafe-inline'"_s));
    }

    // 10 min without a candle: the line ends where the price was stale.
    void aLineEndsWhereNothingWasKnown()
    {
        PlayedReplay replay = played({"200", "200"});
        auto &bars = replay.prices.front().bars;
        for (int i = 0; i < 3; ++i) {
            bars.push_back({WallTime::ofMs((12 + i) * kMinute), d("190"), d("190"), d("190"), d("190")});
        }
        replay.record = scenario::recordReplay(replay.accounts, replay.prices, {}).value();
        QCOMPARE(page(replay).count(u"<path class=\"value\""_s),
                 page(played({"200", "200", "190"})).count(u"<path class=\"value\""_s) + 1);
    }

    void withoutTwinOrLevelItSaysSo()
    {
        PlayedReplay replay = played({"200"});
        replay.accounts.front().balances = {held("LTC", "1"), owed("USDT", "1")};
        replay.record = scenario::recordReplay(replay.accounts, replay.prices, {}).value();
        replay.twins.reset();
        const QString text = page(replay);
        QVERIFY(text.contains(u"No level was known in this replay."_s));
        QVERIFY(!text.contains(u"Cross or isolated"_s));
    }
};

PLIMSOLL_TEST(TestReplayPage)
#include "tst_replaypage.moc"

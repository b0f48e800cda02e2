// SPDX-License-Identifier: GPL-3.0-or-later
#include "marginkit.h"
#include "report/page.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::report;
using monitor::AccountPeriod;
using monitor::Period;
using monitor::PricePeriod;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

const std::string kHostile = "<img src=x onerror=alert(1)>&\"'";

Period fullPeriod()
{
    Period period;
    period.from = 1'000'000;
    period.to = 2'000'000;
    AccountPeriod entry;
    entry.account = isolatedAccount("BCH", {held("BCH", "5"), owed("USDT", "800")}, kHostile);
    entry.account.name = kHostile;
    entry.track.add(monitor::LevelSpan {1'000'000, 1'900'000, 125'000'000});
    entry.track.add(monitor::LevelSample {1'500'000, 106'250'000});
    entry.track.add(monitor::LevelSample {1'600'000, 131'000'000});
    entry.statuses.push_back(
        {1'500'000, kHostile, margin::Status::Normal, margin::Status::MarginCall, d("1.0625"), R"({"BCHUSDT":"170"})"});
    entry.barChanges.push_back({1'300'000, kHostile, {d("1.5"), d("1.3"), d("1.123")}, entry.account.thresholds});
    period.accounts.push_back(entry);
    period.prices.push_back(
        {kHostile,
         {{kHostile, 1'100'000, d("200")}, {kHostile, 1'500'000, d("170")}, {kHostile, 1'600'000, d("209.6")}}});
    monitor::AlarmEventRow row;
    row.time = 1'500'000;
    row.key.account = kHostile;
    row.key.detail = kHostile;
    period.alarms.push_back(row);
    monitor::JournalRow booked;
    booked.time = 1'550'000;
    booked.row = {kHostile, margin::EntryKind::TopUp, kHostile, margin::Field::Free, d("150")};
    booked.note = kHostile;
    period.journal.push_back(booked);
    return period;
}

QString page(const Period &period)
{
    return pageOf(period, 3'000'000, wording::DisplayFormat(QLocale::c()));
}

} // namespace

class TestPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSummaryIsThatOfTheTrack()
    {
        const Period period = fullPeriod();
        const LevelSummary summary = summaryOf(period.accounts[0], period.from, period.to);
        QCOMPARE(summary.lowest->level, 106'250'000);
        QCOMPARE(summary.lowest->time, WallTime {1'500'000});
        QCOMPARE(summary.last->level, 131'000'000);
        QVERIFY(!summaryOf(AccountPeriod(), 0, 1).lowest);
    }

    void everythingStandsOnThePage()
    {
        const QString text = page(fullPeriod());
        for (const QString &wanted :
             {u"1970-01-01 00:25:00"_s, u"1.06"_s, u"1.31"_s, u"Margin call"_s, u"BCHUSDT 170"_s, u"209.6"_s,
              u"Top-up"_s, u"+150"_s, u"1.5 / 1.3 / 1.123"_s, u"1970-01-01 00:21:40"_s, u"<svg"_s}) {
            QVERIFY2(text.contains(wanted), qPrintable(wanted));
        }
    }

    void textFromOutsideIsEscapedEverywhere()
    {
        const QString text = page(fullPeriod());
        QVERIFY(!text.contains(u"<img"_s));
        QVERIFY(text.count(u"&lt;img"_s) >= 10);
    }

    void nothingIsFetchedAndNothingRuns()
    {
        const QString text = page(fullPeriod());
        for (const QString &forbidden :
             {u"<script"_s, u"<link"_s, u" src=\""_s, u" href="_s, u"url("_s, u"http:"_s, u"https:"_s}) {
            QVERIFY2(!text.contains(forbidden), qPrintable(forbidden));
        }
        QVERIFY(text.contains(u"default-src 'none'; style-src 'unsafe-inline'"_s));
    }

    void anEmptyPeriodSaysSo()
    {
        Period period;
        period.to = 1;
        const QString text = page(period);
        QVERIFY(text.contains(u"There were no alarms."_s) && text.contains(u"Nothing was booked."_s)
                && text.contains(u"No price is kept"_s));
    }

    void aLongPriceLineKeepsItsEnds()
    {
        Period period;
        period.to = 100'000;
        auto &prices = period.prices.emplace_back(PricePeriod {"ETHUSDT", {}}).prices;
        for (int i = 0; i < 50'000; ++i) {
            prices.push_back({"ETHUSDT", WallTime::ofMs(i), i == 33'333 ? d("1") : d("200")});
        }
        const QString text = page(period);
        QVERIFY(text.size() < 100'000);
        QVERIFY(text.contains(u"V197.6"_s)); // the dip reaches down to the foot of the chart
    }
};

PLIMSOLL_TEST(TestPage)
#include "tst_page.moc"

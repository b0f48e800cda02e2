// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/analysis/replayviewmodel.h"
#include "viewmodels/common/accounttext.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::ReplayAccountRow;
using viewmodels::ReplayEventRow;
using viewmodels::ReplayPlayer;
using viewmodels::ReplayViewModel;
using viewmodels::RiskState;

namespace {

constexpr WallTime kBegin = 1'621'382'400'000; // 2021-05-19 00:00 UTC
constexpr std::int64_t kMinute = 60'000;
constexpr int kMinutes = 60;

template<typename Row>
const std::vector<Row> &rowsOf(viewmodels::RowModel *model)
{
    return static_cast<viewmodels::RowListModel<Row> *>(model)->rows();
}

struct World {
    FakeMonitor monitor;
    DisplayFormat format {QLocale::c()};
    QTemporaryDir folder;
    std::unique_ptr<ReplayViewModel> replay;

    World()
    {
        monitor.stores.portfolio = referencePortfolio();
        monitor.setPrice("ETHUSDT", "230");
        monitor.setPrice("BCHUSDT", "170");
        monitor.evaluate();
        replay = std::make_unique<ReplayViewModel>(monitor.relay, monitor.stores, monitor.clock, format);
    }

    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    }

    // A candle a minute that does not move: 230 less one for ETH each minute, 200 less one for BCH.
    void addFalls() const
    {
        for (const auto &[symbol, first] : {std::pair("ETHUSDT", 230), std::pair("BCHUSDT", 200)}) {
            QByteArray rows("open_time_ms,open,high,low,close,volume\n");
            for (int minute = 0; minute < kMinutes; ++minute) {
                const QByteArray price = QByteArray::number(first - minute);
                rows += QByteArray::number((kBegin + minute * kMinute).ms()) + ',' + price + ',' + price + ',' + price
                    + ',' + price + ",0\n";
            }
            replay->files()->add(write(QString::fromLatin1(symbol) + QStringLiteral("-1m.csv"), rows));
        }
        QTRY_COMPARE(replay->files()->rows()->count(), 2);
    }

    void play() const
    {
        replay->run();
        QTRY_VERIFY(!replay->running());
    }
};

// Each as it is when its moment comes.
std::vector<ReplayEventRow> allEvents(ReplayPlayer &player)
{
    std::map<QString, ReplayEventRow> seen;
    for (int position = 0; position <= player.last(); ++position) {
        player.setPosition(position);
        for (const ReplayEventRow &event : rowsOf<ReplayEventRow>(player.events())) {
            seen.emplace(event.key, event);
        }
    }
    std::vector<ReplayEventRow> events;
    for (const auto &[key, event] : seen) {
        events.push_back(event);
    }
    std::ranges::sort(events, [](const ReplayEventRow &a, const ReplayEventRow &b) {
        return std::tuple(a.slice, a.key.toInt()) < std::tuple(b.slice, b.key.toInt());
    });
    return events;
}

} // namespace

class TestReplayViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsMissingIsSaid()
    {
        World world;
        world.play();
        QCOMPARE(world.replay->problem(), QStringLiteral("Choose at least one file of candles."));
        world.replay->files()->add(
            world.write(QStringLiteral("ETHUSDT-1m.csv"), "1621382400000,1,1,1,1,0\nx,1,1,1,1,0\n"));
        QTRY_COMPARE(world.replay->files()->rows()->count(), 1);
        world.play();
        QVERIFY2(world.replay->problem().contains(u"ETHUSDT-1m.csv: line 2"), qPrintable(world.replay->problem()));
        QVERIFY(!world.replay->player()->there());
        world.replay->setAcknowledgeAfter(QStringLiteral("soon"));
        world.play();
        QVERIFY(world.replay->problem().startsWith(u"Minutes are"));
        world.replay->setAcknowledgeAfter({});
        world.replay->setBookPath(world.folder.filePath(QStringLiteral("none.json")));
        world.play();
        QVERIFY2(world.replay->problem().contains(u"none.json"), qPrintable(world.replay->problem()));
    }

    // Each position against an evaluation of its own with the price of that minute.
    void everyPositionShowsWhatTheAccountsWere()
    {
        World world;
        world.addFalls();
        world.play();
        QCOMPARE(world.replay->problem(), QString());
        ReplayPlayer &player = *world.replay->player();
        QVERIFY(player.there());
        QCOMPARE(player.position(), player.last());
        const auto &record = player.answer()->record;
        std::set<std::string> liquidated;
        for (int position = 0; position <= player.last(); ++position) {
            player.setPosition(position);
            const WallTime time = std::min(record.to, record.from + (position + 1) * record.slice - 1);
            const auto minute = (time - kBegin) / kMinute;
            margin::QuoteBoard quotes;
            const auto price = [&](const char *symbol, std::int64_t value) {
                quotes.setPrice(quotes.internSymbol(symbol), margin::Decimal::fromInteger(value), 0);
            };
            price("ETHUSDT", 230 - minute);
            price("BCHUSDT", 200 - minute);
            const auto &rows = rowsOf<ReplayAccountRow>(player.accounts());
            QCOMPARE(rows.size(), player.answer()->accounts.size());
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const margin::Account &account = player.answer()->accounts[i];
                for (const margin::Balance &balance : account.balances) {
                    quotes.internRate(balance.asset, account.quoteAsset);
                }
                const auto assessment = margin::assess(account, *quotes.freeze());
                const bool isOver = liquidated.contains(account.id);
                const RiskState state = isOver ? RiskState::Liquidated : viewmodels::riskStateOf(assessment);
                const bool justNow = state == RiskState::Liquidation && rows[i].riskState == RiskState::Liquidated;
                QVERIFY2(rows[i].riskState == state || justNow, qPrintable(rows[i].title + QString::number(position)));
                if (rows[i].riskState == RiskState::Liquidated) {
                    liquidated.insert(account.id);
                    QCOMPARE(rows[i].levelText, QStringLiteral("–"));
                } else {
                    QCOMPARE(rows[i].levelText, viewmodels::levelOrDash(world.format, assessment));
                }
            }
        }
        QVERIFY(!liquidated.empty());
    }

    void eventsStandWhereTheyHappened()
    {
        World world;
        world.addFalls();
        world.play();
        ReplayPlayer &player = *world.replay->player();
        const auto events = allEvents(player);
        QCOMPARE(static_cast<int>(events.size()), player.eventCount());
        QVERIFY(std::ranges::is_sorted(events, {}, &ReplayEventRow::slice));
        QVERIFY(std::ranges::any_of(events, &ReplayEventRow::isNotice));
        int calls = 0;
        for (const ReplayEventRow &event : events) {
            if (event.isNotice || event.riskState != RiskState::MarginCall) {
                continue;
            }
            ++calls;
            player.setPosition(event.slice);
            const auto &rows = rowsOf<ReplayAccountRow>(player.accounts());
            const auto row = std::ranges::find(rows, event.title, &ReplayAccountRow::title);
            QVERIFY(row != rows.end());
            QCOMPARE(row->riskState, RiskState::MarginCall);
        }
        QVERIFY(calls > 0);
        QVERIFY2(player.summary().contains(u"480 prices"), qPrintable(player.summary()));
    }

    // As many as the page has room for: what happened last, and what comes next.
    void eventsAreThoseAroundTheMoment()
    {
        World world;
        world.addFalls();
        world.play();
        ReplayPlayer &player = *world.replay->player();
        const auto all = allEvents(player);
        QVERIFY(player.eventCount() > ReplayPlayer::kEventsBefore + ReplayPlayer::kEventsAfter);
        for (int position = 0; position <= player.last(); ++position) {
            player.setPosition(position);
            const auto happened = std::ranges::count_if(
                all, [position](const ReplayEventRow &event) { return event.slice <= position; });
            const auto from = std::max<std::ptrdiff_t>(happened - ReplayPlayer::kEventsBefore, 0);
            const auto to = std::min<std::ptrdiff_t>(happened + ReplayPlayer::kEventsAfter, std::ssize(all));
            QCOMPARE(rowsOf<ReplayEventRow>(player.events()),
                     std::vector<ReplayEventRow>(all.begin() + from, all.begin() + to));
        }
    }

    void oneGoesFromEventToEvent()
    {
        World world;
        world.addFalls();
        world.play();
        ReplayPlayer &player = *world.replay->player();
        std::set<int> moments;
        for (const ReplayEventRow &event : allEvents(player)) {
            moments.insert(std::min(event.slice, player.last())); // the last reminders come after the last price
        }
        moments.erase(0);
        player.setPosition(0);
        for (const int moment : moments) {
            player.goToEvent(true);
            QCOMPARE(player.position(), moment);
        }
        player.goToEvent(true); // there is none
        QCOMPARE(player.position(), *moments.rbegin());
        player.goToEvent(false);
        QCOMPARE(player.position(), *std::next(moments.rbegin()));
    }

    void theTimeLapseRunsToTheEndAndBeginsAnew()
    {
        World world;
        world.addFalls();
        world.play();
        ReplayPlayer &player = *world.replay->player();
        player.setSeconds(1);
        QSignalSpy moved(&player, &ReplayPlayer::positionChanged);
        player.setPlaying(true);
        QCOMPARE(player.position(), 0);
        QTRY_VERIFY(!player.playing());
        QCOMPARE(player.position(), player.last());
        QVERIFY(moved.size() > 5);
    }

    void aFileOfAccountsIsPlayedInsteadOfTheOwnOnes()
    {
        World world;
        world.addFalls();
        world.replay->setBookPath(
            world.write(QStringLiteral("book.json"), R"({"format":"plimsoll-portfolio","version":1,"accounts":[
            {"id":"x","name":"X","mode":"isolated","symbol":"LTCUSDT","baseAsset":"LTC","quoteAsset":"USDT","profile":"faq-2020-5x",
             "balances":[{"asset":"LTC","free":"5"},{"asset":"USDT","borrowed":"800"}]}]})"));
        world.play();
        QCOMPARE(world.replay->problem(), QString());
        const auto &rows = rowsOf<ReplayAccountRow>(world.replay->player()->accounts());
        QCOMPARE(rows.size(), std::size_t {1});
        QCOMPARE(rows.front().riskState, RiskState::Unknown);
        QVERIFY(world.replay->player()->summary().contains(u"LTCUSDT"));
        const auto &twins = rowsOf<viewmodels::ReplayTwinRow>(world.replay->player()->twins());
        QCOMPARE(twins.size(), std::size_t {1});
        QVERIFY2(twins[0].twinText.contains(u"Not known, a price is missing: X"), qPrintable(twins[0].twinText));
    }

    void theFirstAccountWithALevelIsDrawn()
    {
        World world;
        const QByteArray rows = QByteArray::number(kBegin.ms()) + ",300,300,300,300,0\n"
            + QByteArray::number((kBegin + kMinute).ms()) + ",300,300,300,300,0\n";
        world.replay->files()->add(
            world.write(QStringLiteral("BCHUSDT-1m.csv"), rows)); // the cross account needs ETH too
        QTRY_COMPARE(world.replay->files()->rows()->count(), 1);
        world.play();
        const ReplayPlayer &player = *world.replay->player();
        QCOMPARE(player.answer()->accounts[static_cast<std::size_t>(player.chosen())].id, std::string("b-bchusdt"));
    }

    void cancelledAtOnceAndWhatCameBeforeStays()
    {
        World world;
        world.addFalls();
        world.play();
        QByteArray rows; // more than a pool thread plays before the next line
        for (int minute = 0; minute < 60'000; ++minute) {
            rows += QByteArray::number((kBegin + minute * kMinute).ms()) + ",300,300,300,300,0\n";
        }
        world.replay->files()->add(world.write(QStringLiteral("LTCUSDT-1m.csv"), rows));
        QTRY_COMPARE(world.replay->files()->rows()->count(), 3);
        world.replay->run();
        QVERIFY(world.replay->running());
        world.replay->cancel();
        QVERIFY(!world.replay->running());
        QCOMPARE(world.replay->problem(), QStringLiteral("Cancelled."));
        QVERIFY(world.replay->player()->there());
    }

    // The same prices, once as candles and once as what was recorded each 15 s.
    void recordedPricesPlayAsTheCandlesTheyCameFrom()
    {
        World world;
        world.addFalls();
        world.play();
        const auto candles = world.replay->player()->sharedAnswer();
        QVERIFY(candles);
        world.replay->setSource(ReplayViewModel::Recorded);
        world.play();
        QCOMPARE(world.replay->problem(), QStringLiteral("No price was recorded in this time."));
        QCOMPARE(world.replay->player()->sharedAnswer(), candles);

        monitor::HistoryBatch batch;
        for (int quarter = 0; quarter < kMinutes * 4; ++quarter) {
            for (const auto &[symbol, first] : {std::pair("ETHUSDT", 230), std::pair("BCHUSDT", 200)}) {
                batch.prices.push_back(
                    {symbol, kBegin + quarter * kMinute / 4, margin::Decimal::fromInteger(first - quarter / 4)});
            }
        }
        world.monitor.stores.history.push_back(batch);
        world.monitor.clock.jumpWall(kBegin + 2 * 24 * 60 * kMinute - world.monitor.clock.wallTime());
        world.replay->setSpan(ReplayViewModel::Day);
        world.play();
        QVERIFY(!world.replay->problem().isEmpty()); // it is two days old
        world.replay->setSpan(ReplayViewModel::Week);
        world.play();
        QCOMPARE(world.replay->problem(), QString());
        const auto recorded = world.replay->player()->sharedAnswer();
        QVERIFY(recorded != candles);
        QCOMPARE(recorded->record.levels, candles->record.levels);
        QCOMPARE(recorded->record.from, candles->record.from);
        QCOMPARE(recorded->record.to, candles->record.to);
        QCOMPARE(recorded->record.alarms.size(), candles->record.alarms.size());
    }

    void bothModesAreToldInWords()
    {
        World world;
        world.addFalls();
        world.play();
        const ReplayPlayer &player = *world.replay->player();
        const auto &answer = *player.answer();
        const auto &rows = rowsOf<viewmodels::ReplayTwinRow>(player.twins());
        QCOMPARE(rows.size(), answer.twins->twins.size());
        QCOMPARE(rows.size(), std::size_t {2});
        for (std::size_t i = 0; i < rows.size(); ++i) {
            for (const auto &[side, text] : {std::pair(&answer.twins->twins[i].real, rows[i].realText),
                                             std::pair(&answer.twins->twins[i].twin, rows[i].twinText)}) {
                QVERIFY(side->firstCalled);
                const scenario::TwinFate &first = side->accounts[*side->firstCalled];
                QVERIFY2(text.contains(viewmodels::accountLabel(first.account) + QStringLiteral(" is called first, on ")
                                       + world.format.dateTime(*first.calledAt)),
                         qPrintable(text));
                QVERIFY(text.contains(world.format.money(side->lost, "USDT", margin::Rounding::Down)));
            }
        }
        const auto &bch = answer.twins->twins[1].real.accounts[1];
        QVERIFY(bch.carriedAt);
        QVERIFY2(rows[1].carriedText.contains(viewmodels::accountLabel(bch.account)), qPrintable(rows[1].carriedText));
    }

    void theReportIsWrittenOnceAndReplacedOnlyWhenAsked()
    {
        World world;
        world.addFalls();
        viewmodels::ReplayReport &report = *world.replay->report();
        report.write(false); // nothing was played
        QVERIFY(!report.isBusy());
        world.play();
        report.setPath(world.folder.filePath(QStringLiteral("replay.html")));
        report.write(false);
        QTRY_VERIFY(!report.isBusy());
        QVERIFY2(report.done().contains(u"replay.html"), qPrintable(report.problem()));
        QFile file(report.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray page = file.readAll();
        const auto &answer = *world.replay->player()->answer();
        for (const scenario::ReplayAccount &account : answer.record.summary.accounts) {
            QVERIFY(page.contains(account.lowestLevel->toString().c_str()));
        }
        report.write(false);
        QTRY_VERIFY(!report.isBusy());
        QVERIFY(report.asksOverwrite());
        QCOMPARE(report.done(), QString());
        report.write(true);
        QTRY_VERIFY(!report.isBusy());
        QVERIFY(!report.done().isEmpty());
        report.setPath(world.folder.filePath(QStringLiteral("none/replay.html")));
        report.write(false);
        QTRY_VERIFY(!report.isBusy());
        QVERIFY(!report.problem().isEmpty());
        world.play();
        QCOMPARE(report.problem(), QString());
    }

    void aCrashNamesTheFilesOfTheAccounts()
    {
        World world;
        QCOMPARE(world.replay->crashes()->count(), 0); // nobody looks
        world.replay->setActive(true);
        const auto &crashes = rowsOf<viewmodels::CrashPreset>(world.replay->crashes());
        QVERIFY(crashes.size() >= 5);
        for (const viewmodels::CrashPreset &crash : crashes) {
            QVERIFY2(crash.files.contains(u"BCHUSDT-1m-20") && crash.files.endsWith(u".zip"), qPrintable(crash.files));
        }
    }

    void ofManyPairsACrashNamesTheFirst()
    {
        margin::Account cross = referencePortfolio().accounts[0];
        for (const char *coin : {"ADA", "BNB", "SOL", "XRP"}) {
            cross.balances.push_back({coin, dec("1"), {}, {}, {}, {}});
        }
        QVERIFY(viewmodels::crashPresets({cross}).front().files.endsWith(u"XRPUSDT-1m-2025-10.zip"));
        cross.balances.push_back({"LTC", dec("1"), {}, {}, {}, {}});
        QCOMPARE(viewmodels::crashPresets({cross}).front().files,
                 QStringLiteral("ETHUSDT-1m-2025-10.zip, BCHUSDT-1m-2025-10.zip, ADAUSDT-1m-2025-10.zip and the same "
                                "of 4 more pairs of your accounts"));
    }
};

PLIMSOLL_TEST(TestReplayViewModel)
#include "tst_replayviewmodel.moc"

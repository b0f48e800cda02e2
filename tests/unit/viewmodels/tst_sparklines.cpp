// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/chart/sparklines.h"

#include <QtTest/QTest>

#include <memory>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::LevelColumn;
using viewmodels::Sparklines;

namespace {

using monitor::HistoryBatch;
using monitor::LevelSpan;

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr int kColumns = 72;
constexpr std::int64_t kColumn = Sparklines::kSpanMs / kColumns;
const std::string kBch = "b-bchusdt";
const std::string kEth = "b-ethusdt";

monitor::LevelRecord level(const std::string &account, WallTime time, std::int64_t units)
{
    return {account, {time, units, margin::Status::Normal}};
}

struct Bench {
    FakeMonitor world;
    std::unique_ptr<Sparklines> lines;
    std::vector<std::string> told; ///< what changed() said

    explicit Bench(std::vector<HistoryBatch> stored = {}, bool example = false)
    {
        world.stores.portfolio = referencePortfolio();
        world.stores.history = std::move(stored);
        world.setPrice("ETHUSDT", "200");
        world.setPrice("BCHUSDT", "200");
        world.evaluate();
        lines = std::make_unique<Sparklines>(world.stores, world.clock, example);
        QObject::connect(lines.get(), &Sparklines::changed, lines.get(),
                         [this](const std::string &account) { told.push_back(account); });
        look();
        QCoreApplication::processEvents(); // an answer comes with the next turn of the event loop
    }

    void look() { lines->take(*world.relay.current()); }
    [[nodiscard]] std::vector<LevelColumn> of(const std::string &account) const
    {
        return lines->columns(QString::fromStdString(account), kColumns);
    }
    // Which column a moment is in.
    [[nodiscard]] int columnOf(WallTime time) const
    {
        return kColumns - 1
            - static_cast<int>((floorTo(world.clock.wallTime(), kColumn) - floorTo(time, kColumn)) / kColumn);
    }
};

const LevelColumn *at(const std::vector<LevelColumn> &columns, int column)
{
    const auto found = std::ranges::find(columns, column, &LevelColumn::column);
    return found == columns.end() ? nullptr : &*found;
}

WallTime now()
{
    return FakeMonitor().clock.wallTime();
}

} // namespace

class TestSparklines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneQuestionForTheBook()
    {
        Bench bench;
        QCOMPARE(bench.world.stores.trackQuestions, 1);
        for (int i = 0; i < 20; ++i) {
            bench.look();
        }
        QCOMPARE(bench.world.stores.trackQuestions, 1);
        QVERIFY(bench.of(kBch).empty()); // nothing was ever known: nothing is drawn
        QVERIFY(bench.of("nobody").empty());
    }

    // A dip of one sample stands in its column; an outage leaves columns out; a line that ended does not go on.
    void whatHeldIsInItsColumn()
    {
        const WallTime t = now();
        Bench bench({{{level(kBch, t - 20 * kHour, 150'000'000), level(kBch, t - 15 * kHour, 90'000'000),
                       level(kBch, t - 15 * kHour + 5'000, 150'000'000), level(kBch, t - 6 * kHour, 120'000'000),
                       level(kEth, t - 3 * kHour, 130'000'000)},
                      {},
                      {{kBch, LevelSpan {t - 20 * kHour, t - 10 * kHour, 150'000'000}},
                       {kBch, LevelSpan {t - 6 * kHour, t, 120'000'000}},
                       {kEth, LevelSpan {t - 3 * kHour, t - 2 * kHour, 130'000'000}}}}});
        const auto bch = bench.of(kBch);
        const LevelColumn *dip = at(bch, bench.columnOf(t - 15 * kHour));
        QVERIFY(dip != nullptr);
        QCOMPARE(dip->lowest, 0.9);
        QCOMPARE(dip->highest, 1.5);
        QVERIFY(at(bch, bench.columnOf(t - 21 * kHour)) == nullptr);
        QVERIFY(at(bch, bench.columnOf(t - 12 * kHour)) != nullptr);
        QVERIFY(at(bch, bench.columnOf(t - 8 * kHour)) == nullptr);
        QCOMPARE(bch.back().column, kColumns - 1);
        QCOMPARE(bch.back().lowest, 1.2);
        QCOMPARE(bench.of(kEth).back().column, bench.columnOf(t - 2 * kHour)); // unknown since
    }

    // A level that was reached before the first of the 24 hours holds in them.
    void whatHeldBeforeGoesOn()
    {
        const WallTime t = now();
        const Bench bench(
            {{{level(kBch, t - 30 * kHour, 140'000'000)}, {}, {{kBch, LevelSpan {t - 30 * kHour, t, 140'000'000}}}}});
        QCOMPARE(bench.of(kBch).size(), std::size_t {kColumns});
        QCOMPARE(bench.of(kBch).front().lowest, 1.4);
    }

    void onlyWhatGrewIsToldOf()
    {
        Bench bench;
        bench.told.clear();
        const WallTime t = bench.world.clock.wallTime();
        bench.lines->append({{level(kBch, t, 125'000'000)}, {}, {{kBch, LevelSpan {t, t, 125'000'000}}}});
        QCOMPARE(bench.told, std::vector<std::string> {kBch});
        QCOMPARE(bench.of(kBch).size(), std::size_t {1});
        QVERIFY(bench.of(kEth).empty());
    }

    // The picture stands still within a column of time, and moves by one with the next.
    void timePassesByWholeColumns()
    {
        const WallTime t = now();
        Bench bench({{{level(kBch, t - kHour, 140'000'000)}, {}, {{kBch, LevelSpan {t - kHour, t, 140'000'000}}}}});
        const auto before = bench.of(kBch);
        bench.told.clear();
        bench.world.clock.advance(static_cast<int>(kColumn - t.ms() % kColumn - 1));
        QVERIFY(bench.of(kBch) == before);
        bench.world.clock.advance(1);
        QCOMPARE(bench.of(kBch).front().column, before.front().column - 1);
        QCOMPARE(bench.of(kBch).back().column, kColumns - 2); // nothing confirmed the level in the new one
        bench.world.clock.advance(Sparklines::kPassMs);
        bench.look();
        QCOMPARE(bench.told, std::vector<std::string> {std::string()});
    }

    void theStoryCanGoBack()
    {
        Bench bench({}, true);
        QCOMPARE(bench.world.stores.trackQuestions, 0);
        const WallTime t = 1'700'000'000'000;
        bench.lines->append({{level(kBch, t, 125'000'000)}, {}, {{kBch, LevelSpan {t, t, 125'000'000}}}});
        bench.lines->append(
            {{level(kBch, t + 8 * kHour, 105'000'000)}, {}, {{kBch, LevelSpan {t, t + 8 * kHour, 125'000'000}}}});
        QCOMPARE(bench.of(kBch).size(), std::size_t {25});
        bench.lines->append({{level(kBch, t, 125'000'000)}, {}, {{kBch, LevelSpan {t, t, 125'000'000}}}});
        QCOMPARE(bench.of(kBch).size(), std::size_t {1});
        QCOMPARE(bench.of(kBch).back().lowest, 1.25);
    }

    void aFailedAnswerIsAskedForAgain()
    {
        Bench bench;
        bench.world.stores.tracksFail = Error {ErrorCode::DatabaseIsBroken, {}, {}};
        bench.lines->load();
        QCoreApplication::processEvents();
        bench.world.stores.tracksFail.reset();
        bench.lines->load();
        QCOMPARE(bench.world.stores.trackQuestions, 3);
    }
};

PLIMSOLL_TEST(TestSparklines)
#include "tst_sparklines.moc"

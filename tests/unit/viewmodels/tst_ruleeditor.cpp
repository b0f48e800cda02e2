// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/machine.h"
#include "scenario/samplewalk.h"
#include "testlib/fakealarmcommands.h"
#include "testlib/testprogram.h"
#include "viewmodels/alarms/ruleeditorviewmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <random>

using namespace plimsoll;
using namespace plimsoll::testlib;
using alarm::Rule;
using viewmodels::DisplayFormat;
using viewmodels::RuleEditorViewModel;

namespace {

constexpr std::int64_t kDay = 24 * alarm::kHour;

struct Bench {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale::c()};
    std::unique_ptr<RuleEditorViewModel> rules;

    Bench()
    {
        world.stores.portfolio = referencePortfolio();
        world.setPrice("ETHUSDT", "230");
        world.setPrice("BCHUSDT", "170"); // 850/800 = 1.0625
        world.evaluate();
        rules = std::make_unique<RuleEditorViewModel>(
            viewmodels::Services {world, commands, world.stores, world.relay, world.clock, format});
    }

    void know(std::vector<Rule> known)
    {
        world.alarms = std::make_shared<const monitor::AlarmBoard>(boardOf({}, std::move(known)));
        world.evaluate();
    }

    /// Levels in 1/100, `step` apart, ending now.
    void levels(std::initializer_list<int> hundredths, std::int64_t step)
    {
        WallTime time = world.clock.wallTime() - static_cast<std::int64_t>(hundredths.size()) * step;
        for (const int level : hundredths) {
            world.stores.levels.push_back({time, level * 1'000'000LL, margin::Status::Normal});
            time += step;
        }
    }
};

Rule levelRule(const char *value = "1.3", alarm::Stage stage = alarm::Stage::Call)
{
    return {"r1", "b-bchusdt", Rule::Kind::Level, dec(value), {}, stage, true};
}

} // namespace

class TestRuleEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListSaysInWords()
    {
        Bench bench;
        const QAbstractItemModelTester tester(bench.rules->rows(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        Rule off = levelRule("1.01");
        off.id = "r2";
        off.enabled = false;
        bench.know({levelRule(), off});
        QCOMPARE(bench.rules->rows()->count(), 2);
        const auto &rows = bench.rules->rows()->rows();
        QCOMPARE(
            rows[0].sentence,
            QStringLiteral("Tell me when BCH/USDT isolated falls to a level of 1.30 or lower, like a margin call."));
        QCOMPARE(rows[0].stateText, QStringLiteral("Met now: it would be raised at once"));
        QVERIFY(!rows[1].on);
        QCOMPARE(rows[1].stateText, QString());
    }

    void theSentenceFollowsTheForm()
    {
        Bench bench;
        bench.rules->openNew(QStringLiteral("b-ethusdt"));
        QVERIFY(bench.rules->isOpen() && bench.rules->isNew() && !bench.rules->savable());
        QCOMPARE(bench.rules->sentence(), QString());
        bench.rules->setValue(QStringLiteral("1.3"));
        QVERIFY(bench.rules->savable());
        QCOMPARE(
            bench.rules->sentence(),
            QStringLiteral(
                "Tell me when ETH/USDT isolated falls to a level of 1.30 or lower, quietly, like an early warning."));
        QCOMPARE(bench.rules->nowText(), QStringLiteral("Not met now"));
        bench.rules->setStageIndex(2);
        bench.rules->setAccountIndex(0);
        QCOMPARE(bench.rules->sentence(),
                 QStringLiteral(
                     "Tell me when any account falls to a level of 1.30 or lower, as loudly as close to liquidation."));
        QCOMPARE(bench.rules->nowText(), QStringLiteral("Met now by User A cross, BCH/USDT isolated"));
        bench.rules->setKindIndex(1);
        QCOMPARE(bench.rules->value(), QString()); // a level is no share
        bench.rules->setValue(QStringLiteral("10"));
        QVERIFY(bench.rules->sentence().contains(QStringLiteral("10.0 % or less")));
        bench.rules->save();
        QCOMPARE(bench.commands.saved.back().value, dec("0.1"));
    }

    void priceAlarmsNameASymbolThatIsWatched()
    {
        Bench bench;
        bench.rules->openNew({});
        QVERIFY(!bench.rules->asksSymbol());
        bench.rules->setKindIndex(2);
        QVERIFY(bench.rules->asksSymbol());
        QCOMPARE(bench.rules->symbolNames(), QStringList({QStringLiteral("ETHUSDT"), QStringLiteral("BCHUSDT")}));
        bench.rules->setSymbolIndex(1);
        bench.rules->setValue(QStringLiteral("180"));
        QCOMPARE(bench.rules->nowText(), QStringLiteral("Met now by User A cross, BCH/USDT isolated"));
        bench.rules->setKindIndex(0);
        bench.rules->setValue(QStringLiteral("1.2"));
        bench.rules->save();
        QCOMPARE(bench.commands.saved.back().symbol, std::string()); // a level rule has none
    }

    void anyPairMayBeTyped()
    {
        Bench bench;
        bench.rules->openNew({});
        bench.rules->setKindIndex(3);
        bench.rules->setSymbol(QStringLiteral("btc/usdt"));
        bench.rules->setValue(QStringLiteral("50000"));
        QCOMPARE(bench.rules->symbolIndex(), -1); // nobody holds it
        QVERIFY(bench.rules->sentence().contains(QStringLiteral("BTCUSDT")));
        QCOMPARE(bench.rules->nowText(), QStringLiteral("Waiting for its price"));
        QVERIFY(bench.rules->savable()); // which pairs there are is not known
        bench.rules->save();
        QCOMPARE(bench.commands.saved.back().symbol, std::string("BTCUSDT"));
    }

    void aPairThatTheExchangeDoesNotHaveIsRefused()
    {
        Bench bench;
        monitor::PriceList list;
        list.prices = {{"BCHUSDT", dec("170")}, {"BTCUSDT", dec("40000")}, {"ETHUSDT", dec("230")}};
        bench.world.list = std::make_shared<const monitor::PriceList>(list);
        bench.world.evaluate();
        bench.rules->openNew({});
        bench.rules->setKindIndex(3);
        bench.rules->setValue(QStringLiteral("50000"));
        QVERIFY(bench.rules->savable());
        bench.rules->setSymbol(QStringLiteral("BTCUSTD"));
        QCOMPARE(bench.rules->symbolError(), QStringLiteral("The exchange has no pair BTCUSTD."));
        QVERIFY(!bench.rules->savable());
        bench.rules->save();
        QVERIFY(bench.commands.saved.empty());
        bench.rules->setSymbol(QStringLiteral("btc-usdt"));
        QCOMPARE(bench.rules->symbolError(), QString());
        QVERIFY(bench.rules->savable());
    }

    // Each reason why an alarm cannot be raised, in words.
    void anAlarmThatCannotBeRaisedSaysWhy_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("account");
        QTest::addColumn<bool>("owes");
        QTest::addColumn<QString>("says");
        QTest::newRow("no price yet") << int(Rule::Kind::PriceBelow) << QString() << true
                                      << QStringLiteral("Waiting for its price: none of LTCUSDT for 20 s");
        QTest::newRow("no account") << int(Rule::Kind::Level) << QStringLiteral("gone") << true
                                    << QStringLiteral("Cannot be raised: its account is gone");
        QTest::newRow("no debt") << int(Rule::Kind::Level) << QStringLiteral("b-bchusdt") << false
                                 << QStringLiteral("Cannot be raised: nothing is owed");
        QTest::newRow("no rate") << int(Rule::Kind::InterestHours) << QString() << true
                                 << QStringLiteral("Cannot be raised: no interest rate is known");
    }

    void anAlarmThatCannotBeRaisedSaysWhy()
    {
        QFETCH(int, kind);
        QFETCH(QString, account);
        QFETCH(bool, owes);
        Bench bench;
        if (!owes) {
            for (margin::Account &each : bench.world.stores.portfolio.accounts) {
                for (margin::Balance &balance : each.balances) {
                    balance.borrowed = {};
                }
            }
            bench.world.evaluate();
        }
        Rule rule = levelRule();
        rule.kind = static_cast<Rule::Kind>(kind);
        rule.account = account.toStdString();
        const bool isPrice = rule.kind == Rule::Kind::PriceBelow;
        rule.symbol = isPrice ? "LTCUSDT" : "";
        monitor::AlarmBoard board = boardOf({}, {rule});
        if (isPrice) {
            board.rulePrices["LTCUSDT"] = {std::nullopt, bench.world.clock.bootTime() - 20'000};
        }
        bench.world.alarms = std::make_shared<const monitor::AlarmBoard>(board);
        bench.world.evaluate();
        QTEST(bench.rules->rows()->rows()[0].stateText, "says");
    }

    void nonsenseIsRefusedInWords_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("value");
        QTest::newRow("text") << 0 << QStringLiteral("abc");
        QTest::newRow("zero") << 0 << QStringLiteral("0");
        QTest::newRow("negative") << 0 << QStringLiteral("-1");
        QTest::newRow("level too high") << 0 << QStringLiteral("1001");
        QTest::newRow("the whole distance") << 1 << QStringLiteral("100");
        QTest::newRow("hours beyond any plan") << 4 << QStringLiteral("100001");
    }

    void nonsenseIsRefusedInWords()
    {
        QFETCH(int, kind);
        QFETCH(QString, value);
        Bench bench;
        bench.rules->openNew({});
        bench.rules->setKindIndex(kind);
        QCOMPARE(bench.rules->valueError(), QString()); // nothing was typed yet
        bench.rules->setValue(value);
        QVERIFY(!bench.rules->valueError().isEmpty());
        QVERIFY(!bench.rules->savable());
        bench.rules->save();
        QVERIFY(bench.commands.saved.empty());
    }

    void savesEditsAndRemoves()
    {
        Bench bench;
        QSignalSpy saved(bench.rules.get(), &RuleEditorViewModel::saved);
        bench.rules->openNew(QStringLiteral("b-bchusdt"));
        bench.rules->setValue(QStringLiteral("1.3"));
        bench.rules->setStageIndex(1);
        bench.rules->save();
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(!bench.rules->isOpen());
        Rule made = bench.commands.saved.back();
        QVERIFY(!made.id.empty());
        made.id = "r1";
        QCOMPARE(made, levelRule());

        bench.know({levelRule()});
        bench.rules->edit(QStringLiteral("r1"));
        QVERIFY(bench.rules->isOpen() && !bench.rules->isNew());
        QCOMPARE(bench.rules->value(), QStringLiteral("1.3"));
        bench.rules->setValue(QStringLiteral("1.2"));
        bench.rules->save();
        QTRY_COMPARE(saved.count(), 2);
        QCOMPARE(bench.commands.saved.back().id, std::string("r1"));

        bench.rules->edit(QStringLiteral("r1"));
        bench.rules->askRemove(true);
        QVERIFY(bench.rules->asksRemove());
        bench.rules->remove();
        QTRY_COMPARE(saved.count(), 3);
        QCOMPARE(bench.commands.removed, std::vector<std::string> {"r1"});

        bench.rules->setOn(QStringLiteral("r1"), false);
        QCOMPARE(bench.commands.saved.back().enabled, false);
    }

    void aFailureStaysInTheForm()
    {
        Bench bench;
        bench.rules->openNew({});
        bench.rules->setValue(QStringLiteral("1.3"));
        bench.commands.failNext = Error {ErrorCode::CannotWrite, "db", "disk full"};
        bench.rules->save();
        QTRY_VERIFY(!bench.rules->failure().isEmpty());
        QVERIFY(bench.rules->isOpen() && bench.rules->savable());
    }

    void thePreviewCountsWhatWouldHaveBeenRaised()
    {
        Bench bench;
        // Three falls below 1.20, each with ten minutes above its clear bar of 1.212 before the next.
        bench.levels({150, 119, 150, 150, 118, 150, 150, 120, 150}, 10 * alarm::kMinute);
        bench.rules->openNew(QStringLiteral("b-bchusdt"));
        bench.rules->setStageIndex(1);
        bench.rules->setValue(QStringLiteral("1.2"));
        QTRY_VERIFY2(bench.rules->previewText().contains(QStringLiteral("raised 3 time")),
                     qPrintable(bench.rules->previewText()));
        bench.rules->setValue(QStringLiteral("1.1"));
        QTRY_VERIFY(bench.rules->previewText().startsWith(QStringLiteral("It would not have been raised since")));
        bench.rules->setKindIndex(2);
        bench.rules->setValue(QStringLiteral("180"));
        QTRY_COMPARE(bench.rules->previewText(),
                     QStringLiteral("How often it would have been raised is known for levels only."));
    }

    void withoutHistoryThePreviewSaysSo()
    {
        Bench bench;
        bench.rules->openNew({});
        bench.rules->setValue(QStringLiteral("1.2"));
        QTRY_VERIFY(bench.rules->previewText().startsWith(QStringLiteral("There are no levels")));
    }

    void previewByDistanceAndThroughUnknown()
    {
        // Call 1.10; 10 % left means 1.10 / 0.9 = 1.2222.... A point without level neither raises nor clears.
        const monitor::LevelPoint unknown {3 * kDay, {}, margin::Status::Unknown};
        const margin::Thresholds bars {dec("1.25"), dec("1.1"), dec("1.05")};
        const Rule rule {"r", {}, Rule::Kind::Distance, dec("0.1"), {}, alarm::Stage::Call, true};
        const auto at = [](WallTime time, std::int64_t level) {
            return monitor::LevelPoint {time, level, margin::Status::Normal};
        };
        const auto preview = viewmodels::previewOf(
            rule, {{"a", bars, {at(kDay, 122'222'223), at(2 * kDay, 122'222'222), unknown, at(4 * kDay, 122'000'000)}}},
            5 * kDay);
        QCOMPARE(preview.since, WallTime {kDay});
        QCOMPARE(preview.raisedAt, std::vector {WallTime {2 * kDay}});
    }

    // One level, recorded once: an early warning takes two samples, and live they come with the seconds.
    void previewOfALevelThatStandsStill()
    {
        const margin::Thresholds bars {dec("1.25"), dec("1.1"), dec("1.05")};
        const Rule rule {"r", {}, Rule::Kind::Level, dec("1.2"), {}, alarm::Stage::Notice, true};
        const std::vector<monitor::LevelPoint> points {{kDay, 119'000'000, margin::Status::Normal}};
        QCOMPARE(viewmodels::previewOf(rule, {{"a", bars, points}}, 2 * kDay).raisedAt,
                 std::vector {WallTime {kDay + alarm::kSecond}});
        QVERIFY(viewmodels::previewOf(rule, {{"a", bars, points}}, kDay).raisedAt.empty());
    }

    // The live alarm is judged with every sample and once a second in between.
    void thePreviewSaysWhatTheLiveAlarmWouldHaveDone()
    {
        const margin::Thresholds bars {dec("1.25"), dec("1.1"), dec("1.05")};
        std::mt19937 chance(20'261'128);
        std::size_t raised = 0;
        for (int i = 0; i < 60; ++i) {
            const auto stage = static_cast<alarm::Stage>(i % 3);
            const Rule rule {"r", {}, Rule::Kind::Level, dec("1.2"), {}, stage, true};
            std::vector<monitor::LevelPoint> points;
            for (WallTime time = kDay; points.size() < 60;
                 time += 1000 * static_cast<std::int64_t>(1 + chance() % 200)) {
                points.push_back(
                    {time, 119'500'000 + static_cast<std::int64_t>(chance() % 3'000'000), margin::Status::Normal});
            }
            const WallTime end = points.back().time + 200'000;
            const auto live = raisedLive(rule, bars, points, end);
            QCOMPARE(viewmodels::previewOf(rule, {{"a", bars, points}}, end).raisedAt, live);
            raised += live.size();
        }
        QVERIFY2(raised > 200, "the cases must be able to fail");
    }

private:
    static std::vector<WallTime> raisedLive(const Rule &rule, const margin::Thresholds &bars,
                                            const std::vector<monitor::LevelPoint> &points, WallTime end)
    {
        alarm::Machine machine;
        machine.setRules({rule}, scenario::replayClock(points.front().time));
        alarm::Sample sample;
        sample.thresholds = bars;
        sample.kind = alarm::Sample::Kind::Valid;
        auto next = points.begin();
        std::vector<WallTime> raised;
        for (sample.time = scenario::replayClock(points.front().time); scenario::sampleTime(sample.time) < end;
             sample.time += alarm::kSecond) {
            machine.tick(sample.time);
            const bool isRecorded = next != points.end() && next->time == scenario::sampleTime(sample.time);
            if (isRecorded) {
                sample.level = margin::Level::fromRatio(
                    margin::Decimal::fromMantissa(margin::Int128 {*next->level} * 10'000'000'000));
                ++next;
            }
            isRecorded ? machine.judge("a", sample) : machine.judgeRules("a", sample);
            for (const alarm::Change &change : machine.takeChanges()) {
                if (change.key.condition == alarm::Condition::Custom && change.cause == alarm::Cause::Raised) {
                    raised.push_back(scenario::sampleTime(change.time));
                }
            }
        }
        return raised;
    }
};

PLIMSOLL_TEST(TestRuleEditor)
#include "tst_ruleeditor.moc"

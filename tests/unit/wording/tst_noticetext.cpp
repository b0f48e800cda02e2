// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/riskbook.h"
#include "testlib/fakestores.h"
#include "wording/alarmtext.h"
#include "wording/noticetext.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using alarm::Condition;
using alarm::Notice;
using alarm::NoticeLine;
using alarm::State;
using wording::DisplayFormat;

namespace {

constexpr BootTime kNow = 1'000'000;
constexpr WallTime kWall = FakeClock::kStartWall;

// The reference example on the day of the call: 5 BCH at 170 against 800 USDT, 850/800 = 1.0625; to 1.25 it takes 150,
// 120 or 600.
struct World {
    margin::Portfolio portfolio = referencePortfolio();
    margin::QuoteBoard board;
    std::vector<alarm::Rule> rules;
    wording::NoticeFacts facts;
    DisplayFormat format {QLocale::c()};

    explicit World(const char *bch = "170")
    {
        for (const char *asset : {"ETH", "BCH"}) {
            board.internRate(asset, "USDT");
        }
        board.setPrice(board.internSymbol("ETHUSDT"), dec("230"), kNow - 2000);
        const auto id = board.internSymbol("BCHUSDT");
        if (bch != nullptr) {
            board.setPrice(id, dec(bch), kNow - 2000);
        } else {
            board.setUnusable(id, margin::PriceState::Missing);
        }
        evaluate();
        facts.account = [this](const std::string &account) { return portfolio.account(account); };
        facts.rules = &rules;
        facts.nowBoot = kNow;
        facts.wallNow = kWall;
    }

    void evaluate()
    {
        board.evaluate();
        facts.rates = board.freeze();
    }

    static NoticeLine line(const std::string &account, Condition condition, const char *level = nullptr)
    {
        NoticeLine made;
        made.key = {account, condition, {}};
        made.raisedAt = kNow;
        if (level != nullptr) {
            made.level = dec(level);
        }
        return made;
    }

    [[nodiscard]] monitor::NoticeText text(std::vector<NoticeLine> lines,
                                           Notice::Kind kind = Notice::Kind::Raised) const
    {
        Notice notice;
        notice.kind = kind;
        notice.lines = std::move(lines);
        return wording::noticeText(notice, facts, format);
    }
};

} // namespace

class TestNoticeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theReferenceExample()
    {
        const World world;
        const auto text = world.text({World::line("b-bchusdt", Condition::Call, "1.0625")});
        QCOMPARE(text.title, QStringLiteral("Margin call: BCH/USDT isolated at 1.06"));
        QCOMPARE(text.body.split(u'\n'),
                 QStringList(
                     {QStringLiteral("Call 1.10, liquidation 1.05."),
                      QStringLiteral("BCH 170.00, 2 s old. Liquidation at 168.00, 1.17 % below."),
                      QStringLiteral("To reach 1.25: deposit 150.00 USDT, or repay 120.00, or sell and repay 600.00."),
                      QStringLiteral("Other isolated accounts and cross funds are not used automatically.")}));
        QVERIFY(text.line.startsWith(QStringLiteral("Margin call: BCH/USDT isolated at 1.06. Call 1.10")));
        QVERIFY(!text.line.contains(u'\n'));
        QCOMPARE(text.account, QStringLiteral("BCH/USDT isolated"));
    }

    void amountsAreHiddenAndTheActionStays()
    {
        World world;
        world.facts.hideAmounts = true;
        const auto text = world.text({World::line("b-bchusdt", Condition::Call, "1.0625")});
        QVERIFY(text.title.contains(QStringLiteral("1.06")));
        QVERIFY(text.body.contains(QStringLiteral("To reach 1.25: deposit, repay, or sell and repay.")));
        for (const char *amount : {"150", "120", "600"}) {
            QVERIFY2(!text.body.contains(QLatin1String(amount)), amount);
            QVERIFY2(!text.line.contains(QLatin1String(amount)), amount);
        }
    }

    void aCrossAccountUsesItsOwnFunds()
    {
        const World world;
        const auto text = world.text({World::line("a-cross", Condition::Call, "1.09")});
        QCOMPARE(text.title, QStringLiteral("Margin call: User A cross at 1.09"));
        QVERIFY(!text.body.contains(QStringLiteral("not used automatically")));
    }

    void furtherAlarmsAreCountedAndListed()
    {
        const World world;
        Notice notice;
        notice.lines = {World::line("b-bchusdt", Condition::Call, "1.0625")};
        for (int i = 0; i < 7; ++i) {
            notice.active.push_back(World::line("b-ethusdt", Condition::Watch, "1.17"));
        }
        const auto text = wording::noticeText(notice, world.facts, world.format);
        QCOMPARE(text.title, QStringLiteral("Margin call: BCH/USDT isolated at 1.06 (+7 more)"));
        QCOMPARE(text.body.count(QStringLiteral("Early warning: ETH/USDT isolated at 1.17")), qsizetype {5});
        QVERIFY(text.body.endsWith(QStringLiteral("and 2 more")));
    }

    void states_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("hold");
        QTest::addColumn<bool>("unstable");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, State state, Notice::Kind kind, bool hold, bool unstable,
                            const char *title, const char *says) {
            QTest::newRow(name) << static_cast<int>(state) << static_cast<int>(kind) << hold << unstable
                                << QString::fromUtf8(title) << QString::fromUtf8(says);
        };
        using Kind = Notice::Kind;
        row("reminder after 5 min", State::ActiveUnacknowledged, Kind::Reminder, false, false,
            "Margin call for 5 min: BCH/USDT isolated at 1.06", "Not acknowledged for 5 min.");
        row("hold: the price is of 00:00:00 minus 2 s", State::ActiveUnacknowledged, Kind::Raised, true, false,
            "Margin call: BCH/USDT isolated, last known at 1.06",
            "Not confirmed by a fresh price since 3 Jun 2020 23:59:58.");
        row("unstable", State::ActiveUnacknowledged, Kind::Raised, false, true,
            "Margin call: BCH/USDT isolated at 1.06", "Unstable around the bar");
        row("recovered", State::Normal, Kind::Ended, false, false, "Recovered: BCH/USDT isolated at 1.06",
            "Call 1.10, liquidation 1.05.");
        row("came and went", State::ClearedUnacknowledged, Kind::Ended, false, false,
            "Margin call, came and went: BCH/USDT isolated at 1.06", "Acknowledge it when you have seen it.");
        row("gone", State::Disarmed, Kind::Ended, false, false, "Margin call, over: BCH/USDT isolated",
            "nothing to watch");
    }

    void states()
    {
        QFETCH(int, state);
        QFETCH(int, kind);
        QFETCH(bool, hold);
        QFETCH(bool, unstable);
        QFETCH(QString, title);
        QFETCH(QString, says);
        const World world;
        NoticeLine line = World::line("b-bchusdt", Condition::Call, "1.0625");
        line.state = static_cast<State>(state);
        line.hold = hold;
        line.unstable = unstable;
        line.raisedAt = kNow - 5 * alarm::kMinute;
        const auto text = world.text({line}, static_cast<Notice::Kind>(kind));
        QCOMPARE(text.title, title);
        QVERIFY2(text.body.contains(says), qPrintable(text.body));
    }

    void criticalOnItsWaySaysSo()
    {
        const World world("176"); // 880/800 = 1.10: above its bar of 1.075
        NoticeLine line = World::line("b-bchusdt", Condition::Critical, "1.1");
        line.byPace = true;
        line.outlook.liquidationAt = kNow + 7 * alarm::kMinute + 59'000;
        const auto text = world.text({line});
        QVERIFY2(text.title.startsWith(QStringLiteral("Falling fast: ")), qPrintable(text.title));
        QVERIFY2(text.body.startsWith(QStringLiteral("Falling fast: at this pace liquidation in 7 min.")),
                 qPrintable(text.body));
        QVERIFY(
            !world.text({World::line("b-bchusdt", Condition::Critical, "1.07")}).body.contains(QStringLiteral("pace")));
    }

    // Saved, and watched for a while: nothing to be done, so no ways and no amounts.
    void whatIsAboutToClearSaysForHowLong()
    {
        const World world("200"); // 1000/800 = 1.25
        NoticeLine line = World::line("b-bchusdt", Condition::Critical, "1.25");
        line.outlook.clearsAt = kNow + 48'000;
        const auto text = world.text({line});
        QVERIFY2(text.title.startsWith(QStringLiteral("Safe again: ")), qPrintable(text.title));
        QVERIFY2(text.body.startsWith(QStringLiteral("Safe again at 1.25; watched for another 48 s.")),
                 qPrintable(text.body));
        QVERIFY(!text.body.contains(QStringLiteral("deposit")) && !text.body.contains(QStringLiteral("0.00")));
    }

    void everyConditionNamesWhatToDo_data()
    {
        QTest::addColumn<int>("condition");
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("action");
        const auto row = [](const char *name, Condition condition, const char *account, const char *detail,
                            const char *title, const char *action) {
            QTest::newRow(name) << static_cast<int>(condition) << QString::fromLatin1(account)
                                << QString::fromLatin1(detail) << QString::fromUtf8(title) << QString::fromUtf8(action);
        };
        row("liquidation", Condition::Liquidation, "b-bchusdt", "", "Liquidation: BCH/USDT isolated at 1.05",
            "Look there first.");
        row("stale", Condition::Stale, "b-bchusdt", "", "Prices out of date: BCH/USDT isolated", "Check the network");
        row("frozen", Condition::Frozen, "b-bchusdt", "", "Prices stand still: BCH/USDT isolated",
            "look at the account at the exchange");
        row("incomplete", Condition::Incomplete, "b-bchusdt", "", "A price is missing: BCH/USDT isolated",
            "still traded");
        row("not delivered", Condition::NotDelivered, "", "sound", "Not delivered: Sound", "Press Test");
        row("engine", Condition::ThreadDead, "", "engine", "The calculation stands still", "Restart Plimsoll");
        row("screen", Condition::ThreadDead, "", "screen", "The window does not respond", "Restart Plimsoll");
        row("clock", Condition::Clock, "", "", "The clock of this computer is off", "automatic setting of the time");
        row("gap", Condition::Gap, "", "", "Nothing was watched", "Open Plimsoll");
        row("ledger", Condition::Ledger, "", "", "Something could not be recorded", "Check the free space");
    }

    void everyConditionNamesWhatToDo()
    {
        QFETCH(int, condition);
        QFETCH(QString, account);
        QFETCH(QString, detail);
        QFETCH(QString, title);
        QFETCH(QString, action);
        const World world;
        NoticeLine line = World::line(account.toStdString(), static_cast<Condition>(condition), "1.05");
        line.key.detail = detail.toStdString();
        const auto text = world.text({line});
        QCOMPARE(text.title, title);
        QVERIFY2(text.body.contains(action), qPrintable(text.body));
    }

    void silenceIsTold()
    {
        World world;
        world.facts.nowBoot = kNow - 2000 + 2 * alarm::kMinute;
        world.board.expire(kNow);
        world.evaluate();
        const auto text = world.text({World::line("b-bchusdt", Condition::Stale, "1.0625")});
        QVERIFY(text.body.contains(QStringLiteral("Prices have been silent for 2 min.")));
        QVERIFY(text.body.contains(QStringLiteral("The level of BCH/USDT isolated cannot be judged.")));
        QVERIFY(text.body.contains(QStringLiteral("The last known level was 1.06.")));
    }

    void theMissingPriceIsNamed()
    {
        const World world(nullptr);
        QVERIFY(world.text({World::line("b-bchusdt", Condition::Incomplete)})
                    .body.contains(QStringLiteral("BCHUSDT missing")));
    }

    void theGapIsNamed()
    {
        World world;
        monitor::GapReport gap;
        gap.reason = monitor::GapReport::Reason::Asleep;
        gap.from = kWall;
        gap.to = kWall + 8 * alarm::kHour + 12 * alarm::kMinute;
        world.facts.gap = &gap;
        QVERIFY(world.text({World::line("", Condition::Gap)})
                    .body.contains(QStringLiteral("The computer slept for 8 h 12 min")));
    }

    void aDrillSaysSoFirst()
    {
        World world;
        world.facts.prefix = QStringLiteral("Drill");
        QCOMPARE(world.text({World::line("b-bchusdt", Condition::Call, "1.0625")}).title,
                 QStringLiteral("Drill: Margin call: BCH/USDT isolated at 1.06"));
    }

    void ownAlarms_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("stage");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("title");
        using Kind = alarm::Rule::Kind;
        using Stage = alarm::Stage;
        const auto row = [](const char *name, Kind kind, const char *value, Stage stage, const char *sentence,
                            const char *title) {
            QTest::newRow(name) << static_cast<int>(kind) << QString::fromLatin1(value) << static_cast<int>(stage)
                                << QString::fromUtf8(sentence) << QString::fromUtf8(title);
        };
        row("level", Kind::Level, "1.3", Stage::Call,
            "Tell me when BCH/USDT isolated falls to a level of 1.30 or lower, like a margin call.",
            "Own alarm, level 1.30 or lower");
        row("distance", Kind::Distance, "0.1", Stage::Notice,
            "Tell me when BCH/USDT isolated has 10.0 % or less left until its margin call, quietly, like an early "
            "warning.",
            "Own alarm, 10.0 % or less until the margin call");
        row("below", Kind::PriceBelow, "180", Stage::Critical,
            "Tell me when the price of BCHUSDT falls to 180.00 or lower, as loudly as close to liquidation.",
            "Own alarm, BCHUSDT at 180.00 or lower");
        row("above", Kind::PriceAbove, "300", Stage::Notice,
            "Tell me when the price of BCHUSDT rises to 300.00 or higher, quietly, like an early warning.",
            "Own alarm, BCHUSDT at 300.00 or higher");
        row("interest", Kind::InterestHours, "24", Stage::Notice,
            "Tell me when interest alone would bring BCH/USDT isolated to its margin call within 24 hours, quietly, "
            "like an early warning.",
            "Own alarm, margin call by interest within 24 hours");
    }

    void ownAlarms()
    {
        QFETCH(int, kind);
        QFETCH(QString, value);
        QFETCH(int, stage);
        QFETCH(QString, sentence);
        QFETCH(QString, title);
        World world;
        alarm::Rule rule {"r1",
                          "b-bchusdt",
                          static_cast<alarm::Rule::Kind>(kind),
                          dec(qPrintable(value)),
                          "BCHUSDT",
                          static_cast<alarm::Stage>(stage),
                          true};
        world.rules = {rule};
        QCOMPARE(wording::ruleSentence(rule, QStringLiteral("BCH/USDT isolated"), world.format), sentence);
        NoticeLine line = World::line("b-bchusdt", Condition::Custom, "1.29");
        line.key.detail = "r1";
        QCOMPARE(world.text({line}).title, title + QStringLiteral(": BCH/USDT isolated at 1.29"));
    }

    void hostileNamesStayText()
    {
        World world;
        world.portfolio.accounts.front().name = "a\n\x1b[31m\xe2\x80\xae b";
        const auto text = world.text({World::line("a-cross", Condition::Call, "1.09")});
        QCOMPARE(text.title, QStringLiteral("Margin call: a [31m b cross at 1.09"));
    }

    void nothingLeft() { QCOMPARE(World().text({}, Notice::Kind::Ended).title, QStringLiteral("All alarms are over")); }
};

QTEST_GUILESS_MAIN(TestNoticeText)
#include "tst_noticetext.moc"

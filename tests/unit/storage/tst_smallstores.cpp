// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekit.h"

#include "storage/sql/sqlconnection.h"
#include "storage/sql/sqlstatement.h"
#include "testlib/testprogram.h"

#include <array>
#include <functional>

using plimsoll::WallTime;

using namespace storagekit;

/// Settings, profiles, prepared plans: round trips, also of texts that try to break out of something. Words that nobody
/// knows.
class TestSmallStores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsRoundTrip_data();
    void settingsRoundTrip();
    void refusesTextThatCannotBeReadBack();
    void profilesRoundTripAndReplace();
    void refusesBadProfiles();
    void plansRoundTripInTheirOrder();
    void refusesBadPlansAndTakenNames();
    void unknownWordsAreRefused_data();
    void unknownWordsAreRefused();
};

namespace {

template<typename T>
std::optional<ErrorCode> codeOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error().code);
}

} // namespace

void TestSmallStores::settingsRoundTrip_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("null") << QString();
    QTest::newRow("quotes") << u"'; DROP TABLE setting; --\"`"_s;
    QTest::newRow("binding marks") << u"%1 %n ? ?1 :name @p $x"_s;
    QTest::newRow("right to left") << u"\u202Eabc \u05D0\u05D1 \u200F"_s;
    QTest::newRow("beyond the first plane") << u"\U0001F4A5 \u0301"_s;
    QTest::newRow("markup") << u"<img src=\"y\">&amp;"_s;
    QTest::newRow("lines") << u"a\r\nb\tc\u2028d"_s;
    QTest::newRow("10 kB") << QString(10'000, u'\u00E9');
}

void TestSmallStores::settingsRoundTrip()
{
    QFETCH(QString, text);
    Home home;
    WORKS(home.open().setSetting(u"before"_s, u"1"_s));
    WORKS(home.store->setSetting(u"key"_s, u"old"_s));
    WORKS(home.store->setSetting(u"key"_s, text));
    WORKS(home.store->setSetting(u"k"_s + text, u"2"_s));

    VALUE_OF(settings, home.open().settings());

    QCOMPARE(settings.size(), 3);
    QCOMPARE(settings.value(u"key"_s), text.isNull() ? u""_s : text);
    QCOMPARE(settings.value(u"k"_s + text), u"2"_s);
}

void TestSmallStores::refusesTextThatCannotBeReadBack()
{
    Home home;
    home.open();
    const QString nul = u"a"_s + QChar(0) + u"b"_s;

    REFUSES(home.store->setSetting(u"key"_s, nul), ErrorCode::Malformed);
    REFUSES(home.store->setSetting(nul, u"v"_s), ErrorCode::Malformed);
    REFUSES(home.store->setSetting(u"key"_s, QString(QChar(0xD800))), ErrorCode::Malformed);
    REFUSES(home.store->setSetting({}, u"v"_s), ErrorCode::Malformed);
    Account account = isolatedAccount();
    account.name = "caf\xE9"; // Latin-1
    REFUSES(home.store->changeAccount({account, true}), ErrorCode::Malformed);
    account.name = std::string("a\0b", 3);
    REFUSES(home.store->changeAccount({account, true}), ErrorCode::Malformed);

    VALUE_OF(settings, home.store->settings());
    QVERIFY(settings.isEmpty());
}

void TestSmallStores::profilesRoundTripAndReplace()
{
    Home home;
    margin::Profile profile {"mine", "Mine, 'quoted'", {amount("1.5"), amount("1.2"), amount("1.1")},
                             "3",    "2021-05-19",     "own"};
    WORKS(home.open().saveProfile(profile));
    profile.thresholds.initial = amount("1.6");
    WORKS(home.store->saveProfile(profile));

    VALUE_OF(profiles, home.open().profiles());

    QCOMPARE(profiles, std::vector {profile});
}

void TestSmallStores::refusesBadProfiles()
{
    Home home;
    home.open();
    const margin::Thresholds bars {amount("1.5"), amount("1.2"), amount("1.1")};

    REFUSES(home.store->saveProfile({"cross-3x", "t", bars, "", "", ""}), ErrorCode::Conflict);
    REFUSES(home.store->saveProfile({"", "t", bars, "", "", ""}), ErrorCode::Malformed);
    REFUSES(home.store->saveProfile({"p", "t", {amount("1.1"), amount("1.2"), amount("1.1")}, "", "", ""}),
            ErrorCode::InvalidThresholds);
}

void TestSmallStores::plansRoundTripInTheirOrder()
{
    using margin::Way;
    std::vector<margin::PreparedPlan> plans {
        {"z", "b-ethusdt", "First aid", Way::Deposit, "USDT", amount("150.00000001"), "spot"},
        {"a", "b-ethusdt", "'; DROP TABLE prepared_plan; --", Way::SellAndRepay, "ETH", amount("0.5"), ""},
        {"m", "gone", "First aid", Way::Move, "USDT", amount("1"), "a-cross"}};
    Home home;
    home.open();
    for (const margin::PreparedPlan &plan : plans) {
        WORKS(home.store->savePlan(plan));
    }
    plans[0] = {"z", "b-ethusdt", "Renamed", Way::Repay, "USDT", amount("120"), ""};
    WORKS(home.store->savePlan(plans[0]));

    VALUE_OF(kept, home.open().plans());
    QCOMPARE(kept, plans);

    WORKS(home.store->removePlan("a"));
    REFUSES(home.store->removePlan("a"), ErrorCode::NotFound);
    plans.erase(plans.begin() + 1);
    VALUE_OF(left, home.open().plans());
    QCOMPARE(left, plans);
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestSmallStores::refusesBadPlansAndTakenNames()
{
    using margin::Way;
    const margin::PreparedPlan plan {"1", "b-ethusdt", "First aid", Way::Deposit, "USDT", amount("150"), ""};
    Home home;
    home.open();
    WORKS(home.store->savePlan(plan));
    margin::PreparedPlan other = plan;
    other.id = "2";
    REFUSES(home.store->savePlan(other), ErrorCode::Conflict);
    other.account = "b-bchusdt"; // where that name is free
    WORKS(home.store->savePlan(other));
    other.amount = {};
    REFUSES(home.store->savePlan(other), ErrorCode::AmountNotPositive);
    other.amount = amount("1");
    other.name = "caf\xE9"; // Latin-1
    REFUSES(home.store->savePlan(other), ErrorCode::Malformed);

    VALUE_OF(kept, home.store->plans());
    QCOMPARE(kept.size(), std::size_t {2});
    QCOMPARE(kept[0], plan);
}

void TestSmallStores::unknownWordsAreRefused_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<int>("reader");
    QTest::newRow("level: status") << u"UPDATE level_history SET status = 'fine'"_s << 0;
    QTest::newRow("status: to") << u"UPDATE status_event SET to_status = 'fine'"_s << 1;
    QTest::newRow("status: from") << u"UPDATE status_event SET from_status = 'fine'"_s << 1;
    QTest::newRow("journal: kind") << u"UPDATE ledger_row SET kind = 'gift'"_s << 2;
    QTest::newRow("journal: field") << u"UPDATE ledger_row SET field = 'staked'"_s << 2;
    QTest::newRow("portfolio: field") << u"UPDATE ledger_row SET field = 'staked'"_s << 3;
    QTest::newRow("portfolio: mode") << u"UPDATE account SET mode = 'sideways'"_s << 3;
    QTest::newRow("portfolio: kind of holder") << u"UPDATE holder SET kind = 'purse'"_s << 3;
    QTest::newRow("portfolio: removed") << u"UPDATE holder SET removed = 2"_s << 3;
    QTest::newRow("portfolio: own thresholds") << u"UPDATE account SET own_thresholds = 2"_s << 3;
    QTest::newRow("plans: way") << u"UPDATE prepared_plan SET way = 'pray'"_s << 4;
    QTest::newRow("plans: source") << u"UPDATE prepared_plan SET way = 'sell_and_repay'"_s << 4;
}

// As a newer program, a damaged disk or a hand could leave them behind, while the database is in use.
void TestSmallStores::unknownWordsAreRefused()
{
    QFETCH(QString, statement);
    QFETCH(int, reader);
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const WallTime t = home.clock.wall;
    WORKS(store.appendHistory({{{"b-ethusdt", {t, 1, margin::Status::Normal}}}, {}, {}}));
    WORKS(
        store.appendStatus({t, "b-ethusdt", margin::Status::Normal, margin::Status::MarginCall, amount("1.1"), "{}"}));
    WORKS(store.savePlan({"1", "b-ethusdt", "x", margin::Way::Deposit, "USDT", amount("1"), "spot"}));
    {
        const storage::SqlConnection hand(home.file(), storage::Access::ReadWrite);
        storage::execute(hand.database(), u"PRAGMA ignore_check_constraints=ON");
        storage::execute(hand.database(), u"DROP TRIGGER ledger_row_is_never_changed");
        storage::execute(hand.database(), u"DELETE FROM balance"); // else nobody would read the rows of the journal
        storage::execute(hand.database(), statement);
    }

    const std::array<std::function<std::optional<ErrorCode>()>, 5> readers {
        [&] { return codeOf(store.levelHistory("b-ethusdt", t, t, 10)); },
        [&] { return codeOf(store.statusHistory({}, 0)); }, [&] { return codeOf(store.journal({})); },
        [&] { return codeOf(store.loadPortfolio()); }, [&] { return codeOf(store.plans()); }};
    QVERIFY(readers[static_cast<std::size_t>(reader)]() == ErrorCode::DatabaseIsBroken);
}

PLIMSOLL_TEST(TestSmallStores)
#include "tst_smallstores.moc"

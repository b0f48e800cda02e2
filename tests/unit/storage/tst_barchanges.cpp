// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekit.h"

#include "storage/periodreader.h"
#include "storage/sql/sqlconnection.h"
#include "storage/sql/sqlstatement.h"
#include "testlib/testprogram.h"

using plimsoll::WallTime;

using namespace storagekit;
using margin::Thresholds;
using monitor::BarChange;

/// When the bars of an account changed: written with the change, of whatever made it, and kept.
class TestBarChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeOfOwnBarsIsKept();
    void whatDoesNotChangeBarsIsNoChange();
    void aProfileMovesThoseThatFollowIt();
    void aRefusedChangeLeavesNothing();
    void thePeriodHasThoseWithinIt();
    void noneIsChangedOrDeleted_data();
    void noneIsChangedOrDeleted();
};

namespace {

const Thresholds kFirst {amount("1.25"), amount("1.1"), amount("1.05")};
const Thresholds kSecond {amount("1.3"), amount("1.15"), amount("1.075")};

Account withBars(const Thresholds &bars)
{
    Account account = isolatedAccount();
    account.thresholds = bars;
    account.ownThresholds = true;
    return account;
}

} // namespace

void TestBarChanges::aChangeOfOwnBarsIsKept()
{
    Home home;
    Storage &store = home.openWith({{isolatedAccount(), isolatedAccount("b-bchusdt", "BCH")}, {}});
    const WallTime first = home.clock.wall;
    home.clock.wall += 5'000;
    WORKS(store.changeAccount({withBars(kSecond), false}));
    home.clock.wall += 5'000;
    WORKS(store.changeAccount({withBars(kFirst), false}));

    VALUE_OF(changes, home.open().barChanges("b-ethusdt", 0));
    VALUE_OF(newest, home.store->barChanges("b-ethusdt", 1));
    VALUE_OF(all, home.store->barChanges({}, 0));
    VALUE_OF(others, home.store->barChanges("b-bchusdt", 0));

    const std::vector expected {BarChange {first + 5'000, "b-ethusdt", kFirst, kSecond},
                                BarChange {first + 10'000, "b-ethusdt", kSecond, kFirst}};
    QVERIFY(changes == expected);
    QVERIFY(newest == std::vector {expected[1]});
    QVERIFY(all == expected);
    QVERIFY(others.empty());
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestBarChanges::whatDoesNotChangeBarsIsNoChange()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    Account renamed = isolatedAccount();
    renamed.name = "New";
    WORKS(store.changeAccount({renamed, false}));
    WORKS(store.changeAccount({withBars(kFirst), false})); // its own now, but the same
    WORKS(store.changeAccount({isolatedAccount("b-bchusdt", "BCH"), true})); // begins with bars, changes none

    VALUE_OF(changes, store.barChanges({}, 0));
    QVERIFY(changes.empty());
}

void TestBarChanges::aProfileMovesThoseThatFollowIt()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    WORKS(store.saveProfile({"mine", "Mine", kFirst, "", "", ""}));
    Account follower = isolatedAccount("b-bchusdt", "BCH");
    follower.profile = "mine";
    Account own = isolatedAccount("b-ltcusdt", "LTC");
    own.profile = "mine";
    own.thresholds = {amount("2"), amount("1.8"), amount("1.7")};
    own.ownThresholds = true;
    WORKS(store.changeAccount({follower, true}));
    WORKS(store.changeAccount({own, true}));
    home.clock.wall += 1'000;
    WORKS(store.saveProfile({"mine", "Another title", kFirst, "", "", ""}));
    WORKS(store.saveProfile({"mine", "Mine", kSecond, "", "", ""}));

    VALUE_OF(changes, store.barChanges({}, 0));
    QVERIFY((changes == std::vector {BarChange {home.clock.wall, "b-bchusdt", kFirst, kSecond}}));
    follower.profile = "faq-2020-5x"; // another profile is a change as well
    WORKS(store.changeAccount({follower, false}));
    VALUE_OF(both, store.barChanges("b-bchusdt", 0));
    QVERIFY((both.back() == BarChange {home.clock.wall, "b-bchusdt", kSecond, kFirst}));
}

void TestBarChanges::aRefusedChangeLeavesNothing()
{
    Home home;
    Storage &store = home.openWith({{isolatedAccount(), isolatedAccount("b-bchusdt", "BCH")}, {}});
    Account doubled = withBars(kSecond);
    doubled.symbol = "BCHUSDT"; // the owner has one of that pair already
    doubled.baseAsset = "BCH";
    QVERIFY(!store.changeAccount({doubled, false}));
    QVERIFY(!store.changeAccount({withBars({amount("1"), amount("1.1"), amount("1.2")}), false}));

    VALUE_OF(changes, store.barChanges({}, 0));
    QVERIFY(changes.empty());
}

void TestBarChanges::thePeriodHasThoseWithinIt()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const WallTime start = home.clock.wall;
    for (const Thresholds &bars : {kSecond, kFirst, kSecond}) {
        home.clock.wall += 1'000;
        WORKS(store.changeAccount({withBars(bars), false}));
    }
    VALUE_OF(period, storage::readPeriod(store, start + 1'500, start + 2'500));
    QVERIFY((period.accounts[0].barChanges == std::vector {BarChange {start + 2'000, "b-ethusdt", kSecond, kFirst}}));
}

void TestBarChanges::noneIsChangedOrDeleted_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("changed") << u"UPDATE bar_change SET time = 0"_s;
    QTest::newRow("deleted") << u"DELETE FROM bar_change"_s;
}

void TestBarChanges::noneIsChangedOrDeleted()
{
    QFETCH(QString, statement);
    Home home;
    WORKS(home.openWith(smallPortfolio()).changeAccount({withBars(kSecond), false}));
    home.close();
    {
        const storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
        const auto done = storage::attempt([&] { storage::execute(connection.database(), statement); });
        QVERIFY(!done);
    }
    VALUE_OF(changes, home.open().barChanges({}, 0));
    QCOMPARE(changes.size(), std::size_t {1});
}

PLIMSOLL_TEST(TestBarChanges)
#include "tst_barchanges.moc"

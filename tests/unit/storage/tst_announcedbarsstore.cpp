// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekit.h"

#include "storage/sql/sqlconnection.h"
#include "storage/sql/sqlstatement.h"
#include "testlib/testprogram.h"
#include "wire/portfoliofile.h"

using namespace storagekit;
using margin::AnnouncedBars;
using margin::Thresholds;
using monitor::BarChange;
using plimsoll::WallTime;

/// Bars that the exchange announced: kept, and put in force once, with the moment they count from.
class TestAnnouncedBarsStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreKeptInTheirOrder();
    void whatMakesNoSenseIsRefused();
    void theyComeIntoForceOnce();
    void severalThatBegunAreSeveralChanges();
    void aClockThatGoesBackBringsNothingBack();
    void aRemovedAccountWaits();
    void whatAPersonSaysAfterwardsStands();
    void aDescriptionLeavesThemAlone();
    void theyTravelInThePortfolioFile();
    void aChangedOneIsFound();
};

namespace {

const Thresholds kNow {amount("1.25"), amount("1.1"), amount("1.05")};
const Thresholds kFirst {amount("1.3"), amount("1.15"), amount("1.075")};
const Thresholds kSecond {amount("1.5"), amount("1.3"), amount("1.1")};
constexpr const char *kId = "b-ethusdt";

Account stored(Storage &store, const char *id = kId)
{
    const auto portfolio = store.loadPortfolio();
    if (!portfolio || portfolio->account(id) == nullptr) {
        qFatal("no account");
    }
    return *portfolio->account(id);
}

} // namespace

void TestAnnouncedBarsStore::theyAreKeptInTheirOrder()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const WallTime now = home.clock.wall;
    VALUE_OF(before, store.dataVersion());
    WORKS(store.announceBars(kId, {now + 2'000, kSecond}));
    WORKS(store.announceBars(kId, {now + 1'000, kFirst}));
    WORKS(store.announceBars(kId, {now + 1'000, kFirst})); // a repeat

    const std::vector<AnnouncedBars> both {{now + 1'000, kFirst}, {now + 2'000, kSecond}};
    QVERIFY(stored(home.open()).announced == both);
    QVERIFY(stored(*home.store).thresholds == kNow);
    VALUE_OF(after, home.store->dataVersion());
    QVERIFY(after.portfolio > before.portfolio);

    WORKS(home.store->withdrawBars(kId, now + 1'000));
    REFUSES(home.store->withdrawBars(kId, now + 1'000), ErrorCode::NotFound);
    QVERIFY((stored(*home.store).announced == std::vector {both[1]}));
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestAnnouncedBarsStore::whatMakesNoSenseIsRefused()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const WallTime now = home.clock.wall;
    REFUSES(store.announceBars("nobody", {now + 1, kFirst}), ErrorCode::NotFound);
    REFUSES(store.announceBars("spot", {now + 1, kFirst}), ErrorCode::NotFound);
    REFUSES(store.announceBars(kId, {now, kFirst}), ErrorCode::NotAllowedNow);
    REFUSES(store.announceBars(kId, {now + 1, {amount("1"), amount("1.1"), amount("1.2")}}),
            ErrorCode::InvalidThresholds);
    WORKS(store.announceBars(kId, {now + 1, kFirst}));
    REFUSES(store.announceBars(kId, {now + 1, kSecond}), ErrorCode::Conflict);
    QCOMPARE(stored(store).announced.size(), std::size_t {1});
}

void TestAnnouncedBarsStore::theyComeIntoForceOnce()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const WallTime from = home.clock.wall + 1'000;
    WORKS(store.announceBars(kId, {from, kFirst}));
    VALUE_OF(early, store.putBarsInForce(from - 1));
    QCOMPARE(early, 0);
    QVERIFY(stored(store).thresholds == kNow);

    home.clock.wall = from + 86'400'000; // a day late
    for (const int expected : {1, 0}) {
        VALUE_OF(changed, home.open().putBarsInForce(home.clock.wall));
        QCOMPARE(changed, expected);
    }
    const Account account = stored(*home.store);
    QVERIFY(account.thresholds == kFirst);
    QVERIFY(account.ownThresholds && account.profile.empty() && account.announced.empty());
    VALUE_OF(changes, home.store->barChanges({}, 0));
    QVERIFY((changes == std::vector {BarChange {from, kId, kNow, kFirst}}));
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestAnnouncedBarsStore::severalThatBegunAreSeveralChanges()
{
    Home home;
    Storage &store = home.openWith({{isolatedAccount(), isolatedAccount("b-bchusdt", "BCH")}, {}});
    const WallTime now = home.clock.wall;
    WORKS(store.announceBars(kId, {now + 1, kFirst}));
    WORKS(store.announceBars(kId, {now + 2, kSecond}));
    WORKS(store.announceBars(kId, {now + 9, kFirst}));
    WORKS(store.announceBars("b-bchusdt", {now + 2, kFirst}));
    VALUE_OF(changed, store.putBarsInForce(now + 8));

    QCOMPARE(changed, 2);
    QVERIFY(stored(store).thresholds == kSecond);
    QCOMPARE(stored(store).announced.size(), std::size_t {1});
    VALUE_OF(changes, store.barChanges(kId, 0));
    QVERIFY(
        (changes == std::vector {BarChange {now + 1, kId, kNow, kFirst}, BarChange {now + 2, kId, kFirst, kSecond}}));
}

void TestAnnouncedBarsStore::aClockThatGoesBackBringsNothingBack()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const WallTime from = home.clock.wall + 1'000;
    WORKS(store.announceBars(kId, {from, kFirst}));
    WORKS(store.putBarsInForce(from));
    home.clock.wall = from - 86'400'000;
    VALUE_OF(changed, home.open().putBarsInForce(home.clock.wall));
    QCOMPARE(changed, 0);
    QVERIFY(stored(*home.store).thresholds == kFirst);
}

void TestAnnouncedBarsStore::aRemovedAccountWaits()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const WallTime from = home.clock.wall + 1'000;
    WORKS(store.announceBars(kId, {from, kFirst}));
    const auto removed = removal(kId);
    WORKS(store.book(removed));
    VALUE_OF(none, store.putBarsInForce(from));
    QCOMPARE(none, 0);
    REFUSES(store.announceBars(kId, {from + 1, kSecond}), ErrorCode::NotFound);
    WORKS(store.book(takenBack(kId, removed.id)));
    VALUE_OF(changed, store.putBarsInForce(from));
    QCOMPARE(changed, 1);
    VALUE_OF(changes, store.barChanges({}, 0));
    QVERIFY((changes == std::vector {BarChange {from, kId, kNow, kFirst}}));
}

// It is later than what was announced, though nothing ran to put that in force.
void TestAnnouncedBarsStore::whatAPersonSaysAfterwardsStands()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const WallTime from = home.clock.wall + 1'000;
    WORKS(store.announceBars(kId, {from, kFirst}));
    home.clock.wall = from + 5'000;
    Account wanted = stored(store);
    wanted.thresholds = kSecond;
    wanted.ownThresholds = true;
    WORKS(store.changeAccount({wanted, false}));
    VALUE_OF(changed, store.putBarsInForce(home.clock.wall));

    QCOMPARE(changed, 0);
    QVERIFY(stored(store).thresholds == kSecond);
    VALUE_OF(changes, store.barChanges({}, 0));
    QVERIFY((changes
             == std::vector {BarChange {from, kId, kNow, kFirst}, BarChange {home.clock.wall, kId, kFirst, kSecond}}));
}

void TestAnnouncedBarsStore::aDescriptionLeavesThemAlone()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    Account renamed = stored(store);
    renamed.name = "New";
    WORKS(store.announceBars(kId, {home.clock.wall + 1'000, kFirst})); // after the form was opened
    WORKS(store.changeAccount({renamed, false}));
    QCOMPARE(stored(store).name, std::string("New"));
    QCOMPARE(stored(store).announced.size(), std::size_t {1});
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestAnnouncedBarsStore::theyTravelInThePortfolioFile()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    WORKS(store.announceBars(kId, {home.clock.wall + 1'000, kFirst}));
    WORKS(store.announceBars(kId, {home.clock.wall + 2'000, kSecond}));
    VALUE_OF(portfolio, store.loadPortfolio());
    const std::string bytes = plimsoll::wire::writePortfolio(portfolio);
    VALUE_OF(read, plimsoll::wire::parsePortfolio(bytes, {}));
    QVERIFY(read == portfolio);

    Home other;
    other.openWith(read);
    WORKS(other.store->importPortfolio(read)); // a repeat
    VALUE_OF(imported, other.open().loadPortfolio());
    QVERIFY(imported == portfolio);
    QCOMPARE(plimsoll::wire::writePortfolio(imported), bytes);
    VALUE_OF(findings, Storage::verify(other.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestAnnouncedBarsStore::aChangedOneIsFound()
{
    Home home;
    WORKS(home.openWith(smallPortfolio()).announceBars(kId, {home.clock.wall + 1'000, kFirst}));
    home.close();
    {
        const storage::SqlConnection hand(home.file(), storage::Access::ReadWrite);
        storage::execute(hand.database(), u"UPDATE announced_bars SET valid_from = valid_from + 1");
    }
    VALUE_OF(findings, Storage::verify(home.path()));
    QCOMPARE(findings.size(), 1);
    QVERIFY(findings[0].contains(u"b-ethusdt"));
}

PLIMSOLL_TEST(TestAnnouncedBarsStore)
#include "tst_announcedbarsstore.moc"

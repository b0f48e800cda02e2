// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekit.h"

#include "faultyvfs.h"
#include "margin/interest.h"
#include "ports/interestsetting.h"
#include "storage/ledger/seal.h"
#include "storage/sql/sqlstatement.h"
#include "storage/sql/sqltransaction.h"
#include "testlib/testprogram.h"

using plimsoll::WallTime;

using namespace storagekit;
using faultyvfs::Fault;

/// Interest by the hour on what is stored: to the last digit what docs/formulas.md says, each hour once.
class TestInterestBooking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void aWeekWithSleepOwesWhatTheFormulaSays();
    void aYearOffIsOneOperation();
    void whatIsEnteredIsChargedUntilThen();
    void anHourIsBookedOnceWhateverTheClockSays();
    void twoProgramsBookAnHourOnce();
    void aRepaymentInMidHourCountsAtTheNextMark();
    void aRepaymentWhileNobodyWatchedCountsFromItsHour();
    void aChangedRateCountsFromTheNextMark();
    void aLoanIsChargedItsFirstHourWithItself();
    void anUnknownRateChargesNothing();
    void aCorrectionHoldsWhatWasNotBookedBefore();
    void aSettingLetsTheHoursPass();
    void aStoryIsNeverCharged();
    void aClosedAccountIsNotCharged();
    void aRemovedAccountIsChargedWhenItIsBack();
    void aRunThatDoesNotFitIsBegunAnew();
    void aDebtInANewAssetIsChargedFromItsHour();
    void aRunThatWasChangedIsFoundAndNotBelieved_data();
    void aRunThatWasChangedIsFoundAndNotBelieved();
    void aRunThatIsChangedWhileItRunsBooksNothing();
    void failingWritesBookAnHourOnceOrNotAtAll_data();
    void failingWritesBookAnHourOnceOrNotAtAll();
};

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr WallTime kMark = 1'621'429'200'000; // 2021-05-19 13:00 UTC; the clock of a Home stands at 12:50

Account debtor(const char *rate = "0.001", const char *borrowed = "2400")
{
    Account account = isolatedAccount();
    account.balances[1].borrowed = amount(borrowed);
    account.balances[1].dailyInterest = rate[0] == '\0' ? std::nullopt : std::optional(amount(rate));
    return account;
}

Storage &openDebt(Home &home, const Account &account = debtor())
{
    return home.openWith({{account}, {spotWallet()}});
}

int accrueAt(Home &home, WallTime time)
{
    home.clock.wall = time;
    const auto booked = home.store->accrueInterest(time);
    if (!booked) {
        qFatal("%s", booked.error().message().c_str());
    }
    return *booked;
}

std::string owed(Storage &store, const std::string &id = "b-ethusdt")
{
    const Portfolio portfolio = store.loadPortfolio().value();
    return portfolio.account(id)->balance("USDT")->interest.toString();
}

std::string owed(const Home &home)
{
    return owed(*home.store);
}

std::size_t interestOperations(const Home &home)
{
    std::size_t count = 0;
    const std::vector<monitor::JournalRow> journal = home.store->journal({}).value();
    for (const monitor::JournalRow &row : journal) {
        count += row.row.kind == margin::EntryKind::Interest ? 1 : 0;
    }
    return count;
}

monitor::OperationRequest repay(const char *value)
{
    return {freshId(), "b-ethusdt", monitor::Repay {"USDT", amount(value)}, {}, nullptr};
}

void verifyFindsNothing(const Home &home)
{
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

} // namespace

void TestInterestBooking::initTestCase()
{
    faultyvfs::install();
}

void TestInterestBooking::cleanup()
{
    faultyvfs::failFrom(Fault::None);
}

void TestInterestBooking::aWeekWithSleepOwesWhatTheFormulaSays()
{
    Home home;
    openDebt(home, debtor("0.00013233", "45.3313"));
    WallTime now = home.clock.wall;
    const WallTime end = now + 7 * 24 * margin::kHourMs;
    for (int step = 0; now < end; ++step) {
        // Looked at every 20 minutes while awake; every fifth time it sleeps for 9 h 40 min.
        now = std::min(end, now + (step % 5 == 4 ? 580 : 20) * kMinute);
        accrueAt(home, now);
    }

    QCOMPARE(owed(home), margin::interestFor(amount("45.3313"), amount("0.00013233"), 168).value().toString());
    QVERIFY(interestOperations(home) > 20 && interestOperations(home) < 60);
    verifyFindsNothing(home);
}

void TestInterestBooking::aYearOffIsOneOperation()
{
    Home home;
    openDebt(home);

    QCOMPARE(accrueAt(home, home.clock.wall + 8760 * margin::kHourMs), 1);

    QCOMPARE(owed(home), std::string("876"));
    QCOMPARE(interestOperations(home), std::size_t {1});
    const auto journal = home.store->journal({}).value();
    QCOMPARE(journal.back().note, std::string("8760 h: 2021-05-19 13:00 – 2022-05-19 12:00 UTC"));
    QCOMPARE(journal.back().time, home.clock.wall);
    QCOMPARE(home.store->journal({{}, {}, 0, true}).value().size(), journal.size() - 1);
    verifyFindsNothing(home);
}

void TestInterestBooking::whatIsEnteredIsChargedUntilThen()
{
    Home home;
    openDebt(home);
    QCOMPARE(accrueAt(home, kMark - 1), 0);
    QCOMPARE(owed(home), std::string("0"));
    QCOMPARE(accrueAt(home, kMark), 1);
    QCOMPARE(owed(home), std::string("0.1"));
}

void TestInterestBooking::anHourIsBookedOnceWhateverTheClockSays()
{
    Home home;
    openDebt(home);
    QCOMPARE(accrueAt(home, kMark + 10 * kMinute), 1);
    QCOMPARE(accrueAt(home, kMark + 10 * kMinute), 0);
    QCOMPARE(accrueAt(home, kMark - 30 * kMinute), 0); // back before the mark, and over it again
    QCOMPARE(accrueAt(home, kMark + 20 * kMinute), 0);
    QCOMPARE(accrueAt(home, kMark + 48 * margin::kHourMs), 1); // far ahead, and right again
    QCOMPARE(accrueAt(home, kMark + 2 * margin::kHourMs), 0);
    QCOMPARE(owed(home), std::string("4.9"));
    home.close();
    home.open();
    QCOMPARE(accrueAt(home, kMark + 48 * margin::kHourMs), 0);
    QCOMPARE(accrueAt(home, kMark + 49 * margin::kHourMs), 1);
    QCOMPARE(owed(home), std::string("5"));
}

void TestInterestBooking::twoProgramsBookAnHourOnce()
{
    Home home;
    openDebt(home);
    const WallTime now = kMark + kMinute;
    home.clock.wall = now;
    VALUE_OF(other, Storage::open(home.path(), home.clock));

    VALUE_OF(first, other->accrueInterest(now));
    VALUE_OF(second, home.store->accrueInterest(now));

    QCOMPARE(first, 1);
    QCOMPARE(second, 0);
    QCOMPARE(owed(home), std::string("0.1"));
}

void TestInterestBooking::aRepaymentInMidHourCountsAtTheNextMark()
{
    Home home;
    Account account = debtor();
    account.balances[1].free = amount("1300");
    openDebt(home, account);
    accrueAt(home, kMark);
    home.clock.wall = kMark + 30 * kMinute;
    WORKS(home.store->book(repay("1200.1"))); // the interest first, then half of the principal
    QCOMPARE(owed(home), std::string("0"));
    accrueAt(home, kMark + margin::kHourMs);
    QCOMPARE(owed(home), std::string("0.05"));
}

void TestInterestBooking::aRepaymentWhileNobodyWatchedCountsFromItsHour()
{
    Home home;
    Account account = debtor();
    account.balances[1].free = amount("1300");
    openDebt(home, account);
    home.clock.wall = kMark + 150 * kMinute; // three marks at 2400 were not booked yet
    WORKS(home.store->book(repay("1200")));
    QCOMPARE(accrueAt(home, kMark + 4 * margin::kHourMs), 1);
    QCOMPARE(owed(home), std::string("0.4")); // 3 x 0.1 and 2 x 0.05
    verifyFindsNothing(home);
}

void TestInterestBooking::aChangedRateCountsFromTheNextMark()
{
    Home home;
    openDebt(home);
    home.clock.wall = kMark + 90 * kMinute; // two marks were not booked yet: they have the rate of then
    Account faster = debtor("0.002");
    WORKS(home.store->changeAccount({faster, false}));
    QCOMPARE(owed(home), std::string("0.2"));
    accrueAt(home, kMark + 2 * margin::kHourMs);
    QCOMPARE(owed(home), std::string("0.4"));
    WORKS(home.store->changeAccount({debtor(""), false}));
    accrueAt(home, kMark + 9 * margin::kHourMs);
    QCOMPARE(owed(home), std::string("0.4")); // not known any more
    WORKS(home.store->changeAccount({debtor(), false}));
    accrueAt(home, kMark + 10 * margin::kHourMs);
    QCOMPARE(owed(home), std::string("0.5")); // and not made up for
}

void TestInterestBooking::aLoanIsChargedItsFirstHourWithItself()
{
    Home home;
    Account account = debtor("0.0002", "0");
    account.balances[1].free = amount("5000");
    openDebt(home, account);
    margin::QuoteBoard board;
    board.internRate("ETH", "USDT");
    home.clock.wall = kMark + 20 * kMinute;
    WORKS(home.store->book({freshId(), "b-ethusdt", monitor::TopUp {"ETH", amount("1"), {}}, {}, nullptr}));
    Account empty = account;
    empty.balances[0].free = {};
    WORKS(home.store->book({freshId(), "b-ethusdt", monitor::Correct {empty.balances, std::nullopt}, {}, nullptr}));
    const monitor::OperationRequest loan {
        freshId(), "b-ethusdt", monitor::Borrow {"USDT", amount("1000")}, {}, board.freeze()};
    WORKS(home.store->book(loan));
    QCOMPARE(owed(home), margin::interestFor(amount("1000"), amount("0.0002"), 1).value().toString());
    QCOMPARE(interestOperations(home), std::size_t {1}); // a row of the loan itself
    accrueAt(home, kMark + 75 * kMinute); // 14:15: the published example
    QCOMPARE(owed(home), margin::interestFor(amount("1000"), amount("0.0002"), 2).value().toString());
}

void TestInterestBooking::anUnknownRateChargesNothing()
{
    Home home;
    openDebt(home, debtor(""));
    QCOMPARE(accrueAt(home, kMark + 1'000 * margin::kHourMs), 0);
    QCOMPARE(owed(home), std::string("0"));
}

void TestInterestBooking::aCorrectionHoldsWhatWasNotBookedBefore()
{
    Home home;
    openDebt(home);
    home.clock.wall = kMark + 5 * margin::kHourMs + kMinute; // six marks were not booked
    Account said = debtor();
    said.balances[1].interest = amount("0.7");
    WORKS(home.store->book({freshId(), "b-ethusdt", monitor::Correct {said.balances, said.contributed}, {}, nullptr}));
    QCOMPARE(accrueAt(home, kMark + 6 * margin::kHourMs), 1);
    QCOMPARE(owed(home), std::string("0.8"));
}

void TestInterestBooking::aSettingLetsTheHoursPass()
{
    Home home;
    openDebt(home);
    const QString key = monitor::kAddInterestKey.toString();
    WORKS(home.store->setSetting(key, u"0"_s));
    QCOMPARE(accrueAt(home, kMark + 5 * margin::kHourMs), 0);
    WORKS(home.store->setSetting(key, u"1"_s));
    QCOMPARE(accrueAt(home, kMark + 5 * margin::kHourMs + kMinute), 0);
    QCOMPARE(accrueAt(home, kMark + 6 * margin::kHourMs), 1);
    QCOMPARE(owed(home), std::string("0.1"));
}

void TestInterestBooking::aStoryIsNeverCharged()
{
    for (const auto purpose : {storage::Purpose::Example, storage::Purpose::Replay}) {
        QTemporaryDir folder;
        FakeClock clock;
        VALUE_OF(store, Storage::open(folder.filePath(u"story"_s), clock, {purpose, true}));
        WORKS(store->importPortfolio({{debtor()}, {}}));
        VALUE_OF(booked, store->accrueInterest(kMark + 100 * margin::kHourMs));
        QCOMPARE(booked, 0);
        QCOMPARE(owed(*store), std::string("0"));
    }
}

void TestInterestBooking::aClosedAccountIsNotCharged()
{
    Home home;
    openDebt(home);
    home.clock.wall = kMark + 150 * kMinute;
    const auto liquidation = freshId();
    WORKS(home.store->book({liquidation, "b-ethusdt", monitor::RecordLiquidation {}, {}, nullptr}));
    QCOMPARE(accrueAt(home, kMark + 5 * margin::kHourMs), 0);
    WORKS(home.store->book(takenBack("b-ethusdt", liquidation)));
    QCOMPARE(accrueAt(home, kMark + 6 * margin::kHourMs), 1);
    QCOMPARE(owed(home), std::string("0.1"));
}

void TestInterestBooking::aRemovedAccountIsChargedWhenItIsBack()
{
    Home home;
    openDebt(home);
    const auto id = freshId();
    WORKS(home.store->book(removal("b-ethusdt", id)));
    QCOMPARE(accrueAt(home, kMark + 5 * margin::kHourMs), 0);
    WORKS(home.store->book(takenBack("b-ethusdt", id)));
    QCOMPARE(accrueAt(home, kMark + 5 * margin::kHourMs), 1);
    QCOMPARE(owed(home), std::string("0.6"));
}

void TestInterestBooking::aRunThatDoesNotFitIsBegunAnew()
{
    Home home;
    openDebt(home);
    home.close();
    {
        const storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
        storage::SqlTransaction transaction(connection.database());
        storage::execute(connection.database(), u"UPDATE interest_run SET principal = '9999' WHERE asset = 'USDT'");
        storage::sealInterestRun(connection.database(), 1, "USDT"); // as a program that counted wrong would
        transaction.commit();
    }
    home.open();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"counted on another amount"_s));
    QCOMPARE(accrueAt(home, kMark + kMinute), 0);
    QCOMPARE(accrueAt(home, kMark + margin::kHourMs), 1);
    QCOMPARE(owed(home), std::string("0.1"));
}

void TestInterestBooking::aDebtInANewAssetIsChargedFromItsHour()
{
    Home home;
    Account cross = debtor();
    cross.id = "a-cross";
    cross.mode = MarginMode::Cross;
    cross.symbol.clear();
    cross.baseAsset.clear();
    openDebt(home, cross);
    home.clock.wall = kMark + 20 * kMinute;
    Account said = cross;
    said.balances.push_back({"BUSD", {}, {}, amount("240"), {}, {}});
    WORKS(home.store->book({freshId(), "a-cross", monitor::Correct {said.balances, said.contributed}, {}, nullptr}));
    verifyFindsNothing(home);
    said.balances.back().dailyInterest = amount("0.001");
    WORKS(home.store->changeAccount({said, false}));

    accrueAt(home, kMark + 2 * margin::kHourMs); // two marks after it was said

    const Portfolio portfolio = home.store->loadPortfolio().value();
    QCOMPARE(portfolio.account("a-cross")->balance("BUSD")->interest, amount("0.02"));
    verifyFindsNothing(home);
}

void TestInterestBooking::aRunThatWasChangedIsFoundAndNotBelieved_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("words");
    const QString changed = u"up to when b-ethusdt was charged interest in USDT was changed"_s;
    const QString update = u"UPDATE interest_run SET %1 WHERE asset = 'USDT'"_s;
    QTest::newRow("until when") << update.arg(u"charged_until = charged_until - 3600000"_s) << changed;
    QTest::newRow("newest row") << update.arg(u"newest_row = newest_row - 1"_s) << changed;
    QTest::newRow("principal") << update.arg(u"principal = '2400.1'"_s) << changed;
    QTest::newRow("rate") << update.arg(u"daily_interest = '0.002'"_s) << changed;
    QTest::newRow("no rate") << update.arg(u"daily_interest = NULL"_s) << changed;
    QTest::newRow("hours") << update.arg(u"hours = hours + 1"_s) << changed;
    QTest::newRow("seal") << update.arg(u"seal = ''"_s) << changed;
    QTest::newRow("asset") << update.arg(u"asset = 'BUSD'"_s) << u"charged interest in BUSD, which it does not list"_s;
    const QString missing = u"up to when b-ethusdt was charged interest in USDT is missing"_s;
    QTest::newRow("holder") << update.arg(u"holder = 2"_s) << missing;
    QTest::newRow("one taken away") << u"DELETE FROM interest_run WHERE asset = 'USDT'"_s << missing;
    QTest::newRow("all taken away") << u"DELETE FROM interest_run"_s << missing;
    QTest::newRow("one slipped in") << u"INSERT INTO interest_run SELECT holder, 'BUSD', charged_until, newest_row, "
                                       u"principal, daily_interest, hours, "
                                       "seal FROM interest_run WHERE asset = 'USDT'"_s
                                    << u"charged interest in BUSD, which it does not list"_s;
    QTest::newRow("said of who has none") << u"UPDATE holder SET charged = 1 WHERE id = 'spot'"_s
                                          << u"up to when spot was charged interest in USDT is missing"_s;
}

void TestInterestBooking::aRunThatWasChangedIsFoundAndNotBelieved()
{
    QFETCH(QString, damage);
    QFETCH(QString, words);
    Home home;
    openDebt(home);
    accrueAt(home, kMark);
    home.close();
    {
        const storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
        storage::execute(connection.database(), damage);
    }

    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.join(u'\n').contains(words), qPrintable(findings.join(u'\n')));
    REFUSES(home.tryOpen(), ErrorCode::DatabaseIsBroken);
}

void TestInterestBooking::aRunThatIsChangedWhileItRunsBooksNothing()
{
    Home home;
    openDebt(home);
    {
        const storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
        storage::execute(connection.database(),
                         u"UPDATE interest_run SET charged_until = charged_until - 360000000 WHERE asset = 'USDT'");
    }
    home.clock.wall = kMark;
    REFUSES(home.store->accrueInterest(kMark), ErrorCode::DatabaseIsBroken);
    QCOMPARE(owed(home), std::string("0"));
}

void TestInterestBooking::failingWritesBookAnHourOnceOrNotAtAll_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("call");
    QTest::addRow("sync") << static_cast<int>(Fault::Sync) << 1;
    for (int call = 1; call <= 6; ++call) {
        QTest::addRow("write %d", call) << static_cast<int>(Fault::Write) << call;
        QTest::addRow("full %d", call) << static_cast<int>(Fault::DiskFull) << call;
    }
}

void TestInterestBooking::failingWritesBookAnHourOnceOrNotAtAll()
{
    QFETCH(int, fault);
    QFETCH(int, call);
    Home home;
    Account second = debtor();
    second.id = "b-bchusdt";
    second.symbol = "BCHUSDT";
    second.baseAsset = second.balances[0].asset = "BCH";
    home.openWith({{debtor(), second}, {}});
    home.clock.wall = kMark + kMinute;

    faultyvfs::failFrom(static_cast<Fault>(fault), call);
    const auto failed = home.store->accrueInterest(home.clock.wall);
    const int injected = faultyvfs::injected();
    faultyvfs::failFrom(Fault::None);

    QVERIFY2(injected == 0 || !failed, "a failure was not reported");
    const auto booked = owed(home);
    QVERIFY(booked == "0" || booked == "0.1");
    QCOMPARE(owed(*home.store, "b-bchusdt"), booked); // both or neither
    accrueAt(home, kMark + 2 * kMinute);
    QCOMPARE(owed(home), std::string("0.1"));
    QCOMPARE(owed(*home.store, "b-bchusdt"), std::string("0.1"));
    verifyFindsNothing(home);
}

PLIMSOLL_TEST(TestInterestBooking)
#include "tst_interestbooking.moc"

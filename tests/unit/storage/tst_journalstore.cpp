// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekit.h"
#include "testlib/testprogram.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <map>

using namespace storagekit;
using monitor::OperationRequest;

/// Booking: everything or nothing, once per operation id, and sums that are the balances.
class TestJournalStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void topUpFromAWalletHasItsRow();
    void topUpFromOutsideRaisesOwnMoney();
    void theSameOperationBooksOnce();
    void theSameIdForAnotherOperationIsAConflict();
    void refusalsBookNothing_data();
    void refusalsBookNothing();
    void refusesIdsThatAreNoUuid_data();
    void refusesIdsThatAreNoUuid();
    void liquidationClosesTheAccount();
    void newAssetsAreListedBehindTheOthers();
    void journalIsFiltered();
    void sumsAreTheBalancesOverRandomOperations();
    void aRemovalIsAnOperationThatCanBeTakenBack();
    void aLiquidationCanBeTakenBackOnce();
    void aRemovalIsNotTakenBackOverAnother();
    void anyOperationCanBeTakenBack_data();
    void anyOperationCanBeTakenBack();
    void whatCannotBeTakenBackSaysWhy();
    void allTakenBackIsTheBeginning();
    void aWalletIsPutRightAndRemoved();
    void aMoveIsOneOperation_data();
    void aMoveIsOneOperation();
    void aMoveThatOneSideRefusesBooksNothing_data();
    void aMoveThatOneSideRefusesBooksNothing();
    void aMoveIsTakenBackFromEitherSide_data();
    void aMoveIsTakenBackFromEitherSide();
};

namespace {

using Sums = std::map<std::tuple<std::string, std::string, margin::Field>, Decimal>;

void addTo(Sums &sums, const std::string &id, const std::vector<Balance> &balances)
{
    for (const Balance &b : balances) {
        for (const auto &[field, value] :
             {std::pair {margin::Field::Free, b.free}, std::pair {margin::Field::Locked, b.locked},
              std::pair {margin::Field::Borrowed, b.borrowed}, std::pair {margin::Field::Interest, b.interest}}) {
            if (!value.isZero()) {
                sums[{id, b.asset, field}] = value;
            }
        }
    }
}

Sums sumsOf(const Portfolio &portfolio)
{
    Sums sums;
    for (const Account &account : portfolio.accounts) {
        addTo(sums, account.id, account.balances);
    }
    for (const Wallet &wallet : portfolio.wallets) {
        addTo(sums, wallet.id, wallet.balances);
    }
    return sums;
}

Sums sumsOf(const std::vector<monitor::JournalRow> &rows)
{
    Sums sums;
    for (const monitor::JournalRow &row : rows) {
        Decimal &sum = sums[{row.row.account, row.row.asset, row.row.field}];
        sum = sum.plus(row.row.change).value();
    }
    std::erase_if(sums, [](const auto &entry) { return entry.second.isZero(); });
    return sums;
}

monitor::Action randomAction(QRandomGenerator &random)
{
    const Decimal value = Decimal::fromMantissa(margin::Int128 {random.bounded(1, 2'000'000'000)} * 1'000'000'000'00
                                                * random.bounded(1, 50));
    const std::string asset = random.bounded(2) != 0 ? "USDT" : "ETH";
    const std::string wallet = random.bounded(2) != 0 ? "spot" : "";
    switch (random.bounded(6)) {
    case 0: return monitor::TopUp {asset, value, wallet};
    case 1: return monitor::TransferOut {asset, value, wallet};
    case 2: return monitor::Repay {asset, value};
    case 3: return monitor::ChargeInterest {"USDT", value};
    case 4: return monitor::Borrow {asset, value};
    default: return monitor::Correct {{{"ETH", value, {}, {}, {}, {}}, {"USDT", {}, {}, value, value, {}}}, value};
    }
}

} // namespace

void TestJournalStore::topUpFromAWalletHasItsRow()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    home.clock.wall += 5;

    VALUE_OF(receipt, store.book(topUp("b-ethusdt", "150.5", "spot")));
    VALUE_OF(rows, store.journal({}));
    VALUE_OF(portfolio, store.loadPortfolio());

    QVERIFY(!receipt.alreadyBooked);
    QCOMPARE(receipt.time, home.clock.wall);
    const auto isOfThis = [&](const monitor::JournalRow &row) { return row.operationId == receipt.operationId; };
    QCOMPARE(std::ranges::count_if(rows, isOfThis), 2);
    for (const monitor::JournalRow &row : rows) {
        QCOMPARE(row.time, isOfThis(row) ? receipt.time : receipt.time - 5);
    }
    QCOMPARE(sumsOf(rows), sumsOf(portfolio));
    QCOMPARE(freeOf(portfolio, "b-ethusdt", "USDT"), amount("150.5"));
    QCOMPARE(portfolio.wallet("spot")->free("USDT"), amount("849.5"));
    QVERIFY(std::ranges::is_sorted(rows, {}, &monitor::JournalRow::sequence));
}

void TestJournalStore::topUpFromOutsideRaisesOwnMoney()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());

    WORKS(store.book(topUp("b-ethusdt", "150")));
    VALUE_OF(portfolio, home.open().loadPortfolio());

    QCOMPARE(portfolio.accounts[0].contributed, std::optional(amount("350")));
    QCOMPARE(portfolio.wallets[0], spotWallet());
}

void TestJournalStore::theSameOperationBooksOnce()
{
    Home home;
    home.openWith(smallPortfolio());
    const auto request = topUp("b-ethusdt", "150", "spot");
    VALUE_OF(first, home.store->book(request));
    const auto firstTime = home.clock.wall;
    home.clock.wall += 1000;

    VALUE_OF(second, home.store->book(request));
    VALUE_OF(third, home.open().book(request)); // also after a restart

    QVERIFY(!first.alreadyBooked);
    QVERIFY(second.alreadyBooked && third.alreadyBooked);
    QCOMPARE(second.time, firstTime);
    VALUE_OF(portfolio, home.store->loadPortfolio());
    QCOMPARE(freeOf(portfolio, "b-ethusdt", "USDT"), amount("150"));
}

void TestJournalStore::theSameIdForAnotherOperationIsAConflict()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const std::string id = freshId();
    WORKS(store.book(topUp("b-ethusdt", "150", "spot", id)));

    REFUSES(store.book(topUp("b-ethusdt", "151", "spot", id)), ErrorCode::Conflict);
    REFUSES(store.book(topUp("b-ethusdt", "150", "", id)), ErrorCode::Conflict);
    REFUSES(store.book({id, "b-ethusdt", monitor::Repay {"USDT", amount("150")}, {}, nullptr}), ErrorCode::Conflict);
}

void TestJournalStore::refusalsBookNothing_data()
{
    QTest::addColumn<OperationRequest>("request");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no such account") << topUp("nobody", "1") << ErrorCode::NotFound;
    QTest::newRow("a wallet is no account") << topUp("spot", "1") << ErrorCode::NotFound;
    QTest::newRow("no such wallet") << topUp("b-ethusdt", "1", "vault") << ErrorCode::NotFound;
    QTest::newRow("an account is no wallet") << topUp("b-ethusdt", "1", "b-ethusdt") << ErrorCode::NotFound;
    QTest::newRow("more than the wallet has")
        << topUp("b-ethusdt", "1000.000000000000000001", "spot") << ErrorCode::NotEnough;
    QTest::newRow("nothing") << topUp("b-ethusdt", "0") << ErrorCode::AmountNotPositive;
    QTest::newRow("below nothing") << topUp("b-ethusdt", "-1") << ErrorCode::AmountNotPositive;
    QTest::newRow("a third asset")
        << OperationRequest {freshId(), "b-ethusdt", monitor::TopUp {"BTC", amount("1"), {}}, {}, nullptr}
        << ErrorCode::AssetNotAccepted;
    QTest::newRow("more than is free")
        << OperationRequest {freshId(), "b-ethusdt", monitor::Repay {"USDT", amount("1")}, {}, nullptr}
        << ErrorCode::NotEnough;
    QTest::newRow("no price")
        << OperationRequest {freshId(), "b-ethusdt", monitor::Borrow {"USDT", amount("1")}, {}, nullptr}
        << ErrorCode::PriceUnknown;
    QTest::newRow("beyond 18 digits") << topUp("b-ethusdt", "999999999999999999") << ErrorCode::Overflow;
}

void TestJournalStore::refusalsBookNothing()
{
    QFETCH(OperationRequest, request);
    QFETCH(ErrorCode, code);
    Portfolio start = smallPortfolio();
    start.accounts[0].balances[1].free = amount("0.5");
    if (code == ErrorCode::Overflow) { // so much covers the loan at any price: nothing is unknown then
        start.accounts[0].balances[1].locked = amount("900000000000000000");
    }
    Home home;
    Storage &store = home.openWith(start);
    VALUE_OF(before, store.journal({}));

    REFUSES(store.book(request), code);

    VALUE_OF(after, store.journal({}));
    VALUE_OF(portfolio, store.loadPortfolio());
    QCOMPARE(after.size(), before.size());
    QCOMPARE(portfolio, start);
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestJournalStore::refusesIdsThatAreNoUuid_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("upper case") << QByteArray("0F8FAD5B-D9CB-469F-A165-70867728950E");
    QTest::newRow("braces") << QByteArray("{0f8fad5b-d9cb-469f-a165-70867728950e}");
    QTest::newRow("a digit short") << QByteArray("0f8fad5b-d9cb-469f-a165-70867728950");
    QTest::newRow("words") << QByteArray("'; DROP TABLE operation; --          ");
}

void TestJournalStore::refusesIdsThatAreNoUuid()
{
    QFETCH(QByteArray, id);
    Home home;
    Storage &store = home.openWith(smallPortfolio());

    REFUSES(store.book(topUp("b-ethusdt", "1", {}, id.toStdString())), ErrorCode::Malformed);
}

void TestJournalStore::liquidationClosesTheAccount()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());

    WORKS(store.book({freshId(), "b-ethusdt", monitor::RecordLiquidation {}, "the exchange said so", nullptr}));

    VALUE_OF(portfolio, home.open().loadPortfolio());
    QCOMPARE(portfolio.accounts[0].liquidatedAt, std::optional(home.clock.wall));
    QVERIFY(!portfolio.accounts[0].hasDebt());
    QCOMPARE(portfolio.accounts[0].balances.size(), std::size_t {2});
    REFUSES(home.store->book(topUp("b-ethusdt", "1")), ErrorCode::AccountClosed);
}

void TestJournalStore::newAssetsAreListedBehindTheOthers()
{
    Portfolio start = smallPortfolio();
    start.accounts[0].mode = MarginMode::Cross;
    start.accounts[0].symbol.clear();
    start.accounts[0].baseAsset.clear();
    Home home;
    Storage &store = home.openWith(start);

    for (const char *asset : {"BTC", "ADA", "BTC", "XRP"}) {
        WORKS(store.book({freshId(), "b-ethusdt", monitor::TopUp {asset, amount("2"), {}}, {}, nullptr}));
    }

    VALUE_OF(portfolio, home.open().loadPortfolio());
    std::vector<std::string> assets;
    for (const Balance &balance : portfolio.accounts[0].balances) {
        assets.push_back(balance.asset);
    }
    QCOMPARE(assets, (std::vector<std::string> {"ETH", "USDT", "BTC", "ADA", "XRP"}));
    QVERIFY(!portfolio.accounts[0].contributed); // worth of it was not known
}

void TestJournalStore::journalIsFiltered()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    auto request = topUp("b-ethusdt", "1", "spot");
    request.note = "100% from Grüße";
    WORKS(store.book(request));

    VALUE_OF(ofWallet, store.journal({"spot", {}, 0}));
    VALUE_OF(newest, store.journal({{}, {}, 1}));
    VALUE_OF(byNote, store.journal({{}, u"grÜSSE"_s.replace(u"SS"_s, u"ß"_s), 0}));
    VALUE_OF(byPercent, store.journal({{}, u"%"_s, 0}));
    VALUE_OF(byId, store.journal({"b-ethusdt", QString::fromStdString(request.id), 0}));
    VALUE_OF(nothing, store.journal({{}, u"no such text"_s, 0}));
    VALUE_OF(byKind, store.journal({"b-ethusdt", u"TOP_UP"_s, 0}));

    QCOMPARE(ofWallet.size(), std::size_t {2});
    QCOMPARE(newest.size(), std::size_t {1});
    QCOMPARE(newest[0].operationId, request.id);
    QCOMPARE(byNote.size(), std::size_t {2});
    QCOMPARE(byPercent.size(), std::size_t {2});
    QCOMPARE(byId.size(), std::size_t {1});
    QCOMPARE(byId[0].note, request.note);
    QVERIFY(nothing.empty());
    QCOMPARE(byKind.size(), std::size_t {1});
    QCOMPARE(byKind[0].operationId, request.id);
    QCOMPARE(byKind[0].holder.baseAsset, std::string("ETH"));
    QCOMPARE(byKind[0].holder.quoteAsset, std::string("USDT"));
}

void TestJournalStore::sumsAreTheBalancesOverRandomOperations()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    Portfolio expected = smallPortfolio();
    int booked = 0;
    for (int i = 0; i < 300; ++i) {
        const OperationRequest request {freshId(), "b-ethusdt", randomAction(random), {}, nullptr};
        const Wallet *wallet = monitor::walletOf(request.action).empty() ? nullptr : &expected.wallets[0];
        const auto booking = monitor::plan(expected.accounts[0], wallet, request.action, {});
        const auto account = booking ? margin::apply(expected.accounts[0], *booking) : Result<Account>(booking.error());

        const auto receipt = store.book(request);

        QCOMPARE(receipt.hasValue(), account.hasValue());
        if (receipt) {
            ++booked;
            expected.accounts[0] = *account;
            VALUE_OF(balances, margin::applyRows(expected.wallets[0].balances, "spot", booking->rows));
            expected.wallets[0].balances = balances;
        }
    }

    QVERIFY2(booked > 50, "too little was booked to say anything");
    VALUE_OF(portfolio, home.open().loadPortfolio());
    VALUE_OF(rows, home.store->journal({}));
    VALUE_OF(findings, Storage::verify(home.path()));
    QCOMPARE(portfolio, expected);
    QCOMPARE(sumsOf(rows), sumsOf(portfolio));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestJournalStore::aRemovalIsAnOperationThatCanBeTakenBack()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const auto remove = removal("b-ethusdt");
    WORKS(store.book(remove));
    WORKS(store.book(remove)); // a repeat books nothing
    QVERIFY(store.loadPortfolio().value().accounts.empty());

    VALUE_OF(removed, store.journal({"b-ethusdt", {}, 0}));
    QVERIFY(removed.back().row.kind == margin::EntryKind::Removal && !removed.back().movesMoney()
            && removed.back().reversible);
    QVERIFY(std::ranges::all_of(removed, [](const monitor::JournalRow &row) {
        return row.holder.isRemoved && row.holder.name == "User B ETH";
    }));
    VALUE_OF(found, store.journal({{}, u"user b"_s, 0})); // by its name, though it is gone
    QCOMPARE(found.size(), removed.size());

    WORKS(store.book(takenBack("b-ethusdt", remove.id)));
    QCOMPARE(store.loadPortfolio().value(), smallPortfolio());
    REFUSES(store.book(takenBack("b-ethusdt", remove.id)), ErrorCode::NotAllowedNow);
    VALUE_OF(after, store.journal({"b-ethusdt", {}, 0}));
    QVERIFY(after.back().row.kind == margin::EntryKind::Reversal && !after.back().reversible);
    QVERIFY(std::ranges::none_of(after, &monitor::JournalRow::reversible));
    QVERIFY(std::ranges::is_sorted(after, {}, &monitor::JournalRow::sequence));

    WORKS(store.book(removal("b-ethusdt"))); // again, and shown again by an import this time
    WORKS(store.importPortfolio(smallPortfolio()));
    QCOMPARE(store.loadPortfolio().value(), smallPortfolio());
    VALUE_OF(last, store.journal({"b-ethusdt", {}, 1}));
    QVERIFY(last.front().row.kind == margin::EntryKind::Reversal);
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestJournalStore::aLiquidationCanBeTakenBackOnce()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const monitor::OperationRequest liquidation {freshId(), "b-ethusdt", monitor::RecordLiquidation {}, {}, nullptr};
    WORKS(store.book(liquidation));
    WORKS(store.book(removal("b-ethusdt")));
    REFUSES(store.book(takenBack("b-ethusdt", liquidation.id)), ErrorCode::NotAllowedNow); // it is not there now
    VALUE_OF(rows, store.journal({"b-ethusdt", {}, 1}));
    WORKS(store.book(takenBack("b-ethusdt", rows.front().operationId)));
    QVERIFY(store.loadPortfolio().value().account("b-ethusdt")->liquidatedAt);

    WORKS(store.book(takenBack("b-ethusdt", liquidation.id)));

    QCOMPARE(store.loadPortfolio().value(), smallPortfolio());
    REFUSES(store.book(takenBack("b-ethusdt", liquidation.id)), ErrorCode::NotAllowedNow);
    REFUSES(store.book(takenBack("b-ethusdt", freshId())), ErrorCode::NotFound);
    WORKS(store.book({freshId(), "b-ethusdt", monitor::RecordLiquidation {}, {}, nullptr})); // and it may happen again
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestJournalStore::aRemovalIsNotTakenBackOverAnother()
{
    Home home;
    Account first = isolatedAccount();
    Storage &store = home.openWith({{first}, {}});
    const auto remove = removal(first.id);
    WORKS(store.book(remove));
    Account second = first;
    second.id = "another"; // the same owner on the same pair
    WORKS(store.importPortfolio({{second}, {}}));

    const auto outcome = store.book(takenBack(first.id, remove.id));

    QVERIFY(!outcome.hasValue());
    VALUE_OF(portfolio, store.loadPortfolio());
    QCOMPARE(portfolio.accounts.size(), std::size_t {1});
    VALUE_OF(rows, store.journal({first.id, {}, 1}));
    QVERIFY(rows.front().row.kind == margin::EntryKind::Removal && rows.front().reversible);
}

void TestJournalStore::anyOperationCanBeTakenBack_data()
{
    QTest::addColumn<monitor::Action>("action");

    const std::vector<Balance> corrected {{"ETH", amount("12"), {}, {}, {}, {}},
                                          {"USDT", {}, {}, amount("1600"), amount("3"), {}}};
    QTest::newRow("top-up from a wallet") << monitor::Action(monitor::TopUp {"USDT", amount("150"), "spot"});
    QTest::newRow("top-up from outside") << monitor::Action(monitor::TopUp {"USDT", amount("150"), {}});
    QTest::newRow("interest") << monitor::Action(monitor::ChargeInterest {"USDT", amount("3.5")});
    QTest::newRow("correction") << monitor::Action(monitor::Correct {corrected, amount("200")});
}

void TestJournalStore::anyOperationCanBeTakenBack()
{
    QFETCH(monitor::Action, action);
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const OperationRequest done {freshId(), "b-ethusdt", action, {}, nullptr};
    WORKS(store.book(done));
    QVERIFY(!(store.loadPortfolio().value() == smallPortfolio()));
    VALUE_OF(before, store.journal({"b-ethusdt", {}, 0}));
    QVERIFY(before.back().reversible && !before.front().reversible); // not the opening

    const auto back = takenBack("b-ethusdt", done.id);
    WORKS(store.book(back));
    WORKS(store.book(back)); // a repeat books nothing

    VALUE_OF(portfolio, home.open().loadPortfolio());
    QCOMPARE(sumsOf(portfolio), sumsOf(smallPortfolio()));
    QCOMPARE(portfolio.accounts[0].contributed, smallPortfolio().accounts[0].contributed);
    VALUE_OF(rows, home.store->journal({}));
    QCOMPARE(sumsOf(rows), sumsOf(portfolio));
    QVERIFY(std::ranges::none_of(rows, &monitor::JournalRow::reversible));
    REFUSES(home.store->book(takenBack("b-ethusdt", done.id)), ErrorCode::NotAllowedNow);
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestJournalStore::whatCannotBeTakenBackSaysWhy()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    VALUE_OF(openings, store.journal({"b-ethusdt", {}, 1}));
    REFUSES(store.book(takenBack("b-ethusdt", openings.front().operationId)), ErrorCode::NotAllowedNow);
    const auto first = topUp("b-ethusdt", "150");
    WORKS(store.book(first));
    REFUSES(store.book(takenBack("spot", first.id)), ErrorCode::NotFound); // it is not the wallet's
    WORKS(store.book({freshId(), "b-ethusdt", monitor::Repay {"USDT", amount("100")}, {}, nullptr}));
    REFUSES(store.book(takenBack("b-ethusdt", first.id)), ErrorCode::NotEnough); // 50 of it are left
    const auto second = topUp("b-ethusdt", "100");
    WORKS(store.book(second));
    const auto back = takenBack("b-ethusdt", first.id);
    WORKS(store.book(back));
    REFUSES(store.book(takenBack("b-ethusdt", back.id)), ErrorCode::NotAllowedNow);
    WORKS(store.book({freshId(), "b-ethusdt", monitor::RecordLiquidation {}, {}, nullptr}));
    REFUSES(store.book(takenBack("b-ethusdt", second.id)), ErrorCode::AccountClosed);
}

// Newest first, whatever was booked: every amount is as it was at the beginning.
void TestJournalStore::allTakenBackIsTheBeginning()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    std::vector<std::string> booked;
    for (int i = 0; i < 100; ++i) {
        const OperationRequest request {freshId(), "b-ethusdt", randomAction(random), {}, nullptr};
        if (store.book(request)) {
            booked.push_back(request.id);
        }
    }
    QVERIFY(booked.size() > 20);
    std::ranges::reverse(booked);
    for (const std::string &id : booked) {
        WORKS(store.book(takenBack("b-ethusdt", id)));
    }
    QCOMPARE(sumsOf(home.open().loadPortfolio().value()), sumsOf(smallPortfolio()));
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestJournalStore::aWalletIsPutRightAndRemoved()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const auto correct = [](const char *value) {
        return OperationRequest {freshId(), "spot", monitor::Correct {{{"USDT", amount(value), {}, {}, {}, {}}}, {}},
                                 "counted", nullptr};
    };
    const auto first = correct("700.5");
    WORKS(store.book(first));
    QCOMPARE(store.loadPortfolio().value().wallet("spot")->free("USDT"), amount("700.5"));
    REFUSES(store.book(removal("spot")), ErrorCode::NotAllowedNow); // not while something is in it
    REFUSES(store.book(topUp("spot", "1")), ErrorCode::NotFound); // an account is topped up
    WORKS(store.book(takenBack("spot", first.id)));
    QCOMPARE(store.loadPortfolio().value(), smallPortfolio());

    const OperationRequest empty {freshId(), "spot", monitor::Correct {}, {}, nullptr};
    WORKS(store.book(empty));
    const auto remove = removal("spot");
    WORKS(store.book(remove));
    QVERIFY(store.loadPortfolio().value().wallets.empty());
    REFUSES(store.book(takenBack("spot", empty.id)), ErrorCode::NotAllowedNow); // it is not there
    WORKS(store.book(takenBack("spot", remove.id)));
    QCOMPARE(store.loadPortfolio().value().wallet("spot")->free("USDT"), Decimal());
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

namespace {

// Beside the small portfolio an account that owes nothing: it may give what it has at any price.
Portfolio withAGiver()
{
    Portfolio portfolio = smallPortfolio();
    Account giver = isolatedAccount("rich", "BCH");
    giver.name = "Rich";
    giver.contributed = amount("1000");
    giver.balances = {{"BCH", amount("2"), {}, {}, {}, {}}, {"USDT", amount("500"), {}, {}, {}, {}}};
    portfolio.accounts.push_back(giver);
    return portfolio;
}

OperationRequest moveIn(const char *value, const std::string &from = "rich", const std::string &wallet = {})
{
    return {freshId(), "b-ethusdt", monitor::TopUp {"USDT", amount(value), wallet, false, from}, "help", nullptr};
}

OperationRequest moveOut(const char *value, const std::string &to = "b-ethusdt")
{
    return {freshId(), "rich", monitor::TransferOut {"USDT", amount(value), {}, to}, "help", nullptr};
}

void checkNothingIsWrong(const Home &home)
{
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

} // namespace

void TestJournalStore::aMoveIsOneOperation_data()
{
    QTest::addColumn<OperationRequest>("request");
    QTest::newRow("asked of who gets it") << moveIn("150");
    QTest::newRow("asked of who gives it") << moveOut("150");
}

void TestJournalStore::aMoveIsOneOperation()
{
    QFETCH(OperationRequest, request);
    Home home;
    Storage &store = home.openWith(withAGiver());
    VALUE_OF(before, store.journal({}));
    WORKS(store.book(request));
    VALUE_OF(again, store.book(request));
    QVERIFY(again.alreadyBooked);
    VALUE_OF(halfAgain, store.book(*monitor::otherHalf(request))); // it stands under its own id
    QVERIFY(halfAgain.alreadyBooked);

    VALUE_OF(portfolio, home.open().loadPortfolio());
    QCOMPARE(portfolio.accounts[0].balance("USDT")->free, amount("150"));
    QCOMPARE(portfolio.accounts[0].contributed, std::optional(amount("350")));
    QCOMPARE(portfolio.accounts[1].balance("USDT")->free, amount("350"));
    QCOMPARE(portfolio.accounts[1].contributed, std::optional(amount("850")));
    VALUE_OF(rows, home.store->journal({}));
    QCOMPARE(rows.size(), before.size() + 2);
    for (const monitor::JournalRow &row : std::vector(rows.end() - 2, rows.end())) {
        const bool isIn = row.row.account == "b-ethusdt";
        QVERIFY(row.row.kind == (isIn ? margin::EntryKind::TopUp : margin::EntryKind::TransferOut));
        QCOMPARE(row.movedWith, std::string(isIn ? "rich" : "b-ethusdt"));
        QVERIFY(row.reversible && row.note == "help");
    }
    checkNothingIsWrong(home);
}

void TestJournalStore::aMoveThatOneSideRefusesBooksNothing_data()
{
    QTest::addColumn<OperationRequest>("request");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("the giver has not as much") << moveIn("500.01") << ErrorCode::NotEnough;
    QTest::newRow("the same, asked of the giver") << moveOut("500.01") << ErrorCode::NotEnough;
    QTest::newRow("the giver is not there") << moveIn("1", "nobody") << ErrorCode::NotFound;
    QTest::newRow("the taker is not there") << moveOut("1", "nobody") << ErrorCode::NotFound;
    QTest::newRow("a wallet is no account") << moveIn("1", "spot") << ErrorCode::NotFound;
    QTest::newRow("to itself") << moveOut("1", "rich") << ErrorCode::NotAllowedNow;
    QTest::newRow("from two places") << moveIn("1", "rich", "spot") << ErrorCode::Malformed;
    QTest::newRow("the taker does not take it")
        << OperationRequest {freshId(), "rich", monitor::TransferOut {"BCH", amount("1"), {}, "b-ethusdt"}, {}, nullptr}
        << ErrorCode::AssetNotAccepted;
    QTest::newRow("without a price nobody knows whether it may give")
        << OperationRequest {freshId(),
                             "rich",
                             monitor::TopUp {"USDT", amount("1"), {}, false, "b-ethusdt"},
                             {},
                             nullptr}
        << ErrorCode::NotEnough;
}

void TestJournalStore::aMoveThatOneSideRefusesBooksNothing()
{
    QFETCH(OperationRequest, request);
    QFETCH(ErrorCode, code);
    Home home;
    Storage &store = home.openWith(withAGiver());
    VALUE_OF(before, store.journal({}));
    REFUSES(store.book(request), code);
    VALUE_OF(after, store.journal({}));
    QCOMPARE(after.size(), before.size());
    QCOMPARE(store.loadPortfolio().value(), withAGiver());
    checkNothingIsWrong(home);
}

void TestJournalStore::aMoveIsTakenBackFromEitherSide_data()
{
    QTest::addColumn<OperationRequest>("request");
    QTest::addColumn<bool>("byTheOther");
    for (const bool byTheOther : {false, true}) {
        QTest::addRow("in, by %s", byTheOther ? "the other" : "itself") << moveIn("150") << byTheOther;
        QTest::addRow("out, by %s", byTheOther ? "the other" : "itself") << moveOut("150") << byTheOther;
    }
}

void TestJournalStore::aMoveIsTakenBackFromEitherSide()
{
    QFETCH(OperationRequest, request);
    QFETCH(bool, byTheOther);
    Home home;
    Storage &store = home.openWith(withAGiver());
    WORKS(store.book(topUp("b-ethusdt", "7"))); // neighbours in the journal that are no halves
    WORKS(store.book(request));
    WORKS(store.book(topUp("rich", "7")));
    const OperationRequest half = *monitor::otherHalf(request);
    const OperationRequest &side = byTheOther ? half : request;
    const OperationRequest &other = byTheOther ? request : half;

    WORKS(store.book({freshId(), "b-ethusdt", monitor::Repay {"USDT", amount("20")}, {}, nullptr}));
    REFUSES(store.book(takenBack(side.account, side.id)), ErrorCode::NotEnough); // 137 of it are left, and stay
    WORKS(store.book(topUp("b-ethusdt", "20")));
    QCOMPARE(store.loadPortfolio().value().accounts[1].balance("USDT")->free, amount("357"));

    const auto back = takenBack(side.account, side.id);
    WORKS(store.book(back));
    WORKS(store.book(back)); // a repeat books nothing
    REFUSES(store.book(takenBack(other.account, other.id)), ErrorCode::NotAllowedNow); // it went back too

    VALUE_OF(portfolio, home.open().loadPortfolio());
    QCOMPARE(portfolio.accounts[0].balance("USDT")->free, amount("7"));
    QCOMPARE(portfolio.accounts[0].contributed, std::optional(amount("227")));
    QCOMPARE(portfolio.accounts[1].balance("USDT")->free, amount("507"));
    QCOMPARE(portfolio.accounts[1].contributed, std::optional(amount("1007")));
    checkNothingIsWrong(home);
}

PLIMSOLL_TEST(TestJournalStore)
#include "tst_journalstore.moc"

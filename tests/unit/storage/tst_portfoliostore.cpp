// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekit.h"

#include "testlib/testprogram.h"
#include "wire/portfoliofile.h"

using plimsoll::WallTime;

using namespace storagekit;

/// Accounts and wallets in and out: order, everything or nothing, profiles, changes, removal.
class TestPortfolioStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportOfAnImportIsTheSameBytes();
    void hostileNamesRoundTrip_data();
    void hostileNamesRoundTrip();
    void repeatedImportChangesNothing();
    void importAddsWhatIsNew();
    void importIsAllOrNothing();
    void importIntoAnotherRefusesDoubles();
    void resolvesProfiles();
    void createsAndChangesAccounts();
    void changeLeavesMoneyAlone();
    void refusesBadChanges();
    void removedAccountsAreHiddenAndTheirIdStaysTaken();
    void revisionMovesForOthersButNotWithHistory();
    void aWalletIsCalledSomethingElse();
    void refusesBadNamesOfWallets();
};

namespace {

const char *const kFile = R"({
  "format": "plimsoll-portfolio", "version": 1,
  "accounts": [
    { "id": "z-last", "name": "User A", "mode": "cross", "quoteAsset": "USDT", "profile": "faq-2020-5x", "owner": "a",
      "balances": [ {"asset": "ETH", "free": "5", "locked": "0.000000000000000001"}, {"asset": "BNB", "free": "0"},
                    {"asset": "BCH", "free": "5"}, {"asset": "USDT", "free": "0", "borrowed": "1600", "interest": "0.5"} ] },
    { "id": "a-first", "name": "User B ETH", "mode": "isolated", "symbol": "ETHUSDT", "baseAsset": "ETH", "quoteAsset": "USDT",
      "thresholds": {"initial": "1.25", "marginCall": "1.10", "liquidation": "1.05"}, "contributed": "200",
      "balances": [ {"asset": "USDT", "borrowed": "999999999999999999.999999999999999999"}, {"asset": "ETH", "free": "5"} ] },
    { "id": "empty", "name": "", "mode": "cross", "quoteAsset": "BTC", "profile": "cross-3x", "balances": [] } ],
  "wallets": [ {"id": "spot", "balances": [ {"asset": "USDT", "free": "1000"}, {"asset": "ADA", "free": "0"} ] },
               {"id": "bank", "balances": []} ] })";

Portfolio filePortfolio()
{
    const auto parsed = plimsoll::wire::parsePortfolio(kFile);
    if (!parsed) {
        qFatal("%s", parsed.error().message().c_str());
    }
    return *parsed;
}

} // namespace

void TestPortfolioStore::exportOfAnImportIsTheSameBytes()
{
    const std::string first = plimsoll::wire::writePortfolio(filePortfolio());
    Home home;
    home.openWith(filePortfolio());
    VALUE_OF(loaded, home.open().loadPortfolio());
    const std::string second = plimsoll::wire::writePortfolio(loaded);
    VALUE_OF(parsed, plimsoll::wire::parsePortfolio(second));
    Home other;
    other.openWith(parsed);
    VALUE_OF(again, other.open().loadPortfolio());

    QCOMPARE(QByteArray::fromStdString(second), QByteArray::fromStdString(first));
    QCOMPARE(QByteArray::fromStdString(plimsoll::wire::writePortfolio(again)), QByteArray::fromStdString(first));
}

void TestPortfolioStore::hostileNamesRoundTrip_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << u"'; DROP TABLE account; --\"`"_s;
    QTest::newRow("binding marks") << u"%1 ? ?1 :id $x"_s;
    QTest::newRow("right to left") << u"\u202Eabc\u05D0"_s;
    QTest::newRow("markup") << u"x<img src=\"y\">"_s;
    QTest::newRow("10 kB") << QString(10'000, u'\u00E9');
    QTest::newRow("lines") << u"a\r\n\tb"_s;
}

void TestPortfolioStore::hostileNamesRoundTrip()
{
    QFETCH(QString, text);
    const std::string bytes = text.toStdString();
    Account account = isolatedAccount(bytes, "E'TH%1");
    account.name = account.owner = account.note = bytes;
    Home home;
    home.openWith({{account}, {{"w" + bytes, {{bytes, amount("1"), {}, {}, {}, {}}}}}});
    auto request = topUp(bytes, "1");
    request.note = bytes;
    WORKS(home.store->book(request));

    VALUE_OF(portfolio, home.open().loadPortfolio());
    VALUE_OF(rows, home.store->journal({bytes, text, 1}));

    QCOMPARE(portfolio.accounts[0].name, bytes);
    QCOMPARE(portfolio.accounts[0].id, bytes);
    QCOMPARE(portfolio.accounts[0].note, bytes);
    QCOMPARE(portfolio.wallets[0].balances[0].asset, bytes);
    QCOMPARE(rows.size(), std::size_t {1});
    QCOMPARE(rows[0].note, bytes);
}

void TestPortfolioStore::repeatedImportChangesNothing()
{
    Home home;
    Storage &store = home.openWith(filePortfolio());
    VALUE_OF(rows, store.journal({}));
    VALUE_OF(revision, store.dataVersion());

    WORKS(store.importPortfolio(filePortfolio()));

    VALUE_OF(after, store.journal({}));
    VALUE_OF(revisionAfter, store.dataVersion());
    QCOMPARE(after.size(), rows.size());
    QCOMPARE(revisionAfter, revision);
}

void TestPortfolioStore::importAddsWhatIsNew()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    Portfolio more = smallPortfolio();
    more.accounts.push_back(isolatedAccount("b-bchusdt", "BCH"));
    more.wallets.insert(more.wallets.begin(), {"bank", {}});

    WORKS(store.importPortfolio(more));

    VALUE_OF(portfolio, store.loadPortfolio());
    QCOMPARE(portfolio.accounts, more.accounts);
    QCOMPARE(portfolio.wallets, (std::vector {spotWallet(), Wallet {"bank", {}}}));
}

void TestPortfolioStore::importIsAllOrNothing()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    WORKS(store.book(topUp("b-ethusdt", "1"))); // now its content differs
    VALUE_OF(before, store.loadPortfolio());
    Portfolio more = smallPortfolio();
    more.accounts.insert(more.accounts.begin(), isolatedAccount("new", "BCH"));

    const auto imported = store.importPortfolio(more);

    REFUSES(imported, ErrorCode::Conflict);
    QVERIFY(imported.error().detail.find("b-ethusdt") != std::string::npos);
    QCOMPARE(imported.error().place, std::string("accounts[1].id"));
    VALUE_OF(after, store.loadPortfolio());
    QCOMPARE(after, before);
}

void TestPortfolioStore::importIntoAnotherRefusesDoubles()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());

    REFUSES(store.importPortfolio({{isolatedAccount("other-id")}, {}}),
            ErrorCode::DuplicateEntry); // same owner, same symbol
    REFUSES(store.importPortfolio({{isolatedAccount("spot", "BCH")}, {}}), ErrorCode::Conflict); // a wallet has that id
    REFUSES(store.importPortfolio({{}, {{"b-ethusdt", {}}}}), ErrorCode::Conflict);
    Account unknown = isolatedAccount("x", "BCH");
    unknown.profile = "no-such";
    REFUSES(store.importPortfolio({{unknown}, {}}), ErrorCode::UnknownProfile);

    VALUE_OF(portfolio, store.loadPortfolio());
    QCOMPARE(portfolio, smallPortfolio());
}

void TestPortfolioStore::resolvesProfiles()
{
    Home home;
    home.open();
    margin::Profile mine {"mine", "Mine", {amount("1.5"), amount("1.2"), amount("1.1")}, "", "", ""};
    WORKS(home.store->saveProfile(mine));
    Account byProfile = isolatedAccount("p", "BCH");
    byProfile.profile = "mine";
    Account own = isolatedAccount("o", "ETH");
    own.profile = "mine";
    own.ownThresholds = true;
    WORKS(home.store->importPortfolio({{byProfile, own}, {}}));
    mine.thresholds.marginCall = amount("1.3");
    WORKS(home.store->saveProfile(mine));

    VALUE_OF(portfolio, home.open().loadPortfolio());

    QCOMPARE(portfolio.accounts[0].thresholds, mine.thresholds);
    QCOMPARE(portfolio.accounts[1].thresholds, own.thresholds);
}

void TestPortfolioStore::createsAndChangesAccounts()
{
    Home home;
    home.openWith(smallPortfolio());
    Account account = isolatedAccount("b-bchusdt", "BCH");
    WORKS(home.store->changeAccount({account, true}));
    account.name = "Renamed";
    account.note = "n";
    account.profile = "cross-3x";
    WORKS(home.store->changeAccount({account, false}));

    VALUE_OF(portfolio, home.open().loadPortfolio());

    QCOMPARE(portfolio.accounts.size(), std::size_t {2});
    QCOMPARE(portfolio.accounts[1].name, std::string("Renamed"));
    QCOMPARE(portfolio.accounts[1].thresholds, margin::findBuiltInProfile("cross-3x")->thresholds);
    QCOMPARE(portfolio.accounts[1].balances, account.balances);
    REFUSES(home.store->changeAccount({account, true}), ErrorCode::Conflict);
}

void TestPortfolioStore::changeLeavesMoneyAlone()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    WORKS(store.book(topUp("b-ethusdt", "10")));
    Account account = isolatedAccount();
    account.name = "New";
    account.balances = {{"ETH", amount("99"), {}, {}, {}, amount("0.001")}};
    account.contributed = amount("9999");
    account.liquidatedAt = WallTime {5};

    WORKS(store.changeAccount({account, false}));

    VALUE_OF(portfolio, store.loadPortfolio());
    const Account &after = portfolio.accounts[0];
    QCOMPARE(after.name, std::string("New"));
    QCOMPARE(after.balances[0].free, amount("5"));
    QCOMPARE(after.balances[0].dailyInterest, std::optional(amount("0.001")));
    QCOMPARE(after.balances[1].free, amount("10"));
    QCOMPARE(after.contributed, std::optional(amount("210")));
    QVERIFY(!after.liquidatedAt);
}

void TestPortfolioStore::refusesBadChanges()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    Account account = isolatedAccount("nobody", "BCH");
    REFUSES(store.changeAccount({account, false}), ErrorCode::NotFound);
    account = isolatedAccount();
    account.profile = "no-such";
    REFUSES(store.changeAccount({account, false}), ErrorCode::UnknownProfile);
    account = isolatedAccount();
    account.ownThresholds = true;
    account.thresholds.liquidation = amount("2");
    REFUSES(store.changeAccount({account, false}), ErrorCode::InvalidThresholds);
    account = isolatedAccount();
    account.baseAsset = "BCH"; // ETH would become a third asset
    account.symbol = "BCHUSDT";
    REFUSES(store.changeAccount({account, false}), ErrorCode::AssetNotAccepted);
    account = isolatedAccount();
    account.quoteAsset = "BTC";
    account.symbol = "ETHBTC";
    REFUSES(store.changeAccount({account, false}), ErrorCode::NotAllowedNow);

    VALUE_OF(portfolio, store.loadPortfolio());
    QCOMPARE(portfolio, smallPortfolio());
}

void TestPortfolioStore::removedAccountsAreHiddenAndTheirIdStaysTaken()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    VALUE_OF(rows, store.journal({}));

    WORKS(store.book(removal("b-ethusdt")));

    VALUE_OF(portfolio, store.loadPortfolio());
    VALUE_OF(rowsAfter, store.journal({}));
    QVERIFY(portfolio.accounts.empty());
    QCOMPARE(rowsAfter.size(), rows.size() + 1);
    REFUSES(store.book(removal("b-ethusdt")), ErrorCode::NotFound);
    REFUSES(store.book(topUp("b-ethusdt", "1")), ErrorCode::NotFound);
    REFUSES(store.importPortfolio({{isolatedAccount("b-ethusdt", "BCH")}, {}}), ErrorCode::Conflict);
    WORKS(store.importPortfolio(smallPortfolio())); // the same again: shown again
    VALUE_OF(again, store.loadPortfolio());
    QCOMPARE(again, smallPortfolio());
}

void TestPortfolioStore::revisionMovesForOthersButNotWithHistory()
{
    Home home;
    Storage &first = home.openWith(smallPortfolio());
    FakeClock clock;
    VALUE_OF(second, Storage::open(home.path(), clock));
    VALUE_OF(before, first.dataVersion());

    WORKS(second->book(topUp("b-ethusdt", "1")));
    VALUE_OF(afterBooking, first.dataVersion());
    WORKS(second->appendHistory({{{"b-ethusdt", {1, 2, margin::Status::Normal}}}, {}, {}}));
    VALUE_OF(afterHistory, first.dataVersion());
    WORKS(second->book(removal("b-ethusdt")));
    VALUE_OF(afterRemoval, first.dataVersion());
    WORKS(second->setSetting(u"theme"_s, u"dark"_s));
    VALUE_OF(afterSetting, first.dataVersion());

    QVERIFY(afterBooking.portfolio > before.portfolio);
    QVERIFY(afterBooking.alarms == before.alarms && afterBooking.settings == before.settings);
    QCOMPARE(afterHistory, afterBooking);
    QVERIFY(afterRemoval.portfolio > afterHistory.portfolio);
    QCOMPARE(afterSetting.portfolio, afterRemoval.portfolio);
    QVERIFY(afterSetting.settings > afterRemoval.settings);
    VALUE_OF(portfolio, first.loadPortfolio());
    QVERIFY(portfolio.accounts.empty());
}

void TestPortfolioStore::aWalletIsCalledSomethingElse()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const auto fromSpot = topUp("b-ethusdt", "10", "spot");
    VALUE_OF(before, store.book(fromSpot));
    VALUE_OF(revision, store.dataVersion());

    WORKS(store.renameWallet("spot", "Treasury"));

    VALUE_OF(moved, store.dataVersion());
    QVERIFY(moved.portfolio > revision.portfolio);
    VALUE_OF(portfolio, home.open().loadPortfolio());
    QCOMPARE(portfolio.wallet("spot")->name, std::string("Treasury"));
    QCOMPARE(portfolio.wallet("spot")->free("USDT"), amount("990"));
    VALUE_OF(again, home.store->book(fromSpot)); // the receipt is that of before
    QVERIFY(again.alreadyBooked && again.time == before.time);
    WORKS(home.store->book(takenBack("b-ethusdt", fromSpot.id)));
    VALUE_OF(journal, home.store->journal({"spot", {}, 0}));
    QCOMPARE(journal.back().row.account, std::string("spot"));
    QCOMPARE(journal.back().holder.name, std::string("Treasury"));
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));

    const std::string file = plimsoll::wire::writePortfolio(home.store->loadPortfolio().value());
    VALUE_OF(parsed, plimsoll::wire::parsePortfolio(file));
    Home other;
    other.openWith(parsed);
    QCOMPARE(other.store->loadPortfolio().value().wallet("spot")->name, std::string("Treasury"));

    WORKS(home.store->renameWallet("spot", "spot")); // by its id again
    QCOMPARE(home.store->loadPortfolio().value().wallet("spot")->name, std::string());
    VALUE_OF(still, Storage::verify(home.path()));
    QVERIFY2(still.isEmpty(), qPrintable(still.join(u'\n')));
}

void TestPortfolioStore::refusesBadNamesOfWallets()
{
    Home home;
    Storage &store = home.openWith({{isolatedAccount()}, {spotWallet(), {"bank", {}}}});
    REFUSES(store.renameWallet("nobody", "x"), ErrorCode::NotFound);
    REFUSES(store.renameWallet("b-ethusdt", "x"), ErrorCode::NotFound); // an account
    REFUSES(store.renameWallet("spot", "a\nb"), ErrorCode::Malformed);
    REFUSES(store.renameWallet("spot", std::string(65, 'x')), ErrorCode::Malformed);
    REFUSES(store.renameWallet("spot", "bank"), ErrorCode::Conflict);
    WORKS(store.renameWallet("bank", "Savings"));
    REFUSES(store.renameWallet("spot", "Savings"), ErrorCode::Conflict);
    WORKS(store.renameWallet("spot", "bank")); // nobody is called so any more
    REFUSES(store.renameWallet("bank", {}), ErrorCode::Conflict);
}

PLIMSOLL_TEST(TestPortfolioStore)
#include "tst_portfoliostore.moc"

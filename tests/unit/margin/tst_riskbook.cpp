// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/assessment.h"
#include "margin/riskbook.h"
#include "marginkit.h"

#include <QTest>

#include <array>

using namespace plimsoll;
using namespace plimsoll::test;
using margin::Account;
using margin::RiskBook;
using margin::Status;

namespace {

std::shared_ptr<const Account> shared(Account account)
{
    return std::make_shared<const Account>(std::move(account));
}

void set(RiskBook &book, const std::string &symbol, const std::string &price)
{
    auto &quotes = book.quotes();
    quotes.setPrice(quotes.internSymbol(symbol), d(price), 1);
}

QString statusOf(const RiskBook &book, const std::string &id)
{
    return QString::fromStdString(std::string(margin::statusWord(book.verdicts()[*book.find(id)].status)));
}

const std::array<std::string, 5> kAssets {"BTC", "ETH", "BCH", "DOGE", "USDT"};

Account anyAccount(Chance &chance, const std::string &id)
{
    Account account = crossAccount({}, id);
    for (const std::string &asset : kAssets) {
        if (chance.oneIn(2)) {
            margin::Balance balance = held(asset, chance.usual(2).toString());
            balance.borrowed = chance.oneIn(2) ? chance.usual(2) : Decimal();
            account.balances.push_back(balance);
        }
    }
    return account;
}

bool sameVerdict(const margin::Verdict &a, const margin::Verdict &b)
{
    return a.status == b.status && a.exactLevel.assets() == b.exactLevel.assets()
        && a.exactLevel.debt() == b.exactLevel.debt() && a.overflow == b.overflow;
}

} // namespace

class RiskBookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void the_reference_days_give_the_published_statuses()
    {
        RiskBook book;
        book.upsert(shared(crossAccount({held("ETH", "5"), held("BCH", "5"), owed("USDT", "1600")}, "a")));
        book.upsert(shared(isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800")}, "b-eth")));
        book.upsert(shared(isolatedAccount("BCH", {held("BCH", "5"), owed("USDT", "800")}, "b-bch")));
        book.settle();
        QCOMPARE(statusOf(book, "a"), QStringLiteral("unknown"));
        const auto day = [&](const char *eth, const char *bch) {
            set(book, "ETHUSDT", eth);
            set(book, "BCHUSDT", bch);
            book.settle();
            return QStringList {statusOf(book, "a"), statusOf(book, "b-eth"), statusOf(book, "b-bch")};
        };
        QCOMPARE(day("200", "200"),
                 (QStringList {QStringLiteral("normal"), QStringLiteral("normal"), QStringLiteral("normal")}));
        QCOMPARE(day("230", "170"),
                 (QStringList {QStringLiteral("normal"), QStringLiteral("normal"), QStringLiteral("margin_call")}));
        QCOMPARE(
            day("220", "120"),
            (QStringList {QStringLiteral("margin_call"), QStringLiteral("normal"), QStringLiteral("liquidation")}));
    }

    void only_touched_accounts_are_evaluated()
    {
        RiskBook book;
        book.upsert(shared(isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800")}, "eth")));
        book.upsert(shared(isolatedAccount("BCH", {held("BCH", "5"), owed("USDT", "800")}, "bch")));
        Account idle = crossAccount({held("XRP", "0"), held("USDT", "5")}, "idle"); // an empty balance needs no price
        book.upsert(shared(idle));
        QCOMPARE(book.settle().size(), std::size_t {3});
        QCOMPARE(book.evaluations(), std::uint64_t {3});
        set(book, "BCHUSDT", "200");
        QCOMPARE(book.settle(), (std::vector<std::uint32_t> {1}));
        set(book, "BCHUSDT", "200"); // the same value again
        QVERIFY(book.settle().empty());
        set(book, "XRPUSDT", "1");
        QVERIFY(book.settle().empty());
        set(book, "ETHUSDT", "200");
        set(book, "BCHUSDT", "201");
        QCOMPARE(book.settle(), (std::vector<std::uint32_t> {0, 1}));
        QCOMPARE(book.evaluations(), std::uint64_t {6});
    }

    void going_on_gives_what_starting_afresh_gives()
    {
        Chance chance;
        constexpr int kAccounts = 40;
        RiskBook running;
        std::vector<std::shared_ptr<const Account>> accounts;
        for (int i = 0; i < kAccounts; ++i) {
            accounts.push_back(shared(anyAccount(chance, "a" + std::to_string(i))));
            running.upsert(accounts.back());
        }
        PriceList prices;
        for (int batch = 0; batch < 200; ++batch) {
            for (const std::string &asset : kAssets) {
                if (asset != "USDT" && chance.oneIn(2)) {
                    prices.emplace_back(asset + "USDT", chance.oneIn(10) ? "0" : chance.usual(3).toString());
                    set(running, prices.back().first, prices.back().second);
                }
            }
            if (chance.oneIn(3)) {
                const auto at = static_cast<std::size_t>(chance.between(0, kAccounts - 1));
                accounts[at] = shared(anyAccount(chance, accounts[at]->id));
                running.upsert(accounts[at]);
            }
            running.settle();
            RiskBook fresh;
            for (const auto &account : accounts) {
                fresh.upsert(account);
            }
            for (const auto &[symbol, price] : prices) {
                set(fresh, symbol, price);
            }
            fresh.settle();
            const auto frozen = running.quotes().freeze();
            for (std::size_t i = 0; i < accounts.size(); ++i) {
                QVERIFY(sameVerdict(running.verdicts()[i], fresh.verdicts()[i]));
                QVERIFY(running.verdicts()[i].status == margin::assess(*accounts[i], *frozen).status);
            }
        }
    }

    void a_closed_account_stays_closed()
    {
        RiskBook book;
        book.upsert(shared(isolatedAccount("BCH", {held("BCH", "5"), owed("USDT", "800")}, "bch")));
        set(book, "BCHUSDT", "120");
        book.settle();
        book.close(0, 77);
        QCOMPARE(book.settle(), (std::vector<std::uint32_t> {0}));
        QCOMPARE(statusOf(book, "bch"), QStringLiteral("liquidated"));
        QCOMPARE(book.verdicts()[0].account->liquidatedAt, std::optional<std::int64_t>(77));
        QVERIFY(book.verdicts()[0].account->balances[0].free.isZero());
        set(book, "BCHUSDT", "2000");
        QVERIFY(book.settle().empty());
        QCOMPARE(statusOf(book, "bch"), QStringLiteral("liquidated"));
    }

    void a_removed_account_is_gone_and_its_id_is_free_again()
    {
        RiskBook book;
        const auto account = shared(isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800")}, "eth"));
        book.upsert(account);
        set(book, "ETHUSDT", "200");
        book.settle();
        book.remove("eth");
        book.remove("never there");
        QVERIFY(book.find("eth") == nullptr);
        QVERIFY(book.verdicts()[0].account == nullptr);
        set(book, "ETHUSDT", "100");
        QVERIFY(book.settle().empty());
        book.upsert(account);
        book.settle();
        QCOMPARE(*book.find("eth"), std::size_t {1});
        QCOMPARE(statusOf(book, "eth"), QStringLiteral("liquidation"));
    }

    void sums_beyond_the_range_are_unknown_not_wrapped()
    {
        RiskBook book;
        book.upsert(shared(crossAccount({held("ETH", "999999999999999999"), owed("USDT", "1")})));
        set(book, "ETHUSDT", "999999999999999999");
        book.settle();
        QVERIFY(book.verdicts()[0].overflow);
        QVERIFY(book.verdicts()[0].status == Status::Unknown);
    }

    void a_shared_verdict_does_not_follow_the_book()
    {
        RiskBook book;
        book.upsert(shared(isolatedAccount("BCH", {held("BCH", "5"), owed("USDT", "800")}, "bch")));
        set(book, "BCHUSDT", "200");
        book.settle();
        const auto before = book.shareVerdicts();
        set(book, "BCHUSDT", "120");
        book.settle();
        QVERIFY(before[0].status == Status::Normal);
        QVERIFY(book.verdicts()[0].status == Status::Liquidation);
    }
};

QTEST_GUILESS_MAIN(RiskBookTest)
#include "tst_riskbook.moc"

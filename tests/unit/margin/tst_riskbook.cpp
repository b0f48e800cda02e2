// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/assessment.h"
#include "margin/riskbook.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

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
        book.evaluate();
        QCOMPARE(statusOf(book, "a"), QStringLiteral("unknown"));
        const auto day = [&](const char *eth, const char *bch) {
            set(book, "ETHUSDT", eth);
            set(book, "BCHUSDT", bch);
            book.evaluate();
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
        QCOMPARE(book.evaluate().size(), std::size_t {3});
        QCOMPARE(book.evaluations(), std::uint64_t {3});
        set(book, "BCHUSDT", "200");
        QCOMPARE(book.evaluate(), (std::vector<std::uint32_t> {1}));
        set(book, "BCHUSDT", "200"); // the same value again
        QVERIFY(book.evaluate().empty());
        set(book, "XRPUSDT", "1");
        QVERIFY(book.evaluate().empty());
        set(book, "ETHUSDT", "200");
        set(book, "BCHUSDT", "201");
        QCOMPARE(book.evaluate(), (std::vector<std::uint32_t> {0, 1}));
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
            running.evaluate();
            RiskBook fresh;
            for (const auto &account : accounts) {
                fresh.upsert(account);
            }
            for (const auto &[symbol, price] : prices) {
                set(fresh, symbol, price);
            }
            fresh.evaluate();
            const auto frozen = running.quotes().freeze();
            for (std::size_t i = 0; i < accounts.size(); ++i) {
                QVERIFY(sameVerdict(running.verdicts()[i], fresh.verdicts()[i]));
                const auto seen = margin::assess(*accounts[i], *frozen);
                QVERIFY(running.verdicts()[i].status == seen.status);
                QVERIFY(running.verdicts()[i].exactLevel.assets() == seen.exactLevel.assets());
                QVERIFY(running.verdicts()[i].exactLevel.debt() == seen.exactLevel.debt());
            }
        }
    }

    void a_closed_account_stays_closed()
    {
        RiskBook book;
        book.upsert(shared(isolatedAccount("BCH", {held("BCH", "5"), owed("USDT", "800")}, "bch")));
        set(book, "BCHUSDT", "120");
        book.evaluate();
        book.close(0, 77);
        QCOMPARE(book.evaluate(), (std::vector<std::uint32_t> {0}));
        QCOMPARE(statusOf(book, "bch"), QStringLiteral("liquidated"));
        QCOMPARE(book.verdicts()[0].account->liquidatedAt, std::optional(WallTime {77}));
        QVERIFY(book.verdicts()[0].account->balances[0].free.isZero());
        set(book, "BCHUSDT", "2000");
        QVERIFY(book.evaluate().empty());
        QCOMPARE(statusOf(book, "bch"), QStringLiteral("liquidated"));
    }

    void a_removed_account_is_gone_and_its_id_is_free_again()
    {
        RiskBook book;
        const auto account = shared(isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800")}, "eth"));
        book.upsert(account);
        set(book, "ETHUSDT", "200");
        book.evaluate();
        book.remove("eth");
        book.remove("never there");
        QVERIFY(book.find("eth") == nullptr);
        QVERIFY(book.verdicts()[0].account == nullptr);
        set(book, "ETHUSDT", "100");
        QVERIFY(book.evaluate().empty());
        book.upsert(account);
        book.evaluate();
        QCOMPARE(*book.find("eth"), std::size_t {1});
        QCOMPARE(statusOf(book, "eth"), QStringLiteral("liquidation"));
    }

    void sums_beyond_the_range_are_unknown_not_wrapped()
    {
        RiskBook book;
        book.upsert(shared(crossAccount({held("ETH", "999999999999999999"), owed("USDT", "1")})));
        set(book, "ETHUSDT", "999999999999999999");
        book.evaluate();
        QVERIFY(book.verdicts()[0].overflow);
        QVERIFY(book.verdicts()[0].status == Status::Unknown);
    }

    // Sums have at most 18 digits before the point, so 10^18 is the first that is too large.
    void the_bound_of_a_sum_is_exclusive_data()
    {
        QTest::addColumn<QString>("asset");
        QTest::addColumn<QString>("debt");
        QTest::addColumn<bool>("overflow");
        const QString half = QStringLiteral("500000000000000000"); // two of them are the bound
        const QString less = QStringLiteral("499999999999999999.999999999999999999");
        QTest::newRow("both below") << less << less << false;
        QTest::newRow("assets at the bound") << half << less << true;
        QTest::newRow("debt at the bound") << less << half << true;
        QTest::newRow("both at the bound") << half << half << true;
    }

    void the_bound_of_a_sum_is_exclusive()
    {
        QFETCH(QString, asset);
        QFETCH(QString, debt);
        QFETCH(bool, overflow);
        const Account account = crossAccount(
            {held("ETH", "1"), owed("BCH", "1"), owed("USDT", debt.toStdString(), "0", asset.toStdString())});
        const std::string half = "500000000000000000";
        RiskBook book;
        book.upsert(shared(account));
        set(book, "ETHUSDT", half);
        set(book, "BCHUSDT", half);
        book.evaluate();
        QCOMPARE(book.verdicts()[0].overflow, overflow);
        QCOMPARE(book.verdicts()[0].status == Status::Unknown, overflow);
        const auto seen = margin::assess(account, ratesFor(account, {{"ETHUSDT", half}, {"BCHUSDT", half}}));
        QCOMPARE(seen.overflow, overflow);
        QCOMPARE(seen.status == Status::Unknown, overflow);
    }

    // The early warning: above the call at 1.1, and not above 1.175, half way to the initial ratio of 1.25.
    void the_early_warning_begins_above_the_call_data()
    {
        QTest::addColumn<QString>("assets"); // against 1 owed
        QTest::addColumn<bool>("early");
        QTest::newRow("at the bar") << QStringLiteral("1.175") << true;
        QTest::newRow("above the bar") << QStringLiteral("1.175000000000000001") << false;
        QTest::newRow("above the call") << QStringLiteral("1.100000000000000001") << true;
        QTest::newRow("at the call") << QStringLiteral("1.1") << false;
        QTest::newRow("at liquidation") << QStringLiteral("1.05") << false;
    }

    void the_early_warning_begins_above_the_call()
    {
        QFETCH(QString, assets);
        const Account account = crossAccount({owed("USDT", "1", "0", assets.toStdString())});
        QTEST(margin::judge(account, margin::Rates()).early, "early");
    }

    void a_shared_verdict_does_not_follow_the_book()
    {
        RiskBook book;
        book.upsert(shared(isolatedAccount("BCH", {held("BCH", "5"), owed("USDT", "800")}, "bch")));
        set(book, "BCHUSDT", "200");
        book.evaluate();
        const auto before = book.shareVerdicts();
        set(book, "BCHUSDT", "120");
        book.evaluate();
        QVERIFY(before[0].status == Status::Normal);
        QVERIFY(book.verdicts()[0].status == Status::Liquidation);
    }
};

PLIMSOLL_TEST(RiskBookTest)
#include "tst_riskbook.moc"

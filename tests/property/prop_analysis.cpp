// SPDX-License-Identifier: GPL-3.0-or-later
// The solved answers of the analysis against the same thing found another way, on random books.
#include "analysis/domino.h"
#include "analysis/stress.h"
#include "analysis/twin.h"
#include "analysiskit.h"
#include "margin/verdict.h"

#include <QTest>

#include <array>
#include <map>

using namespace plimsoll;
using namespace plimsoll::analysis;
using namespace plimsoll::test;
using margin::Rounding;
using margin::Status;

namespace {

constexpr int kRounds = 600;

struct Book {
    Accounts accounts;
    PriceList prices;

    [[nodiscard]] margin::Rates rates() const { return ratesOf(accounts, prices); }
};

margin::Balance anyBalance(Chance &chance, const std::string &asset)
{
    margin::Balance balance = held(asset, "0");
    balance.free = chance.oneIn(3) ? Decimal() : chance.usual(2);
    balance.locked = chance.oneIn(4) ? chance.usual(1) : Decimal();
    balance.borrowed = chance.oneIn(3) ? chance.usual(2) : Decimal();
    balance.interest = chance.oneIn(4) ? chance.usual(0) : Decimal();
    return balance;
}

Book anyBook(Chance &chance)
{
    Book book;
    margin::Account cross = crossAccount({}, "cross");
    for (const char *coin : {"ETH", "BCH", "DOGE"}) {
        cross.balances.push_back(anyBalance(chance, coin));
        book.prices.emplace_back(std::string(coin) + "USDT", chance.usual(3).toString());
    }
    cross.balances.push_back(anyBalance(chance, "USDT"));
    cross.contributed = chance.oneIn(2) ? std::optional(chance.usual(3)) : std::nullopt;
    book.accounts.push_back(cross);
    for (const char *coin : {"ETH", "BCH"}) {
        margin::Account account = isolatedAccount(coin, {anyBalance(chance, coin), anyBalance(chance, "USDT")}, coin);
        account.thresholds = chance.oneIn(2) ? referenceBars() : bars("1.5", "1.3", "1.1");
        book.accounts.push_back(account);
    }
    return book;
}

PriceMove anyMove(Chance &chance)
{
    if (chance.oneIn(3)) {
        return PriceMove::everything();
    }
    if (chance.oneIn(2)) {
        return PriceMove::only(chance.oneIn(2) ? "ETH" : "DOGE");
    }
    const auto beta = [&chance] {
        return d(std::to_string(chance.between(-300, 400))).times(d("0.01"), Rounding::Down).value();
    };
    return PriceMove::byBeta({{"ETH", beta()}, {"BCH", beta()}, {"DOGE", beta()}});
}

/// Whether an account meets a bar at a shock; nothing where a price would not be above 0, or is beyond any.
std::optional<bool> isMet(const Book &book, const PriceMove &move, std::size_t account, Decimal bar, Decimal shock)
{
    const std::vector<margin::Account> one {book.accounts[account]};
    const auto rates = shockedRates(one, book.rates(), move, shock);
    if (!rates) {
        return std::nullopt;
    }
    const margin::Decision decision = margin::judge(one[0], *rates);
    return decision.hasLevel() ? std::optional(decision.exactLevel <= bar) : std::nullopt;
}

// The first of 1 .. 1,000,000 at which something begins to hold, which goes on to hold; one more where it does not.
template<typename Holds>
std::int64_t firstWhere(Holds holds)
{
    std::int64_t no = 0;
    std::int64_t yes = 1'000'001;
    while (yes - no > 1) {
        const std::int64_t middle = (no + yes) / 2;
        (holds(middle) ? yes : no) = middle;
    }
    return yes;
}

// The smallest fall, else the smallest rise, in hundredths of a percent towards 0, found by halving between 0 and the
// farthest shock at which there are prices. Nothing where the bar is not met out there either.
std::optional<std::int64_t> byBisection(const Book &book, const PriceMove &move, std::size_t account, Decimal bar)
{
    const auto met = [&](std::int64_t hundredths) {
        const Decimal shock = d(std::to_string(hundredths)).dividedBy(d("100"), Rounding::Down).value();
        return isMet(book, move, account, bar, shock);
    };
    if (met(0).value_or(false)) {
        return 0;
    }
    for (const std::int64_t side : {-1, 1}) {
        // the farthest shock with prices: they are there up to some point and not beyond
        const std::int64_t far = firstWhere([&](std::int64_t size) { return !met(side * size); }) - 1;
        if (far > 0 && *met(side * far)) {
            return side * (firstWhere([&](std::int64_t size) { return met(side * size).value_or(true); }) - 1);
        }
    }
    return std::nullopt;
}

std::array<Decimal, 4> sumOf(const Accounts &accounts, const std::string &asset)
{
    std::array<Decimal, 4> sum;
    for (const margin::Account &account : accounts) {
        if (const margin::Balance *balance = account.balance(asset)) {
            sum[0] = sum[0].plus(balance->free).value();
            sum[1] = sum[1].plus(balance->locked).value();
            sum[2] = sum[2].plus(balance->borrowed).value();
            sum[3] = sum[3].plus(balance->interest).value();
        }
    }
    return sum;
}

} // namespace

class PropAnalysis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dominoIsBisectionOnExactLevels();
    void twinsKeepTotalsAndLevels();
};

void PropAnalysis::dominoIsBisectionOnExactLevels()
{
    Chance chance;
    int found = 0;
    for (int round = 0; round < kRounds; ++round) {
        const Book book = anyBook(chance);
        const PriceMove move = anyMove(chance);
        const Domino domino = dominoFalls(book.accounts, book.rates(), move);
        for (const DominoFall &fall : domino.falls) {
            const margin::Thresholds &bars = book.accounts[fall.account].thresholds;
            const Decimal bar = fall.bar == DominoBar::MarginCall ? bars.marginCall : bars.liquidation;
            const std::string hint = "round " + std::to_string(round) + ": " + fall.shock.toString();
            const auto size = fall.shock.isNegative() ? -fall.shock : fall.shock;
            if (size > d("9900")) {
                continue; // beyond the reach of the search
            }
            const auto searched = byBisection(book, move, fall.account, bar);
            if (!searched) { // met only within the last hundredth with prices
                const Decimal edge = fall.shock.plus(d(fall.shock.isNegative() ? "-0.01" : "0.01")).value();
                QVERIFY2(!isMet(book, move, fall.account, bar, edge.rounded(2, Rounding::Down)), hint.c_str());
                continue;
            }
            const Decimal wanted = d(std::to_string(*searched)).dividedBy(d("100"), Rounding::Down).value();
            const Decimal rounded = fall.shock.isNegative() ? -size.rounded(2, Rounding::Down)
                                                            : size.rounded(2, Rounding::Down);
            const bool isExact = rounded == fall.shock && !fall.shock.isZero(); // met there, and not a hundredth before
            QVERIFY2(isExact || rounded == wanted, (hint + " searched " + wanted.toString()).c_str());
            ++found;
        }
        for (const DominoRest &rest : domino.rest) {
            const margin::Thresholds &bars = book.accounts[rest.account].thresholds;
            const Decimal bar = rest.bar == DominoBar::MarginCall ? bars.marginCall : bars.liquidation;
            if (rest.because == DominoSafety::NotReached) {
                QVERIFY2(!byBisection(book, move, rest.account, bar), std::to_string(round).c_str());
            }
        }
    }
    QVERIFY2(found > kRounds, "books in which nothing ever falls prove nothing");
}

void PropAnalysis::twinsKeepTotalsAndLevels()
{
    Chance chance;
    int exact = 0;
    for (int round = 0; round < kRounds; ++round) {
        const Book book = anyBook(chance);
        const margin::Rates rates = book.rates();
        const auto twins = twinsOf(book.accounts, rates);
        QVERIFY(twins.hasValue());
        for (const Twin &twin : twins->twins) {
            Accounts from;
            for (const std::size_t index : twin.of) {
                from.push_back(book.accounts[index]);
            }
            for (const char *asset : {"ETH", "BCH", "DOGE", "USDT"}) {
                QVERIFY2(sumOf(from, asset) == sumOf(twin.accounts, asset), asset);
            }
            for (const margin::Account &account : twin.accounts) {
                QVERIFY(margin::validated(account).hasValue());
            }
            if (twin.mode != margin::MarginMode::Isolated || !twin.exact) {
                continue;
            }
            const margin::Level whole = margin::judge(from[0], rates).exactLevel;
            for (const margin::Account &account : twin.accounts) {
                const margin::Level level = margin::judge(account, rates).exactLevel;
                const Decimal far = d("0.000001");
                if (level.hasDebt()
                    && level.debt() > margin::Wide::product(d("0.0001"), d("1"))) { // else rounding shows
                    const Decimal gap = level.printed().minus(whole.printed()).value();
                    QVERIFY2(gap < far && -gap < far,
                             (level.printed().toString() + " " + whole.printed().toString()).c_str());
                    ++exact;
                }
            }
        }
    }
    QVERIFY(exact > 100);
}

QTEST_GUILESS_MAIN(PropAnalysis)
#include "prop_analysis.moc"

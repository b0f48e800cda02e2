// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/operations.h"

namespace plimsoll::monitor {

namespace {

template<typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template<typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

using margin::Account;
using margin::Booking;
using margin::Rates;
using margin::Wallet;

// Fields joined by a byte that no id, asset or number contains.
class Line
{
public:
    Line &operator<<(std::string_view text)
    {
        m_text += text;
        m_text += '\x1f';
        return *this;
    }

    Line &operator<<(margin::Decimal value) { return *this << value.toString(); }

    Line &operator<<(bool value) { return *this << std::string_view(value ? "1" : "0"); }

    [[nodiscard]] std::string text() const { return m_text; }

private:
    std::string m_text;
};

void describe(Line &line, const Action &action)
{
    std::visit(Overloaded {
                   [&line](const TopUp &a) {
                       line << a.asset << a.amount << a.wallet;
                       if (a.repays) { // lines of earlier versions stay as they were
                           line << a.repays;
                       }
                   },
                   [&line](const TransferOut &a) { line << a.asset << a.amount << a.wallet; },
                   [&line](const Borrow &a) { line << a.asset << a.amount; },
                   [&line](const Repay &a) { line << a.asset << a.amount; },
                   [&line](const TradeDone &a) { line << a.buy << a.asset << a.against << a.amount << a.price; },
                   [&line](const OpenPosition &a) {
                       line << a.base << a.quote << a.isLong << a.ownMoney << a.leverage << a.price << a.wallet;
                   },
                   [&line](const ClosePosition &a) {
                       line << a.base << a.quote << a.price;
                       if (a.quantity) {
                           line << *a.quantity;
                       }
                   },
                   [&line](const Correct &a) {
                       for (const margin::Balance &b : a.balances) {
                           line << b.asset << b.free << b.locked << b.borrowed << b.interest;
                       }
                       line << (a.contributed ? a.contributed->toString() : std::string("-"));
                   },
                   [](const RecordLiquidation &) {},
                   [&line](const ChargeInterest &a) { line << a.asset << a.amount; },
                   [](const RemoveAccount &) {},
                   [&line](const Reverse &a) { line << std::string_view(a.operation); },
               },
               action);
}

} // namespace

Result<Booking> plan(const Account &account, const Wallet *wallet, const Action &action, const Rates &rates)
{
    return std::visit(
        Overloaded {
            [&](const TopUp &a) {
                return a.repays ? margin::bookTopUpThatRepays(account, wallet, a.asset, a.amount, rates)
                                : margin::bookTopUp(account, wallet, a.asset, a.amount, rates);
            },
            [&](const TransferOut &a) { return margin::bookTransferOut(account, wallet, a.asset, a.amount, rates); },
            [&](const Borrow &a) { return margin::bookBorrow(account, a.asset, a.amount, rates); },
            [&](const Repay &a) { return margin::bookRepay(account, a.asset, a.amount); },
            [&](const TradeDone &a) {
                return margin::bookTrade(account, {a.buy, a.asset, a.against, a.amount, a.price}, rates);
            },
            [&](const OpenPosition &a) {
                return margin::bookOpenPosition(account, wallet,
                                                {a.base, a.quote, a.isLong, a.ownMoney, a.leverage, a.price}, rates);
            },
            [&](const ClosePosition &a) {
                return a.quantity ? margin::bookPartOfPosition(account, a.base, a.quote, *a.quantity, a.price, rates)
                                  : margin::bookClosePosition(account, a.base, a.quote, a.price, rates);
            },
            [&](const Correct &a) { return margin::bookCorrection(account, a.balances, a.contributed); },
            [&](const RecordLiquidation &) { return margin::bookLiquidation(account); },
            [&](const ChargeInterest &a) { return margin::bookInterest(account, a.asset, a.amount); },
            [&](const RemoveAccount &) {
                return Result<Booking>(Booking {{}, account.contributed, false});
            },
            [](const Reverse &) {
                return Result<Booking>(
                    Error {ErrorCode::NotAllowedNow, "operation", "only the journal knows what it booked"});
            },
        },
        action);
}

std::string walletOf(const Action &action)
{
    return std::visit(Overloaded {
                          [](const TopUp &a) { return a.wallet; },
                          [](const TransferOut &a) { return a.wallet; },
                          [](const OpenPosition &a) { return a.wallet; },
                          [](const auto &) { return std::string(); },
                      },
                      action);
}

std::string_view actionWord(const Action &action)
{
    return std::visit(Overloaded {
                          [](const TopUp &) -> std::string_view { return "top_up"; },
                          [](const TransferOut &) -> std::string_view { return "transfer_out"; },
                          [](const Borrow &) -> std::string_view { return "borrow"; },
                          [](const Repay &) -> std::string_view { return "repay"; },
                          [](const TradeDone &a) -> std::string_view { return a.buy ? "buy" : "sell"; },
                          [](const OpenPosition &) -> std::string_view { return "open_position"; },
                          [](const ClosePosition &) -> std::string_view { return "close_position"; },
                          [](const Correct &) -> std::string_view { return "correction"; },
                          [](const RecordLiquidation &) -> std::string_view { return "liquidation"; },
                          [](const ChargeInterest &) -> std::string_view { return "interest"; },
                          [](const RemoveAccount &) -> std::string_view { return "removal"; },
                          [](const Reverse &) -> std::string_view { return "reversal"; },
                      },
                      action);
}

std::string fingerprint(const OperationRequest &request)
{
    Line line;
    line << actionWord(request.action) << std::string_view(request.account);
    describe(line, request.action);
    return line.text();
}

} // namespace plimsoll::monitor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/operations.h"

#include <QtCore/QUuid>

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
        m_text += kEnd;
        return *this;
    }

    Line &operator<<(margin::Decimal value) { return *this << value.toString(); }

    Line &operator<<(bool value) { return *this << std::string_view(value ? "1" : "0"); }

    [[nodiscard]] std::string text() const { return m_text; }

    static constexpr char kEnd = '\x1f'; ///< of a field

private:
    std::string m_text;
};

// The last two fields of either half.
constexpr std::string_view kMove = "move";

void describeMove(Line &line, const std::string &other)
{
    if (!other.empty()) {
        line << kMove << std::string_view(other);
    }
}

void describe(Line &line, const Action &action)
{
    std::visit(Overloaded {
                   [&line](const TopUp &a) {
                       line << a.asset << a.amount << a.wallet;
                       if (a.repays) { // lines of earlier versions stay as they were
                           line << a.repays;
                       }
                       describeMove(line, a.from);
                   },
                   [&line](const TransferOut &a) {
                       line << a.asset << a.amount << a.wallet;
                       describeMove(line, a.to);
                   },
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

std::optional<OperationRequest> otherHalf(const OperationRequest &request)
{
    OperationRequest half {otherHalfId(request.id), {}, {}, request.note, request.rates};
    if (const auto *in = std::get_if<TopUp>(&request.action); in != nullptr && !in->from.empty()) {
        half.account = in->from;
        half.action = TransferOut {in->asset, in->amount, {}, request.account};
        return half;
    }
    if (const auto *out = std::get_if<TransferOut>(&request.action); out != nullptr && !out->to.empty()) {
        half.account = out->to;
        half.action = TopUp {out->asset, out->amount, {}, false, request.account};
        return half;
    }
    return std::nullopt;
}

std::string otherHalfId(const std::string &id)
{
    return QUuid::createUuidV5(QUuid(QString::fromStdString(id)), QStringLiteral("other-half"))
        .toString(QUuid::WithoutBraces)
        .toStdString();
}

bool areHalves(const std::string &one, const std::string &other)
{
    return otherHalfId(one) == other || otherHalfId(other) == one;
}

std::string movedWith(std::string_view fingerprint)
{
    std::vector<std::string_view> fields;
    while (!fingerprint.empty()) {
        const std::size_t end = fingerprint.find(Line::kEnd);
        fields.push_back(fingerprint.substr(0, end));
        fingerprint.remove_prefix(end == std::string_view::npos ? fingerprint.size() : end + 1);
    }
    constexpr std::size_t kFields = 5; // kind, account, asset, amount, wallet
    const std::size_t count = fields.size();
    const bool isHalf = count >= kFields + 2 && (fields[0] == "top_up" || fields[0] == "transfer_out")
        && fields[count - 2] == kMove;
    return isHalf ? std::string(fields.back()) : std::string();
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

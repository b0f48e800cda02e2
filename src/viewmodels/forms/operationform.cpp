// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/forms/operationform.h"

#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/amountecho.h"
#include "viewmodels/common/refusaltext.h"

#include <algorithm>

namespace plimsoll::viewmodels {

using monitor::JournalRow;

OperationForm::OperationForm(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_format(services.format)
    , m_preview(services.format)
{
    connect(&m_services.relay, &monitor::SnapshotRelay::snapshotReady, this, [this] {
        if (m_isOpen) {
            followAccounts();
            snapshotArrived();
            recalculate();
        }
    });
}

void OperationForm::openFor(const QString &accountId)
{
    m_confirmation.restart();
    followAccounts();
    m_accounts.choose(accountId.toStdString());
    accountChosen();
    m_isOpen = true;
    keepAsOpened();
    recalculate();
    Q_EMIT accountsChanged();
    Q_EMIT isOpenChanged();
}

void OperationForm::keepAsOpened()
{
    m_atOpening = entered();
    Q_EMIT stateChanged();
}

void OperationForm::close()
{
    if (m_isOpen) {
        m_isOpen = false;
        m_confirmation.stop(); // what is on its way still ends in booked() or notBooked()
        m_booking.reset();
        Q_EMIT stateChanged();
        Q_EMIT isOpenChanged();
    }
}

void OperationForm::followAccounts()
{
    if (m_accounts.follow(snapshot(), m_format, m_isOpen)) {
        Q_EMIT accountsChanged();
    }
}

void OperationForm::setAccountIndex(int index)
{
    if (m_accounts.chooseAt(index)) {
        accountChosen();
        recalculate();
        Q_EMIT accountsChanged();
    }
}

QString OperationForm::accountTitle() const
{
    const auto now = snapshot();
    const margin::Verdict *verdict = now ? now->find(accountId()) : nullptr;
    return verdict ? accountLabel(*verdict->account) : QString();
}

std::optional<margin::Account> OperationForm::subject() const
{
    return account(accountId());
}

std::optional<margin::Account> OperationForm::account(const std::string &id) const
{
    const auto now = snapshot();
    const margin::Verdict *verdict = now ? now->find(id) : nullptr;
    return verdict ? std::optional(*verdict->account) : std::nullopt;
}

std::shared_ptr<const margin::Rates> OperationForm::rates() const
{
    const auto now = snapshot();
    return now && now->rates ? now->rates : std::make_shared<const margin::Rates>();
}

const margin::Wallet *OperationForm::wallet(const std::string &id) const
{
    const auto now = snapshot();
    if (id.empty() || !now || !now->wallets) {
        return nullptr;
    }
    const auto found = std::ranges::find(*now->wallets, id, &margin::Wallet::id);
    return found == now->wallets->end() ? nullptr : &*found;
}

std::optional<margin::Decimal> OperationForm::readAmount(const QString &text, const char *place, Draft &draft) const
{
    const QString typed = text.trimmed();
    if (typed.startsWith(u'-') || typed.startsWith(u'\u2212')) {
        draft.place = QLatin1String(place);
        draft.reason = tr("This must be above 0.");
        return std::nullopt;
    }
    const auto read = m_format.parseAmount(text);
    if (!read) {
        draft.place = QLatin1String(place);
        draft.reason = notUnderstood(read.error());
        return std::nullopt;
    }
    return *read;
}

OperationForm::Faults OperationForm::faultsOf(const Draft &drafted)
{
    Faults faults;
    QString &place = drafted.place == QLatin1String("amount") || drafted.place == QLatin1String("ownMoney")
        ? faults.amount
        : drafted.place == QLatin1String("asset")    ? faults.asset
        : drafted.place == QLatin1String("price")    ? faults.price
        : drafted.place == QLatin1String("leverage") ? faults.leverage
                                                     : faults.form;
    place = drafted.reason;
    return faults;
}

void OperationForm::recalculate()
{
    const auto account = subject();
    const auto prices = rates();
    Draft drafted = draft();
    if (m_action != drafted.action) {
        m_confirmation.decline(); // the question was about what was typed then
    }
    m_action = drafted.action;
    m_booking.reset();
    m_otherAfter.reset();
    const auto after = account && m_action ? applied(*account, *prices, drafted) : std::nullopt;
    m_faults = faultsOf(drafted);
    const Typed fields = typed();
    echo(fields, *prices);
    if (account) {
        m_preview.set(*account, *prices, after, fields.base.empty() ? fields.asset : fields.base);
    } else {
        m_preview.clear();
    }
    recalculated(m_booking ? &*m_booking : nullptr, after ? &*after : nullptr);
    Q_EMIT stateChanged();
}

// What was understood of each field, or that it was not, whatever stands in the others.
void OperationForm::echo(const Typed &fields, const margin::Rates &prices)
{
    const auto readOrSay = [this](const QString &text, QString &fault) {
        auto read = m_format.parseAmount(text);
        if (!read && fault.isEmpty() && !text.trimmed().isEmpty()) {
            fault = notUnderstood(read.error());
        }
        return read;
    };
    const auto account = subject();
    const auto amount = readOrSay(fields.amount, m_faults.amount);
    const auto price = readOrSay(fields.price, m_faults.price);
    m_amountEcho = amount
        ? echoText(m_format, *amount, fields.asset, prices, account ? account->quoteAsset : fields.asset)
        : QString();
    m_priceEcho = price
        ? tr("= %1 %2 for 1 %3").arg(m_format.full(*price, 2), plainName(fields.quote, 20), plainName(fields.base, 20))
        : QString();
}

// The account after m_action, by the rules that will judge the booking; or the reason in `drafted`.
std::optional<margin::Account> OperationForm::applied(const margin::Account &account, const margin::Rates &prices,
                                                      Draft &drafted)
{
    const std::string walletId = monitor::walletOf(*m_action);
    const margin::Wallet *source = wallet(walletId);
    if (!walletId.empty() && source == nullptr) { // it went away while the dialog was open
        drafted.reason = tr("The wallet is not there any more.");
        return std::nullopt;
    }
    auto planned = monitor::plan(account, source, *m_action, prices);
    auto after = planned ? margin::apply(account, *planned) : Result<margin::Account>(planned.error());
    if (!after) {
        drafted.place = QString::fromStdString(after.error().place);
        drafted.reason = refusalText(after.error(), account, source, *m_action, m_format);
        return std::nullopt;
    }
    if (!applyOtherHalf(prices, drafted)) {
        return std::nullopt;
    }
    if (planned->closesAccount) {
        after.value().liquidatedAt = m_services.clock.wallTime();
    }
    m_booking = std::move(planned).value();
    return std::move(after).value();
}

// What a move is to the other account, by the same rules. True where there is no other half.
bool OperationForm::applyOtherHalf(const margin::Rates &prices, Draft &drafted)
{
    const auto half = monitor::otherHalf({operationId(), accountId(), *m_action, {}, nullptr});
    if (!half) {
        return true;
    }
    const auto other = account(half->account);
    if (!other) {
        drafted.reason = tr("The other account is not there any more.");
        return false;
    }
    const auto planned = monitor::plan(*other, nullptr, half->action, prices);
    const auto after = planned ? margin::apply(*other, *planned) : Result<margin::Account>(planned.error());
    if (!after) {
        drafted.place = QString::fromStdString(after.error().place);
        drafted.reason = tr("%1: %2").arg(accountLabel(*other),
                                          refusalText(after.error(), *other, nullptr, half->action, m_format));
        return false;
    }
    m_otherAfter = *after;
    return true;
}

void OperationForm::recalculated(const margin::Booking *booking, const margin::Account *after)
{
    Q_UNUSED(booking)
    Q_UNUSED(after)
}

void OperationForm::confirm()
{
    if (!confirmable() || !m_confirmation.begin()) {
        return;
    }
    Q_EMIT stateChanged();
    constexpr int kRowsLookedAt = 200;
    const std::string id = operationId();
    m_services.stores.journal({subject()->id, {}, kRowsLookedAt, true})
        .then(this, [this, id](const Result<std::vector<JournalRow>> &journal) { askOrSubmit(journal, id); });
}

void OperationForm::askOrSubmit(const Result<std::vector<JournalRow>> &journal, const std::string &operationId)
{
    if (!m_isOpen || operationId != m_confirmation.id() || !m_booking) { // closed, or the ground moved meanwhile
        if (operationId == m_confirmation.id()) {
            m_confirmation.stop();
        }
        Q_EMIT stateChanged();
        return;
    }
    // Where the journal cannot be read, storing will tell so by itself.
    const JournalRow *earlier = journal ? earlierLike(journal.value()) : nullptr;
    if (earlier == nullptr) {
        submit(*m_action);
        return;
    }
    m_confirmation.ask(tr("The same was recorded at %1 (%2 %3, %4). Record it again?")
                           .arg(m_format.moment(earlier->time, m_services.clock.wallTime()),
                                m_format.full(earlier->row.change), plainName(earlier->row.asset, 20),
                                entryKindText(earlier->row.kind)));
    Q_EMIT stateChanged();
}

const JournalRow *OperationForm::earlierLike(const std::vector<JournalRow> &rows) const
{
    const auto account = subject();
    const auto own = std::ranges::find(m_booking->rows, account ? account->id : std::string(),
                                       &margin::LedgerRow::account);
    if (own == m_booking->rows.end()) {
        return nullptr;
    }
    const WallTime since = m_services.clock.wallTime() - kRepeatMs;
    const auto found = std::ranges::find_if(rows, [&](const JournalRow &row) {
        return row.row == *own && row.time >= since && row.operationId != operationId();
    });
    return found == rows.end() ? nullptr : &*found;
}

void OperationForm::confirmAgain()
{
    if (m_booking && m_confirmation.agree()) {
        Q_EMIT stateChanged();
        submit(*m_action);
    }
}

void OperationForm::declineAgain()
{
    m_confirmation.decline();
    Q_EMIT stateChanged();
}

void OperationForm::submit(const monitor::Action &action)
{
    book(accountId(), action);
}

void OperationForm::book(const std::string &accountId, const monitor::Action &action)
{
    send(order(accountId, action));
}

OperationForm::Order OperationForm::order(const std::string &accountId, const monitor::Action &action) const
{
    return {{operationId(), accountId, action, note().toStdString(), rates()}, successText(action)};
}

void OperationForm::send(const Order &order)
{
    m_services.commands.book(order.request)
        .then(this, [this, id = order.request.id, success = order.success](const Result<monitor::Receipt> &result) {
            finish(id, success, result);
        });
}

void OperationForm::finish(const std::string &operationId, const QString &success,
                           const Result<monitor::Receipt> &result)
{
    if (!result) {
        fail(operationId, result.error());
        return;
    }
    if (operationId == m_confirmation.id()) {
        close();
    }
    Q_EMIT booked(result->alreadyBooked ? tr("Recorded before, not again: ") + success : success);
}

void OperationForm::fail(const std::string &operationId, const Error &error)
{
    if (operationId != m_confirmation.id() || !m_isOpen) { // what the form is about now says nothing about it
        Q_EMIT notBooked(failureText(error));
        return;
    }
    const auto account = subject();
    m_confirmation.fail(account && m_action
                            ? refusalText(error, *account, wallet(monitor::walletOf(*m_action)), *m_action, m_format)
                            : failureText(error));
    Q_EMIT stateChanged();
}

} // namespace plimsoll::viewmodels

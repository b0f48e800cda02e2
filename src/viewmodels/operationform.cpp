// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/operationform.h"

#include "viewmodels/accounttext.h"
#include "viewmodels/accountview.h"
#include "viewmodels/amountecho.h"
#include "viewmodels/refusaltext.h"

#include <QtCore/QUuid>

#include <algorithm>

namespace plimsoll::viewmodels {

OperationForm::OperationForm(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_format(services.format)
    , m_preview(services.format)
{
    connect(&m_services.relay, &monitor::SnapshotRelay::snapshotReady, this, [this] {
        if (m_isOpen) {
            refreshAccounts();
            snapshotArrived();
            recalculate();
        }
    });
}

void OperationForm::openFor(const QString &accountId)
{
    m_operationId = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    m_accountId = accountId.toStdString();
    m_busy = m_asksAgain = false;
    m_failure.clear();
    m_repeatText.clear();
    refreshAccounts();
    if (m_accountId.empty() && !m_accountIds.empty()) {
        m_accountId = m_accountIds.front();
    }
    accountChosen();
    m_isOpen = true;
    recalculate();
    Q_EMIT accountsChanged();
    Q_EMIT isOpenChanged();
}

void OperationForm::close()
{
    if (m_isOpen) {
        m_isOpen = m_busy = m_asksAgain = false; // what is on its way still ends in booked() or notBooked()
        m_booking.reset();
        Q_EMIT stateChanged();
        Q_EMIT isOpenChanged();
    }
}

// Most urgent first, as on the dashboard; while open the order stays, since nothing may move under the person's hand.
void OperationForm::refreshAccounts()
{
    const auto now = snapshot();
    std::vector<std::string> ids;
    for (std::size_t i = 0; now && i < now->verdicts.size(); ++i) {
        if (const auto &account = now->verdicts[i].account; account && !account->liquidatedAt) {
            ids.push_back(account->id);
        }
    }
    auto before = m_accountIds;
    std::ranges::sort(ids);
    std::ranges::sort(before);
    if (m_isOpen && ids == before) {
        return;
    }
    std::vector<AccountView> views;
    for (const std::string &id : ids) {
        views.push_back(makeAccountView(*now->find(id), {*now, m_format, m_services.clock.bootMs(), {}, nullptr}));
    }
    std::ranges::sort(views, isMoreUrgent);
    m_accountIds.clear();
    m_accountNames.clear();
    for (const AccountView &view : views) {
        const bool alone = std::ranges::count(views, view.label, &AccountView::label) == 1;
        m_accountIds.push_back(view.accountId.toStdString());
        m_accountNames << (alone ? view.label
                                 : view.label + QStringLiteral(" · ")
                                   + (view.name.isEmpty() ? view.accountId : view.name));
    }
    Q_EMIT accountsChanged();
}

int OperationForm::accountIndex() const
{
    const auto found = std::ranges::find(m_accountIds, m_accountId);
    return found == m_accountIds.end() ? -1 : static_cast<int>(found - m_accountIds.begin());
}

void OperationForm::setAccountIndex(int index)
{
    if (index < 0 || index >= static_cast<int>(m_accountIds.size()) || index == accountIndex()) {
        return;
    }
    m_accountId = m_accountIds[static_cast<std::size_t>(index)];
    accountChosen();
    recalculate();
    Q_EMIT accountsChanged();
}

QString OperationForm::accountTitle() const
{
    const auto now = snapshot();
    const margin::Verdict *verdict = now ? now->find(m_accountId) : nullptr;
    return verdict ? accountLabel(*verdict->account) : QString();
}

std::optional<margin::Account> OperationForm::subject() const
{
    const auto now = snapshot();
    const margin::Verdict *verdict = now ? now->find(m_accountId) : nullptr;
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

void OperationForm::setReason(const QString &place, const QString &reason)
{
    m_problem.clear();
    m_amountError.clear();
    m_assetError.clear();
    m_priceError.clear();
    m_leverageError.clear();
    QString &target = place == QLatin1String("amount") || place == QLatin1String("ownMoney") ? m_amountError
        : place == QLatin1String("asset")                                                    ? m_assetError
        : place == QLatin1String("price")                                                    ? m_priceError
        : place == QLatin1String("leverage")                                                 ? m_leverageError
                                                                                             : m_problem;
    target = reason;
}

void OperationForm::recalculate()
{
    const auto account = subject();
    const auto prices = rates();
    Draft drafted = draft();
    m_asksAgain = m_asksAgain && m_action == drafted.action; // the question was about what was typed then
    m_action = drafted.action;
    m_booking.reset();
    const auto after = account && m_action ? applied(*account, *prices, drafted) : std::nullopt;
    setReason(drafted.place, drafted.reason);
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

void OperationForm::echo(const Typed &fields, const margin::Rates &prices)
{
    const auto account = subject();
    const auto amount = m_format.parseAmount(fields.amount);
    const auto price = m_format.parseAmount(fields.price);
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
    if (planned->closesAccount) {
        after.value().liquidatedAt = m_services.clock.wallMs();
    }
    m_booking = std::move(planned).value();
    return std::move(after).value();
}

void OperationForm::recalculated(const margin::Booking *booking, const margin::Account *after)
{
    Q_UNUSED(booking)
    Q_UNUSED(after)
}

} // namespace plimsoll::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/positionviewmodel.h"

#include "viewmodels/choices.h"
#include "viewmodels/pricedrates.h"

#include <QtCore/QUuid>

namespace plimsoll::viewmodels {

using margin::Account;
using margin::Decimal;
using margin::MarginMode;

namespace {

constexpr int kCross = PositionViewModel::Cross;
constexpr int kIsolated = PositionViewModel::Isolated;

MarginMode modeOf(int mode)
{
    return mode == kCross ? MarginMode::Cross : MarginMode::Isolated;
}

} // namespace

PositionViewModel::PositionViewModel(const Services &services, QObject *parent)
    : OperationForm(services, parent)
    , m_closing(services)
{
}

void PositionViewModel::open(const QString &accountId)
{
    m_ownMoney.clear();
    m_price.clear();
    m_priceTyped = false;
    m_isLong = true;
    m_profile.clear();
    m_mode = kIsolated;
    m_base.clear();
    m_quote = "USDT";
    m_owner.clear();
    m_source.clear();
    m_leverage = QStringLiteral("2");
    m_newIdTail = QUuid::createUuid().toString(QUuid::Id128).left(8).toStdString();
    presetFrom(accountId);
    listProfiles();
    prefillPrice();
    openFor(accountId);
    m_services.stores.profiles().then(this, [this](const Result<std::vector<margin::Profile>> &own) {
        if (own) {
            m_profiles.setOwn(own.value());
            listProfiles();
            refresh();
        }
    });
    Q_EMIT formChanged();
}

// Owner, mode and pair of the account from which the dialog was opened, and a wallet that has something.
void PositionViewModel::presetFrom(const QString &accountId)
{
    const auto now = snapshot();
    const auto accounts = accountsOf(now);
    m_owners.clear();
    for (const Account *account : accounts) {
        if (indexIn(m_owners, account->owner) < 0) {
            m_owners.push_back(account->owner);
        }
    }
    m_owner = m_owners.empty() ? std::string() : m_owners.front();
    if (const margin::Verdict *verdict = now ? now->find(accountId.toStdString()) : nullptr) {
        const Account &account = *verdict->account;
        m_mode = account.mode == MarginMode::Cross ? kCross : kIsolated;
        m_owner = account.owner;
        m_base = account.baseAsset;
        m_quote = account.quoteAsset;
    }
    m_sources.clear();
    for (std::size_t i = 0; now && now->wallets && i < now->wallets->size(); ++i) {
        m_sources.push_back((*now->wallets)[i].id);
    }
    m_sources.emplace_back();
    for (const std::string &id : m_sources) {
        if (const margin::Wallet *each = wallet(id); each && m_source.empty() && each->free(m_quote).isPositive()) {
            m_source = id;
        }
    }
}

const Account *PositionViewModel::existing(int mode) const
{
    for (const Account *account : accountsOf(snapshot())) {
        const bool samePair = mode == kCross || (account->baseAsset == m_base && account->quoteAsset == m_quote);
        if (account->mode == modeOf(mode) && account->owner == m_owner && samePair) {
            return account; // the snapshot that the relay holds keeps it alive
        }
    }
    return nullptr;
}

std::string PositionViewModel::defaultProfile(int mode) const
{
    std::string only;
    for (const Account *account : accountsOf(snapshot())) {
        if (account->mode == modeOf(mode)) {
            const margin::Profile *profile = account->ownThresholds ? nullptr : m_profiles.find(account->profile);
            const bool fitting = profile != nullptr && margin::fits(profile->use, account->mode);
            if (!fitting || (!only.empty() && only != profile->name)) {
                return {};
            }
            only = profile->name;
        }
    }
    return only;
}

void PositionViewModel::listProfiles()
{
    m_profiles.listFor(modeOf(m_mode), {});
}

std::string PositionViewModel::profileOf(int mode) const
{
    const margin::Profile *chosen = m_profiles.find(m_profile);
    const bool taken = chosen != nullptr && margin::fits(chosen->use, modeOf(mode));
    const std::string usual = defaultProfile(mode);
    return taken && (mode == m_mode || usual.empty()) ? m_profile : usual;
}

std::optional<Account> PositionViewModel::accountFor(int mode) const
{
    if (const Account *account = existing(mode)) {
        return *account;
    }
    auto account = blankAccount(mode);
    const margin::Profile *profile = m_profiles.find(profileOf(mode));
    if (!account || profile == nullptr || !margin::fits(profile->use, account->mode)) {
        return std::nullopt;
    }
    account->profile = profile->name;
    account->thresholds = profile->thresholds;
    return account;
}

std::optional<Account> PositionViewModel::blankAccount(int mode) const
{
    if (m_quote.empty() || m_base.empty() || m_base == m_quote) {
        return std::nullopt;
    }
    Account account;
    account.mode = modeOf(mode);
    account.owner = m_owner;
    account.quoteAsset = m_quote;
    account.contributed = Decimal();
    const std::string tail = '-' + m_newIdTail;
    if (mode == kIsolated) {
        account.baseAsset = m_base;
        account.symbol = m_base + m_quote;
        account.balances = {{m_base, {}, {}, {}, {}, {}}, {m_quote, {}, {}, {}, {}, {}}};
        account.name = m_base + '/' + m_quote;
        account.id = QString::fromStdString(account.symbol).toLower().toStdString() + tail;
    } else {
        account.name = tr("Cross").toStdString();
        account.id = "cross" + tail;
    }
    return account;
}

std::shared_ptr<const margin::Rates> PositionViewModel::rates() const
{
    const auto account = subject();
    const auto known = OperationForm::rates();
    const auto typed = m_format.parseAmount(m_price);
    return account ? pricedRates(*known, *account, m_base, typed ? std::optional(*typed) : std::nullopt) : known;
}

void PositionViewModel::snapshotArrived()
{
    prefillPrice();
    Q_EMIT formChanged();
}

void PositionViewModel::refresh()
{
    prefillPrice();
    recalculate();
    Q_EMIT formChanged();
}

OperationForm::Draft PositionViewModel::draft() const
{
    Draft drafted;
    if (const QString problem = pairProblem(); !problem.isEmpty()) {
        drafted.place = QStringLiteral("asset");
        drafted.reason = problem;
        return drafted;
    }
    for (const QString &field : {base(), quote(), m_ownMoney, m_price, m_leverage}) {
        if (field.trimmed().isEmpty()) {
            return drafted;
        }
    }
    const auto money = readAmount(m_ownMoney, "amount", drafted);
    const auto price = money ? readAmount(m_price, "price", drafted) : std::nullopt;
    const auto leverage = price ? readAmount(m_leverage, "leverage", drafted) : std::nullopt;
    if (leverage && !accountFor(m_mode)) {
        drafted.reason = tr("Choose the bars of the new account.");
    } else if (leverage) {
        drafted.action = monitor::OpenPosition {m_base, m_quote, m_isLong, *money, *leverage, *price, m_source};
    }
    return drafted;
}

void PositionViewModel::recalculated(const margin::Booking *booking, const Account *after)
{
    if (after != nullptr) {
        m_chosen.set(*after, margin::assess(*after, *rates()), m_format, m_base);
    } else {
        m_chosen.clear();
    }
    m_stepsText = booking != nullptr ? stepsOf(*booking) : QString();
    showOther();
    Q_EMIT formChanged();
}

// "Borrows 800 USDT and buys 5 BCH."
QString PositionViewModel::stepsOf(const margin::Booking &booking) const
{
    Decimal loan;
    std::string loanAsset;
    Decimal traded;
    for (const margin::LedgerRow &row : booking.rows) {
        const bool isTrade = row.kind == margin::EntryKind::Buy || row.kind == margin::EntryKind::Sell;
        if (row.kind == margin::EntryKind::Borrow && row.field == margin::Field::Borrowed) {
            loan = row.change;
            loanAsset = row.asset;
        } else if (isTrade && row.asset == m_base) {
            traded = row.change.isNegative() ? -row.change : row.change;
        }
    }
    const QString form = m_isLong ? tr("Borrows %1 %2 and buys %3 %4.") : tr("Borrows %1 %2 and sells %3 %4.");
    return form.arg(m_format.quantity(loan, margin::Rounding::Up), plainName(loanAsset, 20),
                    m_format.quantity(traded, margin::Rounding::Down), plainName(m_base, 20));
}

// The same plan in the mode that was not chosen, by the same rules.
void PositionViewModel::showOther()
{
    const int mode = m_mode == kCross ? kIsolated : kCross;
    const Draft drafted = draft();
    const auto account = accountFor(mode);
    m_other.clear();
    m_otherRemark.clear();
    if (!account || !drafted.action) {
        m_otherRemark = drafted.action ? tr("no such account yet whose bars could be used") : QString();
        return;
    }
    const auto typed = m_format.parseAmount(m_price);
    const auto prices = pricedRates(*OperationForm::rates(), *account, m_base,
                                    typed ? std::optional(*typed) : std::nullopt);
    const margin::Wallet *source = wallet(m_source);
    const auto planned = monitor::plan(*account, source, *drafted.action, *prices);
    const auto after = planned ? margin::apply(*account, *planned) : Result<Account>(planned.error());
    if (after) {
        m_other.set(*after, margin::assess(*after, *prices), m_format, m_base);
    } else {
        m_otherRemark = refusalText(after.error(), *account, source, *drafted.action, m_format);
    }
}

QString PositionViewModel::chosenTitle() const
{
    return m_mode == kCross ? tr("Cross") : tr("Isolated");
}

QString PositionViewModel::otherTitle() const
{
    return m_mode == kCross ? tr("Isolated instead") : tr("Cross instead");
}

QString PositionViewModel::atStake() const
{
    return m_mode == kCross
        ? tr("Cross: everything in the cross account stands behind it, and a liquidation takes all of it.")
        : tr("Isolated: only what is in this account is at stake; nothing else is added to it by itself.");
}

void PositionViewModel::submit(const monitor::Action &action)
{
    const auto account = subject();
    if (!account || existing(m_mode) != nullptr) {
        book(account ? account->id : std::string(), action);
        return;
    }
    const std::string id = operationId();
    m_services.commands.changeAccount({*account, true})
        .then(this, [this, id, action, accountId = account->id](const Result<Done> &created) {
            // Created by an earlier try whose booking failed: then it is there, and that is all that is needed.
            const bool there = created || created.error().code == ErrorCode::DuplicateEntry;
            if (there && id == operationId()) {
                book(accountId, action);
            } else if (!there) {
                fail(id, created.error());
            }
        });
}

QString PositionViewModel::successText(const monitor::Action &action) const
{
    Q_UNUSED(action)
    const auto account = subject();
    return tr("Recorded: position in %1. %2").arg(account ? accountLabel(*account) : base(), m_stepsText);
}

} // namespace plimsoll::viewmodels

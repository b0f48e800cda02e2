// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/forms/positionviewmodel.h"

#include "viewmodels/common/assetname.h"
#include "viewmodels/common/pricedrates.h"
#include "wording/digits.h"
#include "wording/recordtext.h"

#include <array>

namespace plimsoll::viewmodels {

using margin::Account;
using margin::Decimal;
using margin::MarginMode;

namespace {

constexpr std::array<int, 5> kLeverages {2, 3, 5, 8, 10};

} // namespace

PositionViewModel::PositionViewModel(const Services &services, QObject *parent)
    : OperationForm(services, parent)
    , m_closing(services)
{
}

void PositionViewModel::open(const QString &accountId)
{
    const ProfileList profiles = m_target.profiles; // own ones are known already
    m_target = {};
    m_target.profiles = profiles;
    m_price = {};
    m_isLong = true;
    m_ownMoney.clear();
    m_leverage = QStringLiteral("2");
    presetFrom(accountId);
    m_target.listProfiles();
    m_price.follow(marketPrice(), m_format);
    openFor(accountId);
    loadProfiles();
    Q_EMIT formChanged();
}

void PositionViewModel::loadProfiles()
{
    m_services.stores.profiles().then(this, [this](const Result<std::vector<margin::Profile>> &own) {
        if (own) {
            m_target.profiles.setOwn(own.value());
            m_target.listProfiles();
            refresh();
        }
    });
}

// Owner, mode and pair of the account from which the dialog was opened, and a wallet that has something.
void PositionViewModel::presetFrom(const QString &accountId)
{
    const auto now = snapshot();
    m_owners.clear();
    for (const Account *account : accountsOf(now)) {
        if (indexIn(m_owners, account->owner) < 0) {
            m_owners.push_back(account->owner);
        }
    }
    m_target.owner = m_owners.empty() ? std::string() : m_owners.front();
    if (const margin::Verdict *verdict = now ? now->find(accountId.toStdString()) : nullptr) {
        m_target.mode = verdict->account->mode;
        m_target.owner = verdict->account->owner;
        m_target.base = verdict->account->baseAsset;
        m_target.quote = verdict->account->quoteAsset;
    }
    m_sources = {walletIds(now), {}};
    const auto rich = std::ranges::find_if(m_sources.options, [this](const std::string &id) {
        const margin::Wallet *each = wallet(id);
        return each != nullptr && each->free(m_target.quote).isPositive();
    });
    m_sources.chosen = rich == m_sources.options.end() ? std::string() : *rich;
}

bool PositionViewModel::needsNewAccount() const
{
    return m_target.existing(m_target.mode, snapshot()) == nullptr && m_target.blank(m_target.mode).has_value();
}

QString PositionViewModel::newAccountText() const
{
    const auto account = needsNewAccount() ? m_target.blank(m_target.mode) : std::nullopt;
    return account ? tr("%1 does not exist yet and is created with it.").arg(accountLabel(*account)) : QString();
}

int PositionViewModel::profileIndex() const
{
    return m_target.profiles.indexOf(m_target.profileOf(m_target.mode, snapshot()));
}

void PositionViewModel::setProfileIndex(int index)
{
    if (const margin::Profile *profile = m_target.profiles.at(index)) {
        m_target.profile = profile->name;
        refresh();
    }
}

QString PositionViewModel::profileDetail() const
{
    const margin::Profile *profile = m_target.profiles.at(profileIndex());
    return profile ? ProfileList::detail(*profile, m_format)
                   : tr("Choose the bars that your exchange shows for this account. They decide when it is called.");
}

void PositionViewModel::setMode(Mode mode)
{
    if (mode == this->mode() || (mode != Cross && mode != Isolated)) {
        return;
    }
    m_target.mode = mode == Cross ? MarginMode::Cross : MarginMode::Isolated;
    m_target.profile.clear();
    m_target.listProfiles();
    if (const Account *cross = mode == Cross ? m_target.existing(MarginMode::Cross, snapshot()) : nullptr) {
        m_target.quote = cross->quoteAsset;
    }
    refresh();
}

QStringList PositionViewModel::ownerNames() const
{
    QStringList names;
    for (const std::string &owner : m_owners) {
        names << (owner.empty() ? tr("me") : plainName(owner));
    }
    return names;
}

void PositionViewModel::setOwnerIndex(int index)
{
    if (const std::string *chosen = chosenOf(m_owners, index)) {
        m_target.owner = *chosen;
        refresh();
    }
}

void PositionViewModel::setBase(const QString &text)
{
    if (const std::string name = typedAsset(text); name != m_target.base) {
        m_target.base = name;
        m_price.release();
        refresh();
    }
}

void PositionViewModel::setQuote(const QString &text)
{
    if (const std::string name = typedAsset(text); name != m_target.quote) {
        m_target.quote = name;
        m_price.release();
        refresh();
    }
}

QStringList PositionViewModel::baseSuggestions() const
{
    std::vector<std::string> known;
    for (const Account *account : accountsOf(snapshot())) {
        for (const margin::Balance &balance : account->balances) {
            addOnce(known, balance.asset == m_target.quote ? std::string() : balance.asset);
        }
    }
    for (const char *common : {"BTC", "ETH", "BNB", "SOL", "XRP"}) {
        addOnce(known, common == m_target.quote ? std::string() : common);
    }
    constexpr std::size_t kMost = 6;
    known.resize(std::min(known.size(), kMost));
    return assetTexts(known);
}

void PositionViewModel::setSide(Side side)
{
    m_isLong = side == Long;
    refresh();
}

void PositionViewModel::setOwnMoney(const QString &text)
{
    if (text != m_ownMoney) {
        m_ownMoney = text;
        refresh();
    }
}

void PositionViewModel::setSourceIndex(int index)
{
    if (m_sources.chooseAt(index)) {
        refresh();
    }
}

QString PositionViewModel::sourceFree() const
{
    const margin::Wallet *source = wallet(m_sources.chosen);
    return source ? m_format.full(source->free(m_target.quote), wording::isFiatLike(m_target.quote) ? 2 : 0)
                  : QString();
}

QStringList PositionViewModel::leverageChoices() const
{
    const auto account = subject();
    QStringList choices;
    for (const int each : kLeverages) {
        if (account && Decimal::fromInteger(each) <= margin::largestLeverage(account->thresholds)) {
            choices << tr("%1x").arg(each);
        }
    }
    return choices;
}

int PositionViewModel::leverageIndex() const
{
    const auto typed = m_format.parseAmount(m_leverage);
    for (std::size_t i = 0; typed && i < kLeverages.size(); ++i) {
        if (*typed == Decimal::fromInteger(kLeverages[i]) && static_cast<int>(i) < leverageChoices().size()) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void PositionViewModel::chooseLeverage(int index)
{
    if (index >= 0 && index < leverageChoices().size()) {
        setLeverage(QString::number(kLeverages[static_cast<std::size_t>(index)]));
    }
}

void PositionViewModel::setLeverage(const QString &text)
{
    if (text != m_leverage) {
        m_leverage = text;
        refresh();
    }
}

QString PositionViewModel::leverageHint() const
{
    const auto account = subject();
    return account ? tr("at most %1 with these bars").arg(m_format.full(margin::largestLeverage(account->thresholds)))
                   : QString();
}

std::optional<Decimal> PositionViewModel::marketPrice() const
{
    const margin::Rate rate = OperationForm::rates()->find(m_target.base, m_target.quote);
    return rate.known() && m_target.base != m_target.quote ? std::optional(rate.down) : std::nullopt;
}

void PositionViewModel::setPrice(const QString &text)
{
    if (m_price.type(text)) {
        refresh();
    }
}

QString PositionViewModel::priceHint() const
{
    const auto market = marketPrice();
    return market               ? tr("now %1").arg(m_format.price(market, margin::Rounding::Down))
        : m_target.base.empty() ? QString()
                                : tr("no current price: enter the one you got");
}

std::shared_ptr<const margin::Rates> PositionViewModel::rates() const
{
    const auto account = subject();
    return account ? ratesFor(*account) : OperationForm::rates();
}

// A price typed for a pair without one also judges the account; a known price is never replaced.
std::shared_ptr<const margin::Rates> PositionViewModel::ratesFor(const Account &account) const
{
    const auto typed = m_format.parseAmount(price());
    return pricedRates(*OperationForm::rates(), account, m_target.base, typed ? std::optional(*typed) : std::nullopt);
}

void PositionViewModel::snapshotArrived()
{
    m_price.follow(marketPrice(), m_format);
    Q_EMIT formChanged();
}

void PositionViewModel::refresh()
{
    m_price.follow(marketPrice(), m_format);
    recalculate();
    Q_EMIT formChanged();
}

OperationForm::Draft PositionViewModel::draft() const
{
    Draft drafted;
    if (const QString problem = m_target.pairFault(snapshot()); !problem.isEmpty()) {
        drafted.place = QStringLiteral("asset");
        drafted.reason = problem;
        return drafted;
    }
    for (const QString &field : {base(), quote(), m_ownMoney, price(), m_leverage}) {
        if (field.trimmed().isEmpty()) {
            return drafted;
        }
    }
    const auto money = readAmount(m_ownMoney, "amount", drafted);
    const auto price = money ? readAmount(m_price.text(), "price", drafted) : std::nullopt;
    const auto leverage = price ? readAmount(m_leverage, "leverage", drafted) : std::nullopt;
    if (leverage && !subject()) {
        drafted.reason = tr("Choose the bars of the new account.");
    } else if (leverage) {
        drafted.action = monitor::OpenPosition {m_target.base, m_target.quote, m_isLong,        *money,
                                                *leverage,     *price,         m_sources.chosen};
    }
    return drafted;
}

void PositionViewModel::recalculated(const margin::Booking *booking, const Account *after)
{
    if (after != nullptr) {
        m_chosen.set(*after, margin::assess(*after, *rates()), m_format, m_target.base);
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
        } else if (isTrade && row.asset == m_target.base) {
            traded = row.change.isNegative() ? -row.change : row.change;
        }
    }
    const QString form = m_isLong ? tr("Borrows %1 %2 and buys %3 %4.") : tr("Borrows %1 %2 and sells %3 %4.");
    return form.arg(m_format.quantity(loan, margin::Rounding::Up), plainName(loanAsset, 20),
                    m_format.quantity(traded, margin::Rounding::Down), plainName(m_target.base, 20));
}

// The same plan in the mode that was not chosen, by the same rules.
void PositionViewModel::showOther()
{
    const MarginMode mode = m_target.mode == MarginMode::Cross ? MarginMode::Isolated : MarginMode::Cross;
    const Draft drafted = draft();
    const auto account = m_target.account(mode, snapshot());
    m_other.clear();
    m_otherRemark.clear();
    if (!account || !drafted.action) {
        m_otherRemark = drafted.action ? tr("no such account yet whose bars could be used") : QString();
        return;
    }
    const auto prices = ratesFor(*account);
    const margin::Wallet *source = wallet(m_sources.chosen);
    const auto planned = monitor::plan(*account, source, *drafted.action, *prices);
    const auto after = planned ? margin::apply(*account, *planned) : Result<Account>(planned.error());
    if (after) {
        m_other.set(*after, margin::assess(*after, *prices), m_format, m_target.base);
    } else {
        m_otherRemark = refusalText(after.error(), *account, source, *drafted.action, m_format);
    }
}

QString PositionViewModel::chosenTitle() const
{
    return wording::modeText(m_target.mode);
}

QString PositionViewModel::otherTitle() const
{
    return m_target.mode == MarginMode::Cross ? tr("Isolated instead") : tr("Cross instead");
}

QString PositionViewModel::atStake() const
{
    return m_target.mode == MarginMode::Cross
        ? tr("Cross: everything in the cross account stands behind it, and a liquidation takes all of it.")
        : tr("Isolated: only what is in this account is at stake; nothing else is added to it by itself.");
}

void PositionViewModel::submit(const monitor::Action &action)
{
    const auto account = subject();
    if (!account || m_target.existing(m_target.mode, snapshot()) != nullptr) {
        book(account ? account->id : std::string(), action);
        return;
    }
    m_services.commands.changeAccount({*account, true})
        .then(this, [this, prepared = order(account->id, action)](const Result<Done> &created) {
            // Created by an earlier try whose booking failed: then it is there, and that is all that is needed.
            const bool there = created || created.error().code == ErrorCode::DuplicateEntry;
            there ? send(prepared) : fail(prepared.request.id, created.error());
        });
}

QString PositionViewModel::successText(const monitor::Action &action) const
{
    Q_UNUSED(action)
    const auto account = subject();
    return tr("Recorded: position in %1. %2").arg(account ? accountLabel(*account) : base(), m_stepsText);
}

} // namespace plimsoll::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of PositionViewModel and the hints beside them.
#include "viewmodels/positionviewmodel.h"

#include "viewmodels/assetname.h"
#include "viewmodels/choices.h"
#include "wording/digits.h"

#include <array>

namespace plimsoll::viewmodels {

using margin::Account;
using margin::Decimal;

namespace {

constexpr std::array<int, 5> kLeverages {2, 3, 5, 8, 10};
constexpr int kCross = PositionViewModel::Cross;
constexpr int kIsolated = PositionViewModel::Isolated;

} // namespace

bool PositionViewModel::needsNewAccount() const
{
    return existing(m_mode) == nullptr && blankAccount(m_mode).has_value();
}

QString PositionViewModel::newAccountText() const
{
    const auto account = needsNewAccount() ? blankAccount(m_mode) : std::nullopt;
    return account ? tr("%1 does not exist yet and is created with it.").arg(accountLabel(*account)) : QString();
}

int PositionViewModel::profileIndex() const
{
    return m_profiles.indexOf(profileOf(m_mode));
}

QString PositionViewModel::pairProblem() const
{
    for (const std::string &asset : {m_base, m_quote}) {
        if (const QString problem = assetProblem(asset); !problem.isEmpty()) {
            return problem;
        }
    }
    if (m_base == m_quote && !m_base.empty()) {
        return tr("A pair needs two different assets.");
    }
    const auto now = snapshot();
    const monitor::PriceList *list = now ? now->list.get() : nullptr;
    return m_mode == kIsolated ? unlistedText(list, m_base, m_quote) : unpricedText(list, m_base, m_quote);
}

void PositionViewModel::setProfileIndex(int index)
{
    if (const margin::Profile *profile = m_profiles.at(index)) {
        m_profile = profile->name;
        refresh();
    }
}

QString PositionViewModel::profileDetail() const
{
    const margin::Profile *profile = m_profiles.at(profileIndex());
    return profile ? ProfileList::detail(*profile, m_format)
                   : tr("Choose the bars that your exchange shows for this account. They decide when it is called.");
}

void PositionViewModel::setMode(int mode)
{
    if (mode != m_mode && (mode == kCross || mode == kIsolated)) {
        m_mode = mode;
        m_profile.clear();
        listProfiles();
        if (const Account *cross = mode == kCross ? existing(kCross) : nullptr) {
            m_quote = cross->quoteAsset;
        }
        refresh();
    }
}

QStringList PositionViewModel::ownerNames() const
{
    QStringList names;
    for (const std::string &owner : m_owners) {
        names << (owner.empty() ? tr("me") : plainName(owner));
    }
    return names;
}

int PositionViewModel::ownerIndex() const
{
    return indexIn(m_owners, m_owner);
}

void PositionViewModel::setOwnerIndex(int index)
{
    if (const std::string *chosen = chosenOf(m_owners, index)) {
        m_owner = *chosen;
        refresh();
    }
}

void PositionViewModel::setBase(const QString &text)
{
    if (const std::string name = typedAsset(text); name != m_base) {
        m_base = name;
        m_priceTyped = false;
        refresh();
    }
}

void PositionViewModel::setQuote(const QString &text)
{
    if (const std::string name = typedAsset(text); name != m_quote) {
        m_quote = name;
        m_priceTyped = false;
        refresh();
    }
}

QStringList PositionViewModel::baseSuggestions() const
{
    std::vector<std::string> known;
    for (const Account *account : accountsOf(snapshot())) {
        for (const margin::Balance &balance : account->balances) {
            addOnce(known, balance.asset == m_quote ? std::string() : balance.asset);
        }
    }
    for (const char *common : {"BTC", "ETH", "BNB", "SOL", "XRP"}) {
        addOnce(known, common == m_quote ? std::string() : common);
    }
    constexpr std::size_t kMost = 6;
    known.resize(std::min(known.size(), kMost));
    return assetTexts(known);
}

void PositionViewModel::setSide(int side)
{
    m_isLong = side == 0;
    refresh();
}

void PositionViewModel::setOwnMoney(const QString &text)
{
    if (text != m_ownMoney) {
        m_ownMoney = text;
        refresh();
    }
}

QStringList PositionViewModel::sourceNames() const
{
    return walletTexts(m_sources);
}

int PositionViewModel::sourceIndex() const
{
    return indexIn(m_sources, m_source);
}

void PositionViewModel::setSourceIndex(int index)
{
    if (const std::string *chosen = chosenOf(m_sources, index)) {
        m_source = *chosen;
        refresh();
    }
}

QString PositionViewModel::sourceFree() const
{
    const margin::Wallet *source = wallet(m_source);
    return source ? m_format.full(source->free(m_quote), wording::isFiatLike(m_quote) ? 2 : 0) : QString();
}

QStringList PositionViewModel::leverageChoices() const
{
    const auto account = accountFor(m_mode);
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
    const auto account = accountFor(m_mode);
    return account ? tr("at most %1 with these bars").arg(m_format.full(margin::largestLeverage(account->thresholds)))
                   : QString();
}

std::optional<Decimal> PositionViewModel::marketPrice() const
{
    const margin::Rate rate = OperationForm::rates()->find(m_base, m_quote);
    return rate.known() && m_base != m_quote ? std::optional(rate.down) : std::nullopt;
}

void PositionViewModel::prefillPrice()
{
    if (!m_priceTyped) {
        const auto market = marketPrice();
        m_price = market ? m_format.editablePrice(*market) : QString();
    }
}

void PositionViewModel::setPrice(const QString &text)
{
    if (text != m_price) {
        m_price = text;
        m_priceTyped = true;
        refresh();
    }
}

QString PositionViewModel::priceHint() const
{
    const auto market = marketPrice();
    return market        ? tr("now %1").arg(m_format.price(market, margin::Rounding::Down))
        : m_base.empty() ? QString()
                         : tr("no current price: enter the one you got");
}

} // namespace plimsoll::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/forms/topupviewmodel.h"

#include "viewmodels/accounts/suggestions.h"
#include "viewmodels/common/choices.h"
#include "wording/digits.h"

#include <algorithm>

namespace plimsoll::viewmodels {

using margin::Decimal;
using margin::Rounding;

namespace {

constexpr int kAmountDigits = 8;
constexpr int kCentDigits = 2;

int valueDigits(const std::string &quote)
{
    return wording::isFiatLike(quote) ? kCentDigits : kAmountDigits;
}

Decimal unitOf(int digits)
{
    margin::Int128 mantissa = Decimal::kOne;
    for (int i = 0; i < digits; ++i) {
        mantissa /= 10;
    }
    return Decimal::fromMantissa(mantissa);
}

} // namespace

void TopUpViewModel::open(const QString &accountId)
{
    m_amount.clear();
    m_repays = false;
    m_assets.chosen.clear();
    m_sources.chosen.clear();
    openFor(accountId);
}

void TopUpViewModel::openRepaying(const QString &accountId)
{
    open(accountId);
    m_repays = true;
    const auto account = subject();
    const auto repay = account ? margin::assess(*account, *rates()).toInitial.repay : std::nullopt;
    if (repay && repay->isPositive() && m_assets.chosen == account->quoteAsset && canRepay()) {
        fill(DisplayFormat::payable(*repay, account->quoteAsset));
        keepAsOpened();
    }
}

void TopUpViewModel::openPlanned(const margin::PreparedPlan &plan)
{
    open(QString::fromStdString(plan.account));
    fillPlanned(plan);
    keepAsOpened();
}

// Its wallet may be gone: then nothing is chosen for it, and the form says what is missing.
void TopUpViewModel::fillPlanned(const margin::PreparedPlan &plan)
{
    if (!isOpen() || busy() || plan.account != accountId() || plan.way == margin::Way::SellAndRepay) {
        return;
    }
    addOnce(m_assets.options, plan.asset);
    m_assets.chosen = plan.asset;
    offerSources();
    m_sources.chosen = plan.source;
    if (account(plan.source) && indexIn(m_sources.options, plan.source) < 0) { // it has nothing free: the form says so
        m_sources.options.insert(m_sources.options.end() - 1, plan.source);
    }
    m_repays = plan.way == margin::Way::Repay;
    m_amount.clear();
    fill(plan.amount);
    refresh();
}

bool TopUpViewModel::canRepay() const
{
    const auto account = subject();
    const margin::Balance *balance = account ? account->balance(m_assets.chosen) : nullptr;
    return balance != nullptr && (balance->borrowed.isPositive() || balance->interest.isPositive());
}

void TopUpViewModel::setRepays(bool repays)
{
    if (repays != m_repays) {
        m_repays = repays;
        refresh();
    }
}

void TopUpViewModel::openSuggested(const QString &accountId)
{
    open(accountId);
    const auto account = subject();
    const auto deposit = account ? suggestedTopUp(*account, margin::assess(*account, *rates())) : std::nullopt;
    if (deposit && m_assets.chosen == account->quoteAsset) {
        fill(deposit);
        keepAsOpened();
    }
}

void TopUpViewModel::accountChosen()
{
    m_assets.options.clear();
    const auto account = subject();
    const auto now = snapshot();
    if (account) {
        addOnce(m_assets.options, account->quoteAsset);
        if (account->mode == margin::MarginMode::Isolated) {
            addOnce(m_assets.options, account->baseAsset);
        }
        for (const margin::Balance &balance : account->balances) {
            addOnce(m_assets.options, balance.asset);
        }
    }
    if (now && now->wallets) {
        for (const margin::Wallet &each : *now->wallets) {
            for (const margin::Balance &balance : each.balances) {
                if (account && account->accepts(balance.asset) && balance.free.isPositive()) {
                    addOnce(m_assets.options, balance.asset);
                }
            }
        }
    }
    m_assets.keep();
    offerSources();
    const auto rich = std::ranges::find_if(m_sources.options, [this](const std::string &id) {
        const margin::Wallet *each = wallet(id);
        return each != nullptr && each->free(m_assets.chosen).isPositive();
    });
    m_sources.chosen = rich == m_sources.options.end() ? std::string() : *rich;
    Q_EMIT formChanged();
}

// The wallets, the accounts that could give what is chosen, and outside.
void TopUpViewModel::offerSources()
{
    const auto now = snapshot();
    m_sources.options = walletIds(now);
    for (const margin::Account *each : accountsOf(now)) {
        const margin::Balance *balance = each->balance(m_assets.chosen);
        if (each->id != accountId() && !each->liquidatedAt && balance != nullptr && balance->free.isPositive()) {
            m_sources.options.insert(m_sources.options.end() - 1, each->id);
        }
    }
    if (indexIn(m_sources.options, m_sources.chosen) < 0) {
        m_sources.chosen.clear();
    }
}

void TopUpViewModel::snapshotArrived()
{
    Q_EMIT formChanged(); // suggested amounts and free amounts follow the newest prices
}

void TopUpViewModel::refresh()
{
    recalculate();
    Q_EMIT formChanged();
}

QString TopUpViewModel::title() const
{
    const QString account = accountTitle();
    return account.isEmpty() ? tr("Top up") : tr("Top up %1").arg(account);
}

QString TopUpViewModel::subtitle() const
{
    const QString promise = tr("Nothing is moved on an exchange: this records what you transferred.");
    const auto account = subject();
    if (!account || account->mode != margin::MarginMode::Isolated) {
        return promise;
    }
    return tr("Takes %1 or %2.").arg(plainName(account->baseAsset, 20), plainName(account->quoteAsset, 20)) + u' '
        + promise;
}

void TopUpViewModel::setAssetIndex(int index)
{
    if (m_assets.chooseAt(index)) {
        m_amount.clear(); // 150 USDT must not become 150 BCH
        offerSources();
        refresh();
    }
}

void TopUpViewModel::setSourceIndex(int index)
{
    if (m_sources.chooseAt(index)) {
        refresh();
    }
}

QStringList TopUpViewModel::sourceNames() const
{
    QStringList names;
    for (const std::string &id : m_sources.options) {
        const auto giver = account(id);
        names << (giver ? accountLabel(*giver) : walletName(id, snapshot()));
    }
    return names;
}

std::optional<Decimal> TopUpViewModel::freeAtSource() const
{
    if (const auto giver = account(m_sources.chosen)) {
        const margin::Balance *balance = giver->balance(m_assets.chosen);
        return balance ? balance->free : Decimal();
    }
    const margin::Wallet *source = wallet(m_sources.chosen);
    return source ? std::optional(source->free(m_assets.chosen)) : std::nullopt;
}

QString TopUpViewModel::sourceFree() const
{
    const auto free = freeAtSource();
    return free ? amountText(*free) : QString();
}

QString TopUpViewModel::sourceAfter() const
{
    if (!otherAfter()) {
        return {};
    }
    const margin::Assessment after = margin::assess(*otherAfter(), *rates());
    return after.level
        ? tr("%1 would stand at %2.").arg(accountLabel(*otherAfter()), wording::levelOrDash(m_format, after))
        : QString();
}

void TopUpViewModel::setAmount(const QString &text)
{
    if (text != m_amount) {
        m_amount = text;
        refresh();
    }
}

// All its digits, since this is what will be booked; money with its two decimals.
QString TopUpViewModel::amountText(Decimal value) const
{
    return m_format.full(value, fewestDecimals());
}

int TopUpViewModel::fewestDecimals() const
{
    return wording::isFiatLike(m_assets.chosen) ? kCentDigits : 0;
}

// Rounded up at 8 decimals: rounding must not leave the person just below the bar.
std::optional<Decimal> TopUpViewModel::inAsset(Decimal value) const
{
    const auto account = subject();
    if (!account || m_assets.chosen == account->quoteAsset) {
        return value;
    }
    const margin::Rate rate = rates()->find(m_assets.chosen, account->quoteAsset);
    if (!rate.known() || !rate.down.isPositive()) {
        return std::nullopt;
    }
    const auto amount = value.dividedBy(rate.down, Rounding::Up);
    return amount ? std::optional(amount->rounded(kAmountDigits, Rounding::Up)) : std::nullopt;
}

std::optional<Decimal> TopUpViewModel::toCall() const
{
    const auto account = subject();
    if (!account) {
        return std::nullopt;
    }
    const margin::Assessment now = margin::assess(*account, *rates());
    if (now.status != margin::Status::MarginCall && now.status != margin::Status::Liquidation) {
        return std::nullopt;
    }
    const margin::Rescue ways = margin::rescueTo(now.exactLevel, account->thresholds.marginCall);
    const auto &needed = repays() ? ways.repay : ways.deposit;
    if (!needed) {
        return std::nullopt;
    }
    const int digits = valueDigits(account->quoteAsset);
    const auto above =
        needed->rounded(digits, Rounding::Up).plus(unitOf(digits)); // at the bar itself the call still stands
    return above ? inAsset(*above) : std::nullopt;
}

std::optional<Decimal> TopUpViewModel::toInitial() const
{
    const auto account = subject();
    if (!account) {
        return std::nullopt;
    }
    const margin::Rescue ways = margin::assess(*account, *rates()).toInitial;
    const auto &needed = repays() ? ways.repay : ways.deposit;
    return needed && needed->isPositive() ? inAsset(DisplayFormat::payable(*needed, account->quoteAsset))
                                          : std::nullopt;
}

std::optional<Decimal> TopUpViewModel::all() const
{
    const auto free = freeAtSource();
    return free && free->isPositive() ? free : std::nullopt;
}

bool TopUpViewModel::fits(const std::optional<Decimal> &amount) const
{
    return !amount || m_sources.chosen.empty() || *amount <= all().value_or(Decimal());
}

QString TopUpViewModel::toCallText() const
{
    const auto amount = toCall();
    const QString text = amount ? tr("to call + %1").arg(amountText(*amount)) : QString();
    return fits(amount) ? text : tr("%1: more than is there").arg(text);
}

QString TopUpViewModel::toInitialText() const
{
    const auto amount = toInitial();
    const QString text = amount ? tr("to initial %1").arg(amountText(*amount)) : QString();
    return fits(amount) ? text : tr("%1: more than is there").arg(text);
}

QString TopUpViewModel::allText() const
{
    const auto amount = all();
    return amount ? tr("all %1").arg(amountText(*amount)) : QString();
}

void TopUpViewModel::fill(const std::optional<Decimal> &value)
{
    if (value) {
        setAmount(m_format.editable(*value, fewestDecimals()));
    }
}

void TopUpViewModel::fillToCall()
{
    fill(toCall());
}

void TopUpViewModel::fillToInitial()
{
    fill(toInitial());
}

void TopUpViewModel::fillAll()
{
    fill(all());
}

OperationForm::Draft TopUpViewModel::draft() const
{
    Draft drafted;
    if (m_amount.trimmed().isEmpty() || m_assets.chosen.empty()) {
        return drafted;
    }
    if (const auto amount = readAmount(m_amount, "amount", drafted)) {
        const bool isMove = account(m_sources.chosen).has_value();
        drafted.action = monitor::TopUp {m_assets.chosen, *amount, isMove ? std::string() : m_sources.chosen, repays(),
                                         isMove ? m_sources.chosen : std::string()};
    }
    return drafted;
}

QString TopUpViewModel::successText(const monitor::Action &action) const
{
    const auto &topUp = std::get<monitor::TopUp>(action);
    if (const auto giver = account(topUp.from)) {
        return tr("Recorded: %1 %2 from %3 to %4")
            .arg(amountText(topUp.amount), plainName(topUp.asset, 20), accountLabel(*giver), accountTitle());
    }
    return tr("Recorded: %1 %2 into %3").arg(amountText(topUp.amount), plainName(topUp.asset, 20), accountTitle());
}

} // namespace plimsoll::viewmodels

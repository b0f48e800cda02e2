// SPDX-License-Identifier: GPL-3.0-or-later
// The third part of AccountEditorViewModel: what the fields mean together, or why they cannot be one account.
#include "viewmodels/accounteditorviewmodel.h"

#include "margin/assessment.h"
#include "viewmodels/amountecho.h"
#include "viewmodels/assetname.h"
#include "viewmodels/choices.h"

#include <array>

namespace plimsoll::viewmodels {

using margin::Account;
using margin::Decimal;
using margin::MarginMode;

namespace {

constexpr int kCross = 0;
constexpr int kIsolated = 1;

} // namespace

std::optional<margin::Thresholds> AccountEditorViewModel::typedBars(QString &error) const
{
    margin::Thresholds bars;
    const std::array<std::pair<Decimal *, QString>, 3> fields {
        {{&bars.initial, m_initialBar}, {&bars.marginCall, m_callBar}, {&bars.liquidation, m_liquidationBar}}};
    for (const auto &[bar, text] : fields) {
        if (text.trimmed().isEmpty()) {
            return std::nullopt;
        }
        const auto read = m_format.parseAmount(text);
        if (!read) {
            error = notUnderstood(read.error());
            return std::nullopt;
        }
        *bar = *read;
    }
    if (const auto checked = margin::validated(bars); !checked) {
        const std::string &place = checked.error().place;
        error = place == "liquidation" ? tr("The liquidation ratio must be above 0.")
            : place == "marginCall"
            ? tr("The margin-call ratio must be above the liquidation ratio: the call comes first.")
            : tr("The initial ratio must not be below the margin-call ratio.");
        return std::nullopt;
    }
    return bars;
}

bool AccountEditorViewModel::slotTaken(const Account &account) const
{
    const auto now = m_services.relay.current();
    for (std::size_t i = 0; now && i < now->verdicts.size(); ++i) {
        const auto &other = now->verdicts[i].account;
        if (other && other->id != account.id && other->owner == account.owner && other->symbol == account.symbol
            && other->mode == account.mode) {
            return true;
        }
    }
    return false;
}

// What the account is, without its bars and money.
Account AccountEditorViewModel::described() const
{
    Account account = m_before.value_or(Account {});
    account.name = m_name.trimmed().toStdString();
    account.note = m_note.trimmed().toStdString();
    account.owner = m_owner.trimmed().toStdString();
    if (!m_before) {
        const bool isolated = m_mode == kIsolated;
        account.mode = isolated ? MarginMode::Isolated : MarginMode::Cross;
        account.quoteAsset = m_quote.toStdString();
        account.baseAsset = isolated ? m_base.toStdString() : std::string();
        account.symbol = isolated ? account.baseAsset + account.quoteAsset : std::string();
        account.id = (isolated ? (m_base + m_quote).toLower() : QStringLiteral("cross")).toStdString() + '-' + m_id;
    }
    account.profile = m_ownBars ? std::string() : m_profile;
    account.ownThresholds = m_ownBars;
    return account;
}

std::optional<Decimal> AccountEditorViewModel::typedContributed(QString &error) const
{
    const QString own = m_contributed.trimmed();
    if (own.isEmpty()) {
        return std::nullopt;
    }
    const auto read = m_format.parseSigned(own); // it may be below 0 after large transfers out
    if (!read) {
        error = notUnderstood(read.error());
        return std::nullopt;
    }
    return *read;
}

// Names that are names, and a pair that the exchange trades; nobody is told about a field before something is typed in
// it.
bool AccountEditorViewModel::pairFits()
{
    const auto now = m_services.relay.current();
    const monitor::PriceList *list = now ? now->list.get() : nullptr;
    const std::string base = m_mode == kIsolated ? m_base.toStdString() : std::string();
    const std::string quote = m_quote.toStdString();
    m_baseError = assetProblem(base);
    m_quoteError = assetProblem(quote);
    if (!m_baseError.isEmpty() || !m_quoteError.isEmpty() || quote.empty() || (m_mode == kIsolated && base.empty())) {
        return false;
    }
    if (!isNew()) {
        return true;
    }
    if (base == quote) {
        m_baseError = tr("A pair needs two different assets.");
    } else if (m_mode == kIsolated) {
        m_baseError = unlistedText(list, base, quote);
    } else {
        m_quoteError = unpricedText(list, quote, quote == "USDT" ? "BTC" : "USDT");
    }
    return m_baseError.isEmpty() && m_quoteError.isEmpty();
}

std::optional<margin::Thresholds> AccountEditorViewModel::chosenBars()
{
    if (m_ownBars) {
        return typedBars(m_barsError);
    }
    const margin::Profile *profile = m_profiles.find(m_profile);
    return profile ? std::optional(profile->thresholds) : std::nullopt;
}

// Everything typed as one account, or the first reason why it cannot be one.
void AccountEditorViewModel::check()
{
    m_wanted.reset();
    m_problem.clear();
    m_barsError.clear();
    m_contributedError.clear();
    const auto now = m_services.relay.current();
    m_balances.setMarket(now ? now->list : nullptr, now ? now->rates : nullptr, m_quote.toStdString());
    Account account = described();
    account.contributed = typedContributed(m_contributedError);
    m_contributedEcho = account.contributed
        ? echoText(m_format, *account.contributed, m_quote.toStdString(), {}, m_quote.toStdString())
        : QString();
    const bool fitting = pairFits();
    const auto bars = chosenBars();
    const auto balances = m_balances.balances();
    if (fitting && bars && balances && m_contributedError.isEmpty()) {
        account.thresholds = *bars;
        account.balances = *balances;
        judge(std::move(account));
    }
    showPreview();
    Q_EMIT formChanged();
}

void AccountEditorViewModel::judge(Account account)
{
    if (const auto checked = margin::validated(account); !checked) {
        m_problem = failureText(checked.error());
    } else if (slotTaken(account)) {
        m_problem = account.mode == MarginMode::Cross ? tr("This owner has a cross account already.")
                                                      : tr("This owner has an isolated account for this pair already.");
    } else {
        m_wanted = std::move(account);
    }
}

// How the account would stand now; pairs that nobody watches yet are priced from the list.
void AccountEditorViewModel::showPreview()
{
    if (!m_wanted) {
        m_preview.clear();
        return;
    }
    const auto now = m_services.relay.current();
    const margin::Rates none;
    const auto rates = listedRates(now && now->rates ? *now->rates : none, now ? now->list.get() : nullptr, *m_wanted);
    m_preview.set(*m_wanted, margin::assess(*m_wanted, *rates), m_format, m_wanted->baseAsset);
}

} // namespace plimsoll::viewmodels

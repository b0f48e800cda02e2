// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounteditorviewmodel.h"

#include "viewmodels/choices.h"

#include <QtCore/QUuid>

#include <array>

namespace plimsoll::viewmodels {

using margin::Account;
using margin::Decimal;
using margin::MarginMode;

namespace {

constexpr int kCross = 0;
constexpr int kIsolated = 1;
constexpr int kLongestText = 500;

std::string freshUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

} // namespace

AccountEditorViewModel::AccountEditorViewModel(monitor::Commands &commands, monitor::Stores &stores, monitor::SnapshotRelay &relay,
                                               const monitor::Clock &clock, const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_stores(stores)
    , m_relay(relay)
    , m_clock(clock)
    , m_format(format)
    , m_balances(format)
{
    connect(&m_balances, &BalanceEditModel::edited, this, &AccountEditorViewModel::check);
}

void AccountEditorViewModel::open(const QString &accountId)
{
    const auto now = m_relay.current();
    const margin::Verdict *verdict = now ? now->find(accountId.toStdString()) : nullptr;
    m_operationId = freshUuid();
    m_busy = m_asksRemove = false;
    m_failure.clear();
    m_profileTitle.clear();
    m_profileMessage.clear();
    m_before = verdict ? std::optional(*verdict->account) : std::nullopt;
    m_before ? fillFrom(*m_before) : fillNew();
    m_isOpen = true;
    loadProfiles();
    check();
    Q_EMIT isOpenChanged();
}

void AccountEditorViewModel::close()
{
    if (m_isOpen) {
        m_isOpen = m_busy = false;
        Q_EMIT isOpenChanged();
        Q_EMIT formChanged();
    }
}

void AccountEditorViewModel::fillFrom(const Account &account)
{
    const auto ratio = [this](Decimal value) { return ratioText(m_format, value); };
    m_id = account.id;
    m_name = QString::fromStdString(account.name);
    m_note = QString::fromStdString(account.note);
    m_owner = QString::fromStdString(account.owner);
    m_mode = account.mode == MarginMode::Cross ? kCross : kIsolated;
    m_base = QString::fromStdString(account.baseAsset);
    m_quote = QString::fromStdString(account.quoteAsset);
    m_initialBar = ratio(account.thresholds.initial);
    m_callBar = ratio(account.thresholds.marginCall);
    m_liquidationBar = ratio(account.thresholds.liquidation);
    m_profileIndex = account.ownThresholds ? static_cast<int>(m_profiles.size()) : m_profiles.indexOf(account.profile);
    m_contributed = account.contributed ? m_format.editable(*account.contributed) : QString();
    m_balances.setBalances(account.balances);
    if (m_mode == kIsolated) {
        m_balances.setPair(account.baseAsset, account.quoteAsset);
    }
}

void AccountEditorViewModel::fillNew()
{
    m_id = QUuid::createUuid().toString(QUuid::Id128).left(8).toStdString();
    m_name.clear();
    m_note.clear();
    m_owner.clear();
    m_mode = kIsolated;
    m_base.clear();
    m_quote = QStringLiteral("USDT");
    m_profileIndex = m_profiles.indexOf("isolated-5x-tier-1");
    m_initialBar.clear();
    m_callBar.clear();
    m_liquidationBar.clear();
    m_contributed.clear();
    m_balances.setBalances({});
    m_balances.setPair({}, m_quote.toStdString());
}

void AccountEditorViewModel::loadProfiles()
{
    m_stores.profiles().then(this, [this](const Result<std::vector<margin::Profile>> &own) {
        if (own) {
            const margin::Profile *chosen = m_profiles.at(m_profileIndex);
            const std::string name = chosen ? chosen->name : m_before && !m_before->ownThresholds ? m_before->profile : std::string();
            m_profiles.setOwn(own.value());
            const int index = m_profiles.indexOf(name);
            m_profileIndex = index >= 0 ? index : static_cast<int>(m_profiles.size());
            check();
        }
    });
}

QString AccountEditorViewModel::title() const
{
    return m_before ? tr("Edit %1").arg(accountLabel(*m_before)) : tr("New account");
}

void AccountEditorViewModel::edit(QString &field, const QString &text)
{
    if (field != text) {
        field = text.left(kLongestText);
        check();
    }
}

void AccountEditorViewModel::setName(const QString &text)
{
    edit(m_name, text);
}

void AccountEditorViewModel::setNote(const QString &text)
{
    edit(m_note, text);
}

void AccountEditorViewModel::setOwner(const QString &text)
{
    edit(m_owner, text);
}

void AccountEditorViewModel::setMode(int mode)
{
    if (isNew() && mode != m_mode && (mode == kCross || mode == kIsolated)) {
        m_mode = mode;
        followPair();
    }
}

void AccountEditorViewModel::setBase(const QString &text)
{
    const QString code = QString::fromStdString(assetCode(text));
    if (isNew() && code != m_base) {
        m_base = code;
        followPair();
    }
}

void AccountEditorViewModel::setQuote(const QString &text)
{
    const QString code = QString::fromStdString(assetCode(text));
    if (isNew() && code != m_quote) {
        m_quote = code;
        followPair();
    }
}

void AccountEditorViewModel::followPair()
{
    if (m_mode == kIsolated) {
        m_balances.setPair(m_base.toStdString(), m_quote.toStdString());
    } else {
        m_balances.setPair({}, {});
    }
    check();
}

QStringList AccountEditorViewModel::profileNames() const
{
    return m_profiles.titles() << tr("Own bars");
}

void AccountEditorViewModel::setProfileIndex(int index)
{
    if (index == m_profileIndex || index < 0 || index > static_cast<int>(m_profiles.size())) {
        return;
    }
    const margin::Profile *before = m_profiles.at(m_profileIndex);
    if (before && m_profiles.at(index) == nullptr) { // own bars start from what was chosen before
        m_initialBar = ratioText(m_format, before->thresholds.initial);
        m_callBar = ratioText(m_format, before->thresholds.marginCall);
        m_liquidationBar = ratioText(m_format, before->thresholds.liquidation);
    }
    m_profileIndex = index;
    m_profileMessage.clear();
    check();
}

QString AccountEditorViewModel::profileDetail() const
{
    const margin::Profile *profile = m_profiles.at(m_profileIndex);
    return profile ? ProfileList::detail(*profile, m_format) : tr("The three ratios of assets to debt that your exchange shows for this account.");
}

void AccountEditorViewModel::setInitialBar(const QString &text)
{
    edit(m_initialBar, text);
}

void AccountEditorViewModel::setCallBar(const QString &text)
{
    edit(m_callBar, text);
}

void AccountEditorViewModel::setLiquidationBar(const QString &text)
{
    edit(m_liquidationBar, text);
}

void AccountEditorViewModel::setProfileTitle(const QString &text)
{
    edit(m_profileTitle, text);
}

void AccountEditorViewModel::setContributed(const QString &text)
{
    edit(m_contributed, text);
}

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
              : place == "marginCall"  ? tr("The margin-call ratio must be above the liquidation ratio: the call comes first.")
                                       : tr("The initial ratio must not be below the margin-call ratio.");
        return std::nullopt;
    }
    return bars;
}

bool AccountEditorViewModel::slotTaken(const Account &account) const
{
    const auto now = m_relay.current();
    for (std::size_t i = 0; now && i < now->verdicts.size(); ++i) {
        const auto &other = now->verdicts[i].account;
        if (other && other->id != account.id && other->owner == account.owner && other->symbol == account.symbol && other->mode == account.mode) {
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
    const margin::Profile *profile = m_profiles.at(m_profileIndex);
    account.profile = profile ? profile->name : std::string();
    account.ownThresholds = profile == nullptr;
    return account;
}

std::optional<Decimal> AccountEditorViewModel::typedContributed(QString &error) const
{
    const QString own = m_contributed.trimmed();
    if (own.isEmpty()) {
        return std::nullopt;
    }
    if (m_before && m_before->contributed && own == m_format.editable(*m_before->contributed)) {
        return m_before->contributed; // untouched; it may be below 0 after large transfers out
    }
    const auto read = m_format.parseAmount(own);
    if (!read) {
        error = notUnderstood(read.error());
        return std::nullopt;
    }
    return *read;
}

// Everything typed as one account, or the first reason why it cannot be one.
void AccountEditorViewModel::check()
{
    m_wanted.reset();
    m_problem.clear();
    m_barsError.clear();
    m_contributedError.clear();
    Account account = described();
    account.contributed = typedContributed(m_contributedError);
    const margin::Profile *profile = m_profiles.at(m_profileIndex);
    const auto bars = profile ? std::optional(profile->thresholds) : typedBars(m_barsError);
    const auto balances = m_balances.balances();
    const bool samePair = m_mode == kIsolated && m_base == m_quote;
    const bool paired = m_mode == kCross || (!m_base.isEmpty() && !samePair);
    if (samePair && !m_base.isEmpty()) {
        m_problem = tr("A pair needs two different assets.");
    }
    if (bars && balances && m_contributedError.isEmpty() && !m_quote.isEmpty() && paired) {
        account.thresholds = *bars;
        account.balances = *balances;
        if (const auto checked = margin::validated(account); !checked) {
            m_problem = failureText(checked.error());
        } else if (slotTaken(account)) {
            m_problem = account.mode == MarginMode::Cross ? tr("This owner has a cross account already.")
                                                          : tr("This owner has an isolated account for this pair already.");
        } else {
            m_wanted = std::move(account);
        }
    }
    Q_EMIT formChanged();
}

} // namespace plimsoll::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounteditorviewmodel.h"

#include "viewmodels/assetname.h"
#include "viewmodels/choices.h"

#include <QtCore/QUuid>

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

AccountEditorViewModel::AccountEditorViewModel(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_format(services.format)
    , m_balances(services.format)
{
    connect(&m_balances, &BalanceEditModel::edited, this, &AccountEditorViewModel::check);
}

void AccountEditorViewModel::open(const QString &accountId)
{
    const auto now = m_services.relay.current();
    const margin::Verdict *verdict = now ? now->find(accountId.toStdString()) : nullptr;
    m_operationId = freshUuid();
    m_busy = m_asksRemove = false;
    m_failure.clear();
    m_profileTitle.clear();
    m_profileMessage.clear();
    m_before = verdict ? std::optional(*verdict->account) : std::nullopt;
    m_before ? fillFrom(*m_before) : fillNew();
    m_isOpen = true;
    listProfiles();
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
    const auto ratio = [this](Decimal value) { return m_format.editable(value, 2); };
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
    m_profile = account.ownThresholds ? std::string() : account.profile;
    m_ownBars = account.ownThresholds;
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
    m_profile.clear();
    m_ownBars = false;
    m_initialBar.clear();
    m_callBar.clear();
    m_liquidationBar.clear();
    m_contributed.clear();
    m_balances.setBalances({});
    m_balances.setPair({}, m_quote.toStdString());
}

void AccountEditorViewModel::loadProfiles()
{
    m_services.stores.profiles().then(this, [this](const Result<std::vector<margin::Profile>> &own) {
        if (own) {
            m_profiles.setOwn(own.value());
            listProfiles();
            check();
        }
    });
}

// What an account was stored with stays to be seen; what a new one was given before its mode changed does not.
void AccountEditorViewModel::listProfiles()
{
    m_profiles.listFor(m_mode == kIsolated ? MarginMode::Isolated : MarginMode::Cross,
                       m_before ? m_before->profile : std::string());
    if (m_profiles.indexOf(m_profile) < 0) {
        m_profile.clear();
    }
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
        listProfiles();
        followPair();
    }
}

void AccountEditorViewModel::editAsset(QString &field, const QString &text)
{
    const QString name = QString::fromStdString(typedAsset(text.left(kLongestText)));
    if (isNew() && name != field) {
        field = name;
        followPair();
    }
}

void AccountEditorViewModel::setBase(const QString &text)
{
    editAsset(m_base, text);
}

void AccountEditorViewModel::setQuote(const QString &text)
{
    editAsset(m_quote, text);
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

int AccountEditorViewModel::profileIndex() const
{
    return m_ownBars ? static_cast<int>(m_profiles.size()) : m_profiles.indexOf(m_profile);
}

void AccountEditorViewModel::setProfileIndex(int index)
{
    if (index == profileIndex() || index < 0 || index > static_cast<int>(m_profiles.size())) {
        return;
    }
    const margin::Profile *before = m_profiles.find(m_profile);
    const margin::Profile *chosen = m_profiles.at(index);
    if (before && !chosen) { // own bars start from what was chosen before
        m_initialBar = m_format.editable(before->thresholds.initial, 2);
        m_callBar = m_format.editable(before->thresholds.marginCall, 2);
        m_liquidationBar = m_format.editable(before->thresholds.liquidation, 2);
    }
    m_ownBars = chosen == nullptr;
    m_profile = chosen ? chosen->name : std::string();
    m_profileMessage.clear();
    check();
}

QString AccountEditorViewModel::profileDetail() const
{
    if (m_ownBars) {
        QString ignored;
        const auto bars = typedBars(ignored);
        return bars ? ProfileList::bars(*bars, m_format)
                    : tr("The three ratios of assets to debt that your exchange shows for this account.");
    }
    const margin::Profile *profile = m_profiles.find(m_profile);
    return profile ? ProfileList::detail(*profile, m_format)
                   : tr("Choose the bars that your exchange shows for this account. They decide when it is called.");
}

QString AccountEditorViewModel::profileWarning() const
{
    const margin::Profile *profile = m_ownBars ? nullptr : m_profiles.find(m_profile);
    if (profile == nullptr
        || margin::fits(profile->use, m_mode == kIsolated ? MarginMode::Isolated : MarginMode::Cross)) {
        return {};
    }
    return m_mode == kCross ? tr("These bars are published for isolated accounts; this is a cross account. Its margin "
                                 "call can come earlier.")
                            : tr("These bars are published for cross accounts; this is an isolated account.");
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

} // namespace plimsoll::viewmodels

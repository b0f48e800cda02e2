// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/forms/accounteditorviewmodel.h"

#include "margin/assessment.h"
#include "margin/position.h"
#include "viewmodels/common/assetname.h"
#include "viewmodels/common/choices.h"

#include <QtCore/QDateTime>

namespace plimsoll::viewmodels {

using margin::Account;

namespace {

// The same amounts with the daily rates of another list; none where it does not have the asset.
std::vector<margin::Balance> withRates(std::vector<margin::Balance> balances, const std::vector<margin::Balance> &rates)
{
    for (margin::Balance &balance : balances) {
        const auto found = std::ranges::find(rates, balance.asset, &margin::Balance::asset);
        balance.dailyInterest = found == rates.end() ? std::nullopt : found->dailyInterest;
    }
    return balances;
}

// What the person left as it was follows what was booked meanwhile, such as the interest of an hour that began.
std::vector<margin::Balance> onTopOf(const Account &current, const Account &before, std::vector<margin::Balance> wanted)
{
    for (margin::Balance &balance : wanted) {
        const margin::Balance *then = before.balance(balance.asset);
        const margin::Balance *now = current.balance(balance.asset);
        if (then == nullptr || now == nullptr) {
            continue;
        }
        margin::Balance had = *then;
        margin::Balance has = *now;
        for (const margin::Field field : margin::kFields) {
            margin::Decimal &amount = margin::amountOf(balance, field);
            amount = amount == margin::amountOf(had, field) ? margin::amountOf(has, field) : amount;
        }
    }
    return wanted;
}

constexpr int kLongestText = 500;

} // namespace

AccountEditorViewModel::AccountEditorViewModel(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_format(services.format)
    , m_balances(services.format)
    , m_announced(services)
{
    connect(&m_announced, &AnnouncedBarsEditor::told, this, &AccountEditorViewModel::booked);
    connect(&m_announced, &AnnouncedBarsEditor::changed, this, &AccountEditorViewModel::formChanged);
    connect(&m_balances, &BalanceEditModel::edited, this, &AccountEditorViewModel::check);
}

void AccountEditorViewModel::open(const QString &accountId)
{
    const auto now = m_services.relay.current();
    const margin::Verdict *verdict = now ? now->find(accountId.toStdString()) : nullptr;
    m_confirmation.restart();
    m_asksRemove = false;
    m_profileTitle.clear();
    m_profileMessage.clear();
    m_draft = verdict ? AccountDraft(*verdict->account, m_format) : AccountDraft();
    m_balances.setBalances(verdict ? verdict->account->balances : std::vector<margin::Balance>());
    if (m_draft.isIsolated()) {
        m_balances.setPair(m_draft.base.toStdString(), m_draft.quote.toStdString());
    }
    m_isOpen = true;
    m_announced.open(verdict ? verdict->account->id : std::string());
    listProfiles();
    m_draftAtOpening = m_draft;
    m_balancesAtOpening = m_balances.texts();
    loadProfiles({});
    check();
    Q_EMIT isOpenChanged();
}

void AccountEditorViewModel::close()
{
    if (m_isOpen) {
        m_isOpen = false;
        m_confirmation.stop();
        m_announced.open({});
        Q_EMIT isOpenChanged();
        Q_EMIT formChanged();
    }
}

bool AccountEditorViewModel::filled() const
{
    return m_isOpen
        && (m_draft != m_draftAtOpening || m_balances.texts() != m_balancesAtOpening
            || !m_profileTitle.trimmed().isEmpty() || m_announced.filled());
}

// `choose`: the own profile to be chosen, where it is among them.
void AccountEditorViewModel::loadProfiles(const std::string &choose)
{
    m_services.stores.profiles().then(this, [this, choose](const Result<std::vector<margin::Profile>> &own) {
        if (own) {
            m_profiles.setOwn(own.value());
            if (!choose.empty() && m_profiles.indexOf(choose) >= 0) {
                m_draft.profile = choose;
                m_draft.ownBars = false;
            }
            listProfiles();
        }
        check();
        if (!choose.empty()) {
            Q_EMIT profilesChanged();
        }
    });
}

// What an account was stored with stays to be seen; what a new one was given before its mode changed does not.
void AccountEditorViewModel::listProfiles()
{
    m_profiles.listFor(m_draft.mode, m_draft.before ? m_draft.before->profile : std::string());
    if (m_profiles.indexOf(m_draft.profile) < 0) {
        m_draft.profile.clear();
    }
}

QString AccountEditorViewModel::title() const
{
    return m_draft.before ? tr("Edit %1").arg(accountLabel(*m_draft.before)) : tr("New account");
}

void AccountEditorViewModel::edit(QString &field, const QString &text)
{
    if (field != text) {
        field = text.left(kLongestText);
        check();
    }
}

void AccountEditorViewModel::setMode(Mode mode)
{
    if (isNew() && mode != this->mode() && (mode == Cross || mode == Isolated)) {
        m_draft.mode = mode == Cross ? margin::MarginMode::Cross : margin::MarginMode::Isolated;
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

void AccountEditorViewModel::followPair()
{
    if (m_draft.isIsolated()) {
        m_balances.setPair(m_draft.base.toStdString(), m_draft.quote.toStdString());
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
    return m_draft.ownBars ? static_cast<int>(m_profiles.size()) : m_profiles.indexOf(m_draft.profile);
}

void AccountEditorViewModel::setProfileIndex(int index)
{
    if (index == profileIndex() || index < 0 || index > static_cast<int>(m_profiles.size())) {
        return;
    }
    const margin::Profile *before = m_profiles.find(m_draft.profile);
    const margin::Profile *chosen = m_profiles.at(index);
    if (before && !chosen) { // own bars start from what was chosen before
        m_draft.bars = BarsDraft::of(before->thresholds, m_format);
    }
    m_draft.ownBars = chosen == nullptr;
    m_draft.profile = chosen ? chosen->name : std::string();
    m_profileMessage.clear();
    check();
}

QString AccountEditorViewModel::profileDetail() const
{
    if (m_draft.ownBars) {
        QString ignored;
        const auto bars = m_draft.bars.read(m_format, ignored);
        return bars ? ProfileList::bars(*bars, m_format)
                    : tr("The three ratios of assets to debt that your exchange shows for this account.");
    }
    const margin::Profile *profile = m_profiles.find(m_draft.profile);
    return profile ? ProfileList::detail(*profile, m_format)
                   : tr("Choose the bars that your exchange shows for this account. They decide when it is called.");
}

QString AccountEditorViewModel::profileWarning() const
{
    const margin::Profile *profile = m_draft.ownBars ? nullptr : m_profiles.find(m_draft.profile);
    if (profile == nullptr || margin::fits(profile->use, m_draft.mode)) {
        return {};
    }
    return m_draft.isIsolated()
        ? tr("These bars are published for cross accounts; this is an isolated account.")
        : tr("These bars are published for isolated accounts; this is a cross account. Its margin "
             "call can come earlier.");
}

void AccountEditorViewModel::check()
{
    const auto now = m_services.relay.current();
    m_balances.setMarket(now ? now->list : nullptr, now ? now->rates : nullptr, m_draft.quote.toStdString());
    m_reading = m_draft.read({now, m_profiles, m_balances.balances(), m_format});
    showPreview();
    Q_EMIT formChanged();
}

// How the account would stand now; pairs that nobody watches yet are priced from the list.
void AccountEditorViewModel::showPreview()
{
    if (!m_reading.account) {
        m_preview.clear();
        return;
    }
    const Account &account = *m_reading.account;
    const auto now = m_services.relay.current();
    const margin::Rates none;
    const auto rates = listedRates(now && now->rates ? *now->rates : none, now ? now->list.get() : nullptr, account);
    m_preview.set(account, margin::assess(account, *rates), m_format, account.baseAsset);
}

void AccountEditorViewModel::save()
{
    if (!savable() || !m_confirmation.begin()) {
        return;
    }
    Q_EMIT formChanged();
    const QString label = accountLabel(*m_reading.account);
    if (isNew()) {
        m_services.commands.changeAccount({*m_reading.account, true})
            .then(this, [this, id = m_confirmation.id(), label](const Result<Done> &result) {
                finish(id, tr("Account %1 added").arg(label), result);
            });
        return;
    }
    const Change change {m_confirmation.id(), *m_draft.before, withBarsOfNow(*m_reading.account),
                         tr("Account %1 saved").arg(label)};
    Account description = change.wanted;
    description.balances = withRates(change.before.balances, change.wanted.balances);
    description.contributed = change.before.contributed;
    if (description == change.before) {
        correct(change);
        return;
    }
    m_services.commands.changeAccount({description, false}).then(this, [this, change](const Result<Done> &result) {
        result ? correct(change) : finish(change.id, change.success, result);
    });
}

// Bars that the person left alone are those of now: announced ones may have come into force while the form was open.
Account AccountEditorViewModel::withBarsOfNow(Account wanted) const
{
    const auto now = m_services.relay.current();
    const margin::Verdict *verdict = now ? now->find(wanted.id) : nullptr;
    const bool isLeft = m_draft.ownBars == m_draftAtOpening.ownBars && m_draft.profile == m_draftAtOpening.profile
        && m_draft.bars == m_draftAtOpening.bars;
    if (verdict != nullptr && isLeft) {
        wanted.thresholds = verdict->account->thresholds;
        wanted.ownThresholds = verdict->account->ownThresholds;
        wanted.profile = verdict->account->profile;
    }
    return wanted;
}

// Money is never overwritten: what differs becomes one correction in the journal.
void AccountEditorViewModel::correct(const Change &change)
{
    const Account &wanted = change.wanted;
    if (withRates(wanted.balances, {}) == withRates(change.before.balances, {})
        && wanted.contributed == change.before.contributed) {
        finish(change.id, change.success, Done {});
        return;
    }
    const auto now = m_services.relay.current();
    const margin::Verdict *verdict = now ? now->find(change.before.id) : nullptr;
    const Account &current = verdict != nullptr ? *verdict->account : change.before;
    m_services.commands
        .book({change.id,
               change.before.id,
               monitor::Correct {onTopOf(current, change.before, wanted.balances), wanted.contributed},
               {},
               now ? now->rates : nullptr})
        .then(this, [this, change](const Result<monitor::Receipt> &result) {
            result ? rateNewDebts(change) : finish(change.id, change.success, result.error());
        });
}

// An asset that the correction brought in could not have a rate before.
void AccountEditorViewModel::rateNewDebts(const Change &change)
{
    const auto isNewAndRated = [&change](const margin::Balance &balance) {
        return balance.dailyInterest && change.before.balance(balance.asset) == nullptr;
    };
    if (std::ranges::none_of(change.wanted.balances, isNewAndRated)) {
        finish(change.id, change.success, Done {});
        return;
    }
    m_services.commands.changeAccount({change.wanted, false}).then(this, [this, change](const Result<Done> &result) {
        finish(change.id, change.success, result);
    });
}

// The answer may come after the form was closed, and even opened anew: then it is told, and that form is left alone.
void AccountEditorViewModel::finish(const std::string &id, const QString &success, const Result<Done> &result)
{
    const bool isOurs = m_isOpen && id == m_confirmation.id();
    if (result) {
        if (isOurs) {
            close();
        }
        Q_EMIT booked(success);
    } else if (isOurs) {
        m_confirmation.fail(failureText(result.error()));
        Q_EMIT formChanged();
    } else {
        Q_EMIT notBooked(failureText(result.error()));
    }
}

void AccountEditorViewModel::saveAsProfile()
{
    QString ignored;
    const auto bars = m_draft.bars.read(m_format, ignored);
    const QString title = m_profileTitle.trimmed();
    if (!bars || title.isEmpty() || !m_confirmation.begin()) {
        return;
    }
    margin::Profile profile;
    profile.name = "own-" + freshIdTail();
    profile.title = title.toStdString();
    profile.thresholds = *bars;
    profile.leverage = margin::largestLeverage(*bars).toString();
    profile.validFrom = QDateTime::fromMSecsSinceEpoch(m_services.clock.wallTime().ms(), Qt::UTC)
                            .date()
                            .toString(Qt::ISODate)
                            .toStdString();
    profile.source = tr("entered by hand").toStdString();
    Q_EMIT formChanged();
    const auto answered = [this, id = m_confirmation.id(), name = profile.name](const Result<Done> &saved) {
        if (!m_isOpen || id != m_confirmation.id()) {
            if (!saved) {
                Q_EMIT notBooked(failureText(saved.error()));
            }
            return; // of a form that was closed: the next one reads all profiles
        }
        m_confirmation.stop();
        m_profileMessage = saved ? tr("Saved as a profile.") : failureText(saved.error());
        if (saved) {
            loadProfiles(name);
        } else {
            Q_EMIT formChanged();
        }
    };
    m_services.stores.saveProfile(profile).then(this, answered);
}

void AccountEditorViewModel::askRemove(bool ask)
{
    m_asksRemove = ask && !isNew();
    Q_EMIT formChanged();
}

void AccountEditorViewModel::remove()
{
    if (!m_asksRemove || !m_confirmation.begin()) {
        return;
    }
    Q_EMIT formChanged();
    const QString success = tr("Account %1 removed. The journal can bring it back.").arg(accountLabel(*m_draft.before));
    m_services.commands.book({freshId(), m_draft.before->id, monitor::RemoveAccount {}, {}, nullptr})
        .then(this, [this, id = m_confirmation.id(), success](const Result<monitor::Receipt> &result) {
            finish(id, success, result ? Result<Done>(Done {}) : Result<Done>(result.error()));
        });
}

} // namespace plimsoll::viewmodels

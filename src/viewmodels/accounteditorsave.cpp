// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of AccountEditorViewModel: what saving, removing and keeping a profile do.
#include "viewmodels/accounteditorviewmodel.h"

#include "margin/position.h"
#include "viewmodels/choices.h"

#include <QtCore/QDateTime>
#include <QtCore/QUuid>

namespace plimsoll::viewmodels {

using margin::Account;

void AccountEditorViewModel::save()
{
    if (!savable()) {
        return;
    }
    m_busy = true;
    m_failure.clear();
    Q_EMIT formChanged();
    const QString label = accountLabel(*m_wanted);
    if (!m_before) {
        m_services.commands.changeAccount({*m_wanted, true}).then(this, [this, label](const Result<Done> &result) {
            result ? finish(tr("Account %1 added").arg(label)) : fail(result.error());
        });
        return;
    }
    Account description = *m_wanted;
    description.balances = m_before->balances;
    description.contributed = m_before->contributed;
    const QString success = tr("Account %1 saved").arg(label);
    if (description == *m_before) {
        correct(success);
        return;
    }
    m_services.commands.changeAccount({description, false}).then(this, [this, success](const Result<Done> &result) {
        result ? correct(success) : fail(result.error());
    });
}

// Money is never overwritten: what differs becomes one correction in the journal.
void AccountEditorViewModel::correct(const QString &success)
{
    if (m_wanted->balances == m_before->balances && m_wanted->contributed == m_before->contributed) {
        finish(success);
        return;
    }
    const auto now = m_services.relay.current();
    m_services.commands
        .book({m_operationId,
               m_before->id,
               monitor::Correct {m_wanted->balances, m_wanted->contributed},
               {},
               now ? now->rates : nullptr})
        .then(this, [this, success](const Result<monitor::Receipt> &result) {
            result ? finish(success) : fail(result.error());
        });
}

void AccountEditorViewModel::finish(const QString &success)
{
    close();
    Q_EMIT booked(success);
}

void AccountEditorViewModel::fail(const Error &error)
{
    m_busy = false;
    m_failure = failureText(error);
    Q_EMIT formChanged();
}

void AccountEditorViewModel::saveAsProfile()
{
    QString error;
    const auto bars = typedBars(error);
    const QString title = m_profileTitle.trimmed();
    if (!bars || title.isEmpty() || m_busy) {
        return;
    }
    margin::Profile profile;
    profile.name = "own-" + QUuid::createUuid().toString(QUuid::Id128).left(8).toStdString();
    profile.title = title.toStdString();
    profile.thresholds = *bars;
    profile.leverage = margin::largestLeverage(*bars).toString();
    profile.validFrom =
        QDateTime::fromMSecsSinceEpoch(m_services.clock.wallMs(), Qt::UTC).date().toString(Qt::ISODate).toStdString();
    profile.source = tr("entered by hand").toStdString();
    m_busy = true;
    Q_EMIT formChanged();
    m_services.stores.saveProfile(profile).then(this, [this, profile](const Result<Done> &saved) {
        m_busy = false;
        if (!saved) {
            m_profileMessage = failureText(saved.error());
            Q_EMIT formChanged();
            return;
        }
        m_profileMessage = tr("Saved as a profile.");
        m_services.stores.profiles().then(this,
                                          [this, name = profile.name](const Result<std::vector<margin::Profile>> &own) {
                                              if (own) {
                                                  m_profiles.setOwn(own.value());
                                                  if (m_profiles.indexOf(name) >= 0) {
                                                      m_profile = name;
                                                      m_ownBars = false;
                                                  }
                                              }
                                              check();
                                              Q_EMIT profilesChanged();
                                          });
    });
}

void AccountEditorViewModel::askRemove(bool ask)
{
    m_asksRemove = ask && m_before.has_value();
    Q_EMIT formChanged();
}

void AccountEditorViewModel::remove()
{
    if (!m_asksRemove || m_busy) {
        return;
    }
    m_busy = true;
    Q_EMIT formChanged();
    const QString success = tr("Account %1 removed. The journal can bring it back.").arg(accountLabel(*m_before));
    const std::string operation = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    m_services.commands.book({operation, m_before->id, monitor::RemoveAccount {}, {}, nullptr})
        .then(this, [this, success](const Result<monitor::Receipt> &result) {
            result ? finish(success) : fail(result.error());
        });
}

} // namespace plimsoll::viewmodels

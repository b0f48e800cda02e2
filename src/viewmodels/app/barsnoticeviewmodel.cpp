// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/app/barsnoticeviewmodel.h"

#include "margin/profiles.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/choices.h"
#include "viewmodels/common/settingkeys.h"
#include "wording/reasontext.h"

namespace plimsoll::viewmodels {

BarsNoticeViewModel::BarsNoticeViewModel(monitor::SettingsPort &settings, monitor::SnapshotRelay &relay,
                                         QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_relay(relay)
{
    m_settings.settings().then(this, [this](const Result<QHash<QString, QString>> &read) {
        m_told = read ? read->value(SettingKeys::barsTold).split(u'\n', Qt::SkipEmptyParts) : QStringList();
        look();
    });
    connect(&m_relay, &monitor::SnapshotRelay::snapshotReady, this, &BarsNoticeViewModel::look);
}

void BarsNoticeViewModel::look()
{
    QString shown;
    QString text;
    QString accountId;
    const auto now = m_relay.current();
    const auto accounts = m_told ? accountsOf(now) : std::vector<const margin::Account *>();
    for (const margin::Account *account : accounts) {
        const margin::Profile *profile = account->ownThresholds || account->liquidatedAt
            ? nullptr
            : margin::findBuiltInProfile(account->profile);
        const QString entry = QString::fromStdString(account->id + ' ' + account->profile);
        if (profile == nullptr || margin::fits(profile->use, account->mode) || m_told->contains(entry)) {
            continue;
        }
        shown = entry;
        accountId = QString::fromStdString(account->id);
        const QString form = account->mode == margin::MarginMode::Cross
            ? tr("%1 has the bars “%2”, which are published for isolated accounts. The exchange calls a cross account "
                 "earlier. Check its bars.")
            : tr("%1 has the bars “%2”, which are published for cross accounts. Check its bars.");
        text = form.arg(accountLabel(*account), wording::reasonText(plainName(profile->title)));
        break;
    }
    if (shown != m_entry || text != m_text) {
        m_entry = shown;
        m_text = text;
        m_accountId = accountId;
        Q_EMIT changed();
    }
}

void BarsNoticeViewModel::dismiss()
{
    if (m_told && !m_entry.isEmpty()) {
        m_told->append(m_entry);
        // not kept: the next start tells it again
        static_cast<void>(m_settings.setSetting(SettingKeys::barsTold, m_told->join(u'\n')));
        look();
    }
}

} // namespace plimsoll::viewmodels

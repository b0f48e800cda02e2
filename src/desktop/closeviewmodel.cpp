// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/closeviewmodel.h"

#include "ports/logging.h"
#include "viewmodels/common/settingkeys.h"

namespace plimsoll::desktop {

using viewmodels::SettingKeys;

CloseViewModel::CloseViewModel(monitor::SettingsPort &settings, monitor::SnapshotRelay &relay, bool example,
                               QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_relay(relay)
    , m_example(example)
{
    m_sessionEnd.setSingleShot(true);
    // The question says what is so: an account may enter or leave its call while it is open.
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, [this] {
        if (m_isOpen && std::exchange(m_inCall, situation().inCall) != m_inCall) {
            Q_EMIT changed();
        }
    });
}

void CloseViewModel::load()
{
    m_settings.settings().then(this, [this](const Result<QHash<QString, QString>> &settings) {
        if (settings) {
            m_remembered = closeActionFromWord(settings->value(SettingKeys::closeAction));
        }
    });
}

void CloseViewModel::setHasTray(bool hasTray)
{
    if (m_hasTray != hasTray) {
        m_hasTray = hasTray;
        Q_EMIT changed();
    }
}

QString CloseViewModel::title() const
{
    return m_isWarning ? tr("Stop watching during a margin call?") : tr("Keep watching your accounts?");
}

QString CloseViewModel::text() const
{
    const QString stop = tr(
        "If you stop, nothing is watched and no alarm reaches you until Plimsoll is started again.");
    const QString keep = m_hasTray
        ? tr("Plimsoll can go on in the background. Its icon stays in the tray and alarms reach you as now.")
        : tr("Plimsoll can go on as a minimised window: this desktop has no tray. Alarms reach you as now.");
    return tr("At least one account owes money.") + u' ' + keep + u' ' + stop;
}

QString CloseViewModel::warningText() const
{
    return m_inCall ? tr("An account is in a margin call now. It can be liquidated while nobody watches.") : QString();
}

QString CloseViewModel::keepText() const
{
    return m_hasTray ? tr("Keep watching in the tray") : tr("Minimise and keep watching");
}

CloseSituation CloseViewModel::situation() const
{
    return closeSituation(m_relay.current().get(), m_hasTray, m_remembered);
}

bool CloseViewModel::closeRequested()
{
    if (m_quitting || m_sessionEnd.isActive()) {
        return true;
    }
    switch (m_example ? CloseDecision::Quit : decideClose(situation())) {
    case CloseDecision::Quit: quit(); return true;
    case CloseDecision::Hide:
    case CloseDecision::Minimise: stayOutOfSight(); break;
    case CloseDecision::Ask: ask(false); break;
    case CloseDecision::Warn: ask(true); break;
    }
    return false;
}

// A question would hold up the end of the whole session, or be cut off by it.
void CloseViewModel::sessionEnds()
{
    m_sessionEnd.start(kSessionEnd);
}

void CloseViewModel::requestQuit()
{
    if (m_example || decideQuit(situation()) == CloseDecision::Quit) {
        quit();
    } else {
        ask(true);
    }
}

void CloseViewModel::ask(bool warning)
{
    m_isOpen = true;
    m_isWarning = warning;
    m_inCall = situation().inCall;
    Q_EMIT changed();
    Q_EMIT windowWanted();
}

void CloseViewModel::end()
{
    m_isOpen = false;
    Q_EMIT changed();
}

void CloseViewModel::keep(bool remember)
{
    if (!m_isOpen) {
        return;
    }
    if (remember && canRemember()) {
        this->remember(CloseAction::Tray);
    }
    end();
    stayOutOfSight();
}

void CloseViewModel::stop(bool remember)
{
    if (!m_isOpen) {
        return;
    }
    if (remember && canRemember()) {
        this->remember(CloseAction::Quit);
    }
    end();
    quit();
}

void CloseViewModel::cancel()
{
    if (m_isOpen) {
        end();
    }
}

// Where it cannot be stored, it holds for this run and is asked again in the next.
void CloseViewModel::remember(CloseAction action)
{
    m_remembered = action;
    m_settings.setSetting(SettingKeys::closeAction, closeActionWord(action)).then(this, [](const Result<Done> &stored) {
        if (!stored) {
            qCWarning(monitor::lcDesktop, "the answer could not be remembered: %s", stored.error().message().c_str());
        }
    });
}

void CloseViewModel::quit()
{
    if (!std::exchange(m_quitting, true)) {
        Q_EMIT quitRequested();
    }
}

void CloseViewModel::stayOutOfSight()
{
    if (m_hasTray) {
        Q_EMIT hideRequested();
    } else {
        Q_EMIT minimiseRequested();
    }
}

} // namespace plimsoll::desktop

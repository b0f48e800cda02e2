// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/closequestion.h"
#include "ports/settingsport.h"
#include "ports/snapshotrelay.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <chrono>

namespace plimsoll::desktop {

/// The question at closing: what it asks, and what follows from the answer. The window asks closeRequested() whether it
/// may close. In the example nothing is asked: no money is at stake. GUI thread.
class CloseViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool isWarning READ isWarning NOTIFY changed FINAL)
    Q_PROPERTY(bool canRemember READ canRemember NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString warningText READ warningText NOTIFY changed FINAL)
    Q_PROPERTY(QString keepText READ keepText NOTIFY changed FINAL)

public:
    static constexpr std::chrono::milliseconds kSessionEnd {60'000};

    CloseViewModel(monitor::SettingsPort &settings, monitor::SnapshotRelay &relay, bool example,
                   QObject *parent = nullptr);

    void load(); ///< reads the remembered answer
    void setRemembered(CloseAction action) { m_remembered = action; }
    void setHasTray(bool hasTray);

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool isWarning() const { return m_isWarning; }
    [[nodiscard]] bool canRemember() const { return !m_isWarning; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString warningText() const; ///< "" where no account is in call
    [[nodiscard]] QString keepText() const;

    /// The window is being closed. True: let it. False: it was hidden or minimised instead, or a question is open now.
    Q_INVOKABLE bool closeRequested();
    Q_INVOKABLE void requestQuit(); ///< "Quit" of the tray menu, or its key
    void sessionEnds(); ///< nothing is asked for kSessionEnd; after that the end of the session was called off

    Q_INVOKABLE void keep(bool remember);
    Q_INVOKABLE void stop(bool remember);
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    void windowWanted(); ///< a question is to be asked: the window must be seen
    void hideRequested();
    void minimiseRequested();
    void quitRequested(); ///< once; closeRequested() is true from now on

private:
    [[nodiscard]] CloseSituation situation() const;
    void ask(bool warning);
    void end();
    void remember(CloseAction action);
    void quit();
    void stayOutOfSight();

    monitor::SettingsPort &m_settings;
    monitor::SnapshotRelay &m_relay;
    const bool m_example;
    CloseAction m_remembered = CloseAction::Ask;
    bool m_hasTray = false;
    bool m_isOpen = false;
    bool m_isWarning = false;
    bool m_inCall = false;
    bool m_quitting = false;
    QTimer m_sessionEnd; ///< runs while the session may be ending
};

} // namespace plimsoll::desktop

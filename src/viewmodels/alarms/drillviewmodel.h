// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/alarmcommands.h"
#include "ports/snapshotrelay.h"
#include "viewmodels/alarms/drillstepmodel.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

namespace plimsoll::viewmodels {

/// A fire drill: the whole ladder on a practice account, and what arrived. GUI thread.
class DrillViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::RowModel *steps READ steps CONSTANT FINAL)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool running READ running NOTIFY changed FINAL)
    /// One sentence, also where no drill ran yet.
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed FINAL)
    /// "You answered after 12 s."; empty until then.
    Q_PROPERTY(QString reactionText READ reactionText NOTIFY changed FINAL)

public:
    DrillViewModel(monitor::AlarmCommands &alarmCommands, monitor::SnapshotRelay &relay, const DisplayFormat &format,
                   QObject *parent = nullptr);

    [[nodiscard]] DrillStepModel *steps() const { return m_steps; }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool running() const { return m_running; }
    [[nodiscard]] QString statusText() const { return m_statusText; }
    [[nodiscard]] QString reactionText() const { return m_reactionText; }

    Q_INVOKABLE void open();
    Q_INVOKABLE void close(); ///< a drill that runs is ended
    Q_INVOKABLE void start();
    Q_INVOKABLE void stop();
    Q_INVOKABLE void acknowledge(); ///< the practice alarm: the time until then is the reaction

Q_SIGNALS:
    void changed();

private:
    void take(const monitor::SnapshotPtr &snapshot);

    monitor::AlarmCommands &m_commands;
    const DisplayFormat &m_format;
    DrillStepModel *m_steps;
    bool m_isOpen = false;
    bool m_running = false;
    QString m_statusText;
    QString m_reactionText;
};

} // namespace plimsoll::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/snapshotrelay.h"
#include "viewmodels/analysis/replayplayer.h"
#include "viewmodels/analysis/replaywords.h"
#include "viewmodels/common/candlefiles.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/longrun.h"

#include <QtCore/QObject>

#include <memory>

namespace plimsoll::viewmodels {

/// Crashes over the person's own accounts, or those of a portfolio file: what is asked, the run, and a player for what
/// came out. Nothing here is booked, no alarm is raised. GUI thread; reading and playing happen on a pool thread.
class ReplayViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// The page is seen; else the crashes do not follow the accounts.
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY changed FINAL)
    Q_PROPERTY(plimsoll::viewmodels::CandleFiles *files READ files CONSTANT FINAL)
    /// A portfolio file to play with, as typed; empty: the own accounts.
    Q_PROPERTY(QString bookPath READ bookPath WRITE setBookPath NOTIFY changed FINAL)
    /// Somebody acknowledges after so many minutes, as typed; empty: nobody does.
    Q_PROPERTY(QString acknowledgeAfter READ acknowledgeAfter WRITE setAcknowledgeAfter NOTIFY changed FINAL)
    Q_PROPERTY(bool running READ running NOTIFY changed FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged FINAL) ///< 0 to 1
    /// Why it does not run; else empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(plimsoll::viewmodels::ReplayPlayer *player READ player CONSTANT FINAL)
    /// CrashPreset
    Q_PROPERTY(plimsoll::viewmodels::RowModel *crashes READ crashes CONSTANT FINAL)

public:
    ReplayViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent = nullptr);

    [[nodiscard]] bool active() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] CandleFiles *files() const { return m_files; }
    [[nodiscard]] QString bookPath() const { return m_bookPath; }
    void setBookPath(const QString &path);
    [[nodiscard]] QString acknowledgeAfter() const { return m_acknowledgeAfter; }
    void setAcknowledgeAfter(const QString &minutes);
    [[nodiscard]] bool running() const { return m_run->isRunning(); }
    [[nodiscard]] double progress() const { return m_run->progress(); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] ReplayPlayer *player() const { return m_player; }
    [[nodiscard]] RowModel *crashes() const { return m_crashes; }

    Q_INVOKABLE void run();
    Q_INVOKABLE void cancel(); ///< at once; what came out before stays

Q_SIGNALS:
    void changed();
    void progressChanged();

private:
    void showCrashes();
    [[nodiscard]] std::optional<ReplayQuestion> question();
    void refuse(const QString &problem);
    void finish(const ReplayOutcome &outcome);

    monitor::SnapshotRelay &m_relay;
    CandleFiles *m_files;
    ReplayPlayer *m_player;
    RowListModel<CrashPreset> *m_crashes;
    LongRun *m_run;
    bool m_active = false;
    QString m_bookPath;
    QString m_acknowledgeAfter;
    QString m_problem;
};

} // namespace plimsoll::viewmodels

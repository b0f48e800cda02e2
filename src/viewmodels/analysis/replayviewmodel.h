// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "ports/historyport.h"
#include "ports/snapshotrelay.h"
#include "viewmodels/analysis/replayplayer.h"
#include "viewmodels/analysis/replayreport.h"
#include "viewmodels/analysis/replaywords.h"
#include "viewmodels/common/candlefiles.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/longrun.h"

#include <QtCore/QObject>

#include <memory>

namespace plimsoll::viewmodels {

/// Crashes, or what was recorded here, over the person's own accounts, or those of a portfolio file: what is asked, the
/// run, a player for what came out, and the page of it. Nothing here is booked, no alarm is raised. GUI thread; reading
/// and playing happen on a pool thread.
/// More than 12 members and 20 public functions: one property for each field of the form.
class ReplayViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// The page is seen; else the crashes do not follow the accounts.
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY changed FINAL)
    Q_PROPERTY(Source source READ source WRITE setSource NOTIFY changed FINAL)
    Q_PROPERTY(plimsoll::viewmodels::CandleFiles *files READ files CONSTANT FINAL)
    /// How much of what was recorded is played: Span.
    Q_PROPERTY(Span span READ span WRITE setSpan NOTIFY changed FINAL)
    /// A portfolio file to play with, as typed; empty: the own accounts.
    Q_PROPERTY(QString bookPath READ bookPath WRITE setBookPath NOTIFY changed FINAL)
    /// Somebody acknowledges after so many minutes, as typed; empty: nobody does.
    Q_PROPERTY(QString acknowledgeAfter READ acknowledgeAfter WRITE setAcknowledgeAfter NOTIFY changed FINAL)
    Q_PROPERTY(bool running READ running NOTIFY changed FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged FINAL) ///< 0 to 1
    /// Why it does not run; else empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(plimsoll::viewmodels::ReplayPlayer *player READ player CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::ReplayReport *report READ report CONSTANT FINAL)
    /// CrashPreset
    Q_PROPERTY(plimsoll::viewmodels::RowModel *crashes READ crashes CONSTANT FINAL)

public:
    enum Source { Candles, Recorded };
    Q_ENUM(Source)
    enum Span { Day, Week, Quarter, Everything }; ///< Quarter: 90 days
    Q_ENUM(Span)

    ReplayViewModel(monitor::SnapshotRelay &relay, monitor::HistoryPort &history, const monitor::Clock &clock,
                    const DisplayFormat &format, QObject *parent = nullptr);

    [[nodiscard]] bool active() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] Source source() const { return m_source; }
    void setSource(Source source);
    [[nodiscard]] CandleFiles *files() const { return m_files; }
    [[nodiscard]] Span span() const { return m_span; }
    void setSpan(Span span);
    [[nodiscard]] QString bookPath() const { return m_bookPath; }
    void setBookPath(const QString &path);
    [[nodiscard]] QString acknowledgeAfter() const { return m_acknowledgeAfter; }
    void setAcknowledgeAfter(const QString &minutes);
    [[nodiscard]] bool running() const { return m_isReading || m_run->isRunning(); }
    [[nodiscard]] double progress() const { return m_run->progress(); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] ReplayPlayer *player() const { return m_player; }
    [[nodiscard]] ReplayReport *report() const { return m_report; }
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
    void readRecorded(ReplayQuestion asked);
    void start(ReplayQuestion asked);
    void finish(const ReplayOutcome &outcome);

    monitor::SnapshotRelay &m_relay;
    monitor::HistoryPort &m_history;
    const monitor::Clock &m_clock;
    CandleFiles *m_files;
    ReplayPlayer *m_player;
    ReplayReport *m_report;
    RowListModel<CrashPreset> *m_crashes;
    LongRun *m_run;
    bool m_active = false;
    bool m_isReading = false; ///< what was recorded
    int m_reading = 0; ///< number of the newest reading: a cancelled one is not played
    Source m_source = Candles;
    Span m_span = Week;
    QString m_bookPath;
    QString m_acknowledgeAfter;
    QString m_problem;
};

} // namespace plimsoll::viewmodels

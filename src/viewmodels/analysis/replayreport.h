// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "ports/privatefile.h"
#include "viewmodels/analysis/replayplayer.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QObject>

namespace plimsoll::viewmodels {

/// Writes the replay that a player shows as one page of HTML (report/replaypage.h). GUI thread; the page is made and
/// written on a pool thread.
class ReplayReport : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the replay")
    /// "~" stands for the home folder.
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY changed FINAL)
    /// Why it was not written; empty since the next attempt began.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// That it was written and where; else empty.
    Q_PROPERTY(QString done READ done NOTIFY changed FINAL)
    /// The file is there already: it must be said that it may be replaced.
    Q_PROPERTY(bool asksOverwrite READ asksOverwrite NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)

public:
    ReplayReport(const ReplayPlayer &player, const monitor::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] QString path() const { return m_path; }
    void setPath(const QString &path);
    void setFolder(const QString &folder); ///< where the file is put, unless a person says otherwise
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString done() const { return m_done; }
    [[nodiscard]] bool asksOverwrite() const { return m_asksOverwrite; }
    [[nodiscard]] bool isBusy() const { return m_busy; }

    Q_INVOKABLE void write(bool overwrite);
    void forget(); ///< what came of the attempt before: another replay is shown, or another path typed

Q_SIGNALS:
    void changed();
    void writtenTo(const QString &path);

private:
    void finish(const Result<monitor::Privacy> &result);

    const ReplayPlayer &m_player;
    const monitor::Clock &m_clock;
    QString m_path;
    QString m_problem;
    QString m_done;
    bool m_asksOverwrite = false;
    bool m_busy = false;
};

} // namespace plimsoll::viewmodels

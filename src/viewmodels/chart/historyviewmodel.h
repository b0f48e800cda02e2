// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/clock.h"
#include "ports/snapshotrelay.h"
#include "ports/stores.h"
#include "viewmodels/chart/levelchartviewmodel.h"
#include "viewmodels/chart/levelstretches.h"
#include "viewmodels/chart/sparklines.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <optional>
#include <set>
#include <string>

namespace plimsoll::viewmodels {

/// Each account's margin level over the last hour, day, week... up to now. Past levels come from the stores, new ones
/// from what the engine writes there, folded alike: a restart gives the same. GUI thread.
class HistoryViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// The picture of it.
    Q_PROPERTY(plimsoll::viewmodels::LevelChartViewModel *chart READ chart CONSTANT FINAL)
    /// The last 24 hours in small, whatever the range is.
    Q_PROPERTY(plimsoll::viewmodels::Sparklines *sparklines READ sparklines CONSTANT FINAL)
    Q_PROPERTY(QStringList rangeNames READ rangeNames CONSTANT FINAL)
    /// Range.
    Q_PROPERTY(int range READ range WRITE setRange NOTIFY pointsChanged FINAL)

public:
    enum Range { Hour, Day, Week, Month, Year, All };
    Q_ENUM(Range)

    /// `example`: the time is the story's; nothing is read from the stores, and going back in the story takes back what
    /// came later.
    HistoryViewModel(monitor::Stores &stores, monitor::SnapshotRelay &relay, const monitor::Clock &clock,
                     const DisplayFormat &format, bool example, QObject *parent = nullptr);

    [[nodiscard]] LevelChartViewModel *chart() const { return m_chart; }
    [[nodiscard]] Sparklines *sparklines() const { return m_sparklines; }
    [[nodiscard]] QStringList rangeNames() const;
    [[nodiscard]] int range() const { return m_range; }
    void setRange(int range);
    static double rangeMs(int range); ///< 0: without bound

    /// An account's level as steps, as far as the range goes.
    [[nodiscard]] LevelStretches stretches(const QString &lineId) const;
    [[nodiscard]] monitor::LevelTrack track(const QString &lineId) const;
    /// From the first to the last moment at which any account's level was known; both 0 where there is none.
    [[nodiscard]] TimeSpan extent() const;

    /// The newest level on record within the range, and until when it was confirmed.
    [[nodiscard]] std::optional<monitor::LevelSample> lastKnown(const std::string &account) const;

    /// What the engine has just remembered.
    void append(const plimsoll::monitor::HistoryBatchPtr &batch);

Q_SIGNALS:
    void pointsChanged();

private:
    void take(const monitor::SnapshotPtr &snapshot);
    monitor::LevelTrack &trackOf(const std::string &account);
    void load(const std::string &account);
    void cut(monitor::LevelTrack &track) const;
    void fold(const std::string &account);
    void draw(const std::set<std::string> &accounts);

    monitor::Stores &m_stores;
    const monitor::Clock &m_clock;
    const DisplayFormat &m_format;
    const bool m_example;
    LevelChartViewModel *m_chart;
    Sparklines *m_sparklines;
    std::map<std::string, monitor::LevelTrack> m_tracks;
    std::map<std::string, LevelStretches> m_stretches; ///< of m_tracks, ready to be drawn
    int m_range = Day;
    BootTime m_heardAt; ///< of the newest batch, or of the newest reading
};

} // namespace plimsoll::viewmodels

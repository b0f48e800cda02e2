// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "ports/snapshotrelay.h"
#include "ports/stores.h"
#include "viewmodels/displayformat.h"
#include "viewmodels/historylinemodel.h"

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPointF>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// Each account's margin level over time with its bars, for a chart. Past levels come from the stores, new ones from
/// what the engine writes there, folded alike: a restart draws the same picture. Points are doubles because they become
/// pixels and nothing else: x is ms since 1970 UTC, y the level. GUI thread.
class HistoryViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::RowModel *lines READ lines CONSTANT FINAL)
    Q_PROPERTY(QStringList rangeNames READ rangeNames CONSTANT FINAL)
    /// Range.
    Q_PROPERTY(int range READ range WRITE setRange NOTIFY pointsChanged FINAL)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY pointsChanged FINAL)
    /// Why there is nothing to draw.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY pointsChanged FINAL)
    /// x is ms since 1970 UTC, y the level, a ratio.
    Q_PROPERTY(double minX READ minX NOTIFY pointsChanged FINAL)
    Q_PROPERTY(double maxX READ maxX NOTIFY pointsChanged FINAL)
    Q_PROPERTY(double minY READ minY NOTIFY pointsChanged FINAL)
    Q_PROPERTY(double maxY READ maxY NOTIFY pointsChanged FINAL)
    /// Of the y axis.
    Q_PROPERTY(int tickCount READ tickCount NOTIFY pointsChanged FINAL)
    /// The ends of the x axis in words.
    Q_PROPERTY(QString startText READ startText NOTIFY pointsChanged FINAL)
    Q_PROPERTY(QString endText READ endText NOTIFY pointsChanged FINAL)

public:
    enum Range { Hour, Day, Week, All };
    Q_ENUM(Range)
    enum LineKind { Level, CallBar, LiquidationBar };
    Q_ENUM(LineKind)

    /// `example`: the time is the story's; nothing is read from the stores, and going back in the story takes back what
    /// came later.
    HistoryViewModel(monitor::Stores &stores, monitor::SnapshotRelay &relay, const monitor::Clock &clock,
                     const DisplayFormat &format, bool example, QObject *parent = nullptr);

    [[nodiscard]] HistoryLineModel *lines() const { return m_lines; }
    [[nodiscard]] QStringList rangeNames() const;
    [[nodiscard]] int range() const { return m_range; }
    void setRange(int range);
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] double minX() const { return m_axes.minX; }
    [[nodiscard]] double maxX() const { return m_axes.maxX; }
    [[nodiscard]] double minY() const { return m_axes.minY; }
    [[nodiscard]] double maxY() const { return m_axes.maxY; }
    [[nodiscard]] int tickCount() const { return m_axes.tickCount; }
    [[nodiscard]] QString startText() const;
    [[nodiscard]] QString endText() const;

    /// An account's level as steps, one list of corners per stretch in which it was known. Nothing is drawn between two
    /// of them.
    [[nodiscard]] QList<QList<QPointF>> stretches(const QString &lineId) const;

    /// The newest level on record within the range, and until when it was confirmed.
    [[nodiscard]] std::optional<monitor::LevelSample> lastKnown(const std::string &account) const;

    /// What the engine has just remembered.
    void append(const plimsoll::monitor::HistoryBatchPtr &batch);

Q_SIGNALS:
    void pointsChanged();

private:
    struct Axes {
        double minX = 0;
        double maxX = 1;
        double minY = 1;
        double maxY = 2;
        int tickCount = 5; ///< of y
    };

    void take(const monitor::SnapshotPtr &snapshot);
    monitor::LevelTrack &trackOf(const std::string &account);
    void load(const std::string &account);
    void cut();
    void draw();
    void showLines();
    void fit();
    void fitLevels(double lowest, double highest);

    monitor::Stores &m_stores;
    const monitor::Clock &m_clock;
    const DisplayFormat &m_format;
    const bool m_example;
    HistoryLineModel *m_lines;
    monitor::SnapshotPtr m_snapshot;
    std::map<std::string, monitor::LevelTrack> m_tracks;
    std::map<std::string, QList<QList<QPointF>>> m_stretches; ///< of m_tracks, ready to be drawn
    int m_range = Day;
    std::int64_t m_heardAt; ///< boot ms of the newest batch, or of the newest reading
    bool m_isEmpty = true;
    Axes m_axes;
};

} // namespace plimsoll::viewmodels

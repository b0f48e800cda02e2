// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/clock.h"
#include "ports/snapshotrelay.h"
#include "ports/stores.h"
#include "viewmodels/accounts/accounthead.h"
#include "viewmodels/chart/axistime.h"
#include "viewmodels/chart/chartcursor.h"
#include "viewmodels/chart/chartcurve.h"
#include "viewmodels/chart/chartevents.h"
#include "viewmodels/chart/chartlevels.h"
#include "viewmodels/chart/chartline.h"
#include "viewmodels/chart/chartoverview.h"
#include "viewmodels/chart/chartwindow.h"
#include "viewmodels/chart/levelexport.h"
#include "viewmodels/common/chartscale.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::viewmodels {

class HistoryViewModel;

/// A level of the history as text, with as many digits as tell it from the bars.
QString levelTextOf(const DisplayFormat &format, double level, const margin::Thresholds *bars);

/// What the chart of levels shows: one chosen account with its bars, up to three compared with it, all others muted;
/// over a window of time, on one of two axes. What was not chosen by a person follows: the account is the most urgent
/// one, the axis the one on which all that are drawn compare. GUI thread; idle while not `active`. More than 12
/// members: the choices of one picture, which are fitted together.
class LevelChartViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the history")
    Q_PROPERTY(plimsoll::viewmodels::ChartWindow *window READ window CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::RowModel *lines READ lines CONSTANT FINAL)
    /// Those of them that have their name beside the chart.
    Q_PROPERTY(plimsoll::viewmodels::RowModel *labels READ labels CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::ChartEvents *events READ events CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::ChartCurve *curve READ curve CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::ChartCursor *cursor READ cursor CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::LevelExport *exporter READ exporter CONSTANT FINAL)
    /// Whether somebody looks at it.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY changed FINAL)
    /// Most urgent first.
    Q_PROPERTY(QStringList accountNames READ accountNames NOTIFY changed FINAL)
    Q_PROPERTY(int accountIndex READ accountIndex WRITE setAccountIndex NOTIFY changed FINAL)
    /// Of each account, whether it is compared with the chosen one.
    Q_PROPERTY(QList<bool> compared READ compared NOTIFY changed FINAL)
    /// "Level", "Distance to call", by ChartAxis.
    Q_PROPERTY(QStringList axisNames READ axisNames CONSTANT FINAL)
    Q_PROPERTY(int axisIndex READ axisIndex WRITE setAxisIndex NOTIFY changed FINAL)
    /// HistoryViewModel::Range; -1: none of them.
    Q_PROPERTY(int range READ range WRITE setRange NOTIFY changed FINAL)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed FINAL)
    /// Why there is nothing to draw.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    /// "above this range: LINK/USDT 1.84"; which accounts are not drawn.
    Q_PROPERTY(QString outsideText READ outsideText NOTIFY changed FINAL)
    /// The same without names, where there is no room for several: "19 accounts above this range".
    Q_PROPERTY(QString outsideCount READ outsideCount NOTIFY changed FINAL)
    /// Whose zones are drawn, where others have other bars.
    Q_PROPERTY(QString zonesText READ zonesText NOTIFY changed FINAL)
    /// The picture in words.
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    /// The ends of the window in words.
    Q_PROPERTY(QString fromText READ fromText NOTIFY changed FINAL)
    Q_PROPERTY(QString toText READ toText NOTIFY changed FINAL)
    /// The share of the chart's height that one label needs.
    Q_PROPERTY(double labelStep READ labelStep WRITE setLabelStep NOTIFY changed FINAL)

public:
    static constexpr int kMostCompared = 3;

    LevelChartViewModel(HistoryViewModel &history, monitor::Stores &stores, const monitor::Clock &clock,
                        const DisplayFormat &format, bool example, QObject *parent = nullptr);

    [[nodiscard]] ChartWindow *window() const { return m_window; }
    [[nodiscard]] ChartLineModel *lines() const { return m_lines; }
    [[nodiscard]] ChartLineModel *labels() const { return m_labels; }
    [[nodiscard]] ChartEvents *events() const { return m_events; }
    [[nodiscard]] ChartCurve *curve() const { return m_curve; }
    [[nodiscard]] ChartCursor *cursor() const { return m_cursor; }
    [[nodiscard]] LevelExport *exporter() const { return m_exporter; }
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] QStringList accountNames() const;
    [[nodiscard]] int accountIndex() const;
    void setAccountIndex(int index);
    [[nodiscard]] QList<bool> compared() const;
    [[nodiscard]] QStringList axisNames() const;
    [[nodiscard]] int axisIndex() const;
    void setAxisIndex(int index);
    [[nodiscard]] int range() const { return m_range; }
    void setRange(int range);
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString outsideText() const { return m_outside; }
    [[nodiscard]] QString outsideCount() const { return m_outsideCount; }
    [[nodiscard]] QString zonesText() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString fromText() const { return m_format.dateTime(momentAt(m_window->from())); }
    [[nodiscard]] QString toText() const { return m_format.dateTime(momentAt(m_window->to())); }
    [[nodiscard]] double labelStep() const { return m_labelStep; }
    void setLabelStep(double step);

    Q_INVOKABLE void choose(const QString &account);
    Q_INVOKABLE void compare(int index, bool on); ///< beyond kMostCompared the oldest goes

    [[nodiscard]] const ChartScale &scale() const { return m_scale; }
    [[nodiscard]] const DisplayFormat &format() const { return m_format; }
    [[nodiscard]] const ChartLine *chosen() const; ///< nullptr where there is no account
    [[nodiscard]] LevelStretches stretches(const QString &lineId) const; ///< at least of the window
    [[nodiscard]] monitor::LevelTrack track(const QString &lineId) const; ///< as far as the range goes
    [[nodiscard]] LevelStretches wholeStretches() const; ///< of the chosen account, from the beginning
    [[nodiscard]] std::vector<TimeSpan> gaps() const; ///< of the chosen account in the window
    [[nodiscard]] QString gapTextAt(double time) const; ///< why its level was not known then, and for how long
    [[nodiscard]] QString levelText(const QString &lineId, double level) const;
    [[nodiscard]] QString distanceText(double level, double call) const; ///< "12.0 %" to the call

    [[nodiscard]] std::string chosenAccount() const { return m_chosen; } ///< "" where there is none
    void take(const monitor::SnapshotPtr &snapshot);
    void append(const monitor::HistoryBatch &batch);
    void showRange(int range); ///< that of the history changed
    void onLevels(); ///< levels of the history changed
    void onLoaded(const std::string &account); ///< those of one account came from the stores

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] bool readsStores() const { return m_range < 0 && !m_example; }
    [[nodiscard]] ChartAxis axis() const;
    [[nodiscard]] QString nameOf(const AccountHead &head) const;
    void followChoice();
    void followEvents();
    void wantLevels();
    void moveWhole();
    void refresh();
    [[nodiscard]] bool isBehind() const; ///< the window ends too long ago
    [[nodiscard]] std::vector<ChartLine> makeLines() const;
    void fit(std::vector<ChartLine> &lines);
    void fitScale(const std::vector<ChartLine> &lines);
    void placeLabels(std::vector<ChartLine> &lines) const;
    void nameOutside(const std::vector<ChartLine> &lines);

    HistoryViewModel &m_history;
    const monitor::Clock &m_clock;
    const DisplayFormat &m_format;
    const bool m_example;
    ChartWindow *m_window;
    ChartLineModel *m_lines;
    ChartLineModel *m_labels;
    ChartLevels *m_levels;
    ChartOverview *m_overview;
    ChartEvents *m_events;
    ChartCurve *m_curve;
    ChartCursor *m_cursor;
    LevelExport *m_exporter;
    std::pair<std::shared_ptr<const margin::Account>, margin::Status>
        m_seen; ///< of the chosen one, when its events were read
    monitor::SnapshotPtr m_snapshot;
    std::vector<AccountHead> m_heads; ///< most urgent first
    QHash<QString, int> m_titles; ///< how many of them have this title
    monitor::SnapshotPtr m_headsOf; ///< whose they are
    std::vector<std::string> m_compared;
    std::string m_chosen;
    bool m_hasChosen = false; ///< a person did
    std::optional<ChartAxis> m_chosenAxis;
    ChartScale m_scale;
    QTimer m_soon; ///< until what was loaded meanwhile is drawn together
    QString m_outside;
    QString m_outsideCount;
    double m_labelStep = 0.1;
    int m_range;
    bool m_active = false;
    bool m_isEmpty = true;
};

} // namespace plimsoll::viewmodels

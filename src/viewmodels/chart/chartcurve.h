// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/stores.h"
#include "viewmodels/chart/curvescale.h"
#include "viewmodels/chart/levelcsv.h"
#include "viewmodels/chart/levelstretches.h"
#include "viewmodels/chart/moneycurve.h"
#include "viewmodels/chart/pastamounts.h"
#include "viewmodels/chart/storypast.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// One further curve of the chosen account beside its level, with an axis of its own: equity, debt, interest charged,
/// or a price. What it needs is read when it is chosen: the whole journal of the account, and prices of the time that
/// is shown and as much again on both sides. GUI thread. More than 12 members: what is read, for whom and for when.
class ChartCurve : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the chart")
    /// "No further curve", then what the account has.
    Q_PROPERTY(QStringList names READ names NOTIFY changed FINAL)
    Q_PROPERTY(int index READ index WRITE setIndex NOTIFY changed FINAL)
    /// What it is not, or why there is nothing to draw; empty where there is nothing to say.
    Q_PROPERTY(QString note READ note NOTIFY changed FINAL)

public:
    enum Kind { None, Equity, Debt, Interest, Price };

    ChartCurve(monitor::Stores &stores, const DisplayFormat &format, bool example, QObject *parent = nullptr);

    [[nodiscard]] QStringList names() const;
    [[nodiscard]] int index() const; ///< 0 where the account does not have what was chosen
    void setIndex(int index);
    [[nodiscard]] QString note() const;

    [[nodiscard]] bool isShown() const { return index() > 0; }
    [[nodiscard]] QString name() const { return names().value(index()); }
    [[nodiscard]] QString unit() const; ///< of its values
    [[nodiscard]] const LevelStretches &stretches() const { return m_curve; } ///< at least of what was drawn last
    [[nodiscard]] const CurveScale &scale() const { return m_scale; }
    [[nodiscard]] QString textAt(double time) const; ///< its value with its unit; "" where it is not known
    [[nodiscard]] QString tickText(double value) const;

    void follow(
        const std::shared_ptr<const margin::Account> &account); ///< the chosen one; another pointer: reads again
    void draw(const LevelStretches &levels, double from, double to); ///< fits it; asks for what is missing
    void append(const monitor::HistoryBatch &batch); ///< what the engine has just remembered
    void remember(const monitor::RiskSnapshot &snapshot); ///< of a story, whose journal has other times

    /// All of it over these levels of the chosen account, with every price that is kept. Requires: isShown().
    Future<Result<ExportedCurve>> exported(const LevelStretches &levels, WallTime from, WallTime to);

Q_SIGNALS:
    void changed();
    void drawWanted(); ///< what it is made of changed

private:
    struct Option {
        Kind kind = None;
        std::string asset;

        bool operator==(const Option &) const = default;
    };

    struct Range {
        WallTime from;
        WallTime to;
        std::int64_t width = 0;
    };

    [[nodiscard]] Option option() const;
    [[nodiscard]] bool isMoney() const { return option().kind == Equity || option().kind == Debt; }
    [[nodiscard]] std::vector<std::string> pricedAssets() const; ///< whose prices it needs
    [[nodiscard]] std::optional<Worth> worthHeldAt(double time) const;
    void reset();
    void wantAmounts();
    void wantPrices(double from, double to);
    void take(std::int64_t generation, const std::string &asset, const std::vector<monitor::KeptPrice> &prices);
    struct Gathering; ///< an export on its way

    void gather(const std::shared_ptr<Gathering> &gathering);
    [[nodiscard]] CurveValues made(const LevelStretches &levels, const PastPrices &prices, WallTime to) const;

    monitor::Stores &m_stores;
    const DisplayFormat &m_format;
    const bool m_example;
    std::shared_ptr<const margin::Account> m_account;
    std::vector<Option> m_options {Option()};
    Option m_chosen;
    std::optional<PastAmounts> m_amounts; ///< of m_account
    bool m_asksAmounts = false;
    PastPrices m_prices;
    Range m_has; ///< what m_prices covers, or is being asked for
    std::int64_t m_generation = 0; ///< an answer for an earlier account or range touches nothing
    StoryPast m_story;
    LevelStretches m_levels; ///< what m_curve is made of
    bool m_isStale = true; ///< m_curve does not fit what it is made of
    LevelStretches m_curve;
    CurveScale m_scale;
};

} // namespace plimsoll::viewmodels

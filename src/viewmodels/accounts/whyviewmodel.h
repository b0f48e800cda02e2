// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/profiles.h"
#include "ports/clock.h"
#include "ports/portfolioport.h"
#include "ports/snapshotrelay.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// Explains one figure of one account: the formula with the account's own numbers, each price with its route and age,
/// the bars with the date and origin of their profile, and how it was rounded. Stays live while open. GUI thread.
/// Formulas: docs/formulas.md.
/// More than 12 members: one for each paragraph.
class WhyViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    /// "BCH/USDT isolated: Level".
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    /// By Figure.
    Q_PROPERTY(QStringList figureNames READ figureNames CONSTANT FINAL)
    Q_PROPERTY(Figure figure READ figure WRITE setFigure NOTIFY changed FINAL)
    /// Lines of text; each figure with the numbers put in.
    Q_PROPERTY(QStringList formula READ formula NOTIFY changed FINAL)
    Q_PROPERTY(QStringList prices READ prices NOTIFY changed FINAL)
    Q_PROPERTY(QStringList bars READ bars NOTIFY changed FINAL)
    Q_PROPERTY(QString rounding READ rounding NOTIFY changed FINAL)
    /// All of it as lines for the clipboard.
    Q_PROPERTY(QString copyText READ copyText NOTIFY changed FINAL)

public:
    enum Figure { Level, CallPrice, LiquidationPrice, Rescue, Equity };
    Q_ENUM(Figure)

    WhyViewModel(monitor::PortfolioPort &portfolio, monitor::SnapshotRelay &relay, const monitor::Clock &clock,
                 const DisplayFormat &format, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return !m_accountId.empty(); }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QStringList figureNames() const;
    [[nodiscard]] Figure figure() const { return m_figure; }
    void setFigure(Figure figure);
    [[nodiscard]] QStringList formula() const { return m_formula; }
    [[nodiscard]] QStringList prices() const { return m_prices; }
    [[nodiscard]] QStringList bars() const { return m_bars; }
    [[nodiscard]] QString rounding() const { return m_rounding; }
    [[nodiscard]] QString copyText() const;

    Q_INVOKABLE void open(const QString &accountId, Figure figure);
    Q_INVOKABLE void close();

Q_SIGNALS:
    void changed();

private:
    void take(const monitor::SnapshotPtr &snapshot);
    void show();
    [[nodiscard]] const margin::Profile *profile(const std::string &name) const;

    monitor::PortfolioPort &m_portfolio;
    const monitor::Clock &m_clock;
    const DisplayFormat &m_format;
    monitor::SnapshotPtr m_snapshot;
    std::vector<margin::Profile> m_ownProfiles;
    std::string m_accountId;
    Figure m_figure = Level;
    QString m_title;
    QStringList m_formula;
    QStringList m_prices;
    QStringList m_bars;
    QString m_rounding;
    QTimer m_timer;
};

} // namespace plimsoll::viewmodels

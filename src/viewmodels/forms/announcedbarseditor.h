// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/confirmation.h"
#include "viewmodels/common/riskstate.h"
#include "viewmodels/common/rowlistmodel.h"
#include "viewmodels/common/services.h"
#include "viewmodels/forms/accountdraft.h"

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <string>

namespace plimsoll::viewmodels {

/// Bars that the exchange announced for an account, as one line.
struct AnnouncedBarsRow {
    QString key; ///< its moment, ms since 1970 UTC
    QString whenText; ///< "2026-12-01 08:00 UTC · 1 Dec 2026, 09:00 here"
    QString barsText; ///< "1.30 / 1.15 / 1.10"
    QString effectText; ///< what they would make of the account at today's level; may be empty
    RiskState state = RiskState::Normal; ///< of the effect

    [[nodiscard]] const QString &rowKey() const { return key; }
    static RowRoles<AnnouncedBarsRow> roles();
    bool operator==(const AnnouncedBarsRow &) const = default;
};

/// The announced bars of the account that is edited, and the form for further ones. What is added or removed here is
/// kept at once; the engine puts it in force when its moment comes. GUI thread. More than 20 public functions: one
/// property for each field and its reason.
class AnnouncedBarsEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// AnnouncedBarsRow, the earliest first.
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL) ///< the form
    /// From when on, as typed, in UTC.
    Q_PROPERTY(QString when READ when WRITE setWhen NOTIFY changed FINAL)
    Q_PROPERTY(QString whenError READ whenError NOTIFY changed FINAL)
    /// The same moment by the clock of this computer; empty where it was not understood.
    Q_PROPERTY(QString whenEcho READ whenEcho NOTIFY changed FINAL)
    /// The three ratios as typed.
    Q_PROPERTY(QString initialBar READ initialBar WRITE setInitialBar NOTIFY changed FINAL)
    Q_PROPERTY(QString callBar READ callBar WRITE setCallBar NOTIFY changed FINAL)
    Q_PROPERTY(QString liquidationBar READ liquidationBar WRITE setLiquidationBar NOTIFY changed FINAL)
    Q_PROPERTY(QString barsError READ barsError NOTIFY changed FINAL)
    Q_PROPERTY(bool savable READ savable NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    /// Why it was not kept or not removed; else empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)

public:
    explicit AnnouncedBarsEditor(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] RowModel *rows() { return &m_rows; }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool filled() const { return m_isOpen && !m_when.trimmed().isEmpty(); }
    [[nodiscard]] QString when() const { return m_when; }
    void setWhen(const QString &text) { edit(m_when, text); }
    [[nodiscard]] QString whenError() const { return m_whenError; }
    [[nodiscard]] QString whenEcho() const;
    [[nodiscard]] QString initialBar() const { return m_bars.initial; }
    void setInitialBar(const QString &text) { edit(m_bars.initial, text); }
    [[nodiscard]] QString callBar() const { return m_bars.call; }
    void setCallBar(const QString &text) { edit(m_bars.call, text); }
    [[nodiscard]] QString liquidationBar() const { return m_bars.liquidation; }
    void setLiquidationBar(const QString &text) { edit(m_bars.liquidation, text); }
    [[nodiscard]] QString barsError() const { return m_barsError; }
    [[nodiscard]] bool savable() const { return m_isOpen && !busy() && m_moment && m_read; }
    [[nodiscard]] bool busy() const { return m_confirmation.busy(); }
    [[nodiscard]] QString problem() const { return m_confirmation.failure(); }

    void open(std::string accountId); ///< of this account from now on; "": of none
    Q_INVOKABLE void openNew();
    Q_INVOKABLE void save();
    Q_INVOKABLE void close();
    Q_INVOKABLE void remove(const QString &key);

Q_SIGNALS:
    void changed();
    void told(const QString &text); ///< it is durable; a line for a toast

private:
    void edit(QString &field, const QString &text);
    void check();
    void showRows();
    void finish(const std::string &id, const QString &success, const Result<Done> &result);
    [[nodiscard]] const margin::Account *account() const;

    const Services m_services;
    RowListModel<AnnouncedBarsRow> m_rows;
    Confirmation m_confirmation;
    std::string m_account;
    bool m_isOpen = false;
    QString m_when;
    BarsDraft m_bars;
    QString m_whenError;
    QString m_barsError;
    std::optional<WallTime> m_moment; ///< as read, ahead of now
    std::optional<margin::Thresholds> m_read;
};

} // namespace plimsoll::viewmodels

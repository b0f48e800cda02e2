// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/accounts/pricetablemodel.h"
#include "viewmodels/common/services.h"

#include <QtCore/QTimer>

namespace plimsoll::viewmodels {

/// The prices page: every rate in use with its route, age and state. GUI thread. Ages go on while no snapshot arrives:
/// a frozen table must not look alive.
class PriceTableViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)
    /// Where prices come from.
    Q_PROPERTY(QString source READ source NOTIFY changed FINAL)
    /// How many there are and how many cannot be used; empty where there are none.
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    Q_PROPERTY(bool empty READ empty NOTIFY changed FINAL)

public:
    static constexpr int kAgePaceMs = 1000;

    explicit PriceTableViewModel(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] PriceTableModel *rows() { return &m_rows; }
    [[nodiscard]] QString source() const { return m_source; }
    [[nodiscard]] QString summary() const { return m_summary; }
    [[nodiscard]] bool empty() const { return m_rows.rowCount() == 0; }

    Q_INVOKABLE void refreshNow(); ///< asks the source for a fresh answer

Q_SIGNALS:
    void changed();

private:
    void update();

    const Services m_services;
    PriceTableModel m_rows;
    QTimer m_ages;
    QString m_source;
    QString m_summary;
};

} // namespace plimsoll::viewmodels

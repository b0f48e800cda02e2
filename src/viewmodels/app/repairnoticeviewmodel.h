// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/services.h"

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

#include <cstdint>
#include <optional>

namespace plimsoll::viewmodels {

/// Tells that a running balance did not fit the journal and was put right from it, until a person has seen it: the
/// figures are right again, but something wrote to the database that should not have. Asks at the start and whenever
/// the portfolio was loaded anew, which is when balances are checked. GUI thread.
class RepairNoticeViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// What was put right, the newest figure and how many more; empty where there is nothing to tell.
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)

public:
    explicit RepairNoticeViewModel(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }

    Q_INVOKABLE void dismiss(); ///< it was seen

Q_SIGNALS:
    void changed();

private:
    void follow(const monitor::SnapshotPtr &snapshot);
    void ask();
    void show(const std::vector<monitor::BalanceRepair> &repairs);

    const Services m_services;
    std::shared_ptr<const std::vector<margin::Wallet>> m_wallets; ///< another one with each load
    std::optional<std::int64_t> m_told; ///< nothing until the settings were read
    std::int64_t m_newest = 0;
    QString m_text;
};

} // namespace plimsoll::viewmodels

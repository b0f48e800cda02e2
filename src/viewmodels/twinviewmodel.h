// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/twin.h"
#include "ports/snapshotrelay.h"
#include "viewmodels/displayformat.h"
#include "viewmodels/rowlistmodel.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <vector>

namespace plimsoll::viewmodels {

/// Accounts of a book in one mode: the real ones, or their twin.
struct TwinSide {
    QStringList lines; ///< "BCH/USDT isolated 1.06"
    QList<int> states; ///< RiskState of each line
    QString text; ///< who is called first, and what is lost at worst

    bool operator==(const TwinSide &) const = default;
};

/// The same money in both modes.
struct TwinRow {
    QString key; ///< ids of the real accounts
    TwinSide real;
    TwinSide twin;
    bool twinIsCross = false;
    QString remark; ///< the levels could not be kept; else empty

    [[nodiscard]] const QString &rowKey() const { return key; }
    static RowRoles<TwinRow> roles();
    bool operator==(const TwinRow &) const = default;
};

/// The person's book as it is and as it would be in the other margin mode: analysis::twinsOf() in words. Nothing here
/// is booked. Works while `active` only, at most once a second. GUI thread; computed on a pool thread.
class TwinViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// The page is seen; else nothing is computed.
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY changed FINAL)
    /// TwinRow
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)
    /// Why there is none; else empty.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    /// Accounts without a twin and why; else empty.
    Q_PROPERTY(QString withoutText READ withoutText NOTIFY changed FINAL)

public:
    static constexpr int kPauseMs = 1000; ///< between two computations

    TwinViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent = nullptr);

    [[nodiscard]] bool active() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] RowModel *rows() const { return m_rows; }
    [[nodiscard]] QString emptyText() const { return m_emptyText; }
    [[nodiscard]] QString withoutText() const { return m_withoutText; }

Q_SIGNALS:
    void changed();

private:
    struct Answer {
        std::vector<margin::Account> accounts;
        std::shared_ptr<const margin::Rates> rates;
        Result<analysis::Twins> twins = analysis::Twins {};
    };

    void take(const monitor::SnapshotPtr &snapshot);
    void compute();
    void show(const Answer &answer);
    [[nodiscard]] TwinRow rowOf(const analysis::Twin &twin, const Answer &answer) const;
    [[nodiscard]] TwinSide sideOf(const std::vector<margin::Account> &accounts, const margin::Rates &rates) const;
    [[nodiscard]] QString firstCallText(const std::vector<margin::Account> &accounts, const margin::Rates &rates) const;

    const DisplayFormat &m_format;
    monitor::SnapshotPtr m_snapshot;
    RowListModel<TwinRow> *m_rows;
    QString m_emptyText;
    QString m_withoutText;
    QTimer m_pause;
    int m_question = 0; ///< only the newest is answered
    bool m_active = false;
};

} // namespace plimsoll::viewmodels

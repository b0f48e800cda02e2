// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/assessment.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtQml/qqmlregistration.h>

namespace plimsoll::viewmodels {

/// How an account stands at one moment, as text to show: one column of a "now and after" table. GUI thread. Everything
/// comes out of margin::assess(); "–" stands where a figure is not known or does not apply. Positions are on the level
/// bar of `account`, 0..1, -1 for none.
class AccountPreview : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by a form")
    /// False: there is nothing to preview, and every text is "–".
    Q_PROPERTY(bool known READ known NOTIFY changed FINAL)
    /// RiskState.
    Q_PROPERTY(int riskState READ riskState NOTIFY changed FINAL)
    Q_PROPERTY(QString level READ level NOTIFY changed FINAL)
    /// Money in the quote asset, "850.00 USDT".
    Q_PROPERTY(QString assets READ assets NOTIFY changed FINAL)
    Q_PROPERTY(QString debt READ debt NOTIFY changed FINAL)
    Q_PROPERTY(QString equity READ equity NOTIFY changed FINAL)
    /// A line per asset, "BCH 176.00"; "–" where no price would do it.
    Q_PROPERTY(QString callPrice READ callPrice NOTIFY changed FINAL)
    Q_PROPERTY(QString liquidationPrice READ liquidationPrice NOTIFY changed FINAL)

public:
    using QObject::QObject;

    /// `inHand`: the asset that the form is about; its bar prices are the ones asked for.
    void set(const margin::Account &account, const margin::Assessment &assessment, const DisplayFormat &format,
             const std::string &inHand);
    void clear();

    [[nodiscard]] bool known() const { return m_known; }
    [[nodiscard]] int riskState() const { return m_riskState; }
    [[nodiscard]] QString level() const { return m_level; }
    [[nodiscard]] QString assets() const { return m_assets; }
    [[nodiscard]] QString debt() const { return m_debt; }
    [[nodiscard]] QString equity() const { return m_equity; }
    [[nodiscard]] QString callPrice() const { return m_callPrice; }
    [[nodiscard]] QString liquidationPrice() const { return m_liquidationPrice; }

Q_SIGNALS:
    void changed();

private:
    bool m_known = false;
    int m_riskState = 6; // Unknown
    QString m_level = QStringLiteral("–");
    QString m_assets = QStringLiteral("–");
    QString m_debt = QStringLiteral("–");
    QString m_equity = QStringLiteral("–");
    QString m_callPrice = QStringLiteral("–");
    QString m_liquidationPrice = QStringLiteral("–");
};

} // namespace plimsoll::viewmodels

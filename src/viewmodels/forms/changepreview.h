// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/forms/accountpreview.h"

#include <optional>

namespace plimsoll::viewmodels {

/// Now and after an operation, side by side and on one level bar. GUI thread. Where there is nothing to preview,
/// `after` is not known and the bar shows only now.
class ChangePreview : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by a form")
    Q_PROPERTY(plimsoll::viewmodels::AccountPreview *now READ now CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::AccountPreview *after READ after CONSTANT FINAL)
    /// Places on the level bar, 0..1; -1 for none.
    Q_PROPERTY(double nowPosition READ nowPosition NOTIFY changed FINAL)
    Q_PROPERTY(double afterPosition READ afterPosition NOTIFY changed FINAL)
    Q_PROPERTY(double liquidationPosition READ liquidationPosition NOTIFY changed FINAL)
    Q_PROPERTY(double callPosition READ callPosition NOTIFY changed FINAL)
    Q_PROPERTY(double initialPosition READ initialPosition NOTIFY changed FINAL)
    /// "liq 1.05"; empty where there is no account.
    Q_PROPERTY(QString liquidationText READ liquidationText NOTIFY changed FINAL)
    Q_PROPERTY(QString callText READ callText NOTIFY changed FINAL)
    Q_PROPERTY(QString initialText READ initialText NOTIFY changed FINAL)

public:
    explicit ChangePreview(const DisplayFormat &format, QObject *parent = nullptr);

    void set(const margin::Account &account, const margin::Rates &rates, const std::optional<margin::Account> &after,
             const std::string &inHand);
    void clear();

    [[nodiscard]] AccountPreview *now() { return &m_now; }
    [[nodiscard]] AccountPreview *after() { return &m_after; }
    [[nodiscard]] double nowPosition() const { return m_nowPosition; }
    [[nodiscard]] double afterPosition() const { return m_afterPosition; }
    [[nodiscard]] double liquidationPosition() const { return m_liquidationPosition; }
    [[nodiscard]] double callPosition() const { return m_callPosition; }
    [[nodiscard]] double initialPosition() const { return m_initialPosition; }
    [[nodiscard]] QString liquidationText() const { return m_liquidationText; }
    [[nodiscard]] QString callText() const { return m_callText; }
    [[nodiscard]] QString initialText() const { return m_initialText; }

Q_SIGNALS:
    void changed();

private:
    const DisplayFormat &m_format;
    AccountPreview m_now;
    AccountPreview m_after;
    double m_nowPosition = -1;
    double m_afterPosition = -1;
    double m_liquidationPosition = -1;
    double m_callPosition = -1;
    double m_initialPosition = -1;
    QString m_liquidationText;
    QString m_callText;
    QString m_initialText;
};

} // namespace plimsoll::viewmodels

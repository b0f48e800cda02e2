// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/operationform.h"

namespace plimsoll::viewmodels {

/// Closing what is held or owed of one asset: sell (or buy back) at a price, repay interest first and then principal,
/// and what is left. One operation. GUI thread. The price is prefilled with the newest known one and may be corrected
/// to what was really paid.
class ClosePositionViewModel : public plimsoll::viewmodels::OperationForm
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QStringList positionNames READ positionNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int positionIndex READ positionIndex WRITE setPositionIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(QString quote READ quote NOTIFY formChanged FINAL)
    Q_PROPERTY(QString price READ price WRITE setPrice NOTIFY formChanged FINAL)
    Q_PROPERTY(QString priceHint READ priceHint NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList steps READ steps NOTIFY formChanged FINAL)
    Q_PROPERTY(QString left READ left NOTIFY formChanged FINAL)

public:
    using OperationForm::OperationForm;

    Q_INVOKABLE void open(const QString &accountId);

    [[nodiscard]] QStringList positionNames() const;
    [[nodiscard]] int positionIndex() const;
    void setPositionIndex(int index);
    [[nodiscard]] QString quote() const;
    [[nodiscard]] QString price() const { return m_price; }
    void setPrice(const QString &text);
    [[nodiscard]] QString priceHint() const;
    [[nodiscard]] QStringList steps() const { return m_steps; }
    [[nodiscard]] QString left() const { return m_left; }

Q_SIGNALS:
    void formChanged();

protected:
    Draft draft() const override;
    Typed typed() const override { return {{}, {}, m_price, m_base, quote().toStdString()}; }
    QString successText(const monitor::Action &action) const override;
    std::shared_ptr<const margin::Rates> rates() const override;
    void accountChosen() override;
    void snapshotArrived() override;
    void recalculated(const margin::Booking *booking, const margin::Account *after) override;

private:
    void prefillPrice();
    void listPositions();

    std::vector<std::string> m_positions; // base assets
    std::string m_base;
    QString m_price;
    bool m_priceTyped = false;
    QStringList m_steps;
    QString m_left;
};

} // namespace plimsoll::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/choice.h"
#include "viewmodels/common/pricefield.h"
#include "viewmodels/forms/operationform.h"

namespace plimsoll::viewmodels {

/// Closing what is held or owed of one asset: sell (or buy back) at a price, repay interest first and then principal,
/// and what is left. One operation. GUI thread. The price is prefilled with the newest known one and may be corrected
/// to what was really paid.
class ClosePositionViewModel : public plimsoll::viewmodels::OperationForm
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// What is held or owed beside the quote asset.
    Q_PROPERTY(QStringList positionNames READ positionNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int positionIndex READ positionIndex WRITE setPositionIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(QString quote READ quote NOTIFY formChanged FINAL)
    /// As typed, of one asset in `quote`; follows the market until something is typed.
    Q_PROPERTY(QString price READ price WRITE setPrice NOTIFY formChanged FINAL)
    Q_PROPERTY(QString priceHint READ priceHint NOTIFY formChanged FINAL)
    /// How much of it, as typed; empty: all.
    Q_PROPERTY(QString quantity READ quantity WRITE setQuantity NOTIFY formChanged FINAL)
    /// "all 5": what an empty quantity means.
    Q_PROPERTY(QString allText READ allText NOTIFY formChanged FINAL)
    /// The booking in words, in the order in which it happens; empty where nothing can be booked.
    Q_PROPERTY(QStringList steps READ steps NOTIFY formChanged FINAL)
    /// What the account holds and owes afterwards; empty where nothing can be booked.
    Q_PROPERTY(QString left READ left NOTIFY formChanged FINAL)

public:
    using OperationForm::OperationForm;

    Q_INVOKABLE void open(const QString &accountId);
    void openToSafety(const QString &accountId); ///< filled with what must be sold to reach the initial ratio

    void openPlanned(const std::string &accountId, const std::string &asset,
                     margin::Decimal quantity); ///< filled with a sale that was thought of beforehand

    [[nodiscard]] QStringList positionNames() const { return assetTexts(m_positions.options); }
    [[nodiscard]] int positionIndex() const { return m_positions.index(); }
    void setPositionIndex(int index);
    [[nodiscard]] QString quote() const;
    [[nodiscard]] QString price() const { return m_price.text(); }
    void setPrice(const QString &text);
    [[nodiscard]] QString priceHint() const;
    [[nodiscard]] QString quantity() const { return m_quantity; }
    void setQuantity(const QString &text);
    [[nodiscard]] QString allText() const;
    Q_INVOKABLE void fillAll() { setQuantity({}); }
    [[nodiscard]] QStringList steps() const { return m_steps; }
    [[nodiscard]] QString left() const { return m_left; }

Q_SIGNALS:
    void formChanged();

protected:
    Draft draft() const override;
    Typed typed() const override
    {
        return {m_quantity, m_positions.chosen, price(), m_positions.chosen, quote().toStdString()};
    }
    QStringList entered() const override { return {m_quantity, m_price.typed()}; }
    QString successText(const monitor::Action &action) const override;
    std::shared_ptr<const margin::Rates> rates() const override;
    void accountChosen() override;
    void snapshotArrived() override;
    void recalculated(const margin::Booking *booking, const margin::Account *after) override;

private:
    void prefillPrice();
    void listPositions();

    Choice m_positions; ///< base assets
    [[nodiscard]] std::optional<margin::Decimal> whole() const;

    PriceField m_price;
    QString m_quantity;
    QStringList m_steps;
    QString m_left;
};

} // namespace plimsoll::viewmodels

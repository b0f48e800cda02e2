// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/choice.h"
#include "viewmodels/common/pricefield.h"
#include "viewmodels/forms/operationform.h"

namespace plimsoll::viewmodels {

/// One entry that records what a person did on the exchange: borrow, repay, buy, sell, transfer out, interest, a
/// liquidation. GUI thread. The rules of margin/booking.h judge it; a refusal stands beside the field it is about.
/// More than 20 public functions: one property for each field and its choices.
class EntryViewModel : public plimsoll::viewmodels::OperationForm
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(QStringList kindNames READ kindNames CONSTANT FINAL)
    Q_PROPERTY(Kind kind READ kind WRITE setKind NOTIFY formChanged FINAL)
    /// What this kind of entry means.
    Q_PROPERTY(QString explanation READ explanation NOTIFY formChanged FINAL)
    Q_PROPERTY(bool hasAmount READ hasAmount NOTIFY formChanged FINAL)
    Q_PROPERTY(bool isTrade READ isTrade NOTIFY formChanged FINAL)
    Q_PROPERTY(bool hasTarget READ hasTarget NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList assetNames READ assetNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int assetIndex READ assetIndex WRITE setAssetIndex NOTIFY formChanged FINAL)
    /// The chosen one, as is: its shown name is in `assetNames`.
    Q_PROPERTY(QString asset READ asset NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList againstNames READ againstNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int againstIndex READ againstIndex WRITE setAgainstIndex NOTIFY formChanged FINAL)
    /// What a trade is paid with or paid out in.
    Q_PROPERTY(QString against READ against NOTIFY formChanged FINAL)
    /// Where a transfer goes: the wallets, then "Outside".
    Q_PROPERTY(QStringList targetNames READ targetNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int targetIndex READ targetIndex WRITE setTargetIndex NOTIFY formChanged FINAL)
    /// As typed, in `asset`.
    Q_PROPERTY(QString amount READ amount WRITE setAmount NOTIFY formChanged FINAL)
    /// "owed 800.00, free 12.00".
    Q_PROPERTY(QString amountHint READ amountHint NOTIFY formChanged FINAL)
    /// The offer for fillAll(); empty where there is nothing to fill in.
    Q_PROPERTY(QString allText READ allText NOTIFY formChanged FINAL)
    /// As typed, of one `asset` in `against`; follows the market until something is typed.
    Q_PROPERTY(QString price READ price WRITE setPrice NOTIFY formChanged FINAL)
    /// Goes into the journal; at most 500 characters.
    Q_PROPERTY(QString entryNote READ entryNote WRITE setEntryNote NOTIFY formChanged FINAL)
    Q_PROPERTY(QString confirmText READ confirmText NOTIFY formChanged FINAL)

public:
    enum Kind { Borrow, Repay, Buy, Sell, TransferOut, Interest, Liquidation };
    Q_ENUM(Kind)

    using OperationForm::OperationForm;

    Q_INVOKABLE void open(const QString &accountId) { openKind(accountId, Borrow); }
    Q_INVOKABLE void openKind(const QString &accountId, Kind kind);

    [[nodiscard]] QStringList kindNames() const;
    [[nodiscard]] Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] bool hasAmount() const { return m_kind != Liquidation; }
    [[nodiscard]] bool isTrade() const { return m_kind == Buy || m_kind == Sell; }
    [[nodiscard]] bool hasTarget() const { return m_kind == TransferOut; }
    [[nodiscard]] QStringList assetNames() const { return assetTexts(m_assets.options); }
    [[nodiscard]] int assetIndex() const { return m_assets.index(); }
    void setAssetIndex(int index);
    [[nodiscard]] QString asset() const { return QString::fromStdString(m_assets.chosen); }
    [[nodiscard]] QStringList againstNames() const;
    [[nodiscard]] int againstIndex() const;
    void setAgainstIndex(int index);
    [[nodiscard]] QString against() const { return QString::fromStdString(m_against); }
    [[nodiscard]] QStringList targetNames() const { return walletTexts(m_targets.options, snapshot()); }
    [[nodiscard]] int targetIndex() const { return m_targets.index(); }
    void setTargetIndex(int index);
    [[nodiscard]] QString amount() const { return m_amount; }
    void setAmount(const QString &text);
    [[nodiscard]] QString amountHint() const;
    [[nodiscard]] QString allText() const;
    [[nodiscard]] QString price() const { return m_price.text(); }
    void setPrice(const QString &text);
    [[nodiscard]] QString entryNote() const { return m_note; }
    void setEntryNote(const QString &text);
    [[nodiscard]] QString confirmText() const;

    Q_INVOKABLE void fillAll();

Q_SIGNALS:
    void formChanged();

protected:
    Draft draft() const override;
    Typed typed() const override
    {
        return {hasAmount() ? m_amount : QString(), m_assets.chosen, isTrade() ? price() : QString(), m_assets.chosen,
                m_against};
    }
    QStringList entered() const override { return {m_amount, m_price.typed(), m_note}; }
    QString successText(const monitor::Action &action) const override;
    QString note() const override { return m_note; }
    void accountChosen() override;
    void snapshotArrived() override;

private:
    [[nodiscard]] std::optional<margin::Decimal> all() const;
    [[nodiscard]] std::vector<std::string> againstAssets() const;
    void followAsset();
    void prefillPrice();
    void refresh();

    Kind m_kind = Borrow;
    Choice m_assets;
    Choice m_targets; ///< wallet ids, then "" for outside
    std::string m_against;
    QString m_amount;
    PriceField m_price;
    QString m_note;
};

} // namespace plimsoll::viewmodels

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/heatmap.h"
#include "viewmodels/common/analysisviewmodel.h"
#include "viewmodels/common/choice.h"

#include <QtCore/QStringList>

#include <memory>

namespace plimsoll::viewmodels {

/// One account over moves of two assets' prices at once: analysis::heatMap(), so every cell is judged as the engine
/// judges, and a cursor over the cells. GUI thread; computed on a pool thread.
/// More than 20 public functions: one property for each part of the page.
class HeatMapViewModel : public plimsoll::viewmodels::AnalysisViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// Those that move with two assets at least; no others have a map.
    Q_PROPERTY(QStringList accountNames READ accountNames NOTIFY changed FINAL)
    /// Whose map it is; empty where there is none. Of one that has none the first that has.
    Q_PROPERTY(QString accountId READ accountId WRITE chooseAccount NOTIFY mapChanged FINAL)
    Q_PROPERTY(int accountIndex READ accountIndex WRITE setAccountIndex NOTIFY changed FINAL)
    /// What moves from left to right, and from the bottom up; never the same.
    Q_PROPERTY(QStringList xNames READ xNames NOTIFY changed FINAL)
    Q_PROPERTY(int xIndex READ xIndex WRITE setXIndex NOTIFY changed FINAL)
    Q_PROPERTY(QStringList yNames READ yNames NOTIFY changed FINAL)
    Q_PROPERTY(int yIndex READ yIndex WRITE setYIndex NOTIFY changed FINAL)
    /// RiskState of each cell, row by row from the bottom, each row from the left; kCells x kCells of them, or none.
    Q_PROPERTY(QList<int> states READ states NOTIFY mapChanged FINAL)
    Q_PROPERTY(int cells READ cells CONSTANT FINAL) ///< in a row, and in a column
    /// The cell of the cursor, 0 to kCells - 1, from the left and from the bottom.
    Q_PROPERTY(int column READ column WRITE setColumn NOTIFY cursorChanged FINAL)
    Q_PROPERTY(int row READ row WRITE setRow NOTIFY cursorChanged FINAL)
    /// "ETH −25 %, BCH −35 %: 1.09, liquidation".
    Q_PROPERTY(QString atText READ atText NOTIFY cursorChanged FINAL)
    Q_PROPERTY(int atState READ atState NOTIFY cursorChanged FINAL)
    /// Why there is no map; else empty.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY mapChanged FINAL)

public:
    static constexpr int kEnd = 50; ///< percent, up and down
    static constexpr int kCells = 21;

    HeatMapViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent = nullptr);

    [[nodiscard]] QStringList accountNames() const { return m_names; }
    [[nodiscard]] int accountIndex() const { return m_account.index(); }
    void setAccountIndex(int index) { choose(m_account, index); }
    [[nodiscard]] QString accountId() const;
    void chooseAccount(const QString &id); ///< of one that owes nothing: the first that does
    [[nodiscard]] QStringList xNames() const { return assetTexts(m_x.options); }
    [[nodiscard]] int xIndex() const { return m_x.index(); }
    void setXIndex(int index) { choose(m_x, index); }
    [[nodiscard]] QStringList yNames() const { return assetTexts(m_y.options); }
    [[nodiscard]] int yIndex() const { return m_y.index(); }
    void setYIndex(int index) { choose(m_y, index); }
    [[nodiscard]] QList<int> states() const { return m_states; }
    [[nodiscard]] int cells() const { return kCells; }
    [[nodiscard]] int column() const { return m_column; }
    void setColumn(int column) { moveTo(column, m_row); }
    [[nodiscard]] int row() const { return m_row; }
    void setRow(int row) { moveTo(m_column, row); }
    [[nodiscard]] QString atText() const { return m_atText; }
    [[nodiscard]] int atState() const;
    [[nodiscard]] QString emptyText() const { return m_emptyText; }

    Q_INVOKABLE void moveTo(int column, int row);

Q_SIGNALS:
    void mapChanged();
    void cursorChanged();

protected:
    void compute() override;

private:
    struct Answer {
        margin::Account account;
        analysis::HeatMap map;
    };

    void choose(Choice &choice, int index);
    void listChoices(const std::vector<margin::Account> &accounts);
    void show();
    void showCursor();

    Choice m_account;
    QStringList m_names;
    Choice m_x;
    Choice m_y;
    std::shared_ptr<const Answer> m_answer;
    QList<int> m_states;
    int m_column = kCells / 2;
    int m_row = kCells / 2;
    QString m_atText;
    QString m_emptyText;
};

} // namespace plimsoll::viewmodels

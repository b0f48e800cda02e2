// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/result.h"
#include "viewmodels/common/rowlistmodel.h"
#include "wire/candlefile.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <stop_token>
#include <vector>

namespace plimsoll::viewmodels {

/// A file of candles that a person chose.
struct CandleFileRow {
    QString path;
    QString symbol; ///< whose candles it has, by its name

    [[nodiscard]] const QString &rowKey() const { return path; }
    static RowRoles<CandleFileRow> roles();
    bool operator==(const CandleFileRow &) const = default;
};

/// The files of candles that a form reads, one by one or a folder at once. GUI thread; a folder is looked at on a pool
/// thread.
class CandleFiles : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a form")
    /// CandleFileRow
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)
    /// Why the newest was not taken; else empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)

public:
    static constexpr int kMostFiles = 500;

    explicit CandleFiles(QObject *parent = nullptr);

    [[nodiscard]] RowModel *rows() const { return m_rows; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QStringList paths() const;

    Q_INVOKABLE void add(const QString &path); ///< a file, or every file of candles in a folder; also a file URL
    Q_INVOKABLE void remove(int index);

Q_SIGNALS:
    void changed();

private:
    void take(const QStringList &paths);

    RowListModel<CandleFileRow> *m_rows;
    QString m_problem;
};

/// Reads and joins candle files as the commands of the terminal do. Errors, with the file in their place: those of
/// readRegularFile(), wire::readCandleSource() and wire::joinCandles(). Blocks; ends early, with what it has, where
/// `stop` is requested. Any thread.
Result<std::vector<wire::CandleSeries>> readCandles(const QStringList &files, const std::stop_token &stop);

} // namespace plimsoll::viewmodels

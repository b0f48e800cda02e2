// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/candlefiles.h"

#include "ports/promise.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/portfoliofiles.h"
#include "wire/candlejoin.h"

#include <QtCore/QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll::viewmodels {

namespace {

constexpr qint64 kLargestFile = qint64 {512} * 1024 * 1024;
constexpr int kLongestSymbol = 20;

// A file as it is; of a folder what looks like candles.
QStringList candleFiles(const QString &path)
{
    const QDir folder(path);
    if (path.isEmpty() || !folder.exists()) {
        return {path};
    }
    QStringList found;
    for (const QString &name : folder.entryList({u"*.csv"_s, u"*.csv.gz"_s, u"*.zip"_s}, QDir::Files, QDir::Name)) {
        found << folder.filePath(name);
    }
    return found;
}

} // namespace

CandleFiles::CandleFiles(QObject *parent)
    : QObject(parent)
    , m_rows(new RowListModel<CandleFileRow>(this))
{
}

QStringList CandleFiles::paths() const
{
    QStringList paths;
    for (const CandleFileRow &row : m_rows->rows()) {
        paths << row.path;
    }
    return paths;
}

void CandleFiles::add(const QString &path)
{
    const QString expanded = expandedPath(path);
    if (!expanded.isEmpty()) {
        inBackground([expanded] { return candleFiles(expanded); }).then(this, [this](const QStringList &paths) {
            take(paths);
        });
    }
}

void CandleFiles::take(const QStringList &paths)
{
    std::vector<CandleFileRow> rows = m_rows->rows();
    for (const QString &path : paths) {
        const bool isNew = std::ranges::find(rows, path, &CandleFileRow::path) == rows.end();
        if (isNew && rows.size() < kMostFiles) {
            rows.push_back({path, plainName(wire::symbolOfFileName(path.toStdString()), kLongestSymbol)});
        }
    }
    m_problem = paths.isEmpty() ? tr("There is no .csv, .csv.gz or .zip file in this folder.") : QString();
    m_rows->setRows(std::move(rows));
    Q_EMIT changed();
}

void CandleFiles::remove(int index)
{
    std::vector<CandleFileRow> rows = m_rows->rows();
    if (index >= 0 && index < static_cast<int>(rows.size())) {
        rows.erase(rows.begin() + index);
        m_rows->setRows(std::move(rows));
        Q_EMIT changed();
    }
}

Result<std::vector<wire::CandleSeries>> readCandles(const QStringList &files, const std::stop_token &stop)
{
    std::vector<wire::CandleSource> sources;
    for (const QString &file : files) {
        if (stop.stop_requested()) {
            break;
        }
        auto bytes = readRegularFile(file, kLargestFile);
        if (!bytes) {
            return bytes.error();
        }
        auto source = wire::readCandleSource(file.toStdString(), file.toStdString(), std::move(bytes).value());
        if (!source) {
            return source.error();
        }
        sources.push_back(std::move(source).value());
    }
    return wire::joinCandles(sources);
}

RowRoles<CandleFileRow> CandleFileRow::roles()
{
    return {{"path", &CandleFileRow::path}, {"symbol", &CandleFileRow::symbol}};
}

} // namespace plimsoll::viewmodels

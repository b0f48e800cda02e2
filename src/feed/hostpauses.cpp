// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/hostpauses.h"

#include "feed/backoff.h"
#include "ports/logging.h"
#include "ports/privatefile.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QLockFile>
#include <QtCore/QMutexLocker>

#include <algorithm>
#include <utility>

namespace plimsoll::feed {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 64 * 1024;
constexpr int kMostHosts = 64;
constexpr int kLockWaitMs = 200;

// A file of ours or none: a link leads to somebody else's, and a pipe never ends.
bool isOrdinary(const QString &path)
{
    const QFileInfo info(path);
    return !info.isSymLink() && (!info.exists() || info.isFile());
}

QString hostOf(const QUrl &url)
{
    return url.scheme() + u"://"_s + url.authority();
}

} // namespace

QString pauseText(WallTime untilWall)
{
    const QString end = QDateTime::fromMSecsSinceEpoch(untilWall.ms(), Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    return u"the exchange asked for a pause until %1 UTC"_s.arg(end);
}

HostPauses::HostPauses(const monitor::Clock &clock, QString path)
    : m_clock(clock)
    , m_path(std::move(path))
    , m_bootId(clock.bootId())
{
}

QString HostPauses::fileIn(const QString &dataDir)
{
    return dataDir + u"/exchange-pauses.json"_s;
}

std::int64_t HostPauses::leftOf(const Pause &pause) const
{
    const bool sameBoot = pause.bootId == m_bootId;
    const std::int64_t left = sameBoot ? pause.boot - m_clock.bootTime() : pause.wall - m_clock.wallTime();
    return std::clamp<std::int64_t>(left, 0, kLongestBanMs);
}

WallTime HostPauses::until(const QUrl &url)
{
    const QMutexLocker locked(&m_mutex);
    readFile();
    const auto found = m_pauses.find(hostOf(url));
    const std::int64_t left = found == m_pauses.end() ? 0 : leftOf(found->second);
    return left > 0 ? m_clock.wallTime() + left : WallTime();
}

void HostPauses::pause(const QUrl &url, WallTime untilWall)
{
    const std::int64_t left = untilWall - m_clock.wallTime();
    const QMutexLocker locked(&m_mutex);
    QLockFile lock(m_path + u".lock"_s);
    const bool isLocked = !m_path.isEmpty() && lock.tryLock(kLockWaitMs);
    readFile();
    Pause &known = m_pauses[hostOf(url)];
    if (left > leftOf(known)) {
        known = {untilWall, m_clock.bootTime() + left, m_bootId};
    }
    std::erase_if(m_pauses, [this](const auto &entry) { return leftOf(entry.second) == 0; });
    if (isLocked) {
        writeFile();
    }
}

HostPauses::Pauses HostPauses::parse(const QByteArray &text)
{
    Pauses pauses;
    const QJsonArray rows = QJsonDocument::fromJson(text)["pauses"_L1].toArray();
    for (const QJsonValue row : rows) {
        if (pauses.size() < kMostHosts && row["host"_L1].isString()) {
            pauses[row["host"_L1].toString()] = {WallTime::ofMs(row["until"_L1].toInteger()),
                                                 BootTime::ofMs(row["bootUntil"_L1].toInteger()),
                                                 row["bootId"_L1].toString().toStdString()};
        }
    }
    return pauses;
}

// What this process heard itself stays, whatever became of the file.
void HostPauses::readFile()
{
    QFile file(m_path);
    if (m_path.isEmpty() || !isOrdinary(m_path) || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    for (auto &[host, pause] : parse(file.read(kMostBytes))) {
        Pause &known = m_pauses[host];
        if (leftOf(pause) > leftOf(known)) {
            known = std::move(pause);
        }
    }
}

void HostPauses::writeFile() const
{
    QJsonArray rows;
    for (const auto &[host, pause] : m_pauses) {
        rows.append(QJsonObject {{u"host"_s, host},
                                 {u"until"_s, static_cast<qint64>(pause.wall.ms())},
                                 {u"bootUntil"_s, static_cast<qint64>(pause.boot.ms())},
                                 {u"bootId"_s, QString::fromStdString(pause.bootId)}});
    }
    const QByteArray text = QJsonDocument(QJsonObject {{u"pauses"_s, rows}}).toJson(QJsonDocument::Compact);
    if (!isOrdinary(m_path) || !monitor::writePrivately(m_path, text.toStdString())) {
        qCWarning(monitor::lcFeed) << "the pause of the exchange could not be stored";
    }
}

} // namespace plimsoll::feed

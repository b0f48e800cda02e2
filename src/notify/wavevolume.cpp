// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/wavevolume.h"

#include <QtCore/QtEndian>

#include <algorithm>

namespace plimsoll::notify {

namespace {

constexpr qsizetype kHead = 44;
constexpr int kFull = 100;

} // namespace

QByteArray waveAtVolume(const QByteArray &wave, int volume)
{
    const bool isOurs = wave.size() > kHead && wave.startsWith("RIFF") && wave.mid(8, 8) == "WAVEfmt "
        && wave.mid(36, 4) == "data" && qFromLittleEndian<qint16>(wave.constData() + 34) == 16;
    if (!isOurs) {
        return {};
    }
    const int amount = std::clamp(volume, 0, kFull);
    QByteArray result = wave;
    char *bytes = result.data();
    for (qsizetype i = kHead; i + 1 < result.size(); i += 2) {
        const int sample = qFromLittleEndian<qint16>(bytes + i);
        qToLittleEndian(static_cast<qint16>(sample * amount * amount / (kFull * kFull)), bytes + i);
    }
    return result;
}

} // namespace plimsoll::notify

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

namespace plimsoll::notify {

/// `wave` (RIFF, 16 bit PCM, the samples right behind a head of 44 bytes, as our sounds are) at `volume` from 0 to 100.
/// Loudness as it is heard: half the volume is a quarter of the amplitude. Empty where `wave` is something else. Any
/// thread.
[[nodiscard]] QByteArray waveAtVolume(const QByteArray &wave, int volume);

} // namespace plimsoll::notify

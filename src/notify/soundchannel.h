// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notify/channel.h"

#include <QtCore/QStringList>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace plimsoll::notify {

class ChildProcess;

/// In rising severity.
enum class Sound { Notice, Call, Critical, Liquidation };

[[nodiscard]] Sound soundFor(const monitor::Delivery &delivery);

/// Our sounds, played by the first player program of this computer that can: pw-play, paplay, aplay (docs/adr/0009).
/// Delivered means that the player ended well, or has been playing for a second; a player that then did not end well
/// must end well once before its mere running counts again. A worse sound stops the one that plays; others are told
/// with it.
class SoundChannel final : public Channel
{
    Q_OBJECT

public:
    struct Limits {
        std::chrono::milliseconds proof {1000}; ///< a player that has been running for so long counts as delivered
        std::chrono::milliseconds longest {5000}; ///< a player that still runs then is killed
    };

    explicit SoundChannel(QObject *parent = nullptr);
    SoundChannel(const Limits &limits, QObject *parent);
    ~SoundChannel() override;

    void deliver(Ticket ticket, const monitor::Delivery &delivery) override;
    void abandon(Ticket ticket) override;
    void setPreferences(const monitor::AlarmPreferences &preferences) override;

private:
    void play(Sound sound);
    void startPlayer(std::size_t from);
    void onPlayerEnded(bool wasGood, const QString &detail);
    void onProof();
    void onTooLong();
    void conclude(bool delivered, const QString &detail);
    void stop();
    [[nodiscard]] QString fileFor(Sound sound); ///< "" where it cannot be written

    const Limits m_limits;
    int m_volume;
    std::unique_ptr<QTemporaryDir> m_folder; // for this user only
    std::unique_ptr<ChildProcess> m_player; // running, or null
    std::size_t m_playerIndex = 0;
    Sound m_sound = Sound::Notice;
    QString m_file;
    QStringList m_failures; // of the players tried for this sound
    std::vector<Ticket> m_tickets; // not ended, told by the sound that plays
    bool m_isProven = false; // the sound that plays
    bool m_isDoubtful = false; // the last one ran for long and then failed
    QTimer m_proof;
    QTimer m_tooLong;
};

} // namespace plimsoll::notify

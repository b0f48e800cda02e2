// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/soundchannel.h"

#include "notify/childprocess.h"
#include "notify/wavevolume.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll::notify {

namespace {

struct Player {
    QString program;
    QStringList arguments;
};

const std::array<Player, 3> &players()
{
    static const std::array<Player, 3> all {Player {u"pw-play"_s, {u"--media-role=Notification"_s}},
                                            Player {u"paplay"_s, {u"--client-name=Plimsoll"_s}},
                                            Player {u"aplay"_s, {u"--quiet"_s}}};
    return all;
}

constexpr std::array kNames {"notice"_L1, "call"_L1, "critical"_L1, "liquidation"_L1};

} // namespace

Sound soundFor(const monitor::Delivery &delivery)
{
    const auto worst = static_cast<alarm::Condition>(delivery.worstCondition);
    if (worst == alarm::Condition::Liquidation || delivery.priority == alarm::Priority::Highest) {
        return Sound::Liquidation;
    }
    if (delivery.priority != alarm::Priority::High) {
        return Sound::Notice;
    }
    return worst == alarm::Condition::Critical ? Sound::Critical : Sound::Call;
}

SoundChannel::SoundChannel(QObject *parent)
    : SoundChannel(Limits(), parent)
{
}

SoundChannel::SoundChannel(const Limits &limits, QObject *parent)
    : Channel(parent)
    , m_limits(limits)
    , m_volume(monitor::AlarmPreferences().volume)
    , m_proof(this)
    , m_tooLong(this)
{
    m_proof.setSingleShot(true);
    m_proof.setTimerType(Qt::PreciseTimer);
    m_tooLong.setSingleShot(true);
    connect(&m_proof, &QTimer::timeout, this, &SoundChannel::onProof);
    connect(&m_tooLong, &QTimer::timeout, this, &SoundChannel::onTooLong);
}

SoundChannel::~SoundChannel() = default;

void SoundChannel::setPreferences(const monitor::AlarmPreferences &preferences)
{
    m_volume = preferences.volume;
}

void SoundChannel::deliver(Ticket ticket, const monitor::Delivery &delivery)
{
    if (delivery.quiet) {
        Q_EMIT ended(ticket, true, u"quiet: nothing to play"_s);
        return;
    }
    const Sound sound = soundFor(delivery);
    m_tickets.push_back(ticket);
    if (m_player && sound <= m_sound) {
        if (m_isProven) {
            conclude(true, players()[m_playerIndex].program);
        }
        return;
    }
    play(sound);
}

void SoundChannel::abandon(Ticket ticket)
{
    std::erase(m_tickets, ticket);
}

void SoundChannel::play(Sound sound)
{
    stop();
    m_sound = sound;
    m_failures.clear();
    m_file = fileFor(sound);
    if (m_file.isEmpty()) {
        conclude(false, u"the sound could not be written to a temporary file"_s);
        return;
    }
    startPlayer(0);
}

void SoundChannel::startPlayer(std::size_t from)
{
    for (m_playerIndex = from; m_playerIndex < players().size(); ++m_playerIndex) {
        const Player &player = players()[m_playerIndex];
        const QString path = QStandardPaths::findExecutable(player.program);
        if (!path.isEmpty()) {
            m_player = std::make_unique<ChildProcess>();
            connect(m_player.get(), &ChildProcess::ended, this, &SoundChannel::onPlayerEnded,
                    Qt::QueuedConnection); // it is deleted there
            m_proof.start(m_limits.proof);
            m_tooLong.start(m_limits.longest);
            m_player->start(path, player.arguments + QStringList {m_file}, QProcessEnvironment::systemEnvironment());
            return;
        }
    }
    conclude(false,
             m_failures.isEmpty() ? u"no player found: pw-play, paplay or aplay is needed"_s
                                  : m_failures.join(u"; "_s));
}

void SoundChannel::onPlayerEnded(bool wasGood, const QString &detail)
{
    if (!m_player || sender() != m_player.get()) {
        return; // it was stopped in the same moment
    }
    const QString name = players()[m_playerIndex].program;
    const bool wasRunningLong = !m_proof.isActive();
    stop();
    if (wasGood) {
        m_isDoubtful = false;
        conclude(true, name);
        return;
    }
    m_isDoubtful = m_isDoubtful || wasRunningLong;
    m_failures.append(name + u": "_s + detail);
    if (!m_tickets.empty()) {
        startPlayer(m_playerIndex + 1);
    }
}

void SoundChannel::onProof()
{
    if (!m_isDoubtful) {
        m_isProven = true;
        conclude(true, players()[m_playerIndex].program);
    }
}

void SoundChannel::onTooLong()
{
    stop();
    m_isDoubtful = true;
    conclude(false, players()[m_playerIndex].program + u" did not come to an end"_s);
}

void SoundChannel::conclude(bool delivered, const QString &detail)
{
    for (const Ticket ticket : std::exchange(m_tickets, {})) {
        Q_EMIT ended(ticket, delivered, detail);
    }
}

void SoundChannel::stop()
{
    m_proof.stop();
    m_tooLong.stop();
    m_player.reset();
    m_isProven = false;
}

QString SoundChannel::fileFor(Sound sound)
{
    if (!m_folder || !m_folder->isValid() || !QFile::exists(m_folder->path())) {
        m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/plimsoll-sounds-XXXXXX"_s);
    }
    const QLatin1StringView name = kNames[static_cast<std::size_t>(sound)];
    const QString path = m_folder->filePath(u"%1-%2.wav"_s.arg(name, QString::number(m_volume)));
    QFile source(u":/sounds/%1.wav"_s.arg(name));
    if (!m_folder->isValid() || !source.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray wave = waveAtVolume(source.readAll(), m_volume);
    QFile file(path);
    if (file.exists() && file.size() == wave.size()) {
        return path;
    }
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(wave) == wave.size() && file.flush();
    return isWritten ? path : QString();
}

} // namespace plimsoll::notify

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>

namespace plimsoll::desktop {

/// One window per data directory: a second start raises the first one's window and ends. Who is first, a kernel lock
/// (flock) decides, so that no file left behind can keep the program from starting. The first listens on a socket in
/// the run-time directory of the user (mode 0600), takes nothing but the word "raise" from the same user and answers
/// "ok". One that does not answer can be ended and replaced, where a person wants that. GUI thread; asks before there
/// is a window.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    static constexpr int kAnswerMs =
        5000; ///< how long a second start waits for the first, which may be starting itself
    static constexpr int kLongest = 16; ///< bytes of a message; more and the line is cut
    static constexpr int kPatienceMs = 2000; ///< a line that says nothing is cut
    static constexpr int kGraceMs = 2000; ///< for one that is ended, before it is killed

    enum class Role {
        First, ///< go on
        Second, ///< the first has raised its window: end
        Unanswered, ///< there is a first, but it does not answer
    };

    /// `runtimeDir` "" = the user's, XDG_RUNTIME_DIR.
    explicit SingleInstance(const QString &dataDir, QString runtimeDir = {}, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Call once. Where the run-time directory cannot be written everybody is First: starting is worth more than being
    /// the only one.
    Role claim();

    /// The process that did not answer, as the kernel names it; 0: not known, because it never listened.
    [[nodiscard]] qint64 unanswering() const { return m_unanswering; }
    /// Ends that process and takes its place. False: it is not known, or did not end.
    bool replace();

    [[nodiscard]] QString socketPath() const { return m_base + QStringLiteral(".socket"); }

Q_SIGNALS:
    void raiseRequested();

private:
    bool lock();
    void listen();
    void serve(QLocalSocket *socket);
    void read(QLocalSocket *socket);
    [[nodiscard]] bool ask();
    [[nodiscard]] bool waitForLock(int ms);
    [[nodiscard]] static qint64 processOf(const QLocalSocket &socket); ///< 0: of another user

    QString m_base; ///< path without ending; one per data directory
    qint64 m_unanswering = 0;
    int m_lock = -1; ///< file descriptor; the lock lasts as long as it is open
    QLocalServer m_server;
};

} // namespace plimsoll::desktop

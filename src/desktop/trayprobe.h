// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

namespace plimsoll::desktop {

/// Asks whether the desktop shows StatusNotifier icons, without waiting. Qt asks the same and waits for the answer, up
/// to 25 s where the panel hangs, and remembers its first answer for good; so it is asked only once this says that
/// somebody answers. GUI thread.
class TrayProbe : public QObject
{
    Q_OBJECT

public:
    enum class Host {
        Present,
        Absent, ///< may come later: a panel that starts after this program
        Hangs, ///< is there and does not answer
        Impossible, ///< there is no session bus
    };

    using QObject::QObject;

    virtual void ask() = 0; ///< answered() follows once, perhaps before this returns

Q_SIGNALS:
    void answered(plimsoll::desktop::TrayProbe::Host host);
    void hostMoved(); ///< one came or went: worth asking
};

/// The real one, over the session bus.
class BusTrayProbe final : public TrayProbe
{
    Q_OBJECT

public:
    static constexpr int kLimitMs = 1500;

    explicit BusTrayProbe(QObject *parent = nullptr);

    void ask() override;

private:
    void askHost();
};

} // namespace plimsoll::desktop

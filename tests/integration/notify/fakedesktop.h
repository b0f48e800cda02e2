// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QProcess>

#include <vector>

namespace plimsoll::testlib {

/// fakedesktop.py as a child process, on the session bus of this test. What it was told stands in `shown`.
class FakeDesktop
{
public:
    FakeDesktop();
    ~FakeDesktop(); ///< kills it

    [[nodiscard]] bool start(); ///< waits until it has its names
    [[nodiscard]] bool tell(const QByteArray &command); ///< waits until it was done
    void kill(); ///< waits until it is gone
    void hold(); ///< it hangs from now on
    void release();

    std::vector<QJsonObject> shown;
    std::vector<int> closed; ///< taken away by us
    int asked = 0; ///< how often for its capabilities

private:
    void read();

    QProcess m_process;
    bool m_isReady = false;
    int m_done = 0;
};

} // namespace plimsoll::testlib

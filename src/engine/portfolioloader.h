// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/portfolioport.h"
#include "ports/promise.h"

#include <QtCore/QObject>

#include <atomic>
#include <memory>

namespace plimsoll::monitor {

/// Reads the person's accounts from the stores: at the start, after every change that this process made, and where
/// another process changed them. thenReload() may be called from any thread, everything else belongs to the engine; so
/// do the signals. `stores` must outlive it.
class PortfolioLoader final : public QObject
{
    Q_OBJECT

public:
    PortfolioLoader(PortfolioPort &portfolio, QObject *parent);

    /// Writes by `write`, which returns a future. The one returned here finishes only after the engine has taken the
    /// change in, so that "booked" means "in the next snapshot".
    template<typename Write>
    [[nodiscard]] auto thenReload(Write write) -> decltype(write());

    Future<Result<Done>> reload();
    void refresh(); ///< the same; a failure tells itself
    /// Once a second: loads again what could not be read or what another process changed.
    void look();

    [[nodiscard]] bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    void loaded(const plimsoll::margin::Portfolio &portfolio);
    void failed(const QString &detail); ///< once, until it succeeds again
    void reported(const char *what, bool ok); ///< whether the database could be read
    void alarmsChanged(std::int64_t revision); ///< rules and requests, as they are numbered now

private:
    void lookForOutsideChanges();

    PortfolioPort &m_portfolio;
    std::int64_t m_seen = 0; ///< revision of what was loaded last
    std::atomic<int> m_ownWrites = 0; ///< changes of this process that are not loaded yet: what they move is not news
    bool m_loaded = false;
    bool m_failed = false;
    bool m_looking = false;
};

template<typename Write>
auto PortfolioLoader::thenReload(Write write) -> decltype(write())
{
    using Answer = decltype(write().result());
    const Promise<Answer> promise;
    ++m_ownWrites;
    const auto finish = [this, promise](const Answer &answer) {
        --m_ownWrites;
        promise.finish(answer);
    };
    write().then(this, [this, finish](const Answer &written) {
        if (!written) {
            finish(written);
            return;
        }
        reload().then(this, [finish, written](const Result<Done> &reloaded) {
            finish(reloaded ? written : Answer(Error(reloaded.error())));
        });
    });
    return promise.future();
}

} // namespace plimsoll::monitor

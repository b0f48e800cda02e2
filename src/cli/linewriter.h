// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace plimsoll::cli {

/// Standard output on a thread of its own, so that a reader that is slow or has stopped holds up nobody else. Lines
/// come out in the order in which they were given. None is dropped, but one given to writeLatest(), where a newer one
/// comes before it was written: what waits grows with events only. Any thread may call.
class LineWriter
{
public:
    using Then = std::function<void(bool written)>; ///< called on the writer's thread

    /// `onLost` is called once, on the writer's thread, where nobody reads any more.
    explicit LineWriter(std::function<void()> onLost);
    ~LineWriter(); ///< writes what is left, as long as the reader takes it, for at most 2 s
    LineWriter(const LineWriter &) = delete;
    LineWriter &operator=(const LineWriter &) = delete;

    void write(std::string line, Then then = {});
    void writeLatest(std::string line);
    /// Calls `then` once everything given before was written: that the reader follows. One that is under way already is
    /// enough.
    void follow(Then then);

private:
    enum class Kind { Event, Latest, Mark };

    struct Item {
        Kind kind = Kind::Event;
        std::string text;
        Then then;
    };

    void add(Item item);
    void run();
    [[nodiscard]] bool put(const std::string &text);

    std::function<void()> m_onLost;
    std::mutex m_mutex; // guards m_waiting and m_ending
    std::condition_variable m_changed;
    std::deque<Item> m_waiting;
    bool m_ending = false;
    bool m_lost = false; // the writer's thread only
    int m_patience; // the writer's thread only: looks left while ending
    std::thread m_thread;
};

} // namespace plimsoll::cli

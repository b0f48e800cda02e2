// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <functional>
#include <string_view>
#include <vector>

namespace plimsoll::wire {

/// Finds the place of a symbol in a list that is being read. A flat table, because a node-based set would cost more
/// than reading the list itself. Reused from answer to answer; one thread at a time.
class SymbolIndex
{
public:
    /// Forgets everything and makes room for `count` symbols; more may be added.
    void reset(std::size_t count)
    {
        std::size_t slots = kFewestSlots;
        while (slots < count * 2) {
            slots *= 2;
        }
        m_slots.assign(slots, {});
        m_used = 0;
    }

    /// The position at which `symbol` was added first; adds it at `position` where it is new. `nameAt(i)` gives the
    /// name at position i.
    template<typename NameAt>
    std::uint32_t findOrAdd(std::string_view symbol, std::uint32_t position, const NameAt &nameAt)
    {
        const std::uint32_t hash = hashOf(symbol);
        Slot *slot = &m_slots[hash & (m_slots.size() - 1)];
        while (slot->position != kNowhere) {
            if (slot->hash == hash && nameAt(slot->position) == symbol) {
                return slot->position;
            }
            slot = slot == &m_slots.back() ? &m_slots.front() : slot + 1;
        }
        *slot = {hash, position};
        if (++m_used * 2 > m_slots.size()) {
            grow();
        }
        return position;
    }

private:
    static constexpr std::uint32_t kNowhere = UINT32_MAX;
    static constexpr std::size_t kFewestSlots = 64; // a power of two, as every size

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t position = kNowhere;
    };

    // Nearly every symbol has 5 to 16 characters: its first and last eight say everything, and are two loads.
    static std::uint32_t hashOf(std::string_view symbol)
    {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        constexpr std::size_t kWord = sizeof(first);
        if (symbol.size() < kWord || symbol.size() > 2 * kWord) {
            return static_cast<std::uint32_t>(std::hash<std::string_view> {}(symbol));
        }
        std::memcpy(&first, symbol.data(), kWord);
        std::memcpy(&last, symbol.data() + symbol.size() - kWord, kWord);
        constexpr std::uint64_t kOdd1 = 0x9E3779B97F4A7C15; // 2^64 / golden ratio, and another with mixed bits
        constexpr std::uint64_t kOdd2 = 0xC2B2AE3D27D4EB4F;
        constexpr unsigned kHalf = 32;
        std::uint64_t mixed = (first * kOdd1) ^ ((last + symbol.size()) * kOdd2);
        mixed ^= mixed >> kHalf;
        mixed *= kOdd1;
        return static_cast<std::uint32_t>(mixed >> kHalf);
    }

    void grow()
    {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        for (const Slot &entry : old) {
            if (entry.position == kNowhere) {
                continue;
            }
            std::size_t at = entry.hash & (m_slots.size() - 1);
            while (m_slots[at].position != kNowhere) {
                at = (at + 1) & (m_slots.size() - 1);
            }
            m_slots[at] = entry;
        }
    }

    std::vector<Slot> m_slots = std::vector<Slot>(kFewestSlots);
    std::size_t m_used = 0;
};

} // namespace plimsoll::wire

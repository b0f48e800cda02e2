// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/profiles.h"

#include <algorithm>
#include <array>

namespace plimsoll::margin {

namespace {

struct Row {
    const char *initial;
    const char *marginCall;
    const char *liquidation;
    const char *leverage;
};

// Binance FAQ "Tiered leverage function on isolated margin", current text: call and liquidation are flat over the
// tiers.
constexpr std::array kIsolated10xNow {
    Row {"1.111", "1.10", "1.05", "10"},    Row {"1.1264", "1.10", "1.05", "8.91"},
    Row {"1.1418", "1.10", "1.05", "8.05"}, Row {"1.1572", "1.10", "1.05", "7.36"},
    Row {"1.1726", "1.10", "1.05", "6.79"}, Row {"1.188", "1.10", "1.05", "6.31"},
    Row {"1.2034", "1.10", "1.05", "5.91"}, Row {"1.2188", "1.10", "1.05", "5.57"},
    Row {"1.2342", "1.10", "1.05", "5.26"}, Row {"1.2496", "1.10", "1.05", "5"},
};
constexpr std::array kIsolated5xNow {
    Row {"1.25", "1.19", "1.15", "5"},     Row {"1.3125", "1.19", "1.15", "4.2"},
    Row {"1.375", "1.19", "1.15", "3.66"}, Row {"1.4375", "1.19", "1.15", "3.28"},
    Row {"1.5", "1.19", "1.15", "3"},
};
constexpr std::array kIsolated3xNow {
    Row {"1.5", "1.22", "1.18", "3"},      Row {"1.875", "1.22", "1.18", "2.14"}, Row {"2.25", "1.22", "1.18", "1.8"},
    Row {"2.625", "1.22", "1.18", "1.61"}, Row {"3", "1.22", "1.18", "1.5"},
};
// The same FAQ as of 2020-07-02, where the bars rise with the tier.
constexpr std::array kIsolated10x2020 {
    Row {"1.111", "1.090", "1.050", "10"},   Row {"1.127", "1.101", "1.061", "8.90"},
    Row {"1.142", "1.112", "1.072", "8.04"}, Row {"1.157", "1.123", "1.083", "7.35"},
    Row {"1.173", "1.134", "1.094", "6.79"}, Row {"1.188", "1.146", "1.106", "6.31"},
    Row {"1.204", "1.157", "1.117", "5.91"}, Row {"1.219", "1.168", "1.128", "5.56"},
    Row {"1.235", "1.179", "1.139", "5.26"}, Row {"1.250", "1.190", "1.150", "5"},
};
constexpr std::array kIsolated5x2020 {
    Row {"1.250", "1.190", "1.150", "5"},    Row {"1.313", "1.198", "1.158", "4.20"},
    Row {"1.375", "1.205", "1.165", "3.67"}, Row {"1.438", "1.213", "1.173", "3.29"},
    Row {"1.500", "1.220", "1.180", "3"},
};

Profile makeProfile(std::string name, std::string title, const Row &row, std::string validFrom, std::string source,
                    ProfileUse use)
{
    const auto ratio = [](const char *text) { return Decimal::parse(text).value(); }; // literals of this file
    return {std::move(name),
            std::move(title),
            {ratio(row.initial), ratio(row.marginCall), ratio(row.liquidation)},
            row.leverage,
            std::move(validFrom),
            std::move(source),
            use};
}

template<std::size_t N>
void addTiers(std::vector<Profile> &profiles, const std::array<Row, N> &rows, const std::string &name,
              const std::string &title, const std::string &validFrom, const std::string &source)
{
    for (std::size_t i = 0; i < N; ++i) {
        const std::string tier = std::to_string(i + 1);
        std::string id = name;
        std::string shown = title;
        profiles.push_back(makeProfile(id.append("-tier-").append(tier), shown.append(", tier ").append(tier), rows[i],
                                       validFrom, source, ProfileUse::Isolated));
    }
}

std::vector<Profile> makeBuiltInProfiles()
{
    const std::string faqDifferences = "Binance FAQ, Differences Between Isolated Margin and Cross Margin, 2020-06-04; "
                                       "call and liquidation as printed for isolated 10x pairs";
    const std::string faqLevel = "Binance FAQ 360030493931, Margin Level and Risk Control";
    const std::string faqTiers = "Binance FAQ 7fbadf3c, Tiered Leverage on Isolated Margin";
    const std::string faqTiers2020 = faqTiers + ", 2020-07-02";
    std::vector<Profile> profiles;
    profiles.push_back(makeProfile("faq-2020-5x", "Reference example, 5x", {"1.25", "1.10", "1.05", "5"}, "2020-06-04",
                                   faqDifferences, ProfileUse::Any));
    profiles.push_back(
        makeProfile("cross-3x", "Cross 3x", {"1.5", "1.3", "1.1", "3"}, "2019-07-05", faqLevel, ProfileUse::Cross));
    profiles.push_back(
        makeProfile("cross-5x", "Cross 5x", {"1.25", "1.16", "1.1", "5"}, "2023-07-24", faqLevel, ProfileUse::Cross));
    addTiers(profiles, kIsolated10xNow, "isolated-10x", "Isolated 10x", "2023-06-07", faqTiers);
    addTiers(profiles, kIsolated5xNow, "isolated-5x", "Isolated 5x", "2023-06-07", faqTiers);
    addTiers(profiles, kIsolated3xNow, "isolated-3x", "Isolated 3x", "2023-06-07", faqTiers);
    addTiers(profiles, kIsolated10x2020, "isolated-10x-2020", "Isolated 10x of July 2020", "2020-07-02", faqTiers2020);
    addTiers(profiles, kIsolated5x2020, "isolated-5x-2020", "Isolated 5x of July 2020", "2020-07-02", faqTiers2020);
    return profiles;
}

} // namespace

std::span<const Profile> builtInProfiles()
{
    static const std::vector<Profile> profiles = makeBuiltInProfiles();
    return profiles;
}

const Profile *findBuiltInProfile(std::string_view name)
{
    const auto profiles = builtInProfiles();
    const auto found = std::ranges::find(profiles, name, &Profile::name);
    return found == profiles.end() ? nullptr : &*found;
}

} // namespace plimsoll::margin

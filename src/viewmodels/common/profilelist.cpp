// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/profilelist.h"

#include "viewmodels/common/accounttext.h"
#include "wording/reasontext.h"

#include <algorithm>
#include <iterator>

namespace plimsoll::viewmodels {

ProfileList::ProfileList()
{
    setOwn({});
}

void ProfileList::setOwn(const std::vector<margin::Profile> &own)
{
    const auto published = margin::builtInProfiles();
    m_all.assign(published.begin(), published.end());
    m_all.insert(m_all.end(), own.begin(), own.end());
    relist();
}

void ProfileList::listFor(margin::MarginMode mode, std::string kept)
{
    m_mode = mode;
    m_kept = std::move(kept);
    relist();
}

void ProfileList::relist()
{
    m_profiles.clear();
    std::ranges::copy_if(m_all, std::back_inserter(m_profiles), [this](const margin::Profile &profile) {
        return !m_mode || margin::fits(profile.use, *m_mode) || profile.name == m_kept;
    });
}

QStringList ProfileList::titles() const
{
    QStringList titles;
    for (const margin::Profile &profile : m_profiles) {
        titles << wording::reasonText(plainName(profile.title.empty() ? profile.name : profile.title));
    }
    return titles;
}

int ProfileList::indexOf(const std::string &name) const
{
    const auto found = std::ranges::find(m_profiles, name, &margin::Profile::name);
    return found == m_profiles.end() ? -1 : static_cast<int>(found - m_profiles.begin());
}

const margin::Profile *ProfileList::at(int index) const
{
    return index >= 0 && index < static_cast<int>(m_profiles.size()) ? &m_profiles[static_cast<std::size_t>(index)]
                                                                     : nullptr;
}

const margin::Profile *ProfileList::find(const std::string &name) const
{
    const auto found = std::ranges::find(m_all, name, &margin::Profile::name);
    return found == m_all.end() ? nullptr : &*found;
}

QString ProfileList::bars(const margin::Thresholds &thresholds, const DisplayFormat &format)
{
    return tr("initial %1 · call %2 · liquidation %3")
        .arg(ratioText(format, thresholds.initial), ratioText(format, thresholds.marginCall),
             ratioText(format, thresholds.liquidation));
}

QString ProfileList::detail(const margin::Profile &profile, const DisplayFormat &format)
{
    QStringList parts {bars(profile.thresholds, format)};
    if (!profile.validFrom.empty()) {
        parts << tr("valid from %1").arg(plainName(profile.validFrom, 20));
    }
    if (!profile.source.empty()) {
        parts << wording::reasonText(plainName(profile.source, 200));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace plimsoll::viewmodels

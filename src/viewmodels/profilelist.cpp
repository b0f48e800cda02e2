// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/profilelist.h"

#include "viewmodels/accounttext.h"

#include <algorithm>

namespace plimsoll::viewmodels {

ProfileList::ProfileList()
{
    setOwn({});
}

void ProfileList::setOwn(const std::vector<margin::Profile> &own)
{
    const auto published = margin::builtInProfiles();
    m_profiles.assign(published.begin(), published.end());
    m_profiles.insert(m_profiles.end(), own.begin(), own.end());
}

QStringList ProfileList::titles() const
{
    QStringList titles;
    for (const margin::Profile &profile : m_profiles) {
        titles << plainName(profile.title.empty() ? profile.name : profile.title);
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
    return index >= 0 && index < static_cast<int>(m_profiles.size()) ? &m_profiles[static_cast<std::size_t>(index)] : nullptr;
}

const margin::Profile *ProfileList::find(const std::string &name) const
{
    return at(indexOf(name));
}

QString ProfileList::bars(const margin::Thresholds &thresholds, const DisplayFormat &format)
{
    return tr("initial %1 · call %2 · liquidation %3")
        .arg(ratioText(format, thresholds.initial), ratioText(format, thresholds.marginCall), ratioText(format, thresholds.liquidation));
}

QString ProfileList::detail(const margin::Profile &profile, const DisplayFormat &format)
{
    QStringList parts {bars(profile.thresholds, format)};
    if (!profile.validFrom.empty()) {
        parts << tr("valid from %1").arg(plainName(profile.validFrom, 20));
    }
    if (!profile.source.empty()) {
        parts << plainName(profile.source, 200);
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace plimsoll::viewmodels

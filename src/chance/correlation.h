// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/squarematrix.h"

namespace plimsoll::chance {

/// Smallest eigenvalue that a correlation matrix may have here; below it the matrix counts as singular or indefinite.
inline constexpr double kLeastEigenvalue = 1e-8;

struct RepairedCorrelation {
    SquareMatrix matrix; ///< positive definite, ones on the diagonal
    double smallestEigenvalue = 1; ///< of the matrix as it was given
    bool repaired = false; ///< whether `matrix` differs from what was given
};

/// The matrix itself where it is positive definite; else a near one: eigenvalues below kLeastEigenvalue are raised to
/// it and the diagonal is scaled back to ones. Pairs estimated over different times, or a matrix that somebody typed,
/// need not fit together; assets that move as one make it singular. Requires: symmetric, finite, ones on the diagonal.
/// Source: Rebonato and Jaeckel, "The most general methodology to create a valid correlation matrix" (1999), spectral
/// decomposition. Pure; any thread.
RepairedCorrelation repairCorrelation(const SquareMatrix &matrix);

/// Whether the numbers of a repaired matrix contradict one another, by its smallest eigenvalue as it was given; else
/// some assets move as one, and nothing but rounding was repaired.
inline bool contradicts(double smallestEigenvalue)
{
    constexpr double kRounding = 1e-9;
    return smallestEigenvalue < -kRounding;
}

/// L, lower triangular, with L L' = matrix: turns independent normals into correlated ones. Unlike Eigen's it takes
/// semidefinite matrices, such as that of jumps of which there were fewer than assets: a pivot that is not positive is
/// taken as zero. Requires: symmetric. Pure; any thread.
SquareMatrix choleskyFactor(const SquareMatrix &matrix);

} // namespace plimsoll::chance

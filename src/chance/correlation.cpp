// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/correlation.h"

#include <Eigen/Eigenvalues>

#include <cmath>

namespace plimsoll::chance {

namespace {

Eigen::MatrixXd toEigen(const SquareMatrix &matrix)
{
    const auto size = static_cast<Eigen::Index>(matrix.size());
    Eigen::MatrixXd result(size, size);
    for (Eigen::Index i = 0; i < size; ++i) {
        for (Eigen::Index j = 0; j < size; ++j) {
            result(i, j) = matrix(static_cast<std::size_t>(i), static_cast<std::size_t>(j));
        }
    }
    return result;
}

} // namespace

RepairedCorrelation repairCorrelation(const SquareMatrix &matrix)
{
    if (matrix.size() == 0) {
        return {};
    }
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(toEigen(matrix));
    const double smallest = solver.eigenvalues().minCoeff();
    if (smallest >= kLeastEigenvalue) {
        return {matrix, smallest, false};
    }
    // Twice the bound: scaling the diagonal back to ones lowers the eigenvalues a little again.
    const double least = 2 * kLeastEigenvalue;
    const Eigen::VectorXd raised = solver.eigenvalues().cwiseMax(least);
    const Eigen::MatrixXd near = solver.eigenvectors() * raised.asDiagonal() * solver.eigenvectors().transpose();
    SquareMatrix result(matrix.size());
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        for (std::size_t j = 0; j < matrix.size(); ++j) {
            const auto row = static_cast<Eigen::Index>(std::max(i, j)); // one triangle for both: symmetric to the bit
            const auto column = static_cast<Eigen::Index>(std::min(i, j));
            result(i, j) = i == j ? 1 : near(row, column) / std::sqrt(near(row, row) * near(column, column));
        }
    }
    return {result, smallest, true};
}

SquareMatrix choleskyFactor(const SquareMatrix &matrix)
{
    SquareMatrix factor(matrix.size());
    for (std::size_t j = 0; j < matrix.size(); ++j) {
        double pivot = matrix(j, j);
        for (std::size_t k = 0; k < j; ++k) {
            pivot -= factor(j, k) * factor(j, k);
        }
        factor(j, j) = pivot > 0 ? std::sqrt(pivot) : 0;
        for (std::size_t i = j + 1; i < matrix.size() && factor(j, j) > 0; ++i) {
            double sum = matrix(i, j);
            for (std::size_t k = 0; k < j; ++k) {
                sum -= factor(i, k) * factor(j, k);
            }
            factor(i, j) = sum / factor(j, j);
        }
    }
    return factor;
}

} // namespace plimsoll::chance

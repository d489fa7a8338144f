package dev.oktamcp.simulation;

import java.util.Locale;
import java.util.Optional;

/// The operators of Okta's expressions, in the order in which its errors list them.
enum Operator {
    EQ,
    NE,
    CO,
    SW,
    EW,
    PR,
    GT,
    GE,
    LT,
    LE;

    /// Operators ignore case, attribute names do not.
    static Optional<Operator> named(String word) {
        for (var operator : values()) {
            if (operator.name().equals(word.toUpperCase(Locale.ROOT))) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}

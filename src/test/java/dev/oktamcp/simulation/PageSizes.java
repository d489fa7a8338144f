package dev.oktamcp.simulation;

/// How many items a list gives: unasked, when asked with `q`, and at most.
record PageSizes(int usual, int quick, int most) {}

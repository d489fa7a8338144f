package dev.oktamcp.fuzz;

/// @param value whatever stands behind the colon
record Header(String name, String value) {}

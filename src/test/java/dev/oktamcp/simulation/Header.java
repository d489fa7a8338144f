package dev.oktamcp.simulation;

/// One header line of an answer.
record Header(String name, String value) {}

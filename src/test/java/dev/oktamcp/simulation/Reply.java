package dev.oktamcp.simulation;

import java.util.List;

/// An answer as it goes onto the wire.
record Reply(int status, List<Header> headers, String body) {}

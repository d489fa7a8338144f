package dev.oktamcp.toolset;

/// Of what can be switched on and off.
enum Status {
    ACTIVE,
    INACTIVE
}

package dev.oktamcp.toolset;

/// The answer of a change that has nothing else to tell.
record Done(String done) {}

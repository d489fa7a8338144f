package dev.oktamcp.toolset;

/// A part that an answer has not.
///
/// @param why in words that the reader can act on
record LeftOut(String part, String why) {}

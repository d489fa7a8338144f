package dev.oktamcp.tool;

/// A resource reads differently from now on.
public record ResourceUpdated(String uri) {}

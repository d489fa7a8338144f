package dev.oktamcp.connection;

/// An org and how we prove ourselves to it; the secret itself stands elsewhere.
///
/// @param orgUrl as `OrgUrl` accepted it
public record Connection(String id, String name, String orgUrl, AuthType authType) {}

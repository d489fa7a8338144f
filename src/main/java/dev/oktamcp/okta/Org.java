package dev.oktamcp.okta;

/// One Okta tenant and how we prove ourselves to it.
public record Org(OrgUrl url, Credentials credentials) {}

package dev.oktamcp.tool;

import java.util.Locale;

/// The areas by which tools are grouped and filtered. Which of Okta's API tags belong to each, is
/// in `toolsets.json`.
public enum Toolset {
    USERS,
    LIFECYCLE,
    SESSIONS,
    FACTORS,
    AUTHENTICATORS,
    GROUPS,
    PROFILES,
    APPS,
    APP_ASSIGNMENTS,
    APP_CREDENTIALS,
    API_ACCESS,
    AUTHORIZATION_SERVERS,
    POLICIES,
    IDENTITY_PROVIDERS,
    DIRECTORIES,
    DEVICES,
    ZONES,
    THREAT_PROTECTION,
    ADMIN_ROLES,
    RESOURCE_SETS,
    HOOKS,
    SYSTEM_LOG,
    LOG_STREAMS,
    BRANDING,
    PAGES,
    DOMAINS,
    MESSAGES,
    REALMS,
    RATE_LIMITS,
    ORG_SETTINGS,
    PRIVILEGED_ACCESS,
    ACCESS_CERTIFICATIONS,
    ACCESS_REVIEWS,
    ACCESS_REQUESTS,
    ENTITLEMENT_MANAGEMENT,
    RESOURCE_COLLECTIONS,
    GOVERNANCE_SETTINGS,
    /// What newer documents of Okta's have that is not sorted in here yet.
    OTHER,
    /// What answers a question of several areas at once; no operation of Okta belongs to it.
    WORKFLOWS,
    /// What ChatGPT wants of a server that it searches; no operation of Okta belongs to it.
    CHATGPT,
    /// What tells about this server itself; no operation of Okta belongs to it.
    SERVER;

    /// Whether its tools need operations of several other toolsets.
    public boolean crossesAreas() {
        return this == WORKFLOWS || this == CHATGPT;
    }

    /// Whether its tools are listed only where tags or the URL name it: they have the names of
    /// other servers' tools.
    public boolean onlyByName() {
        return this == CHATGPT;
    }

    /// The value in a tag filter, for example `system-log`.
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package dev.oktamcp.mcp;

import java.util.List;

/// The protocol versions that are spoken here.
final class ProtocolVersions {

    static final String V2024_11_05 = "2024-11-05";
    static final String V2025_03_26 = "2025-03-26";
    static final String V2025_06_18 = "2025-06-18";
    static final String V2025_11_25 = "2025-11-25";
    static final String V2026_07_28 = "2026-07-28";

    /// With `initialize` and sessions, the newest last.
    private static final List<String> OF_SESSIONS = List.of(V2025_03_26, V2025_06_18, V2025_11_25);

    private ProtocolVersions() {}

    /// Every one, the newest first.
    static List<String> all() {
        return List.of(V2026_07_28, V2025_11_25, V2025_06_18, V2025_03_26);
    }

    static boolean ofSessions(String version) {
        return OF_SESSIONS.contains(version);
    }

    /// What to answer to a client that asks for this version (2025-11-25, Lifecycle, Version
    /// Negotiation).
    static String negotiated(String asked) {
        return ofSessions(asked) ? asked : OF_SESSIONS.getLast();
    }

    /// Over the transport with two endpoints its own version is spoken too.
    static String negotiatedOverSse(String asked) {
        return V2024_11_05.equals(asked) ? asked : negotiated(asked);
    }

    /// Elicitation came with 2025-06-18.
    static boolean elicits(String version) {
        return version.compareTo(V2025_06_18) >= 0;
    }

    /// Before, a client may take an event without data for a broken message.
    static boolean resumes(String version) {
        return version.equals(V2025_11_25);
    }
}

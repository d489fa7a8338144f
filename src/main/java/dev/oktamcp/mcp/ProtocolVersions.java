package dev.oktamcp.mcp;

import java.util.List;

/// The protocol versions that are spoken here, the newest last.
final class ProtocolVersions {

    static final String V2025_03_26 = "2025-03-26";
    static final String V2025_06_18 = "2025-06-18";
    static final String V2025_11_25 = "2025-11-25";

    private static final List<String> SPOKEN = List.of(V2025_03_26, V2025_06_18, V2025_11_25);

    private ProtocolVersions() {}

    static boolean spoken(String version) {
        return SPOKEN.contains(version);
    }

    /// What to answer to a client that asks for this version (2025-11-25, Lifecycle, Version
    /// Negotiation).
    static String negotiated(String asked) {
        return spoken(asked) ? asked : SPOKEN.getLast();
    }

    /// Elicitation came with 2025-06-18.
    static boolean elicits(String version) {
        return version.compareTo(V2025_06_18) >= 0;
    }
}

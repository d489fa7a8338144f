package dev.oktamcp.toolset;

import java.util.List;

/// Something in the log that speaks for a break-in, found by a rule.
///
/// @param code stays the same when the words change
/// @param strong whether it hardly happens otherwise
/// @param times how many events show it
/// @param events their ids, the latest 10 at most; `get_logs` gives them out by `uuid eq "…"`
record RiskSign(Kind code, boolean strong, String says, int times, List<String> events) {

    private static final int MOST_EVENTS = 10;

    /// What a rule looks for.
    enum Kind {
        USED_AFTER_END(true, "The account was used after it was suspended or deactivated."),
        IMPOSSIBLE_JOURNEY(
                true,
                "Signed in from two places between which nobody travels in that time. A VPN can"
                        + " look so."),
        PASSWORD_GUESSED(
                true,
                "Five or more wrong passwords within an hour, and then a sign-in that worked."),
        ADDRESS_TRIES_MANY(
                true,
                "Signed in from an address from which sign-ins of ten or more other users failed in"
                        + " the same time."),
        REPORTED_BY_USER(true, "The person reported activity that was not theirs."),
        PUSH_DENIED(true, "A push was answered with no: somebody may have the password."),
        THREAT_SEEN_BY_OKTA(true, "Okta itself suspected a threat."),
        PROGRAM(false, "Signed in by a program that is no browser."),
        ADMIN_RIGHTS_GIVEN(false, "An admin role was given to this user."),
        LOCKED(false, "The account was locked after wrong passwords."),
        FACTORS_CHANGED_AFTER(
                true, "Factors were changed within a day after one of the other signs.");

        private final boolean strong;
        private final String says;

        Kind(boolean strong, String says) {
            this.strong = strong;
            this.says = says;
        }
    }

    /// @param events in the order of time
    static RiskSign of(Kind kind, List<UserEvent> events) {
        var latest = events.reversed().stream().limit(MOST_EVENTS).map(UserEvent::id).toList();
        return new RiskSign(kind, kind.strong, kind.says, events.size(), latest);
    }
}

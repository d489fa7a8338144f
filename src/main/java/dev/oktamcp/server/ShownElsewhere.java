package dev.oktamcp.server;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Attributes whose values Okta shows in other places too, under other names or in text, where they
/// can't be told apart. Hiding them takes them out of profiles and searches, and no further.
final class ShownElsewhere {

    private static final String NAME =
            "is part of the display name by which System Log events, group owners and governance"
                    + " know a person";
    private static final String PHONE =
            "is what System Log events about texts and calls may name, and what factors were"
                    + " enrolled with";

    private static final Map<String, String> REASONS = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        REASONS.put(
                "login",
                "is the name by which System Log events, app assignments, sessions and factors know"
                        + " a person, and by which users are looked up");
        REASONS.put(
                "email",
                "is the login in most orgs, the user name in many apps, and named by System Log"
                        + " events about emails");
        REASONS.put("secondEmail", "is named by System Log events about emails");
        REASONS.put("firstName", NAME);
        REASONS.put("lastName", NAME);
        REASONS.put("displayName", NAME);
        REASONS.put("mobilePhone", PHONE);
        REASONS.put("primaryPhone", PHONE);
        REASONS.put(
                "name",
                "is how group rules, System Log events and governance name a group, and apps and"
                        + " policies have names too");
        REASONS.put("description", "is what apps, policies and rules have too");
    }

    private ShownElsewhere() {}

    /// Why an attribute can't be hidden everywhere, as a clause that goes on after its name; empty
    /// where it can.
    static Optional<String> why(String attribute) {
        return Optional.ofNullable(REASONS.get(attribute));
    }
}

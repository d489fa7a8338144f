package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.Operator.CO;
import static dev.oktamcp.simulation.Operator.EQ;
import static dev.oktamcp.simulation.Operator.GE;
import static dev.oktamcp.simulation.Operator.GT;
import static dev.oktamcp.simulation.Operator.LE;
import static dev.oktamcp.simulation.Operator.LT;
import static dev.oktamcp.simulation.Operator.PR;
import static dev.oktamcp.simulation.Operator.SW;

import tools.jackson.databind.JsonNode;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the list of users understands.
final class UserQueries {

    private static final Set<String> SEARCHABLE =
            Set.of(
                    "id",
                    "status",
                    "created",
                    "activated",
                    "statusChanged",
                    "lastUpdated",
                    "type.id");
    private static final Set<String> NAMES =
            Set.of("profile.firstName", "profile.lastName", "profile.email", "profile.login");
    private static final Set<Operator> SEARCH = EnumSet.of(EQ, GT, GE, LT, LE, SW, PR);
    private static final Set<Operator> NAME_SEARCH = EnumSet.of(EQ, GT, GE, LT, LE, SW, PR, CO);

    private UserQueries() {}

    /// ASSUMPTION: `not` works in a search; only the filter is documented to refuse it.
    static Listing listing() {
        return new Listing(
                new Dialect(UserQueries::searchOperators, true, false),
                new Dialect(UserQueries::filterOperators, false, true),
                UserQueries::startsWith,
                user -> !Json.text(user, "status").equals(UserStatus.DEPROVISIONED.name()),
                new PageSizes(200, 10, 200));
    }

    private static Set<Operator> searchOperators(String attribute) {
        if (NAMES.contains(attribute)) {
            return NAME_SEARCH;
        }
        var known = attribute.matches("profile\\.\\w+") || SEARCHABLE.contains(attribute);
        return known ? SEARCH : Set.of();
    }

    private static Set<Operator> filterOperators(String attribute) {
        if (attribute.equals("lastUpdated")) {
            return EnumSet.of(EQ, GT, GE, LT, LE);
        }
        var known = NAMES.contains(attribute) || Set.of("id", "status").contains(attribute);
        return known ? EnumSet.of(EQ) : Set.of();
    }

    /// ASSUMPTION: `q` ignores case.
    private static boolean startsWith(JsonNode user, String start) {
        var profile = user.path("profile");
        return List.of("firstName", "lastName", "email").stream()
                .map(name -> Json.text(profile, name).toLowerCase(Locale.ROOT))
                .anyMatch(value -> value.startsWith(start.toLowerCase(Locale.ROOT)));
    }
}

package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.Operator.CO;
import static dev.oktamcp.simulation.Operator.EQ;
import static dev.oktamcp.simulation.Operator.GE;
import static dev.oktamcp.simulation.Operator.GT;
import static dev.oktamcp.simulation.Operator.LE;
import static dev.oktamcp.simulation.Operator.LT;
import static dev.oktamcp.simulation.Operator.SW;

import tools.jackson.databind.JsonNode;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What the list of groups understands.
final class GroupQueries {

    private static final Set<Operator> DATE = EnumSet.of(EQ, GT, GE, LT, LE);

    private GroupQueries() {}

    /// ASSUMPTION: 200 is the page size when none is asked for; Okta documents 10000 and describes
    /// 200 for most orgs. ASSUMPTION: case counts in a filter and not in a search, as with users.
    static Listing listing() {
        return new Listing(
                new Dialect(GroupQueries::searchOperators, true, false),
                new Dialect(GroupQueries::filterOperators, true, true),
                GroupQueries::startsWith,
                _ -> true,
                new PageSizes(200, 300, 10_000));
    }

    private static Set<Operator> searchOperators(String attribute) {
        return switch (attribute) {
            case "created", "lastUpdated", "lastMembershipUpdated" -> DATE;
            case "profile.name", "profile.description" -> EnumSet.of(EQ, SW, CO);
            case "id", "type", "source.id" -> EnumSet.of(EQ, SW);
            default -> attribute.matches("profile\\.\\w+") ? EnumSet.of(EQ, SW) : Set.of();
        };
    }

    private static Set<Operator> filterOperators(String attribute) {
        return switch (attribute) {
            case "lastUpdated", "lastMembershipUpdated" -> DATE;
            case "id", "type" -> EnumSet.of(EQ);
            default -> Set.of();
        };
    }

    private static boolean startsWith(JsonNode group, String start) {
        var name = Json.text(group.path("profile"), "name").toLowerCase(Locale.ROOT);
        return name.startsWith(start.toLowerCase(Locale.ROOT));
    }
}

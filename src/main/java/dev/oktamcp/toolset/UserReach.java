package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.Preview;

import tools.jackson.databind.JsonNode;

import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;

/// What somebody has whose account is to be closed or cut off, for the human who is asked.
record UserReach(OktaClient okta) {

    static final String API_TOKENS = "listApiTokens";

    private static final Pattern ID = Pattern.compile("00u[A-Za-z0-9]{17}");

    private static final String HAS_ROLES = "Admin roles of the person: %s.";

    /// The id of the user whom the present state shows, or where that is not known what was given,
    /// which may be a login.
    static String idOf(Preview found, String given) {
        var now = found.now();
        return now == null ? given : now.path("id").asString(given);
    }

    /// By the links on the dashboard, of which an app may have several, and a hidden one has none.
    ///
    /// @param sentence with `%s` for them
    Preview apps(Preview found, String sentence, String userId) {
        var seen = new HashSet<String>();
        return new Reach(okta)
                .named(
                        found,
                        sentence,
                        Belongings.APPS,
                        Map.of("id", userId),
                        link ->
                                seen.add(link.path("appInstanceId").asString(""))
                                        ? LogEvent.text(link, "/label")
                                        : null)
                .reach("Apps that are hidden from the dashboard go too.");
    }

    /// @param sentence with `%s` for them
    Preview groups(Preview found, String sentence, String userId) {
        var reach = new Reach(okta);
        return reach.named(found, sentence, Belongings.GROUPS, Map.of("id", userId), reach::called);
    }

    /// @param sentence with `%s` for them
    Preview factors(Preview found, String sentence, String userId) {
        return new Reach(okta)
                .named(
                        found,
                        sentence,
                        Belongings.FACTORS,
                        Map.of("userId", userId),
                        UserReach::factor);
    }

    /// For example `push of OKTA`.
    static String factor(JsonNode factor) {
        return "%s of %s"
                .formatted(
                        factor.path("factorType").asString(""),
                        factor.path("provider").asString(""));
    }

    Preview roles(Preview found, String userId) {
        return new Reach(okta)
                .named(
                        found,
                        HAS_ROLES,
                        Belongings.ROLES,
                        Map.of("userId", userId),
                        role -> LogEvent.text(role, "/label"));
    }

    /// A token has the rights of the administrator who made it, and ends with that account. It
    /// tells whose it is by id alone.
    ///
    /// @param userId or a login
    private Preview apiTokens(Preview found, String userId) {
        if (!ID.matcher(userId).matches()) {
            return found.note(
                    "API tokens of the person, which end with the account, are not counted: only"
                            + " the login of the person is known, and tokens name ids.");
        }
        return new Reach(okta)
                .named(
                        found,
                        "API tokens of the person, which end with the account: %s.",
                        API_TOKENS,
                        Map.of(),
                        token -> isOf(userId, token) ? LogEvent.text(token, "/name") : null);
    }

    private static boolean isOf(String userId, JsonNode token) {
        return token.path("userId").asString("").equals(userId);
    }

    /// Of an account that is closed for a while.
    Preview contained(Preview found, String userId, boolean withoutFactors) {
        var factors =
                withoutFactors ? factors(found, "Factors that are removed: %s.", userId) : found;
        return roles(factors, userId);
    }

    /// Of an account that ends.
    ///
    /// @param deactivated whether it loses its apps and API tokens
    Preview ended(Preview found, String userId, boolean deactivated) {
        if (!deactivated) {
            return roles(found, userId);
        }
        var apps = apps(found, "Apps on the dashboard that are lost for good: %s.", userId);
        var roles = roles(apps, userId);
        var isNone = roles.reach().contains(HAS_ROLES.formatted("none"));
        return isNone ? roles : apiTokens(roles, userId);
    }
}

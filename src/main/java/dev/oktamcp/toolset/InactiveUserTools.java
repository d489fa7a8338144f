package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Rest;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Accounts that nobody uses.
@ToolsOf(Toolset.WORKFLOWS)
final class InactiveUserTools {

    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 3650;

    /// One of Okta's pages: an answer's users come from whole pages, and one holds twice as many.
    private static final int PAGE = 100;

    private static final int ENOUGH = 50;

    /// Users that one call looks at: 30 requests.
    private static final int MOST_LOOKED_AT = 3000;

    private static final List<String> USABLE =
            List.of("ACTIVE", "LOCKED_OUT", "PASSWORD_EXPIRED", "RECOVERY", "PROVISIONED");

    private final OktaClient okta;
    private final LogReader log;

    InactiveUserTools(OktaClient okta, LogReader log) {
        this.okta = okta;
        this.log = log;
    }

    /// @param notSince the users have not signed in since then, and were there before
    /// @param lookedAt how many users were looked at for this answer
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Inactive(
            @JsonProperty("not_since") Instant notSince,
            @JsonProperty("looked_at") int lookedAt,
            List<ObjectNode> users,
            @JsonProperty("next_cursor") @Nullable String nextCursor,
            @JsonProperty("has_more") boolean hasMore,
            @Nullable String note) {}

    /// Takes in user after user.
    private static final class Looking {

        private final Instant notSince;
        private final boolean neverToo;
        private final List<ObjectNode> users = new ArrayList<>();
        private int lookedAt;

        Looking(Instant notSince, boolean neverToo) {
            this.notSince = notSince;
            this.neverToo = neverToo;
        }

        void look(JsonNode user) {
            lookedAt++;
            var lastLogin = LogEvent.text(user, "/lastLogin");
            if (lastLogin == null ? neverToo : Instant.parse(lastLogin).isBefore(notSince)) {
                users.add(shown(user, lastLogin));
            }
        }

        private static ObjectNode shown(JsonNode user, @Nullable String lastLogin) {
            var shown = UserBrief.named(user).put("created", LogEvent.text(user, "/created"));
            return lastLogin == null
                    ? shown.put("never_signed_in", true)
                    : shown.put("lastLogin", lastLogin);
        }

        boolean goesOn(Rest rest) {
            return rest.hasMore()
                    && rest.nextCursor() != null
                    && users.size() < ENOUGH
                    && lookedAt < MOST_LOOKED_AT;
        }
    }

    @ReadTool(
            name = "list_inactive_users",
            title = "List inactive users",
            uses = People.BY_NAME,
            exposure = Exposure.TOOLSET,
            description =
                    "Returns users who could sign in to Okta but have not for 90 days, or for the"
                        + " days given, or never, and whose account is older than that: id, login,"
                        + " status, last sign-in, creation. Looks at 3,000 users at most in one"
                        + " call; where has_more is true, go on with next_cursor until it is not,"
                        + " even after an answer without users. Leaves suspended and deactivated"
                        + " users out. Does not change anything.")
    Inactive listInactiveUsers(
            @McpToolParam(
                            description =
                                    "For how many days, 1 to 3650, for example 30; 90 unless given")
                    @Nullable Integer days,
            @McpToolParam(
                            description =
                                    "Whether users who never signed in are included, for example"
                                            + " false; true unless given")
                    @Nullable Boolean includeNever,
            @McpToolParam(description = LogWindow.CURSOR) @Nullable String cursor) {
        var window = log.window(null, null, cursor);
        var age = Duration.ofDays(Math.clamp(days == null ? USUAL_DAYS : days, 1, MOST_DAYS));
        var looking = new Looking(window.asOf().minus(age), !Boolean.FALSE.equals(includeNever));
        var search = Map.of("search", search(looking.notSince));
        var rest = okta.each(People.BY_NAME, search, window.cursor(), PAGE, looking::look);
        while (looking.goesOn(rest)) {
            rest = okta.each(People.BY_NAME, search, rest.nextCursor(), PAGE, looking::look);
        }
        return new Inactive(
                looking.notSince,
                looking.lookedAt,
                looking.users,
                window.next(rest.nextCursor()),
                rest.hasMore(),
                rest.hasMore() ? "There are more users to look at: go on with next_cursor." : null);
    }

    /// Okta does not search by the last sign-in, so it only narrows down who is looked at.
    private static String search(Instant notSince) {
        return "(%s) and created lt \"%s\"".formatted(statuses(), notSince);
    }

    private static String statuses() {
        return USABLE.stream()
                .map("status eq \"%s\""::formatted)
                .collect(Collectors.joining(" or "));
    }
}

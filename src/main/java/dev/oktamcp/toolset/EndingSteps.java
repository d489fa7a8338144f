package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What takes a person's access away, step by step. Done twice, it does no more than once.
@Component
final class EndingSteps {

    static final String SESSIONS = "revokeUserSessions";
    static final String SUSPEND = "suspendUser";
    static final String DEACTIVATE = "deactivateUser";
    static final String FACTORS = "resetFactors";
    static final String LEAVE_GROUP = "unassignUserFromGroup";

    private static final int LONGEST = 100;

    /// The account itself still has to be ended within the time of the call.
    private static final Duration TIME_FOR_GROUPS = Duration.ofSeconds(25);

    private final OktaClient okta;
    private final Belongings belongings;

    EndingSteps(OktaClient okta, Belongings belongings) {
        this.okta = okta;
        this.belongings = belongings;
    }

    PlanStep sessions(JsonNode user) {
        var arguments = Map.of("userId", Belongings.idOf(user), "oauthTokens", true);
        return step(
                "sessions",
                "Ends all Okta sessions and takes back the tokens that apps hold.",
                () -> {
                    okta.call(SESSIONS, arguments);
                    return "All sessions have ended and tokens are taken back.";
                },
                SESSIONS);
    }

    PlanStep suspend(JsonNode user) {
        var says = "Suspends the account: no sign-in; unsuspend_user brings it back.";
        return isOneOf(user, Set.of("ACTIVE"))
                ? step(
                        "suspend",
                        says,
                        () -> {
                            okta.call(SUSPEND, Map.of("id", Belongings.idOf(user)));
                            return "The account is SUSPENDED.";
                        },
                        SUSPEND)
                : notSuspended(says, user);
    }

    /// Whoever has the password of an account that is locked or expired may still get in.
    private static PlanStep notSuspended(String says, JsonNode user) {
        return isOneOf(user, Set.of("SUSPENDED", "DEPROVISIONED", "STAGED"))
                ? PlanStep.notNeeded("suspend", says, "Nobody can sign in with it now.")
                : PlanStep.notPossible(
                        "suspend",
                        says,
                        "Okta suspends ACTIVE accounts only, and it is %s; deactivate_user ends it."
                                .formatted(user.path("status").asString("")));
    }

    PlanStep deactivate(JsonNode user) {
        var says =
                "Deactivates the account: no sign-in, and every app assignment is gone for good.";
        return isOneOf(user, Set.of("DEPROVISIONED"))
                ? PlanStep.notNeeded("deactivate", says, "The account is DEPROVISIONED already.")
                : step(
                        "deactivate",
                        says,
                        () -> {
                            okta.call(DEACTIVATE, Map.of("id", Belongings.idOf(user)));
                            return "The account is DEPROVISIONED.";
                        },
                        DEACTIVATE);
    }

    PlanStep factors(JsonNode user) {
        var says = "Removes all factors; only the person can set up new ones.";
        return isOneOf(user, Set.of("DEPROVISIONED"))
                ? PlanStep.notNeeded("factors", says, "A DEPROVISIONED account can't use any.")
                : step(
                        "factors",
                        says,
                        () -> {
                            okta.call(FACTORS, Map.of("id", Belongings.idOf(user)));
                            return "No factor is left.";
                        },
                        FACTORS);
    }

    /// Imported groups take members from their source, and in Everyone everybody is.
    PlanStep groups(JsonNode user) {
        var unread = "Takes the user out of all groups made in Okta.";
        if (!okta.allows(Belongings.GROUPS)) {
            return PlanStep.notPossible("groups", unread, notAllowed(Belongings.GROUPS));
        }
        var groups =
                belongings.groups(Belongings.idOf(user)).stream()
                        .filter(group -> "OKTA_GROUP".equals(group.type()))
                        .toList();
        if (groups.isEmpty()) {
            return PlanStep.notNeeded("groups", unread, "The user is in none.");
        }
        var says =
                "Takes the user out of %d group%s: %s."
                        .formatted(groups.size(), groups.size() == 1 ? "" : "s", names(groups));
        return step("groups", says, () -> leave(groups, Belongings.idOf(user)), LEAVE_GROUP);
    }

    /// Every one: a yes is for these and no others.
    private static String names(List<Belongings.Group> groups) {
        return groups.stream().map(EndingSteps::named).collect(Collectors.joining(", "));
    }

    private static String named(Belongings.Group group) {
        return "%s (%s)".formatted(PlainText.of(group.name() + "", LONGEST), group.id());
    }

    /// One that Okta keeps the user in, as by a rule, is told and the others are left.
    private String leave(List<Belongings.Group> groups, String userId) {
        var left = 0;
        var refused = new ArrayList<String>();
        var until = System.nanoTime() + TIME_FOR_GROUPS.toNanos();
        for (var group : groups) {
            if (System.nanoTime() > until) {
                refused.add("There was no time for the rest: call again.");
                break;
            }
            try {
                okta.call(LEAVE_GROUP, Map.of("groupId", group.id(), "userId", userId));
                left++;
            } catch (ToolException e) {
                refused.add("%s: %s".formatted(group.id(), told(e)));
            }
        }
        var done = "The user is out of %d of %d groups.".formatted(left, groups.size());
        if (refused.isEmpty()) {
            return done;
        }
        throw new ToolException(
                ToolResult.Failure.of(
                        FailureCode.OKTA_ERROR, done + " " + String.join(" ", refused)));
    }

    /// @throws ToolException where nothing that comes after would be done either
    private static String told(ToolException e) {
        if (e.failure().code() == FailureCode.CANCELLED) {
            throw e;
        }
        return e.failure().message();
    }

    private PlanStep step(String name, String says, Supplier<String> act, String operationId) {
        return okta.allows(operationId)
                ? new PlanStep(name, says, null, act)
                : PlanStep.notPossible(name, says, notAllowed(operationId));
    }

    private static String notAllowed(String operationId) {
        return "This MCP server does not allow %s.".formatted(operationId);
    }

    private static boolean isOneOf(JsonNode user, Set<String> statuses) {
        return statuses.contains(user.path("status").asString(""));
    }
}

package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaApiException;
import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// What takes a person's access away, step by step. Done twice, it does no more than once.
@Component
final class EndingSteps {

    static final String SESSIONS = "revokeUserSessions";
    static final String SUSPEND = "suspendUser";
    static final String DEACTIVATE = "deactivateUser";
    static final String FACTORS = "resetFactors";

    /// Names of steps.
    static final String OF_SUSPENSION = "suspend";

    static final String OF_DEACTIVATION = "deactivate";
    static final String OF_FACTORS = "factors";

    private final OktaClient okta;

    EndingSteps(OktaClient okta) {
        this.okta = okta;
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
                        OF_SUSPENSION,
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
                ? PlanStep.notNeeded(OF_SUSPENSION, says, "Nobody can sign in with it now.")
                : PlanStep.notPossible(
                        OF_SUSPENSION,
                        says,
                        "Okta suspends ACTIVE accounts only, and it is %s; deactivate_user ends it."
                                .formatted(user.path("status").asString("")));
    }

    PlanStep deactivate(JsonNode user) {
        var says =
                "Deactivates the account: no sign-in, and every app assignment is gone for good.";
        return isOneOf(user, Set.of("DEPROVISIONED"))
                ? PlanStep.notNeeded(OF_DEACTIVATION, says, "The account is DEPROVISIONED already.")
                : step(
                        OF_DEACTIVATION,
                        says,
                        () -> {
                            okta.call(DEACTIVATE, Map.of("id", Belongings.idOf(user)));
                            return "Okta deactivates the account; DEPROVISIONED once that is"
                                    + " through.";
                        },
                        DEACTIVATE);
    }

    PlanStep factors(JsonNode user) {
        var says = "Removes all factors; only the person can set up new ones.";
        return isOneOf(user, Set.of("DEPROVISIONED"))
                ? PlanStep.notNeeded(OF_FACTORS, says, "A DEPROVISIONED account can't use any.")
                : step(OF_FACTORS, says, () -> reset(Belongings.idOf(user)), FACTORS);
    }

    /// Okta's documents tell of factors of ACTIVE accounts alone, and that one by one they go from
    /// any account that is not DEPROVISIONED.
    private String reset(String userId) {
        try {
            okta.call(FACTORS, Map.of("id", userId));
            return "No factor is left.";
        } catch (OktaApiException e) {
            throw new ToolException(
                    ToolResult.Failure.of(
                            e.failure().code(),
                            e.failure().message()
                                    + " list_user_factors shows those that are left, and"
                                    + " unenroll_user_factor removes them one by one."));
        }
    }

    private PlanStep step(String name, String says, Supplier<String> act, String operationId) {
        return okta.allows(operationId)
                ? PlanStep.of(name, says, act)
                : PlanStep.notAllowed(name, says, operationId);
    }

    private static boolean isOneOf(JsonNode user, Set<String> statuses) {
        return statuses.contains(user.path("status").asString(""));
    }
}

package dev.oktamcp.toolset;

import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.toolset.NextSteps.NextStep;
import dev.oktamcp.toolset.RiskSign.Kind;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What would stop a break-in, as data: nothing of it is done here.
@Component
final class Containment {

    private static final String CONTAIN = "contain_user";
    private static final String SUSPEND = "suspend_user";
    private static final String ACTIVE = "ACTIVE";

    private static final Set<String> ENDED = Set.of("SUSPENDED", "DEPROVISIONED");

    /// Whoever knows the password gets in, or may, and Okta suspends ACTIVE accounts alone.
    private static final Set<String> NOT_SUSPENDED =
            Set.of("LOCKED_OUT", "PASSWORD_EXPIRED", "RECOVERY", "PROVISIONED");

    private final NextSteps steps;

    Containment(NextSteps steps) {
        this.steps = steps;
    }

    /// In the order in which they are best taken; none where nothing strong was found.
    List<NextStep> of(JsonNode user, List<RiskSign> signs, ToolCall call) {
        if (signs.stream().noneMatch(RiskSign::strong)) {
            return List.of();
        }
        var factors = signs.stream().anyMatch(sign -> sign.code() == Kind.FACTORS_CHANGED_AFTER);
        var proposed = new ArrayList<>(closing(user, factors, call));
        var status = status(user);
        if (NOT_SUSPENDED.contains(status)) {
            proposed.add(deactivate(user, call));
        }
        if (!ENDED.contains(status)) {
            proposed.add(
                    step(
                            user,
                            call,
                            "reset_password",
                            "Before the person is let in again: the password may be known."
                                    + " Not possible while suspended or deactivated."));
        }
        return proposed;
    }

    /// One act that a human says yes to once, where the caller has it.
    private List<NextStep> closing(JsonNode user, boolean factors, ToolCall call) {
        var atOnce = !ENDED.contains(status(user)) && steps.offers(call, CONTAIN, SUSPEND);
        return atOnce ? List.of(contain(user, factors, call)) : oneByOne(user, factors, call);
    }

    private NextStep contain(JsonNode user, boolean factors, ToolCall call) {
        var ends = "Ends Okta's sessions and takes back the tokens that apps hold";
        var suspends =
                ACTIVE.equals(status(user))
                        ? "; suspends the account, which stops sign-ins and can be undone."
                        : "; can't suspend an account that is %s.".formatted(status(user));
        var arguments = Map.of("user", Belongings.idOf(user), "reset_factors", factors);
        return steps.step(call, CONTAIN, arguments, ends + suspends);
    }

    private List<NextStep> oneByOne(JsonNode user, boolean factors, ToolCall call) {
        var proposed = new ArrayList<NextStep>();
        if (ACTIVE.equals(status(user))) {
            proposed.add(
                    step(
                            user,
                            call,
                            SUSPEND,
                            "Stops sign-ins at once and can be undone; groups and apps stay."));
        }
        proposed.add(signOut(user, call));
        if (factors) {
            proposed.add(
                    step(
                            user,
                            call,
                            "reset_user_factors",
                            "Takes factors away that somebody else may have set up."));
        }
        return proposed;
    }

    private NextStep deactivate(JsonNode user, ToolCall call) {
        var why =
                "Ends the account, which is %s and can't be suspended: no sign-in, and every app assignment is gone for good."
                        .formatted(status(user));
        return step(user, call, "deactivate_user", why);
    }

    private NextStep step(JsonNode user, ToolCall call, String tool, String why) {
        return steps.step(call, tool, Map.of("user_id", Belongings.idOf(user)), why);
    }

    private NextStep signOut(JsonNode user, ToolCall call) {
        return steps.step(
                call,
                "revoke_user_sessions",
                Map.of("user_id", Belongings.idOf(user), "oauth_tokens", true),
                "Ends Okta's sessions and takes back the tokens that apps hold.");
    }

    private static String status(JsonNode user) {
        return user.path("status").asString("");
    }
}

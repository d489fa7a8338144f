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
import java.util.stream.Collectors;

/// What would stop a break-in, as data: nothing of it is done here.
@Component
final class Containment {

    private static final Set<String> ENDED = Set.of("SUSPENDED", "DEPROVISIONED");

    private final NextSteps steps;

    Containment(NextSteps steps) {
        this.steps = steps;
    }

    /// In the order in which they are best taken; none where nothing strong was found.
    List<NextStep> of(JsonNode user, List<RiskSign> signs, ToolCall call) {
        if (signs.stream().noneMatch(RiskSign::strong)) {
            return List.of();
        }
        var kinds = signs.stream().map(RiskSign::code).collect(Collectors.toSet());
        var id = Map.of("user_id", Belongings.idOf(user));
        var proposed = new ArrayList<NextStep>();
        if ("ACTIVE".equals(user.path("status").asString(""))) {
            proposed.add(
                    steps.step(
                            call,
                            "suspend_user",
                            id,
                            "Stops sign-ins at once and can be undone; groups and apps stay."));
        }
        proposed.add(signOut(user, call));
        if (kinds.contains(Kind.FACTORS_CHANGED_AFTER)) {
            proposed.add(
                    steps.step(
                            call,
                            "reset_user_factors",
                            id,
                            "Takes factors away that somebody else may have set up."));
        }
        if (!ENDED.contains(user.path("status").asString(""))) {
            proposed.add(
                    steps.step(
                            call,
                            "reset_password",
                            id,
                            "Before the person is let in again: the password may be known."
                                    + " Not possible while suspended."));
        }
        return proposed;
    }

    private NextStep signOut(JsonNode user, ToolCall call) {
        return steps.step(
                call,
                "revoke_user_sessions",
                Map.of("user_id", Belongings.idOf(user), "oauth_tokens", true),
                "Ends Okta's sessions and takes back the tokens that apps hold.");
    }
}

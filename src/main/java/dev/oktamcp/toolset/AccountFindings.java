package dev.oktamcp.toolset;

import dev.oktamcp.tool.ToolCall;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What an account itself says about why its owner can't sign in.
final class AccountFindings {

    /// What may be no hindrance.
    static final String NO_FACTOR = "NO_FACTOR";

    private static final String OKTA = "OKTA";

    /// @param tool that ends it
    private record Problem(String says, String tool) {}

    private static final Map<String, Problem> PROBLEMS =
            Map.of(
                    "STAGED",
                    new Problem("The account was never activated.", "activate_user"),
                    "PROVISIONED",
                    new Problem(
                            "The person has not finished activating: the link in Okta's email was"
                                    + " not used, is lost or has expired.",
                            "reactivate_user"),
                    "RECOVERY",
                    new Problem(
                            "A password reset is under way: the person has to use the link in"
                                    + " Okta's email first.",
                            "reactivate_user"),
                    "PASSWORD_EXPIRED",
                    new Problem(
                            "The password has expired: at the next sign-in with it, a new one has"
                                    + " to be chosen. If it is forgotten, a reset helps.",
                            "reset_password"),
                    "LOCKED_OUT",
                    new Problem("The account is locked.", "unlock_user"),
                    "SUSPENDED",
                    new Problem(
                            "An administrator has suspended the account. Find out why before it is"
                                    + " brought back.",
                            "unsuspend_user"),
                    "DEPROVISIONED",
                    new Problem(
                            "The account was deactivated, and its apps are gone. Bring it back only"
                                    + " if the person should have it again.",
                            "activate_user"));

    private final NextSteps steps;
    private final ToolCall call;
    private final JsonNode user;
    private final List<Finding> findings = new ArrayList<>();

    AccountFindings(NextSteps steps, ToolCall call, JsonNode user) {
        this.steps = steps;
        this.call = call;
        this.user = user;
    }

    /// By the user's status, of which only ACTIVE signs in without more ado.
    AccountFindings status() {
        var status = user.path("status").asString("");
        var problem = PROBLEMS.get(status);
        if (problem != null) {
            add(status, problem.says(), problem.tool());
        }
        return this;
    }

    /// Who checks the password.
    AccountFindings source() {
        var provider = LogEvent.text(user, "/credentials/provider/type");
        if (provider != null && !provider.equals(OKTA)) {
            findings.add(
                    new Finding(
                            "SIGNS_IN_ELSEWHERE",
                            "Okta does not check this user's password, %s does: reset it and lift locks there."
                                    .formatted(provider),
                            null,
                            null));
        }
        return this;
    }

    /// @param blocks which devices are blocked, in Okta's words; null where that is not known
    AccountFindings blocks(@Nullable List<String> blocks) {
        var locked = "LOCKED_OUT".equals(user.path("status").asString(""));
        if (blocks != null && !blocks.isEmpty() && !locked) {
            add(
                    "DEVICES_BLOCKED",
                    blocks.contains("ANY_DEVICES")
                            ? "Okta blocks sign-ins of this user from every device."
                            : "Okta blocks sign-ins of this user from devices that it does not"
                                    + " know; known ones work.",
                    "unlock_user");
        }
        return this;
    }

    /// @param factors null where they are not known
    AccountFindings factors(@Nullable List<Belongings.Factor> factors) {
        if (factors == null || !"ACTIVE".equals(user.path("status").asString(""))) {
            return this;
        }
        if (factors.stream().noneMatch(Belongings.Factor::isActive)) {
            findings.add(
                    new Finding(
                            NO_FACTOR,
                            "No second factor is set up. Where a policy asks for one, the person"
                                    + " is asked to set it up, or is refused.",
                            null,
                            null));
        }
        return this;
    }

    private void add(String code, String says, String tool) {
        var arguments = Map.of("user_id", Belongings.idOf(user));
        findings.add(new Finding(code, says, null, steps.step(call, tool, arguments, null)));
    }

    List<Finding> found() {
        return findings;
    }
}

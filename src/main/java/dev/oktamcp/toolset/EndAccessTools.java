package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.HiddenFields;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// Takes somebody's access away, as a plan to which a human says yes once.
@ToolsOf(Toolset.WORKFLOWS)
final class EndAccessTools {

    private final People people;
    private final EndingSteps steps;
    private final LeavingGroups groups;
    private final UserReach reach;

    EndAccessTools(People people, EndingSteps steps, LeavingGroups groups, OktaClient okta) {
        this.people = people;
        this.steps = steps;
        this.groups = groups;
        this.reach = new UserReach(okta);
    }

    /// How an account ends.
    enum Ending {
        DEACTIVATE,
        SUSPEND
    }

    @DestroyTool(
            name = "contain_user",
            title = "Contain user",
            uses = {People.BY_ID, EndingSteps.SESSIONS},
            optional = {
                People.BY_NAME,
                EndingSteps.SUSPEND,
                EndingSteps.FACTORS,
                Belongings.FACTORS,
                Belongings.ROLES
            },
            exposure = Exposure.TOOLSET,
            description =
                    "Returns what came of each step of containing a user whose account may be in"
                        + " wrong hands: suspend, end all sessions and take tokens back, and where"
                        + " asked for remove all factors. Okta suspends ACTIVE accounts alone: one"
                        + " that is LOCKED_OUT, PASSWORD_EXPIRED or RECOVERY stays open, and"
                        + " deactivate_user ends it. One human yes for all; a step that fails does"
                        + " not stop the others. Call it again where one failed. Groups and apps"
                        + " stay; for somebody who leaves, use offboard_user.")
    Ended containUser(
            @McpToolParam(description = People.SURE) String user,
            @McpToolParam(
                            description =
                                    "Whether all factors are removed too, for example true where"
                                            + " somebody else set one up; false unless given")
                    @Nullable Boolean resetFactors,
            ToolCall call) {
        var who = people.surely(user, call);
        return Ended.of(who, containing(who, resetFactors), call);
    }

    @PreviewOf("contain_user")
    Preview ofContaining(String user, @Nullable Boolean resetFactors, ToolCall call) {
        var who = people.surely(user, call);
        var plan = containing(who, resetFactors);
        var told = PlanStep.told(about(who, call), plan);
        var withoutFactors = PlanStep.does(plan, EndingSteps.OF_FACTORS);
        return reach.contained(told, Belongings.idOf(who), withoutFactors)
                .undo(new AccessAgain(plan).afterContaining());
    }

    /// First what keeps the person out. Without factors, an account that is still open would take
    /// new ones from whoever has its password.
    private List<PlanStep> containing(JsonNode user, @Nullable Boolean resetFactors) {
        var plan = new ArrayList<>(List.of(steps.suspend(user), steps.sessions(user)));
        if (Boolean.TRUE.equals(resetFactors)) {
            plan.add(steps.factors(user));
        }
        return plan;
    }

    @DestroyTool(
            name = "offboard_user",
            title = "Offboard user",
            uses = {People.BY_ID, EndingSteps.SESSIONS},
            optional = {
                People.BY_NAME,
                Belongings.GROUPS,
                Belongings.APPS,
                Belongings.ROLES,
                UserReach.API_TOKENS,
                LeavingGroups.OPERATION,
                EndingSteps.DEACTIVATE,
                EndingSteps.SUSPEND
            },
            exposure = Exposure.TOOLSET,
            description =
                    "Returns what came of each step of ending the access of somebody who leaves:"
                        + " deactivate, which removes every app for good, or suspend; end all"
                        + " sessions and take tokens back; take the user out of the groups made in"
                        + " Okta. One human yes for all; a step that fails does not stop the"
                        + " others. Call it again where one failed. Deletes nobody and hands"
                        + " nothing over; delete_deactivated_user deletes.")
    Ended offboardUser(
            @McpToolParam(description = People.SURE) String user,
            @McpToolParam(
                            description =
                                    "How the account ends, for example SUSPEND; DEACTIVATE unless"
                                            + " given")
                    @Nullable Ending ending,
            @McpToolParam(
                            description =
                                    "Whether the user stays in the groups, for example true; false"
                                            + " unless given")
                    @Nullable Boolean keepGroups,
            ToolCall call) {
        var who = people.surely(user, call);
        return Ended.of(who, offboarding(who, ending, keepGroups), call);
    }

    @PreviewOf("offboard_user")
    Preview ofOffboarding(
            String user, @Nullable Ending ending, @Nullable Boolean keepGroups, ToolCall call) {
        var who = people.surely(user, call);
        var plan = offboarding(who, ending, keepGroups);
        var told = PlanStep.told(about(who, call), plan);
        var deactivated = PlanStep.does(plan, EndingSteps.OF_DEACTIVATION);
        return reach.ended(told, Belongings.idOf(who), deactivated)
                .undo(new AccessAgain(plan).afterOffboarding());
    }

    /// The account ends first, or its owner could begin a new session while the rest is done. Okta
    /// lets groups go of those who are DEPROVISIONED too
    /// (https://support.okta.com/help/s/article/Deactivated-Users-not-Removed-From-Okta-Groups-Automatically).
    private List<PlanStep> offboarding(
            JsonNode user, @Nullable Ending ending, @Nullable Boolean keepGroups) {
        var closed = ending == Ending.SUSPEND ? steps.suspend(user) : steps.deactivate(user);
        var plan = new ArrayList<>(List.of(closed, steps.sessions(user)));
        if (!Boolean.TRUE.equals(keepGroups)) {
            plan.add(groups.of(user));
        }
        return plan;
    }

    private static Preview about(JsonNode user, ToolCall call) {
        var hidden = HiddenFields.of(call.caller()).contains("login");
        var login = hidden ? "" : user.path("profile").path("login").asString("");
        return Preview.EMPTY
                .target("User %s (%s)".formatted(login, Belongings.idOf(user)))
                .state(UserBrief.named(user), null);
    }
}

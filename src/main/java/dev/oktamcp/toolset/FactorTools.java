package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import java.util.Map;

/// What people prove with that it is them.
@ToolsOf(Toolset.FACTORS)
final class FactorTools {

    private final OktaClient okta;

    FactorTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_user_factors",
            title = "List a user's factors",
            uses = "listFactors",
            description =
                    "Returns the factors that a user has set up and that the org's policies allow,"
                            + " such as Okta Verify, a security key or SMS, with id, type and"
                            + " status. Does not return what else could be set up;"
                            + " list_supported_factors does.")
    Page listUserFactors(
            @McpToolParam(description = UserTools.USER_ID) String userId, PageRequest page) {
        return okta.page("listFactors", Map.of("userId", userId), page);
    }

    @ReadTool(
            name = "list_supported_factors",
            title = "List factors a user can set up",
            uses = "listSupportedFactors",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the types of factors that a user may set up by the org's policies, and"
                            + " whether each is required. Does not set up any; the person does.")
    Page listSupportedFactors(
            @McpToolParam(description = UserTools.USER_ID) String userId, PageRequest page) {
        return okta.page("listSupportedFactors", Map.of("userId", userId), page);
    }

    @DestroyTool(
            name = "unenroll_user_factor",
            title = "Remove a user's factor",
            uses = "unenrollFactor",
            optional = "listFactors",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that one factor of a user is removed, for example that"
                        + " of a lost phone; only the person can set it up again. Of Okta Verify,"
                        + " all factors go together. A human is asked first.")
    Done unenrollUserFactor(
            @McpToolParam(description = UserTools.USER_ID) String userId,
            @McpToolParam(
                            description =
                                    "Factor id, as list_user_factors returns it, for example"
                                            + " opfh52xcuft3J4uZc0g3")
                    String factorId,
            @McpToolParam(
                            description =
                                    "For SMS and voice call: whether the phone number is also"
                                        + " removed from what the person can recover the account"
                                        + " with, for example true; false unless given")
                    @Nullable Boolean removeRecoveryEnrollment) {
        okta.call(
                "unenrollFactor",
                Arguments.of(
                        "userId",
                        userId,
                        "factorId",
                        factorId,
                        "removeRecoveryEnrollment",
                        removeRecoveryEnrollment));
        return new Done("Factor %s of user %s is removed.".formatted(factorId, userId));
    }

    @PreviewOf("unenroll_user_factor")
    Preview ofRemoval(Preview found, String userId, String factorId) {
        return new Reach(okta)
                .named(
                        found,
                        "Other factors of the person: %s.",
                        "listFactors",
                        Map.of("userId", userId),
                        factor ->
                                Belongings.idOf(factor).equals(factorId)
                                        ? null
                                        : UserReach.factor(factor))
                .undo("Only the person can set it up again.");
    }
}

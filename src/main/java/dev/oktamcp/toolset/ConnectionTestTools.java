package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.CredentialKind;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolResult;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;
import dev.oktamcp.tool.Tried;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Whether Okta answers here, area by area. `get_server_info` tells what this server knows by
/// itself; this asks Okta.
@ToolsOf(Toolset.SERVER)
final class ConnectionTestTools {

    private static final String WHICH_ORG = "getWellknownOrgMetadata";

    /// One cheap list of each of the areas that most people need.
    private static final List<String> AREAS =
            List.of(
                    "listUsers",
                    "listGroups",
                    "listApplications",
                    "listLogEvents",
                    "listNetworkZones",
                    "listUserTypes");

    private final OktaClient okta;

    ConnectionTestTools(OktaClient okta) {
        this.okta = okta;
    }

    /// @param milliseconds until Okta had answered; waiting for its rate limit is in it
    /// @param problem null where it works
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Check(String operation, boolean works, long milliseconds, @Nullable String problem) {}

    /// @param orgId null where the filter does not allow to ask for it
    /// @param notAllowed what the filter of this URL does not let through; not tried
    record Report(
            String org,
            @JsonProperty("org_id") @Nullable String orgId,
            CredentialKind credential,
            boolean works,
            List<Check> checks,
            @JsonProperty("not_allowed") List<String> notAllowed) {}

    @ReadTool(
            name = "okta_test",
            title = "Test the way to Okta",
            optional = {
                WHICH_ORG,
                "listUsers",
                "listGroups",
                "listApplications",
                "listLogEvents",
                "listNetworkZones",
                "listUserTypes"
            },
            exposure = Exposure.TOOLSET,
            description =
                    "Returns whether Okta answers: which org, by which kind of credential, and for"
                            + " users, groups, apps, System Log, network zones and user types one"
                            + " small read each, with its time in milliseconds or what Okta has"
                            + " against it. What this URL may not read is not tried. Use it when"
                            + " calls fail or are slow; get_server_info tells what this URL shows.")
    Report oktaTest(ToolCall call) {
        var orgId = okta.allows(WHICH_ORG) ? orgId() : null;
        var allowed = AREAS.stream().filter(okta::allows).toList();
        var checks = okta.together(allowed.stream().map(this::check).toList());
        var works = checks.stream().allMatch(Check::works);
        return new Report(
                call.caller().server().orgUrl(),
                orgId,
                okta.grantedScopes() == null ? CredentialKind.API_TOKEN : CredentialKind.OAUTH,
                works && (orgId != null || !checks.isEmpty()),
                checks,
                AREAS.stream().filter(operation -> !okta.allows(operation)).toList());
    }

    private @Nullable String orgId() {
        var answer = Tried.of(() -> okta.call(WHICH_ORG, Map.of())).value();
        return answer == null ? null : answer.path("id").asString("");
    }

    private Supplier<Check> check(String operation) {
        return () -> {
            var began = System.nanoTime();
            var tried = Tried.of(() -> okta.each(operation, Map.of(), null, 1, _ -> {}));
            var took = Duration.ofNanos(System.nanoTime() - began).toMillis();
            return new Check(operation, tried.failure() == null, took, words(tried.failure()));
        };
    }

    private static @Nullable String words(ToolResult.@Nullable Failure failure) {
        return failure == null ? null : failure.message();
    }
}

package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;
import dev.oktamcp.tool.Tried;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// Where policies apply: to which apps, and to whom.
@ToolsOf(Toolset.POLICIES)
final class PolicyUseTools {

    /// What did not match, and why: Okta leaves both out unless asked. Its guide to access
    /// simulations sends them as two parameters of one name.
    private static final List<String> WHY = List.of("EVALUATED", "RULE");

    private final OktaClient okta;

    PolicyUseTools(OktaClient okta) {
        this.okta = okta;
    }

    /// Types of policies that Okta simulates.
    enum Simulated {
        OKTA_SIGN_ON,
        MFA_ENROLL,
        ACCESS_POLICY,
        PROFILE_ENROLLMENT
    }

    /// @param evaluations as Okta answers: for each type the policies and rules that matched, those
    ///   that did not, and those for which the context did not say enough
    record Simulation(JsonNode evaluations) {}

    @ReadTool(
            name = "list_policy_mappings",
            title = "List what a policy applies to",
            uses = "listPolicyMappings",
            optional = "getApplication",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns what a policy is mapped to, with id, and of apps appId, label and"
                        + " status: those that a change of the policy reaches. Labels are left out"
                        + " where apps can't be read here. Policies that no app is mapped to, such"
                        + " as OKTA_SIGN_ON, apply by their conditions.")
    Page listPolicyMappings(
            @McpToolParam(description = PolicyTools.POLICY) String policyId, PageRequest page) {
        var mappings = okta.page("listPolicyMappings", Map.of("policyId", policyId), page);
        return okta.allows("getApplication") ? addLabels(mappings) : mappings;
    }

    private Page addLabels(Page mappings) {
        var ofApps = new ArrayList<ObjectNode>();
        for (var mapping : mappings.items()) {
            if (mapping instanceof ObjectNode object && object.has("appId")) {
                ofApps.add(object);
            }
        }
        var apps = okta.together(ofApps.stream().map(this::app).toList());
        for (var at = 0; at < apps.size(); at++) {
            var app = apps.get(at).value();
            if (app != null) {
                ofApps.get(at).set("label", app.path("label"));
                ofApps.get(at).set("status", app.path("status"));
            }
        }
        return apps.stream()
                .map(Tried::failure)
                .filter(Objects::nonNull)
                .findFirst()
                .map(first -> noted(mappings, first.message()))
                .orElse(mappings);
    }

    private static Page noted(Page page, String why) {
        var unread = "An app that could not be read has no label here. " + why;
        return new Page(
                page.items(),
                page.nextCursor(),
                page.hasMore(),
                page.total(),
                page.note() == null ? unread : page.note() + " " + unread);
    }

    private Supplier<Tried<ObjectNode>> app(ObjectNode mapping) {
        var id = mapping.path("appId").asString("");
        return () -> Tried.of(() -> okta.call("getApplication", Map.of("appId", id)));
    }

    @ReadTool(
            name = "simulate_policy",
            title = "Simulate policies for a sign-in",
            uses = "createPolicySimulation",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns which policies and rules would decide if a person signed in to an app,"
                            + " by the rules of now: for each type of policy what matched, what did"
                            + " not, and by which conditions. Okta counts the person's groups in."
                            + " Signs nobody in. For what did happen, use get_login_failures.")
    Simulation simulatePolicy(
            @McpToolParam(description = "App id, for example 0oa1gjh63g214q0Hq0g4") String appId,
            @McpToolParam(description = UserTools.USER_ID) String userId,
            @McpToolParam(
                            description =
                                    "Types of policies to simulate, for example"
                                            + " [\"ACCESS_POLICY\"]; all four unless given")
                    @Nullable List<Simulated> policyTypes,
            @McpToolParam(
                            description =
                                    "What else is known of the sign-in. Example: {\"ip\":"
                                            + " \"192.0.2.1\", \"zones\": {\"ids\":"
                                            + " [\"nzouagptWUz5DlLfM0g3\"]}, \"risk\": {\"level\":"
                                            + " \"LOW\"}, \"device\": {\"platform\": \"IOS\","
                                            + " \"registered\": true, \"managed\": false}}")
                    @Nullable Map<String, Object> context) {
        var whole = new LinkedHashMap<String, Object>(context == null ? Map.of() : context);
        whole.put("user", Map.of("id", userId)); // and no groups: Okta takes one of the two alone
        var asked =
                Arguments.of(
                        "appInstance", appId, "policyContext", whole, "policyTypes", policyTypes);
        var arguments = Map.of("expand", WHY, "body", List.of(asked));
        return new Simulation(okta.answer("createPolicySimulation", arguments));
    }
}

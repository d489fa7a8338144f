package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Page;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Policies themselves; their rules, which decide, are for `PolicyRuleTools`.
@ToolsOf(Toolset.POLICIES)
final class PolicyTools {

    static final String POLICY = "Policy id, for example 00pub0oNGTSWTBKOLGLNR";

    /// What Okta shows of policies and rules and does not take.
    static final List<String> READ_ONLY =
            List.of("id", "created", "lastUpdated", "_links", "_embedded");

    private static final String TYPE =
            "Type of policy: ACCESS_POLICY for signing in to apps, OKTA_SIGN_ON for sessions of"
                    + " Okta, MFA_ENROLL for what people set up to sign in with, PASSWORD"
                    + " for passwords and their recovery";

    private final OktaClient okta;

    PolicyTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_policies",
            title = "List policies",
            uses = "listPolicies",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the policies of one type with id, name, status, priority, conditions"
                            + " and settings. The first by priority that fits a person decides."
                            + " Does not return rules, list_policy_rules does, nor the apps of a"
                            + " policy, list_policy_mappings does.")
    Page listPolicies(
            @McpToolParam(description = TYPE) PolicyType type,
            @McpToolParam(description = "Only those with this status, for example ACTIVE")
                    @Nullable Status status,
            @McpToolParam(description = "Beginning of a policy's name, for example Any two")
                    @Nullable String q,
            PageRequest page) {
        return okta.page(
                "listPolicies", Arguments.of("type", type, "status", status, "q", q), page);
    }

    @ReadTool(
            name = "get_policy",
            title = "Get policy",
            uses = "getPolicy",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one policy: type, name, status, priority, conditions and settings, and"
                            + " whether it is the system's own. Does not return its rules;"
                            + " list_policy_rules does.")
    ObjectNode getPolicy(@McpToolParam(description = POLICY) String policyId) {
        return okta.call("getPolicy", Map.of("policyId", policyId));
    }

    @ChangeTool(
            name = "create_policy",
            title = "Create policy",
            uses = "createPolicy",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the new policy, ACTIVE unless activate is false. Without rules it"
                        + " applies to nobody: create_policy_rule adds them. Of the types that are"
                        + " not named here, Okta has one policy each and makes no more. A human is"
                        + " asked first.")
    ObjectNode createPolicy(
            @McpToolParam(description = "Type of policy, for example ACCESS_POLICY")
                    PolicyType.Creatable type,
            @McpToolParam(
                            description =
                                    "Name, new among the policies of its type, for example Any two"
                                            + " factors")
                    String name,
            @McpToolParam(
                            description =
                                    "What else: description, priority (1 is the first), and by type"
                                            + " conditions and settings. Example for PASSWORD:"
                                            + " {\"conditions\": {\"people\": {\"groups\":"
                                            + " {\"include\": [\"00g1emaKYZTWRYYRRTSK\"]}}},"
                                            + " \"settings\": {\"password\": {\"complexity\":"
                                            + " {\"minLength\": 14}}}}")
                    @Nullable Map<String, Object> details,
            @McpToolParam(
                            description =
                                    "Whether it applies at once, for example false; true unless"
                                            + " given")
                    @Nullable Boolean activate) {
        var policy = new LinkedHashMap<>(details == null ? Map.of() : details);
        policy.put("type", type);
        policy.put("name", name);
        return okta.call("createPolicy", Arguments.of("body", policy, "activate", activate));
    }

    @DestroyTool(
            name = "update_policy",
            title = "Update policy",
            uses = {"getPolicy", "replacePolicy"},
            optional = "listPolicyMappings",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a changed policy. What is given is set, null takes out, a list"
                        + " replaces the list, and all else stays: the policy is read first, since"
                        + " Okta replaces the whole. Does not change rules, update_policy_rule"
                        + " does, nor the status. A human is asked first.")
    ObjectNode updatePolicy(
            @McpToolParam(description = POLICY) String policyId,
            @McpToolParam(
                            description =
                                    "What to change, for example {\"name\": \"Any two factors\"} or"
                                            + " {\"settings\": {\"password\": {\"age\":"
                                            + " {\"maxAgeDays\": 90}}}}")
                    Map<String, Object> changes) {
        PolicyStateTools.refuseStatus(changes, "policy");
        var now = okta.call("getPolicy", Map.of("policyId", policyId));
        var whole = PartialUpdate.of(now, changes, READ_ONLY);
        return okta.call("replacePolicy", Map.of("policyId", policyId, "body", whole));
    }

    @DestroyTool(
            name = "delete_policy",
            title = "Delete policy",
            uses = {"getPolicy", "deletePolicy"},
            optional = {"listPolicyMappings", "listPolicyRules"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a policy is deleted with all its rules; whom it"
                            + " applied to falls to the next one that fits. The system's own"
                            + " policies stay. To undo it later, use deactivate_policy. A human is"
                            + " asked first.")
    Done deletePolicy(@McpToolParam(description = POLICY) String policyId) {
        var policy = okta.call("getPolicy", Map.of("policyId", policyId));
        refuseSystem(policy, "policy", "deleted");
        okta.call("deletePolicy", Map.of("policyId", policyId));
        return new Done("Policy %s is deleted, with its rules.".formatted(policyId));
    }

    @PreviewOf("update_policy")
    Preview ofUpdate(Preview found, String policyId) {
        return withApps(okta, found, policyId);
    }

    @PreviewOf("delete_policy")
    Preview ofDelete(Preview found, String policyId) {
        var id = Map.of("policyId", policyId);
        var rules = "Rules that go with it: %s.";
        var counted = new Reach(okta).counted(found, rules, "listPolicyRules", id);
        return withApps(okta, counted, policyId);
    }

    static Preview withApps(OktaClient okta, Preview found, String policyId) {
        return new Reach(okta)
                .counted(
                        found,
                        "Apps and others that are mapped to the policy: %s.",
                        "listPolicyMappings",
                        Map.of("policyId", policyId));
    }

    /// @param what a policy or a rule, in a word
    static void refuseSystem(JsonNode item, String what, String done) {
        if (item.path("system").asBoolean(false)) {
            throw Refusal.nothingChanged(
                    "%s is the %s that Okta made, for everybody whom no other fits, and can't be %s. It can be changed by update_%s."
                            .formatted(
                                    item.path("name").asString("This"),
                                    what,
                                    done,
                                    what.equals("rule") ? "policy_rule" : "policy"));
        }
    }
}

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

import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.Map;

/// The rules of a policy: for whom, and what then.
@ToolsOf(Toolset.POLICIES)
final class PolicyRuleTools {

    static final String RULE =
            "Rule id, as list_policy_rules returns it, for example 0prub0oNGTSWTBKOLGLN";

    private final OktaClient okta;

    PolicyRuleTools(OktaClient okta) {
        this.okta = okta;
    }

    @ReadTool(
            name = "list_policy_rules",
            title = "List policy rules",
            uses = "listPolicyRules",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the rules of a policy with id, name, status, priority, conditions (for"
                            + " whom, from where) and actions (what is asked or allowed). The first"
                            + " active one by priority that fits decides. simulate_policy tells"
                            + " which that is for one person.")
    Page listPolicyRules(
            @McpToolParam(description = PolicyTools.POLICY) String policyId, PageRequest page) {
        return okta.page("listPolicyRules", Map.of("policyId", policyId), page);
    }

    @ReadTool(
            name = "get_policy_rule",
            title = "Get policy rule",
            uses = "getPolicyRule",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns one rule of a policy: name, status, priority, conditions and actions,"
                            + " and whether it is the system's own.")
    ObjectNode getPolicyRule(
            @McpToolParam(description = PolicyTools.POLICY) String policyId,
            @McpToolParam(description = RULE) String ruleId) {
        return okta.call("getPolicyRule", Map.of("policyId", policyId, "ruleId", ruleId));
    }

    @ChangeTool(
            name = "create_policy_rule",
            title = "Create policy rule",
            uses = {"getPolicy", "createPolicyRule"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the new rule of a policy, ACTIVE unless activate is false: it then"
                            + " decides at the next sign-in where it is the first that fits. Its"
                            + " type follows from the policy's. A human is asked first.")
    ObjectNode createPolicyRule(
            @McpToolParam(description = PolicyTools.POLICY) String policyId,
            @McpToolParam(description = "Name, new in the policy, for example Outside the office")
                    String name,
            @McpToolParam(
                            description =
                                    "conditions, actions and priority, by type of policy. Example"
                                            + " for ACCESS_POLICY: {\"conditions\": {\"network\":"
                                            + " {\"connection\": \"ZONE\", \"include\":"
                                            + " [\"nzouagptWUz5DlLfM0g3\"]}}, \"actions\":"
                                            + " {\"appSignOn\": {\"access\": \"DENY\"}}}")
                    Map<String, Object> rule,
            @McpToolParam(
                            description =
                                    "Whether it applies at once, for example false; true unless"
                                            + " given")
                    @Nullable Boolean activate) {
        var body = new LinkedHashMap<>(rule);
        body.put("name", name);
        body.put("type", PolicyType.ofRules(typeThatTakesRules(policyId)));
        return okta.call(
                "createPolicyRule",
                Arguments.of("policyId", policyId, "body", body, "activate", activate));
    }

    private String typeThatTakesRules(String policyId) {
        var policy = okta.call("getPolicy", Map.of("policyId", policyId));
        var type = policy.path("type").asString("");
        if (!PolicyType.takesRules(type)) {
            throw Refusal.nothingChanged(
                    "policy %s is of type %s, and such policies have one rule, which Okta made. Use update_policy_rule to change it."
                            .formatted(policyId, type));
        }
        return type;
    }

    @DestroyTool(
            name = "update_policy_rule",
            title = "Update policy rule",
            uses = {"getPolicyRule", "replacePolicyRule"},
            optional = "listPolicyMappings",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a changed rule of a policy. What is given is set, null takes out, a"
                            + " list replaces the list, and all else stays: the rule is read first,"
                            + " since Okta replaces the whole. Of the rule that Okta made, only the"
                            + " actions change. Does not change the status. A human is asked"
                            + " first.")
    ObjectNode updatePolicyRule(
            @McpToolParam(description = PolicyTools.POLICY) String policyId,
            @McpToolParam(description = RULE) String ruleId,
            @McpToolParam(
                            description =
                                    "What to change, for example {\"priority\": 1} or {\"actions\":"
                                            + " {\"signon\": {\"requireFactor\": true}}}")
                    Map<String, Object> changes) {
        PolicyStateTools.refuseStatus(changes, "policy_rule");
        var now = okta.call("getPolicyRule", Map.of("policyId", policyId, "ruleId", ruleId));
        var whole = PartialUpdate.of(now, changes, PolicyTools.READ_ONLY);
        return okta.call(
                "replacePolicyRule", Map.of("policyId", policyId, "ruleId", ruleId, "body", whole));
    }

    @DestroyTool(
            name = "delete_policy_rule",
            title = "Delete policy rule",
            uses = {"getPolicyRule", "deletePolicyRule"},
            optional = "listPolicyMappings",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a rule of a policy is deleted: where it decided,"
                            + " the next rule that fits does. The rule that Okta made stays. To"
                            + " undo it later, use deactivate_policy_rule. A human is asked first.")
    Done deletePolicyRule(
            @McpToolParam(description = PolicyTools.POLICY) String policyId,
            @McpToolParam(description = RULE) String ruleId) {
        var rule = Map.of("policyId", policyId, "ruleId", ruleId);
        PolicyTools.refuseSystem(okta.call("getPolicyRule", rule), "rule", "deleted");
        okta.call("deletePolicyRule", rule);
        return new Done("Rule %s of policy %s is deleted.".formatted(ruleId, policyId));
    }

    @PreviewOf("update_policy_rule")
    Preview ofUpdate(Preview found, String policyId) {
        return PolicyTools.withApps(okta, found, policyId);
    }

    @PreviewOf("delete_policy_rule")
    Preview ofDelete(Preview found, String policyId) {
        return PolicyTools.withApps(okta, found, policyId);
    }
}

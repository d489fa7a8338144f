package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.ChangeTool;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.springframework.ai.mcp.annotation.McpToolParam;

import java.util.List;
import java.util.Map;

/// Policies and rules switched on and off.
@ToolsOf(Toolset.POLICIES)
final class PolicyStateTools {

    private static final List<String> NOT_CHANGED =
            List.of("status", "type", "system", "id", "created", "lastUpdated");

    private final OktaClient okta;

    PolicyStateTools(OktaClient okta) {
        this.okta = okta;
    }

    /// Refuses to change in passing what is for the tools here, or for nobody.
    ///
    /// @param what `policy` or `policy_rule`
    static void refuseStatus(Map<String, ?> changes, String what) {
        Refusal.ifNamed(
                changes,
                NOT_CHANGED,
                "For status, use activate_%1$s or deactivate_%1$s; the rest is Okta's."
                        .formatted(what));
    }

    @ChangeTool(
            name = "activate_policy",
            title = "Activate policy",
            uses = "activatePolicy",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a policy is ACTIVE: from the next sign-in on, its"
                            + " active rules apply to whom it fits. A human is asked first.")
    Done activatePolicy(@McpToolParam(description = PolicyTools.POLICY) String policyId) {
        okta.call("activatePolicy", Map.of("policyId", policyId));
        return new Done("Policy %s is active.".formatted(policyId));
    }

    @DestroyTool(
            name = "deactivate_policy",
            title = "Deactivate policy",
            uses = {"getPolicy", "deactivatePolicy"},
            optional = "listPolicyMappings",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a policy is INACTIVE and kept with its rules: whom"
                            + " it applied to falls to the next one that fits. activate_policy"
                            + " brings it back. The system's own policies stay active. A human is"
                            + " asked first.")
    Done deactivatePolicy(@McpToolParam(description = PolicyTools.POLICY) String policyId) {
        var policy = okta.call("getPolicy", Map.of("policyId", policyId));
        PolicyTools.refuseSystem(policy, "policy", "deactivated");
        okta.call("deactivatePolicy", Map.of("policyId", policyId));
        return new Done("Policy %s is inactive.".formatted(policyId));
    }

    @ChangeTool(
            name = "activate_policy_rule",
            title = "Activate policy rule",
            uses = "activatePolicyRule",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a rule of a policy is ACTIVE: from the next"
                        + " sign-in on it decides where it is the first that fits. A human is asked"
                        + " first.")
    Done activatePolicyRule(
            @McpToolParam(description = PolicyTools.POLICY) String policyId,
            @McpToolParam(description = PolicyRuleTools.RULE) String ruleId) {
        okta.call("activatePolicyRule", Map.of("policyId", policyId, "ruleId", ruleId));
        return new Done("Rule %s of policy %s is active.".formatted(ruleId, policyId));
    }

    @DestroyTool(
            name = "deactivate_policy_rule",
            title = "Deactivate policy rule",
            uses = {"getPolicyRule", "deactivatePolicyRule"},
            optional = "listPolicyMappings",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns a confirmation that a rule of a policy is INACTIVE and kept: where it"
                            + " decided, the next rule that fits does. activate_policy_rule brings"
                            + " it back. The rule that Okta made stays active. A human is asked"
                            + " first.")
    Done deactivatePolicyRule(
            @McpToolParam(description = PolicyTools.POLICY) String policyId,
            @McpToolParam(description = PolicyRuleTools.RULE) String ruleId) {
        var rule = Map.of("policyId", policyId, "ruleId", ruleId);
        PolicyTools.refuseSystem(okta.call("getPolicyRule", rule), "rule", "deactivated");
        okta.call("deactivatePolicyRule", rule);
        return new Done("Rule %s of policy %s is inactive.".formatted(ruleId, policyId));
    }

    @PreviewOf("deactivate_policy")
    Preview ofDeactivation(Preview found, String policyId) {
        return PolicyTools.withApps(okta, found, policyId)
                .undo("activate_policy brings it back, with its rules.");
    }

    @PreviewOf("deactivate_policy_rule")
    Preview ofRuleDeactivation(Preview found, String policyId) {
        return PolicyTools.withApps(okta, found, policyId)
                .undo("activate_policy_rule brings it back.");
    }
}

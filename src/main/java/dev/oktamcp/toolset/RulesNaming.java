package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.ToolException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The rules of policies that name something, for the human who is asked about it.
record RulesNaming(OktaClient okta) {

    static final String POLICIES = "listPolicies";

    /// Of one type; more than an org has.
    private static final int MOST_POLICIES = 1000;

    /// Those whose rules can ask where somebody is.
    private static final List<PolicyType> BY_NETWORK =
            List.of(
                    PolicyType.OKTA_SIGN_ON,
                    PolicyType.ACCESS_POLICY,
                    PolicyType.PASSWORD,
                    PolicyType.MFA_ENROLL,
                    PolicyType.IDP_DISCOVERY);

    Preview zone(Preview found, String zoneId) {
        return told(
                found,
                BY_NETWORK,
                rule ->
                        has(rule.at("/conditions/network/include"), zoneId)
                                || has(rule.at("/conditions/network/exclude"), zoneId));
    }

    Preview deviceAssurance(Preview found, String id) {
        return told(
                found,
                List.of(PolicyType.ACCESS_POLICY),
                rule -> has(rule.at("/conditions/device/assurance/include"), id));
    }

    private static boolean has(JsonNode ids, String id) {
        return ids.valueStream().anyMatch(each -> each.asString("").equals(id));
    }

    private Preview told(Preview found, List<PolicyType> types, Predicate<JsonNode> naming) {
        if (!okta.allows(POLICIES)) {
            return found.note(
                    "Which rules name it is not known: this MCP server does not let %s through."
                            .formatted(POLICIES));
        }
        var reads = new ArrayList<Supplier<Found>>();
        types.forEach(type -> reads.add(() -> read(type, naming)));
        var all = okta.together(reads);
        var names = all.stream().flatMap(each -> each.names.stream()).toList();
        var complete = all.stream().allMatch(each -> each.complete);
        var number = complete ? "" + names.size() : "at least " + names.size();
        var told = found.reach("Rules that name it: %s.".formatted(Reach.listed(names, number)));
        return complete ? told : told.note("Not all rules of policies could be looked through.");
    }

    /// A type that an org does not have is refused.
    private Found read(PolicyType type, Predicate<JsonNode> naming) {
        var found = new Found();
        var ofType = Map.of("type", type.name(), "expand", "rules");
        try {
            var rest =
                    okta.each(
                            POLICIES,
                            ofType,
                            null,
                            MOST_POLICIES,
                            policy -> look(policy, naming, found));
            found.complete &= !rest.hasMore() && rest.note() == null;
        } catch (ToolException e) {
            found.complete = false;
        }
        return found;
    }

    /// Okta's documents name `expand` and not its values: where no rules came, none were looked
    /// through.
    private void look(JsonNode policy, Predicate<JsonNode> naming, Found found) {
        var rules = policy.at("/_embedded/rules");
        found.complete &= rules.isArray();
        for (var rule : rules) {
            if (naming.test(rule)) {
                found.names.add("%s of %s".formatted(called(rule), called(policy)));
            }
        }
    }

    private String called(JsonNode item) {
        return item instanceof ObjectNode object ? okta.named(object) : "";
    }

    private static final class Found {
        private final List<String> names = new ArrayList<>();
        private boolean complete = true;
    }
}

package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.Rest;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rules that put people into groups, by group.
///
/// @param rest what was not read, where there are very many
record GroupRuleIndex(Map<String, List<Rule>> byGroup, Rest rest) {

    static final String OPERATION = "listGroupRules";

    /// Okta allows 2,000 rules an org.
    private static final int MOST = 2000;

    static final GroupRuleIndex NONE = new GroupRuleIndex(Map.of(), new Rest(null, false, null));

    /// @param expression whom it takes, in Okta's expression language
    /// @param excludesUser whether it names the user as one whom it does not take
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rule(
            String id,
            @Nullable String name,
            @Nullable String status,
            @Nullable String expression,
            @JsonProperty("excludes_user") boolean excludesUser) {

        static Rule of(JsonNode rule, String userId) {
            var excluded = rule.at("/conditions/people/users/exclude").valueStream();
            return new Rule(
                    Belongings.idOf(rule),
                    LogEvent.text(rule, "/name"),
                    LogEvent.text(rule, "/status"),
                    LogEvent.text(rule, "/conditions/expression/value"),
                    excluded.anyMatch(id -> id.asString("").equals(userId)));
        }
    }

    static GroupRuleIndex read(OktaClient okta, String userId) {
        var byGroup = new HashMap<String, List<Rule>>();
        var rest =
                okta.each(
                        OPERATION,
                        Map.of(),
                        null,
                        MOST,
                        rule -> {
                            for (var group : rule.at("/actions/assignUserToGroups/groupIds")) {
                                byGroup.computeIfAbsent(group.asString(""), _ -> new ArrayList<>())
                                        .add(Rule.of(rule, userId));
                            }
                        });
        return new GroupRuleIndex(byGroup, rest);
    }

    List<Rule> of(String groupId) {
        return byGroup.getOrDefault(groupId, List.of());
    }
}

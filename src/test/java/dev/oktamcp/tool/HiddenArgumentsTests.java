package dev.oktamcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;

@ServerTest
class HiddenArgumentsTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    HiddenArgumentsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.hiding("Salary", "email", "budget"));
    }

    private void refused(String tool, Map<String, ?> arguments, String named) {
        var result = client.call(tool, arguments);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).containsIgnoringCase(named).contains("hides");
        assertThat(org.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile.salary gt \"1\"",
                "profile.SALARY gt \"1\"",
                "profile . salary pr",
                "status eq \"ACTIVE\" and not (profile.salary lt \"9\")",
                "urn:okta:user:salary gt 1",
                "profile[salary gt 1]",
                "salary pr",
                "\"profile.salary\" pr"
            })
    void noSearchGoesByAHiddenAttribute(String search) {
        refused("list_users", Map.of("search", search), "salary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list_users       | filter | profile.email eq \"ada@example.com\" | email",
                "list_users       | q      | ada                                  | email",
                "list_groups      | search | profile.budget sw \"1\"              | budget",
                "get_logs         | filter | debugContext.debugData.salary pr     | salary",
                "count_log_events | filter | target.salary gt 1                   | salary"
            })
    void noOtherWayOfAskingDoesEither(String tool, String name, String value, String attribute) {
        var arguments =
                tool.equals("count_log_events")
                        ? Map.of(name, value, "group_by", "actor")
                        : Map.of(name, value);

        refused(tool, arguments, attribute);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.salary > 1",
                "user.Salary > 1",
                "user[\"salary\"] > 1",
                "user.getInternalProperty(\"salary\") > 1",
                "user[\"sal\" + \"ary\"] > 1",
                "user.getInternalProperty(\"sal\" + \"ary\") > 1",
                "user.getInternalProperty(String.append(\"sal\", \"ary\")) > 1",
                "String.startsWith(user.email, \"a\")"
            })
    void noRuleTakesPeopleByAHiddenAttribute(String expression) {
        var rule = Map.of("name", "Rich", "expression", expression, "group_ids", List.of("00g1"));

        var result = client.call("create_group_rule", rule);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("/expression").contains("hides");
        assertThat(org.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"body\":{\"properties\":{\"nick\":{\"expression\":\"source.salary\"}}}}",
                "{\"body\":{\"settings\":[{\"values\":[\"user.salary\"]}]}}",
                "{\"body\":{\"userNameTemplate\":{\"template\":\"${source.salary}\"}}}",
                "{\"body\":{\"value\":\"user['sal'+'ary']\"}}",
                "{\"body\":{\"matchAttribute\":\"salary\"}}",
                "{\"body\":[{\"op\":\"test\",\"path\":\"/profile/salary\",\"value\":1}]}",
                "{\"body\":\"<p>${user.profile.salary}</p>\"}",
                "{\"sortBy\":\"profile.salary\"}",
                "{\"fields\":[\"profile:(salary)\"]}",
                "{\"q\":\"ada\"}"
            })
    void noArgumentAtAnyDepthReadsOne(String arguments) {
        var params = "{\"name\":\"test_listUsers\",\"arguments\":%s}".formatted(arguments);

        var response = client.request("tools/call", params).toString();

        assertThat(response).contains("INVALID_ARGUMENTS").contains("hides");
        assertThat(org.requests()).isEmpty();
    }

    @Test
    void otherAttributesAreSearchedBy() {
        org.hasUser("searched.for@example.com");

        var page =
                client.call(
                        "list_users",
                        Map.of("search", "profile.login eq \"searched.for@example.com\""));

        assertThat(page.value().path("items")).hasSize(1);
    }

    @Test
    void aWordThatLooksLikeAHiddenAttributeIsNoReading() {
        var rule = client.call("list_group_rules", Map.of("search", "salary"));
        var user = client.call("get_user", Map.of("user_id", "no.salary@example.com"));

        assertThat(rule.failed()).isFalse();
        assertThat(user.text()).contains("E0000007");
    }

    @Test
    void aHiddenAttributeIsWrittenAndNotShown() {
        var user = org.hasUser("written@example.com");
        var raise = Map.of("user_id", user, "profile", Map.of("salary", "canary-1", "city", "Ulm"));

        var answer = client.call("update_user", raise).value();

        assertThat(answer.at("/profile/city").stringValue()).isEqualTo("Ulm");
        assertThat(answer.toString()).doesNotContain("canary").doesNotContain("salary");
        assertThat(
                        RawClient.connected(servers.readOnly())
                                .call("get_user", Map.of("user_id", user))
                                .value()
                                .at("/profile/salary")
                                .stringValue())
                .isEqualTo("canary-1");
    }

    @Test
    void whatIsHiddenFromOneServerIsNotFromAnother() {
        var open = RawClient.connected(servers.readOnly());

        assertThat(open.call("list_users", Map.of("search", "profile.salary pr")).failed())
                .isFalse();
    }
}

package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// `search_operations` and `describe_operation`.
@ServerTest
class SearchToolsTests {

    private final TestServers servers;

    SearchToolsTests(@Autowired TestServers servers) {
        this.servers = servers;
    }

    private static JsonNode found(RawClient client, String query) {
        return client.call("search_operations", Map.of("query", query)).value();
    }

    private static List<String> ids(JsonNode found) {
        return found.path("operations").findValuesAsString("operation");
    }

    @Test
    void findsWhatASentenceMeans() {
        var found = found(RawClient.connected(servers.full()), "freeze the account of a user");

        assertThat(ids(found)).hasSize(10).contains("suspendUser");
        var suspend =
                found.path("operations")
                        .valueStream()
                        .filter(each -> each.path("operation").asString().equals("suspendUser"))
                        .findFirst()
                        .orElseThrow();
        assertThat(suspend.path("effect").asString()).isEqualTo("CHANGE");
        assertThat(suspend.path("call_by").asString()).isEqualTo("call_change");
        assertThat(suspend.path("scopes").toString()).contains("okta.users.manage");
        assertThat(suspend.path("better_tool").asString()).isEqualTo("suspend_user");
        assertThat(suspend.path("does").asString()).startsWith("Blocks");
        assertThat(found.path("more").asInt()).isPositive();
    }

    @Test
    void findsOnlyWhatTheCallerMayCall() {
        var found = found(RawClient.connected(servers.readOnly()), "suspend or delete a user");

        assertThat(found.path("operations").findValuesAsString("effect")).containsOnly("READ");
    }

    @Test
    void findsNothingThatIsExcluded() {
        var filter = new Filter(Set.of("read"), Set.of(), Set.of(), Set.of("listUsers"), Set.of());

        var found = found(RawClient.connected(servers.with(filter)), "list all users");

        assertThat(ids(found)).isNotEmpty().doesNotContain("listUsers");
    }

    @Test
    void findsWhatTheCredentialCanNeverCallWithTheReason() {
        var found =
                found(RawClient.connected(servers.full()), "security access reviews that are mine");

        assertThat(found.path("out_of_reach").size()).isBetween(1, 3);
        assertThat(found.at("/out_of_reach/0/reason").asString()).startsWith("Okta ");
    }

    @Test
    void saysSoWhereNothingFits() {
        var found = found(RawClient.connected(servers.full()), "zzz qqq");

        assertThat(found.path("operations")).isEmpty();
        assertThat(found.path("more").asInt()).isZero();
    }

    @Test
    void describesAnOperationWithAnExampleThatFits() {
        var client = RawClient.connected(servers.full());

        var described =
                client.call("describe_operation", Map.of("operation", "createUser")).value();

        assertThat(described.path("request").asString()).isEqualTo("POST /api/v1/users");
        assertThat(described.path("call_by").asString()).isEqualTo("call_change");
        assertThat(described.at("/arguments_schema/properties/body/properties/credentials"))
                .isNotEmpty();
        assertThat(described.toString()).doesNotContain("[redacted]");
        assertThat(described.at("/example/operation").asString()).isEqualTo("createUser");
        assertThat(described.at("/example/arguments/body/profile").isObject()).isTrue();
    }

    @Test
    void describesOneKindOfABody() {
        var client = RawClient.connected(servers.full());
        var saml = Map.of("operation", "createApplication", "kind", "SAML_2_0");

        var all = client.call("describe_operation", Map.of("operation", "createApplication"));
        var one = client.call("describe_operation", saml).value();
        var none =
                client.call(
                        "describe_operation",
                        Map.of("operation", "createApplication", "kind", "SAML"));

        assertThat(all.value().path("kinds").toString()).contains("SAML_2_0", "OPENID_CONNECT");
        assertThat(one.at("/example/arguments/body/signOnMode").asString()).isEqualTo("SAML_2_0");
        assertThat(one.at("/arguments_schema/properties/body/properties/settings").toString())
                .contains("signOn");
        assertThat(none.text()).contains("no kind SAML.", "SAML_2_0");
    }

    @Test
    void describesNothingThatIsHidden() {
        var client = RawClient.connected(servers.readOnly());

        var hidden = client.call("describe_operation", Map.of("operation", "deleteUser"));
        var unknown = client.call("describe_operation", Map.of("operation", "deleteUsre"));

        assertThat(hidden.code()).isEqualTo("UNKNOWN_OPERATION").isEqualTo(unknown.code());
    }

    @Test
    void costsLittle() {
        var list = RawClient.connected(servers.full()).request("tools/list", "{}");
        var characters =
                list.at("/result/tools")
                        .valueStream()
                        .filter(tool ->
                                tool.path("name").asString().matches("call_.*|.*_operations?"))
                        .mapToInt(tool -> tool.toString().length())
                        .sum();

        // Four characters are a token, as a rule of thumb.
        assertThat(characters / 4).isBetween(500, 1500);
    }
}

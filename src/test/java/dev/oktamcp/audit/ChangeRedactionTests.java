package dev.oktamcp.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// What a preview says to change from and to is no way around what hides a property by its name.
@ServerTest
class ChangeRedactionTests {

    private final TestServers servers;

    ChangeRedactionTests(@Autowired TestServers servers) {
        this.servers = servers;
    }

    /// With `!` for quotes inside of a text.
    private static String quoted(String json) {
        return json.replace((char) 39, '"').replace("!", "\\\"");
    }

    private static String shown(RawClient client, String json) {
        var text = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        return client.call("test_given", Map.of("text", text)).value().toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'changes': {'password': {'from': null, 'to': 'canary'}}}",
                "{'changes': {'credentials': {'password': {'from': null, 'to': {'value':"
                        + " 'canary'}}}}}",
                "{'changes': {'credentials': {'from': null, 'to': {'password': {'value':"
                        + " 'canary'}}}}}",
                "{'changes': {'channel': {'authScheme': {'value': {'from': 'canary', 'to':"
                        + " 'b'}}}}}",
                "{'changes': {'clientSecret': {'from': 'canary', 'to': 'canary'}}}",
                "{'text': '{!password!: !canary!}'}",
                "{'texts': ['[{!clientSecret!: !canary!}]']}",
                "{'profile': {'tac': 'canary'}, 'nextPassCode': 'canary'}",
                "{'changes': {'headers': {'from': [{'key': 'x', 'value': 'canary'}], 'to': []}}}"
            })
    void showsNoSecret(String json) {
        var client = RawClient.connected(servers.readOnly());

        assertThat(shown(client, quoted(json))).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'changes': {'profile': {'salary': {'from': 'canary', 'to': '2'}}}}",
                "{'changes': {'salary': {'from': 'canary', 'to': '2'}}}",
                "{'changes': {'profile': {'from': null, 'to': {'salary': 'canary'}}}}",
                "{'changes': {'value': {'from': 'user.salary > 1 || canary', 'to': ''}}}"
            })
    void showsNothingThatIsHidden(String json) {
        var client = RawClient.connected(servers.hiding("salary"));

        assertThat(shown(client, json.replace((char) 39, '"'))).doesNotContain("canary");
    }
}

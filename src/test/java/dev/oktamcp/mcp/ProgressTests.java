package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/// Progress as it goes over the wire.
@ServerTest
class ProgressTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestServers servers;

    ProgressTests(@Autowired TestServers servers) {
        this.servers = servers;
    }

    private List<JsonNode> messages(String meta) {
        var body =
                RawClient.connected(servers.readOnly())
                        .post(
                                """
                                {"jsonrpc":"2.0","id":7,"method":"tools/call",
                                 "params":{"name":"test_progress","arguments":{}%s}}\
                                """
                                        .formatted(meta))
                        .body();
        return body.startsWith("{")
                ? List.of(JSON.readTree(body))
                : body.lines()
                        .filter(line -> line.startsWith("data:"))
                        .map(line -> line.substring("data:".length()).strip())
                        .filter(data -> !data.isEmpty())
                        .map(JSON::readTree)
                        .toList();
    }

    @Test
    void comesInOrderAndBeforeTheResult() {
        var messages = messages(",\"_meta\":{\"progressToken\":\"p1\"}");

        assertThat(messages).hasSize(3);
        assertThat(messages.get(0).at("/params/progress").doubleValue()).isEqualTo(1.0);
        assertThat(messages.get(1).at("/params/progress").doubleValue()).isEqualTo(2.0);
        assertThat(messages.get(1).at("/params/progressToken").asString()).isEqualTo("p1");
        assertThat(messages.get(2).at("/id").intValue()).isEqualTo(7);
    }

    @Test
    void isNotSentToWhoDoesNotAsk() {
        assertThat(messages("")).singleElement().matches(message -> message.has("result"));
    }
}

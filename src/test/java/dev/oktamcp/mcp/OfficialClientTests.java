package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.Tool;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// The MCP Java SDK's own client, over HTTP.
@ServerTest
class OfficialClientTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final List<ProgressNotification> progress = new CopyOnWriteArrayList<>();
    private final List<McpSyncClient> clients = new CopyOnWriteArrayList<>();
    private String user = "";

    OfficialClientTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
    }

    @BeforeEach
    void aUser() {
        user = org.hasUser("confirmed@example.com", "ACTIVE");
    }

    @AfterEach
    void close() {
        clients.forEach(McpSyncClient::close);
    }

    private McpSyncClient client(String url, ElicitResult.Action answer) {
        var uri = URI.create(url);
        var transport =
                HttpClientStreamableHttpTransport.builder("http://" + uri.getAuthority())
                        .endpoint(uri.getPath())
                        .build();
        var client =
                McpClient.sync(transport)
                        .requestTimeout(Duration.ofSeconds(20))
                        .capabilities(ClientCapabilities.builder().elicitation().build())
                        .progressConsumer(progress::add)
                        .elicitation(asked -> {
                            questions.add(asked.message());
                            return new ElicitResult(answer, Map.of());
                        })
                        .build();
        client.initialize();
        clients.add(client);
        return client;
    }

    private static CallToolRequest request(String tool, Map<String, Object> arguments) {
        return CallToolRequest.builder(tool).arguments(arguments).build();
    }

    private CallToolResult deactivate(ElicitResult.Action answer) {
        return client(servers.full(), answer)
                .callTool(request("deactivate_user", Map.of("user_id", user)));
    }

    @Test
    void listsWhatItsUrlShows() {
        var readOnly = client(servers.readOnly(), ElicitResult.Action.DECLINE).listTools().tools();
        var full = client(servers.full(), ElicitResult.Action.DECLINE).listTools().tools();

        assertThat(readOnly)
                .extracting(Tool::name)
                .contains("list_users")
                .doesNotContain("deactivate_user");
        assertThat(full).extracting(Tool::name).contains("list_users", "deactivate_user");
    }

    @Test
    void callsATool() {
        var client = client(servers.readOnly(), ElicitResult.Action.DECLINE);

        var result = client.callTool(request("get_user", Map.of("user_id", user)));

        assertThat(result.isError()).isFalse();
        assertThat(result.structuredContent().toString()).contains("confirmed@example.com");
    }

    @Test
    void isRefusedAHiddenToolLikeAnUnknownOne() {
        var client = client(servers.readOnly(), ElicitResult.Action.ACCEPT);

        assertThatThrownBy(() -> client.callTool(request("deactivate_user", Map.of())))
                .isInstanceOf(McpError.class)
                .hasMessage("Unknown tool: deactivate_user");
        assertThatThrownBy(() -> client.callTool(request("deactivate_usex", Map.of())))
                .isInstanceOf(McpError.class)
                .hasMessage("Unknown tool: deactivate_usex");
        assertThat(questions).isEmpty();
    }

    @Test
    void isAskedAndAYesIsDone() {
        var result = deactivate(ElicitResult.Action.ACCEPT);

        assertThat(questions).singleElement().asString().contains("Deactivate user").contains(user);
        assertThat(result.isError()).isFalse();
        assertThat(org.statusOf(user)).isEqualTo("DEPROVISIONED");
    }

    @Test
    void isAskedAndANoIsANo() {
        var result = deactivate(ElicitResult.Action.DECLINE);

        assertThat(questions).hasSize(1);
        assertThat(result.isError()).isTrue();
        assertThat(result.content().toString()).contains("The user said no");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void isAskedAndAClosedQuestionIsANo() {
        assertThat(deactivate(ElicitResult.Action.CANCEL).isError()).isTrue();
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void isNotAskedAboutWhatWouldFailAnyway() {
        var client = client(servers.full(), ElicitResult.Action.ACCEPT);

        var result = client.callTool(request("deactivate_user", Map.of("user", "x")));

        assertThat(result.isError()).isTrue();
        assertThat(questions).isEmpty();
    }

    /// The client hands notifications on by several threads; their order on the wire is a matter of
    /// `ProgressTests`.
    @Test
    void isToldOfProgressWhereItAsks() {
        var client = client(servers.readOnly(), ElicitResult.Action.DECLINE);
        var request =
                CallToolRequest.builder("test_progress")
                        .arguments(Map.of())
                        .progressToken("p1")
                        .build();

        var result = client.callTool(request);

        assertThat(result.isError()).isFalse();
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(progress)
                                .extracting(ProgressNotification::progress)
                                .containsExactlyInAnyOrder(1.0, 2.0));
    }
}

package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// `tool_exposure`: `list_users` is for most people, `list_group_apps` for who names its tag, and
/// `test_secrets` for who asks for all.
@ServerTest
class ToolExposureTests {

    private final TestServers servers;

    ToolExposureTests(@Autowired TestServers servers) {
        this.servers = servers;
    }

    private RawClient client(ToolExposure exposure, String... tags) {
        var filter = new Filter(Set.of("read"), Set.of(tags), Set.of(), Set.of(), Set.of());
        return RawClient.connected(servers.with(new Config(filter, exposure, false), null));
    }

    private static List<String> listed(RawClient client) {
        return client.toolNames();
    }

    @Test
    void listsWhatMostPeopleNeed() {
        assertThat(listed(client(ToolExposure.DEFAULT)))
                .contains("list_users", "list_groups")
                .doesNotContain("list_group_apps", "test_secrets");
    }

    @Test
    void listsWholeToolsetsByTheirTag() {
        assertThat(listed(client(ToolExposure.DEFAULT, "Group")))
                .contains("list_groups", "list_group_apps")
                .doesNotContain("list_users", "test_secrets");
    }

    @Test
    void listsEverythingOnRequest() {
        assertThat(listed(client(ToolExposure.ALL)))
                .contains("list_users", "list_group_apps", "test_secrets");
    }

    @Test
    void listsOnlyWhatAllOthersAreFoundBy() {
        assertThat(client(ToolExposure.DISCOVERY).toolNames())
                .containsExactly("call_read", "describe_operation", "search_operations");
        assertThat(RawClient.connected(servers.full()).toolNames())
                .hasSizeLessThanOrEqualTo(30 + 5)
                .contains("call_read", "call_change", "call_destroy", "describe_operation");
    }

    @Test
    void listsEveryOperationOnRequest() {
        var all = client(ToolExposure.ALL).tools();

        assertThat(all).hasSizeGreaterThan(350);
        assertThat(all)
                .extracting(tool -> tool.path("name").asString())
                .contains("list_behavior_detection_rules")
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void letsWhatIsNotListedBeCalled() {
        var result = client(ToolExposure.DEFAULT).call("test_secrets", Map.of());

        assertThat(result.value().at("/items/0/id").asString()).isEqualTo("0oa1");
    }
}

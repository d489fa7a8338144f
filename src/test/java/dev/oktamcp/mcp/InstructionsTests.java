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

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// What a model is told before it calls anything.
@ServerTest
class InstructionsTests {

    private final TestServers servers;

    InstructionsTests(@Autowired TestServers servers) {
        this.servers = servers;
    }

    private static String told(String url) {
        var answer = JsonMapper.shared().readTree(RawClient.of(url).initialize("{}").body());
        return answer.at("/result/instructions").asString();
    }

    private String everything() {
        var all =
                new Filter(
                        Set.of("read", "write", "custom"), Set.of(), Set.of(), Set.of(), Set.of());
        return told(servers.with(new Config(all, ToolExposure.ALL, false), null));
    }

    @Test
    void fitEveryClientWhateverIsShown() {
        assertThat(everything().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(Instructions.LONGEST);
    }

    /// One client reads no more than that.
    @Test
    void theFirstPartIsCompleteInItself() {
        var told = everything();
        var first = told.substring(0, told.indexOf("There are tools for:")).strip();

        assertThat(first)
                .hasSizeLessThanOrEqualTo(Instructions.FIRST_PART)
                .endsWith(".")
                .contains("search_operations", "call_read, call_change", "next_cursor");
    }

    @Test
    void sayWhatThisUrlDoes() {
        var full = servers.full();

        assertThat(told(full))
                .contains("reads, changes and destroys", "call_destroy", "a human is asked");
        assertThat(told(full + "/readonly"))
                .contains("This URL only reads.", "call_read call it")
                .doesNotContain("call_change", "call_destroy", "a human is asked");
        assertThat(told(full + "/x/groups")).contains("There are tools for: groups, workflows.");
    }

    /// What is not listed can be called all the same.
    @Test
    void sayWhatCanBeDoneAndNotOnlyWhatIsListed() {
        var calls = Set.of("call_change", "call_destroy");
        var filter = new Filter(Set.of("read", "write"), Set.of(), Set.of(), calls, Set.of());
        var config = new Config(filter, ToolExposure.DISCOVERY, false);

        assertThat(told(servers.with(config, null)))
                .contains("reads, changes and destroys", "a human is asked");
    }

    @Test
    void nameNoToolThatIsHidden() {
        var only = new Filter(Set.of("read"), Set.of(), Set.of("list_users"), Set.of(), Set.of());

        assertThat(told(servers.with(only)))
                .contains("There are tools for: users.")
                .doesNotContain("search_operations", "call_read", "get_server_info");
    }
}

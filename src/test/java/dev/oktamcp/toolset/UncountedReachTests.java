package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.Map;

/// What can't be counted is no reason not to ask.
@ServerTest
class UncountedReachTests {

    private final SimulatedOrg org;
    private final TestServers servers;

    UncountedReachTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
    }

    @Test
    void isLeftOutInWordsThatStayTheSameWhereOktaRefusesIt() {
        var group = org.hasGroup("Refused");
        org.watch(request -> {
            if (request.target().contains(group + "/users")) {
                org.next(Fault.status(403));
            }
        });

        var told = new ToldReach(servers.full()).preview("delete_group", Map.of("group_id", group));

        assertThat(told.path("notes").valueStream().map(JsonNode::stringValue))
                .contains(
                        "Not everything it concerns could be counted: listGroupUsers, OKTA_ERROR.");
    }

    @Test
    void isLeftOutAndSaidSoWhereItCannotBeRead() {
        var group = org.hasGroup("Unread");
        var writes = Filter.ofMethods("delete");
        var blind = new ToldReach(servers.with(Config.of(writes), null));

        var told = blind.preview("delete_group", Map.of("group_id", group));

        assertThat(told.has("reach")).isFalse();
        assertThat(told.path("notes").toString())
                .contains("does not let listGroupUsers through")
                .contains("does not let listGroupRules through");
    }
}

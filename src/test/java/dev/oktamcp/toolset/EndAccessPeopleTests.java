package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Map;

/// Whom plans take for the one who is meant.
@ServerTest
class EndAccessPeopleTests {

    private final SimulatedOrg org;
    private final RawClient client;

    EndAccessPeopleTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    @ParameterizedTest
    @ValueSource(strings = {"contain_user", "offboard_user"})
    void takesNobodyByAPartOfAName(String tool) {
        var login = tool.charAt(0) + ".quillfeather@example.com";
        var user = org.hasUser(login);

        var result = client.agreed(tool, Map.of("user", tool.charAt(0) + ".quillfea"));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("may be any of", user, "Give the id");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void takesTheOneWhoHasTheWholeName() {
        var user = org.hasUser("zebedee.plume@example.com");

        client.agreed("contain_user", Map.of("user", "Zebedee Plume")).value();

        assertThat(org.statusOf(user)).isEqualTo("SUSPENDED");
    }

    /// Parts of everybody's login, and somebody's whole name. There may be another one of that name
    /// among those who were not looked at.
    @ParameterizedTest
    @ValueSource(strings = {"e.xample", "ex.ample", "exa.mple", "exam.ple", "examp.le", "exampl.e"})
    void takesNobodyFromASearchThatWasCut(String name) {
        var user = org.hasUser(name + "@example.com");

        var result = client.agreed("contain_user", Map.of("user", name.replace('.', ' ')));

        assertThat(result.text()).contains("may be any of");
        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
    }

    @Test
    void doesNotTakeTheAdministratorForThePersonWhoAsks() {
        var result = client.agreed("contain_user", Map.of("user", "me"));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("me is no name here");
        assertThat(org.requests()).isEmpty();
    }
}

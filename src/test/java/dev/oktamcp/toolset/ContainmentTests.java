package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.LogBook.From;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

@ServerTest
class ContainmentTests {

    private static final From BERLIN = From.browser("192.0.2.40", "Berlin");
    private static final From SYDNEY = From.browser("192.0.2.41", "Sydney");

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    ContainmentTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    private JsonNode summary(String user) {
        return client.call("user_incident_summary", Map.of("user", user)).value();
    }

    private static List<String> proposed(JsonNode summary) {
        return summary.path("containment").findValuesAsString("tool");
    }

    /// A sign of a break-in.
    private String signsInFarApart(String login) {
        var user = org.hasUser(login);
        org.log().add(login, "user.session.start", Duration.ofMinutes(50), "", BERLIN);
        org.log().add(login, "user.session.start", Duration.ofMinutes(20), "", SYDNEY);
        return user;
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOCKED_OUT", "PASSWORD_EXPIRED", "RECOVERY"})
    void proposesWhatEndsAnAccountThatCannotBeSuspended(String status) {
        var login = "not.suspended.%s@example.com".formatted(status.toLowerCase(Locale.ROOT));
        var user = org.hasUser(login, status);
        var report = "user.account.report_suspicious_activity_by_enduser";
        org.log().add(login, report, Duration.ofMinutes(5), "", BERLIN);

        var summary = summary(user);

        assertThat(proposed(summary))
                .containsExactly("contain_user", "deactivate_user", "reset_password");
        assertThat(summary.at("/containment/0/why").stringValue()).contains("can't suspend");
    }

    @Test
    void proposesSingleActsWhereTheyCannotBeOne() {
        var user = signsInFarApart("one.by.one@example.com");
        var filter =
                new Filter(
                        Set.of("read", "write", "custom"),
                        Set.of(),
                        Set.of(),
                        Set.of("contain_user"),
                        Set.of());
        var few = RawClient.connected(servers.with(filter));

        var summary = few.call("user_incident_summary", Map.of("user", user)).value();

        assertThat(proposed(summary))
                .containsExactly("suspend_user", "revoke_user_sessions", "reset_password");
    }

    @Test
    void changesNothingAndProposesWhatCanBeCalled() {
        var user = signsInFarApart("contained@example.com");

        var first = summary(user).at("/containment/0");

        assertThat(org.statusOf(user)).isEqualTo("ACTIVE");
        var arguments = Map.<String, Object>of("user", first.at("/arguments/user").stringValue());
        client.agreed(first.path("tool").stringValue(), arguments).value();
        assertThat(org.statusOf(user)).isEqualTo("SUSPENDED");
    }

    @Test
    void proposesNothingThatTheServerHasNot() {
        var user = signsInFarApart("read.only.incident@example.com");
        var readOnly = RawClient.connected(servers.readOnly());

        var summary = readOnly.call("user_incident_summary", Map.of("user", user)).value();

        assertThat(proposed(summary)).isEmpty();
        assertThat(summary.path("containment").toString()).contains("has no tool for it");
    }
}

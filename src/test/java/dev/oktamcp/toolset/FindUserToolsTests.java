package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

@ServerTest
class FindUserToolsTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    FindUserToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.readOnly());
    }

    private JsonNode find(String user) {
        return find(client, user);
    }

    private static JsonNode find(RawClient as, String user) {
        return as.call("find_user", Map.of("user", user)).value();
    }

    private static List<String> logins(JsonNode found) {
        return found.path("users").findValuesAsString("login");
    }

    @Test
    void findsSomebodyWhoWasDeactivatedByAPartOfTheName() {
        var found = find("dijk").at("/users/0");

        assertThat(found.at("/profile/login").stringValue())
                .isEqualTo("edsger.dijkstra@example.com");
        assertThat(found.path("status").stringValue()).isEqualTo("DEPROVISIONED");
        assertThat(found.path("match").stringValue()).isEqualTo("part");
    }

    @Test
    void findsByWordsInAnyOrder() {
        assertThat(logins(find("love, ADA"))).containsExactly("ada.lovelace@example.com");
    }

    @Test
    void findsById() {
        var ada = org.userId("ada.lovelace@example.com");

        var found = find(ada);

        assertThat(found.at("/users/0/id").stringValue()).isEqualTo(ada);
        assertThat(found.at("/users/0/match").stringValue()).isEqualTo("exact");
    }

    @Test
    void namesTheLikeliestFirstAndWhatTellsThemApart() {
        org.hasUser("a.quill@example.com", "DEPROVISIONED");
        org.hasUser("b.quill@example.com");
        org.hasUser("quill@example.com");

        var found = find("quill@example.com");

        assertThat(logins(found))
                .containsExactly("quill@example.com", "b.quill@example.com", "a.quill@example.com");
        assertThat(found.path("users").findValuesAsString("status"))
                .containsExactly("ACTIVE", "ACTIVE", "DEPROVISIONED");
        assertThat(found.at("/users/1/profile/department").stringValue()).isNotEmpty();
    }

    @Test
    void saysThatThereAreMore() {
        var found = find("example.com");

        assertThat(found.path("users")).hasSize(20);
        assertThat(found.path("has_more").asBoolean(false)).isTrue();
        assertThat(found.path("note").stringValue()).contains("more of the name");
    }

    @Test
    void saysWhereItHasLookedForNobody() {
        var found = find("Nobody Atall");

        assertThat(found.path("users")).isEmpty();
        assertThat(found.path("note").stringValue()).contains("login, email, firstName, lastName");
    }

    @Test
    void findsNobodyByATextThatWouldEndTheQuotation() {
        assertThat(logins(find("x\" or status eq \"ACTIVE"))).isEmpty();
    }

    @Test
    void doesNotLookIntoWhatIsHidden() {
        var hiding =
                RawClient.connected(servers.hiding("lastName", "displayName", "email", "login"));

        var byHidden = find(hiding, "Lovelace");
        var byShown = find(hiding, "Ada");

        assertThat(byHidden.path("users")).isEmpty();
        assertThat(byHidden.path("note").stringValue())
                .endsWith("part of firstName. A new user may be found a moment later.");
        assertThat(byShown.at("/users/0/profile/firstName").stringValue()).isEqualTo("Ada");
        assertThat(byShown.toString()).doesNotContain("Lovelace").doesNotContain("lovelace");
    }

    @Test
    void findsByIdAloneWhereEverythingIsHidden() {
        var hiding = RawClient.connected(servers.hiding("lastName", "firstName", "email", "login"));
        var ada = org.userId("ada.lovelace@example.com");

        assertThat(find(hiding, ada).at("/users/0/id").stringValue()).isEqualTo(ada);
        assertThat(find(hiding, "Ada").path("note").stringValue()).contains("Give an id");
    }
}

package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OrgProbe.attributes;
import static dev.oktamcp.simulation.OrgProbe.encoded;
import static dev.oktamcp.simulation.OrgProbe.error;
import static dev.oktamcp.simulation.OrgProbe.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// Checks users and groups of the simulation against what is documented of Okta.
class SimulatedOrgTests {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.800Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final SimulatedOrg org =
            SimulatedOrg.start(SimulationSettings.defaults().withClock(CLOCK));
    private final OrgProbe probe = new OrgProbe(org);

    @AfterEach
    void stop() {
        probe.close();
    }

    @Test
    void pagesUsersToTheEndWithoutDeprovisioned() throws Exception {
        var users = probe.allPages("/api/v1/users?limit=7", "status");
        var everybody = probe.allPages("/api/v1/users?search=" + encoded("id pr"), "id");

        assertThat(users).doesNotContain("DEPROVISIONED").hasSizeGreaterThan(100);
        assertThat(everybody).hasSize(120).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void echoesParametersInSelfAndNextLinks() throws Exception {
        var links = probe.get("/api/v1/users?search=id+pr&limit=2").headers().allValues("link");

        assertThat(links).hasSize(2);
        assertThat(links.getFirst())
                .isEqualTo("<" + org.url() + "/api/v1/users?search=id+pr&limit=2>; rel=\"self\"");
        assertThat(links.getLast()).contains("search=id+pr", "limit=2", "after=00u");
    }

    @Test
    void sortsASearchAndPagesOnInThatOrder() throws Exception {
        var query = "/api/v1/users?limit=9&sortBy=profile.lastName&sortOrder=desc&search=";
        var names = probe.allPages(query + encoded("status eq \"active\""), "profile.lastName");

        assertThat(names).hasSizeGreaterThan(60).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "search | profile.login eq \"ADA.lovelace@example.com\" | 1",
                "search | profile.lastName co \"ovelac\" and not (status eq \"STAGED\") | 1",
                "search | (status lt \"ACTIVE\" or status gt \"ACTIVE\") and id sw \"00u\" | 27",
                "filter | profile.login eq \"ADA.lovelace@example.com\" | 0",
                "filter | status EQ \"LOCKED_OUT\" or profile.firstName eq \"Ada\" | 4",
                "filter | lastUpdated gt \"2099-01-01T00:00:00.000Z\" | 0",
                "q | Lov | 1",
                "q | dijkstra | 0"
            })
    void findsUsers(String language, String expression, int count) throws Exception {
        var found = probe.get("/api/v1/users?" + language + "=" + encoded(expression));

        assertThat(json(found)).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/v1/users?search= | status ne \"ACTIVE\" | 400 E0000031",
                "/api/v1/users?search= | profile.title co \"Lead\" | 400 E0000031",
                "/api/v1/users?search= | Status eq \"ACTIVE\" | 400 E0000031",
                "/api/v1/users?search= | status eq ACTIVE | 400 E0000031",
                "/api/v1/users?filter= | not (status eq \"ACTIVE\") | 400 E0000031",
                "/api/v1/users?filter= | profile.title eq \"Analyst\" | 400 E0000031",
                "/api/v1/users?search=id+pr&filter= | status eq \"ACTIVE\" | 400 E0000033",
                "/api/v1/users?after= | nobody | 400 E0000029",
                "/api/v1/groups?filter= | profile.name eq \"Sales\" | 400 E0000031",
                "/api/v1/logs?filter= | published gt \"2026-01-01T00:00:00Z\" | 400 E0000053",
                "/api/v1/logs?filter= | debugContext.debugData.url co \"x\" | 400 E0000031",
                "/api/v1/logs?after= | elsewhere | 400 E0000029",
                "/api/v1/logs?since= | 2025-01-01T00:00:00Z | 400 E0000053",
                "/api/v1/users/ | nobody@example.com | 404 E0000007",
                "/api/v1/nothing/ | here | 404 E0000008"
            })
    void refusesWithOktasCode(String path, String value, String expected) throws Exception {
        assertThat(error(probe.get(path + encoded(value)))).isEqualTo(expected);
    }

    @Test
    void findsOneUserByIdLoginAndShortLogin() throws Exception {
        var id = org.userId("ada.lovelace@example.com");

        for (var name : new String[] {id, "ada.lovelace%40example.com", "ada.lovelace"}) {
            var user = json(probe.get("/api/v1/users/" + name));
            assertThat(Json.text(user, "id")).isEqualTo(id).startsWith("00u").hasSize(20);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "suspend, ACTIVE, 200, SUSPENDED",
        "suspend, STAGED, 400 E0000001, STAGED",
        "unsuspend, SUSPENDED, 200, ACTIVE",
        "unsuspend, ACTIVE, 400 E0000001, ACTIVE",
        "deactivate, LOCKED_OUT, 200, DEPROVISIONED",
        "deactivate, DEPROVISIONED, 403 E0000038, DEPROVISIONED",
        "activate, STAGED, 200, PROVISIONED",
        "activate, DEPROVISIONED, 200, ACTIVE",
        "activate, ACTIVE, 403 E0000016, ACTIVE",
        "activate, SUSPENDED, 403 E0000038, SUSPENDED"
    })
    void followsTheLifecycleTable(String operation, String from, String answer, String to)
            throws Exception {
        var login = operation + "." + from + "@example.org";
        var id = org.hasUser(login, from);

        var response = probe.send("POST", "/api/v1/users/" + id + "/lifecycle/" + operation);

        assertThat(error(response).strip()).isEqualTo(answer);
        assertThat(org.statusOf(id)).isEqualTo(to);
    }

    @Test
    void changesMembersOfOktaGroupsOnly() throws Exception {
        var user = org.hasUser("new.colleague@example.com");
        var sales = org.groupId("Sales");

        assertThat(change("PUT", "Sales", user)).isEqualTo(204);
        assertThat(change("PUT", "Sales", user)).isEqualTo(204);
        assertThat(org.isMember(sales, user)).isTrue();
        assertThat(change("DELETE", "Sales", user)).isEqualTo(204);
        assertThat(org.isMember(sales, user)).isFalse();
        assertThat(change("DELETE", "Everyone", user)).isEqualTo(501);
        assertThat(change("PUT", "CORP Finance", user)).isEqualTo(403);
    }

    private int change(String method, String group, String user)
            throws IOException, InterruptedException {
        var path = "/api/v1/groups/" + org.groupId(group) + "/users/" + user;
        return probe.send(method, path).statusCode();
    }

    @Test
    void countsGroupMembersAndPagesThem() throws Exception {
        var group = org.groupId("Engineering");
        var listed = probe.get("/api/v1/groups?expand=stats&q=engin");
        var members = probe.allPages("/api/v1/groups/" + group + "/users?limit=5", "id");

        assertThat(attributes(listed, "_embedded.stats.usersCount"))
                .containsExactly(Integer.toString(members.size()));
        assertThat(members).doesNotHaveDuplicates();
    }

    @Test
    void findsGroupsByType() throws Exception {
        var imported = probe.get("/api/v1/groups?search=" + encoded("type eq \"APP_GROUP\""));

        assertThat(attributes(imported, "profile.name"))
                .containsExactlyInAnyOrder("CORP Finance", "CORP VPN Users", "Workday Managers");
    }
}

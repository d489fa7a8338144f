package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Map;

@ServerTest
class UserToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    UserToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    @Test
    void listsUsersThatASearchFinds() {
        var id = org.hasUser("search.me@example.com");

        var page =
                client.call(
                        "list_users",
                        Map.of("search", "profile.login eq \"search.me@example.com\""));

        assertThat(page.value().path("items")).hasSize(1);
        assertThat(page.value().at("/items/0/id").stringValue()).isEqualTo(id);
        assertThat(page.value().at("/items/0").has("_links")).isFalse();
    }

    @Test
    void sendsTheDefaultLimit() {
        client.call("list_users", Map.of()).value();

        assertThat(org.requests()).hasToString("[GET /api/v1/users?limit=50]");
    }

    @Test
    void handsOnWhatOktaHasAgainstASearch() {
        var result = client.call("list_users", Map.of("search", "status ne \"ACTIVE\""));

        assertThat(result.code()).isEqualTo("OKTA_ERROR");
        assertThat(result.text()).contains("listUsers: HTTP 400, E0000031");
    }

    @Test
    void getsAUserByLogin() {
        var id = org.hasUser("get.me@example.com");

        var user = client.call("get_user", Map.of("user_id", "get.me@example.com")).value();

        assertThat(user.path("id").stringValue()).isEqualTo(id);
    }

    @Test
    void saysThatAnIdIsUnknownAndHowToFindIt() {
        var result = client.call("get_user", Map.of("user_id", "00unothere"));

        assertThat(result.code()).isEqualTo("OKTA_ERROR");
        assertThat(result.text()).contains("E0000007").contains("a list or a search finds it");
    }

    @Test
    void listsTheGroupsOfAUser() {
        var user = org.hasUser("grouped@example.com");
        var group = org.hasGroup("Grouped");
        org.hasMember(group, user);

        var page = client.call("list_user_groups", Map.of("user_id", user)).value();

        assertThat(page.path("items").findValuesAsString("id")).contains(group);
    }

    @Test
    void listsTheAppsOfAUser() {
        var user = org.userId("ada.lovelace@example.com");

        var page = client.call("list_user_apps", Map.of("user_id", user)).value();

        assertThat(page.path("items").findValuesAsString("label")).contains("Wiki");
        assertThat(page.at("/items/0/linkUrl").stringValue()).startsWith(org.url().toString());
    }

    @Test
    void listsTheDevicesOfAUser() {
        var user = org.userId("margaret.hamilton@example.com");

        var page = client.call("list_user_devices", Map.of("user_id", user)).value();

        assertThat(page.at("/items/0/device/profile/displayName").stringValue())
                .isEqualTo("Laptop of Margaret");
    }

    @Test
    void refusesAnEmptyIdBeforeAnythingIsSent() {
        var result = client.call("get_user", Map.of("user_id", ""));

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("user_id");
        assertThat(org.requests()).isEmpty();
    }
}

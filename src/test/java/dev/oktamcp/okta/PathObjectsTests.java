package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.simulation.Fault;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What a preview says of the objects on a request's path.
@ServerTest
class PathObjectsTests {

    private final SimulatedOrg org;
    private final TestServers servers;
    private final RawClient client;

    PathObjectsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.servers = servers;
        this.client = RawClient.connected(servers.full());
    }

    private CallResult dryCall(String tool, String operation, Map<String, ?> arguments) {
        var all = new HashMap<String, Object>(arguments);
        all.put("dry_run", true);
        return client.call(tool, Map.of("operation", operation, "arguments", all));
    }

    @Test
    void namesWhoseItIsAsWellAsWhatItIs() {
        var user = org.userId("ada.lovelace@example.com");
        var factors = client.call("list_user_factors", Map.of("user_id", user)).value();
        var factor = factors.at("/items/0");
        var id = factor.path("id").stringValue();

        var told =
                dryCall("call_destroy", "unenrollFactor", Map.of("userId", user, "factorId", id));

        assertThat(told.value().path("target").asString())
                .isEqualTo("Phone (%s) of ada.lovelace@example.com (%s)".formatted(id, user));
        assertThat(told.value().at("/now/factorType").isString()).isTrue();
    }

    @Test
    void namesBothSidesOfAMembership() {
        var group = org.hasGroup("Both sides");
        var user = org.hasUser("both.sides@example.com");
        org.hasMember(group, user);

        var arguments = Map.of("groupId", group, "userId", user);
        var told = dryCall("call_change", "unassignUserFromGroup", arguments).value();

        assertThat(told.path("target").asString())
                .isEqualTo("both.sides@example.com (%s) of Both sides (%s)".formatted(user, group));
        assertThat(told.path("undo").asString()).contains("linked again");
    }

    @Test
    void saysWhoseNameItMayNotRead() {
        var filter =
                new Filter(
                        Set.of("read", "delete"), Set.of(), Set.of(), Set.of("getUser"), Set.of());
        var blind = RawClient.connected(servers.with(Config.of(filter), null));
        var user = org.userId("ada.lovelace@example.com");
        var factors = client.call("list_user_factors", Map.of("user_id", user)).value();
        var id = factors.at("/items/0/id").stringValue();

        var told =
                blind.call(
                        "unenroll_user_factor",
                        Map.of("user_id", user, "factor_id", id, "dry_run", true));

        assertThat(told.value().path("target").asString()).endsWith(" of " + user);
        assertThat(told.value().path("notes").toString())
                .contains("What %s is called is not shown".formatted(user));
    }

    @Test
    void doesWithoutNamesThatDoNotComeButNotWithoutTheState() {
        var group = org.hasGroup("Not reached");
        var user = org.hasUser("not.reached@example.com");
        org.hasMember(group, user);
        org.watch(request -> {
            if (request.target().endsWith(group) || request.target().endsWith(user)) {
                org.next(Fault.dropConnection());
            }
        });

        var arguments = Map.of("groupId", group, "userId", user);
        var told = dryCall("call_change", "unassignUserFromGroup", arguments).value();
        var state = dryCall("call_change", "suspendUser", Map.of("id", user));

        assertThat(told.has("target")).isFalse();
        assertThat(told.path("notes").toString())
                .contains("What %s is called could not be read: getUser, UNAVAIL".formatted(user))
                .contains("What %s is called could not be read: getGroup, UNAVA".formatted(group));
        assertThat(state.code()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void nothingIsSaidWhereThePathNamesNothing() {
        var body = Map.of("profile", Map.of("name", "Not made"));

        var told = dryCall("call_change", "addGroup", Map.of("body", body)).value();

        assertThat(told.has("target")).isFalse();
        assertThat(told.at("/requests/0/operation").asString()).isEqualTo("addGroup");
    }
}

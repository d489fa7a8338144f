package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.HashMap;
import java.util.Map;

@ServerTest
class DeviceToolsTests {

    private final SimulatedOrg org;
    private final RawClient client;

    DeviceToolsTests(@Autowired SimulatedOrg org, @Autowired TestServers servers) {
        this.org = org;
        this.client = RawClient.connected(servers.full());
    }

    /// Any that is active.
    private Map<String, Object> device() {
        var devices = client.call("list_devices", Map.of("search", "status eq \"ACTIVE\"")).value();
        var items = devices.path("items");
        return Map.of("device_id", items.get(0).path("id").stringValue());
    }

    private String status(Map<String, Object> device) {
        return client.call("get_device", device).value().path("status").stringValue();
    }

    @Test
    void tellsWhoseADeviceIs() {
        var users = client.call("list_device_users", device()).value();

        assertThat(users.at("/items/0/user/profile/login").stringValue()).endsWith("@example.com");
    }

    @Test
    void suspendsADeviceAndBringsItBack() {
        var device = device();

        client.call("suspend_device", device).value();
        assertThat(status(device)).isEqualTo("SUSPENDED");

        client.call("unsuspend_device", device).value();
        assertThat(status(device)).isEqualTo("ACTIVE");
    }

    @Test
    void handsOnThatADeviceIsNotSuspended() {
        assertThat(client.call("unsuspend_device", device()).text()).contains("E0000001");
    }

    @Test
    void deletesADeviceThatIsDeactivated() {
        var device = device();

        client.agreed("deactivate_device", device).value();
        assertThat(status(device)).isEqualTo("DEACTIVATED");
        client.agreed("delete_device", device).value();

        assertThat(client.call("get_device", device).text()).contains("E0000007");
    }

    @Test
    void tellsHowManyPeopleLoseADevice() {
        var asked = new HashMap<>(device());
        asked.put("dry_run", true);

        var preview = client.call("deactivate_device", asked).value();

        assertThat(preview.path("reach").toString()).contains("People who lose it: 1.");
        assertThat(preview.path("undo").stringValue()).contains("set it up anew");
        assertThat(status(device())).isEqualTo("ACTIVE");
    }

    @Test
    void activatesADeviceAgain() {
        var device = device();
        client.agreed("deactivate_device", device).value();

        client.call("activate_device", device).value();

        assertThat(status(device)).isEqualTo("ACTIVE");
    }

    @Test
    void deletesNoDeviceThatIsInUse() {
        var device = device();
        org.forgetRequests();

        var result = client.agreed("delete_device", device);

        assertThat(result.code()).isEqualTo("INVALID_ARGUMENTS");
        assertThat(result.text()).contains("is ACTIVE").contains("deactivate_device first");
        assertThat(org.requests().toString()).doesNotContain("DELETE");
    }

    @Test
    void doesNothingWithoutAYes() {
        var device = device();

        assertThat(client.call("deactivate_device", device).code()).isEqualTo("NOT_CONFIRMED");
        assertThat(status(device)).isEqualTo("ACTIVE");

        client.agreed("deactivate_device", device).value();
        assertThat(client.call("delete_device", device).code()).isEqualTo("NOT_CONFIRMED");
        assertThat(status(device)).isEqualTo("DEACTIVATED");
    }
}

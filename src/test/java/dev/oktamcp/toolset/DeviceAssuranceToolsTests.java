package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ServerTest
class DeviceAssuranceToolsTests {

    private static final String ID = "device_assurance_id";

    private final RawClient client;

    DeviceAssuranceToolsTests(@Autowired TestServers servers) {
        this.client = RawClient.connected(servers.full());
    }

    private Map<String, Object> create(String name) {
        var requirements =
                Map.of(
                        "osVersion", Map.of("minimum", "15.0"),
                        "screenLockType", Map.of("include", List.of("BIOMETRIC")));
        var arguments = Map.of("name", name, "platform", "MACOS", "requirements", requirements);
        var made = client.call("create_device_assurance_policy", arguments).value();
        return Map.of(ID, made.path("id").stringValue());
    }

    private JsonNode get(Map<String, Object> assurance) {
        return client.call("get_device_assurance_policy", assurance).value();
    }

    private static Map<String, Object> with(
            Map<String, Object> assurance, String name, Object value) {
        var arguments = new HashMap<>(assurance);
        arguments.put(name, value);
        return arguments;
    }

    @Test
    void listsWhatEachAsksOfADevice() {
        var page = client.call("list_device_assurance_policies", Map.of()).value();

        assertThat(page.path("items").findValuesAsString("name"))
                .contains("Managed Macs", "Phones");
        assertThat(page.path("items").findValuesAsString("minimum")).contains("15.1", "18.0");
    }

    @Test
    void changesOneRequirementAndKeepsTheOthers() {
        var assurance = create("Newer Macs");
        var changes = Map.of("osVersion", Map.of("minimum", "15.2"));

        var changed =
                client.agreed("update_device_assurance_policy", with(assurance, "changes", changes))
                        .value();

        assertThat(changed.at("/osVersion/minimum").stringValue()).isEqualTo("15.2");
        assertThat(changed.at("/screenLockType/include/0").stringValue()).isEqualTo("BIOMETRIC");
        assertThat(changed.path("name").stringValue()).isEqualTo("Newer Macs");
        assertThat(get(assurance).at("/osVersion/minimum").stringValue()).isEqualTo("15.2");
    }

    @Test
    void replacesTheWholeWhereThatIsAskedFor() {
        var assurance = create("Any Macs");
        var whole = Map.of("name", "Any Macs", "platform", "MACOS", "secureHardwarePresent", true);

        var changed =
                client.agreed("replace_device_assurance_policy", with(assurance, "policy", whole))
                        .value();

        assertThat(changed.path("secureHardwarePresent").asBoolean(false)).isTrue();
        assertThat(changed.has("osVersion")).isFalse();
    }

    @Test
    void deletesOneAfterAYes() {
        var assurance = create("Old Macs");

        client.agreed("delete_device_assurance_policy", assurance).value();

        assertThat(client.call("get_device_assurance_policy", assurance).text())
                .contains("E0000007");
    }

    @Test
    void handsOnThatARuleUsesIt() {
        var assurance = create("Macs of the board");
        var included = Map.of("assurance", Map.of("include", List.of(assurance.get(ID))));
        var device = Map.of("registered", true, "assurance", included.get("assurance"));
        var policy =
                client.agreed("create_policy", Map.of("type", "ACCESS_POLICY", "name", "Board"))
                        .value();
        var rule =
                Map.<String, Object>of(
                        "policy_id",
                        policy.path("id").stringValue(),
                        "name",
                        "Board only",
                        "rule",
                        Map.of("conditions", Map.of("device", device)));
        client.agreed("create_policy_rule", rule).value();

        assertThat(client.agreed("delete_device_assurance_policy", assurance).text())
                .contains("HTTP 409");
        assertThat(get(assurance).path("name").stringValue()).isEqualTo("Macs of the board");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update_device_assurance_policy",
                "replace_device_assurance_policy",
                "delete_device_assurance_policy"
            })
    void doesNothingWithoutAYes(String tool) {
        var assurance = create("Kept from " + tool);
        var arguments =
                switch (tool.substring(0, tool.indexOf('_'))) {
                    case "update" -> with(assurance, "changes", Map.of("name", "Changed"));
                    case "replace" ->
                            with(
                                    assurance,
                                    "policy",
                                    Map.of("name", "Changed", "platform", "MACOS"));
                    default -> assurance;
                };

        assertThat(client.call(tool, arguments).code()).isEqualTo("NOT_CONFIRMED");
        assertThat(get(assurance).path("name").stringValue()).isEqualTo("Kept from " + tool);
    }
}

package dev.oktamcp.toolset;

import dev.oktamcp.fixture.RawClient;

import java.util.HashMap;
import java.util.Map;

/// Ids of what the simulated org has from the start, as tools find them.
record OrgIds(RawClient client) {

    /// The first item of a list that fits.
    String first(String tool, Map<String, Object> arguments) {
        return client.call(tool, arguments).value().at("/items/0/id").stringValue();
    }

    /// The one of a list that has this name.
    String named(String tool, Map<String, Object> arguments, String name) {
        return client.call(tool, arguments)
                .value()
                .path("items")
                .valueStream()
                .filter(item -> item.path("name").asString("").equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .stringValue();
    }

    /// What the tools that read can be called with, by their names.
    static Map<String, Map<String, Object>> arguments(RawClient client) {
        var ids = new OrgIds(client);
        var type = Map.<String, Object>of("type", "ACCESS_POLICY");
        var policy = Map.<String, Object>of("policy_id", ids.first("list_policies", type));
        var rule = new HashMap<>(policy);
        rule.put("rule_id", ids.first("list_policy_rules", policy));
        var arguments = new HashMap<String, Map<String, Object>>();
        arguments.put("list_policies", type);
        arguments.put("get_policy", policy);
        arguments.put("list_policy_mappings", policy);
        arguments.put("list_policy_rules", policy);
        arguments.put("get_policy_rule", rule);
        arguments.put("parse_relative_time", Map.of("time_expression", "today"));
        ids.add(arguments, "get_network_zone", "list_network_zones", "zone_id");
        ids.add(arguments, "get_device", "list_devices", "device_id");
        ids.add(arguments, "list_device_users", "list_devices", "device_id");
        ids.add(arguments, "get_authenticator", "list_authenticators", "authenticator_id");
        ids.add(arguments, "get_identity_provider", "list_identity_providers", "idp_id");
        ids.add(
                arguments,
                "get_authorization_server",
                "list_authorization_servers",
                "auth_server_id");
        ids.add(
                arguments,
                "get_device_assurance_policy",
                "list_device_assurance_policies",
                "device_assurance_id");
        return arguments;
    }

    private void add(
            Map<String, Map<String, Object>> arguments, String tool, String list, String name) {
        arguments.put(tool, Map.of(name, first(list, Map.of())));
    }
}

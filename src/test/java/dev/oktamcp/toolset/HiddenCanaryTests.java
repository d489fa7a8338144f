package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.ToolDefinition;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A value that stands only in hidden attributes leaves by no tool that reads.
@ServerTest
class HiddenCanaryTests {

    /// A phone number, which any attribute can hold.
    private static final String CANARY = "+4915799000177";

    private static final String[] HIDDEN = {
        "salary", "mobilePhone", "displayName", "secondEmail", "budget"
    };

    /// Where the canary shows as long as nothing is hidden.
    private static final Set<String> TELLING =
            Set.of(
                    "list_users",
                    "get_user",
                    "list_group_users",
                    "list_user_groups",
                    "list_groups",
                    "get_group",
                    "list_group_owners",
                    "list_group_rules",
                    "get_group_rule",
                    "list_user_factors",
                    "get_logs",
                    "find_user",
                    "get_user_overview",
                    "compare_users",
                    "explain_sign_in_failure",
                    "user_incident_summary",
                    "call_read",
                    "list_application_users",
                    "get_application_user",
                    "test_listApplicationUsers");

    private static final int PER_SERVER = 100;

    private final SimulatedOrg org;
    private final TestServers servers;
    private final ToolCatalog catalog;
    private final Operations operations;
    private final Map<String, Map<String, Object>> working = new HashMap<>();
    private final Map<String, Object> ids = new HashMap<>();

    HiddenCanaryTests(
            @Autowired SimulatedOrg org,
            @Autowired TestServers servers,
            @Autowired ToolCatalog catalog,
            @Autowired Operations operations) {
        this.org = org;
        this.servers = servers;
        this.catalog = catalog;
        this.operations = operations;
    }

    @BeforeEach
    void plant() throws IOException, InterruptedException {
        var full = RawClient.connected(servers.full());
        var user = org.hasUser("canary@example.com");
        var group = org.hasGroup("Canaries");
        org.hasMember(group, user);
        full.call("update_user", Map.of("user_id", user, "profile", userProfile())).value();
        full.call("update_group", Map.of("group_id", group, "profile", Map.of("budget", CANARY)))
                .value();
        var rule = full.call("create_group_rule", rule(group)).value().path("id").stringValue();
        var app = app(full);
        post("/groups/" + group + "/owners", "{\"type\":\"USER\",\"id\":\"%s\"}".formatted(user));
        post("/users/" + user + "/factors", smsFactor());
        post("/apps/" + app + "/users", appUser(user));
        full.call("update_user", Map.of("user_id", user, "profile", Map.of("city", "Ulm"))).value();
        fillIn(user, group, rule, app);
        working.putAll(OrgIds.arguments(full));
        working.put("simulate_policy", Map.of("app_id", app, "user_id", user));
        working.put("get_session", Map.of("session_id", org.hasSession(user)));
    }

    private static Map<String, Object> userProfile() {
        return Map.of(
                "salary", CANARY,
                "mobilePhone", CANARY,
                "displayName", CANARY,
                "secondEmail", "a" + CANARY + "@example.com");
    }

    private static Map<String, Object> rule(String group) {
        return Map.of(
                "name", "Canaries",
                "expression", "user.salary == \"%s\"".formatted(CANARY),
                "group_ids", List.of(group));
    }

    private static String smsFactor() {
        return "{\"factorType\":\"sms\",\"provider\":\"OKTA\",\"profile\":{\"phoneNumber\":\"%s\"}}"
                .formatted(CANARY);
    }

    private static String appUser(String user) {
        return "{\"id\":\"%s\",\"scope\":\"USER\",\"profile\":{\"salary\":\"%s\"}}"
                .formatted(user, CANARY);
    }

    /// One that signs in by SAML, and that nobody has for being in the org.
    private String app(RawClient full) {
        var apps = full.call("list_applications", Map.of("q", "Payroll")).value();
        return apps.at("/items/0/id").stringValue();
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(org.url().resolve("/api/v1" + path))
                        .header("Authorization", "SSWS " + org.apiToken())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            http.send(request, BodyHandlers.discarding());
        }
    }

    private void fillIn(String user, String group, String rule, String app) {
        ids.putAll(Map.of("id", user, "userId", user, "groupId", group, "appId", app));
        ids.putAll(Map.of("groupRuleId", rule, "limit", 200));
        var all = Map.<String, Object>of("fetch_all", true);
        for (var name : List.of("list_groups", "list_group_rules", "get_logs")) {
            working.put(name, all);
        }
        // others have put more users into this org than an answer holds
        var one = Map.<String, Object>of("filter", "id eq \"%s\"".formatted(user));
        working.put("list_users", one);
        working.put("get_logs", Map.of("since", "1 hour ago", "sort_order", "DESCENDING"));
        var known = new HashMap<String, Object>(Map.of("user_id", user, "group_id", group));
        known.put("user", user);
        known.putAll(Map.of("group_rule_id", rule, "app_id", app, "mapping_id", mapping(app)));
        known.put("feature_name", "USER_PROVISIONING");
        known.putAll(ofBrands());
        for (var tool : catalog.all()) {
            if (tool.definition().exposure() != Exposure.SEARCHABLE) {
                fillIn(tool.definition(), known);
            }
        }
        working.put("search_operations", Map.of("query", "salary"));
        working.put("describe_operation", Map.of("operation", "listUsers"));
        working.put("call_read", Map.of("operation", "listUsers", "arguments", one));
        working.put("explain_access", Map.of("user", user, "app", app));
        working.put("search", Map.of("query", "Ada"));
        working.put("fetch", Map.of("id", "user:" + user));
        working.put("compare_users", Map.of("first_user", user, "second_user", "Ada Lovelace"));
        working.put("count_log_events", Map.of("group_by", "actor"));
        working.put("test_listApplicationUsers", Map.of("appId", app, "expand", "user"));
    }

    /// What a tool asks for, as far as there is something.
    private void fillIn(ToolDefinition tool, Map<String, Object> known) {
        var given = new HashMap<String, Object>();
        for (var name : tool.inputSchema().path("required")) {
            if (known.containsKey(name.stringValue())) {
                given.put(name.stringValue(), known.get(name.stringValue()));
            }
        }
        if (!given.isEmpty()) {
            working.put(tool.name(), given);
        }
    }

    /// What they show is not there before somebody makes it, and nothing of a profile.
    private static final Set<String> NOT_THERE =
            Set.of(
                    "get_email_customization",
                    "get_email_customization_preview",
                    "get_customized_sign_in_page",
                    "get_customized_error_page",
                    "get_preview_sign_in_page",
                    "get_preview_error_page");

    private Map<String, String> ofBrands() {
        var client = RawClient.connected(servers.readOnly());
        var brand = first(client, "list_brands", Map.of());
        var of = Map.of("brand_id", brand);
        return Map.of(
                "brand_id",
                brand,
                "theme_id",
                first(client, "list_brand_themes", of),
                "domain_id",
                first(client, "list_custom_domains", Map.of()),
                "email_domain_id",
                first(client, "list_email_domains", Map.of()),
                "template_name",
                "ForgotPassword");
    }

    private static String first(RawClient client, String tool, Map<String, ?> arguments) {
        return client.call(tool, arguments).value().at("/items/0/id").stringValue();
    }

    private String mapping(String app) {
        var client = RawClient.connected(servers.readOnly());
        var found = client.call("list_profile_mappings", Map.of("target_id", app)).value();
        return found.at("/items/0/id").stringValue();
    }

    private Set<String> reads() {
        var reads =
                catalog.all().stream()
                        .map(Tool::definition)
                        .filter(tool -> tool.effect() == Effect.READ)
                        .filter(tool -> tool.exposure() != Exposure.SEARCHABLE)
                        .map(tool -> tool.name())
                        .filter(name -> !name.startsWith("test_"))
                        .collect(Collectors.toCollection(HashSet::new));
        reads.add("test_listApplicationUsers");
        reads.removeAll(NOT_THERE);
        return reads;
    }

    private String answer(RawClient client, String tool) {
        var result = client.call(tool, working.getOrDefault(tool, Map.of()));
        assertThat(result.failed()).as("%s: %s", tool, result.text()).isFalse();
        return result.response().toString();
    }

    @Test
    void noToolThatReadsShowsAHiddenValue() {
        var called = 0;
        var client = RawClient.connected(servers.hiding(HIDDEN));
        for (var tool : reads()) {
            if (++called % PER_SERVER == 0) {
                client = RawClient.connected(servers.hiding(HIDDEN));
            }
            assertThat(answer(client, tool)).doesNotContain(CANARY);
        }
        assertThat(called).isGreaterThan(100);
    }

    /// By the tools that are made of operations, with the canary's own ids wherever one is asked
    /// for.
    @Test
    void noOperationThatReadsShowsAHiddenValue() {
        var url = servers.hiding(HIDDEN);
        var client = RawClient.connected(url);
        var found = 0;
        var called = 0;
        for (var operation : operations.all()) {
            if (operation.facts().effect() == Effect.READ) {
                client =
                        ++called % PER_SERVER == 0
                                ? RawClient.connected(servers.hiding(HIDDEN))
                                : client;
                var arguments = new HashMap<String, Object>();
                operation.parameters().stream()
                        .filter(Operation.Parameter::required)
                        .forEach(each -> arguments.put(each.name(), own(each.name())));
                var call = Map.of("operation", operation.id(), "arguments", arguments);
                var result = client.call("call_read", call);
                assertThat(result.response().toString()).as(operation.id()).doesNotContain(CANARY);
                found += result.failed() ? 0 : 1;
            }
        }
        org.forgetUnknownRequests();

        assertThat(found).isGreaterThan(30);
    }

    private Object own(String parameter) {
        return ids.getOrDefault(parameter, parameter);
    }

    @Test
    void theValueIsThereToBeHidden() {
        var client = RawClient.connected(servers.readOnly());

        assertThat(TELLING).allSatisfy(tool -> assertThat(answer(client, tool)).contains(CANARY));
    }

    /// A person's `displayName` has the last name in it; that of a group does not.
    @Test
    void noFieldShowsAHiddenName() {
        var names = List.of("actor.displayName", "target.displayName");
        var latest = Map.of("since", "1 hour ago", "sort_order", "DESCENDING", "fields", names);

        var shown = RawClient.connected(servers.readOnly()).call("get_logs", latest);
        var hiding = RawClient.connected(servers.hiding("lastName")).call("get_logs", latest);

        assertThat(shown.value().toString()).contains(CANARY);
        assertThat(hiding.value().toString()).contains("displayName").doesNotContain(CANARY);
    }

    @Test
    void theListOfAttributesSaysWhichAreHidden() {
        var client = RawClient.connected(servers.hiding(HIDDEN));

        var attributes = client.call("get_user_profile_attributes", Map.of()).value();
        var info = client.call("get_server_info", Map.of()).value();

        assertThat(attributes.path("items").valueStream())
                .filteredOn(each -> each.path("hidden").asBoolean(false))
                .extracting(each -> each.path("name").stringValue())
                .containsExactlyInAnyOrder("mobilePhone", "displayName", "secondEmail");
        assertThat(info.path("hidden_fields").toString()).contains("salary");
    }
}

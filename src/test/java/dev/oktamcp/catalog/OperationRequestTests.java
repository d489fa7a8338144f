package dev.oktamcp.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;

import dev.oktamcp.contract.Contract;
import dev.oktamcp.fixture.AgreeingClient;
import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestKeys;
import dev.oktamcp.okta.Operation;
import dev.oktamcp.okta.Operations;
import dev.oktamcp.simulation.RateLimits;
import dev.oktamcp.simulation.RecordedRequest;
import dev.oktamcp.simulation.ServiceApp;
import dev.oktamcp.simulation.SimulatedOrg;
import dev.oktamcp.simulation.SimulationSettings;
import dev.oktamcp.tool.CredentialKind;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.ToolCatalog;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/// Every operation is called with the arguments that its own description has as an example: through
/// `call_*`, and by the name of its tool. Each call leaves as one request, which Okta's documents
/// accept.
@ServerTest
class OperationRequestTests {

    private static final SimulatedOrg ORG =
            SimulatedOrg.start(
                    SimulationSettings.defaults()
                            .withRateLimits(new RateLimits(100, 1000, Map.of())));
    private static final RSAKey KEY = TestKeys.rsa("k1");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};

    /// As many as a server's calls per minute allow: each is described, and called twice.
    private static final int PER_SERVER = 30;

    /// Not marked, but asked about for the secret in their example.
    private static final Set<String> GIVEN_A_SECRET =
            Set.of(
                    "createCaptchaInstance",
                    "replaceCaptchaInstance",
                    "updateApplicationUser",
                    "updateCaptchaInstance",
                    "updateUser");

    private final TestApi api;
    private final Operations operations;
    private final ToolCatalog catalog;
    private final Contract contract = Contract.ofThisRun();
    private final List<String> found = new ArrayList<>();

    OperationRequestTests(
            @Autowired TestApi api,
            @Autowired Operations operations,
            @Autowired ToolCatalog catalog) {
        this.api = api;
        this.operations = operations;
        this.catalog = catalog;
    }

    @BeforeAll
    static void showWhateverIsAskedAbout() {
        ORG.showsAnything();
    }

    @AfterAll
    static void stop() {
        ORG.close();
    }

    @Test
    void leaveAsRequestsThatOktaAccepts() {
        var byToken = connection(Map.of("type", "api_token", "token", ORG.apiToken()));
        var byApp = connection(app());
        var called = 0;
        for (var kind : CredentialKind.values()) {
            var batch = batch(kind);
            for (var from = 0; from < batch.size(); from += PER_SERVER) {
                var server = server(kind == CredentialKind.API_TOKEN ? byToken : byApp);
                var part = batch.subList(from, Math.min(from + PER_SERVER, batch.size()));
                called += call(part, server);
            }
        }

        assertThat(found).isEmpty();
        assertThat(called).isEqualTo(operations.all().size());
    }

    /// By a client that can't ask its human, by one whose human does not answer, and by one whose
    /// human says no.
    @Test
    void nothingIsDestroyedAndNobodyGetsPowerWithoutAYes() {
        var byApp = connection(app());
        var grave =
                operations.all().stream()
                        .filter(OperationRequestTests::needsAYes)
                        .filter(operation ->
                                operation.facts().credentials().contains(CredentialKind.OAUTH))
                        .toList();
        for (var from = 0; from < grave.size(); from += PER_SERVER / 2) {
            var url = server(byApp);
            var describes = RawClient.connected(url);
            for (var operation :
                    grave.subList(from, Math.min(from + PER_SERVER / 2, grave.size()))) {
                ORG.forgetRequests();
                refuses(operation, url, example(operation, describes));
                assertThat(sent()).as(operation.id()).allMatch(each -> each.method().equals("GET"));
            }
        }
        assertThat(grave).hasSizeGreaterThan(250);
    }

    private static void refuses(Operation operation, String url, JsonNode example) {
        var params =
                StatelessClient.params("{}")
                        .put("name", "call_" + operation.facts().effect().word());
        params.set("arguments", example);
        var cannotAsk = StatelessClient.of(url).send("tools/call", params.deepCopy()).body();
        assertThat(cannotAsk).as(operation.id()).contains("NOT_CONFIRMED");

        var asks = StatelessClient.of(url, "{\"elicitation\":{}}");
        var asked = JSON.readTree(asks.send("tools/call", params.deepCopy()).body());
        var state = asked.at("/result/requestState").asString("");
        assertThat(state).as(operation.id()).isNotEmpty();
        params.put("requestState", state);
        params.putObject("inputResponses").putObject("confirmation").put("action", "decline");
        assertThat(asks.send("tools/call", params).body())
                .as(operation.id())
                .contains("The user said no");
    }

    private static boolean needsAYes(Operation operation) {
        var facts = operation.facts();
        return facts.effect() == Effect.DESTROY
                || GIVEN_A_SECRET.contains(operation.id())
                || (facts.sensitive() && facts.effect() != Effect.READ);
    }

    private static List<RecordedRequest> sent() {
        return ORG.requests().stream()
                .filter(request -> !request.target().equals("/oauth2/v1/token"))
                .toList();
    }

    /// All that Okta lets be called by this kind of credential, and not by the kind before.
    private List<Operation> batch(CredentialKind kind) {
        return operations.all().stream()
                .filter(operation -> operation.facts().credentials().contains(kind))
                .filter(operation ->
                        kind == CredentialKind.API_TOKEN
                                || !operation
                                        .facts()
                                        .credentials()
                                        .contains(CredentialKind.API_TOKEN))
                .toList();
    }

    private Map<String, Object> app() {
        var scopes = new TreeSet<String>();
        operations.all().forEach(operation -> scopes.addAll(operation.facts().scopes()));
        ORG.hasServiceApp(
                ServiceApp.of("0oaEverything", KEY.toPublicJWK().toJSONString())
                        .withScopes(scopes.toArray(String[]::new)));
        return TestKeys.auth("0oaEverything", KEY, scopes);
    }

    private String connection(Map<String, ?> auth) {
        var body =
                Map.of(
                        "name",
                        "org " + UUID.randomUUID(),
                        "org_url",
                        ORG.url().toString(),
                        "auth",
                        auth);
        var created = api.post("/connections", JSON.writeValueAsString(body));
        assertThat(created.status()).as(created.response().body()).isEqualTo(201);
        return created.text("/id");
    }

    private String server(String connection) {
        var all =
                "{\"name\": \"all\", \"config\": {\"methods\": [\"read\", \"write\", \"custom\"]}}";
        return api.post("/connections/" + connection + "/mcp-servers", all).text("/url");
    }

    private int call(Collection<Operation> part, String server) {
        var called = 0;
        var client = RawClient.connected(server);
        try (var agreeing = new AgreeingClient(server)) {
            for (var operation : part) {
                var example = example(operation, client);
                var through = "call_" + operation.facts().effect().word();
                call(operation, through, example, client, agreeing);
                if (isOwn(operation)) {
                    var arguments = example.path("arguments");
                    call(operation, operation.tool(), arguments, client, agreeing);
                }
                called++;
            }
        }
        return called;
    }

    private JsonNode example(Operation operation, RawClient client) {
        var described = client.call("describe_operation", Map.of("operation", operation.id()));
        assertThat(described.failed()).as(described.text()).isFalse();
        return described.value().path("example");
    }

    /// Whether no tool that is written by hand stands in its place.
    private boolean isOwn(Operation operation) {
        return catalog.find(operation.tool()).equals(catalog.ofOperation(operation.id()));
    }

    private void call(
            Operation operation,
            String tool,
            JsonNode arguments,
            RawClient client,
            AgreeingClient agreeing) {
        ORG.forgetRequests();
        var given = JSON.convertValue(arguments, ARGUMENTS);
        var result = needsAYes(operation) ? agreeing.call(tool, given) : client.call(tool, given);
        check(operation, tool + " " + arguments, result);
    }

    private void check(Operation operation, String call, CallResult result) {
        var requests = sent();
        var own = requests.stream().filter(request -> isOf(operation, request)).toList();
        var looks = requests.stream().filter(request -> request.method().equals("GET")).count();
        var rest = requests.size() - looks - (operation.http().equals("GET") ? 0 : 1);
        if (own.size() != 1 || rest != 0) {
            found.add("%s sent %s: %s".formatted(call, requests, result.text()));
            return;
        }
        requests.forEach(request ->
                contract.violations(request).forEach(each -> found.add(call + ": " + each)));
    }

    private static boolean isOf(Operation operation, RecordedRequest request) {
        var path =
                Pattern.compile("\\{[^}]*}")
                        .splitAsStream(operation.path() + " ")
                        .map(String::strip)
                        .map(Pattern::quote)
                        .toList();
        return request.method().equals(operation.http())
                && request.target().matches(String.join("[^/?]+", path) + "(\\?.*)?");
    }
}

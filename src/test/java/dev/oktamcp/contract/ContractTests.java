package dev.oktamcp.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.oktamcp.simulation.RecordedRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the checks find and what they let pass: `operations.json` always, Okta's documents where
/// they are at hand.
class ContractTests {

    private static final boolean DOCUMENTS = !System.getProperty("okta.openapi", "").isEmpty();

    static Stream<Contract> contracts() {
        return DOCUMENTS
                ? Stream.of(Contract.of(""), Contract.ofThisRun())
                : Stream.of(Contract.ofThisRun());
    }

    private static RecordedRequest get(String target) {
        return new RecordedRequest("GET", target, Map.of("accept", "application/json"), "");
    }

    private static RecordedRequest post(String target, String body) {
        var headers = Map.of("accept", "application/json", "content-type", "application/json");
        return new RecordedRequest("POST", target, headers, body);
    }

    private static void refuses(Contract contract, RecordedRequest request, String... parts) {
        assertThat(contract.violations(request))
                .as(request.toString())
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation).startsWith(request.toString()))
                .anySatisfy(violation -> assertThat(violation).contains(parts));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void letsGoodRequestsPass(Contract contract) {
        var good =
                List.of(
                        get("/api/v1/users?limit=2&search=profile.login%20eq%20%22a%22"),
                        get("/api/v1/users/a%2Fb%40example.com"),
                        get("/api/v1/groups/rules?limit=50"),
                        get("/governance/api/v1/campaigns?limit=20"),
                        post("/api/v1/users/00u1/lifecycle/suspend", ""),
                        post("/api/v1/groups", "{\"profile\":{\"name\":\"A\",\"floor\":3}}"),
                        post("/api/v1/users", "{\"profile\":{\"login\":\"ada@example.com\"}}"),
                        post(
                                "/api/v1/zones",
                                """
                                {"type":"IP","name":"Office","status":"ACTIVE",
                                 "gateways":[{"type":"CIDR","value":"192.0.2.0/24"}]}\
                                """));

        assertThat(good).flatMap(contract::violations).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void findsAPathOrMethodThatOktaDoesNotHave(Contract contract) {
        refuses(contract, get("/api/v1/people"), "no such operation");
        refuses(contract, post("/api/v1/logs", ""), "no such operation");
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void findsAParameterThatIsUnknownOrMissing(Contract contract) {
        refuses(contract, get("/api/v1/users?limits=2"), "limits");
        refuses(contract, get("/api/v1/policies"), "type");
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void findsAValueThatIsNoneOfThoseAllowed(Contract contract) {
        refuses(contract, get("/api/v1/logs?sortOrder=UP"), "sortOrder", "ASCENDING");
        refuses(contract, get("/api/v1/users?limit=many"), "limit", "integer");
        refuses(contract, get("/governance/api/v1/campaigns?limit=201"), "limit", "200");
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void findsABodyThatLacksOrInventsSomething(Contract contract) {
        refuses(contract, post("/api/v1/users", "{\"groupIds\":[]}"), "profile");
        refuses(contract, post("/api/v1/users", ""), "body");
        refuses(contract, post("/api/v1/groups", "{\"profle\":{}}"), "/profle");
        refuses(contract, post("/api/v1/groups", "{\"profile\":{\"name\":1}}"), "name");
        refuses(contract, post("/api/v1/zones", "{\"type\":\"XY\",\"name\":\"a\"}"), "type");
    }

    @Test
    void readsEverySchemaOfOktasDocuments() throws IOException {
        assumeThat(DOCUMENTS).as("-Dokta.openapi is given").isTrue();
        var broken = new ArrayList<String>();
        for (var operation : KnownOperation.all()) {
            var path = String.join("/", operation.path()).replaceAll("\\{[^}]*}", "id");
            var headers = Map.of("content-type", "application/json");
            var request = new RecordedRequest(operation.http(), path, headers, "{}");
            Contract.ofThisRun().violations(request).stream()
                    .filter(violation -> violation.contains("Schema, cannot"))
                    .forEach(broken::add);
        }

        assertThat(broken).isEmpty();
    }
}

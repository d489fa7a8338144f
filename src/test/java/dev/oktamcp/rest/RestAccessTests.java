package dev.oktamcp.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.contract.RestContract;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestApi.Answer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.Set;
import java.util.stream.Stream;

/// Every operation of the REST API is for the role `admin` alone.
@ServerTest
class RestAccessTests {

    private static final Set<String> WITH_BODY = Set.of("POST", "PATCH");

    private final TestApi api;

    RestAccessTests(@Autowired TestApi api) {
        this.api = api;
    }

    /// All that are described, which are all that there are (`RestContractTests`).
    static Stream<String> operations() {
        return RestContract.ofThisServer().operations().stream()
                .filter(operation -> !operation.equals("GET /api/openapi.yaml"));
    }

    private static Answer send(TestApi client, String operation) {
        var parts = operation.split(" /api", 2);
        var path = parts[1].replaceAll("\\{[^}]*}", "x");
        return client.send(parts[0], path, WITH_BODY.contains(parts[0]) ? "{}" : null);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesWhoeverHasNoToken(String operation) {
        var answer = send(api.by(null), operation);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("/detail")).contains("needs an API token with the role admin");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void refusesASecondFactor(String operation) {
        var made = api.post("/api-tokens", "{\"name\": \"factor\", \"roles\": [\"mcp\"]}");

        var answer = send(api.by(made.text("/token")), operation);

        api.delete("/api-tokens/" + made.text("/id"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/detail")).contains("has not the role admin");
    }
}

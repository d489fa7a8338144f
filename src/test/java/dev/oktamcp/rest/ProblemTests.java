package dev.oktamcp.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.fixture.TestApi.Answer;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A malformed request is told what in it is meant.
@ServerTest
class ProblemTests {

    private final TestApi api;
    private final String connection;

    ProblemTests(@Autowired TestApi api) {
        this.api = api;
        this.connection = "/connections/" + api.get("/connections").text("/items/0/id");
    }

    private static void assertNames(String field, Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/detail")).contains(field);
        assertThat(answer.text("/field")).isEqualTo(field);
    }

    @Test
    void namesAParameterOfAnotherType() {
        assertNames("cascade", api.delete(connection + "?cascade=x"));
    }

    @Test
    void namesAVersionThatIsNone() {
        assertNames("If-Match", api.with("If-Match", "*").send("PATCH", connection, "{}"));
    }

    @Test
    void namesNothingInABodyThatIsNoJson() {
        var answer = api.post("/connections", "{");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().has("field")).isFalse();
    }
}

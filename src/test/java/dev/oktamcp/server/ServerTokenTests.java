package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.store.Token;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;

@ServerTest
class ServerTokenTests {

    private final TestServers servers;
    private final SettableClock clock;
    private final JdbcClient jdbc;

    ServerTokenTests(
            @Autowired TestServers servers,
            @Autowired SettableClock clock,
            @Autowired JdbcClient jdbc) {
        this.servers = servers;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @AfterEach
    void now() {
        clock.goBackToNow();
    }

    private static HttpResponse<String> answer(String url) {
        return RawClient.of(url).initialize("{}");
    }

    @Test
    void answersAWrongSecretAnUnknownIdAndAnExpiredUrlAlike() {
        var url = servers.readOnly();
        var wrongSecret = url.substring(0, url.length() - 1) + (url.endsWith("A") ? "B" : "A");
        var unknownId = url.replace(TestServers.id(url), "000000000000");
        var expired = servers.with(Filter.ofMethods("read"), clock.instant().minusSeconds(1));

        var answers =
                Stream.of(wrongSecret, unknownId, expired, url + "x", url.replace(".", ""))
                        .map(ServerTokenTests::answer)
                        .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(404);
        assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.getFirst().body());
        assertThat(answers.getFirst().body())
                .contains("There is no MCP server at this URL")
                .doesNotContain("\"id\"");
    }

    @Test
    void endsToTheSecond() {
        var url = servers.with(Filter.ofMethods("read"), clock.instant().plusSeconds(60));
        assertThat(answer(url).statusCode()).isEqualTo(200);

        clock.goAhead(Duration.ofSeconds(60));

        assertThat(answer(url).statusCode()).isEqualTo(404);
    }

    @Test
    void keepsNoSecretInTheDatabase() {
        var url = servers.readOnly();
        var secret = url.substring(url.lastIndexOf('.') + 1);

        var rows =
                jdbc.sql(
                                "select * from server_token t join server_definition s on s.id ="
                                        + " t.server_id")
                        .query()
                        .listOfRows();

        assertThat(rows).isNotEmpty();
        assertThat(rows.toString()).contains(TestServers.id(url)).doesNotContain(secret);
    }

    @Test
    void isNotShownByItsOwnText() {
        assertThat(Token.create().toString()).endsWith(".…]");
    }

    @Test
    void hasAnIdAndASecretOf256Bits() {
        var token = Token.create();

        assertThat(token.id()).matches("[0-9a-f]{12}");
        assertThat(token.secret()).matches("[A-Za-z0-9_-]{43}");
        assertThat(Token.parse(token.text())).hasValue(token);
    }

    @Test
    void isRefusedInAQuery() {
        var url = servers.readOnly();
        var base = url.substring(0, url.lastIndexOf('/'));

        assertThat(answer(base + "/?token=" + url.substring(url.lastIndexOf('/') + 1)).statusCode())
                .isEqualTo(404);
    }
}

package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OrgProbe.error;
import static dev.oktamcp.simulation.OrgProbe.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// Checks tokens, paths, quotas and faults of the simulation.
class SimulatedEdgeTests {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.800Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final SimulatedOrg org =
            SimulatedOrg.start(SimulationSettings.defaults().withClock(CLOCK));
    private final OrgProbe probe = new OrgProbe(org);

    @AfterEach
    void stop() {
        probe.close();
    }

    @Test
    void refusesUnknownTokens() throws Exception {
        assertThat(error(probe.send("GET", "/api/v1/users", "wrong"))).isEqualTo("401 E0000011");
    }

    @Test
    void decodesAPathOnceAndKnowsNoDots() throws Exception {
        var encodedTwice = probe.get("/api/v1/users/ada.lovelace%2540example.com");
        var climbing = probe.get("/api/v1/users/%2e%2e/groups");

        assertThat(error(encodedTwice)).isEqualTo("404 E0000007");
        assertThat(error(climbing)).isEqualTo("404 E0000008");
        assertThat(org.unknownRequests()).contains("GET /api/v1/users/%2e%2e/groups");
    }

    @Test
    void countsDownABucketAndThenRefuses() throws Exception {
        var settings = SimulationSettings.bare().withClock(CLOCK).withRateLimit(RateBucket.LOGS, 2);
        try (var own = new OrgProbe(SimulatedOrg.start(settings))) {
            var first = own.get("/api/v1/logs");
            own.get("/api/v1/logs");
            var refused = own.get("/api/v1/logs");

            assertThat(header(first, "X-Rate-Limit-Limit")).isEqualTo("2");
            assertThat(header(first, "X-Rate-Limit-Remaining")).isEqualTo("1");
            assertThat(error(refused)).isEqualTo("429 E0000047");
            assertThat(secondsToReset(refused)).isBetween(59L, 62L);
            assertThat(error(own.get("/api/v1/users/none"))).isEqualTo("404 E0000007");
        }
    }

    private static long secondsToReset(HttpResponse<String> response) {
        var date = ZonedDateTime.parse(header(response, "Date"), RFC_1123_DATE_TIME);
        return Long.parseLong(header(response, "X-Rate-Limit-Reset")) - date.toEpochSecond();
    }

    @Test
    void grantsATokenHalfOfABucket() throws Exception {
        assertThat(header(probe.get("/api/v1/logs?limit=1"), "X-Rate-Limit-Limit")).isEqualTo("60");
    }

    @Test
    void refusesOtherMethodsAndMissingLengths() throws Exception {
        assertThat(error(probe.send("PATCH", "/api/v1/users"))).isEqualTo("405 E0000022");
        assertThat(statusLineOfBarePost("/api/v1/users/me/lifecycle/suspend")).contains(" 411 ");
    }

    private String statusLineOfBarePost(String path) throws IOException {
        var request =
                "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: SSWS %s\r\nConnection: close\r\n\r\n"
                        .formatted(path, org.apiToken());
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), org.url().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void meetsEachFaultOnce() throws Exception {
        org.next(Fault.concurrencyLimit());
        org.next(Fault.status(503));
        org.next(Fault.foreignNextLink());
        org.next(Fault.redirect("https://foreign.example.net/"));
        var crowded = probe.get("/api/v1/groups");

        assertThat(error(crowded)).isEqualTo("429 E0000047");
        assertThat(header(crowded, "X-Rate-Limit-Limit")).isEqualTo("0");
        assertThat(error(probe.get("/api/v1/groups"))).isEqualTo("503 E0000010");
        assertThat(probe.get("/api/v1/groups").headers().allValues("link").getLast())
                .startsWith("<" + Edge.FOREIGN_HOST);
        assertThat(probe.get("/api/v1/groups").statusCode()).isEqualTo(302);
        assertThat(probe.get("/api/v1/groups").statusCode()).isEqualTo(200);
    }

    @Test
    void breaksOffAnswers() {
        org.next(Fault.truncatedBody());
        assertThatThrownBy(() -> probe.get("/api/v1/groups")).isInstanceOf(IOException.class);
    }

    @Test
    void recordsRequestsAsTheyCameWithoutTheToken() throws Exception {
        probe.get("/api/v1/users/%41da?x=%20");

        var request = org.requests().getLast();
        assertThat(request.target()).isEqualTo("/api/v1/users/%41da?x=%20");
        assertThat(request.headers()).doesNotContainKey("authorization");
    }

    @Test
    void losesAnAnswerButNotItsEffect() {
        var id = org.userId("ada.lovelace@example.com");
        org.next(Fault.dropAnswer());

        assertThatThrownBy(() -> probe.send("POST", "/api/v1/users/" + id + "/lifecycle/suspend"))
                .isInstanceOf(IOException.class);
        assertThat(org.statusOf(id)).isEqualTo("SUSPENDED");
    }

    @Test
    void dropsAConnectionBeforeAnyEffect() {
        var id = org.userId("ada.lovelace@example.com");
        org.next(Fault.dropConnection());

        assertThatThrownBy(() -> probe.send("POST", "/api/v1/users/" + id + "/lifecycle/suspend"))
                .isInstanceOf(IOException.class);
        assertThat(org.statusOf(id)).isEqualTo("ACTIVE");
    }
}

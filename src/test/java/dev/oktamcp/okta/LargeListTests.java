package dev.oktamcp.okta;

import static dev.oktamcp.okta.WrongOkta.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SimulatedOrgInitializer;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.fixture.Tokens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Answers that are larger than a model takes.
@ServerTest
@Import(WritingTools.class)
@ContextConfiguration(initializers = {SimulatedOrgInitializer.class, WrongOkta.Initializer.class})
class LargeListTests {

    private static final int MOST_TOKENS = 25_000;
    private static final int MOST_CHARACTERS = 150_000;

    private final WrongOkta okta;
    private final RawClient client;

    LargeListTests(@Autowired WrongOkta okta, @Autowired TestServers servers) {
        this.okta = okta;
        this.client = RawClient.connected(servers.full());
    }

    /// As many as the largest answer that is read (`WrongOkta`) may have.
    private static String users(String profile) {
        var random = new Random(1);
        var users = new StringBuilder("[");
        while (users.toString().getBytes(StandardCharsets.UTF_8).length < 250_000) {
            for (int i = 0; i < 10; i++) {
                users.append("{\"id\":\"%s\",\"profile\":{".formatted(id(random)))
                        .append(profile.replace("$id", id(random)))
                        .append("}},");
            }
        }
        return users.append("{\"id\":\"last\"}]").toString();
    }

    private static String id(Random random) {
        var bytes = new byte[15];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    private static void assertFits(CallResult result) {
        assertThat(Tokens.of(result.text())).isLessThanOrEqualTo(MOST_TOKENS);
        assertThat(result.text().length()).isLessThanOrEqualTo(MOST_CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"manager\":\"$id\",\"team\":\"$id$id$id\"",
                "\"at\":[\"2026-01-12T08:21:33.000Z\",\"2026-02-13T09:31:44.000Z\"]",
                "\"description\":\"Looks after the contracts of people who work from outside\"",
                "\"name\":\"高橋 美咲\",\"department\":\"情報システム部\",\"title\":\"管理者\"",
                "\"name\":\"Phạm Thị Minh Khai\",\"title\":\"Chuyên viên quản trị hệ thống\"",
                "\"name\":\"አስተዳዳሪዎች የሠራተኞችን\",\"team\":\"👩‍💻🏳️‍🌈\""
            })
    void endAListBeforeItIsTooLarge(String profile) {
        okta.answers(answer(200, users(profile)));

        var result = client.call("list_users", Map.of("fetch_all", true));

        assertFits(result);
        assertThat(Tokens.of(result.text())).isGreaterThan(9_000);
        assertThat(result.value().path("has_more").booleanValue()).isTrue();
        assertThat(result.value().path("note").stringValue()).startsWith("The answer is full.");
        assertThat(result.value().has("cut")).isFalse();
    }

    @Test
    void cutTheListsInsideOfAnObjectAndSaySo() {
        okta.answers(
                answer(200, "{\"id\":\"00u1\",\"profile\":{\"teams\":%s}}".formatted(uuids())));

        var result = client.call("get_user", Map.of("user_id", "00u1"));

        assertFits(result);
        var cut = result.value().at("/cut/0");
        assertThat(cut.path("at").stringValue()).isEqualTo("/profile/teams");
        assertThat(cut.path("of").intValue()).isEqualTo(5_000);
        assertThat(result.value().at("/profile/teams"))
                .hasSize(cut.path("shown").intValue())
                .hasSizeGreaterThan(500);
        assertThat(result.value().path("cut_note").stringValue()).contains("ask for less at once");
    }

    private static String uuids() {
        var random = new Random(1);
        return IntStream.range(0, 5_000)
                .mapToObj(i -> "\"%s\"".formatted(new UUID(random.nextLong(), i)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void refuseWhatCanNotBeCutOfARead() {
        okta.answers(answer(200, "{\"id\":\"00u1\",\"x\":\"%s\"}".formatted("x".repeat(160_000))));

        assertThat(client.call("get_user", Map.of("user_id", "00u1")).code())
                .isEqualTo("TOO_LARGE");
    }

    @Test
    void neverCallAChangeFailedThatWasMade() {
        okta.answers(answer(200, "{\"id\":\"00g1\",\"x\":\"%s\"}".formatted("x".repeat(160_000))));

        var result = client.call("test_create_group", Map.of());

        assertThat(result.value().path("done").stringValue()).startsWith("It worked");
    }

    @Test
    void cutTheAnswerToAChange() {
        okta.answers(answer(200, "{\"id\":\"00g1\",\"members\":%s}".formatted(uuids())));

        JsonNode value = client.call("test_create_group", Map.of()).value();

        assertThat(value.path("id").stringValue()).isEqualTo("00g1");
        assertThat(value.path("cut_note").stringValue()).startsWith("It worked.");
    }
}

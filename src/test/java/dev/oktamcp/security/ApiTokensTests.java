package dev.oktamcp.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.StoreTest;
import dev.oktamcp.store.Token;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Set;

@StoreTest
class ApiTokensTests {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

    private final ApiTokens tokens;

    ApiTokensTests(Databases databases) {
        tokens = new ApiTokens(databases.fresh().jdbc());
    }

    private static ApiToken token(String id, Role role, @Nullable Instant end, Instant made) {
        return new ApiToken(id, "tøken", Set.of(role), Set.of("s1", "s2"), end, made, null);
    }

    private ApiToken stored(Token secret, Role role, @Nullable Instant end, Instant made) {
        var token = token(secret.id(), role, end, made);
        tokens.insert(token, secret, 1);
        return token;
    }

    private ApiToken stored(String id, Instant made) {
        return stored(Token.of(id), Role.MCP, null, made);
    }

    @Test
    void findsWhatItStoredAndItsHash() {
        var secret = Token.create();
        var token = stored(secret, Role.MCP, NOW.plusSeconds(1), NOW);
        stored("other", NOW);

        assertThat(tokens.find(secret.id()))
                .hasValue(new ApiTokens.Stored(token, Token.hash(secret.secret())));
        assertThat(tokens.find("unknown")).isEmpty();
    }

    @Test
    void listsInTheOrderInWhichTheyWereMade() {
        var third = stored("a-third", NOW.plusSeconds(1));
        var first = stored("b-first", NOW);
        var second = stored("c-second", NOW);

        assertThat(tokens.list(null, 1)).containsExactly(first, second);
        assertThat(tokens.list("b-first", 1)).containsExactly(second, third);
        assertThat(tokens.list("c-second", 2)).containsExactly(third);
        assertThat(tokens.list("a-third", 2)).isEmpty();
    }

    @Test
    void notesWhenOneWasUsed() {
        stored("used", NOW);
        var other = stored("unused", NOW);

        tokens.used("used", NOW.plusSeconds(60));

        assertThat(tokens.find("used").orElseThrow().token().lastUsedAt())
                .isEqualTo(NOW.plusSeconds(60));
        assertThat(tokens.find("unused").orElseThrow().token()).isEqualTo(other);
    }

    @Test
    void forgetsADeletedOneOnce() {
        stored("deleted", NOW);
        var other = stored("kept", NOW);

        assertThat(tokens.delete("deleted", NOW, 2)).isTrue();
        assertThat(tokens.delete("deleted", NOW, 2)).isFalse();

        assertThat(tokens.find("deleted")).isEmpty();
        assertThat(tokens.list(null, 10)).containsExactly(other);
    }

    @Test
    void knowsWhichWereDeletedAfterARevision() {
        stored("first", NOW);
        stored("second", NOW);
        stored("kept", NOW);

        tokens.delete("first", NOW, 7);
        tokens.delete("second", NOW, 8);

        assertThat(tokens.deletedAfter(6)).containsExactlyInAnyOrder("first", "second");
        assertThat(tokens.deletedAfter(7)).containsExactly("second");
        assertThat(tokens.deletedAfter(0)).doesNotContain("kept");
    }

    @Test
    void knowsWhichEndAndWhen() {
        stored(Token.of("endless"), Role.MCP, null, NOW);
        stored(Token.of("early"), Role.MCP, NOW.plusSeconds(1), NOW);
        stored(Token.of("late"), Role.MCP, NOW.plusSeconds(2), NOW);

        assertThat(tokens.nextEnd(NOW)).hasValue(NOW.plusSeconds(1));
        assertThat(tokens.nextEnd(NOW.plusSeconds(1))).hasValue(NOW.plusSeconds(2));
        assertThat(tokens.nextEnd(NOW.plusSeconds(2))).isEmpty();
        assertThat(tokens.ended(NOW, NOW.plusSeconds(1))).containsExactly("early");
        assertThat(tokens.ended(NOW.plusSeconds(1), NOW.plusSeconds(9))).containsExactly("late");
    }

    @Test
    void knowsWhetherAnybodyRules() {
        stored(Token.create(), Role.MCP, null, NOW);
        stored(Token.create(), Role.ADMIN, NOW.minusSeconds(1), NOW);
        assertThat(tokens.anyAdmin(NOW)).isFalse();

        stored(Token.of("admin"), Role.ADMIN, NOW.plusSeconds(1), NOW);
        assertThat(tokens.anyAdmin(NOW)).isTrue();

        tokens.delete("admin", NOW, 2);
        assertThat(tokens.anyAdmin(NOW)).isFalse();
    }
}

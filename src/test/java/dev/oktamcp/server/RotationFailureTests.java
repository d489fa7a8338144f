package dev.oktamcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Databases;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.StoreTest;
import dev.oktamcp.server.BreakingDataSource.Failure;
import dev.oktamcp.store.Token;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import java.time.Duration;
import java.util.Optional;

/// A rotation that fails at any of its steps leaves the token that was good before. Each step in
/// turn, until a rotation goes through.
@StoreTest
class RotationFailureTests {

    /// A change of the revision, the old token and the new one, and the commit.
    private static final int LEAST_STEPS = 4;

    private final SettableClock clock = new SettableClock();
    private final BreakingDataSource source;
    private final ServerStore store;

    RotationFailureTests(Databases databases) {
        this.source = new BreakingDataSource(databases.of(RotationFailureTests.class).dataSource());
        this.store = new ServerStore(source, clock);
    }

    private boolean opens(Token token) {
        return store.tokens().of(token.id()).stream()
                .filter(good -> good.at(clock.instant()))
                .anyMatch(good -> token.matches(Optional.of(good.hash())));
    }

    /// Empty where it failed.
    private Optional<Token> rotated(Token old, Duration grace, int step, Failure failure) {
        source.failAt(step, failure);
        try {
            return store.changes().rotate(old.id(), grace);
        } catch (DataAccessException | TransactionException e) {
            assertThat(e).hasStackTraceContaining(BreakingDataSource.FAILS);
            return Optional.empty();
        } finally {
            source.works();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OF_THE_STEP, PT0S", "OF_THE_STEP, PT1H",
        "OF_THE_CONNECTION, PT0S", "OF_THE_CONNECTION, PT1H"
    })
    void leavesTheOldTokenUntilTheNewOneIsCommitted(Failure failure, Duration grace) {
        var old = store.made();
        var before = store.tokens().of(old.id());
        var step = 0;
        var next = rotated(old, grace, step, failure);
        while (next.isEmpty()) {
            assertThat(opens(old)).as("after step %d", step).isTrue();
            assertThat(store.tokens().of(old.id())).as("after step %d", step).isEqualTo(before);
            step++;
            next = rotated(old, grace, step, failure);
        }
        assertThat(step).isGreaterThan(LEAST_STEPS);
        assertThat(opens(next.orElseThrow())).isTrue();
        assertThat(opens(old)).isEqualTo(grace.isPositive());
    }
}

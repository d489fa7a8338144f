package dev.oktamcp.security;

import dev.oktamcp.server.Printout;
import dev.oktamcp.store.PrivateFile;
import dev.oktamcp.store.Revision;
import dev.oktamcp.store.Rows;
import dev.oktamcp.store.Token;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// The first API token: the one in `OKTA_MCP_BOOTSTRAP_API_TOKEN`, or, where no token rules the
/// REST API, a new one in a file that its owner alone can read.
@Component
class BootstrapToken {

    private static final int SHORTEST = 32;

    private final ApiTokens tokens;
    private final Revision revision;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Path file;
    private final @Nullable String hash;

    /// @param given `okta-mcp.bootstrap-api-token`; empty for none
    BootstrapToken(
            ApiTokens tokens,
            Revision revision,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${okta-mcp.bootstrap-api-token:}") String given,
            @Value("${okta-mcp.data-directory:./data}") Path directory) {
        this.tokens = tokens;
        this.revision = revision;
        this.transaction = transaction;
        this.clock = clock;
        this.file = directory.resolve("bootstrap-api-token");
        this.hash = given.isBlank() ? null : Token.hash(checked(given.strip()));
    }

    private static String checked(String given) {
        if (given.length() < SHORTEST || !given.chars().allMatch(c -> c > 32 && c < 127)) {
            throw new IllegalArgumentException(
                    "OKTA_MCP_BOOTSTRAP_API_TOKEN is refused: it must have at least %d characters, without blanks; openssl rand -hex 32 makes one."
                            .formatted(SHORTEST));
        }
        return given;
    }

    /// Whether this is the token of the environment.
    Optional<ApiToken> matches(String text) {
        return matchesHash(Token.hash(text));
    }

    /// The same, of a text that was hashed before.
    Optional<ApiToken> matchesHash(String given) {
        return Token.sameHash(given, Optional.ofNullable(hash))
                ? Optional.of(
                        new ApiToken(
                                "environment",
                                "OKTA_MCP_BOOTSTRAP_API_TOKEN",
                                Set.of(Role.ADMIN),
                                Set.of(),
                                null,
                                Instant.EPOCH,
                                null))
                : Optional.empty();
    }

    @EventListener
    @Order(0)
    void ready(ApplicationReadyEvent event) {
        if (hash != null) {
            return;
        }
        var made = transaction.execute(status -> make());
        if (Boolean.TRUE.equals(made)) {
            Printout.print(
                    """

                    The token for the REST API (Authorization: Bearer …) is in the file

                      %s

                    """
                            .formatted(file.toAbsolutePath().normalize()));
        }
    }

    /// One replica after the other: the revision is locked until the commit.
    private boolean make() {
        var number = revision.next();
        var now = Rows.micros(clock.instant());
        if (tokens.anyAdmin(now)) {
            return false;
        }
        var token = Token.create();
        PrivateFile.write(
                file,
                token.text() + "\n",
                "Give the first token for the REST API as OKTA_MCP_BOOTSTRAP_API_TOKEN.");
        tokens.insert(
                new ApiToken(
                        token.id(), "bootstrap", Set.of(Role.ADMIN), Set.of(), null, now, null),
                token,
                number);
        return true;
    }
}

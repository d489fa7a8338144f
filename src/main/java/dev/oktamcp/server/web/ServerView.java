package dev.oktamcp.server.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import dev.oktamcp.server.StoredServer;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// An MCP server as the REST API shows it.
///
/// @param state `active`, `disabled` or `expired`
/// @param url a secret: in the answer to creation and rotation alone
/// @param warnings what its maker may not have meant; where the definition was just set
@JsonNaming(SnakeCaseStrategy.class)
record ServerView(
        String id,
        String connectionId,
        String name,
        ServerInput.ConfigInput config,
        @Nullable Instant expiresAt,
        String state,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @JsonInclude(Include.NON_NULL) @Nullable String url,
        @JsonInclude(Include.NON_NULL) @Nullable List<String> warnings) {

    static ServerView of(StoredServer server, Instant now) {
        var definition = server.definition();
        return new ServerView(
                definition.id(),
                definition.connectionId(),
                definition.name(),
                ServerInput.of(definition.config()),
                definition.expiresAt(),
                server.state(now).name().toLowerCase(Locale.ROOT),
                server.version(),
                server.createdAt(),
                server.updatedAt(),
                null,
                null);
    }

    ServerView with(@Nullable String newUrl, @Nullable List<String> newWarnings) {
        return new ServerView(
                id,
                connectionId,
                name,
                config,
                expiresAt,
                state,
                version,
                createdAt,
                updatedAt,
                newUrl,
                newWarnings);
    }
}

package dev.oktamcp.server.web;

import dev.oktamcp.connection.Connection;
import dev.oktamcp.connection.Connections;
import dev.oktamcp.rest.Body;
import dev.oktamcp.rest.Given;
import dev.oktamcp.rest.PageQuery;
import dev.oktamcp.rest.PageReader;
import dev.oktamcp.rest.RestException;
import dev.oktamcp.rest.RestList;
import dev.oktamcp.rest.RestResource;
import dev.oktamcp.rest.Versions;
import dev.oktamcp.server.PublicUrl;
import dev.oktamcp.server.ServerChanges;
import dev.oktamcp.server.Servers;
import dev.oktamcp.server.StoredServer;
import dev.oktamcp.store.Token;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/// `/api/connections/{id}/mcp-servers`.
@RestResource
@RequestMapping("/api/connections/{connectionId}/mcp-servers")
class ServerResource {

    private static final Duration LONGEST_GRACE = Duration.ofDays(30);

    private final Connections connections;
    private final Servers servers;
    private final ServerChanges changes;
    private final ServerForm form;
    private final PublicUrl publicUrl;
    private final PageReader pages;
    private final Clock clock;

    ServerResource(
            Connections connections,
            Servers servers,
            ServerChanges changes,
            ServerForm form,
            PublicUrl publicUrl,
            PageReader pages,
            Clock clock) {
        this.connections = connections;
        this.servers = servers;
        this.changes = changes;
        this.form = form;
        this.publicUrl = publicUrl;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    RestList<ServerView> list(@PathVariable String connectionId, PageQuery query) {
        var connection = connection(connectionId);
        var found = servers.list(connection.id(), query.after(), query.limit());
        return pages.page(query, found, server -> server.definition().id(), this::view);
    }

    @PostMapping
    ResponseEntity<ServerView> create(@PathVariable String connectionId, Body body) {
        var connection = connection(connectionId);
        var token = Token.create();
        var input = body.as(ServerInput.class);
        var checked = form.checked(input, token.id(), connection, null);
        var server = changes.create(checked.definition(), token);
        var path = "/api/connections/%s/mcp-servers/%s".formatted(connectionId, token.id());
        return ResponseEntity.created(URI.create(path))
                .eTag(Versions.tag(server.version()))
                .body(view(server).with(publicUrl.of(token), checked.warnings()));
    }

    @GetMapping("/{id}")
    ResponseEntity<ServerView> get(@PathVariable String connectionId, @PathVariable String id) {
        return answer(server(connectionId, id));
    }

    @PatchMapping("/{id}")
    ResponseEntity<ServerView> patch(
            @PathVariable String connectionId,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Body body) {
        var current = server(connectionId, id);
        Versions.check(ifMatch, current.version());
        var definition = current.definition();
        var input = body.appliedTo(ServerInput.of(definition), ServerInput.class);
        var checked =
                body.names("config")
                        ? form.checked(input, id, connection(connectionId), definition.expiresAt())
                        : form.withConfigOf(definition, input, connection(connectionId));
        var changed =
                changes.update(current, checked.definition())
                        .orElseThrow(() -> Versions.changed(server(connectionId, id).version()));
        return Versions.ok(view(changed).with(null, checked.warnings()), changed.version());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String connectionId, @PathVariable String id) {
        changes.delete(server(connectionId, id).definition().id());
    }

    /// Gives it a new URL.
    ///
    /// @param grace how long the old one goes on working, such as `PT1H`; without it not at all
    @PostMapping("/{id}/rotate")
    ResponseEntity<ServerView> rotate(
            @PathVariable String connectionId,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String grace) {
        var lives = Given.duration(grace, "grace", LONGEST_GRACE);
        var server = server(connectionId, id);
        if (server.state(clock.instant()) == StoredServer.State.EXPIRED) {
            throw RestException.conflict(
                    "The server has expired. Give it a later expires_at first, then rotate.");
        }
        var token = changes.rotate(id, lives).orElseThrow(() -> gone(id));
        return ResponseEntity.ok()
                .eTag(Versions.tag(server.version()))
                .body(view(server).with(publicUrl.of(token), null));
    }

    @PostMapping("/{id}/disable")
    ResponseEntity<ServerView> disable(@PathVariable String connectionId, @PathVariable String id) {
        var server = server(connectionId, id);
        return answer(
                server.disabledAt() != null
                        ? server
                        : changes.disable(id).orElseThrow(() -> gone(id)));
    }

    @PostMapping("/{id}/enable")
    ResponseEntity<ServerView> enable(@PathVariable String connectionId, @PathVariable String id) {
        var server = server(connectionId, id);
        return answer(
                server.disabledAt() == null
                        ? server
                        : changes.enable(id).orElseThrow(() -> gone(id)));
    }

    private Connection connection(String id) {
        return connections.find(id).orElseThrow(() -> RestException.notFound("connection", id));
    }

    /// A server is found under its own connection alone.
    private StoredServer server(String connectionId, String id) {
        connection(connectionId);
        return servers.find(id)
                .filter(server -> server.definition().connectionId().equals(connectionId))
                .orElseThrow(() -> gone(id));
    }

    private static RestException gone(String id) {
        return RestException.notFound("MCP server", id);
    }

    private ResponseEntity<ServerView> answer(StoredServer server) {
        return Versions.ok(view(server), server.version());
    }

    private ServerView view(StoredServer server) {
        return ServerView.of(server, clock.instant());
    }
}

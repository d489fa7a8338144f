package dev.oktamcp.connection.web;

import dev.oktamcp.connection.ConnectedOrgs;
import dev.oktamcp.connection.Connection;
import dev.oktamcp.connection.ConnectionChanges;
import dev.oktamcp.connection.Connections;
import dev.oktamcp.rest.Body;
import dev.oktamcp.rest.PageQuery;
import dev.oktamcp.rest.PageReader;
import dev.oktamcp.rest.RestException;
import dev.oktamcp.rest.RestList;
import dev.oktamcp.rest.RestResource;
import dev.oktamcp.rest.Versions;

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
import java.util.Objects;

/// `/api/connections`.
@RestResource
@RequestMapping("/api/connections")
class ConnectionResource {

    private final Connections connections;
    private final ConnectionChanges changes;
    private final ConnectionForm form;
    private final ConnectionTrial tests;
    private final ConnectedOrgs orgs;
    private final PageReader pages;

    ConnectionResource(
            Connections connections,
            ConnectionChanges changes,
            ConnectionForm form,
            ConnectionTrial tests,
            ConnectedOrgs orgs,
            PageReader pages) {
        this.connections = connections;
        this.changes = changes;
        this.form = form;
        this.tests = tests;
        this.orgs = orgs;
        this.pages = pages;
    }

    @GetMapping
    RestList<ConnectionView> list(PageQuery query) {
        var found = connections.list(query.after(), query.limit());
        return pages.page(query, found, Connection::id, form::view);
    }

    @PostMapping
    ResponseEntity<ConnectionView> create(Body body) {
        var wanted = form.created(body.as(ConnectionInput.class));
        tests.require(wanted);
        var connection =
                changes.create(
                                wanted.name(),
                                wanted.url(),
                                Objects.requireNonNull(wanted.credentials()),
                                wanted.hiddenFields())
                        .orElseThrow(() -> form.taken(wanted.name()));
        return ResponseEntity.created(URI.create("/api/connections/" + connection.id()))
                .eTag(Versions.tag(connection.version()))
                .body(form.view(connection));
    }

    @GetMapping("/{id}")
    ResponseEntity<ConnectionView> get(@PathVariable String id) {
        return answer(connection(id));
    }

    /// New credentials are tested first; those that Okta does not take change nothing.
    @PatchMapping("/{id}")
    ResponseEntity<ConnectionView> patch(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Body body) {
        var current = connection(id);
        Versions.check(ifMatch, current.version());
        var wanted = form.patched(current, body);
        tests.require(wanted);
        var changed =
                changes.update(current, wanted.name(), wanted.hiddenFields(), wanted.credentials());
        return switch (changed) {
            case ConnectionChanges.Outcome.Done(var connection) -> answer(connection);
            case ConnectionChanges.Outcome.NameTaken _ -> throw form.taken(wanted.name());
            case ConnectionChanges.Outcome.ChangedMeanwhile _ ->
                    throw Versions.changed(connection(id).version());
        };
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @RequestParam(defaultValue = "false") boolean cascade) {
        var connection = connection(id);
        form.refuseOfEnvironment(connection);
        if (!changes.delete(id, cascade)) {
            var servers = changes.uses(id);
            throw RestException.conflict(
                            "%d MCP servers work with this connection. Delete them first, or all with ?cascade=true."
                                    .formatted(servers))
                    .with("servers", servers);
        }
    }

    /// Looks whether the connection works.
    @PostMapping("/{id}/test")
    ConnectionTrial.Report test(@PathVariable String id) {
        return orgs.of(connection(id).id())
                .map(tests::of)
                .orElseThrow(() ->
                        RestException.conflict(
                                "This connection has no credentials that can be used: those of the"
                                        + " environment are gone, or those that are stored do not"
                                        + " open (the server's log tells). Give it others by"
                                        + " PATCH of auth."));
    }

    private Connection connection(String id) {
        return connections.find(id).orElseThrow(() -> RestException.notFound("connection", id));
    }

    private ResponseEntity<ConnectionView> answer(Connection connection) {
        return Versions.ok(form.view(connection), connection.version());
    }
}

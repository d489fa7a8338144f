package dev.oktamcp.security.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import dev.oktamcp.rest.Body;
import dev.oktamcp.rest.PageQuery;
import dev.oktamcp.rest.PageReader;
import dev.oktamcp.rest.RestException;
import dev.oktamcp.rest.RestList;
import dev.oktamcp.rest.RestResource;
import dev.oktamcp.security.ApiToken;
import dev.oktamcp.security.ApiTokenChanges;
import dev.oktamcp.security.ApiTokens;
import dev.oktamcp.security.Role;
import dev.oktamcp.store.Token;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/// `/api/api-tokens`.
@RestResource
@RequestMapping("/api/api-tokens")
class ApiTokenResource {

    /// @param token the secret: in the answer to creation alone
    @JsonNaming(SnakeCaseStrategy.class)
    record View(
            String id,
            String name,
            List<String> roles,
            List<String> servers,
            @Nullable Instant expiresAt,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @JsonInclude(Include.NON_NULL) @Nullable String token) {

        static View of(ApiToken token, @Nullable String secret) {
            return new View(
                    token.id(),
                    token.name(),
                    token.roles().stream().map(Role::word).sorted().toList(),
                    token.servers().stream().sorted().toList(),
                    token.expiresAt(),
                    token.createdAt(),
                    token.lastUsedAt(),
                    secret);
        }
    }

    private final ApiTokens tokens;
    private final ApiTokenChanges changes;
    private final ApiTokenForm form;
    private final PageReader pages;

    ApiTokenResource(
            ApiTokens tokens, ApiTokenChanges changes, ApiTokenForm form, PageReader pages) {
        this.tokens = tokens;
        this.changes = changes;
        this.form = form;
        this.pages = pages;
    }

    @GetMapping
    RestList<View> list(PageQuery query) {
        var found = tokens.list(query.after(), query.limit());
        return pages.page(query, found, ApiToken::id, token -> View.of(token, null));
    }

    @PostMapping
    ResponseEntity<View> create(Body body) {
        var secret = Token.create();
        var token = form.checked(body.as(ApiTokenForm.Input.class), secret.id());
        changes.create(token, secret);
        return ResponseEntity.created(URI.create("/api/api-tokens/" + token.id()))
                .body(View.of(token, secret.text()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        if (!changes.delete(id)) {
            throw RestException.notFound("API token", id);
        }
    }
}

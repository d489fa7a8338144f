package dev.oktamcp.security;

import dev.oktamcp.store.Rows;
import dev.oktamcp.store.Token;
import dev.oktamcp.store.Words;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The stored API tokens: their hashes. A deleted one stays for the audit, without its hash.
@Component
public class ApiTokens {

    private static final String COLUMNS =
            """
            select id, name, secret_hash, roles, servers, expires_at, created_at, last_used_at
              from api_token
            """;

    /// @param hash of its secret
    record Stored(ApiToken token, String hash) {}

    private final JdbcClient jdbc;

    ApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Stored> find(String id) {
        return jdbc.sql(COLUMNS + " where id = :id and secret_hash is not null")
                .param("id", id)
                .query((row, number) ->
                        new Stored(token(row, number), row.getString("secret_hash")))
                .optional();
    }

    /// In the order in which they were made.
    ///
    /// @param after the id of the token before the first; null from the beginning
    /// @return one more than the limit, where there are more
    public List<ApiToken> list(@Nullable String after, int limit) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                 where secret_hash is not null
                                   and (cast(:after as varchar(36)) is null
                                        or (created_at, id) >
                                           (select created_at, id
                                              from api_token
                                             where id = :after))
                                 order by created_at, id
                                 limit :limit
                                """)
                .param("after", after)
                .param("limit", limit + 1)
                .query(ApiTokens::token)
                .list();
    }

    /// Whether somebody can get at the REST API.
    boolean anyAdmin(Instant now) {
        return jdbc
                .sql(COLUMNS + " where secret_hash is not null")
                .query(ApiTokens::token)
                .list()
                .stream()
                .anyMatch(token -> token.roles().contains(Role.ADMIN) && token.goodAt(now));
    }

    /// Stores a new one.
    ///
    /// @param secret whose id is the token's
    void insert(ApiToken token, Token secret, long revision) {
        jdbc.sql(
                        """
                        insert into api_token
                               (id, name, secret_hash, roles, servers, expires_at, created_at,
                                revision)
                        values (:id, :name, :hash, :roles, :servers, :expiresAt, :createdAt,
                                :revision)
                        """)
                .param("id", secret.id())
                .param("name", token.name())
                .param("hash", secret.hash())
                .param("roles", Words.joined(token.roles().stream().map(Role::name).toList()))
                .param("servers", Words.joined(token.servers()))
                .param("expiresAt", Rows.time(token.expiresAt()))
                .param("createdAt", Rows.time(token.createdAt()))
                .param("revision", revision)
                .update();
    }

    void used(String id, Instant now) {
        jdbc.sql("update api_token set last_used_at = :now where id = :id")
                .param("now", Rows.time(now))
                .param("id", id)
                .update();
    }

    /// @return whether it was there
    boolean delete(String id, Instant now, long revision) {
        return jdbc.sql(
                                """
                                update api_token
                                   set secret_hash = null, deleted_at = :now,
                                       revision = :revision
                                 where id = :id and secret_hash is not null
                                """)
                        .param("now", Rows.time(now))
                        .param("revision", revision)
                        .param("id", id)
                        .update()
                == 1;
    }

    /// The ids of those that were deleted after this revision.
    List<String> deletedAfter(long revision) {
        return jdbc.sql(
                        """
                        select id
                          from api_token
                         where revision > :revision and secret_hash is null
                        """)
                .param("revision", revision)
                .query(String.class)
                .list();
    }

    /// The ids of those whose time ended in between.
    ///
    /// @param after exclusive
    /// @param until inclusive
    List<String> ended(Instant after, Instant until) {
        return jdbc.sql(
                        """
                        select id
                          from api_token
                         where expires_at > :after and expires_at <= :until
                        """)
                .param("after", Rows.time(after))
                .param("until", Rows.time(until))
                .query(String.class)
                .list();
    }

    /// When the next one ends; empty where none does.
    Optional<Instant> nextEnd(Instant after) {
        return jdbc.sql(
                        """
                        select expires_at
                          from api_token
                         where expires_at > :after and secret_hash is not null
                         order by expires_at
                         limit 1
                        """)
                .param("after", Rows.time(after))
                .query((row, number) -> Rows.required(row, "expires_at"))
                .optional();
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getString("id"),
                row.getString("name"),
                Words.split(row.getString("roles")).stream()
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                Words.split(row.getString("servers")),
                Rows.instant(row, "expires_at"),
                Rows.required(row, "created_at"),
                Rows.instant(row, "last_used_at"));
    }
}

package dev.oktamcp.server;

import dev.oktamcp.store.Rows;
import dev.oktamcp.store.Words;
import dev.oktamcp.tool.AskBefore;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

import java.sql.ResultSet;
import java.sql.SQLException;

/// How an MCP server stands in its row of `server_definition`.
final class ServerRow {

    static final String COLUMNS =
            """
            select id, connection_id, name, methods, tags, include_tools, exclude_tools,
                   hidden_fields, tool_exposure, require_api_token, ask_before, expires_at,
                   disabled_at, version, created_at, updated_at
              from server_definition
            """;

    private ServerRow() {}

    /// Fills in what is the same in an insert and in an update.
    static StatementSpec settable(StatementSpec statement, StoredServer server, long revision) {
        var definition = server.definition();
        var config = definition.config();
        var filter = config.filter();
        return statement
                .param("id", definition.id())
                .param("name", definition.name())
                .param("methods", Words.joined(filter.methods()))
                .param("tags", Words.joined(filter.tags()))
                .param("include", Words.joined(filter.include()))
                .param("exclude", Words.joined(filter.exclude()))
                .param("hiddenFields", Words.joined(filter.hiddenFields()))
                .param("toolExposure", config.toolExposure().name())
                .param("requireApiToken", config.requireApiTokenAuth())
                .param("askBefore", config.askBefore().name())
                .param("expiresAt", Rows.time(definition.expiresAt()))
                .param("version", server.version())
                .param("revision", revision)
                .param("updatedAt", Rows.time(server.updatedAt()));
    }

    static StoredServer read(ResultSet row, int number) throws SQLException {
        return new StoredServer(
                new ServerDefinition(
                        row.getString("id"),
                        row.getString("connection_id"),
                        row.getString("name"),
                        config(row),
                        Rows.instant(row, "expires_at")),
                Rows.instant(row, "disabled_at"),
                row.getLong("version"),
                Rows.required(row, "created_at"),
                Rows.required(row, "updated_at"));
    }

    private static ServerDefinition.Config config(ResultSet row) throws SQLException {
        return new ServerDefinition.Config(
                new ServerDefinition.Filter(
                        Words.split(row.getString("methods")),
                        Words.split(row.getString("tags")),
                        Words.split(row.getString("include_tools")),
                        Words.split(row.getString("exclude_tools")),
                        Words.split(row.getString("hidden_fields"))),
                ToolExposure.valueOf(row.getString("tool_exposure")),
                row.getBoolean("require_api_token"),
                AskBefore.valueOf(row.getString("ask_before")));
    }
}

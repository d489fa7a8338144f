package dev.oktamcp.server.web;

import dev.oktamcp.rest.Given;
import dev.oktamcp.server.ServerDefinition;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import java.util.List;

/// What a client can set of an MCP server.
///
/// @param expiresAt RFC 3339; null for no end
@JsonNaming(SnakeCaseStrategy.class)
record ServerInput(
        @Nullable String name, @Nullable ConfigInput config, @Nullable String expiresAt) {

    /// @param methods where missing, `read`
    /// @param confirm before what a human is asked; where missing, `destroy`
    @JsonNaming(SnakeCaseStrategy.class)
    record ConfigInput(
            @Nullable List<@Nullable String> methods,
            @Nullable List<@Nullable String> tags,
            @Nullable ToolsInput tools,
            @Nullable String toolExposure,
            @Nullable Boolean requireApiTokenAuth,
            @Nullable String confirm,
            @Nullable List<@Nullable String> hiddenFields) {

        static final ConfigInput EMPTY = new ConfigInput(null, null, null, null, null, null, null);
    }

    record ToolsInput(
            @Nullable List<@Nullable String> include, @Nullable List<@Nullable String> exclude) {

        static final ToolsInput EMPTY = new ToolsInput(null, null);
    }

    /// What a client would have had to send for this server: the base of a merge patch.
    static ServerInput of(ServerDefinition server) {
        var expiresAt = server.expiresAt();
        return new ServerInput(
                server.name(),
                of(server.config()),
                expiresAt == null ? null : expiresAt.toString());
    }

    static ConfigInput of(ServerDefinition.Config config) {
        var filter = config.filter();
        return new ConfigInput(
                Given.list(filter.methods()),
                Given.list(filter.tags()),
                new ToolsInput(Given.list(filter.include()), Given.list(filter.exclude())),
                config.toolExposure().word(),
                config.requireApiTokenAuth(),
                config.askBefore().word(),
                Given.list(filter.hiddenFields()));
    }
}

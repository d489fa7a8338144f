package dev.oktamcp.server.web;

import dev.oktamcp.connection.Connection;
import dev.oktamcp.rest.Given;
import dev.oktamcp.rest.RestException;
import dev.oktamcp.server.Consequences;
import dev.oktamcp.server.ServerDefinition;
import dev.oktamcp.server.ServerDefinition.Config;
import dev.oktamcp.server.ServerDefinition.Filter;
import dev.oktamcp.server.ToolExposure;
import dev.oktamcp.tool.AskBefore;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// From what a client sent to a definition that can be stored.
@Component
class ServerForm {

    /// @param warnings what its maker may not have meant
    record Checked(ServerDefinition definition, List<String> warnings) {}

    private final ConfigCheck check;
    private final Consequences consequences;
    private final Clock clock;

    ServerForm(ConfigCheck check, Consequences consequences, Clock clock) {
        this.check = check;
        this.consequences = consequences;
        this.clock = clock;
    }

    /// A server whose configuration is not touched: it may hold what no new one could, such as a
    /// tool that is no longer there.
    ///
    /// @throws RestException 400 for what can't be meant
    Checked withConfigOf(ServerDefinition current, ServerInput input, Connection connection) {
        var expiresAt = Given.end(input.expiresAt(), clock.instant(), current.expiresAt());
        var definition =
                new ServerDefinition(
                        current.id(),
                        connection.id(),
                        Given.name(input.name()),
                        current.config(),
                        expiresAt);
        return new Checked(definition, warnings(definition, connection, current.expiresAt()));
    }

    /// @param endsAlready the end that the server has, which may stay although it is past
    /// @throws RestException 400 or 422 for what can't be meant
    Checked checked(
            ServerInput input, String id, Connection connection, @Nullable Instant endsAlready) {
        var name = Given.name(input.name());
        var expiresAt = Given.end(input.expiresAt(), clock.instant(), endsAlready);
        var given = input.config();
        var config = config(given == null ? ServerInput.ConfigInput.EMPTY : given);
        consequences.refuseUseless(config, connection);
        var definition = new ServerDefinition(id, connection.id(), name, config, expiresAt);
        return new Checked(definition, warnings(definition, connection, endsAlready));
    }

    private List<String> warnings(
            ServerDefinition definition, Connection connection, @Nullable Instant endsAlready) {
        var warnings = new ArrayList<>(consequences.of(definition, connection));
        if (endsAlready != null && !endsAlready.isAfter(clock.instant())) {
            warnings.add(
                    "The URLs that were handed out ended at %s and stay so; rotate gives a new one."
                            .formatted(endsAlready));
        }
        return warnings;
    }

    private Config config(ServerInput.ConfigInput input) {
        var tools = input.tools() == null ? ServerInput.ToolsInput.EMPTY : input.tools();
        var methods =
                input.methods() == null
                        ? Set.of("read")
                        : Given.names(input.methods(), "config.methods");
        var tags = Given.manyNames(input.tags(), "config.tags");
        var include = Given.manyNames(tools.include(), "config.tools.include");
        var exclude = Given.manyNames(tools.exclude(), "config.tools.exclude");
        var hidden = Given.attributes(input.hiddenFields(), "config.hidden_fields");
        check.names(methods, tags, include, exclude);
        var secondFactor = Boolean.TRUE.equals(input.requireApiTokenAuth());
        return new Config(
                new Filter(methods, tags, include, exclude, hidden),
                exposure(input.toolExposure()),
                secondFactor,
                askBefore(input.confirm(), secondFactor));
    }

    /// Who is never asked has shown more than a URL.
    private AskBefore askBefore(@Nullable String word, boolean secondFactor) {
        var askBefore = word == null ? AskBefore.DESTROY : check.askBefore(word);
        if (askBefore == AskBefore.NEVER && !secondFactor) {
            throw RestException.unprocessable(
                            "confirm can be never only with require_api_token_auth: who has nothing"
                                    + " but the URL could destroy unasked.")
                    .with("field", "config.confirm");
        }
        return askBefore;
    }

    private ToolExposure exposure(@Nullable String word) {
        return word == null ? ToolExposure.DEFAULT : check.exposure(word);
    }
}

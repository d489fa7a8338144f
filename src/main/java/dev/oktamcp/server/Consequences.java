package dev.oktamcp.server;

import dev.oktamcp.connection.Connection;
import dev.oktamcp.rest.RestException;
import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.KnownOperations;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.ToolDefinition;
import dev.oktamcp.tool.ToolFilter.Cause;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What follows from a configuration: refused where nothing is left, and warned of where its maker
/// may have meant something else.
@Component
public class Consequences {

    private final ServerFilters filters;
    private final ToolCatalog catalog;
    private final KnownOperations operations;

    Consequences(ServerFilters filters, ToolCatalog catalog, KnownOperations operations) {
        this.filters = filters;
        this.catalog = catalog;
        this.operations = operations;
    }

    /// @throws RestException 422 where nothing could be done through such a server
    public void refuseUseless(ServerDefinition.Config config, Connection connection) {
        var filter = filters.of(config, connection);
        refuseWithoutOperation(filter);
        refuseWithoutIncluded(filter, config);
    }

    /// What to tell the maker.
    public List<String> of(ServerDefinition server, Connection connection) {
        var config = server.config();
        var filter = filters.of(config, connection);
        var warnings = new ArrayList<String>();
        warnings.addAll(hidden(filter, config));
        scopes(filter, warnings);
        changesForEver(filter, config, server.expiresAt(), warnings);
        shownElsewhere(filter, warnings);
        return List.copyOf(warnings);
    }

    private void refuseWithoutOperation(ServerFilter filter) {
        var any = operations.all().stream().anyMatch(o -> filter.refuses(o).isEmpty());
        if (!any && acrossAreas().noneMatch(tool -> works(filter, tool))) {
            throw RestException.unprocessable(
                            "This configuration leaves no operation. Widen methods or tags, or look"
                                    + " at what the connection's credentials may do.")
                    .with("field", "config");
        }
    }

    private Stream<ToolDefinition> acrossAreas() {
        return catalog.all().stream()
                .map(Tool::definition)
                .filter(tool -> tool.toolset().crossesAreas());
    }

    /// Whether it is there, and has anything of Okta's to tell.
    private static boolean works(ServerFilter filter, ToolDefinition tool) {
        return filter.hides(tool).isEmpty()
                && Stream.concat(tool.requires().stream(), tool.optional().stream())
                        .anyMatch(operation -> filter.refuses(tool, operation).isEmpty());
    }

    private void refuseWithoutIncluded(ServerFilter filter, ServerDefinition.Config config) {
        var include = config.filter().include();
        if (!include.isEmpty() && include.stream().allMatch(name -> cause(filter, name) != null)) {
            throw RestException.unprocessable(
                            "None of the included tools is left: %s."
                                    .formatted(String.join(" ", hidden(filter, config))))
                    .with("field", "config.tools.include");
        }
    }

    private List<String> hidden(ServerFilter filter, ServerDefinition.Config config) {
        var hidden = new ArrayList<String>();
        for (var name : new TreeSet<>(config.filter().include())) {
            var cause = cause(filter, name);
            if (cause != null) {
                hidden.add("%s is included, but %s.".formatted(name, words(cause)));
            }
        }
        return hidden;
    }

    private @Nullable Cause cause(ServerFilter filter, String toolName) {
        return catalog.find(toolName).flatMap(tool -> filter.hides(tool.definition())).orElse(null);
    }

    private static String words(Cause cause) {
        return switch (cause) {
            case PATH -> "its URL leaves it out";
            case METHOD -> "methods leave out an operation that it needs";
            case TAG -> "tags leave it out";
            case EXCLUDED -> "it, or an operation that it needs, is excluded";
            case NOT_INCLUDED -> "it is not";
            case SCOPE -> "the connection has not all scopes that it needs";
            case CREDENTIAL -> "Okta lets no such credentials do it";
        };
    }

    /// Names the scopes that would let more of the tools through that are written by hand. Of all
    /// of Okta's operations it would be a list of most of its scopes.
    private void scopes(ServerFilter filter, List<String> warnings) {
        var missing = new TreeSet<String>();
        var tools = 0;
        for (var tool : catalog.all()) {
            var definition = tool.definition();
            if (definition.exposure() != Exposure.SEARCHABLE
                    && filter.hides(definition).filter(c -> c == Cause.SCOPE).isPresent()) {
                tools++;
                definition.requires().forEach(o -> missing.addAll(filter.missing(o)));
            }
        }
        if (tools > 0) {
            warnings.add(
                    "%d tools are left out because the connection lacks scopes: %s."
                            .formatted(tools, String.join(", ", missing)));
        }
    }

    private static void shownElsewhere(ServerFilter filter, List<String> warnings) {
        for (var attribute : new TreeSet<>(filter.hiddenFields())) {
            ShownElsewhere.why(attribute)
                    .ifPresent(why ->
                            warnings.add(
                                    "%s is hidden in profiles and searches, and no further: it %s."
                                            .formatted(attribute, why)));
        }
    }

    private void changesForEver(
            ServerFilter filter,
            ServerDefinition.Config config,
            @Nullable Instant expiresAt,
            List<String> warnings) {
        var changes =
                operations.all().stream()
                        .anyMatch(o -> o.effect() != Effect.READ && filter.refuses(o).isEmpty());
        if (changes && expiresAt == null && !config.requireApiTokenAuth()) {
            warnings.add(
                    "Whoever has this URL can change the org, for ever. Think of expires_at, or of"
                            + " require_api_token_auth.");
        }
    }
}

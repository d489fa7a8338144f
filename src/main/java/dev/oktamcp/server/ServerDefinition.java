package dev.oktamcp.server;

import dev.oktamcp.tool.AskBefore;
import dev.oktamcp.tool.ServerFacts;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/// What one URL shows: a connection through a filter, until an expiry.
///
/// @param expiresAt when its URL ends; null means never
public record ServerDefinition(
        String id, String connectionId, String name, Config config, @Nullable Instant expiresAt) {

    /// What can be set of a server beside its name and its end.
    ///
    /// @param toolExposure which of the visible tools are listed
    /// @param requireApiTokenAuth whether an API token with the role `mcp` is needed beside the URL
    /// @param askBefore before what a human is asked
    public record Config(
            Filter filter,
            ToolExposure toolExposure,
            boolean requireApiTokenAuth,
            AskBefore askBefore) {

        /// One that asks a human before it destroys.
        public Config(Filter filter, ToolExposure toolExposure, boolean requireApiTokenAuth) {
            this(filter, toolExposure, requireApiTokenAuth, AskBefore.DESTROY);
        }

        public static Config of(Filter filter) {
            return new Config(filter, ToolExposure.DEFAULT, false);
        }
    }

    /// @param methods `read`, `write`, or a method's own name; values unite
    /// @param tags toolsets and Okta's API tags; none means all
    /// @param include where not empty, the only tools that are visible
    /// @param exclude tools and operations that are not; wins over everything
    /// @param hiddenFields profile attributes that never leave
    public record Filter(
            Set<String> methods,
            Set<String> tags,
            Set<String> include,
            Set<String> exclude,
            Set<String> hiddenFields) {

        public Filter {
            methods.forEach(AllowedMethods::check);
            methods = Set.copyOf(methods);
            tags = Set.copyOf(tags);
            include = Set.copyOf(include);
            exclude = Set.copyOf(exclude);
            hiddenFields = Set.copyOf(hiddenFields);
        }

        public static Filter ofMethods(String... methods) {
            return new Filter(Set.of(methods), Set.of(), Set.of(), Set.of(), Set.of());
        }
    }

    /// What the server tells of itself.
    ///
    /// @param orgUrl of its connection
    ServerFacts facts(String orgUrl) {
        var filter = config.filter();
        return new ServerFacts(
                id,
                name,
                orgUrl,
                filter.methods().stream().sorted().toList(),
                filter.tags().stream().sorted().toList(),
                config.askBefore(),
                expiresAt);
    }
}

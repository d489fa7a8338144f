package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.okta.BudgetLine;
import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.CredentialKind;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the server tells of itself.
@ToolsOf(Toolset.SERVER)
final class ServerTools {

    /// Asked for late: the catalogue is made of this tool too.
    private final ObjectProvider<ToolCatalog> catalog;

    private final OktaClient okta;

    ServerTools(ObjectProvider<ToolCatalog> catalog, OktaClient okta) {
        this.catalog = catalog;
        this.okta = okta;
    }

    /// @param path what stands in the URL and makes it show less, such as `/x/groups/readonly`
    /// @param hiddenFields profile attributes that it neither shows nor searches
    /// @param hiddenTools how many tools each part of the filter hides
    /// @param scopes null where Okta does not tell them, as for an API token
    /// @param rateLimits of the buckets that Okta has told of
    record ServerInfo(
            String name,
            String org,
            List<String> methods,
            List<String> tags,
            @Nullable String path,
            @JsonProperty("hidden_fields") SortedSet<String> hiddenFields,
            @JsonProperty("expires_at") @Nullable Instant expiresAt,
            @JsonProperty("visible_tools") int visibleTools,
            @JsonProperty("hidden_tools") SortedMap<String, Integer> hiddenTools,
            CredentialKind credential,
            @Nullable SortedSet<String> scopes,
            @JsonProperty("rate_limits") List<Budget> rateLimits) {}

    /// What is left of one of Okta's rate limits.
    ///
    /// @param resetSeconds until it is whole again
    record Budget(
            String bucket,
            int limit,
            int remaining,
            @JsonProperty("reset_seconds") long resetSeconds) {

        static Budget of(BudgetLine line) {
            return new Budget(line.bucket(), line.limit(), line.remaining(), line.resetSeconds());
        }
    }

    @ReadTool(
            name = "get_server_info",
            title = "Get server info",
            description =
                    "Returns what this MCP server is: its org, methods, tags, hidden profile"
                        + " attributes and expiry, how many tools it shows and how many it hides"
                        + " for which cause, by which kind of credential and with which scopes it"
                        + " calls Okta (null: an API token has none, but its administrator's"
                        + " rights), and what is left of Okta's rate limits, as far as Okta has"
                        + " told. Use it when a tool seems to be missing or calls have to wait. An"
                        + " administrator can widen it.")
    ServerInfo getServerInfo(ToolCall call) {
        var server = call.caller().server();
        var hidden = hidden(call);
        var hiddenTools = hidden.values().stream().mapToInt(Integer::intValue).sum();
        var scopes = okta.grantedScopes();
        var path = call.caller().filter().path();
        return new ServerInfo(
                server.name(),
                server.orgUrl(),
                server.methods(),
                server.tags(),
                path.isEmpty() ? null : path,
                new TreeSet<>(call.caller().filter().hiddenFields()),
                server.expiresAt(),
                catalog.getObject().all().size() - hiddenTools,
                hidden,
                scopes == null ? CredentialKind.API_TOKEN : CredentialKind.OAUTH,
                scopes == null ? null : new TreeSet<>(scopes),
                okta.budget().stream().map(Budget::of).toList());
    }

    private SortedMap<String, Integer> hidden(ToolCall call) {
        var hidden = new TreeMap<String, Integer>();
        for (var tool : catalog.getObject().all()) {
            call.caller()
                    .filter()
                    .hides(tool.definition())
                    .map(cause -> cause.name().toLowerCase(Locale.ROOT))
                    .ifPresent(cause -> hidden.merge(cause, 1, Integer::sum));
        }
        return hidden;
    }
}

package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What administrators changed.
@ToolsOf(Toolset.SYSTEM_LOG)
final class AdminActivityTools {

    /// Changes of the org and of other people's accounts. Okta marks no event as an
    /// administrator's; left out is what people also do to themselves day by day, such as changes
    /// of their own profile, password and factors.
    private static final List<String> CHANGES =
            List.of(
                    "user.lifecycle.",
                    "user.account.privilege.",
                    "user.account.reset_password",
                    "user.account.expire_password",
                    "user.account.unlock_by_admin",
                    "user.account.update_user_type",
                    "user.mfa.factor.reset_all",
                    "user.session.clear",
                    "user.session.impersonation.",
                    "user.realm.",
                    "group.",
                    "application.lifecycle.",
                    "application.user_membership.",
                    "application.policy.",
                    "application.configuration.",
                    "app.keys.",
                    "app.oauth2.client.",
                    "app.oauth2.admin.",
                    "app.oauth2.credentials.",
                    "policy.lifecycle.",
                    "policy.rule.",
                    "policy.mapping.",
                    "zone.",
                    "iam.",
                    "oauth2.",
                    "event_hook.",
                    "inline_hook.",
                    "security.",
                    "device.lifecycle.",
                    "directory.",
                    "integration.",
                    "resource.",
                    "system.api_token.",
                    "system.idp.",
                    "system.feature.",
                    "system.log_stream.",
                    "system.mfa.",
                    "system.brand.",
                    "system.email.template.",
                    "system.email_domain.",
                    "system.custom_url_domain.",
                    "system.captcha.");

    /// So many fit into an answer in short.
    private static final int MOST = 100;

    private final LogReader log;

    AdminActivityTools(LogReader log) {
        this.log = log;
    }

    /// Whether an event of this type tells of such a change.
    static boolean isChange(@Nullable String eventType) {
        return eventType != null
                && CHANGES.stream()
                        .anyMatch(change ->
                                change.endsWith(".")
                                        ? eventType.startsWith(change)
                                        : eventType.equals(change));
    }

    /// @param filter by which `get_logs` gives out the events, whole where asked for detailed ones
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Activity(
            List<LogEvent> items,
            @Nullable Instant since,
            @Nullable Instant until,
            String filter,
            @JsonProperty("next_cursor") @Nullable String nextCursor,
            @JsonProperty("has_more") boolean hasMore,
            @Nullable String note) {}

    @ReadTool(
            name = "list_admin_activity",
            title = "List admin activity",
            uses = LogReader.OPERATION,
            exposure = Exposure.TOOLSET,
            description =
                    "Returns what people changed in the org in the last 24 hours, or in the time"
                        + " given, the latest first, 100 at a time and in short: accounts, groups,"
                        + " apps, policies, zones, admin roles, hooks, API tokens, identity"
                        + " providers, brands and more, by the event types in the filter that comes"
                        + " with it. Some of these happen without an administrator too, such as"
                        + " asking for an app. Leaves out what people mostly do themselves, even"
                        + " where an administrator did it to somebody else: changes of profiles and"
                        + " of single factors (user.account.update_profile, user.mfa.factor.*; ask"
                        + " get_logs for them). Does not return what API services apps did.")
    Activity listAdminActivity(
            @McpToolParam(description = LogWindow.SINCE) @Nullable String since,
            @McpToolParam(description = LogWindow.UNTIL) @Nullable String until,
            @McpToolParam(
                            description =
                                    "Whose, by id or by login, for example grace@example.com;"
                                            + " everybody's unless given")
                    @Nullable String admin,
            @McpToolParam(description = LogWindow.CURSOR) @Nullable String cursor) {
        var window = log.window(since, until, cursor).bounded();
        var byPerson = LogFilter.is("actor.type", "User");
        var filter = LogFilter.all(byPerson, LogFilter.actor(admin), LogFilter.type(CHANGES));
        var events = new ArrayList<LogEvent>();
        var rest = log.latest(window, filter, null, MOST, event -> events.add(LogEvent.of(event)));
        return new Activity(
                events,
                window.since(),
                window.until(),
                filter,
                window.next(rest.nextCursor()),
                rest.hasMore(),
                rest.note());
    }
}

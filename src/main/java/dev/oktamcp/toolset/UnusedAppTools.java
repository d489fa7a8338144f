package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Apps that nobody uses.
@ToolsOf(Toolset.WORKFLOWS)
final class UnusedAppTools {

    private static final String APP_USERS = "listApplicationUsers";
    private static final String APP_GROUPS = "listApplicationGroupAssignments";

    /// So long does Okta keep its log.
    private static final int MOST_DAYS = 90;

    /// Up to three requests for each of them, of the 50 to 100 that Okta allows a minute.
    private static final int AT_ONCE = 20;

    private final OktaClient okta;
    private final LogReader log;
    private final AppSignIns signIns;

    UnusedAppTools(OktaClient okta, LogReader log, AppSignIns signIns) {
        this.okta = okta;
        this.log = log;
        this.signIns = signIns;
    }

    /// An app for whose use nothing speaks.
    ///
    /// @param signedInto false where the log has no sign-in; null where that was not read
    /// @param assigned false where neither a user nor a group has it; null where that was not read
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnusedApp(
            String id,
            @Nullable String label,
            @Nullable String signOnMode,
            @Nullable String created,
            @JsonProperty("signed_into") @Nullable Boolean signedInto,
            @Nullable Boolean assigned) {}

    /// @param since back to when the log was asked
    /// @param lookedAt how many ACTIVE apps were looked at for this answer
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnusedApps(
            @Nullable Instant since,
            @JsonProperty("looked_at") int lookedAt,
            List<UnusedApp> apps,
            @JsonProperty("next_cursor") @Nullable String nextCursor,
            @JsonProperty("has_more") boolean hasMore,
            String note,
            @JsonProperty("left_out") List<LeftOut> leftOut) {}

    /// What was found out of one app.
    private record Looked(JsonNode app, Part<Boolean> signedInto, Part<Boolean> assigned) {

        boolean speaksForNoUse() {
            return !Boolean.TRUE.equals(signedInto.value())
                    && (signedInto.value() != null || Boolean.FALSE.equals(assigned.value()));
        }

        UnusedApp unused() {
            return new UnusedApp(
                    Belongings.idOf(app),
                    LogEvent.text(app, "/label"),
                    LogEvent.text(app, "/signOnMode"),
                    LogEvent.text(app, "/created"),
                    signedInto.value(),
                    assigned.value());
        }
    }

    @ReadTool(
            name = "list_unused_applications",
            title = "List unused applications",
            uses = AppFinder.BY_LABEL,
            optional = {LogReader.OPERATION, APP_USERS, APP_GROUPS},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns ACTIVE apps for whose use nothing speaks: no sign-in in the last 90"
                        + " days, or fewer if given, by the System Log, which reaches back no"
                        + " further; or assigned to no user and no group. Looks at 20 apps in one"
                        + " call; where has_more is true, go on with next_cursor until it is not,"
                        + " even after an answer without apps. Ask the owner before anything is"
                        + " deactivated: yearly use and programs may not show.")
    UnusedApps listUnusedApplications(
            @McpToolParam(
                            description =
                                    "For how many days, 1 to 90, for example 30; 90 unless given")
                    @Nullable Integer days,
            @McpToolParam(description = LogWindow.CURSOR) @Nullable String cursor) {
        var length = Math.clamp(days == null ? MOST_DAYS : days, 1, MOST_DAYS);
        var asked = log.window(null, null, cursor);
        var since = asked.asOf().minus(Duration.ofDays(length));
        var window = new LogWindow(asked.asOf(), since, asked.asOf(), null);
        var apps = new ArrayList<JsonNode>();
        var rest =
                okta.each(
                        AppFinder.BY_LABEL,
                        Map.of("filter", "status eq \"ACTIVE\""),
                        asked.cursor(),
                        AT_ONCE,
                        apps::add);
        var parts = new Parts(okta);
        var unused =
                looked(apps, window, parts).stream()
                        .filter(Looked::speaksForNoUse)
                        .map(Looked::unused)
                        .toList();
        return new UnusedApps(
                since,
                apps.size(),
                unused,
                asked.next(rest.nextCursor()),
                rest.hasMore(),
                "Okta's log has 90 days. An app that is younger than since may not have begun.",
                parts.leftOut().stream().distinct().toList());
    }

    private List<Looked> looked(List<JsonNode> apps, LogWindow window, Parts parts) {
        var recent = parts.add("sign-ins", () -> signIns.recent(window), LogReader.OPERATION);
        parts.read();
        var looked =
                apps.stream()
                        .map(app -> look(app, Optional.ofNullable(recent.value()), window, parts))
                        .toList();
        parts.read();
        return looked;
    }

    private Looked look(
            JsonNode app, Optional<AppSignIns.Recent> recent, LogWindow window, Parts parts) {
        var id = Belongings.idOf(app);
        var signedInto =
                recent.isEmpty()
                        ? new Part<Boolean>("sign-ins", () -> false)
                        : parts.add(
                                "sign-ins",
                                () -> signedInto(id, recent.get(), window),
                                LogReader.OPERATION);
        var assigned = parts.add("assignments", () -> assigned(id), APP_USERS, APP_GROUPS);
        return new Looked(app, signedInto, assigned);
    }

    /// One that is not among the latest may have been signed in to before these.
    private boolean signedInto(String appId, AppSignIns.Recent recent, LogWindow window) {
        return recent.lastByApp().containsKey(appId)
                || (!recent.complete() && signIns.last(appId, window).isPresent());
    }

    private boolean assigned(String appId) {
        return hasAny(APP_GROUPS, appId) || hasAny(APP_USERS, appId);
    }

    private boolean hasAny(String operationId, String appId) {
        var found = new ArrayList<JsonNode>();
        var _ = okta.each(operationId, Map.of("appId", appId), null, 1, found::add);
        return !found.isEmpty();
    }
}

package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What happened around a person, where a break-in is feared.
@ToolsOf(Toolset.WORKFLOWS)
final class IncidentTools {

    private static final String USUAL = "last 7 days";
    private static final int MOST_EVENTS = 2000;
    private static final int MOST_ADDRESSES = 3;
    private static final int MANY_USERS = 10;

    /// Enough to see ten users among those of whom one address tries the passwords.
    private static final int MOST_FAILURES = 200;

    private final OktaClient okta;
    private final People people;
    private final Belongings belongings;
    private final LogReader log;
    private final Containment containment;

    IncidentTools(
            OktaClient okta,
            People people,
            Belongings belongings,
            LogReader log,
            Containment containment) {
        this.okta = okta;
        this.people = people;
        this.belongings = belongings;
        this.log = log;
        this.containment = containment;
    }

    /// @param read how many events; the latest, where `hasMore`
    /// @param signs what speaks for a break-in
    /// @param containment calls that would stop it, none of which was made
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Incident(
            ObjectNode user,
            @Nullable Instant since,
            @Nullable Instant until,
            int read,
            @JsonProperty("has_more") boolean hasMore,
            List<RiskSign> signs,
            List<NextSteps.NextStep> containment,
            @JsonProperty("sign_ins") UserHistory.SignInSummary signIns,
            UserHistory.Sessions sessions,
            @JsonProperty("factor_changes") Excerpt<LogEvent> factorChanges,
            @JsonProperty("changes_by_others") Excerpt<LogEvent> changesByOthers,
            @JsonProperty("changes_by_user") Excerpt<LogEvent> changesByUser,
            @Nullable List<Belongings.Factor> factors,
            @JsonProperty("admin_roles") @Nullable List<Belongings.Role> adminRoles,
            @JsonProperty("left_out") List<LeftOut> leftOut) {}

    @ReadTool(
            name = "user_incident_summary",
            title = "User incident summary",
            uses = {People.BY_ID, LogReader.OPERATION},
            optional = {People.BY_NAME, Belongings.FACTORS, Belongings.ROLES},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns what happened around one user in the last 7 days, or in the time"
                        + " given: sign-ins by place and address, failures, changes of factors,"
                        + " what administrators changed about them and what they changed, signs of"
                        + " a break-in, each with its events, and in containment the calls that"
                        + " would stop it. Does nothing of it. Reads the latest 2,000 events. No"
                        + " sign is no proof of safety.")
    Incident userIncidentSummary(
            @McpToolParam(description = People.ONE) String user,
            @McpToolParam(description = LogWindow.SINCE) @Nullable String since,
            @McpToolParam(description = LogWindow.UNTIL) @Nullable String until,
            ToolCall call) {
        var window = log.window(since == null && until == null ? USUAL : since, until, null);
        return incident(people.one(user, call), window.bounded(), call);
    }

    private Incident incident(JsonNode user, LogWindow window, ToolCall call) {
        var id = Belongings.idOf(user);
        var history = history(user, window);
        var parts = new Parts(okta);
        var factors = belongings.factors(parts, user);
        var roles = parts.add("admin_roles", () -> belongings.roles(id), Belongings.ROLES);
        var trying = tryingMany(history, window, parts);
        parts.read();
        var addresses = new HashSet<String>();
        trying.forEach(part -> addresses.addAll(part.or(Set.of())));
        var signs = new RiskRules(history.events()).signs(user, addresses);
        return new Incident(
                UserBrief.of(user),
                window.since(),
                window.until(),
                history.events().size(),
                history.hasMore(),
                signs,
                containment.of(user, signs, call),
                history.signIns(),
                history.sessions(),
                history.factorChanges(),
                history.changesByOthers(),
                history.changesByUser(),
                factors.value(),
                roles.value(),
                parts.leftOut().stream().distinct().toList());
    }

    /// Whoever tries one password on many accounts fails at the password, not at what comes after.
    private static boolean isOfPassword(JsonNode failure) {
        return !SignIns.FACTOR.equals(failure.path("eventType").asString(""))
                || SignInProblem.of(failure) == SignInProblem.WRONG_PASSWORD;
    }

    private UserHistory history(JsonNode user, LogWindow window) {
        var id = Belongings.idOf(user);
        var login = user.path("profile").path("login").asString("");
        var around =
                LogFilter.any(
                        List.of(
                                LogFilter.is("actor.id", id),
                                LogFilter.is("actor.alternateId", login),
                                LogFilter.is("target.id", id)));
        var events = new ArrayList<UserEvent>();
        var rest =
                log.latest(
                        window,
                        around,
                        null,
                        MOST_EVENTS,
                        event -> UserEvent.of(event, id, login).ifPresent(events::add));
        return UserHistory.of(events, rest.hasMore());
    }

    private List<Part<Set<String>>> tryingMany(UserHistory history, LogWindow window, Parts parts) {
        return history.addresses(MOST_ADDRESSES).stream()
                .map(address ->
                        parts.add(
                                "address " + address,
                                () -> tryingMany(address, window),
                                LogReader.OPERATION))
                .toList();
    }

    /// The address, where sign-ins of many others failed from there; else nothing.
    private Set<String> tryingMany(String address, LogWindow window) {
        var others = new HashSet<String>();
        var filter =
                LogFilter.all(
                        LogFilter.type(List.of(SignIns.SESSION, SignIns.FACTOR)),
                        SignIns.FAILED,
                        LogFilter.is("client.ipAddress", address));
        var _ =
                log.latest(
                        window,
                        filter,
                        null,
                        MOST_FAILURES,
                        event -> {
                            if (isOfPassword(event)) {
                                others.add(event.at("/actor/alternateId").asString(""));
                            }
                        });
        return others.size() > MANY_USERS ? Set.of(address) : Set.of();
    }
}

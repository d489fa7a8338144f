package dev.oktamcp.toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out by the System Log when apps were last signed in to.
@Component
final class AppSignIns {

    /// What Okta writes when somebody, or a program, gets into an app; `as` is a custom
    /// authorization server. Grants by other ways than these, such as a token exchange, have types
    /// of the same beginning.
    private static final List<String> TYPES =
            List.of(
                    SignIns.TO_APP,
                    "app.oauth2.signon",
                    "app.oauth2.authorize.code",
                    "app.oauth2.authorize.implicit.",
                    "app.oauth2.interact.interaction_code",
                    "app.oauth2.token.grant.",
                    "app.oauth2.as.authorize.code",
                    "app.oauth2.as.authorize.implicit.",
                    "app.oauth2.as.interact.interaction_code",
                    "app.oauth2.as.token.grant.");

    /// Enough to see most apps that are in use in three of Okta's pages.
    private static final int MOST_EVENTS = 3000;

    private final LogReader log;

    AppSignIns(LogReader log) {
        this.log = log;
    }

    /// Sign-ins of late.
    ///
    /// @param lastByApp when each app was last signed in to, by id
    /// @param complete whether all events of the time were read
    record Recent(Map<String, String> lastByApp, boolean complete) {}

    Recent recent(LogWindow window) {
        var last = new HashMap<String, String>();
        var filter =
                LogFilter.all(LogFilter.type(TYPES), LogFilter.is("outcome.result", "SUCCESS"));
        var rest =
                log.latest(
                        window,
                        filter,
                        null,
                        MOST_EVENTS,
                        event -> {
                            var published = LogEvent.text(event, "/published");
                            for (var party : event.path("target")) {
                                put(last, party, published);
                            }
                            put(last, event.path("actor"), published);
                        });
        return new Recent(last, !rest.hasMore());
    }

    /// The latest comes first. A client of OAuth acts itself.
    private static void put(Map<String, String> last, JsonNode party, @Nullable String published) {
        if (published != null) {
            last.putIfAbsent(Belongings.idOf(party), published);
        }
    }

    /// The last sign-in to one app.
    Optional<String> last(String appId, LogWindow window) {
        var last = new HashMap<String, String>();
        var ofApp =
                LogFilter.any(
                        List.of(LogFilter.is("target.id", appId), LogFilter.is("actor.id", appId)));
        var filter =
                LogFilter.all(
                        LogFilter.type(TYPES), LogFilter.is("outcome.result", "SUCCESS"), ofApp);
        var _ =
                log.latest(
                        window,
                        filter,
                        null,
                        1,
                        event -> last.put(appId, event.path("published").asString("")));
        return Optional.ofNullable(last.get(appId));
    }
}

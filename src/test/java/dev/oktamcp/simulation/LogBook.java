package dev.oktamcp.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a test says that people did.
public final class LogBook {

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0";
    private static final String TRIED = "/idp/idx/identify";

    /// ASSUMPTION: what Okta writes where it acts itself.
    private static final Party SYSTEM =
            new Party("okta", "SystemPrincipal", "system@okta.com", "Okta System");

    private final Store store;

    LogBook(Store store) {
        this.store = store;
    }

    /// From where somebody acts, and with what.
    ///
    /// @param city one of London, Berlin, Toronto, Seattle and Sydney
    public record From(String address, String city, String agent) {

        /// With a browser.
        public static From browser(String address, String city) {
            return new From(address, city, BROWSER);
        }
    }

    /// Something that a person did to Okta or to themselves.
    ///
    /// @param type an event type's id, such as `user.session.start`
    /// @param reason why it failed; empty where it worked
    public void add(String login, String type, Duration ago, String reason, From from) {
        var result = reason.isEmpty() ? "SUCCESS" : "FAILURE";
        write(login, type, ago, result, reason, from, user(login));
    }

    /// A wrong password, as Identity Engine writes it.
    public void failsPassword(String login, Duration ago, From from) {
        write(LogEntry.wrongPassword(time(ago), user(login), origin(from)));
    }

    /// An app gets an access token of a custom authorization server. ASSUMPTION: with nobody but
    /// the client named, as where a program acts for itself.
    public void grantsToken(String appLabel, Duration ago, From from) {
        var client = Party.client(store.ids().of("0oa", appLabel));
        var type = LogEventType.CUSTOM_TOKEN_GRANT;
        write(new LogEntry(type, time(ago), client, List.of(), "SUCCESS", "", origin(from)));
    }

    /// Okta takes a person's risk for another than before, such as from `LOW` to `HIGH`.
    public void changesRisk(String login, String before, String after, Duration ago, From from) {
        var user = user(login);
        var risk = "{previousLevel=%s, level=%s, issuer=OKTA}".formatted(before, after);
        write(
                new LogEntry(
                        LogEventType.RISK_CHANGE,
                        time(ago),
                        SYSTEM,
                        List.of(user),
                        "SUCCESS",
                        "",
                        origin(from),
                        Map.of("risk", risk)));
    }

    /// A person's sign-in to an app.
    public void signsInTo(String login, String appLabel, Duration ago, From from) {
        var id = store.ids().of("0oa", appLabel);
        var app = new Party(id, "AppInstance", appLabel, appLabel);
        write(login, "user.authentication.sso", ago, "SUCCESS", "", from, app);
    }

    /// A policy said no.
    public void denies(String login, String policy, Duration ago, From from) {
        var id = store.ids().of("00p", policy);
        var target = new Party(id, "PolicyEntity", "unknown", policy);
        var reason = "Sign-on policy evaluation resulted in DENY";
        write(login, "policy.evaluate_sign_on", ago, "DENY", reason, from, target);
    }

    private Party user(String login) {
        return store.alone(
                () -> Party.user(store.users().withProfile("login", login).orElseThrow()));
    }

    private void write(
            String login,
            String type,
            Duration ago,
            String result,
            String reason,
            From from,
            Party target) {
        var targets = List.of(target);
        write(
                new LogEntry(
                        type(type), time(ago), user(login), targets, result, reason, origin(from)));
    }

    private void write(LogEntry entry) {
        var _ =
                store.alone(() -> {
                    store.log().write(entry);
                    return entry;
                });
    }

    private Instant time(Duration ago) {
        return store.clock().instant().minus(ago);
    }

    private Origin origin(From from) {
        var place =
                Place.ALL.stream()
                        .filter(each -> each.city().equals(from.city()))
                        .findFirst()
                        .orElseThrow();
        return new Origin(store.ids().next("req"), TRIED, from.agent(), from.address(), place, "");
    }

    private static LogEventType type(String id) {
        for (var type : LogEventType.values()) {
            if (type.id().equals(id)) {
                return type;
            }
        }
        throw new IllegalArgumentException("The simulated org knows no event type " + id);
    }
}

package dev.oktamcp.toolset;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An event around a person, with what its risk is told by.
///
/// @param own whether the person acted, or somebody as this person
/// @param about whether the person is one to whom it was done
/// @param wrongPassword whether a password was not the right one
/// @param spot where on earth; null where Okta does not say
/// @param agent the client's own words for what it is
record UserEvent(
        LogEvent event,
        Instant time,
        String type,
        boolean own,
        boolean about,
        boolean wrongPassword,
        @Nullable Spot spot,
        String agent,
        boolean threat) {

    /// How programs name themselves that are no browsers.
    private static final Pattern PROGRAM =
            Pattern.compile(
                    "^(python|curl|wget|go-http|okhttp|java/|libwww|postman|axios|node)",
                    Pattern.CASE_INSENSITIVE);

    private static final Set<String> THREATS =
            Set.of(
                    "security.threat.detected",
                    "security.breached_credential.detected",
                    "security.password_spray.detected",
                    "user.risk.detect");

    /// What people mostly change themselves, and `list_admin_activity` leaves out.
    private static final Set<String> OF_ACCOUNT =
            Set.of(
                    "user.account.update_profile",
                    "user.account.update_password",
                    "user.account.update_primary_email",
                    "user.account.update_secondary_email");

    private static final Pattern HARMLESS = Pattern.compile("\\blevel=(LOW|NONE)\\b");

    private static final double EARTH_RADIUS_KM = 6371;

    /// Below that, Okta may have placed two addresses of one network apart.
    private static final double FAR_KM = 500;

    private static final double FASTEST_KM_PER_HOUR = 1000;

    /// In degrees.
    record Spot(double lat, double lon) {

        double kilometresTo(Spot other) {
            var lats = Math.toRadians(other.lat - lat) / 2;
            var lons = Math.toRadians(other.lon - lon) / 2;
            var across =
                    Math.pow(Math.sin(lats), 2)
                            + Math.cos(Math.toRadians(lat))
                                    * Math.cos(Math.toRadians(other.lat))
                                    * Math.pow(Math.sin(lons), 2);
            return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(across));
        }
    }

    /// Empty for an event without a time, which tells nothing.
    static Optional<UserEvent> of(JsonNode json, String userId, String login) {
        var event = LogEvent.of(json);
        if (event.published() == null) {
            return Optional.empty();
        }
        var own = is(json.path("actor"), userId, login);
        return Optional.of(
                new UserEvent(
                        event,
                        Instant.parse(event.published()),
                        event.eventType() == null ? "" : event.eventType(),
                        own,
                        isAbout(json.path("target"), own, userId, login),
                        SignInProblem.of(json) == SignInProblem.WRONG_PASSWORD,
                        spot(json.at("/client/geographicalContext/geolocation")),
                        json.at("/client/userAgent/rawUserAgent").asString(""),
                        threat(json)));
    }

    private static boolean is(JsonNode party, String userId, String login) {
        return Belongings.idOf(party).equals(userId)
                || party.path("alternateId").asString("").equalsIgnoreCase(login);
    }

    /// Where no user is named, whoever acted did it to nobody else.
    private static boolean isAbout(JsonNode targets, boolean own, String userId, String login) {
        return targets.valueStream().anyMatch(target -> is(target, userId, login))
                || (own
                        && targets.valueStream()
                                .noneMatch(
                                        target -> "User".equals(target.path("type").asString(""))));
    }

    private static @Nullable Spot spot(JsonNode place) {
        return place.path("lat").isNumber() && place.path("lon").isNumber()
                ? new Spot(place.path("lat").asDouble(), place.path("lon").asDouble())
                : null;
    }

    private static boolean threat(JsonNode json) {
        var suspected = json.at("/debugContext/debugData/threatSuspected").asString("");
        var type = json.path("eventType").asString("");
        return suspected.toLowerCase(Locale.ROOT).equals("true")
                || THREATS.contains(type)
                || (type.equals("user.risk.change") && !isHarmless(json));
    }

    /// A risk that has gone down. Okta writes it as `{previousLevel=HIGH, level=LOW, …}`.
    private static boolean isHarmless(JsonNode json) {
        var risk = json.at("/debugContext/debugData/risk").asString("");
        return HARMLESS.matcher(risk).find();
    }

    String id() {
        return event.uuid() == null ? "" : event.uuid();
    }

    boolean isSuccess() {
        return "SUCCESS".equals(event.result());
    }

    /// Into Okta or into an app.
    boolean isSignIn() {
        return own && (type.equals(SignIns.SESSION) || type.equals(SignIns.TO_APP));
    }

    boolean isWrongPassword() {
        return own && !isSuccess() && wrongPassword;
    }

    /// A session began. An app that is opened in one proves no password.
    boolean isSessionStart() {
        return own && isSuccess() && type.equals(SignIns.SESSION);
    }

    /// Of the person's own factors, not of those that the person changed for others.
    boolean isFactorChange() {
        return about && type.startsWith("user.mfa.factor.");
    }

    /// What somebody else changed of this person's account.
    boolean isChangeByOther() {
        return !own
                && about
                && (isFactorChange()
                        || OF_ACCOUNT.contains(type)
                        || AdminActivityTools.isChange(type));
    }

    boolean isByProgram() {
        return PROGRAM.matcher(agent).find();
    }

    /// Whether nobody travels so fast.
    boolean isTooFarFrom(UserEvent before) {
        if (spot == null || before.spot() == null) {
            return false;
        }
        var distance = spot.kilometresTo(before.spot());
        var hours = Math.max(1, Duration.between(before.time(), time).toMinutes()) / 60.0;
        return distance > FAR_KM && distance / hours > FASTEST_KM_PER_HOUR;
    }
}

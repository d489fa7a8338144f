package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.stream.Stream;

/// The factors of a user: what there is, what could be, and how one is added and removed.
record UserFactors(Store store, AdminActions admin) {

    static final String FACTOR = "UserFactor";

    /// ASSUMPTION: whatever a factor asks for, this is the right passcode.
    static final String PASS_CODE = "123456";

    Stream<Route> routes() {
        var factors = "/api/v1/users/{userId}/factors";
        var factor = factors + "/{factorId}";
        return Stream.of(
                Route.of("GET", factors, this::listFactors),
                Route.of("POST", factors, this::enrollFactor),
                Route.of("GET", factors + "/catalog", this::listSupportedFactors),
                Route.of("GET", factor, call -> Answer.of(shown(call, factor(call)))),
                Route.of("DELETE", factor, this::unenrollFactor),
                Route.of("POST", factor + "/lifecycle/activate", this::activateFactor));
    }

    /// ASSUMPTION: a deactivated user is not found here, by
    /// https://github.com/okta/okta-sdk-java/issues/646, where Okta calls it no bug.
    private Answer listFactors(Call call) {
        var user = user(call);
        if (UserLifecycle.status(user) == UserStatus.DEPROVISIONED) {
            throw OktaError.notFound(Json.text(user, "id"), "User");
        }
        var factors = Owned.of(store, FACTOR, user);
        return Answer.of(
                Json.array(factors.stream().map(one -> shown(call, one)).toList()), call.self());
    }

    private Answer listSupportedFactors(Call call) {
        user(call);
        var kinds = new ArrayList<ObjectNode>();
        for (var kind : FactorKind.values()) {
            kinds.add(kind.document(store, "").without("id"));
        }
        return Answer.of(Json.array(kinds), call.self());
    }

    /// ASSUMPTION: of one kind a user has one factor at most; the words of the refusal.
    private Answer enrollFactor(Call call) {
        var user = user(call);
        var kind = FactorKind.of(call.json());
        for (var known : Owned.of(store, FACTOR, user)) {
            if (FactorKind.of(known) == kind) {
                throw OktaError.invalid(
                        "factorType", "factorType: A factor of this type is set up");
            }
        }
        var active = kind.isActiveAtOnce() || call.asks("activate", false);
        var factor = enrolled(call, kind, user);
        factor.put("status", active ? "ACTIVE" : "PENDING_ACTIVATION");
        store.kind(FACTOR).put(factor);
        var event = active ? LogEventType.FACTOR_ACTIVATE : LogEventType.FACTOR_ENROLL;
        admin.log(call, event, Party.user(user));
        return Answer.of(shown(call, factor));
    }

    /// The answer to a question goes in and never comes out.
    private ObjectNode enrolled(Call call, FactorKind kind, ObjectNode user) {
        var factor =
                kind.document(store, call.key())
                        .put("created", store.now())
                        .put("lastUpdated", store.now())
                        .put(Owned.OWNER, Json.text(user, "id"));
        if (call.json().path("profile") instanceof ObjectNode profile) {
            factor.set("profile", profile.deepCopy().without("answer"));
        } else {
            factor.putObject("profile").put("credentialId", Store.login(user));
        }
        return factor;
    }

    /// ASSUMPTION: a factor that is active already is left as it is.
    private Answer activateFactor(Call call) {
        var factor = factor(call);
        if (!Json.text(call.json(), "passCode").equals(PASS_CODE)) {
            throw OktaError.of(ErrorCode.E0000068);
        }
        factor.put("status", "ACTIVE").put("lastUpdated", store.now());
        admin.log(call, LogEventType.FACTOR_ACTIVATE, Party.user(user(call)));
        return Answer.of(shown(call, factor));
    }

    private Answer unenrollFactor(Call call) {
        store.kind(FACTOR).remove(Json.text(factor(call), "id"));
        admin.log(call, LogEventType.FACTOR_DEACTIVATE, Party.user(user(call)));
        return Answer.noContent();
    }

    private ObjectNode factor(Call call) {
        return Owned.get(store, FACTOR, user(call), call.value("factorId"));
    }

    private ObjectNode user(Call call) {
        return store.user(call.value("userId"));
    }

    private static ObjectNode shown(Call call, ObjectNode factor) {
        var shown = Json.shown(factor);
        var user = call.base() + "/api/v1/users/" + Json.text(factor, Owned.OWNER);
        var self = user + "/factors/" + Json.text(factor, "id");
        var links = shown.putObject("_links");
        links.putObject("self").put("href", self);
        links.putObject("user").put("href", user);
        if (Json.text(factor, "status").equals("PENDING_ACTIVATION")) {
            links.putObject("activate").put("href", self + "/lifecycle/activate");
        }
        return shown;
    }
}

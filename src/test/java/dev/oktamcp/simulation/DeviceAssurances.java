package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.stream.Stream;

/// What devices must be like. Rules of access policies name it.
record DeviceAssurances(Store store, AdminActions admin) {

    private static final String KIND = "DeviceAssurance";
    private static final Set<String> PLATFORMS =
            Set.of("WINDOWS", "MACOS", "CHROMEOS", "IOS", "ANDROID");

    /// What a request cannot set.
    private static final Set<String> SYSTEM =
            Set.of("id", "createdBy", "createdDate", "lastUpdate", "lastUpdatedBy", "_links");

    private static final String MACS =
            """
            {"name":"Managed Macs","platform":"MACOS","osVersion":{"minimum":"15.1"},
             "diskEncryptionType":{"include":["ALL_INTERNAL_VOLUMES"]},
             "screenLockType":{"include":["BIOMETRIC"]},"secureHardwarePresent":true,
             "displayRemediationMode":"SHOW"}
            """;

    private static final String PHONES =
            """
            {"name":"Phones","platform":"IOS","osVersion":{"minimum":"18.0"},"jailbreak":false,
             "screenLockType":{"include":["PASSCODE","BIOMETRIC"]}}
            """;

    Stream<Route> routes() {
        var all = "/api/v1/device-assurances";
        var one = all + "/{deviceAssuranceId}";
        return Stream.of(
                        Route.of("GET", all, this::list),
                        Route.of("POST", all, this::create),
                        Route.of("GET", one, call -> Answer.of(shown(call, assurance(call)))),
                        Route.of("PUT", one, this::replace),
                        Route.of("DELETE", one, this::delete))
                .map(route -> route.of("deviceAssurance"));
    }

    private Answer list(Call call) {
        var all = store.kind(KIND).all().stream().map(each -> shown(call, each)).toList();
        return Answer.of(Json.array(all), call.self());
    }

    private Answer create(Call call) {
        var made = Json.object().put("id", store.ids().of("dae", call.key()));
        check(call.json(), "");
        fill(made, call.json(), call.principal().party().id());
        made.put("createdBy", call.principal().party().id()).put("createdDate", store.now());
        store.kind(KIND).put(made);
        admin.log(call, LogEventType.ASSURANCE_ADD, party(made));
        return Answer.of(shown(call, made));
    }

    private Answer replace(Call call) {
        var known = assurance(call);
        check(call.json(), Json.text(known, "id"));
        if (!Json.text(call.json(), "platform").equals(Json.text(known, "platform"))) {
            throw OktaError.invalid("platform", "platform: The platform cannot be changed");
        }
        fill(known, call.json(), call.principal().party().id());
        admin.log(call, LogEventType.ASSURANCE_UPDATE, party(known));
        return Answer.of(shown(call, known));
    }

    /// ASSUMPTION: the words of the causes, that a name is used once, and that the platform stays.
    private void check(ObjectNode body, String ownId) {
        var name = Json.text(body, "name");
        if (name.isBlank()) {
            throw OktaError.missing("name");
        }
        if (!PLATFORMS.contains(Json.text(body, "platform"))) {
            throw OktaError.invalid("platform", "platform: The platform is unknown");
        }
        for (var known : store.kind(KIND).with("name", name)) {
            if (!Json.text(known, "id").equals(ownId)) {
                throw OktaError.duplicate("name");
            }
        }
    }

    /// Replaces the whole: what the body leaves out goes.
    private void fill(ObjectNode assurance, ObjectNode body, String by) {
        assurance.retain(SYSTEM);
        for (var field : body.properties()) {
            if (!SYSTEM.contains(field.getKey())) {
                assurance.set(field.getKey(), field.getValue().deepCopy());
            }
        }
        assurance.put("lastUpdatedBy", by).put("lastUpdate", store.now());
    }

    /// ASSUMPTION: the code of the 409, for which the documents name none.
    private Answer delete(Call call) {
        var known = assurance(call);
        var id = Json.text(known, "id");
        if (isUsed(id)) {
            throw OktaError.conflict(
                    "deviceAssurance", "A rule of an authentication policy uses it");
        }
        store.kind(KIND).remove(id);
        admin.log(call, LogEventType.ASSURANCE_DELETE, party(known));
        return Answer.noContent();
    }

    private boolean isUsed(String id) {
        return store.kind(PolicyRules.RULE).all().stream()
                .map(rule -> rule.at("/conditions/device/assurance/include").toString())
                .anyMatch(included -> included.contains("\"" + id + "\""));
    }

    private static Party party(ObjectNode assurance) {
        var name = Json.text(assurance, "name");
        return new Party(Json.text(assurance, "id"), "DeviceAssurancePolicy", "unknown", name);
    }

    private static ObjectNode shown(Call call, ObjectNode assurance) {
        var shown = Json.shown(assurance);
        var self = call.base() + "/api/v1/device-assurances/" + Json.text(assurance, "id");
        shown.putObject("_links").putObject("self").put("href", self);
        return shown;
    }

    private ObjectNode assurance(Call call) {
        return store.kind(KIND).get(call.value("deviceAssuranceId"));
    }

    static void seed(Store store) {
        for (var text : new String[] {MACS, PHONES}) {
            var assurance = (ObjectNode) Json.literal(text);
            var owner = Json.text(new AdminActions(store).owner(), "id");
            assurance
                    .put("id", store.ids().of("dae", Json.text(assurance, "name")))
                    .put("createdBy", owner)
                    .put("createdDate", store.now())
                    .put("lastUpdatedBy", owner)
                    .put("lastUpdate", store.now());
            store.kind(KIND).put(assurance);
        }
    }
}

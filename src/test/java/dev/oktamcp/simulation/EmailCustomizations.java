package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What an org has written itself into an email, one customization per language. The first is the
/// default; on creation a second default is refused, on a change it takes the mark over.
record EmailCustomizations(Store store, AdminActions admin, EmailTemplates templates) {

    static final String KIND = "EmailCustomization";

    private static final String DEFAULT = "isDefault";
    private static final PageSizes SIZES = new PageSizes(20, 20, 200);

    /// ASSUMPTION: which variables a body must have.
    private static final Map<String, String> NEEDED = Map.of("UserActivation", "${activationLink}");

    Stream<Route> routes() {
        var all = EmailTemplates.TEMPLATE + "/customizations";
        var one = all + "/{customizationId}";
        return Stream.of(
                        Route.of("GET", all, this::list),
                        Route.of("POST", all, this::create),
                        Route.of("DELETE", all, this::deleteAll),
                        Route.of("GET", one, call -> Answer.of(Json.shown(customization(call)))),
                        Route.of("PUT", one, this::replace),
                        Route.of("DELETE", one, this::delete),
                        Route.of("GET", one + "/preview", this::preview))
                .map(route -> route.of("templates"));
    }

    private Answer list(Call call) {
        var page = Listing.byId(call.query(), store.kind(KIND), all(call), SIZES);
        return Answer.of(
                Json.array(page.items().stream().map(Json::shown).toList()), page.links(call));
    }

    private Answer create(Call call) {
        var body = call.json();
        check(call, body, "");
        var first = all(call).isEmpty();
        if (!first && body.path(DEFAULT).asBoolean(false)) {
            throw OktaError.of(ErrorCode.E0000182);
        }
        var template = EmailTemplates.find(store, call);
        var made =
                Json.object()
                        .put("id", store.ids().of("oel", call.key()))
                        .put(DEFAULT, first)
                        .put("created", store.now())
                        .put(Owned.OWNER, Json.text(template, "id"));
        store.kind(KIND).put(made);
        return Answer.created(changed(call, made, LogEventType.EMAIL_TEMPLATE_CREATE));
    }

    private Answer replace(Call call) {
        var customization = customization(call);
        var body = call.json();
        check(call, body, Json.text(customization, "id"));
        var asked = body.path(DEFAULT).asBoolean(false);
        if (customization.path(DEFAULT).asBoolean(false) && !asked) {
            throw OktaError.of(ErrorCode.E0000185);
        }
        if (asked) {
            all(call).forEach(each -> each.put(DEFAULT, false));
            customization.put(DEFAULT, true);
        }
        return Answer.of(changed(call, customization, LogEventType.EMAIL_TEMPLATE_UPDATE));
    }

    private ObjectNode changed(Call call, ObjectNode customization, LogEventType event) {
        for (var field : List.of("language", "subject", "body")) {
            customization.put(field, Json.text(call.json(), field));
        }
        customization.put("lastUpdated", store.now());
        admin.log(call, event, EmailTemplates.party(EmailTemplates.find(store, call)));
        return Json.shown(customization);
    }

    private void check(Call call, ObjectNode body, String ownId) {
        for (var field : List.of("language", "subject", "body")) {
            if (Json.text(body, field).isBlank()) {
                throw OktaError.missing(field);
            }
        }
        var needed = NEEDED.getOrDefault(call.value("templateName"), "");
        if (!Json.text(body, "body").contains(needed)) {
            throw OktaError.invalid("body", "body: The variable %s is missing".formatted(needed));
        }
        for (var known : all(call)) {
            if (Json.text(known, "language").equals(Json.text(body, "language"))
                    && !Json.text(known, "id").equals(ownId)) {
                throw OktaError.of(ErrorCode.E0000183);
            }
        }
    }

    private Answer delete(Call call) {
        var customization = customization(call);
        if (customization.path(DEFAULT).asBoolean(false)) {
            throw OktaError.of(ErrorCode.E0000184);
        }
        store.kind(KIND).remove(Json.text(customization, "id"));
        return deleted(call);
    }

    private Answer deleteAll(Call call) {
        all(call).forEach(each -> store.kind(KIND).remove(Json.text(each, "id")));
        return deleted(call);
    }

    private Answer deleted(Call call) {
        var template = EmailTemplates.party(EmailTemplates.find(store, call));
        admin.log(call, LogEventType.EMAIL_TEMPLATE_DELETE, template);
        return Answer.noContent();
    }

    private Answer preview(Call call) {
        return Answer.of(templates.filled(customization(call)));
    }

    private List<ObjectNode> all(Call call) {
        return Owned.of(store, KIND, EmailTemplates.find(store, call));
    }

    private ObjectNode customization(Call call) {
        return Owned.get(
                store, KIND, EmailTemplates.find(store, call), call.value("customizationId"));
    }
}

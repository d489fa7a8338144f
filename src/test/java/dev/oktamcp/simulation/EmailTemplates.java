package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The emails that Okta sends, for each brand: who gets them, and Okta's own words.
record EmailTemplates(Store store, AdminActions admin) {

    static final String KIND = "EmailTemplate";
    static final String PATH = "/api/v1/brands/{brandId}/templates/email";
    static final String TEMPLATE = PATH + "/{templateName}";

    private static final List<String> NAMES =
            List.of(
                    "AccountLockout",
                    "AuthenticatorEnrolled",
                    "AuthenticatorReset",
                    "ChangeEmailConfirmation",
                    "EmailChallenge",
                    "ForgotPassword",
                    "NewSignOnNotification",
                    "PasswordChanged",
                    "PasswordResetByAdmin",
                    "SelfServiceUnlock",
                    "UserActivation");
    private static final PageSizes SIZES = new PageSizes(20, 20, 200);

    /// To send a test takes the scope of a read.
    Stream<Route> routes() {
        var test = Route.of("POST", TEMPLATE + "/test", this::sendTestEmail);
        var asRead = new Route("POST", test.template(), "okta.templates.read", this::sendTestEmail);
        return Stream.concat(Stream.of(asRead), others());
    }

    private Stream<Route> others() {
        return Stream.of(
                        Route.of("GET", PATH, this::listEmailTemplates),
                        Route.of("GET", TEMPLATE, call -> Answer.of(shown(call, template(call)))),
                        Route.of("GET", TEMPLATE + "/settings", this::getEmailSettings),
                        Route.of("PUT", TEMPLATE + "/settings", this::replaceEmailSettings),
                        Route.of("GET", TEMPLATE + "/default-content", this::getContent),
                        Route.of("GET", TEMPLATE + "/default-content/preview", this::getPreview))
                .map(route -> route.of("templates"));
    }

    static void addTo(Store store, ObjectNode brand) {
        for (var name : NAMES) {
            store.kind(KIND)
                    .put(
                            Json.object()
                                    .put("id", store.ids().of("emt", Json.text(brand, "id") + name))
                                    .put("name", name)
                                    .put("#recipients", "ALL_USERS")
                                    .put(Owned.OWNER, Json.text(brand, "id")));
        }
    }

    private Answer listEmailTemplates(Call call) {
        var templates = Owned.of(store, KIND, Brands.find(store, call));
        var page = Listing.byId(call.query(), store.kind(KIND), templates, SIZES);
        var shown = page.items().stream().map(each -> shown(call, each)).toList();
        return Answer.of(Json.array(shown), page.links(call));
    }

    private ObjectNode shown(Call call, ObjectNode template) {
        var shown = Json.shown(template).without("id");
        var expand = Set.of(call.query().get("expand").orElse("").split(",", -1));
        if (expand.contains("settings")) {
            shown.withObject("/_embedded").set("settings", settings(template));
        }
        if (expand.contains("customizationCount")) {
            var count = Owned.of(store, EmailCustomizations.KIND, template).size();
            shown.withObject("/_embedded").put("customizationCount", count);
        }
        return shown;
    }

    private static ObjectNode settings(ObjectNode template) {
        return Json.object().put("recipients", Json.text(template, "#recipients"));
    }

    private Answer getEmailSettings(Call call) {
        return Answer.of(settings(template(call)));
    }

    /// ASSUMPTION: which template takes which value; that everybody gets the link to a new password
    /// is one that cannot be otherwise.
    private Answer replaceEmailSettings(Call call) {
        var template = template(call);
        var recipients = Json.text(call.json(), "recipients");
        if (recipients.isEmpty()) {
            throw OktaError.missing("recipients");
        }
        if (Json.text(template, "name").equals("ForgotPassword")
                && !recipients.equals("ALL_USERS")) {
            throw OktaError.of(ErrorCode.E0000189);
        }
        template.put("#recipients", recipients);
        admin.log(call, LogEventType.EMAIL_SETTINGS, party(template));
        return getEmailSettings(call);
    }

    private Answer getContent(Call call) {
        return Answer.of(content(call));
    }

    private ObjectNode content(Call call) {
        var name = Json.text(template(call), "name");
        return Json.object()
                .put("subject", "Welcome to ${org.name}!")
                .put(
                        "body",
                        "<p>%s, ${user.profile.firstName}: ${activationLink}</p>".formatted(name));
    }

    private Answer getPreview(Call call) {
        return Answer.of(filled(content(call)));
    }

    /// With the variables of whoever asks.
    ObjectNode filled(ObjectNode content) {
        var name = Json.text(admin.owner().path("profile"), "firstName");
        var filled = Json.object();
        for (var field : List.of("subject", "body")) {
            filled.put(
                    field,
                    Json.text(content, field)
                            .replace("${user.profile.firstName}", name)
                            .replace("${org.name}", "Example Company")
                            .replace("${activationLink}", "https://example.okta.com/welcome/…"));
        }
        return filled;
    }

    private Answer sendTestEmail(Call call) {
        var template = template(call);
        admin.log(call, LogEventType.EMAIL_DELIVERY, Party.user(admin.owner()), party(template));
        return Answer.noContent();
    }

    static Party party(ObjectNode template) {
        var name = Json.text(template, "name");
        return new Party(name, "EmailTemplate", "unknown", name);
    }

    private ObjectNode template(Call call) {
        return find(store, call);
    }

    static ObjectNode find(Store store, Call call) {
        var name = call.value("templateName");
        return Owned.of(store, KIND, Brands.find(store, call)).stream()
                .filter(template -> Json.text(template, "name").equals(name))
                .findFirst()
                .orElseThrow(() -> OktaError.notFound(name, KIND));
    }
}

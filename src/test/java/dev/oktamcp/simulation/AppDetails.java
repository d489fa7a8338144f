package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.stream.Stream;

/// What Okta keeps of an application beside its name: the properties that its documents list for
/// every app, and those of its way to sign in.
///
/// ASSUMPTION: the values; the documents name most of them without a default.
final class AppDetails {

    /// The link that every app has.
    static final String LOGIN = "login";

    private static final String EVERY =
            """
            {"accessibility":{"selfService":false,"errorRedirectUrl":null,"loginRedirectUrl":null},
             "visibility":{"autoLaunch":false,"autoSubmitToolbar":false,
              "hide":{"iOS":false,"web":false},"appLinks":{"login":true}},
             "features":[],
             "credentials":{"userNameTemplate":{"template":"${source.login}","type":"BUILT_IN"},
              "signing":{}},
             "settings":{"app":{},"implicitAssignment":false,"inlineHookId":null,
              "notes":{"admin":null,"enduser":null},
              "notifications":{"vpn":{"network":{"connection":"DISABLED"},"message":null,
               "helpUrl":null}}}}
            """;

    private static final String SAML =
            """
            {"defaultRelayState":null,"ssoAcsUrlOverride":null,"audienceOverride":null,
             "recipientOverride":null,"destinationOverride":null,"attributeStatements":[],
             "allowMultipleAcsEndpoints":false,"assertionSigned":true,"honorForceAuthn":true,
             "requestCompressed":false,"responseSigned":true}
            """;

    private static final String OAUTH =
            """
            {"application_type":"web","client_uri":null,"logo_uri":null,"redirect_uris":[],
             "post_logout_redirect_uris":[],"response_types":["code"],
             "grant_types":["authorization_code"],"consent_method":"REQUIRED",
             "issuer_mode":"DYNAMIC","idp_initiated_login":{"mode":"DISABLED","default_scope":[]},
             "wildcard_redirect":"DISABLED","dpop_bound_access_tokens":false}
            """;

    private AppDetails() {}

    static void addTo(Store store, ObjectNode app) {
        app.setAll((ObjectNode) Json.literal(EVERY));
        app.put("orn", new Orns(store).app(app));
        switch (Json.text(app, "signOnMode")) {
            case "SAML_2_0", "SAML_1_1" -> addSaml(store, app);
            case "OPENID_CONNECT" -> addClient(app);
            case "AUTO_LOGIN", "BASIC_AUTH", "BROWSER_PLUGIN", "SECURE_PASSWORD_STORE" -> {
                app.withObject("/settings/app").put("url", "https://example.com/login.html");
                app.withObject("/credentials").put("scheme", "EDIT_USERNAME_AND_PASSWORD");
            }
            default -> app.withObject("/settings/app").put("url", "https://example.com/");
        }
    }

    private static void addSaml(Store store, ObjectNode app) {
        app.withObject("/settings").set("signOn", Json.literal(SAML));
        var key = store.ids().of("kid", Json.text(app, "id"));
        app.withObject("/credentials/signing").put("kid", key);
    }

    private static void addClient(ObjectNode app) {
        app.withObject("/settings").set("oauthClient", Json.literal(OAUTH));
        app.withObject("/credentials/oauthClient")
                .put("autoKeyRotation", true)
                .put("client_id", Json.text(app, "id"))
                .put("token_endpoint_auth_method", "client_secret_basic")
                .put("pkce_required", true);
    }

    /// By Okta's `ApplicationLinks`.
    static void addLinks(String base, ObjectNode app, ObjectNode links) {
        var address = base + "/api/v1/apps/" + Json.text(app, "id");
        var shown = links.putArray("appLinks");
        links(app)
                .forEach(name ->
                        shown.addObject()
                                .put("name", name)
                                .put("href", home(base, app, name))
                                .put("type", "text/html"));
        links.putArray("logo")
                .addObject()
                .put("name", "medium")
                .put("href", base + "/img/logos/default.png")
                .put("type", "image/png");
        var change = Json.text(app, "status").equals("ACTIVE") ? "deactivate" : "activate";
        links.putObject(change).put("href", address + "/lifecycle/" + change);
        if (isSaml(app)) {
            links.putObject("metadata")
                    .put("href", address + "/sso/saml/metadata")
                    .put("type", "application/xml");
        }
    }

    /// By name, as `visibility` has them.
    static Stream<String> links(ObjectNode app) {
        var links = app.at("/visibility/appLinks");
        return links.isEmpty()
                ? Stream.of(LOGIN)
                : links.propertyStream()
                        .filter(link -> link.getValue().asBoolean(false))
                        .map(Map.Entry::getKey);
    }

    static String home(String base, ObjectNode app, String link) {
        var number = 1 + links(app).toList().indexOf(link);
        return "%s/home/%s/%s/%d"
                .formatted(base, Json.text(app, "name"), Json.text(app, "id"), number);
    }

    private static boolean isSaml(JsonNode app) {
        return Json.text(app, "signOnMode").startsWith("SAML");
    }
}

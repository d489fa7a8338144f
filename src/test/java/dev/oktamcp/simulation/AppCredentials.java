package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

/// What an app signs in with.
final class AppCredentials {

    private AppCredentials() {}

    /// The client id is the app's own; a secret that was sent in is not kept where it can be read.
    static void fill(Store store, ObjectNode app) {
        if (Json.text(app, "signOnMode").startsWith("SAML")) {
            var signing = app.withObject("/credentials/signing");
            signing.put("kid", store.ids().of("kid", Json.text(app, "id")));
        }
        if (isClient(app)) {
            var client = app.withObject("credentials").withObject("oauthClient");
            client.put("client_id", Json.text(app, "id")).remove("client_secret");
            if (Json.text(client, "token_endpoint_auth_method").isEmpty()) {
                client.put("token_endpoint_auth_method", "client_secret_basic");
            }
        }
    }

    /// ASSUMPTION: the answer to the creation is the only one that carries the client secret.
    static ObjectNode shownOnce(Store store, ObjectNode app) {
        if (isClient(app)) {
            var client = app.withObject("credentials").withObject("oauthClient");
            if (Json.text(client, "token_endpoint_auth_method").startsWith("client_secret")) {
                client.put("client_secret", store.ids().of("sec", Json.text(app, "id")));
            }
        }
        return app;
    }

    private static boolean isClient(ObjectNode app) {
        return Json.text(app, "signOnMode").equals("OPENID_CONNECT");
    }
}

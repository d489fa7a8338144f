package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OrgProbe.json;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;

/// Asks the simulated token endpoint for tokens, with two apps registered: one for bearer tokens,
/// one that must prove its key.
record OAuthProbe(OrgProbe probe, ServiceCaller caller) {

    static final String CLIENT = "0oaServiceApp1234567";
    static final String DPOP_CLIENT = "0oaServiceApp7654321";

    private static final String ASSERTION_TYPE =
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    static OAuthProbe of(OrgProbe probe, ServiceCaller caller) {
        var app = ServiceApp.of(CLIENT, caller.publicKey()).withRoles("USER_ADMIN");
        probe.org().hasServiceApp(app.withScopes("okta.users.read", "okta.groups.manage"));
        probe.org()
                .hasServiceApp(
                        ServiceApp.of(DPOP_CLIENT, app.publicKeys())
                                .withScopes("okta.users.read")
                                .withDpop());
        return new OAuthProbe(probe, caller);
    }

    String endpoint() {
        return probe.org().url() + TokenEndpoint.PATH;
    }

    HttpResponse<String> token(String assertion, String scope, String... headers)
            throws IOException, InterruptedException {
        var form =
                "grant_type=client_credentials&scope="
                        + OrgProbe.encoded(scope)
                        + "&client_assertion_type="
                        + ASSERTION_TYPE
                        + "&client_assertion="
                        + assertion;
        return probe.send("POST", TokenEndpoint.PATH, form, headers);
    }

    String assertion(String client) {
        return caller.assertion(client, endpoint(), Map.of());
    }

    String accessToken(String scope) throws IOException, InterruptedException {
        return Json.text(json(token(assertion(CLIENT), scope)), "access_token");
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return probe.send("GET", path, "", "Authorization", "Bearer " + token);
    }

    static String refusal(HttpResponse<String> response) {
        return response.statusCode() + " " + Json.text(json(response), "error");
    }
}

package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The org authorization server's token endpoint, for service apps only.
record TokenEndpoint(Store store, AdminActions admin) {

    static final String PATH = "/oauth2/v1/token";

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Set<String> OTHER_GRANTS =
            Set.of(
                    "authorization_code",
                    "refresh_token",
                    "password",
                    "urn:ietf:params:oauth:grant-type:device_code",
                    "urn:ietf:params:oauth:grant-type:token-exchange",
                    "urn:ietf:params:oauth:grant-type:jwt-bearer");

    Stream<Route> routes() {
        return Stream.of(Route.of("POST", PATH, this::token).open());
    }

    private Answer token(Call call) {
        var form = Query.parse(call.request().body());
        var endpoint = call.base() + PATH;
        checkGrant(form);
        var authenticated = !call.request().header("authorization").isEmpty();
        var app = new ClientAssertion(store.oauth(), endpoint).client(form, authenticated);
        var thumbprint = thumbprint(call.request(), app, endpoint);
        var scopes = granted(form, app);
        return Answer.of(issue(call, app, scopes, thumbprint));
    }

    private static void checkGrant(Query form) {
        var type = form.get("grant_type").orElse("");
        if (type.isEmpty()) {
            throw OAuthError.ofToken(
                    400, "invalid_request", "The token request is missing 'grant_type'.");
        }
        if (OTHER_GRANTS.contains(type)) {
            throw OAuthError.ofToken(
                    400,
                    "unauthorized_client",
                    "The client is not authorized to use the provided grant type.");
        }
        if (!type.equals("client_credentials")) {
            throw OAuthError.ofToken(
                    400, "unsupported_grant_type", "The authorization grant type is unknown.");
        }
    }

    /// The client is known before its proof is looked at, so its assertion is used up whatever the
    /// proof is like. ASSUMPTION: a proof that was not asked for binds the token as well.
    private String thumbprint(Incoming request, ServiceApp app, String endpoint) {
        var header = request.header("dpop");
        if (header.isEmpty() && !app.dpopRequired()) {
            return "";
        }
        if (header.isEmpty()) {
            throw invalidProof("The DPoP proof JWT header is missing.");
        }
        var proof =
                new DpopProof(store.oauth(), "POST", endpoint, TokenEndpoint::invalidProof)
                        .check(header);
        checkNonce(Json.text(proof.claims(), "nonce"));
        return proof.thumbprint();
    }

    private void checkNonce(String nonce) {
        if (!store.oauth().takesNonce(nonce)) {
            throw OAuthError.ofToken(
                    400,
                    "use_dpop_nonce",
                    "Authorization server requires nonce in DPoP proof.",
                    new Header("dpop-nonce", store.oauth().nonce()));
        }
    }

    private static OAuthError invalidProof(String description) {
        return OAuthError.ofToken(400, "invalid_dpop_proof", description);
    }

    /// Scopes that were not granted are left out, silently, while at least one is left.
    private static Set<String> granted(Query form, ServiceApp app) {
        var asked = List.of(form.get("scope").orElse("").strip().split("\\s+", -1));
        if (asked.getFirst().isEmpty()) {
            throw OAuthError.ofToken(400, "invalid_scope", "No scopes were requested.");
        }
        var granted = new LinkedHashSet<String>();
        for (var scope : asked) {
            OktaScopes.check(scope);
            if (app.scopes().contains(scope)) {
                granted.add(scope);
            }
        }
        if (granted.isEmpty()) {
            throw OAuthError.ofToken(
                    400, "consent_required", "You are not allowed any of the requested scopes.");
        }
        return granted;
    }

    private JsonNode issue(Call call, ServiceApp app, Set<String> scopes, String thumbprint) {
        var expires = store.clock().instant().plus(LIFETIME);
        var value = jwt(call, app, scopes, thumbprint);
        var token = new AccessToken(app, scopes, expires, thumbprint, AccessToken.State.VALID);
        store.oauth().issue(value, token);
        var client = Party.client(app.clientId());
        admin.log(call, client, LogEventType.TOKEN_GRANT, client);
        return Json.object()
                .put("token_type", token.isBound() ? "DPoP" : "Bearer")
                .put("expires_in", LIFETIME.toSeconds())
                .put("access_token", value)
                .put("scope", String.join(" ", scopes));
    }

    /// ASSUMPTION: the third part is no signature, because nobody but Okta may check it.
    private String jwt(Call call, ServiceApp app, Set<String> scopes, String thumbprint) {
        var header = Json.object().put("kid", store.ids().of("kid", "org")).put("alg", "RS256");
        var claims = claims(call, app.clientId());
        claims.set("scp", Json.texts(new ArrayList<>(scopes).toArray(String[]::new)));
        if (!thumbprint.isEmpty()) {
            claims.putObject("cnf").put("jkt", thumbprint);
        }
        var content = Jws.encoded(Json.bytes(header)) + "." + Jws.encoded(Json.bytes(claims));
        var seal = store.ids().of("sig", content).getBytes(StandardCharsets.US_ASCII);
        return content + "." + Jws.encoded(seal);
    }

    private ObjectNode claims(Call call, String clientId) {
        var now = store.clock().instant().getEpochSecond();
        return Json.object()
                .put("ver", 1)
                .put("jti", "AT." + call.request().id())
                .put("iss", call.base())
                .put("aud", call.base())
                .put("sub", clientId)
                .put("iat", now)
                .put("exp", now + LIFETIME.toSeconds())
                .put("cid", clientId);
    }
}

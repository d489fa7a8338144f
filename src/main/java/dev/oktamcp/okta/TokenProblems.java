package dev.oktamcp.okta;

import java.util.List;
import java.util.Locale;

/// Why Okta gives an app no token, for the person who gave the app's credentials. Okta has one code
/// for all that can be wrong with a client; which it is, only its description tells.
final class TokenProblems {

    private TokenProblems() {}

    static String words(TokenRefusedException refused, Credentials.ServiceApp app) {
        var words =
                switch (refused.error()) {
                    case "invalid_client" -> client(refused.description(), app);
                    case "consent_required" ->
                            "The app was granted none of the scopes that are asked for. Grant them"
                                + " on its Okta API Scopes tab in the Admin Console; that takes a"
                                + " super administrator.";
                    case "invalid_scope" ->
                            "One of the scopes that are asked for is none of Okta's. Take their"
                                + " names from the app's Okta API Scopes tab in the Admin Console.";
                    case "unauthorized_client" ->
                            "The app may not get tokens for itself. It has to be an API Services"
                                    + " app.";
                    default ->
                            "Okta gives the app no token. Check its settings in the Admin Console.";
                };
        return words + said(refused);
    }

    private static String client(String description, Credentials.ServiceApp app) {
        var said = description.toLowerCase(Locale.ROOT);
        for (var cause : causes(app)) {
            if (said.contains(cause.part())) {
                return cause.words();
            }
        }
        return "Okta does not take the app %s with this key: it is inactive, or of another org, or the key is none of its. Check both in the Admin Console."
                .formatted(app.clientId());
    }

    /// @param part of Okta's description, in lower case
    private record Cause(String part, String words) {}

    private static List<Cause> causes(Credentials.ServiceApp app) {
        var clock =
                "Okta's clock and this machine's are too far apart. Set this machine's by a time"
                        + " server.";
        var kind =
                "The app does not prove itself by a key. It has to be an API Services app with"
                        + " client authentication by public key and private key.";
        var keyId = app.key().getKeyID();
        return List.of(
                new Cause(
                        "client_id",
                        "This org has no active app with the client id %s. Take it from the app's General tab in the Admin Console, and see that the app is active."
                                .formatted(app.clientId())),
                new Cause(
                        "kid",
                        "The app has no key with the id %s. Give the id that the app's list of public keys has for it."
                                .formatted(keyId == null ? "(none given)" : keyId)),
                new Cause(
                        "signature is invalid",
                        "The private key is none of the app's. Register its public key with the"
                                + " app, or give the key that is registered."),
                new Cause(
                        "audience",
                        "Okta knows this org under another address. Give the org's own address, or"
                                + " its custom domain."),
                new Cause("expired", clock),
                new Cause("too far", clock),
                new Cause("future", clock),
                new Cause("jwkset", "The app has no public key yet. Register one with it."),
                new Cause("private_key_jwt", kind),
                new Cause("application_type", kind));
    }

    private static String said(TokenRefusedException refused) {
        return refused.error().isEmpty()
                ? ""
                : " (Okta: %s)".formatted((refused.error() + " " + refused.description()).strip());
    }
}

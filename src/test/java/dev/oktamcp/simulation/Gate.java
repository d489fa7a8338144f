package dev.oktamcp.simulation;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells who sends a request, by its credential, and refuses whom it does not know.
record Gate(Store store, AdminActions admin, Set<String> apiTokens) {

    /// Whose quota the request uses, whatever becomes of it.
    String quotaKey(Incoming request) {
        if (apiTokens.contains(request.token())) {
            return request.token();
        }
        var token = store.oauth().token(request.accessToken());
        return token.map(known -> known.app().clientId()).orElse("");
    }

    Principal admit(Incoming request, String base) {
        if (!request.accessToken().isEmpty()) {
            return client(request, base);
        }
        if (!apiTokens.contains(request.token()) || ApiTokens.isRevoked(store, request.token())) {
            throw OktaError.of(ErrorCode.E0000011);
        }
        ApiTokens.use(store, request.token());
        return new Principal(
                request.token(),
                Party.user(admin.owner()),
                store.ids().of("00T", request.token()),
                Optional.empty(),
                Set.of(AdminRole.SUPER_ADMIN));
    }

    private Principal client(Incoming request, String base) {
        var challenge = new Challenge(request, base);
        var token =
                store.oauth()
                        .token(request.accessToken())
                        .orElseThrow(() -> challenge.invalidToken("The access token is invalid."));
        switch (token.state(store.clock().instant())) {
            case EXPIRED -> throw challenge.invalidToken("The token has expired.");
            case REVOKED -> throw challenge.invalidToken("The access token has been revoked.");
            case VALID -> checkBinding(request, token, challenge, base);
        }
        return principal(token);
    }

    private static Principal principal(AccessToken token) {
        var app = token.app();
        return new Principal(
                app.clientId(),
                Party.client(app.clientId()),
                "",
                Optional.of(token.scopes()),
                app.roles().stream().map(AdminRole::valueOf).collect(Collectors.toSet()));
    }

    private void checkBinding(
            Incoming request, AccessToken token, Challenge challenge, String base) {
        if (request.isDpop() && !token.isBound()) {
            throw challenge.invalidToken("The presented access_token is not DPoP bound.");
        }
        if (!request.isDpop() && token.isBound()) {
            throw challenge.invalidRequest(
                    "The resource request must use the DPoP authentication scheme when using a"
                            + " DPoP bound token.");
        }
        if (token.isBound()) {
            checkProof(request, token, challenge, base);
        }
    }

    private void checkProof(Incoming request, AccessToken token, Challenge challenge, String base) {
        if (request.header("dpop").isEmpty()) {
            throw challenge.invalidRequest("The resource request requires a DPoP proof.");
        }
        var url = base + request.rawPath();
        var proof =
                new DpopProof(store.oauth(), request.method(), url, challenge::invalidProof)
                        .check(request.header("dpop"));
        var hash = Jws.encoded(Ids.digest(request.accessToken()));
        if (!hash.equals(Json.text(proof.claims(), "ath"))) {
            throw challenge.invalidProof(
                    "The DPoP proof JWT 'ath' claim does not match the access token.");
        }
        if (!proof.thumbprint().equals(token.keyThumbprint())) {
            throw challenge.invalidProof("The access token is not bound to this DPoP key.");
        }
    }

    /// A missing scope is told in a header, a missing admin role in a body.
    static void check(Principal principal, Route route, Incoming request, String base) {
        if (route.isOpen()) {
            return;
        }
        if (!principal.hasScope(route.scope())) {
            throw new Challenge(request, base).insufficientScope(route.scope());
        }
        if (!principal.hasRoleFor(route.scope())) {
            throw OktaError.of(ErrorCode.E0000006);
        }
    }
}

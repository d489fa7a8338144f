package dev.oktamcp.okta;

import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Gets access tokens for service apps: `private_key_jwt` (RFC 7523), with DPoP (RFC 9449) where
/// the app's settings in Okta demand it, which its answers tell.
@Component
final class TokenEndpoint {

    private static final int LONGEST = 500;
    private static final Duration TIME = Duration.ofSeconds(10);

    private final OktaGateway gateway;
    private final JsonMapper json;
    private final Clock clock;

    TokenEndpoint(OktaGateway gateway, JsonMapper json, Clock clock) {
        this.gateway = gateway;
        this.json = json;
        this.clock = clock;
    }

    /// @throws ToolException where Okta gives none, with its reason
    AccessToken token(OrgUrl org, Credentials.ServiceApp app) {
        return token(org, app, () -> TIME);
    }

    /// @param timeLeft asked before each of up to three requests
    /// @throws ToolException where Okta gives none, with its reason
    AccessToken token(OrgUrl org, Credentials.ServiceApp app, Supplier<Duration> timeLeft) {
        var uri = org.resolve("/oauth2/v1/token");
        var plain = send(uri, app, Map.of(), timeLeft);
        if (!demandsProof(plain)) {
            return read(plain, app, null);
        }
        var proofs = new DPoPProofs(clock);
        var first = send(uri, app, Map.of(DPoPProofs.PROOF, proofs.forToken(uri, null)), timeLeft);
        var nonce = first.headers().getFirst(DPoPProofs.NONCE);
        var answer =
                nonce == null || first.successful()
                        ? first
                        : send(
                                uri,
                                app,
                                Map.of(DPoPProofs.PROOF, proofs.forToken(uri, nonce)),
                                timeLeft);
        return read(answer, app, proofs);
    }

    /// Each request has an assertion of its own: Okta takes none twice, not even after a refusal.
    private OktaResponse send(
            URI uri,
            Credentials.ServiceApp app,
            Map<String, String> headers,
            Supplier<Duration> timeLeft) {
        return gateway.post(uri, form(uri, app), headers, timeLeft.get(), new Cancellation());
    }

    private static MultiValueMap<String, String> form(URI uri, Credentials.ServiceApp app) {
        var registration =
                ClientRegistration.withRegistrationId("okta")
                        .clientId(app.clientId())
                        .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .tokenUri(uri.toString())
                        .build();
        var converter =
                new NimbusJwtClientAuthenticationParametersConverter<
                        OAuth2ClientCredentialsGrantRequest>(client -> app.key());
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("scope", String.join(" ", app.scopes()));
        var assertion = converter.convert(new OAuth2ClientCredentialsGrantRequest(registration));
        if (assertion != null) {
            form.addAll(assertion);
        }
        return form;
    }

    private boolean demandsProof(OktaResponse response) {
        var error = response.json(json).path("error").asString("");
        return !response.successful()
                && ("invalid_dpop_proof".equals(error) || "use_dpop_nonce".equals(error));
    }

    private AccessToken read(
            OktaResponse response, Credentials.ServiceApp app, @Nullable DPoPProofs proofs) {
        var body = response.json(json);
        var value = body.path("access_token").asString("");
        if (!response.successful() || value.isEmpty()) {
            throw refused(response, body);
        }
        var lifetime = Duration.ofSeconds(body.path("expires_in").asLong(3600));
        return new AccessToken(value, proofs, scopes(body, app), clock.instant().plus(lifetime));
    }

    /// Where Okta does not name them, all that were asked for (RFC 6749, 5.1).
    private static Set<String> scopes(JsonNode body, Credentials.ServiceApp app) {
        var scopes = body.path("scope").asString("");
        return scopes.isBlank() ? app.scopes() : Set.of(scopes.strip().split("\\s+", -1));
    }

    private static ToolException refused(OktaResponse response, JsonNode body) {
        if (response.status() == 429) {
            var seconds = response.secondsUntilReset().orElse(60L);
            return OktaErrors.rateLimited(
                    "Okta limits requests for tokens; nothing else was sent. Try again in %d seconds."
                            .formatted(seconds),
                    seconds);
        }
        if (response.status() >= 500) {
            return new ToolException(
                    ToolResult.Failure.of(
                            FailureCode.UNAVAILABLE,
                            "Okta gives no access token now: HTTP %d. Try again later."
                                    .formatted(response.status())));
        }
        return refusedByName(response, body);
    }

    private static ToolException refusedByName(OktaResponse response, JsonNode body) {
        var error = PlainText.of(body.path("error").asString(""), LONGEST);
        var description = PlainText.of(body.path("error_description").asString(""), LONGEST);
        var reason = (error.isEmpty() ? "no error code" : error) + " " + description;
        return new TokenRefusedException(
                error,
                description,
                ToolResult.Failure.of(
                        FailureCode.UNAVAILABLE,
                        "Okta gives no access token to this connection's app: HTTP %d, %s. An administrator has to look at the app's key, scopes and admin roles."
                                .formatted(response.status(), reason.strip())));
    }
}

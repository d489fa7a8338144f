package dev.oktamcp.okta;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/// Sends a request as a principal: with the credentials of its org, and once more with a new token
/// where Okta no longer takes the old one. Okta has done nothing then, so that is safe for changes
/// too.
@Component
final class OktaSender {

    private static final String PROOF = "DPoP";

    private final Orgs orgs;
    private final AccessTokens tokens;
    private final OktaGateway gateway;
    private final Attempts attempts;
    private final Clock clock;

    OktaSender(
            Orgs orgs, AccessTokens tokens, OktaGateway gateway, Attempts attempts, Clock clock) {
        this.attempts = attempts;
        this.orgs = orgs;
        this.tokens = tokens;
        this.gateway = gateway;
        this.clock = clock;
    }

    /// @throws ToolException where the principal has no org any more
    Org org(OktaPrincipal principal) {
        return orgs.org(principal).orElseThrow(OktaSender::noOrg);
    }

    /// @throws ToolException where no answer came
    OktaResponse send(OktaRequest request, Org org, OktaPrincipal principal, ToolCall call) {
        return attempts.of(
                principal,
                request.operation(),
                call,
                () -> sendOnce(request, org, principal, call));
    }

    private OktaResponse sendOnce(
            OktaRequest request, Org org, OktaPrincipal principal, ToolCall call) {
        Supplier<Duration> timeLeft = () -> Duration.between(clock.instant(), call.deadline());
        return switch (org.credentials()) {
            case Credentials.ApiToken(var token) ->
                    gateway.send(
                            request,
                            Map.of(HttpHeaders.AUTHORIZATION, "SSWS " + token),
                            timeLeft.get(),
                            call.cancellation());
            case Credentials.ServiceApp app -> {
                var token = tokens.of(principal, org.url(), app);
                var answer =
                        gateway.send(
                                request,
                                headers(token, request),
                                timeLeft.get(),
                                call.cancellation());
                if (answer.status() != 401) {
                    yield answer;
                }
                tokens.drop(principal, token);
                var fresh = tokens.of(principal, org.url(), app);
                yield gateway.send(
                        request, headers(fresh, request), timeLeft.get(), call.cancellation());
            }
        };
    }

    private static Map<String, String> headers(AccessToken token, OktaRequest request) {
        var proofs = token.proofs();
        return proofs == null
                ? Map.of(HttpHeaders.AUTHORIZATION, "Bearer " + token.value())
                : Map.of(
                        HttpHeaders.AUTHORIZATION,
                        "DPoP " + token.value(),
                        PROOF,
                        proofs.forRequest(
                                request.operation().http(), request.uri(), token.value()));
    }

    private static ToolException noOrg() {
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.UNAVAILABLE,
                        "The connection behind this URL has no credentials now. An administrator"
                                + " has to start the server with the environment that it was made"
                                + " with."));
    }
}

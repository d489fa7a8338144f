package dev.oktamcp.okta;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolCall;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// Sends a request as a principal: with the credentials of its org, and once more with a new token
/// where Okta no longer takes the old one. Okta has done nothing then, so that is safe for changes
/// too.
@Component
final class OktaSender {

    private final Orgs orgs;
    private final AccessTokens tokens;
    private final OktaGateway gateway;
    private final Attempts attempts;
    private final Concurrency concurrency;
    private final Breakers breakers;
    private final Clock clock;

    OktaSender(
            Orgs orgs,
            AccessTokens tokens,
            OktaGateway gateway,
            Attempts attempts,
            Concurrency concurrency,
            Breakers breakers,
            Clock clock) {
        this.attempts = attempts;
        this.concurrency = concurrency;
        this.breakers = breakers;
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
        Function<Map<String, String>, OktaResponse> send =
                authorization -> send(request, authorization, principal, call);
        return switch (org.credentials()) {
            case Credentials.ApiToken(var token) ->
                    send.apply(Map.of(HttpHeaders.AUTHORIZATION, "SSWS " + token));
            case Credentials.ServiceApp app -> {
                var token = tokens.of(principal, org.url(), app);
                var answer = TokenUse.send(token, request, send);
                if (answer.status() != 401) {
                    yield answer;
                }
                tokens.drop(token);
                var next = tokens.of(principal, org.url(), app);
                yield TokenUse.send(next, request, send);
            }
        };
    }

    private OktaResponse send(
            OktaRequest request,
            Map<String, String> authorization,
            OktaPrincipal principal,
            ToolCall call) {
        Supplier<Duration> timeLeft = () -> Duration.between(clock.instant(), call.deadline());
        Supplier<OktaResponse> once =
                () -> gateway.send(request, authorization, timeLeft.get(), call.cancellation());
        return concurrency.during(
                principal,
                () -> {
                    if (!timeLeft.get().isPositive()) { // that is not the org's fault
                        throw LostAnswers.late(Effect.READ, null);
                    }
                    return breakers.during(principal, call, once);
                });
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

package dev.oktamcp.okta;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;

/// Looks whether an org can be worked with by some credentials, before anybody relies on them.
/// Nothing of it is kept: neither token nor what is heard of rate limits.
@Component
public final class OrgCheck {

    private static final Duration TIME = Duration.ofSeconds(10);

    private final Operations operations;
    private final OktaGateway gateway;
    private final TokenEndpoint endpoint;
    private final Clock clock;

    OrgCheck(Operations operations, OktaGateway gateway, TokenEndpoint endpoint, Clock clock) {
        Checkup.requireAll(operations);
        this.operations = operations;
        this.gateway = gateway;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /// Takes ten seconds at most. Whatever the org answers, or does not, is in the report.
    public OrgReport check(Org org) {
        return check(org, TIME);
    }

    OrgReport check(Org org, Duration time) {
        var reads = new CheckReads(operations, gateway, org.url(), clock, time);
        return new Checkup(org, reads, endpoint).report();
    }
}

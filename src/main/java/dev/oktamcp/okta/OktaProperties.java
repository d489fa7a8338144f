package dev.oktamcp.okta;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/// @param connectTimeout how long to wait for a connection to Okta
/// @param answerTimeout how long to wait for the whole of an answer
/// @param maxWait how long a call may wait for Okta's rate limits; 0 hands a 429 on at once
/// @param maxAnswer the largest answer that is read
/// @param concurrency requests under way together for one connection; half of what Okta lets an org
///   have at once, since others work there too
@ConfigurationProperties("okta-mcp.okta")
record OktaProperties(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration answerTimeout,
        @DefaultValue("20s") Duration maxWait,
        @DefaultValue("32MB") DataSize maxAnswer,
        @DefaultValue("35") int concurrency,
        @DefaultValue Breaker breaker) {

    OktaProperties {
        if (concurrency < 1) {
            throw new IllegalArgumentException(
                    "okta-mcp.okta.concurrency is %d. Give 1 or more.".formatted(concurrency));
        }
    }

    /// @param calls how many of the last requests are looked at; where half of them failed, the org
    ///   is left alone
    /// @param openFor for how long
    record Breaker(@DefaultValue("20") int calls, @DefaultValue("10s") Duration openFor) {}
}

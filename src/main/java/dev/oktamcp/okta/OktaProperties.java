package dev.oktamcp.okta;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/// @param connectTimeout how long to wait for a connection to Okta
/// @param answerTimeout how long to wait for the whole of an answer
/// @param maxWait how long a call may wait for Okta's rate limits; 0 hands a 429 on at once
/// @param maxAnswer the largest answer that is read
@ConfigurationProperties("okta-mcp.okta")
record OktaProperties(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration answerTimeout,
        @DefaultValue("20s") Duration maxWait,
        @DefaultValue("8MB") DataSize maxAnswer) {}

package dev.oktamcp.okta;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/// @param connectTimeout how long to wait for a connection to Okta
/// @param answerTimeout how long to wait for the whole of an answer
/// @param maxAnswer the largest answer that is read
@ConfigurationProperties("okta-mcp.okta")
record OktaProperties(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration answerTimeout,
        @DefaultValue("8MB") DataSize maxAnswer) {}

package dev.oktamcp.mcp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/// @param maxMessage the largest message that a client may send
/// @param questionLapsesAfter how long a question to a user stays open
@ConfigurationProperties("okta-mcp.mcp")
record McpProperties(
        @DefaultValue("1MB") DataSize maxMessage,
        @DefaultValue("15m") Duration questionLapsesAfter) {}

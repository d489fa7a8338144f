package dev.oktamcp.control;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/// @param callsPerMinute calls of any kind by one MCP server
/// @param concurrentChanges changes of one MCP server that may be under way together
/// @param lease after this time a change whose end was not recorded counts as lost
@ConfigurationProperties("okta-mcp.limits")
record LimitProperties(
        @DefaultValue("120") int callsPerMinute,
        @DefaultValue("4") int concurrentChanges,
        @DefaultValue("2m") Duration lease) {}

package dev.oktamcp.mcp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/// @param maxMessage the largest message that a client may send
/// @param messageTimeout how long a message may take to come; a longer one is answered with 408
/// @param messagesPerMinute messages of any kind to one MCP server; more are answered with 429
/// @param sessionsPerMinute sessions begun on one MCP server; more are answered with 429
/// @param messagesRead messages to one MCP server that are read at the same time
/// @param concurrentCalls tool calls of one MCP server under way together, those that wait for a
///   human among them
/// @param streams open streams of one MCP server on which it tells what has changed
/// @param keepAlive how long a stream or a reply may be silent before a comment is sent
/// @param questionLapsesAfter how long a question to a user stays open
/// @param toolsPerPage of `tools/list`
@ConfigurationProperties("okta-mcp.mcp")
record McpProperties(
        @DefaultValue("256KB") DataSize maxMessage,
        @DefaultValue("30s") Duration messageTimeout,
        @DefaultValue("600") int messagesPerMinute,
        @DefaultValue("120") int sessionsPerMinute,
        @DefaultValue("16") int messagesRead,
        @DefaultValue("64") int concurrentCalls,
        @DefaultValue("64") int streams,
        @DefaultValue("20s") Duration keepAlive,
        @DefaultValue("15m") Duration questionLapsesAfter,
        @DefaultValue("200") int toolsPerPage) {}

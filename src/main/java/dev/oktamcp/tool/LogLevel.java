package dev.oktamcp.tool;

/// How grave a message to the client is, the mildest first (RFC 5424, section 6.2.1).
public enum LogLevel {
    DEBUG,
    INFO,
    NOTICE,
    WARNING,
    ERROR,
    CRITICAL,
    ALERT,
    EMERGENCY
}

package dev.oktamcp.toolset;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param mostEvents System Log events that one call reads to count or to sum them up; Okta gives
///   them out in pages, of which it allows about one a second
@ConfigurationProperties("okta-mcp.log")
record LogProperties(@DefaultValue("5000") int mostEvents) {}

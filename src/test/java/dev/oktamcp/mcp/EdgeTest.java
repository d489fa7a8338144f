package dev.oktamcp.mcp;

import dev.oktamcp.conformance.ConformanceDocuments;
import dev.oktamcp.conformance.ConformanceTools;
import dev.oktamcp.fixture.ServerTest;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test of what the edge can do that no tool of Okta needs yet, with limits that are small. All
/// such tests share one server.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@ActiveProfiles("conformance")
@Import({ConformanceDocuments.class, ConformanceTools.class, SlowPrompt.class})
@TestPropertySource(
        properties = {
            "okta-mcp.mcp.keep-alive=300ms",
            "okta-mcp.mcp.streams=2",
            "okta-mcp.mcp.concurrent-calls=2",
            "okta-mcp.mcp.sessions-per-minute=6",
            "okta-mcp.mcp.tools-per-page=7"
        })
@interface EdgeTest {}

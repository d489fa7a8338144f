package dev.oktamcp;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import java.sql.SQLException;

/// Says what to do where another server has the embedded database open.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BusyDataAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /// H2's DATABASE_ALREADY_OPEN_1.
    private static final int ALREADY_OPEN = 90020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        return cause.getErrorCode() != ALREADY_OPEN
                ? null
                : new FailureAnalysis(
                        "Another server has the database in the data directory open.",
                        "Stop it, or give this one a directory and a port of its own:"
                                + " --okta-mcp.data-directory=./other --server.port=8081",
                        cause);
    }
}

package dev.oktamcp;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

import java.sql.SQLException;

/// Says why PostgreSQL can't be used. Neither the URL's parameters nor a password are shown.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnusableDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    UnusableDatabaseAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        var url = environment.getProperty("okta-mcp.database.url", "");
        var state = innermost(cause).getSQLState();
        if (!url.startsWith("jdbc:postgresql:") || state == null) {
            return null;
        }
        var why = why(state);
        return why == null
                ? null
                : new FailureAnalysis(
                        "The database %s %s.".formatted(url.replaceFirst("[?].*", ""), why),
                        "Correct okta-mcp.database.url, okta-mcp.database.username and"
                                + " okta-mcp.database.password, or the database, and start again.",
                        cause);
    }

    /// The pool wraps what the driver says.
    private static SQLException innermost(SQLException cause) {
        var found = cause;
        for (Throwable next = cause; next != null; next = next.getCause()) {
            if (next instanceof SQLException inner) {
                found = inner;
            }
        }
        return found;
    }

    /// PostgreSQL's own codes: its documentation, appendix A.
    private static @Nullable String why(String state) {
        return switch (state) {
            case "28P01", "28000" -> "refuses the user or the password";
            case "3D000" -> "does not exist on its server";
            case "42501" ->
                    "does not let the user make tables: grant it usage and create on the schema";
            case "53300" -> "has no connection left";
            case "57P03" -> "is not ready yet";
            default -> state.startsWith("08") ? "can't be reached" : null;
        };
    }
}

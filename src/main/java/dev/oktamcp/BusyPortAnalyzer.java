package dev.oktamcp;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Says how to choose another port.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BusyPortAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortInUseException cause) {
        return new FailureAnalysis(
                "Port %d is in use.".formatted(cause.getPort()),
                """
                Choose another with --server.port, for example

                  mvn spring-boot:test-run -Dspring-boot.run.arguments=--server.port=8081
                  java -jar okta-mcp-server.jar --server.port=8081
                """,
                cause);
    }
}

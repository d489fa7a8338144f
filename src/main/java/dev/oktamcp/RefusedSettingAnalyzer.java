package dev.oktamcp;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Shows in plain words what our own code refused of the settings.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusedSettingAnalyzer extends AbstractFailureAnalyzer<IllegalArgumentException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, IllegalArgumentException cause) {
        var trace = cause.getStackTrace();
        var ours = trace.length > 0 && trace[0].getClassName().startsWith("dev.oktamcp.");
        return ours
                ? new FailureAnalysis(
                        cause.getMessage(),
                        "Correct it and start again. src/docs/operating.md names all settings.",
                        cause)
                : null;
    }
}

package dev.oktamcp;

import dev.oktamcp.store.PrivateFile;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// `OKTA_LOG_LEVEL` and `OKTA_LOG_FILE`, as Okta's own server has them, before logging is set up.
/// Spring's own settings for the same win.
final class LogVariables implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var settings = new HashMap<String, Object>();
        var level = environment.getProperty("okta.log.level", "").strip();
        if (!level.isEmpty()) {
            settings.put("logging.level.dev.oktamcp", level(level));
        }
        var file = environment.getProperty("okta.log.file", "").strip();
        if (!file.isEmpty()) {
            PrivateFile.make(Path.of(file), "OKTA_LOG_FILE %s can't be written.".formatted(file));
            settings.put("logging.file.name", file);
        }
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("oktaLogVariables", Map.copyOf(settings)));
    }

    /// Python's names and ours.
    private static String level(String given) {
        return switch (given.toUpperCase(Locale.ROOT)) {
            case "TRACE" -> "trace";
            case "DEBUG" -> "debug";
            case "INFO" -> "info";
            case "WARN", "WARNING" -> "warn";
            case "ERROR", "CRITICAL", "FATAL" -> "error";
            case "OFF" -> "off";
            default ->
                    throw new IllegalArgumentException(
                            "OKTA_LOG_LEVEL %s is refused: there are TRACE, DEBUG, INFO, WARNING (or WARN), ERROR, CRITICAL and OFF."
                                    .formatted(given));
        };
    }

    /// After the configuration files were read.
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}

package dev.oktamcp.store;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Makes the data directory, readable by its owner alone, before the database would make it for
/// everybody. A server with a database elsewhere keeps no file in it but the first API token, whose
/// `PrivateFile` makes it.
final class DataDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!DatabaseSetting.isEmbedded(
                context.getEnvironment().getProperty("okta-mcp.database.url"))) {
            return;
        }
        var given = context.getEnvironment().getProperty("okta-mcp.data-directory", "./data");
        var directory = Path.of(given);
        if (!directory.isAbsolute() && !given.startsWith(".")) {
            throw new IllegalArgumentException(
                    "okta-mcp.data-directory %1$s is refused: it must be absolute or begin with ./ as in ./%1$s."
                            .formatted(given));
        }
        try {
            OnlyOwner.makeDirectory(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data directory %s can't be made. Give another as okta-mcp.data-directory."
                            .formatted(directory),
                    e);
        }
    }
}

package dev.oktamcp.store;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;

/// Refuses a database that the server is not made for, before anything is done with it. No message
/// shows the URL: it may hold a password.
final class DatabaseSetting
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String NAME = "okta-mcp.database.url";
    private static final String EXAMPLE = "jdbc:postgresql://host:5432/database";
    private static final Pattern SECRET = Pattern.compile("(?i)[?&;](ssl)?password=|//[^/?]*@");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var url = context.getEnvironment().getProperty(NAME);
        if (url != null) {
            check(url);
        }
    }

    private static void check(String url) {
        if (SECRET.matcher(url).find()) {
            refuse("holds a password, and URLs are shown. Give it as okta-mcp.database.password");
        }
        if (!isEmbedded(url) && !url.startsWith("jdbc:postgresql:")) {
            refuse("is no address of a PostgreSQL database, such as " + EXAMPLE);
        }
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            refuse("can't be read; it should look like " + EXAMPLE);
        }
    }

    private static void refuse(String why) {
        throw new IllegalArgumentException(
                "%s %s. Without it, the server keeps an embedded database.".formatted(NAME, why));
    }

    /// Whether it is in this process and nobody else's.
    static boolean isEmbedded(@Nullable String url) {
        return url == null || url.startsWith("jdbc:h2:file:") || url.startsWith("jdbc:h2:mem:");
    }
}

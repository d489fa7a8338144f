package dev.oktamcp.server;

import dev.oktamcp.store.Token;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The address under which clients reach this server. It heads every URL that is handed out.
@Component
public final class PublicUrl {

    private final @Nullable Address given;
    private final Environment environment;

    /// @param given `okta-mcp.public-url`; beyond this machine it must be https
    PublicUrl(@Value("${okta-mcp.public-url:}") String given, Environment environment) {
        this.given = given.isBlank() ? null : checked(given.strip());
        this.environment = environment;
    }

    private static Address checked(String text) {
        var slash = text.endsWith("/");
        var address = Address.of(slash ? text.substring(0, text.length() - 1) : text);
        if (address == null) {
            throw refused(
                    text,
                    "it must be https://host or https://host:port, and nothing before or behind");
        }
        if ("http".equals(address.scheme()) && !address.isLoopback()) {
            throw refused(
                    text,
                    "beyond this machine the secret in a URL would be read by anyone on the way; it"
                            + " must begin with https://");
        }
        return address;
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException(
                "okta-mcp.public-url %s is refused: %s.".formatted(text, why));
    }

    private Address url() {
        return given != null
                ? given
                : new Address(
                        "http",
                        "localhost",
                        environment.getProperty("local.server.port", Integer.class, 8080));
    }

    /// The URL to paste into a client.
    public String of(Token token) {
        return url() + "/mcp/" + token.text();
    }

    /// The URL of a page.
    ///
    /// @param path begins with a slash
    public String of(String path) {
        return url() + path;
    }

    /// Whether nobody on the way can read what is sent.
    public boolean isSecure() {
        return "https".equals(url().scheme());
    }

    /// Whether an `Origin` header is of this server. On this machine any port will do: a page that
    /// was served by this machine is no other site.
    public boolean isOrigin(String origin) {
        var theirs = Address.of(origin);
        var own = url();
        return own.isLoopback() ? theirs != null && theirs.isLoopback() : own.equals(theirs);
    }

    /// Whether an `Origin` header is of the very pages that a `Host` header names. Another port of
    /// this machine is another program.
    public boolean isOrigin(String origin, String host) {
        var theirs = Address.of(origin);
        return isOrigin(origin)
                && theirs != null
                && theirs.equals(Address.of(url().scheme() + "://" + host));
    }

    /// Whether a `Host` header names this server. On this machine any port will do.
    public boolean isHost(String host) {
        var own = url();
        var theirs = Address.of(own.scheme() + "://" + host);
        return theirs != null && (own.isLoopback() ? theirs.isLoopback() : own.equals(theirs));
    }
}

package dev.oktamcp.server;

import dev.oktamcp.store.Token;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// The address under which clients reach this server. It heads every URL that is handed out.
@Component
public final class PublicUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final @Nullable URI given;
    private final Environment environment;

    /// @param given `okta-mcp.public-url`; beyond this machine it must be https
    PublicUrl(@Value("${okta-mcp.public-url:}") String given, Environment environment) {
        this.given = given.isBlank() ? null : checked(given.strip());
        this.environment = environment;
    }

    private static URI checked(String text) {
        var url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        var host = url.getHost();
        var https = "https".equals(url.getScheme());
        var insecure = "http".equals(url.getScheme()) && host != null && LOOPBACK.contains(host);
        var bare = url.getRawPath().isEmpty() && url.getRawQuery() == null;
        if (host == null || !(https || insecure) || !bare) {
            throw new IllegalArgumentException(
                    "okta-mcp.public-url %s is refused: it must be https://host[:port] without a path, or http:// on this machine."
                            .formatted(text));
        }
        return url;
    }

    private URI url() {
        return given != null
                ? given
                : URI.create(
                        "http://localhost:" + environment.getProperty("local.server.port", "8080"));
    }

    /// The URL to paste into a client.
    public String of(Token token) {
        return url() + "/mcp/" + token.text();
    }

    /// Whether an `Origin` header is of this server. On this machine any port will do: a page that
    /// was served by this machine is no other site.
    public boolean isOrigin(String origin) {
        var given = parsed(origin);
        var own = url();
        return given != null
                && (isLoopback(own)
                        ? isLoopback(given)
                        : own.getScheme().equals(given.getScheme()) && sameHost(own, given));
    }

    /// Whether a `Host` header names this server.
    public boolean isHost(String host) {
        var given = parsed("https://" + host);
        var own = url();
        return given != null && (isLoopback(own) ? isLoopback(given) : sameHost(own, given));
    }

    private static @Nullable URI parsed(String text) {
        try {
            var url = new URI(text);
            return url.getHost() == null ? null : url;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isLoopback(URI url) {
        return LOOPBACK.contains(url.getHost().toLowerCase(Locale.ROOT));
    }

    private static boolean sameHost(URI own, URI given) {
        return own.getHost().equalsIgnoreCase(given.getHost()) && port(own) == port(given);
    }

    private static int port(URI url) {
        return url.getPort() < 0 ? 443 : url.getPort();
    }
}

package dev.oktamcp.server;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/// Scheme, host and port, and nothing else. However it was written, two that are equal are the
/// same.
///
/// @param scheme `http` or `https`
/// @param host in lower case, without the dot that may end it; IPv6 in brackets and at full length
/// @param port never absent
record Address(String scheme, String host, int port) {

    private static final Set<String> LOOPBACK =
            Set.of("localhost", "127.0.0.1", "[0:0:0:0:0:0:0:1]");

    /// Null for what is no such address.
    static @Nullable Address of(String text) {
        try {
            var url = new URI(text);
            var host = url.getHost();
            return url.getScheme() == null || host == null || !bare(url) ? null : of(url, host);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean bare(URI url) {
        return url.getRawUserInfo() == null
                && url.getRawPath().isEmpty()
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }

    private static @Nullable Address of(URI url, String host) {
        var scheme = url.getScheme().toLowerCase(Locale.ROOT);
        var standard = standardPort(scheme);
        var port = url.getPort() < 0 ? standard : url.getPort();
        return standard == 0 || port < 1 || port > 65535
                ? null
                : new Address(scheme, canonical(host.toLowerCase(Locale.ROOT)), port);
    }

    private static int standardPort(String scheme) {
        return switch (scheme) {
            case "https" -> 443;
            case "http" -> 80;
            default -> 0;
        };
    }

    private static String canonical(String host) {
        if (!host.startsWith("[")) {
            return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        }
        try {
            return "[" + InetAddress.getByName(host).getHostAddress() + "]";
        } catch (UnknownHostException e) {
            return host;
        }
    }

    boolean isLoopback() {
        return LOOPBACK.contains(host);
    }

    /// As it is written in a URL: the port that goes without saying is left out.
    @Override
    public String toString() {
        return scheme + "://" + host + (port == standardPort(scheme) ? "" : ":" + port);
    }
}

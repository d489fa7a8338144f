package dev.oktamcp.okta;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The address of an org: scheme, host and port, and nothing else. Every request of ours begins
/// with it, so what is accepted here decides where credentials can go.
public final class OrgUrl {

    private static final List<String> OKTA_DOMAINS =
            List.of("okta.com", "oktapreview.com", "okta-emea.com", "okta-gov.com", "okta.mil");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final URI uri;

    private OrgUrl(URI uri) {
        this.uri = uri;
    }

    /// @param text as a person gives it; a missing scheme is https
    /// @param otherHosts hosts outside Okta's domains that the operator vouches for
    /// @param insecureLoopback whether plain http to this machine is accepted
    /// @throws IllegalArgumentException that says what is wrong and what is accepted
    public static OrgUrl of(String text, Collection<String> otherHosts, boolean insecureLoopback) {
        var uri = parse(text.strip());
        refuseMore(uri, text);
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        if (LOOPBACK.contains(host)) {
            if (!insecureLoopback) {
                throw refused(
                        text,
                        "a loopback address needs okta-mcp.connection.insecure-loopback=true");
            }
        } else if (!"https".equals(uri.getScheme())) {
            throw refused(text, "it must begin with https://");
        } else if (!ofOkta(host) && !otherHosts.contains(host)) {
            throw refused(
                    text,
                    "its host is in none of Okta's domains %s; an operator can allow it with okta-mcp.connection.allowed-hosts"
                            .formatted(OKTA_DOMAINS));
        }
        if (ofOkta(host) && host.substring(0, host.indexOf('.')).endsWith("-admin")) {
            throw refused(text, "it is the address of the Admin Console; leave -admin out");
        }
        return new OrgUrl(URI.create(uri.getScheme() + "://" + host + port(uri)));
    }

    private static URI parse(String text) {
        try {
            var full = text.contains("://") ? text : "https://" + text;
            var scheme = full.substring(0, full.indexOf("://")).toLowerCase(Locale.ROOT);
            var uri = new URI(scheme + full.substring(scheme.length()));
            if (uri.getHost() == null) {
                throw refused(text, "it names no host");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(words(text, "it is no URL"), e);
        }
    }

    private static void refuseMore(URI uri, String text) {
        var bare = uri.getRawPath().isEmpty() || "/".equals(uri.getRawPath());
        if (uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !bare) {
            throw refused(text, "it must have no user, path, query or fragment");
        }
        if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
            throw refused(text, "it must begin with https://");
        }
    }

    private static boolean ofOkta(String host) {
        return OKTA_DOMAINS.stream().anyMatch(domain -> host.endsWith("." + domain));
    }

    /// The address of an org's Admin Console. Behind a domain of its own, an org leads there by
    /// itself.
    ///
    /// @param orgUrl as `toString` gives it
    public static String adminConsole(String orgUrl) {
        var host = URI.create(orgUrl).getHost();
        return ofOkta(host) ? orgUrl.replace(host, host.replaceFirst("\\.", "-admin.")) : orgUrl;
    }

    private static String port(URI uri) {
        var standard = uri.getPort() == 443 && "https".equals(uri.getScheme());
        return uri.getPort() < 0 || standard ? "" : ":" + uri.getPort();
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException(words(text, why));
    }

    private static String words(String text, String why) {
        return "The org URL %s is refused: %s. Give one such as https://example.okta.com"
                .formatted(text, why);
    }

    /// @param pathAndQuery encoded, beginning with a slash
    URI resolve(String pathAndQuery) {
        return URI.create(uri + pathAndQuery);
    }

    /// Whether a link that Okta sent leads to this org.
    boolean hosts(URI link) {
        return uri.getScheme().equals(link.getScheme())
                && uri.getHost().equalsIgnoreCase(link.getHost())
                && uri.getPort() == link.getPort();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrgUrl that && uri.equals(that.uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}

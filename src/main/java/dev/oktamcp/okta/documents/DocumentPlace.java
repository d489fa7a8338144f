package dev.oktamcp.okta.documents;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a document is. As text it shows no more than may stand in a log.
public sealed interface DocumentPlace permits FilePlace, WebPlace {

    /// Okta's largest has 3.5 MB.
    int MOST_BYTES = 32 * 1024 * 1024;

    Pattern URL = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]*)://.*|(?i)(file):.*");
    Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /// @param text a path, or a URL with `file:`, `https:` or, on this machine, `http:`
    /// @throws DocumentRefusal where it is none
    static DocumentPlace of(String text) {
        var url = URL.matcher(text);
        if (!url.matches()) {
            return new FilePlace(path(text));
        }
        var uri = uri(text);
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if ("file".equals(scheme)) {
            return new FilePlace(path(uri));
        }
        var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (host.isEmpty()) {
            throw new DocumentRefusal("is a URL that names no host");
        }
        if (!"https".equals(scheme) && !("http".equals(scheme) && LOOPBACK.contains(host))) {
            throw new DocumentRefusal(
                    "is neither a file nor an https URL (http is for this machine alone)");
        }
        return new WebPlace(uri);
    }

    /// @return the whole of it
    /// @throws DocumentRefusal where it can't be had
    byte[] read();

    private static Path path(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new DocumentRefusal("is no path of a file", e);
        }
    }

    private static Path path(URI uri) {
        try {
            return Path.of(uri);
        } catch (IllegalArgumentException e) {
            throw new DocumentRefusal(
                    "is no file URL: write it as file:///directory/document.yaml", e);
        }
    }

    /// What is no URL is not repeated: there may be a secret in it.
    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new DocumentRefusal("is no URL that can be read", e);
        }
    }
}

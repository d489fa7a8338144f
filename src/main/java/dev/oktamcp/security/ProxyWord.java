package dev.oktamcp.security;

import static java.util.Locale.ROOT;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/// What proxies said of a request. Where several spoke, of host and scheme the last one counts: it
/// is the one that we know.
///
/// @param hops who asked whom, from left to right
record ProxyWord(
        List<String> hops, @Nullable String host, @Nullable String proto, @Nullable String port) {

    /// `name=value` of RFC 7239, section 4; a comma ends a proxy's element.
    private static final Pattern PAIR =
            Pattern.compile("\\s*([A-Za-z]+)=(\"[^\"]*\"|[^\\s;,\"]*)\\s*([;,]|$)");

    static ProxyWord of(HttpServletRequest request, ProxyProperties.Kind kind) {
        return switch (kind) {
            case X_FORWARDED ->
                    new ProxyWord(
                            values(request, "X-Forwarded-For"),
                            last(values(request, "X-Forwarded-Host")),
                            last(values(request, "X-Forwarded-Proto")),
                            last(values(request, "X-Forwarded-Port")));
            case FORWARDED -> forwarded(String.join(",", values(request, "Forwarded")));
        };
    }

    private static List<String> values(HttpServletRequest request, String header) {
        var values = new ArrayList<String>();
        for (var line : Collections.list(request.getHeaders(header))) {
            for (var value : line.split(",", -1)) {
                values.add(value.strip());
            }
        }
        return values;
    }

    private static @Nullable String last(List<String> values) {
        return values.isEmpty() || values.getLast().isEmpty() ? null : values.getLast();
    }

    /// What can't be read to its end is no word at all: a client may have begun it so that what our
    /// proxy added is not found.
    private static ProxyWord forwarded(String header) {
        var hops = new ArrayList<String>();
        var element = new HashMap<String, String>();
        var pairs = PAIR.matcher(header);
        var read = 0;
        while (pairs.region(read, header.length()).lookingAt()) {
            element.put(pairs.group(1).toLowerCase(ROOT), pairs.group(2).replace("\"", ""));
            read = pairs.end();
            if (!";".equals(pairs.group(3))) {
                hops.add(element.getOrDefault("for", "unknown"));
                if (read == header.length()) {
                    return new ProxyWord(hops, element.get("host"), element.get("proto"), null);
                }
                element.clear();
            }
        }
        return new ProxyWord(List.of(), null, null, null);
    }
}

package dev.oktamcp.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/// The proxies that are believed, and who came through them.
final class TrustedProxies {

    /// What a port or brackets may stand around.
    private static final Pattern HOP =
            Pattern.compile("\\[([0-9a-fA-F:.]+)](?::\\d+)?|([0-9.]+)(?::\\d+)?|([0-9a-fA-F:.]+)");

    private static final Pattern FOUR_NUMBERS = Pattern.compile("\\d+(\\.\\d+){3}");

    private final List<IpAddressMatcher> ranges;

    /// @param given addresses or CIDR
    /// @throws IllegalArgumentException that names the one that is neither
    TrustedProxies(List<String> given) {
        this.ranges = given.stream().map(String::strip).map(TrustedProxies::range).toList();
    }

    private static IpAddressMatcher range(String given) {
        var parts = given.split("/", -1);
        var address = literal(parts[0]);
        if (address == null || parts.length > 2 || !isLength(parts, address)) {
            throw new IllegalArgumentException(
                    "okta-mcp.trusted-proxies has %s, which is no address and no range. Give those of your proxies, separated by commas, such as 10.0.0.0/8 or 2001:db8::/32 or 127.0.0.1."
                            .formatted(given));
        }
        return new IpAddressMatcher(given);
    }

    private static boolean isLength(String[] parts, InetAddress address) {
        return parts.length == 1
                || (parts[1].matches("\\d{1,3}")
                        && Integer.parseInt(parts[1]) <= address.getAddress().length * 8);
    }

    /// Whether an address is that of a proxy.
    boolean contain(String address) {
        var known = literal(address);
        return known != null
                && ranges.stream().anyMatch(range -> range.matches(known.getHostAddress()));
    }

    /// Who sent a request, as far as it can be believed. Every proxy adds to the right whom it was
    /// asked by; so from the right, the first who is no proxy of ours is the last one known. What
    /// stands further left, he may have invented.
    ///
    /// @param peer the proxy that the request came from
    /// @param hops from left to right
    String client(String peer, List<String> hops) {
        var client = peer;
        for (var hop : hops.reversed()) {
            var address = address(hop);
            if (address == null || !contain(client)) {
                return client;
            }
            client = address;
        }
        return client;
    }

    private static @Nullable String address(String hop) {
        var parts = HOP.matcher(hop.strip());
        if (!parts.matches()) {
            return null;
        }
        for (int i = 1; i <= parts.groupCount(); i++) {
            var found = parts.group(i) == null ? null : literal(parts.group(i));
            if (found != null) {
                return found.getHostAddress();
            }
        }
        return null;
    }

    /// Without asking DNS, and without IPv4 in fewer than four numbers, which Java would take.
    private static @Nullable InetAddress literal(String text) {
        if (!text.contains(":") && !FOUR_NUMBERS.matcher(text).matches()) {
            return null;
        }
        try {
            var zone = text.indexOf('%');
            return InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

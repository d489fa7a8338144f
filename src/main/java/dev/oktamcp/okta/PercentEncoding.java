package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// RFC 3986: everything but the unreserved characters is encoded, so a value can never be read as
/// anything else.
final class PercentEncoding {

    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private PercentEncoding() {}

    static String encode(String value) {
        var encoded = new StringBuilder(value.length() + 16);
        for (var octet : value.getBytes(StandardCharsets.UTF_8)) {
            if (octet > 0 && UNRESERVED.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append("%02X".formatted(octet & 0xff));
            }
        }
        return encoded.toString();
    }

    /// The parameters of a raw query, in their order, each with its values.
    static Map<String, List<String>> query(@Nullable String raw) {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (raw != null) {
            for (var pair : raw.split("&", -1)) {
                var equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters
                            .computeIfAbsent(
                                    decode(pair.substring(0, equals)), name -> new ArrayList<>())
                            .add(decode(pair.substring(equals + 1)));
                }
            }
        }
        return parameters;
    }

    /// A raw query without its question mark; empty where there are no parameters. Commas stay: in
    /// a query they can't be taken for anything else, and between several values they are the sign.
    static String query(Map<String, List<String>> parameters) {
        var pairs = new StringJoiner("&");
        parameters.forEach((name, values) ->
                values.forEach(value ->
                        pairs.add(encode(name) + "=" + encode(value).replace("%2C", ","))));
        return pairs.toString();
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}

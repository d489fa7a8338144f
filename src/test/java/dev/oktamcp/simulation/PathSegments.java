package dev.oktamcp.simulation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts a raw path at its slashes and decodes each segment once.
///
/// ASSUMPTION: what a server on the way could read differently (empty and dot segments, broken
/// escapes) is no path at all here, so that a request that escapes its own path is seen as unknown.
final class PathSegments {

    private static final Pattern SAFE = Pattern.compile("(?:[\\x21-\\x7e&&[^%]]|%[0-9A-Fa-f]{2})+");

    private PathSegments() {}

    /// The segments, or none if the path is not a proper one.
    static List<String> of(String rawPath) {
        var segments = new ArrayList<String>();
        for (var raw : rawPath.substring(1).split("/", -1)) {
            var segment = SAFE.matcher(raw).matches() ? decode(raw) : "";
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return List.of();
            }
            segments.add(segment);
        }
        return segments;
    }

    private static String decode(String raw) {
        var bytes = new ByteArrayOutputStream();
        for (var at = 0; at < raw.length(); at++) {
            if (raw.charAt(at) == '%') {
                bytes.write(Integer.parseInt(raw, at + 1, at + 3, 16));
                at += 2;
            } else {
                bytes.write(raw.charAt(at));
            }
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return decoder.decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException e) {
            return "";
        }
    }
}

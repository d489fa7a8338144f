package dev.oktamcp.okta;

import org.springframework.http.MediaType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

/// What a file is, by its first bytes, which is all that there is to tell it by.
enum FileType {
    PNG("image/png", "89504e470d0a1a0a"),
    JPG("image/jpeg", "ffd8ff"),
    GIF("image/gif", "47494638"),
    ICO("image/x-icon", "00000100"),
    SVG("image/svg+xml", ""),
    BIN("application/octet-stream", "");

    /// Bytes in which an SVG has its root, behind a declaration and comments.
    private static final int HEAD = 4_096;

    private final String mediaType;

    /// In hexadecimal; empty where it is told otherwise.
    private final String start;

    FileType(String mediaType, String start) {
        this.mediaType = mediaType;
        this.start = start;
    }

    static FileType of(byte[] file) {
        var head = HexFormat.of().formatHex(file, 0, Math.min(file.length, HEAD));
        return Stream.of(values())
                .filter(type -> !type.start.isEmpty() && head.startsWith(type.start))
                .findFirst()
                .orElse(isSvg(file) ? SVG : BIN);
    }

    private static boolean isSvg(byte[] file) {
        var head = new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.UTF_8);
        var text = head.replaceFirst("^\\uFEFF?\\s*", "");
        return text.startsWith("<svg") || (text.startsWith("<?xml") && text.contains("<svg"));
    }

    MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    /// A usual extension, without the dot.
    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}

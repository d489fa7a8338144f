package dev.oktamcp.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/// A request as it goes over the wire.
///
/// @param target what stands behind the method
/// @param body its bytes, one in each character
/// @param wellFormed whether it is HTTP, so that it has to be answered
record HttpMessage(
        String method, String target, List<Header> headers, String body, boolean wellFormed) {

    byte[] bytes() {
        var head = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(method, target));
        headers.forEach(header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        return head.append("\r\n").append(body).toString().getBytes(ISO_8859_1);
    }

    /// For whoever has to see what was sent.
    @Override
    public String toString() {
        var text = new String(bytes(), ISO_8859_1);
        return text.length() < 4_000 ? text : text.substring(0, 4_000) + "…";
    }
}

package dev.oktamcp.fuzz;

import java.util.Map;

/// @param headers with names in lower case
/// @param whole whether it was read to its end; a stream need not end
record Answer(int status, Map<String, String> headers, String body, boolean whole) {

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean isStream() {
        return header("content-type").startsWith("text/event-stream");
    }
}

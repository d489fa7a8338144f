package dev.oktamcp.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The description of the REST API, as it stands in the class path.
final class RestDocument {

    private RestDocument() {}

    static String text() {
        try (var file = RestDocument.class.getResourceAsStream("/openapi.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

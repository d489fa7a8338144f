package dev.oktamcp.toolset;

import dev.oktamcp.okta.OktaApiException;

import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;
import java.util.function.Supplier;

/// Reads of what there may not be.
final class IfThere {

    private static final int NOT_FOUND = 404;

    private IfThere() {}

    /// Empty where Okta says that there is no such thing.
    static Optional<ObjectNode> read(Supplier<ObjectNode> source) {
        try {
            return Optional.of(source.get());
        } catch (OktaApiException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}

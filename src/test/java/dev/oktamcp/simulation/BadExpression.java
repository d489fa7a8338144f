package dev.oktamcp.simulation;

/// An expression that cannot be read or that its endpoint does not know.
///
/// Each endpoint has its own code for it, so this is not yet an [OktaError].
final class BadExpression extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean operatorRefused;

    BadExpression(String message) {
        this(message, false);
    }

    private BadExpression(String message, boolean operatorRefused) {
        super(message);
        this.operatorRefused = operatorRefused;
    }

    static BadExpression operatorRefused(String attribute) {
        return new BadExpression("operator is not supported for: " + attribute, true);
    }

    /// Whether a known operator stands at an attribute that does not take it.
    boolean isOperatorRefused() {
        return operatorRefused;
    }

    String reason() {
        var message = getMessage();
        return message == null ? "" : message;
    }
}

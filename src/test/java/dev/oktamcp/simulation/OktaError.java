package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// A refusal, thrown where the rule is known and written as Okta's error body at the edge.
final class OktaError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final String reason;

    private OktaError(ErrorCode code, String summary, String reason) {
        super(summary);
        this.code = code;
        this.reason = reason;
    }

    static OktaError of(ErrorCode code) {
        return new OktaError(code, code.summary(""), "");
    }

    static OktaError notFound(String id, String type) {
        var detail = "Resource not found: " + id + " (" + type + ")";
        return new OktaError(ErrorCode.E0000007, ErrorCode.E0000007.summary(detail), "");
    }

    static OktaError invalid(String object, String reason) {
        return new OktaError(ErrorCode.E0000001, ErrorCode.E0000001.summary(object), reason);
    }

    static OktaError missing(String field) {
        return invalid(field, field + ": The field cannot be left blank");
    }

    static OktaError duplicate(String field) {
        return invalid(
                field,
                field + ": An object with this field already exists in the current organization");
    }

    static OktaError conflict(String object, String reason) {
        return new OktaError(ErrorCode.E0000195, ErrorCode.E0000195.summary(object), reason);
    }

    static OktaError because(ErrorCode code, String reason) {
        return new OktaError(code, code.summary(""), reason);
    }

    /// The log filter's errors say in the summary what was wrong; other endpoints only the code.
    static OktaError badLogFilter(String summary) {
        return new OktaError(ErrorCode.E0000053, summary, "");
    }

    ErrorCode code() {
        return code;
    }

    ObjectNode body(String errorId) {
        var causes =
                reason.isEmpty()
                        ? List.<ObjectNode>of()
                        : List.of(Json.object().put("errorSummary", reason));
        return Json.object()
                .put("errorCode", code.name())
                .put("errorSummary", getMessage())
                .put("errorLink", code.name())
                .put("errorId", errorId)
                .set("errorCauses", Json.array(causes));
    }
}

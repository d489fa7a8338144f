package dev.oktamcp.okta;

import dev.oktamcp.tool.Effect;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// From an unsuccessful answer of Okta to a failure that says what to do about it.
@Component
final class OktaErrors {

    private static final int LONGEST = 500;
    private static final String RETRY_AFTER = "retry_after_seconds";

    /// Okta's code for a bucket that is empty.
    private static final String USED_UP = "E0000047";

    private final JsonMapper json;

    OktaErrors(JsonMapper json) {
        this.json = json;
    }

    ToolException of(Operation operation, OktaResponse response) {
        var error = response.json(json);
        var errorCode = error.path("errorCode").asString("");
        var code = code(operation, response.status(), errorCode);
        var details = details(operation, response, error);
        var failure =
                new ToolResult.Failure(
                        code, words(code, operation, response, error), details, null);
        return new OktaApiException(response.status(), errorCode, failure);
    }

    private static FailureCode code(Operation operation, int status, String errorCode) {
        if (status == 429) {
            return FailureCode.RATE_LIMITED;
        }
        if (status >= 300 && status < 400) {
            return FailureCode.UNAVAILABLE;
        }
        var readOnlyMode = "E0000010".equals(errorCode);
        if (status < 500 || status == 501 || readOnlyMode) {
            return FailureCode.OKTA_ERROR;
        }
        return operation.facts().effect() == Effect.READ
                ? FailureCode.UNAVAILABLE
                : FailureCode.OUTCOME_UNKNOWN;
    }

    private static String words(
            FailureCode code, Operation operation, OktaResponse response, JsonNode error) {
        var said =
                "%s: HTTP %d%s."
                        .formatted(operation.id(), response.status(), summary(response, error));
        return switch (code) {
            case RATE_LIMITED -> limited(operation, response, error);
            case OUTCOME_UNKNOWN -> said + " " + LostAnswers.LOOK_FIRST;
            case UNAVAILABLE ->
                    response.status() < 400
                            ? said
                                    + " Okta sent a redirect, which is not followed. Check the org"
                                    + " URL."
                            : said + " Okta is having trouble; try again later.";
            default -> said + advice(operation, response, error.path("errorCode").asString(""));
        };
    }

    /// Nothing was sent, since it would have been refused.
    static ToolException rateLimited(String message, long seconds) {
        var details = JsonNodeFactory.instance.objectNode().put(RETRY_AFTER, seconds);
        return new ToolException(
                new ToolResult.Failure(FailureCode.RATE_LIMITED, message, details, null));
    }

    private static String limited(Operation operation, OktaResponse response, JsonNode error) {
        var concurrency = response.tooManyAtOnce();
        var wait =
                concurrency
                        ? "Too many requests are under way in this org; try again in 2 seconds."
                        : response.secondsUntilReset()
                                .map("The limit is used up; try again in %d seconds."::formatted)
                                .orElse("The limit is used up; try again in a minute.");
        var usual = USED_UP.equals(error.path("errorCode").asString(USED_UP));
        return "%s: HTTP 429%s. %s"
                .formatted(operation.id(), usual ? "" : summary(response, error), wait);
    }

    private static String advice(Operation operation, OktaResponse response, String errorCode) {
        return switch (response.status()) {
            case 401 ->
                    " Okta does not accept this connection's credentials: an administrator has to"
                            + " renew them.";
            case 403 -> Forbidden.advice(operation, response, errorCode);
            case 404 -> " Check the id; a list or a search finds it.";
            default -> "";
        };
    }

    private static String summary(OktaResponse response, JsonNode error) {
        var code = error.path("errorCode").asString("");
        if (code.isEmpty()) {
            var refusal = OAuthRefusal.of(response, error);
            var said = (refusal.error() + " " + withoutDot(refusal.description())).strip();
            return said.isEmpty() ? "" : ", " + said;
        }
        var causes = PlainText.of(causes(error), LONGEST);
        return ", %s %s%s"
                .formatted(
                        code,
                        PlainText.of(withoutDot(error.path("errorSummary").asString("")), LONGEST),
                        causes.isEmpty() ? "" : " (" + causes + ")");
    }

    /// Some of Okta's errors have one cause in place of a list.
    private static String causes(JsonNode error) {
        var causes = error.path("errorCauses");
        return (causes.isObject() ? Stream.of(causes) : causes.valueStream())
                .map(cause -> withoutDot(cause.path("errorSummary").asString("")))
                .filter(cause -> !cause.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String withoutDot(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private ObjectNode details(Operation operation, OktaResponse response, JsonNode error) {
        var details = json.createObjectNode().put("http_status", response.status());
        put(details, "okta_error_code", error.path("errorCode").asString(""));
        put(details, "okta_error_id", error.path("errorId").asString(""));
        var requestId = response.requestId();
        put(details, "okta_request_id", requestId == null ? "" : requestId);
        if (response.status() == 403) {
            var errorCode = error.path("errorCode").asString("");
            Forbidden.facts(operation, response, errorCode, details);
        }
        if (response.status() == 429) {
            var seconds = response.tooManyAtOnce() ? Optional.of(2L) : response.secondsUntilReset();
            seconds.ifPresent(s -> details.put(RETRY_AFTER, s));
        }
        return details;
    }

    private static void put(ObjectNode details, String name, String value) {
        if (!value.isEmpty()) {
            details.put(name, value);
        }
    }
}

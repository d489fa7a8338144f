package dev.oktamcp.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What is wrong with an answer, whatever was asked.
final class Verdict {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// What nobody outside has to know: classes, stack frames, SQL, addresses, paths, products.
    private static final Pattern INSIDE =
            Pattern.compile(
                    "Exception|\\bjava\\.|javax?\\.|org\\.(spring|apache|h2)|dev\\.oktamcp\\.|fasterxml|\\bat"
                        + " [\\w.$]+\\(|jdbc:|hikari|tomcat|/tmp/|/home/|/root/|\\bselect [\\w*, ]+"
                        + " from\\b",
                    Pattern.CASE_INSENSITIVE);

    private static final Set<String> BARE = Set.of("HEAD", "OPTIONS");

    private Verdict() {}

    /// Empty for an answer that is good.
    static Optional<String> of(HttpMessage sent, Optional<Answer> given) {
        if (given.isEmpty()) {
            return sent.wellFormed() ? Optional.of("The connection was closed") : Optional.empty();
        }
        var answer = given.get();
        var inside = INSIDE.matcher(answer.body());
        if (answer.status() >= 500 && !isUnknownCoding(sent, answer)) {
            return Optional.of("Status " + answer.status());
        }
        if (inside.find()) {
            return Optional.of("Tells of its inside: " + inside.group());
        }
        return ofBody(sent, answer);
    }

    /// RFC 9112, section 6.1.
    private static boolean isUnknownCoding(HttpMessage sent, Answer answer) {
        return answer.status() == 501 && !sent.wellFormed();
    }

    private static Optional<String> ofBody(HttpMessage sent, Answer answer) {
        var body = answer.body();
        if (answer.isStream()) {
            return answer.status() == 200
                    ? ofStream(sent, body)
                    : Optional.of("An error as a stream");
        }
        if (body.isEmpty()) {
            return silent(sent, answer.status());
        }
        if (answer.status() == 421) {
            return Optional.empty();
        }
        return answer.header("content-type").equals("application/json")
                ? ofMessage(sent, body, answer.status())
                : Optional.of("Neither JSON nor events: " + answer.header("content-type"));
    }

    /// To what is a request, there is no such answer.
    private static Optional<String> silent(HttpMessage sent, int status) {
        var said = status != 200 || BARE.contains(sent.method());
        return said ? Optional.empty() : Optional.of("An empty answer");
    }

    private static Optional<String> ofStream(HttpMessage sent, String body) {
        return body.lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> ofMessage(sent, line.substring("data: ".length()), 200))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> ofMessage(HttpMessage sent, String body, int status) {
        try {
            var message = JSON.readTree(body);
            var error = message.path("error");
            if (!message.path("jsonrpc").asString("").equals("2.0")) {
                return Optional.of("No JSON-RPC");
            }
            if (status != 200 && !isError(error)) {
                return Optional.of("Status %d without an error".formatted(status));
            }
            if (!complete(message, error)) {
                return Optional.of("Not one result, one error or one method");
            }
            return foreign(sent, message) ? Optional.of("Another id") : Optional.empty();
        } catch (JacksonException e) {
            return Optional.of("No JSON");
        }
    }

    /// Whether it is the answer to what was not asked. Where no id could be read, it has none.
    private static boolean foreign(HttpMessage sent, JsonNode message) {
        var id = message.path("id");
        if (message.has("method") || id.isMissingNode()) {
            return false;
        }
        try {
            return !JSON.readTree(sent.body().getBytes(ISO_8859_1)).path("id").equals(id);
        } catch (JacksonException e) {
            return sent.wellFormed();
        }
    }

    private static boolean complete(JsonNode message, JsonNode error) {
        return message.has("method")
                ? message.path("params").isObject()
                : message.path("result").isObject() != isError(error)
                        && (isError(error) || message.has("id"));
    }

    private static boolean isError(JsonNode error) {
        return error.path("code").isIntegralNumber() && error.path("message").isString();
    }
}

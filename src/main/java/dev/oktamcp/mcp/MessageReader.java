package dev.oktamcp.mcp;

import static dev.oktamcp.mcp.ProtocolException.INVALID_PARAMS;
import static dev.oktamcp.mcp.ProtocolException.INVALID_REQUEST;
import static dev.oktamcp.mcp.ProtocolException.PARSE_ERROR;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Reads one message, strictly: a duplicate key, one that differs from a known one in case alone, a
/// batch or deep nesting is refused, so that no two readers can see two things in it.
@Component
final class MessageReader {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_ID = 200;
    private static final Pattern LARGE = Pattern.compile("\\d[eE]\\+?\\d{3}");
    private static final Pattern SURROGATE = Pattern.compile("\\\\u[dD][89a-fA-F]");

    private final JsonMapper json =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxNumberLength(LONGEST_NUMBER)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// @throws ProtocolException for what is not one valid message
    Message read(byte[] body) {
        if (!(parse(text(body)) instanceof ObjectNode object)) {
            throw invalid(
                    "One JSON-RPC message, an object, is expected; batches are not accepted.");
        }
        check(Keys.OF_MESSAGES, object);
        if (!"2.0".equals(object.path("jsonrpc").asString(""))) {
            throw invalid("\"jsonrpc\" must be \"2.0\".");
        }
        if (object.has("method") && (object.has("result") || object.has("error"))) {
            throw invalid("Both a call and a response.");
        }
        return object.has("method") ? call(object) : response(object);
    }

    /// JSON is UTF-8 (RFC 8259, section 8.1), without a byte order mark.
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new ProtocolException(400, PARSE_ERROR, "The body is not UTF-8.");
        }
    }

    private JsonNode parse(String body) {
        try {
            return finite(whole(json.readTree(body), body), body);
        } catch (JacksonException e) {
            throw new ProtocolException(400, PARSE_ERROR, "The body is not valid JSON.");
        }
    }

    /// Half a character can't be written in UTF-8: it would reach Okta, and come back, as another
    /// one (RFC 8259, section 8.2).
    private static JsonNode whole(JsonNode message, String body) {
        if (SURROGATE.matcher(body).find()
                && !StandardCharsets.UTF_8.newEncoder().canEncode(message.toString())) {
            throw new ProtocolException(400, PARSE_ERROR, "A text has half a character in it.");
        }
        return message;
    }

    /// A number that is too large to be kept would be passed on as something else.
    private static JsonNode finite(JsonNode message, String body) {
        if (LARGE.matcher(body).find() && !finite(message)) {
            throw new ProtocolException(400, PARSE_ERROR, "A number is too large.");
        }
        return message;
    }

    private static boolean finite(JsonNode node) {
        return !(node.isFloatingPointNumber() && Double.isInfinite(node.doubleValue()))
                && node.values().stream().allMatch(MessageReader::finite);
    }

    private static void check(Keys keys, ObjectNode object) {
        if (!keys.spelledIn(object)) {
            throw invalid("A key is written in the wrong case.");
        }
    }

    private static Message call(ObjectNode object) {
        var method = object.path("method");
        if (!method.isString()) {
            throw invalid("\"method\" must be a string.");
        }
        var id = object.get("id");
        if (id == null) {
            return new Message.Notification(method.stringValue(), params(object, null));
        }
        return new Message.Request(checked(id), method.stringValue(), params(object, id));
    }

    private static Message response(ObjectNode object) {
        var id = object.get("id");
        if (id == null || object.has("result") == object.has("error")) {
            throw invalid("Neither a request, nor a notification, nor a response.");
        }
        var result = object.get("result") instanceof ObjectNode given ? given : null;
        return new Message.Response(checked(id), result);
    }

    private static JsonNode checked(JsonNode id) {
        if (!id.isString() && !id.isIntegralNumber()) {
            throw invalid("\"id\" must be a string or an integer.");
        }
        if (id.asString().length() > LONGEST_ID) {
            throw invalid("\"id\" is longer than %d characters.".formatted(LONGEST_ID));
        }
        return id;
    }

    private static ObjectNode params(ObjectNode object, @Nullable JsonNode id) {
        return switch (object.get("params")) {
            case null -> JsonNodeFactory.instance.objectNode();
            case ObjectNode params -> {
                check(Keys.OF_PARAMS, params);
                if (params.get("_meta") instanceof ObjectNode meta) {
                    check(Keys.OF_META, meta);
                }
                yield params;
            }
            default -> {
                var wrong =
                        new ProtocolException(400, INVALID_PARAMS, "\"params\" must be an object.");
                throw id == null ? wrong : wrong.to(checked(id));
            }
        };
    }

    private static ProtocolException invalid(String message) {
        return new ProtocolException(400, INVALID_REQUEST, message);
    }
}

package dev.oktamcp.rest;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

import java.io.IOException;
import java.util.List;

/// Gives a resource's method its `Body`: at most 64 KB of JSON, one object, no field twice, nothing
/// converted that is of another type.
@Component
final class BodyReader implements HandlerMethodArgumentResolver {

    private static final int MAX_BYTES = 64 * 1024;
    private static final List<String> SUBTYPES = List.of("json", "merge-patch+json");

    private final JsonMapper json =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(LogicalType.Textual, BodyReader::noCoercion)
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private static void noCoercion(MutableCoercionConfig text) {
        text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Body.class;
    }

    @Override
    public Body resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var http = request.getNativeRequest(HttpServletRequest.class);
        if (http == null || !isJson(http.getContentType())) {
            throw new RestException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type must be application/json; for PATCH application/merge-patch+json"
                            + " will do too.");
        }
        return new Body(json, object(bytes(http)));
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            var type = contentType == null ? null : MediaType.parseMediaType(contentType);
            return type != null
                    && "application".equals(type.getType())
                    && SUBTYPES.contains(type.getSubtype());
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static byte[] bytes(HttpServletRequest http) {
        try {
            var bytes = http.getInputStream().readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new RestException(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "The body has more than %d bytes.".formatted(MAX_BYTES));
            }
            return bytes;
        } catch (IOException e) {
            throw RestException.badRequest("The body could not be read to its end.");
        }
    }

    private ObjectNode object(byte[] bytes) {
        try {
            if (json.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw RestException.badRequest(
                    "The body is no valid JSON, near line %d, column %d."
                            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        }
        throw RestException.badRequest("The body must be a JSON object.");
    }
}

package dev.oktamcp.okta;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;
import org.springframework.http.client.MultipartBodyBuilder;

import java.util.Base64;
import java.util.Map;

/// What is sent to Okta, in the form that the operation takes: JSON as a rule; files come in
/// Base64, and leave as what they are.
final class RequestBody {

    private static final String FILE = "file";

    private RequestBody() {}

    /// @param given the argument `body`
    /// @throws ToolException where a file is no Base64
    static @Nullable Object of(Operation operation, @Nullable Object given) {
        var body = operation.body();
        if (body == null || given == null) {
            return given;
        }
        if (body.isFile()) {
            return file(given);
        }
        return body.isForm() && given instanceof Map<?, ?> form ? form(form) : given;
    }

    private static Object form(Map<?, ?> given) {
        var form = new MultipartBodyBuilder();
        given.forEach((name, value) -> {
            if (FILE.equals(name)) {
                var bytes = file(value);
                var type = FileType.of(bytes);
                form.part(FILE, bytes, type.mediaType()).filename(FILE + "." + type.extension());
            } else {
                form.part(String.valueOf(name), String.valueOf(value));
            }
        });
        return form.build();
    }

    private static byte[] file(@Nullable Object given) {
        try {
            return Base64.getDecoder().decode(String.valueOf(given).replaceAll("\\s", ""));
        } catch (IllegalArgumentException _) {
            throw new ToolException(
                    ToolResult.Failure.of(
                            FailureCode.INVALID_ARGUMENTS,
                            "The file is no Base64 (RFC 4648, section 4). Give the file's"
                                    + " bytes alone, without a data: prefix."));
        }
    }
}

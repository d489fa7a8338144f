package dev.oktamcp.rest;

import org.springframework.http.HttpStatus;

import java.util.LinkedHashMap;
import java.util.Map;

/// A request to the REST API that is refused. Becomes `application/problem+json` (RFC 9457).
public final class RestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient Map<String, Object> facts = new LinkedHashMap<>();

    /// @param detail what was wrong and the way on; shown as it is
    public RestException(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    /// 400: the request itself is wrong.
    public static RestException badRequest(String detail) {
        return new RestException(HttpStatus.BAD_REQUEST, detail);
    }

    /// 404: there is no such thing, or not there.
    public static RestException notFound(String thing, String id) {
        return new RestException(
                HttpStatus.NOT_FOUND, "There is no %s with the id %s.".formatted(thing, id));
    }

    /// 409: what is there is in the way.
    public static RestException conflict(String detail) {
        return new RestException(HttpStatus.CONFLICT, detail);
    }

    /// 422: well-formed, but it can't be done as it is meant.
    public static RestException unprocessable(String detail) {
        return new RestException(HttpStatus.UNPROCESSABLE_CONTENT, detail);
    }

    /// Adds a member that a program can read, for example `field`.
    public RestException with(String member, Object value) {
        facts.put(member, value);
        return this;
    }

    HttpStatus status() {
        return status;
    }

    Map<String, Object> facts() {
        return facts;
    }
}

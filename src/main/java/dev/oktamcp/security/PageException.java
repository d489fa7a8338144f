package dev.oktamcp.security;

import org.springframework.http.HttpStatus;

/// What a page says in place of itself.
public final class PageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String title;

    /// @param text what is the matter, and the way on
    public PageException(HttpStatus status, String title, String text) {
        super(text, null, false, false);
        this.status = status;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}

package dev.oktamcp.mcp;

import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// What goes wrong before it is known which request is to be answered.
@ControllerAdvice(assignableTypes = {McpController.class, SseController.class})
final class EdgeErrors {

    private static final Logger log = LoggerFactory.getLogger(EdgeErrors.class);

    @ExceptionHandler
    void refused(ProtocolException e, HttpServletResponse response) {
        if (!response.isCommitted()) {
            new HttpReply(response).fail(e);
        }
    }

    @ExceptionHandler
    void failed(RuntimeException e, HttpServletResponse response) {
        log.error("A message could not be handled", e);
        if (!response.isCommitted()) {
            new HttpReply(response).fail(Guard.shown(e));
        }
    }
}

package dev.oktamcp.rest;

import dev.oktamcp.store.DatabaseAway;
import dev.oktamcp.store.UnreadableSecretException;

import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/// Turns what goes wrong in a resource into `application/problem+json`. The words of an exception
/// that is not ours are never shown.
@RestControllerAdvice(annotations = RestResource.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RestException e) {
        var problem = ProblemDetail.forStatusAndDetail(e.status(), e.getMessage());
        e.facts().forEach(problem::setProperty);
        return answer(problem);
    }

    /// Old keys stay until it is stored again.
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(UnreadableSecretException e) {
        log.error("A stored secret does not open", e);
        return answer(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException e) {
        return refused(
                RestException.badRequest("The parameter %s can't be read.".formatted(e.getName()))
                        .with("field", e.getName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception e) {
        if (e instanceof ErrorResponse response) {
            return answer(ProblemDetail.forStatus(response.getStatusCode()));
        }
        if (DatabaseAway.causes(e)) {
            return away(e);
        }
        log.error("A request to the REST API could not be handled", e);
        return answer(
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "The server made a mistake; its log has the cause."));
    }

    private static ResponseEntity<ProblemDetail> away(Exception e) {
        log.error("A request to the REST API failed at the database: {}", e.toString());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, DatabaseAway.RETRY_AFTER)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        ProblemDetail.forStatusAndDetail(
                                HttpStatus.SERVICE_UNAVAILABLE, DatabaseAway.AMID));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /// The same for a filter, which stands before every resource.
    public void write(HttpServletResponse response, HttpStatusCode status, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(ProblemDetail.forStatusAndDetail(status, detail)));
    }
}

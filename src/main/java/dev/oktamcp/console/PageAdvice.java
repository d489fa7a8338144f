package dev.oktamcp.console;

import dev.oktamcp.security.Human;
import dev.oktamcp.security.Page;
import dev.oktamcp.security.PageException;
import dev.oktamcp.store.DatabaseAway;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

import java.util.Map;

/// What all pages show, and what stands in place of one that can't be shown.
@ControllerAdvice(annotations = Page.class)
class PageAdvice {

    private static final Logger log = LoggerFactory.getLogger(PageAdvice.class);

    /// For `{{>console/form-token}}`, which belongs into every form; read here, before anything is
    /// written, since it may need a cookie.
    record FormToken(String name, String value) {}

    @ModelAttribute
    void shared(Model model, CsrfToken csrf, @AuthenticationPrincipal @Nullable Human human) {
        model.addAttribute("formToken", new FormToken(csrf.getParameterName(), csrf.getToken()));
        if (human != null) {
            model.addAttribute("signedIn", human.name());
        }
    }

    @ExceptionHandler
    ModelAndView instead(PageException e) {
        return message(e.status(), e.title(), e.text());
    }

    @ExceptionHandler
    ModelAndView failed(Exception e) {
        if (e instanceof ErrorResponse response) {
            return message(
                    response.getStatusCode(),
                    "It can't be done like this",
                    "The request is not one that a page of this server sends.");
        }
        if (DatabaseAway.causes(e)) {
            log.error("A page failed at the database: {}", e.toString());
            return message(HttpStatus.SERVICE_UNAVAILABLE, "Not now", DatabaseAway.AMID);
        }
        log.error("A page could not be made", e);
        return message(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The server made a mistake",
                "Its log has the cause.");
    }

    private static ModelAndView message(HttpStatusCode status, String title, String text) {
        return new ModelAndView("console/message", Map.of("title", title, "text", text), status);
    }
}

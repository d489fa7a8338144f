package dev.oktamcp.security;

import dev.oktamcp.rest.Problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

import java.io.IOException;

/// What went wrong before a controller was reached keeps its status and gets no body, but for the
/// REST API, which always answers in problems.
@Controller
class ErrorStatus implements ErrorController {

    private final Problems problems;

    ErrorStatus(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = given instanceof Integer code ? code : 404;
        var uri = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (uri.equals("/api") || uri.startsWith("/api/")) {
            problems.write(response, HttpStatusCode.valueOf(status), words(status));
        } else {
            response.setStatus(status);
        }
    }

    private static String words(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this path. GET /api/openapi.yaml tells what there is.";
            case 405 -> "This path does not know this method. See GET /api/openapi.yaml.";
            default -> "The request could not be handled.";
        };
    }
}

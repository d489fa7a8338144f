package dev.oktamcp.mcp;

import dev.oktamcp.store.Token;
import dev.oktamcp.tool.Caller;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// The two endpoints for clients that know nothing newer than 2024-11-05.
@Controller
final class SseController {

    private final Incoming incoming;
    private final SseTransport transport;

    SseController(Incoming incoming, SseTransport transport) {
        this.incoming = incoming;
        this.transport = transport;
    }

    @GetMapping("/mcp/{id}/sse")
    void open(
            @AuthenticationPrincipal Caller caller,
            @RequestAttribute("dev.oktamcp.store.Token") Token token,
            HttpServletRequest request,
            HttpServletResponse response) {
        var messages = "/mcp/" + token.text() + caller.filter().path() + "/messages";
        transport.open(caller, messages, request, response);
    }

    @PostMapping("/mcp/{id}/messages")
    void message(
            @AuthenticationPrincipal Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        transport.take(incoming.read(caller, request), caller, request, response);
    }
}

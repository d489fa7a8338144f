package dev.oktamcp.console;

import dev.oktamcp.security.Human;
import dev.oktamcp.security.OktaSignIn;
import dev.oktamcp.security.OwnPage;
import dev.oktamcp.security.Page;
import dev.oktamcp.security.TokenSignIn;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.HashMap;
import java.util.Map;

/// `/sign-in`: who are you, and may you decide?
@Page
@RequestMapping(OwnPage.SIGN_IN)
class SignInPages {

    private static final String WRONG =
            "This is no API token, or not one any more. It is written id.secret.";
    private static final String NO_ROLE =
            "This API token may not decide. One with the role approver or admin may.";
    private static final String TOO_MANY =
            "Too many wrong tokens came from your address. Try again in a minute.";

    private static final Map<String, String> OKTA_SAYS_NO =
            Map.of(
                    "group",
                    "Okta knows you, but you are in no group that may decide here.",
                    "okta",
                    "The sign-in by Okta did not work. Try again; the server's log has the cause.");

    private final TokenSignIn signIn;
    private final OktaSignIn okta;

    SignInPages(TokenSignIn signIn, OktaSignIn okta) {
        this.signIn = signIn;
        this.okta = okta;
    }

    @GetMapping
    ModelAndView form(
            @RequestParam(name = "to", defaultValue = "") String to,
            @RequestParam(name = "why", defaultValue = "") String why,
            @AuthenticationPrincipal @Nullable Human human) {
        return human == null ? form(to, OKTA_SAYS_NO.get(why), HttpStatus.OK) : known(to);
    }

    private static ModelAndView known(String to) {
        var page = OwnPage.of(to);
        var model = new HashMap<String, Object>(Map.of("title", "Signed in"));
        if (!page.equals(OwnPage.SIGN_IN)) {
            model.put("to", page);
        }
        return new ModelAndView("console/signed-in", model);
    }

    private ModelAndView form(String to, @Nullable String problem, HttpStatusCode status) {
        var model = new HashMap<String, Object>(Map.of("title", "Sign in", "to", OwnPage.of(to)));
        model.put("byOkta", okta.isOffered());
        if (problem != null) {
            model.put("problem", problem);
        }
        return new ModelAndView("console/sign-in", model, status);
    }

    @PostMapping
    @Nullable ModelAndView in(
            @RequestParam(name = "token", defaultValue = "") String token,
            @RequestParam(name = "to", defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signIn.in(token, request, response)) {
            case IN -> seeOther(response, OwnPage.of(to));
            case WRONG -> form(to, WRONG, HttpStatus.UNAUTHORIZED);
            case NO_ROLE -> form(to, NO_ROLE, HttpStatus.FORBIDDEN);
            case TOO_MANY -> form(to, TOO_MANY, HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @PostMapping("/out")
    @Nullable ModelAndView out(HttpServletResponse response) {
        signIn.out(response);
        return seeOther(response, OwnPage.SIGN_IN);
    }

    /// The path alone: whatever stands before us knows the host.
    private static @Nullable ModelAndView seeOther(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, path);
        return null;
    }
}

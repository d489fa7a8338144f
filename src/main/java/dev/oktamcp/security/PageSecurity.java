package dev.oktamcp.security;

import dev.oktamcp.server.PublicUrl;
import dev.oktamcp.store.DatabaseAway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What all pages for people are protected by.
@Component
class PageSecurity {

    /// No script at all, nothing from elsewhere, in no frame, and forms for us alone.
    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none';"
                    + " base-uri 'none'";

    /// With `no-referrer` browsers would send forms with `Origin: null` (Fetch, "append a request
    /// Origin header"), which could come from anywhere. No other site sees more of this one.
    private static final String REFERRER = "same-origin";

    private static final String REFUSED =
            "This form was not sent from a page of this server, or that page is too old. Nothing"
                    + " was done. Open the page again and send it from there.\n";

    private final SignIn signIn;
    private final PageCookies cookies;
    private final OktaSignIn okta;
    private final PublicUrl publicUrl;

    PageSecurity(SignIn signIn, PageCookies cookies, OktaSignIn okta, PublicUrl publicUrl) {
        this.signIn = signIn;
        this.okta = okta;
        this.cookies = cookies;
        this.publicUrl = publicUrl;
    }

    HttpSecurity of(HttpSecurity http) {
        okta.addTo(http);
        return http.addFilterAfter(
                        HostAndOriginFilter.forPages(publicUrl), SecurityContextHolderFilter.class)
                .addFilterBefore(
                        new DatabaseAwayFilter(response -> write(response, 503, away())),
                        AuthorizationFilter.class)
                .addFilterBefore(new SignInFilter(signIn), AuthorizationFilter.class)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(cookies.formTokens()))
                .headers(PageSecurity::headers)
                .exceptionHandling(e ->
                        e.authenticationEntryPoint(
                                        (request, response, x) -> toSignIn(request, response))
                                .accessDeniedHandler(
                                        (request, response, x) -> write(response, 403, REFUSED)));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .addHeaderWriter(
                        (request, response) -> response.setHeader("Referrer-Policy", REFERRER))
                .addHeaderWriter((request, response) ->
                        response.setHeader("Cross-Origin-Opener-Policy", "same-origin"));
    }

    /// 303, so that a form which came too late becomes a question for the page to sign in.
    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, OwnPage.after(request.getRequestURI()));
    }

    private static String away() {
        return DatabaseAway.BEFORE + "\n";
    }

    private static void write(HttpServletResponse response, int status, String text)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.oktamcp.security;

import dev.oktamcp.server.PublicUrl;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import java.time.Duration;
import java.util.Optional;

/// The cookies of the pages. Lax, since people come by a link in a chat. Behind https no other host
/// of the domain can set them (`__Host-`, RFC 6265bis, 4.1.3.2).
@Component
class PageCookies {

    private static final String SAME_SITE = "Lax";

    private final PublicUrl publicUrl;

    PageCookies(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    Optional<String> read(HttpServletRequest request, String name) {
        var cookie = WebUtils.getCookie(request, fullName(name));
        return cookie == null ? Optional.empty() : Optional.of(cookie.getValue());
    }

    /// @param lasts zero to take it back
    void write(HttpServletResponse response, String name, String value, Duration lasts) {
        var cookie =
                ResponseCookie.from(fullName(name), value)
                        .path("/")
                        .maxAge(lasts)
                        .httpOnly(true)
                        .secure(publicUrl.isSecure())
                        .sameSite(SAME_SITE)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /// What a form must send along, and a page of another site can't know.
    CookieCsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(fullName("okta-mcp-form"));
        tokens.setCookieCustomizer(cookie ->
                cookie.path("/").httpOnly(true).secure(publicUrl.isSecure()).sameSite(SAME_SITE));
        return tokens;
    }

    private String fullName(String name) {
        return publicUrl.isSecure() ? "__Host-" + name : name;
    }
}

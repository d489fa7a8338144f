package dev.oktamcp.security;

import dev.oktamcp.server.PublicUrl;
import dev.oktamcp.store.Seal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Who is on the way to Okta to sign in: carried by the browser in a sealed cookie, since the
/// answer may reach another replica.
@Component
final class SealedRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String COOKIE = "okta-mcp-okta-sign-in";
    private static final String PURPOSE = "okta-sign-in|";
    private static final Duration LASTS = Duration.ofMinutes(10);

    /// @param attributes what Spring Security wants to know when the answer comes: the nonce, and
    ///   the secret of PKCE
    /// @param to where to go on after it
    /// @param lapsesAt seconds since 1970
    record UnderWay(String state, Map<String, String> attributes, String to, long lapsesAt) {}

    private final ObjectProvider<ClientRegistrationRepository> registrations;
    private final PageCookies cookies;
    private final Seal seal;
    private final PublicUrl publicUrl;
    private final JsonMapper json;
    private final Clock clock;

    SealedRequests(
            ObjectProvider<ClientRegistrationRepository> registrations,
            PageCookies cookies,
            Seal seal,
            PublicUrl publicUrl,
            JsonMapper json,
            Clock clock) {
        this.registrations = registrations;
        this.cookies = cookies;
        this.seal = seal;
        this.publicUrl = publicUrl;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (asked == null) {
            cookies.write(response, COOKIE, "", Duration.ZERO);
            return;
        }
        var attributes = new HashMap<String, String>();
        asked.getAttributes().forEach((name, value) -> attributes.put(name, value.toString()));
        var underWay =
                new UnderWay(
                        String.valueOf(asked.getState()),
                        attributes,
                        OwnPage.of(request.getParameter("to")),
                        clock.instant().plus(LASTS).getEpochSecond());
        var sealed = seal.seal(json.writeValueAsBytes(underWay), PURPOSE);
        cookies.write(response, COOKIE, sealed, LASTS);
    }

    /// Null where this browser did not ask for the answer that it brings.
    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(
            HttpServletRequest request) {
        var state = request.getParameter(OAuth2ParameterNames.STATE);
        return underWay(request)
                .filter(known -> known.state().equals(state))
                .map(this::asked)
                .orElse(null);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var asked = loadAuthorizationRequest(request);
        if (asked != null) {
            saveAuthorizationRequest(null, request, response);
        }
        return asked;
    }

    /// Where somebody wanted to go who comes back from Okta.
    String leadsTo(HttpServletRequest request) {
        return OwnPage.of(underWay(request).map(UnderWay::to).orElse(null));
    }

    private Optional<UnderWay> underWay(HttpServletRequest request) {
        return cookies.read(request, COOKIE)
                .flatMap(sealed -> seal.open(sealed, PURPOSE))
                .map(bytes -> json.readValue(bytes, UnderWay.class))
                .filter(known -> clock.instant().isBefore(Instant.ofEpochSecond(known.lapsesAt())));
    }

    private OAuth2AuthorizationRequest asked(UnderWay known) {
        var okta =
                Objects.requireNonNull(
                        registrations.getObject().findByRegistrationId(OktaSignIn.REGISTRATION));
        var authorizationUri = okta.getProviderDetails().getAuthorizationUri();
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(Objects.requireNonNull(authorizationUri))
                .clientId(okta.getClientId())
                .redirectUri(publicUrl.of(OktaSignIn.END))
                .scopes(okta.getScopes())
                .state(known.state())
                .attributes(attributes -> attributes.putAll(known.attributes()))
                .build();
    }
}

package dev.oktamcp.security;

import dev.oktamcp.server.PublicUrl;
import dev.oktamcp.tool.PlainText;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/// Signs people in by Okta, where an application for it is configured as Spring Security knows it
/// (`spring.security.oauth2.client.registration.okta`). Spring Security checks the ID token; we
/// look for one of the groups that may decide, and keep nothing of Okta's tokens.
@Component
public class OktaSignIn {

    /// The id of the registration, which stands in the paths too.
    static final String REGISTRATION = "okta";

    static final String BEGIN = "/oauth2/authorization";
    static final String END = "/login/oauth2/code/" + REGISTRATION;

    private static final Logger log = LoggerFactory.getLogger(OktaSignIn.class);

    private final @Nullable ClientRegistrationRepository registrations;
    private final SignIn signIn;
    private final SignInProperties properties;
    private final SealedRequests requests;
    private final PublicUrl publicUrl;

    OktaSignIn(
            ObjectProvider<ClientRegistrationRepository> registrations,
            SignIn signIn,
            SignInProperties properties,
            SealedRequests requests,
            PublicUrl publicUrl) {
        this.registrations = registrations.getIfAvailable();
        this.signIn = signIn;
        this.properties = properties;
        this.requests = requests;
        this.publicUrl = publicUrl;
        if (isOffered() && properties.approverGroups().isEmpty()) {
            log.warn("Nobody can sign in by Okta: okta-mcp.sign-in.approver-groups names no group");
        }
    }

    /// Whether an application for it is configured.
    public boolean isOffered() {
        return registrations != null && registrations.findByRegistrationId(REGISTRATION) != null;
    }

    void addTo(HttpSecurity http) {
        var known = registrations;
        if (known != null && isOffered()) {
            http.oauth2Login(login -> configure(login, known));
        }
    }

    private void configure(
            OAuth2LoginConfigurer<HttpSecurity> login, ClientRegistrationRepository known) {
        login.clientRegistrationRepository(known)
                .authorizedClientRepository(new NothingKept())
                .securityContextRepository(new NullSecurityContextRepository())
                .loginPage(OwnPage.SIGN_IN)
                .authorizationEndpoint(endpoint ->
                        endpoint.authorizationRequestResolver(resolver(known))
                                .authorizationRequestRepository(requests))
                .successHandler(this::in)
                .failureHandler(this::failed);
    }

    /// Okta sends people back to the address by which the server is known, whatever a proxy says.
    private OAuth2AuthorizationRequestResolver resolver(ClientRegistrationRepository known) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(known, BEGIN);
        resolver.setAuthorizationRequestCustomizer(
                request -> request.redirectUri(publicUrl.of(END)));
        return resolver;
    }

    private void in(
            HttpServletRequest request, HttpServletResponse response, Authentication known) {
        var person = known.getPrincipal() instanceof OidcUser oidc ? oidc : null;
        var group = person == null ? Optional.<String>empty() : groupOf(person);
        if (person == null || group.isEmpty()) {
            log.info("{} may not decide: in no group that may", plain(known.getName()));
            seeOther(response, OwnPage.SIGN_IN + "?why=group");
            return;
        }
        var human = new Human("okta:" + person.getSubject(), null, name(person));
        signIn.begin(response, human, group.get());
        seeOther(response, requests.leadsTo(request));
    }

    private Optional<String> groupOf(OidcUser person) {
        var groups = person.getClaimAsStringList("groups");
        return (groups == null ? List.<String>of() : groups)
                .stream().filter(properties.approverGroups()::contains).findFirst();
    }

    private static String name(OidcUser person) {
        var name = person.getFullName();
        var login = person.getPreferredUsername();
        return name != null ? name : login != null ? login : String.valueOf(person.getSubject());
    }

    private void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
        log.warn("A sign-in by Okta did not work: {}", plain(String.valueOf(e.getMessage())));
        seeOther(response, OwnPage.SIGN_IN + "?why=okta");
    }

    /// What others wrote: the log shows it on one line.
    private static String plain(String text) {
        return PlainText.of(text, 300);
    }

    private static void seeOther(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, path);
    }
}

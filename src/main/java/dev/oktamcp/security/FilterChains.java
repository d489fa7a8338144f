package dev.oktamcp.security;

import dev.oktamcp.rest.Problems;
import dev.oktamcp.server.PublicUrl;
import dev.oktamcp.server.ServerTokenConverter;
import dev.oktamcp.server.ServerTokenProvider;
import dev.oktamcp.store.DatabaseAway;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Who gets to what.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class FilterChains {

    private static final String NO_SERVER =
            """
            {"jsonrpc":"2.0","error":{"code":-32600,"message":"There is no MCP server at this URL. It may have expired or been deleted: ask whoever gave it to you for a new one."}}\
            """;

    private static final String INCOMPLETE =
            """
            {"jsonrpc":"2.0","error":{"code":-32600,"message":"The URL is incomplete: it must go on with /{id}.{secret}. Some clients cut it; an older version of MCP Inspector does."}}\
            """;

    private static final String AWAY =
            """
            {"jsonrpc":"2.0","error":{"code":-32603,"message":"%s"}}\
            """
                    .formatted(DatabaseAway.BEFORE);

    private static final String NO_TOKEN =
            "The REST API needs an API token with the role admin: Authorization: Bearer id.secret."
                    + " None was sent, or it is not good, or no longer.";

    private static final String NOT_ADMIN =
            "This API token has not the role admin, which the REST API needs.";

    /// `/mcp/…`: the token in the path is what lets a request in. Its filters are named here one by
    /// one: those that Spring Security has beside them are for browsers and for logins, and would
    /// cost every message as much as all that is left.
    @Bean
    @Order(1)
    SecurityFilterChain mcp(
            ServerTokenConverter converter,
            ServerTokenProvider provider,
            ApiTokenCheck apiTokens,
            PublicUrl publicUrl) {
        return new DefaultSecurityFilterChain(
                PathPatternRequestMatcher.withDefaults().matcher("/mcp/**"),
                HostAndOriginFilter.forPrograms(publicUrl),
                new DatabaseAwayFilter(response -> write(response, 503, AWAY)),
                new ServerTokenFilter(converter, provider, FilterChains::noServer),
                new SecondFactorFilter(apiTokens));
    }

    /// `/api/…`: an API token with the role `admin`. Its description is for everybody.
    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http, ApiTokenCheck apiTokens, Problems problems, PublicUrl publicUrl) {
        stateless(http.securityMatcher("/api/**"), publicUrl);
        return http.addFilterBefore(
                        new DatabaseAwayFilter(response ->
                                problems.write(
                                        response,
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        DatabaseAway.BEFORE)),
                        AuthorizationFilter.class)
                .addFilterBefore(new ApiTokenFilter(apiTokens), AuthorizationFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(HttpMethod.GET, "/api/openapi.yaml")
                                .permitAll()
                                .anyRequest()
                                .hasRole(Role.ADMIN.name()))
                .exceptionHandling(e ->
                        e.authenticationEntryPoint(
                                        (request, response, x) -> {
                                            response.setHeader(
                                                    HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                                            problems.write(
                                                    response, HttpStatus.UNAUTHORIZED, NO_TOKEN);
                                        })
                                .accessDeniedHandler((request, response, x) ->
                                        problems.write(response, HttpStatus.FORBIDDEN, NOT_ADMIN)))
                .build();
    }

    /// `/sign-in`, `/confirm/…`, `/secret/…`: people with a browser, who have signed in.
    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, PageSecurity pages) {
        return pages.of(
                        http.securityMatcher(
                                "/sign-in/**",
                                "/confirm/**",
                                "/secret/**",
                                OktaSignIn.BEGIN + "/okta",
                                OktaSignIn.END))
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/sign-in/**")
                                .permitAll()
                                .anyRequest()
                                .hasRole(Role.APPROVER.name()))
                .build();
    }

    /// Everything else: the health of the server, and nothing.
    @Bean
    @Order(4)
    SecurityFilterChain others(HttpSecurity http, PublicUrl publicUrl) {
        stateless(http, publicUrl);
        return http.authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/actuator/health/**")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(e ->
                        e.authenticationEntryPoint(
                                        (request, response, x) -> response.setStatus(404))
                                .accessDeniedHandler(
                                        (request, response, x) -> response.setStatus(404)))
                .build();
    }

    private static void stateless(HttpSecurity http, PublicUrl publicUrl) {
        http.addFilterAfter(
                        HostAndOriginFilter.forPrograms(publicUrl),
                        SecurityContextHolderFilter.class)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                                .contentTypeOptions(Customizer.withDefaults()));
    }

    private static void noServer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var cut = request.getRequestURI().matches("/mcp/?");
        write(response, HttpServletResponse.SC_NOT_FOUND, cut ? INCOMPLETE : NO_SERVER);
    }

    private static void write(HttpServletResponse response, int status, String message)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
    }
}

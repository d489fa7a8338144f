package dev.oktamcp.security;

import dev.oktamcp.store.Seal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Who has signed in to the pages: a sealed cookie, so that any replica knows it and none keeps it.
/// By what somebody got in is looked at again with every request.
@Component
class SignIn {

    static final Duration LASTS = Duration.ofMinutes(15);

    private static final String COOKIE = "okta-mcp-sign-in";
    private static final String PURPOSE = "sign-in|";

    /// What the cookie holds.
    ///
    /// @param proof what must still be so: the hash of the API token that was typed in, or the
    ///   group by which somebody of Okta was let in
    /// @param lapsesAt seconds since 1970
    record Ticket(String by, @Nullable String apiToken, String name, String proof, long lapsesAt) {

        Human human() {
            return new Human(by, apiToken, name);
        }
    }

    private final PageCookies cookies;
    private final Seal seal;
    private final ApiTokenCheck apiTokens;
    private final SignInProperties properties;
    private final JsonMapper json;
    private final Clock clock;

    SignIn(
            PageCookies cookies,
            Seal seal,
            ApiTokenCheck apiTokens,
            SignInProperties properties,
            JsonMapper json,
            Clock clock) {
        this.cookies = cookies;
        this.seal = seal;
        this.apiTokens = apiTokens;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    /// Who sends this request; empty for nobody, or nobody any more.
    Optional<Human> of(HttpServletRequest request) {
        return cookies.read(request, COOKIE)
                .flatMap(sealed -> seal.open(sealed, PURPOSE))
                .map(bytes -> json.readValue(bytes, Ticket.class))
                .filter(ticket ->
                        clock.instant().isBefore(Instant.ofEpochSecond(ticket.lapsesAt())))
                .filter(this::stillGood)
                .map(Ticket::human);
    }

    private boolean stillGood(Ticket ticket) {
        return ticket.apiToken() == null
                ? properties.approverGroups().contains(ticket.proof())
                : apiTokens
                        .again(ticket.apiToken(), ticket.proof())
                        .filter(ApiToken::decides)
                        .isPresent();
    }

    /// @param proof see `Ticket`
    void begin(HttpServletResponse response, Human human, String proof) {
        var lapses = clock.instant().plus(LASTS).getEpochSecond();
        var ticket = new Ticket(human.by(), human.apiToken(), human.name(), proof, lapses);
        var sealed = seal.seal(json.writeValueAsBytes(ticket), PURPOSE);
        cookies.write(response, COOKIE, sealed, LASTS);
    }

    void end(HttpServletResponse response) {
        cookies.write(response, COOKIE, "", Duration.ZERO);
    }
}

package dev.oktamcp.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Browser;
import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.simulation.SimulatedOrg;

import java.net.URI;
import java.util.Map;

/// Calls that make a secret, and somebody who opens it.
final class SecretStory {

    final RawClient client;
    final Browser browser;

    private final SimulatedOrg org;
    private final TestApi api;

    SecretStory(SimulatedOrg org, TestApi api, String url) {
        this.org = org;
        this.api = api;
        this.client = RawClient.connected(url);
        this.browser = Browser.at(url);
    }

    /// Activates a new user by a link for a human.
    CallResult activates(String login) {
        var user = org.hasUser(login, "STAGED");
        return client.agreed("activate_user", Map.of("user_id", user, "send_email", false));
    }

    /// The path of a secret's page.
    String made(String login) {
        return path(activates(login));
    }

    static String path(CallResult result) {
        return URI.create(result.value().path("secret_url").stringValue()).getPath();
    }

    /// As Grace Hopper, who may approve.
    void signIn() {
        var token =
                api.post("/api-tokens", "{\"name\":\"Grace Hopper\",\"roles\":[\"approver\"]}")
                        .text("/token");
        assertThat(browser.signIn(token).status()).isEqualTo(303);
    }

    Browser.Shown opened(String path) {
        return browser.submit(browser.get(path), Map.of());
    }
}

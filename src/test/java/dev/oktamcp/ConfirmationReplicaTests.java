package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Browser;
import dev.oktamcp.fixture.StatelessClient;
import dev.oktamcp.fixture.TestApi;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A yes that is said at one replica is used at the other, once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfirmationReplicaTests {

    private final TwoReplicas replicas = new TwoReplicas();
    private final String url = replicas.one.servers().full();
    private final Browser atOne = Browser.at(url);
    private String user = "";

    @AfterAll
    void stop() {
        replicas.close();
    }

    @BeforeEach
    void aUser() {
        user = replicas.org.hasUser("two.replicas@example.com", "ACTIVE");
        replicas.org.forgetRequests();
    }

    private StatelessClient at(String here) {
        return StatelessClient.of(here);
    }

    private String there() {
        return replicas.two.here(url);
    }

    private String askedAtTwo() {
        var refused = at(there()).call("deactivate_user", Map.of("user_id", user));
        var facts = refused.response().at("/result/_meta/dev.oktamcp~1failure");
        return URI.create(facts.path("confirm_url").stringValue()).getPath();
    }

    private long changes() {
        return replicas.org.requests().stream().filter(r -> !r.method().equals("GET")).count();
    }

    @Test
    void isSaidAtOneAndUsedAtTheOtherOnceHoweverManyCall() {
        atOne.signIn(TestApi.ADMIN_TOKEN);
        var page = atOne.get(askedAtTwo());
        assertThat(atOne.submit(page, Map.of("answer", "yes")).status()).isEqualTo(200);

        var calls = new ArrayList<CompletableFuture<Boolean>>();
        for (var here : new String[] {url, there(), url, there(), url, there()}) {
            calls.add(
                    CompletableFuture.supplyAsync(() ->
                            at(here).call("deactivate_user", Map.of("user_id", user)).failed()));
        }

        assertThat(calls.stream().map(CompletableFuture::join)).containsOnlyOnce(false);
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void isBroughtToWhicheverReplicaAndUsedOnce() {
        var asked = StatelessClient.deactivate(url, user, null);
        var state = asked.at("/result/requestState").stringValue();
        assertThat(changes()).isZero();

        var calls = new ArrayList<CompletableFuture<Boolean>>();
        for (var here : new String[] {there(), url, there(), url}) {
            calls.add(
                    CompletableFuture.supplyAsync(() ->
                            StatelessClient.deactivate(here, user, state)
                                    .at("/result/isError")
                                    .asBoolean(true)));
        }

        assertThat(calls.stream().map(CompletableFuture::join)).containsOnlyOnce(false);
        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void isDecidedOnceAtWhicheverReplica() {
        atOne.signIn(TestApi.ADMIN_TOKEN);
        var path = askedAtTwo();
        var atTwo = atOne.elsewhere(there());
        var page = atOne.get(path);
        var other = atTwo.get(path);

        assertThat(atTwo.submit(other, Map.of("answer", "no")).status()).isEqualTo(200);
        assertThat(atOne.submit(page, Map.of("answer", "yes")).status()).isEqualTo(410);
        assertThat(at(url).call("deactivate_user", Map.of("user_id", user)).text())
                .contains("The user said no");
        assertThat(changes()).isZero();
    }
}

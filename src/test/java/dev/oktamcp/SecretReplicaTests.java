package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.Browser;
import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.TestApi;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Secrets that are kept at one of two replicas.
@TestInstance(Lifecycle.PER_CLASS)
class SecretReplicaTests {

    private final TwoReplicas replicas = new TwoReplicas();
    private final RawClient client = RawClient.connected(replicas.one.servers().full());
    private final Browser atOne = Browser.at(client.url());
    private final Browser atTwo = Browser.at(replicas.two.here(client.url()));

    @AfterAll
    void stop() {
        replicas.close();
    }

    private CallResult activates(String login) {
        var user = replicas.org.hasUser(login, "STAGED");
        return client.agreed("activate_user", Map.of("user_id", user, "send_email", false));
    }

    private static String path(CallResult result) {
        return URI.create(result.value().path("secret_url").stringValue()).getPath();
    }

    @Test
    void areOpenedAtTheOtherByWhoeverSignedInAtThis() {
        var path = path(activates("elsewhere@example.com"));
        atOne.signIn(TestApi.ADMIN_TOKEN);
        var there = atOne.elsewhere(replicas.two.here(client.url()));

        var shown = there.submit(there.get(path), Map.of());

        assertThat(shown.text()).contains("/welcome/");
        assertThat(atOne.get(path).status()).isEqualTo(410);
    }

    @Test
    void areOpenedOnceByHoweverManyAtBoth() {
        atOne.signIn(TestApi.ADMIN_TOKEN);
        atTwo.signIn(TestApi.ADMIN_TOKEN);
        for (int round = 0; round < 5; round++) {
            var path = path(activates("race%d@example.com".formatted(round)));
            var pageAtOne = atOne.get(path);
            var pageAtTwo = atTwo.get(path);
            var tries = new ArrayList<CompletableFuture<Integer>>();
            for (int i = 0; i < 4; i++) {
                tries.add(status(atOne, pageAtOne));
                tries.add(status(atTwo, pageAtTwo));
            }
            assertThat(tries.stream().map(CompletableFuture::join))
                    .containsOnly(200, 410)
                    .containsOnlyOnce(200);
        }
    }

    private static CompletableFuture<Integer> status(Browser browser, Browser.Shown page) {
        return CompletableFuture.supplyAsync(() -> browser.submit(page, Map.of()).status());
    }

    @Test
    void areLostAndSaidToBeWhereTheDatabaseDoesNotTakeThem() {
        var jdbc = JdbcClient.create(replicas.database.dataSource());
        jdbc.sql("alter table kept_secret rename to kept_elsewhere").update();
        try {
            var result = activates("lost@example.com");

            assertThat(result.value().path("activationUrl").stringValue()).isEqualTo("[redacted]");
            assertThat(result.text()).contains("The change was made").contains("is lost");
            assertThat(result.value().has("secret_url")).isFalse();
        } finally {
            jdbc.sql("alter table kept_elsewhere rename to kept_secret").update();
        }
    }
}

package dev.oktamcp.okta;

import static dev.oktamcp.okta.WrongOkta.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.CallResult;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SimulatedOrgInitializer;
import dev.oktamcp.fixture.TestServers;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Lists that are read as they come in: where they come too slowly, or never end.
@ServerTest
@Import(WritingTools.class)
@ContextConfiguration(initializers = {SimulatedOrgInitializer.class, WrongOkta.Initializer.class})
class StreamedListTests {

    private final WrongOkta okta;
    private final RawClient client;

    StreamedListTests(@Autowired WrongOkta okta, @Autowired TestServers servers) {
        this.okta = okta;
        this.client = RawClient.connected(servers.full());
    }

    /// Some 1,000 characters each.
    private static String users(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\":\"00u%d\",\"x\":\"%s\"}".formatted(i, "x".repeat(980)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private CallResult listUsers() {
        return client.call("list_users", Map.of("limit", 5));
    }

    @Test
    void takesWhatIsWantedOfALargePage() {
        okta.answers(answer(200, users(200)));

        var page = listUsers().value();

        assertThat(page.path("items")).hasSize(5);
        assertThat(page.path("has_more").booleanValue()).isTrue();
    }

    @Test
    void readsNoMoreThanTheLargestAnswer() {
        okta.answers(answer(200, users(300)));

        assertThat(listUsers().code()).isEqualTo("TOO_LARGE");
    }

    @Test
    void waitsNoLongerForTheRestThanForTheBegin() {
        okta.answers(answer(200, users(200)).withChunkedDribbleDelay(20, 8_000));
        var begin = System.nanoTime();

        var late = listUsers();

        assertThat(late.code()).isEqualTo("TIMEOUT");
        assertThat(System.nanoTime() - begin).isLessThan(6_000_000_000L);
    }
}

package dev.oktamcp.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestServers;
import dev.oktamcp.tool.Caller;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// What begins in the moment in which its session is ended does not outlive it.
@ServerTest
class EndedSessionTests {

    private static final int MANY = 60;
    private static final int MOST_APART_NANOS = 3_000_000;
    private static final String CALL =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"test_waits\"}}";

    private final TestServers servers;
    private final CallsInProgress calls;

    EndedSessionTests(@Autowired TestServers servers, @Autowired CallsInProgress calls) {
        this.servers = servers;
        this.calls = calls;
    }

    /// What became of many that were begun about when their sessions were ended.
    private <T> List<T> begunAtTheEnd(Function<Session, T> begin) {
        var url = servers.readOnly();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = new ArrayList<CompletableFuture<T>>();
            for (int i = 0; i < MANY; i++) {
                var session = new Session(url, RawClient.session(url));
                begun.add(CompletableFuture.supplyAsync(() -> begin.apply(session), threads));
                LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(MOST_APART_NANOS));
                session.client().send("DELETE", "");
            }
            return begun.stream().map(CompletableFuture::join).toList();
        }
    }

    private record Session(String url, String id) {

        private RawClient client() {
            return RawClient.of(url).with("Mcp-Session-Id", id);
        }

        private OpenStream stream() {
            return OpenStream.get(url, "Mcp-Session-Id", id);
        }
    }

    /// Whoever may not ask any more gets no answer, but hears what was done.
    @Test
    void aCallThatWasDoneByThenDoesNotSayWhatItFound() {
        var url = servers.readOnly();
        var session = new Session(url, RawClient.session(url));
        var answer = CompletableFuture.supplyAsync(() -> session.client().post(CALL).body());

        Awaitility.await()
                .until(() -> calls.all().stream().anyMatch(call -> isOf(url, call.caller())));
        session.client().send("DELETE", "");

        assertThat(answer.join())
                .contains("The session has ended", "It was done by then")
                .doesNotContain("whole");
    }

    private static boolean isOf(String url, Caller caller) {
        return caller.server().id().equals(TestServers.id(url));
    }

    @RepeatedTest(5)
    void noCallGoesOn() {
        var answers = begunAtTheEnd(session -> session.client().post(CALL).body());

        assertThat(answers).noneMatch(answer -> answer.contains("\"isError\":false"));
    }

    @RepeatedTest(5)
    void noStreamStaysOpen() {
        var streams = begunAtTheEnd(Session::stream);

        assertThat(streams).allMatch(stream -> stream.endsWithin(2_000));
    }
}

package dev.oktamcp.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.OpenStream;
import dev.oktamcp.fixture.RawClient;
import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.SettableClock;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.tool.AskBefore;
import dev.oktamcp.tool.Tool;
import dev.oktamcp.tool.ToolCatalog;
import dev.oktamcp.tool.ToolDefinition;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Each tool that is written by hand and asks a human changes nothing without a yes, and with one
/// what it is there for, once: in both eras. Those that ask only where every change is asked about
/// are here in one.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CuratedConfirmationTests {

    private final TestApi api;
    private final ToolCatalog catalog;
    private final SettableClock clock;
    private final OwnOrg curated;

    CuratedConfirmationTests(
            @Autowired TestApi api,
            @Autowired ToolCatalog catalog,
            @Autowired SettableClock clock) {
        this.api = api;
        this.catalog = catalog;
        this.clock = clock;
        this.curated = new OwnOrg();
    }

    @AfterEach
    void asOktaDocumentsIt() {
        clock.goBackToNow();
        curated.keptToTheDocuments();
    }

    @AfterAll
    void stop() {
        curated.close();
    }

    /// By the names of their tools; on a server that asks before what destroys and what is
    /// sensitive.
    private Set<String> asking() {
        return catalog.all().stream()
                .filter(this::isCurated)
                .map(Tool::definition)
                .filter(CuratedConfirmationTests::asks)
                .map(ToolDefinition::name)
                .collect(Collectors.toSet());
    }

    /// Whatever it is called with.
    private static boolean asks(ToolDefinition tool) {
        return AskBefore.DESTROY.asksBefore(tool.effect(), tool.sensitive());
    }

    private boolean isCurated(Tool tool) {
        var definition = tool.definition();
        return !definition.leadsOn()
                && definition.requires().stream()
                        .noneMatch(operation ->
                                catalog.ofOperation(operation.id()).equals(Optional.of(tool)));
    }

    List<Arrangement> arrangedAndAsking() {
        var asking = asking();
        return Arrangement.all().stream().filter(each -> asking.contains(each.tool())).toList();
    }

    /// Where this fails, a tool has come that asks: add what it needs to the arrangements.
    @Test
    void allOfThemAreHere() {
        assertThat(Arrangement.all()).extracting(Arrangement::tool).doesNotHaveDuplicates();
        assertThat(asking()).hasSizeGreaterThan(50);
        assertThat(Arrangement.all()).extracting(Arrangement::tool).containsAll(asking());
    }

    private CuratedCall prepare(OwnOrg org, Arrangement arranged) {
        var tool = catalog.find(arranged.tool()).orElseThrow().definition();
        var asks = asks(tool) ? AskBefore.DESTROY : AskBefore.CHANGE;
        return CuratedCall.of(arranged, org, api, asks);
    }

    @ParameterizedTest
    @MethodSource("dev.oktamcp.confirmation.Arrangement#all")
    void inASession(Arrangement arranged) {
        var call = prepare(curated, arranged);
        var session = AskingSession.of(call.url());

        var cannotAsk = RawClient.connected(call.url());
        call.refused("/confirm/", cannotAsk.request("tools/call", call.params().toString()));
        for (var no : List.of("decline", "cancel")) {
            var rest = "\"result\":{\"action\":\"%s\"}".formatted(no);
            call.refused("said no", session.answered(call.params(), rest));
        }
        var error = "\"error\":{\"code\":-1,\"message\":\"x\"}";
        call.refused("did not answer", session.answered(call.params(), error));

        saysYesTwice(call, session);
    }

    private static void saysYesTwice(CuratedCall call, AskingSession session) {
        try (var stream = session.call(call.params())) {
            var yes = AskingSession.yes(AskingSession.question(stream));
            call.changedNothing();
            session.post(yes);
            call.done(stream.message());
            session.post(yes);
        }
        call.changedEachOnce();
    }

    @ParameterizedTest
    @MethodSource("arrangedAndAsking")
    void byRoundTrips(Arrangement arranged) {
        var call = prepare(curated, arranged);
        var client = RoundTrips.of(call.url());

        call.refused("/confirm/", RoundTrips.mute(call.url()).send(call.params()));
        for (var no : List.of("decline", "cancel")) {
            var answer = "{\"action\":\"%s\"}".formatted(no);
            var state = client.asked(call.params());
            var refused = client.send(RoundTrips.answered(call.params(), state, answer));
            call.refused("said no", refused);
        }
        var unanswered = call.params().put("requestState", client.asked(call.params()));
        var yes = RoundTrips.yes(call.params(), client.asked(unanswered));
        call.changedNothing();

        call.done(client.send(yes.deepCopy()));
        assertThat(client.send(yes).at("/result/isError").asBoolean(false)).isTrue();
        call.changedEachOnce();
    }

    /// All of them at once, for time passes for all.
    @Test
    void withoutAnAnswerInTime() {
        var open = new LinkedHashMap<CuratedCall, OpenStream>();
        try (var other = new OwnOrg()) {
            for (var arranged : Arrangement.all()) {
                var call = prepare(other, arranged);
                var stream = AskingSession.of(call.url()).call(call.params());
                open.put(call, stream);
                AskingSession.question(stream);
            }
            clock.goAhead(Duration.ofMinutes(16));
            open.forEach((call, stream) -> call.refused("did not answer", stream.message()));
        } finally {
            open.values().forEach(OpenStream::close);
        }
    }
}

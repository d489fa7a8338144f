package dev.oktamcp.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ToolDispatcherTests {

    private final List<Stage> passed = new ArrayList<>();

    private record Passing(Stage stage, List<Stage> passed) implements ToolInterceptor {

        @Override
        public ToolResult intercept(ToolCall call, ToolHandler next) {
            passed.add(stage);
            if (stage == Stage.RESOLVE) {
                call.resolve(
                        new Tool(
                                definition(),
                                c -> ToolResult.Success.of(JsonNodeFactory.instance.objectNode())),
                        call.arguments());
            }
            return next.handle(call);
        }
    }

    private List<ToolInterceptor> all() {
        return Stream.of(Stage.values())
                .sorted(Comparator.reverseOrder())
                .map(stage -> (ToolInterceptor) new Passing(stage, passed))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void runsEveryStageInOrderWhateverTheOrderOfTheBeans() {
        new ToolDispatcher(all(), Clock.systemUTC()).dispatch(request(), caller());

        assertThat(passed).containsExactly(Stage.values());
    }

    @Test
    void refusesToStartWithoutAStage() {
        for (var stage : Stage.values()) {
            var interceptors = all();
            interceptors.removeIf(interceptor -> interceptor.stage() == stage);

            assertThatThrownBy(() -> new ToolDispatcher(interceptors, Clock.systemUTC()))
                    .hasMessage("No interceptor for stage " + stage);
        }
    }

    @Test
    void refusesToStartWithADoubledStage() {
        var interceptors = all();
        interceptors.add(new Passing(Stage.CONFIRM, passed));

        assertThatThrownBy(() -> new ToolDispatcher(interceptors, Clock.systemUTC()))
                .hasMessage("Two interceptors for stage CONFIRM");
    }

    @Test
    void refusesTwoToolsOfOneName() {
        ToolSource source =
                () ->
                        List.of(
                                new Tool(
                                        definition(),
                                        call ->
                                                ToolResult.Success.of(
                                                        JsonNodeFactory.instance.objectNode())));

        assertThatThrownBy(() -> new ToolCatalog(List.of(source, source), Map::of))
                .hasMessage("Two tools are named test");
    }

    @Test
    void refusesAToolThatDeclaresLessThanItsOperationsDo() {
        var deletes =
                new OperationFacts(
                        "deleteUser",
                        Effect.DESTROY,
                        false,
                        Method.DELETE,
                        java.util.Set.of("users"),
                        java.util.Set.of(),
                        java.util.Set.of());

        assertThatThrownBy(() -> definition(deletes)).hasMessageContaining("deleteUser is DESTROY");
    }

    private static ToolDefinition definition(OperationFacts... requires) {
        return new ToolDefinition(
                "test",
                "Test",
                "For tests.",
                Toolset.SERVER,
                Effect.READ,
                List.of(requires),
                List.of(),
                Exposure.CORE,
                JsonNodeFactory.instance.objectNode(),
                null);
    }

    private static ToolRequest request() {
        return new ToolRequest(
                "test", Map.of(), new Unwatched(new Cancellation(), Optional.empty()));
    }

    private static Caller caller() {
        var all =
                new ToolFilter() {
                    @Override
                    public Optional<Cause> refuses(OperationFacts operation) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Cause> hides(ToolDefinition tool) {
                        return Optional.empty();
                    }

                    @Override
                    public boolean lists(ToolDefinition tool) {
                        return true;
                    }

                    @Override
                    public Set<String> hiddenFields() {
                        return Set.of();
                    }

                    @Override
                    public String path() {
                        return "";
                    }

                    @Override
                    public Object key() {
                        return this;
                    }
                };
        var server =
                new ServerFacts(
                        "s1",
                        "test",
                        "https://acme.okta.com",
                        List.of("read"),
                        List.of(),
                        AskBefore.DESTROY,
                        null);
        return new Caller(server, "c1", null, null, new Access(1, 1), all);
    }
}

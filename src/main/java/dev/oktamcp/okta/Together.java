package dev.oktamcp.okta;

import dev.oktamcp.tool.ToolCall;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Reads of one call that are under way at the same time. How many requests reach Okta together, is
/// decided where they are sent.
final class Together {

    private Together() {}

    /// All have ended when this returns or throws.
    static <T extends @Nullable Object> List<T> run(
            ToolCall call, List<? extends Supplier<T>> reads) {
        var results = new ArrayList<T>();
        var begun = new ArrayList<Future<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var read : reads) {
                begun.add(
                        threads.submit(
                                () -> ScopedValue.where(ToolCall.CURRENT, call).call(read::get)));
            }
        }
        for (var each : begun) {
            results.add(result(each));
        }
        return results;
    }

    private static <T extends @Nullable Object> T result(Future<T> ended) {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException thrown
                    ? thrown
                    : new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("All have ended already", e);
        }
    }
}

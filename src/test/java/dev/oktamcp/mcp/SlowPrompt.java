package dev.oktamcp.mcp;

import dev.oktamcp.tool.Content;
import dev.oktamcp.tool.Interaction;
import dev.oktamcp.tool.Prompt;
import dev.oktamcp.tool.PromptSource;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A prompt that is made until it is taken back, or for three seconds.
final class SlowPrompt implements PromptSource {

    static final String NAME = "test_slow_prompt";

    private final AtomicInteger making = new AtomicInteger();

    /// How many are made now.
    int making() {
        return making.get();
    }

    @Override
    public List<Prompt> prompts() {
        return List.of(
                new Prompt(
                        NAME,
                        NAME,
                        "Slow.",
                        List.of(),
                        _ -> true,
                        asked -> made(asked.interaction())));
    }

    private List<Prompt.Said> made(Interaction client) {
        var takenBack = new CountDownLatch(1);
        making.incrementAndGet();
        try (var _ = client.cancellation().onCancel(takenBack::countDown)) {
            var whole = !takenBack.await(3, TimeUnit.SECONDS);
            return List.of(new Prompt.Said("user", new Content.Text("whole: " + whole)));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            making.decrementAndGet();
        }
    }
}

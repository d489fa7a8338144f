package dev.oktamcp.export;

import dev.oktamcp.tool.Cancellation;
import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.Interaction;
import dev.oktamcp.tool.TextSink;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// One file on its way to its client, as it is read. Its client can't be asked anything.
final class Download implements TextSink {

    private static final Duration TIME = Duration.ofMinutes(30);

    private final HttpServletResponse response;
    private final Cancellation cancellation = new Cancellation();
    private final long until = System.nanoTime() + TIME.toNanos();
    private boolean gone;

    Download(HttpServletResponse response) {
        this.response = response;
    }

    /// What ended it from outside says more than the call that was ended.
    ToolResult.Failure cause(ToolResult.Failure failure) {
        var why = cancellation.why();
        return why == null ? failure : ToolResult.Failure.of(FailureCode.CANCELLED, why);
    }

    /// Whether its client has hung up.
    boolean gone() {
        return gone;
    }

    /// What the call that writes it can do with its client.
    Interaction interaction() {
        return Interaction.into(this, cancellation);
    }

    @Override
    public int mostRows() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void write(String text) {
        if (System.nanoTime() - until > 0) {
            cancellation.end("It took longer than %d minutes.".formatted(TIME.toMinutes()));
        }
        if (cancellation.cancelled()) {
            throw cancelled();
        }
        send(text);
    }

    /// Whatever has ended.
    void send(String text) {
        try {
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            gone = true;
            cancellation.cancel();
            throw cancelled();
        }
    }

    private ToolException cancelled() {
        var why = cancellation.why();
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.CANCELLED, why == null ? "The client has gone." : why));
    }

    Cancellation cancellation() {
        return cancellation;
    }
}

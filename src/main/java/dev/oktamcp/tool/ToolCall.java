package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// One run of a tool, from the moment it came in: who, what, until when. The stages fill in what
/// they find out.
public final class ToolCall {

    /// The call in progress. Read once, by `OktaClient`, on the call's own thread; reads that it
    /// makes together have it on theirs.
    public static final ScopedValue<ToolCall> CURRENT = ScopedValue.newInstance();

    private final String id;
    private final ToolRequest request;
    private final Caller caller;
    private Instant deadline;
    private Map<String, Object> arguments;
    private final List<String> upstream = new CopyOnWriteArrayList<>();
    private final @Nullable RowWriter rows;
    private @Nullable Tool tool;
    private boolean committed;
    private @Nullable String confirmedBy;
    private boolean dryRun;
    private volatile boolean rehearsing;
    private @Nullable RateLimit rateLimit;
    private long rateLimitEnds;

    ToolCall(ToolRequest request, Caller caller, Instant begun, Instant deadline) {
        this.id = CallId.at(begun);
        this.request = request;
        this.caller = caller;
        this.deadline = deadline;
        this.arguments = request.arguments();
        this.rows =
                request.interaction().sink().map(sink -> new RowWriter(sink, this)).orElse(null);
    }

    /// The name by which the audit and the log know this call.
    public String id() {
        return id;
    }

    /// The call as it came.
    public ToolRequest request() {
        return request;
    }

    /// Who calls.
    public Caller caller() {
        return caller;
    }

    /// What can be done with the client while the call runs.
    public Interaction interaction() {
        return request.interaction();
    }

    /// Says when the call is no longer wanted.
    public Cancellation cancellation() {
        return request.interaction().cancellation();
    }

    /// What it writes out beside its answer; empty where nobody would take it.
    public Optional<RowWriter> rows() {
        return Optional.ofNullable(rows);
    }

    /// The arguments, since VALIDATE without those that were null.
    public Map<String, Object> arguments() {
        return arguments;
    }

    /// When the answer must be there.
    public Instant deadline() {
        return deadline;
    }

    /// Time that a human took does not count.
    public void waited(Duration waited) {
        deadline = deadline.plus(waited);
    }

    /// The tool that is called; empty before RESOLVE and for a name that is unknown.
    public @Nullable Tool tool() {
        return tool;
    }

    /// The definition of the tool that is called.
    ///
    /// @throws IllegalStateException before RESOLVE
    public ToolDefinition definition() {
        if (tool == null) {
            throw new IllegalStateException("The call is not resolved yet");
        }
        return tool.definition();
    }

    /// Okta's ids of the requests that this call made.
    public List<String> upstream() {
        return List.copyOf(upstream);
    }

    /// Notes a request that was made to Okta, by the id that Okta gave it.
    public void upstream(@Nullable String requestId) {
        if (requestId != null) {
            upstream.add(requestId);
        }
    }

    /// Notes what Okta said of a limit. Of several the scarcest counts, until its window ends.
    public synchronized void heard(RateLimit heard) {
        var over = System.nanoTime() - rateLimitEnds >= 0;
        if (rateLimit == null || over || heard.remaining() <= rateLimit.remaining()) {
            rateLimit = heard;
            rateLimitEnds = System.nanoTime() + TimeUnit.SECONDS.toNanos(heard.resetSeconds());
        }
    }

    synchronized CallOutcome ended(ToolResult result) {
        return new CallOutcome(id, result, rateLimit);
    }

    /// Whether it is only to tell what it would do.
    public boolean dryRun() {
        return dryRun;
    }

    /// Whether it is being run to find out what it would do. Nothing is changed then.
    public boolean rehearsing() {
        return rehearsing;
    }

    /// Finds out what the call would do.
    ///
    /// @param next calls the stages behind the one that asks
    /// @return a success with a `Preview`, shaped like an answer, or why the call would fail
    public ToolResult rehearse(Supplier<ToolResult> next) {
        rehearsing = true;
        try {
            return next.get();
        } finally {
            rehearsing = false;
        }
    }

    /// Notes who said yes to the call.
    public void confirmed(String by) {
        confirmedBy = by;
    }

    /// Who said yes to the call; null where nobody was asked.
    public @Nullable String confirmedBy() {
        return confirmedBy;
    }

    /// From here on the change may have been made, whatever goes wrong.
    public void committed() {
        committed = true;
    }

    boolean mayHaveHappened() {
        return committed;
    }

    /// @param given the arguments that are the found tool's own
    void resolve(Tool found, Map<String, Object> given) {
        tool = found;
        arguments = given;
    }

    void arguments(Map<String, Object> checked) {
        var reads = definition().effect() == Effect.READ;
        dryRun = !reads && DryRun.asked(checked);
        arguments = Map.copyOf(reads ? checked : DryRun.without(checked));
    }
}

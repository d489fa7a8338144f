package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Optional;

/// What a call may do with its client while it runs.
public interface Interaction {

    /// A call that nobody watches, and whose rows are taken.
    ///
    /// @param cancellation by which it is ended
    static Interaction into(TextSink sink, Cancellation cancellation) {
        return new Unwatched(cancellation, Optional.of(sink));
    }

    /// What became of a question. Everything but `YES` is a no.
    enum Answer {
        YES,
        NO,
        /// No answer came in time, or what came was no valid answer.
        LAPSED,
        /// What was asked about is not the same any more.
        CHANGED,
        /// This client can't be asked.
        CANNOT_ASK
    }

    /// Puts a yes-or-no question to the human and waits for the answer.
    ///
    /// @param about stands for all that the human is shown: where the answer comes with another run
    ///   of the call, it counts only if this is the same then
    /// @throws InputRequiredException where the answer comes with another run of the call, as with
    ///   `inputs`
    Answer ask(String question, String about);

    /// Whether the client can be asked for this.
    boolean can(InputRequest.Kind kind);

    /// What the client's side gives, by the keys of the requests; without those that it did not
    /// give. To be called before anything was changed, and in the same order each time: a call that
    /// can't wait for its client runs once more from its beginning.
    ///
    /// @throws InputRequiredException where the answers come with another run of the call
    /// @throws ToolException where the client can't be asked for one of them
    Map<String, ObjectNode> inputs(Map<String, InputRequest> requests);

    /// Tells the client how far the call is, if it asked to be told.
    void progress(double done, @Nullable Double total, String message);

    /// Tells the client something that its user may want to know, if it wants to be told. No
    /// secrets, nothing of a person, nothing of the server's inside.
    void log(LogLevel level, String logger, String message);

    Cancellation cancellation();

    /// Where the call can write what is too much for an answer; empty as a rule.
    default Optional<TextSink> sink() {
        return Optional.empty();
    }
}

package dev.oktamcp.tool;

import org.jspecify.annotations.Nullable;

/// What a call may do with its client while it runs.
public interface Interaction {

    /// A call that nobody watches: a question can't be put, and it is never cancelled.
    Interaction NONE =
            new Interaction() {
                private final Cancellation never = new Cancellation();

                @Override
                public Answer ask(String question) {
                    return Answer.CANNOT_ASK;
                }

                @Override
                public void progress(double done, @Nullable Double total, String message) {}

                @Override
                public Cancellation cancellation() {
                    return never;
                }
            };

    /// What became of a question. Everything but `YES` is a no.
    enum Answer {
        YES,
        NO,
        /// No answer came in time, or what came was no valid answer.
        LAPSED,
        /// This client can't be asked.
        CANNOT_ASK
    }

    /// Puts a yes-or-no question to the human and waits for the answer.
    Answer ask(String question);

    /// Tells the client how far the call is, if it asked to be told.
    void progress(double done, @Nullable Double total, String message);

    Cancellation cancellation();
}

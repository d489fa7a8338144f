package dev.oktamcp.tool;

/// Asked once more when a message was read to its end, however long that took: whether that by
/// which its caller got in is still good. Every check has to agree.
public interface AccessCheck {

    /// What was found.
    enum Finding {
        GOOD,
        /// The caller would no longer get in.
        ENDED,
        /// The caller would get in, to something else.
        CHANGED
    }

    Finding look(Caller caller);
}

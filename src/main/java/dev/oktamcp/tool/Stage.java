package dev.oktamcp.tool;

/// The stages of every call, outermost first. The order is the rule, and each has one interceptor.
public enum Stage {
    /// Outermost, so that refusals and unknown names leave a record too.
    AUDIT,
    /// Turns every exception into a failure in words that we wrote.
    ERRORS,
    /// From a name to a tool; what the caller's filter hides does not exist.
    RESOLVE,
    /// Calls per minute: cheap, before a database, a human or Okta's quota is used.
    LIMIT,
    /// Before CONFIRM, so that nobody confirms what would fail.
    VALIDATE,
    /// A human's yes to exactly these arguments.
    CONFIRM,
    /// Last before the act: a place among the changes in progress, and the stored intent.
    COMMIT,
    /// Innermost on the way out, so that audit and model see the same answer.
    SHAPE
}

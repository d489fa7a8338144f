package dev.oktamcp.tool;

/// Why a call did not work.
public enum FailureCode {
    /// No such tool for this caller.
    UNKNOWN_TOOL,
    /// No such operation for this caller, by the tool that it was called through.
    UNKNOWN_OPERATION,
    /// The arguments do not fit the tool.
    INVALID_ARGUMENTS,
    /// Too many calls or changes on this server.
    LIMITED,
    /// A human's yes was needed and did not come.
    NOT_CONFIRMED,
    /// The client can't give what the call needs of it.
    CLIENT_CANNOT,
    /// A tool tried more than its caller or its own declaration allows.
    REFUSED,
    /// The client took the call back.
    CANCELLED,
    /// Okta did not answer in time; nothing was changed.
    TIMEOUT,
    /// Okta limits how often it is called, and it was called too often.
    RATE_LIMITED,
    /// Okta could not be reached, or answered with something that is no answer.
    UNAVAILABLE,
    /// Okta said no.
    OKTA_ERROR,
    /// The answer is larger than can be handed on.
    TOO_LARGE,
    /// A change was sent and its answer was lost: it may have happened.
    OUTCOME_UNKNOWN,
    /// The call could not be written to the audit.
    NOT_RECORDED,
    /// A mistake of ours; the log has it under the call's id.
    INTERNAL
}

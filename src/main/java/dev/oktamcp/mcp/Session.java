package dev.oktamcp.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.time.Instant;

/// What `initialize` settled between a client and us. Sealed into the session id, so that any
/// replica knows it and none has to remember it.
///
/// @param id tells sessions apart
/// @param version of the protocol
/// @param client as it described itself
record Session(
        @JsonProperty("i") String id,
        @JsonProperty("v") String version,
        @JsonProperty("c") ClientFacts client,
        @JsonProperty("t") long startedAt) {

    Instant started() {
        return Instant.ofEpochSecond(startedAt);
    }
}

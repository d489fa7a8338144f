package dev.oktamcp.okta;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

/// What is left of a list after a walk through it.
///
/// @param nextCursor where the walk can go on; null at the list's end
/// @param hasMore whether more is there now
/// @param note why the walk stopped before the end; null where it did not
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rest(
        @JsonProperty("next_cursor") @Nullable String nextCursor,
        @JsonProperty("has_more") boolean hasMore,
        @Nullable String note) {}

package dev.oktamcp.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A page of a list.
///
/// @param nextCursor for the next page; null on the last one
public record RestList<T>(List<T> items, @JsonProperty("next_cursor") @Nullable String nextCursor) {

    public RestList {
        items = List.copyOf(items);
    }
}

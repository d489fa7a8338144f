package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/// Something that keeps a person out, in words for a help desk.
///
/// @param code stays the same when the words change
/// @param times how many events show it; null where the account itself does
/// @param mend what would end it; null where no call does
@JsonInclude(JsonInclude.Include.NON_NULL)
record Finding(
        String code, String says, @Nullable Integer times, NextSteps.@Nullable NextStep mend) {}

package dev.oktamcp.tool;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Where the content of a document comes from, and for whom it is there.
public sealed interface DocumentContent {

    /// @param text whether it is shown as text (UTF-8) or as Base64
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] content, boolean text) {}

    /// For everybody, always.
    static DocumentContent own(Bytes content) {
        return new Own(Set.of(), _ -> Optional.of(content));
    }

    /// What reaches no org.
    ///
    /// @param tools it is there for whoever has one of them; for everybody where there are none
    /// @param maker by what stands in the URI; empty where there is no such document
    record Own(Set<String> tools, Function<Map<String, String>, Optional<Bytes>> maker)
            implements DocumentContent {}

    /// What a tool answers: to read it is a call of that tool, recorded, limited, filtered and
    /// cleaned like any other.
    ///
    /// @param tools any of which the call can be of; it is there for whoever has one of them
    /// @param call by what stands in the URI; empty where there is no such document
    record OfTool(Set<String> tools, BiFunction<Map<String, String>, Caller, Optional<Call>> call)
            implements DocumentContent {

        /// A document of one tool.
        public static OfTool of(
                String tool, Function<Map<String, String>, Map<String, Object>> arguments) {
            return new OfTool(
                    Set.of(tool),
                    (given, _) -> Optional.of(new Call(tool, arguments.apply(given), false)));
        }
    }

    /// What is called for a document.
    ///
    /// @param rows whether what the call writes out is the document, not what it answers
    record Call(String tool, Map<String, Object> arguments, boolean rows) {}
}

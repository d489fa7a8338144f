package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The part of a System Log event that tells what happened.
///
/// @param uuid by which `get_logs` finds the whole event
/// @param place city and country that Okta makes of the address
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record LogEvent(
        @Nullable String uuid,
        @Nullable String published,
        @JsonProperty("event_type") @Nullable String eventType,
        @Nullable String result,
        @Nullable String reason,
        Party actor,
        List<Party> targets,
        @Nullable String address,
        @Nullable String place) {

    /// Who acted, or whom or what it was done to.
    ///
    /// @param name a user's login; of others what they are called
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Party(@Nullable String id, @Nullable String type, @Nullable String name) {

        static Party of(JsonNode party) {
            var type = text(party, "/type");
            var name = isPerson(party) ? text(party, "/alternateId") : displayName(party);
            return new Party(text(party, "/id"), type, name);
        }

        /// Null for a person: it is made of the profile, of which an MCP server may hide parts.
        static @Nullable String displayName(JsonNode party) {
            return isPerson(party) ? null : text(party, "/displayName");
        }

        private static boolean isPerson(JsonNode party) {
            var type = text(party, "/type");
            return "User".equals(type) || "AppUser".equals(type);
        }
    }

    static LogEvent of(JsonNode event) {
        return new LogEvent(
                text(event, "/uuid"),
                text(event, "/published"),
                text(event, "/eventType"),
                text(event, "/outcome/result"),
                text(event, "/outcome/reason"),
                Party.of(event.path("actor")),
                event.path("target").valueStream().map(Party::of).toList(),
                text(event, "/client/ipAddress"),
                place(event));
    }

    private static @Nullable String place(JsonNode event) {
        var place =
                Stream.of("city", "country")
                        .map(part -> text(event, "/client/geographicalContext/" + part))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        return place.isEmpty() ? null : place;
    }

    /// Null where it is absent, or is no text.
    static @Nullable String text(JsonNode node, String pointer) {
        return node.at(pointer).stringValue(null);
    }
}

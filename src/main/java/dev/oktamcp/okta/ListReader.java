package dev.oktamcp.okta;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.function.Predicate;

/// Reads a list item by item, as it comes in, so that no more of it is in memory than is wanted.
@Component
final class ListReader {

    private final JsonMapper json;

    ListReader(JsonMapper json) {
        this.json = json;
    }

    /// @param size how many items the page has
    /// @param taken how many of them were taken, from the first that was to be
    /// @param around what stands beside the list; empty where nothing does
    record Read(int size, int taken, ObjectNode around) {}

    /// @param from index of the first item that is wanted
    /// @param takes says whether it takes an item; once it did not, it is not asked again
    /// @throws dev.oktamcp.tool.ToolException where the answer is no such list, or ends too early
    Read read(OperationCalls.Sent sent, int from, Predicate<JsonNode> takes) {
        var operation = sent.operation();
        try (var body = sent.response().body();
                var parser = json.createParser(body.open())) {
            var reading = new Reading(parser, from, takes, json.createObjectNode());
            reading.page(operation.items());
            parser.nextToken(); // to the end, so that the connection can be used again
            if (!reading.found) {
                throw LostAnswers.unreadable(operation);
            }
            return new Read(reading.size, reading.taken, reading.around);
        } catch (JacksonIOException e) {
            throw LostAnswers.whileReading(operation.facts().effect(), e);
        } catch (JacksonException e) {
            throw LostAnswers.unreadable(operation);
        }
    }

    private static final class Reading {

        private final JsonParser parser;
        private final int from;
        private final Predicate<JsonNode> takes;
        private final ObjectNode around;
        private boolean found;
        private boolean full;
        private int size;
        private int taken;

        Reading(JsonParser parser, int from, Predicate<JsonNode> takes, ObjectNode around) {
            this.parser = parser;
            this.from = from;
            this.takes = takes;
            this.around = around;
        }

        /// @param property that holds the list; null where the list is all there is
        void page(@Nullable String property) {
            var first = parser.nextToken();
            if (property == null) {
                items(first);
            } else if (first == JsonToken.START_OBJECT) {
                for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                    var value = parser.nextToken();
                    if (name.equals(property)) {
                        items(value);
                    } else {
                        around.set(name, parser.<JsonNode>readValueAsTree());
                    }
                }
            }
        }

        private void items(@Nullable JsonToken begin) {
            if (begin != JsonToken.START_ARRAY) {
                parser.skipChildren();
                return;
            }
            found = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                item();
                size++;
            }
        }

        private void item() {
            if (size < from || full) {
                parser.skipChildren();
            } else if (takes.test(parser.<JsonNode>readValueAsTree())) {
                taken++;
            } else {
                full = true;
            }
        }
    }
}

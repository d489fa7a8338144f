package dev.oktamcp.catalog;

import dev.oktamcp.catalog.ChatGptTools.Found;
import dev.oktamcp.okta.ItemFormat;
import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.okta.PageRequest;
import dev.oktamcp.tool.HiddenFields;
import dev.oktamcp.tool.ToolCall;

import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/// One thing of the org as a page to be read. Of an object only what is named here: nothing that
/// Okta may add is handed out unseen.
@Component
final class ChatGptPages {

    private static final int MOST = 100;

    private static final List<String> OF_USER =
            List.of(
                    "status",
                    "created",
                    "activated",
                    "lastLogin",
                    "lastUpdated",
                    "passwordChanged");
    private static final List<String> OF_GROUP =
            List.of("type", "created", "lastUpdated", "lastMembershipUpdated");
    private static final List<String> OF_APP =
            List.of("label", "name", "status", "signOnMode", "created", "lastUpdated", "features");

    private final OktaClient okta;
    private final JsonMapper json;

    ChatGptPages(OktaClient okta, JsonMapper json) {
        this.okta = okta;
        this.json = json;
    }

    /// A list that belongs to a thing.
    ///
    /// @param label what is shown of each of its items
    private record Part(
            String name,
            String operation,
            Map<String, String> arguments,
            Function<JsonNode, String> label) {}

    Found user(String id, ToolCall call) {
        requireAllowed("getUser", "user:" + id);
        var hidden = HiddenFields.of(call.caller());
        var about = Map.of("id", id);
        var page =
                page(
                        "getUser",
                        about,
                        OF_USER,
                        hidden,
                        new Part("groups", "listUserGroups", about, group -> name(group, hidden)),
                        new Part("apps", "listAppLinks", about, app -> text(app, "label")));
        var title = OktaPages.userTitle(page.thing(), hidden);
        return found("user", page, title, OktaPages.of(call).user(text(page.thing(), "id")));
    }

    Found group(String id, ToolCall call) {
        requireAllowed("getGroup", "group:" + id);
        var hidden = HiddenFields.of(call.caller());
        var about = Map.of("groupId", id);
        var page =
                page(
                        "getGroup",
                        about,
                        OF_GROUP,
                        hidden,
                        new Part(
                                "members",
                                "listGroupUsers",
                                about,
                                user -> OktaPages.userTitle(user, hidden)));
        var title = name(page.thing(), hidden);
        return found("group", page, title, OktaPages.of(call).group(text(page.thing(), "id")));
    }

    Found app(String id, ToolCall call) {
        requireAllowed("getApplication", "app:" + id);
        var hidden = HiddenFields.of(call.caller());
        var page = page("getApplication", Map.of("appId", id), OF_APP, hidden);
        return found(
                "app", page, text(page.thing(), "label"), OktaPages.of(call).app(page.thing()));
    }

    private void requireAllowed(String operation, String id) {
        if (!okta.allows(operation)) {
            throw ChatGptTools.unknown(id);
        }
    }

    private record Read(JsonNode thing, ObjectNode text) {}

    private Read page(
            String operation,
            Map<String, String> about,
            List<String> facts,
            HiddenFields hidden,
            Part... parts) {
        var reads = new ArrayList<Supplier<JsonNode>>();
        reads.add(() -> okta.call(operation, about));
        for (var part : parts) {
            reads.add(() -> part(part));
        }
        var read = okta.together(reads);
        var thing = read.getFirst();
        var text = json.createObjectNode().put("id", text(thing, "id"));
        facts.stream().filter(thing::has).forEach(fact -> text.set(fact, thing.get(fact)));
        profile(thing, text, hidden);
        for (int i = 0; i < parts.length; i++) {
            text.set(parts[i].name(), read.get(i + 1));
        }
        return new Read(thing, text);
    }

    private static void profile(JsonNode thing, ObjectNode text, HiddenFields hidden) {
        if (thing.path("profile") instanceof ObjectNode profile) {
            var shown = text.putObject("profile");
            for (var attribute : profile.properties()) {
                if (!hidden.contains(attribute.getKey()) && !attribute.getValue().isNull()) {
                    shown.set(attribute.getKey(), attribute.getValue());
                }
            }
        }
    }

    private JsonNode part(Part part) {
        if (!okta.allows(part.operation())) {
            return json.getNodeFactory().stringNode("left out: not readable through this URL");
        }
        var asked = new PageRequest(MOST, null, false, new ItemFormat(false, List.of()));
        var page = okta.page(part.operation(), part.arguments(), asked);
        var labels = json.createArrayNode();
        page.items().forEach(item -> labels.add(part.label().apply(item)));
        return page.hasMore() ? labels.add("and more, which are not shown here") : labels;
    }

    private static Found found(String kind, Read page, String title, String url) {
        return new Found(
                kind + ":" + text(page.thing(), "id"),
                title,
                page.text().toPrettyString(),
                url,
                Map.of("type", kind));
    }

    private static String name(JsonNode group, HiddenFields hidden) {
        return hidden.contains("name")
                ? text(group, "id")
                : group.at("/profile/name").asString(text(group, "id"));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}

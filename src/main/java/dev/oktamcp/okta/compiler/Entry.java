package dev.oktamcp.okta.compiler;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;

/// One operation as `operations.json` has it.
final class Entry {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Entry() {}

    static ObjectNode of(Compiled operation, Judge judge, Methods methods) {
        var entry = JSON.createObjectNode();
        entry.put("id", operation.id());
        entry.put("tool", judge.tool(operation));
        entry.put("api", operation.source().document().api());
        entry.put("http", operation.http());
        entry.put("path", operation.path());
        judged(judge.of(operation, methods), entry);
        access(operation.source(), entry);
        entry.put("paging", operation.answer().paging().name());
        entry.put("response", operation.answer().response().name());
        entry.put("items", operation.answer().items());
        entry.set("parameters", operation.parameters());
        entry.set("body", operation.body());
        return entry;
    }

    private static void judged(Judge.Judgement judgement, ObjectNode entry) {
        entry.put("effect", judgement.effect().name());
        entry.put("sensitive", judgement.sensitive());
        entry.put("method", judgement.method().word());
        entry.set("tags", texts(judgement.tags()));
    }

    private static void access(OpenApiDocument.Source source, ObjectNode entry) {
        var access = Access.of(source);
        var operation = source.node();
        entry.set("scopes", texts(access.scopes()));
        entry.set("credentials", texts(access.credentials()));
        entry.set("roles", texts(access.roles()));
        entry.put("lifecycle", operation.at("/x-okta-lifecycle/lifecycle").asString(null));
        entry.put("deprecated", operation.path("deprecated").asBoolean(false));
    }

    private static ArrayNode texts(Collection<?> values) {
        var texts = JSON.createArrayNode();
        values.forEach(value -> texts.add(value.toString()));
        return texts;
    }
}

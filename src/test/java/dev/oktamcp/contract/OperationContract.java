package dev.oktamcp.contract;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

import dev.oktamcp.simulation.RecordedRequest;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The file `operations.json`, whose JSON Schemas a library applies; which operation a request is,
/// and what its parameters' values are, is found here.
final class OperationContract implements Contract {

    /// Of Okta's OAuth API, which that file does not have.
    private static final String TOKEN_ENDPOINT = "/oauth2/v1/token";

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Pattern PART =
            Pattern.compile("(?i)Content-Disposition: form-data; name=\"([^\"]*)\"");

    private final SchemaRegistry schemas =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder ->
                            builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .locale(Locale.ENGLISH)
                                            .build()));
    private final List<KnownOperation> operations;

    OperationContract() throws IOException {
        operations = KnownOperation.all();
    }

    @Override
    public List<String> violations(RecordedRequest request) {
        var target = Target.of(request.target());
        if (target.path().equals(TOKEN_ENDPOINT)) {
            return List.of();
        }
        for (var operation : operations) {
            var values = operation.match(request.method(), target.path());
            if (values.isPresent()) {
                var found = new ArrayList<String>();
                check(operation, values.get(), request, target.query(), found);
                var name = request + " (" + operation.id() + "): ";
                return found.stream().map(name::concat).toList();
            }
        }
        return List.of(request + ": operations.json has no such operation");
    }

    private void check(
            KnownOperation operation,
            Map<String, String> path,
            RecordedRequest request,
            Map<String, List<String>> query,
            List<String> found) {
        var unknown = new HashSet<>(query.keySet());
        for (var parameter : operation.parameters()) {
            var values =
                    switch (parameter.in()) {
                        case "path" -> List.of(path.getOrDefault(parameter.name(), ""));
                        case "query" -> query.getOrDefault(parameter.name(), List.of());
                        default -> parameter.header(request.headers());
                    };
            check(parameter, values, found);
            unknown.remove(parameter.name());
        }
        unknown.forEach(name -> found.add("there is no query parameter " + name));
        checkBody(operation, request.body(), found);
    }

    private void check(KnownParameter parameter, List<String> values, List<String> found) {
        if (values.isEmpty()) {
            if (parameter.required()) {
                found.add("parameter " + parameter.name() + " is missing");
            }
            return;
        }
        add("parameter " + parameter.name(), parameter.schema(), parameter.value(values), found);
    }

    private void checkBody(KnownOperation operation, String body, List<String> found) {
        var schema = operation.body();
        if (body.isEmpty()) {
            if (operation.bodyRequired()) {
                found.add("the body is missing");
            }
        } else if (schema.isMissingNode()) {
            found.add("there is a body, and none belongs here");
        } else {
            var value = value(operation, body);
            add("body", schema, value, found);
            UnknownFields.of(schema, value).forEach(at -> found.add("body has no field " + at));
        }
    }

    private static JsonNode value(KnownOperation operation, String body) {
        if (operation.takesForm()) {
            return form(body);
        }
        return operation.takesJson() ? json(body) : StringNode.valueOf(body);
    }

    /// Of a form, which parts there are; what is in a file is nothing for a schema.
    private static JsonNode form(String body) {
        var form = JSON.createObjectNode();
        PART.matcher(body).results().forEach(part -> form.put(part.group(1), ""));
        return form;
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    private void add(String where, JsonNode schema, JsonNode value, List<String> found) {
        for (Error error : schemas.getSchema(schema).validate(value)) {
            var at = error.getInstanceLocation().toString();
            found.add(where + ": " + (at.isEmpty() ? "" : at + " ") + error.getMessage());
        }
    }
}

package dev.oktamcp.okta;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;

/// OpenAPI documents that no one but these tests has.
public final class MadeUpDocument {

    /// Of the governance API: some operations stay, one has moved, the rest is gone, and there are
    /// widgets.
    public static final String WIDGETS =
            """
            openapi: 3.0.3
            info: {title: Made up, version: 9.9.9}
            paths:
              /governance/api/v1/campaigns:
                get:
                  operationId: listCampaigns
                  tags: [Campaigns]
                  security: [{oauth2: [widgets.read]}, {apiToken: []}]
                  parameters:
                    - {name: filter, in: query, schema: {type: string}}
                  responses: {200: {$ref: '#/components/responses/Widgets'}}
                post:
                  operationId: createCampaign
                  tags: [Campaigns]
                  responses: {201: {description: Made}}
              /governance/api/v1/campaigns/{id}:
                delete:
                  operationId: deleteCampaign
                  tags: [Campaigns]
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string}}
                  responses: {204: {description: Gone}}
              /governance/api/v1/settings:
                get:
                  operationId: getOrgSettings
                  tags: [Org Governance Settings]
                  responses: {200: {description: Found}}
              /governance/api/v7/settings:
                patch:
                  operationId: updateOrgSettings
                  tags: [Org Governance Settings]
                  responses: {200: {description: Done}}
              /governance/api/v1/widgets:
                get:
                  operationId: listWidgets
                  tags: [Odd Widgets]
                  responses: {200: {$ref: '#/components/responses/Widgets'}}
                post:
                  operationId: createWidget
                  tags: [Odd Widgets]
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Widget'}
                  responses: {201: {description: Made}}
              /governance/api/v1/widgets/{widgetId}:
                parameters:
                  - {name: widgetId, in: path, required: true, schema: {type: string}}
                get:
                  operationId: getUser
                  tags: [users]
                  responses: {200: {description: Found}}
            components:
              securitySchemes:
                oauth2: {type: oauth2}
                apiToken: {type: apiKey}
              responses:
                Widgets:
                  content:
                    application/json:
                      schema: {type: array, items: {$ref: '#/components/schemas/Widget'}}
              schemas:
                Widget:
                  type: object
                  properties:
                    color: {type: string, enum: [red, green]}
                    parent: {$ref: '#/components/schemas/Widget'}
            """;

    private MadeUpDocument() {}

    /// A document in this directory, as the setting names it.
    public static String in(Path directory, String text) throws IOException {
        return Files.writeString(directory.resolve("document.yaml"), text).toString();
    }

    /// With these operations and nothing else of interest, as JSON.
    public static String of(Collection<Operation> operations) {
        var document = JsonMapper.shared().createObjectNode().put("openapi", "3.0.3");
        for (var operation : operations) {
            add(operation, document.withObjectProperty("paths"));
        }
        return document.toString();
    }

    private static void add(Operation operation, ObjectNode paths) {
        var described =
                paths.withObjectProperty(operation.path())
                        .withObjectProperty(operation.http().toLowerCase(Locale.ROOT));
        described.put("operationId", operation.id());
        described.withArrayProperty("tags").add("Made up");
        described.withObjectProperty("responses");
        for (var parameter : operation.parameters()) {
            described
                    .withArrayProperty("parameters")
                    .addObject()
                    .put("name", parameter.name())
                    .put("in", parameter.in().name().toLowerCase(Locale.ROOT))
                    .put("required", parameter.required())
                    .set("schema", parameter.schema());
        }
    }
}

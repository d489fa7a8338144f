package dev.oktamcp.toolset;

import dev.oktamcp.tool.Completion;
import dev.oktamcp.tool.DocumentContent;
import dev.oktamcp.tool.Resource;
import dev.oktamcp.tool.ResourceSource;
import dev.oktamcp.tool.ResourceTemplate;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/// The org's schemas as documents. They are read from Okta, each time by a call of the tool that
/// reads them.
@Component
final class SchemaResources implements ResourceSource {

    private static final String JSON = "application/json";
    private static final int MOST_COMPLETED = 20;

    @Override
    public List<Resource> resources() {
        return List.of(
                new Resource(
                        "okta://schema/group/default",
                        "Group schema",
                        "The attributes that the profiles of this org's groups have.",
                        JSON,
                        DocumentContent.OfTool.of("get_group_schema", _ -> Map.of())));
    }

    @Override
    public List<ResourceTemplate> templates() {
        return List.of(
                new ResourceTemplate(
                        "okta://schema/user/{id}",
                        "User schema",
                        "The attributes that the profiles of this org's users have: default, or"
                                + " the id of a user type's schema.",
                        JSON,
                        Map.of("id", Completion.of("default")),
                        DocumentContent.OfTool.of(
                                "get_user_schema",
                                given -> Map.of("schemaId", given.getOrDefault("id", "")))),
                new ResourceTemplate(
                        "okta://schema/app/{id}",
                        "App user schema",
                        "The attributes that the users of an app have in it, by the app's id;"
                                + " completed from the beginning of its name.",
                        JSON,
                        Map.of("id", byName()),
                        DocumentContent.OfTool.of(
                                "get_application_user_schema",
                                given -> Map.of("app_id", given.getOrDefault("id", "")))));
    }

    private static Completion byName() {
        return new Completion.ByTool(
                "list_applications", typed -> Map.of("q", typed, "limit", MOST_COMPLETED), "/id");
    }
}

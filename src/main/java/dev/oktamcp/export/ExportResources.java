package dev.oktamcp.export;

import dev.oktamcp.tool.DocumentContent;
import dev.oktamcp.tool.Resource;
import dev.oktamcp.tool.ResourceSource;
import dev.oktamcp.tool.ResourceTemplate;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Files by `resources/read`, in parts: each ends with where the next begins.
@Component
final class ExportResources implements ResourceSource {

    static final Set<String> TOOLS =
            Set.of(
                    "export_users",
                    "export_groups",
                    "export_group_members",
                    "export_app_users",
                    "export_logs");

    private final SealedExports exports;

    ExportResources(SealedExports exports) {
        this.exports = exports;
    }

    @Override
    public List<Resource> resources() {
        return List.of();
    }

    @Override
    public List<ResourceTemplate> templates() {
        return List.of(template("csv", "text/csv"), template("jsonl", "application/jsonl"));
    }

    private ResourceTemplate template(String ending, String mimeType) {
        return new ResourceTemplate(
                "okta://export/{export}." + ending,
                "Export as " + ending.toUpperCase(Locale.ROOT),
                "A file that an export tool has given the link to; a hundred rows at a time, the"
                        + " last line says where it goes on.",
                mimeType,
                Map.of(),
                new DocumentContent.OfTool(
                        TOOLS,
                        (given, caller) -> exports.open(given.getOrDefault("export", ""), caller)));
    }
}

package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.okta.OktaClient;
import dev.oktamcp.tool.DestroyTool;
import dev.oktamcp.tool.Exposure;
import dev.oktamcp.tool.Preview;
import dev.oktamcp.tool.PreviewOf;
import dev.oktamcp.tool.ReadTool;
import dev.oktamcp.tool.ToolsOf;
import dev.oktamcp.tool.Toolset;

import org.jspecify.annotations.Nullable;
import org.springframework.ai.mcp.annotation.McpToolParam;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/// What a SAML app and Okta tell each other.
@ToolsOf(Toolset.APPS)
final class SamlTools {

    private final OktaClient okta;
    private final Applications applications;

    SamlTools(OktaClient okta) {
        this.okta = okta;
        this.applications = new Applications(okta);
    }

    /// @param statements what the app was given
    /// @param inherited what an app of the catalogue brings along
    record Statements(
            @JsonProperty("app_id") String appId,
            String label,
            JsonNode statements,
            JsonNode inherited) {

        static Statements of(String appId, JsonNode app) {
            return new Statements(
                    appId,
                    Applications.label(app),
                    AttributeStatements.of(app).all(),
                    app.at("/settings/signOn/configuredAttributeStatements"));
        }
    }

    @ReadTool(
            name = "get_saml_metadata",
            title = "Get SAML metadata",
            uses = {"getApplication", "previewSAMLmetadataForApplication"},
            exposure = Exposure.TOOLSET,
            description =
                    "Returns what the other side of a SAML app needs of Okta: entity id, addresses"
                            + " for sign-on and logout, certificates with their expiry, and the XML"
                            + " itself. Does not return what Okta was told of that side;"
                            + " get_application does.")
    SamlMetadata getSamlMetadata(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(
                            description =
                                    "Id of a signing key of the app, for example"
                                            + " SIMcCQNY3uwXoW3y0vf6VxiBb5n9pf8L2fK8d-F1bm4; the"
                                            + " one in use unless given")
                    @Nullable String kid) {
        var app = saml(appId, "SAML");
        var key = kid == null ? app.at("/credentials/signing/kid").asString("") : kid;
        var metadata =
                okta.answer(
                        "previewSAMLmetadataForApplication", Map.of("appId", appId, "kid", key));
        return SamlMetadata.of(metadata.asString(""));
    }

    /// @param mode the beginning of a sign-on mode
    private ObjectNode saml(String appId, String mode) {
        var app = applications.get(appId);
        var signOn = app.path("signOnMode").asString("");
        if (!signOn.startsWith(mode)) {
            throw Refusal.nothingChanged(
                    "app %s (%s) signs in by %s, not by %s."
                            .formatted(appId, Applications.label(app), signOn, mode));
        }
        return app;
    }

    @ReadTool(
            name = "get_saml_attribute_statements",
            title = "Get SAML attribute statements",
            uses = "getApplication",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns which attributes of users and groups Okta writes into the assertions"
                        + " of a SAML 2.0 app: its own statements, and those it has inherited from"
                        + " the catalogue. Does not return claims that were set up as federated"
                        + " claims; list_federated_claims does.")
    Statements getSamlAttributeStatements(
            @McpToolParam(description = Applications.APP) String appId) {
        return Statements.of(appId, saml(appId, AttributeStatements.MODE));
    }

    @DestroyTool(
            name = "update_saml_attribute_statements",
            title = "Update SAML attribute statements",
            uses = {"getApplication", "replaceApplication"},
            optional = "listApplicationUsers",
            exposure = Exposure.TOOLSET,
            description =
                    "Returns the attribute statements of a SAML 2.0 app after a change: those that"
                        + " are given are added, or take the place of one with the same name; all"
                        + " other statements and all else of the app stay. A human is asked first,"
                        + " since Okta replaces the app whole.")
    Statements updateSamlAttributeStatements(
            @McpToolParam(description = Applications.APP) String appId,
            @McpToolParam(
                            description =
                                    "Example: [{\"type\": \"EXPRESSION\", \"name\": \"dept\","
                                        + " \"namespace\":"
                                        + " \"urn:oasis:names:tc:SAML:2.0:attrname-format:basic\","
                                        + " \"values\": [\"user.department\"]}, {\"type\":"
                                        + " \"GROUP\", \"name\": \"groups\", \"filterType\":"
                                        + " \"STARTS_WITH\", \"filterValue\": \"Eng\"}]")
                    @Nullable List<Map<String, Object>> statements,
            @McpToolParam(description = "Names of statements to remove, for example [\"dept\"]")
                    @Nullable List<String> removedNames) {
        var app = saml(appId, AttributeStatements.MODE);
        var changed =
                AttributeStatements.of(app)
                        .without(removedNames == null ? List.of() : removedNames)
                        .with(statements == null ? List.of() : statements);
        return Statements.of(appId, applications.replace(appId, changed.in(app)));
    }

    @PreviewOf("update_saml_attribute_statements")
    Preview ofUpdate(Preview found, String appId) {
        return applications.counted(found, "People who have this app: %s.", appId);
    }
}

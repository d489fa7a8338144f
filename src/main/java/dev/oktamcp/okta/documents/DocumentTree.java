package dev.oktamcp.okta.documents;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;

/// Reads a document: JSON where it begins with a brace, YAML otherwise.
public final class DocumentTree {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /// Okta's documents share subtrees by YAML aliases, more than a parser allows of its own
    /// accord.
    private static final LoadSettings SETTINGS =
            LoadSettings.builder()
                    .setMaxAliasesForCollections(Integer.MAX_VALUE)
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .build();

    private DocumentTree() {}

    /// @throws DocumentRefusal where it is neither
    public static JsonNode of(byte[] document) {
        try {
            return isJson(document) ? JSON.readTree(document) : yaml(document);
        } catch (JacksonException e) {
            throw new DocumentRefusal("is no JSON: " + e.getOriginalMessage(), e);
        } catch (YamlEngineException e) {
            throw new DocumentRefusal("is neither YAML nor JSON: " + problem(e), e);
        } catch (StackOverflowError e) {
            throw new DocumentRefusal("is nested too deeply", e);
        }
    }

    private static boolean isJson(byte[] document) {
        for (var character : document) {
            if (!Character.isWhitespace(character)) {
                return character == '{';
            }
        }
        return false;
    }

    private static String problem(YamlEngineException e) {
        if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
            return "line %d, %s"
                    .formatted(marked.getProblemMark().get().getLine() + 1, marked.getProblem());
        }
        return String.valueOf(e.getMessage());
    }

    private static JsonNode yaml(byte[] document) {
        var tree = new Load(SETTINGS).loadFromInputStream(new ByteArrayInputStream(document));
        if (tree == null) {
            throw new DocumentRefusal("is empty");
        }
        return new YamlNodes().of(tree);
    }
}

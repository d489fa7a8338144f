package dev.oktamcp.catalog;

import dev.oktamcp.okta.Operation;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What of an operation is searched, and how much it counts.
enum SearchField {
    NAME(1),
    PATH(0.5f),
    TAGS(0.5f),
    PARAMETERS(0.3f),
    SENTENCE(1),
    SAID(1.5f);

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}|/api/v1");

    private final float weight;

    SearchField(float weight) {
        this.weight = weight;
    }

    float weight() {
        return weight;
    }

    /// In words, with blanks between them.
    String of(Operation operation, OperationWords words) {
        return Spelling.apart(text(operation, words));
    }

    private String text(Operation operation, OperationWords words) {
        return switch (this) {
            case NAME -> operation.id() + " " + operation.facts().method().word();
            case PATH -> withoutParameters(operation.path());
            case TAGS -> String.join(" ", operation.facts().tags());
            case PARAMETERS -> parameters(operation);
            case SENTENCE -> words.sentence(operation);
            case SAID -> String.join(". ", words.searched(operation));
        };
    }

    private static String withoutParameters(String path) {
        return PARAMETER.matcher(path).replaceAll(" ");
    }

    private static String parameters(Operation operation) {
        return operation.parameters().stream()
                .map(Operation.Parameter::name)
                .collect(Collectors.joining(" "));
    }
}

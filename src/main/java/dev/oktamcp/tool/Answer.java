package dev.oktamcp.tool;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// What a tool returns that can say itself what it is as JSON: what is a tree already need not be
/// copied into another one.
public interface Answer {

    /// The answer, which nobody but the caller changes from then on.
    ObjectNode json();

    /// What is shown beside it; nothing as a rule.
    default List<Content> content() {
        return List.of();
    }
}

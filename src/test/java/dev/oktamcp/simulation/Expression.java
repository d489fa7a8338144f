package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;

/// A parsed SCIM-like expression.
sealed interface Expression {

    record And(Expression left, Expression right) implements Expression {}

    record Or(Expression left, Expression right) implements Expression {}

    record Not(Expression inner) implements Expression {}

    /// One attribute held against a literal, which is a null node for `pr`.
    record Comparison(String attribute, Operator operator, JsonNode value) implements Expression {}
}

package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// What one endpoint understands of the common expression language.
///
/// @param operators the operators an attribute may be used with; none for an unknown attribute
/// @param knowsNot whether `not` is allowed
/// @param exactCase whether upper and lower case differ in values
record Dialect(Function<String, Set<Operator>> operators, boolean knowsNot, boolean exactCase) {

    /// Reads an expression of this dialect into a test for one resource.
    Predicate<JsonNode> parse(String text) {
        var expression = ExpressionParser.parse(text);
        check(expression);
        var matcher = new Matcher(exactCase);
        return resource -> matcher.matches(expression, resource);
    }

    private void check(Expression expression) {
        switch (expression) {
            case Expression.And(var left, var right) -> {
                check(left);
                check(right);
            }
            case Expression.Or(var left, var right) -> {
                check(left);
                check(right);
            }
            case Expression.Not(var inner) -> checkNot(inner);
            case Expression.Comparison comparison -> check(comparison);
        }
    }

    private void checkNot(Expression inner) {
        if (!knowsNot) {
            throw new BadExpression("The 'not' operator is not supported");
        }
        check(inner);
    }

    private void check(Expression.Comparison comparison) {
        var allowed = operators.apply(comparison.attribute());
        if (allowed.isEmpty()) {
            throw new BadExpression("field is not valid: " + comparison.attribute());
        }
        if (!allowed.contains(comparison.operator())) {
            throw BadExpression.operatorRefused(comparison.attribute());
        }
    }
}

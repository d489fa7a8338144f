package dev.oktamcp.simulation;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

import java.util.List;

/// Reads an expression by recursive descent: `or` binds weakest, then `and`, then `not`.
final class ExpressionParser {

    private static final Token END = new Token("", 0);
    private static final String EXPECTED = "eq,co,sw,pr,gt,ge,lt,le";

    private final List<Token> tokens;
    private int at;

    private ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Expression parse(String text) {
        var parser = new ExpressionParser(Token.in(text));
        var expression = parser.either();
        if (parser.at < parser.tokens.size()) {
            throw parser.unexpected();
        }
        return expression;
    }

    private Expression either() {
        var left = both();
        while (takes("or")) {
            left = new Expression.Or(left, both());
        }
        return left;
    }

    private Expression both() {
        var left = single();
        while (takes("and")) {
            left = new Expression.And(left, single());
        }
        return left;
    }

    private Expression single() {
        if (takes("not")) {
            return new Expression.Not(single());
        }
        if (takes("(")) {
            var inner = either();
            if (!takes(")")) {
                throw unexpected();
            }
            return inner;
        }
        return comparison();
    }

    private Expression comparison() {
        var attribute = word();
        var operator = operator(word());
        var value = operator == Operator.PR ? NullNode.getInstance() : literal();
        return new Expression.Comparison(attribute.text(), operator, value);
    }

    private Operator operator(Token token) {
        return Operator.named(token.text())
                .orElseThrow(() ->
                        new BadExpression(
                                "Unrecognized attribute operator '%s' at position %d. Expected: %s"
                                        .formatted(token.text(), token.position(), EXPECTED)));
    }

    /// Strings, numbers and booleans are written as in JSON.
    private JsonNode literal() {
        var token = peek();
        at++;
        try {
            var value = Json.literal(token.text());
            if (value.isValueNode()) {
                return value;
            }
        } catch (JacksonException e) {
            throw new BadExpression("Invalid value at position " + token.position());
        }
        throw new BadExpression("Invalid value at position " + token.position());
    }

    private Token word() {
        var token = peek();
        if (token.equals(END) || !token.isWord()) {
            throw unexpected();
        }
        at++;
        return token;
    }

    private boolean takes(String word) {
        var taken = !peek().equals(END) && peek().is(word);
        if (taken) {
            at++;
        }
        return taken;
    }

    private Token peek() {
        return at < tokens.size() ? tokens.get(at) : END;
    }

    private BadExpression unexpected() {
        var token = peek();
        return new BadExpression(
                token.equals(END)
                        ? "Unexpected end of expression"
                        : "Unexpected '" + token.text() + "' at position " + token.position());
    }
}

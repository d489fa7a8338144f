package dev.oktamcp.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A word, a quoted string or a parenthesis of an expression.
///
/// @param position counted from 1
record Token(String text, int position) {

    private static final Pattern NEXT =
            Pattern.compile("\\s*(?:([()])|(\"(?:[^\"\\\\]|\\\\.)*\")|([^\\s()\"\\[\\]]+))\\s*");

    static List<Token> in(String expression) {
        var tokens = new ArrayList<Token>();
        var matcher = NEXT.matcher(expression);
        var at = 0;
        while (at < expression.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new BadExpression("Unrecognized character at position " + (at + 1));
            }
            tokens.add(
                    new Token(matcher.group().strip(), 1 + firstOf(matcher.start(), expression)));
            at = matcher.end();
        }
        return tokens;
    }

    private static int firstOf(int start, String expression) {
        var at = start;
        while (Character.isWhitespace(expression.charAt(at))) {
            at++;
        }
        return at;
    }

    boolean is(String word) {
        return text.equalsIgnoreCase(word);
    }

    boolean isWord() {
        return !is("(") && !is(")") && !text.startsWith("\"");
    }
}

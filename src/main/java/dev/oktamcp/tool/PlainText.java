package dev.oktamcp.tool;

/// Text from outside, made fit for a record or a question: no control or format characters (a line
/// break that forges a log line, a mark that turns the reading direction), no half characters.
public final class PlainText {

    private PlainText() {}

    /// Replaces what is not shown and cuts what is too long.
    ///
    /// @param longest how many characters are kept; what is cut is marked with an ellipsis
    public static String of(String text, int longest) {
        var plain = new StringBuilder(Math.min(text.length(), longest));
        for (int i = 0; i < text.length(); ) {
            var character = text.codePointAt(i);
            i += Character.charCount(character);
            if (plain.length() + Character.charCount(character) > longest - 1
                    && i < text.length()) {
                return plain.append('…').toString();
            }
            plain.appendCodePoint(shown(character) ? character : '\ufffd');
        }
        return plain.toString();
    }

    private static boolean shown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}

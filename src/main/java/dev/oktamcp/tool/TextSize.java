package dev.oktamcp.tool;

/// How large a text is for who reads it: in characters, and in tokens, as far as they can be told
/// without a tokenizer. Tokens are what a model's context is counted in.
///
/// Counted is by runs of characters of a kind, as tokenizers split texts. Measured against
/// o200k_base (`TextSizeTests`), Okta's own examples have 1.2 to 1.4 times fewer tokens than are
/// counted here, and the densest lists, of ids and times alone, as many: some 1.6 characters each.
/// So a bound on what is counted is one on tokens, and does not cut ordinary answers at half their
/// length, as a bound on characters would have to.
public final class TextSize {

    /// From here on it is not ASCII; a character is then two bytes or more.
    private static final int ASCII = 0x80;

    /// From here on it is three bytes, which rare scripts need two tokens for.
    private static final int THREE_BYTES = 0x800;

    /// Letters of a word for each token. A longer run of letters is no word.
    private static final int WORD = 4;

    private static final int LONGEST_WORD = 12;
    private static final int CAPITALS = 2;
    private static final int DIGITS = 3;

    /// Punctuation of JSON, such as `":{"`; a longer run is no JSON.
    private static final int MARKS = 3;

    private static final int LONGEST_MARKS = 6;

    private enum Kind {
        SMALL,
        CAPITAL,
        DIGIT,
        MARK,
        NONE
    }

    private int characters;
    private int tokens;
    private Kind before = Kind.NONE;
    private int run;

    /// Behind a digit, letters are part of an id and no word.
    private boolean inId;

    /// That of a whole text.
    public static TextSize of(CharSequence text) {
        var size = new TextSize();
        size.add(text);
        return size;
    }

    public int characters() {
        return characters;
    }

    public int tokens() {
        return tokens;
    }

    /// Adds what follows on what was added before.
    public void add(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
    }

    /// Adds one more character.
    public void add(char character) {
        characters++;
        if (character >= ASCII) {
            tokens += character < THREE_BYTES ? 1 : 2;
            before = Kind.NONE;
        } else if (character == ' ') {
            before = Kind.NONE; // part of the word behind it
            inId = false;
        } else {
            add(kind(character));
        }
    }

    private static Kind kind(char character) {
        if (character >= 'a' && character <= 'z') {
            return Kind.SMALL;
        }
        if (character >= 'A' && character <= 'Z') {
            return Kind.CAPITAL;
        }
        return character >= '0' && character <= '9' ? Kind.DIGIT : Kind.MARK;
    }

    private void add(Kind kind) {
        inId = kind == Kind.DIGIT || (inId && kind != Kind.MARK);
        if (kind == before) {
            run++;
            tokens += begins(kind) ? 1 : 0;
        } else if (kind == Kind.SMALL && before == Kind.CAPITAL && !inId) {
            run = 2; // the capital is the word's first letter
        } else {
            run = 1;
            tokens++;
        }
        before = kind;
    }

    /// Whether the character with which the run is now this long begins another token.
    private boolean begins(Kind kind) {
        return switch (kind) {
            case SMALL -> run > LONGEST_WORD || run % (inId ? CAPITALS : WORD) == 1;
            case CAPITAL -> run > LONGEST_WORD || run % CAPITALS == 1;
            case DIGIT -> run % DIGITS == 1;
            case MARK -> run > LONGEST_MARKS || run % MARKS == 1;
            case NONE -> false;
        };
    }
}

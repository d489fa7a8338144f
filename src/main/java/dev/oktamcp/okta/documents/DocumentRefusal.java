package dev.oktamcp.okta.documents;

import dev.oktamcp.tool.PlainText;
import dev.oktamcp.tool.SafeText;

/// Why a document can't be used: the rest of a sentence that begins with where it is.
public final class DocumentRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    public DocumentRefusal(String why) {
        super(shown(why));
    }

    public DocumentRefusal(String why, Throwable cause) {
        super(shown(why), cause);
    }

    /// What a document or an address says, fit for a line of the log.
    public static String shown(String text) {
        return PlainText.of(SafeText.of(text), LONGEST);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}

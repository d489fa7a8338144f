package dev.oktamcp.okta.compiler;

import dev.oktamcp.okta.documents.DocumentRefusal;

/// How many schemas may be written out of one document, so that a few lines whose references
/// multiply can't fill the memory.
final class Budget {

    /// Okta's management API takes some 109,000.
    private static final int MOST = 1_000_000;

    private int spent;

    void spend() {
        spent++;
        if (spent > MOST) {
            throw new DocumentRefusal("is too large when its references are written out");
        }
    }
}

package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// The entity tag of a user, and the condition that a change can put on it.
///
/// ASSUMPTION: the tag is weak as in Okta's example, compared as a text, and `*` fits any user.

final class UserTag {

    private static final int LENGTH = 16;
    private static final Pattern SYNTAX = Pattern.compile("(W/)?\"[^\"]*\"");

    private UserTag() {}

    static String of(ObjectNode user) {
        var digest = HexFormat.of().formatHex(Ids.digest(user.toString()));
        return "W/\"" + digest.substring(0, LENGTH) + "\"";
    }

    static void check(Call call, ObjectNode user) {
        var wanted = call.request().header("if-match").strip();
        if (wanted.isEmpty() || wanted.equals("*")) {
            return;
        }
        if (!SYNTAX.matcher(wanted).matches()) {
            throw OktaError.of(ErrorCode.E0000242);
        }
        if (!wanted.equals(of(user))) {
            throw OktaError.of(ErrorCode.E0000231);
        }
    }
}

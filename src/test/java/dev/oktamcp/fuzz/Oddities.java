package dev.oktamcp.fuzz;

import java.util.List;

/// Values that readers trip over, as they stand in JSON.
final class Oddities {

    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "0",
                    "-1",
                    "-0",
                    "1.5",
                    "1.0",
                    "1e999",
                    "-1E+2147483647",
                    "1e-2147483648",
                    "9223372036854775807",
                    "9223372036854775808",
                    "9".repeat(100),
                    "9".repeat(101),
                    "0." + "3".repeat(99),
                    "\"\"",
                    "\" \"",
                    "\"\\u0000\"",
                    "\"a\\u0000b\"",
                    "\"\\ud800\"",
                    "\"\\udc00\\ud800\"",
                    "\"\\ud83d\\ude00\"",
                    "\"\\ufeff\\u202e\\u200b\"",
                    "\"\\r\\nSet-Cookie: a=b\"",
                    "\"../../x\"",
                    "\"%2e%2e%2f%00?a=b#c\"",
                    "\"' or 1=1 --\"",
                    "\"${jndi:ldap://x}\"",
                    "\"=?base64?/w==?=\"",
                    "\"" + "x".repeat(201) + "\"",
                    "\"" + "y".repeat(50_000) + "\"",
                    "\"2026-13-45T99:99:99Z\"",
                    "[]",
                    "{}",
                    "[null]",
                    "[[[[]]]]",
                    "{\"\":{}}",
                    "{\"__proto__\":{\"a\":1}}",
                    "[".repeat(63) + "]".repeat(63),
                    "[".repeat(5_000) + "]".repeat(5_000),
                    "{\"a\":".repeat(62) + "1" + "}".repeat(62),
                    "NaN",
                    "Infinity",
                    "'x'",
                    "01",
                    "+1",
                    "0x10",
                    "1.",
                    ".5",
                    "[1,]",
                    "/* x */ 1",
                    "tru",
                    "\"x",
                    "\"\t\"",
                    "\"\\x41\"",
                    "\"\\u12\"",
                    "");

    private static final List<String> KEYS =
            List.of(
                    "",
                    "id",
                    "ID",
                    "\\u0069d",
                    "method",
                    "params",
                    "Params",
                    "result",
                    "error",
                    "_meta",
                    "_Meta",
                    "name",
                    "arguments",
                    "cursor",
                    "requestState",
                    "inputResponses",
                    "progressToken",
                    "constructor",
                    "class",
                    "@type",
                    "\\ud800",
                    "\\u0000",
                    "param\\u017f",
                    "\\u212aey",
                    "k".repeat(2_000));

    private Oddities() {}

    static String value(Chance chance) {
        return chance.of(VALUES);
    }

    static String key(Chance chance) {
        return chance.of(KEYS);
    }
}

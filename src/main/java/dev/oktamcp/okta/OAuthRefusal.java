package dev.oktamcp.okta;

import dev.oktamcp.tool.PlainText;

import org.springframework.http.HttpHeaders;

import tools.jackson.databind.JsonNode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A refusal in OAuth's words: in the body (RFC 6749, 5.2), or in `WWW-Authenticate` (RFC 6750, 3),
/// where the body may be empty.
///
/// @param error its code; empty where there is no such refusal
record OAuthRefusal(String error, String description) {

    private static final int LONGEST = 300;
    private static final Pattern ERROR = parameter("error");
    private static final Pattern DESCRIPTION = parameter("error_description");

    private static Pattern parameter(String name) {
        return Pattern.compile("(?:^|[\\s,])" + name + "=\"([^\"]*)\"");
    }

    static OAuthRefusal of(OktaResponse response, JsonNode body) {
        if (body.path("error").isString()) {
            return new OAuthRefusal(
                    plain(body.path("error").stringValue()),
                    plain(body.path("error_description").asString("")));
        }
        var challenge = response.headers().getFirst(HttpHeaders.WWW_AUTHENTICATE);
        return challenge == null
                ? new OAuthRefusal("", "")
                : new OAuthRefusal(found(ERROR, challenge), found(DESCRIPTION, challenge));
    }

    private static String found(Pattern parameter, String challenge) {
        Matcher found = parameter.matcher(challenge);
        return found.find() ? plain(found.group(1)) : "";
    }

    private static String plain(String text) {
        return PlainText.of(text, LONGEST);
    }
}

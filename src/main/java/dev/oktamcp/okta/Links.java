package dev.oktamcp.okta;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads `Link` headers (RFC 8288): several links may share a line, and commas may stand inside a
/// link's target.
final class Links {

    private static final Pattern LINK =
            Pattern.compile(
                    "<([^>]*)>((?:\\s*;\\s*[^\\s=;,]+\\s*=\\s*(?:\"[^\"]*\"|[^\\s\";,]+))*)");
    private static final Pattern RELATION =
            Pattern.compile(";\\s*rel\\s*=\\s*\"?([^\";,\\s]+)\"?", Pattern.CASE_INSENSITIVE);

    private Links() {}

    record Link(URI target, String relation) {}

    /// @throws IllegalArgumentException for a target that is no URI
    static List<Link> of(String header) {
        var links = new ArrayList<Link>();
        var link = LINK.matcher(header);
        while (link.find()) {
            var relation = RELATION.matcher(link.group(2));
            if (relation.find()) {
                links.add(new Link(URI.create(link.group(1)), relation.group(1)));
            }
        }
        return links;
    }
}

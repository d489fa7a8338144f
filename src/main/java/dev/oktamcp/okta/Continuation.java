package dev.oktamcp.okta;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// How the request for the next page differs from the first one: what Okta's link sets, what it
/// leaves out, and how many items of that page were given already. Nothing else of the link is
/// kept, since the rest is the call's own arguments.
///
/// @param set query parameters that are new or have another value
/// @param dropped names of query parameters that must not be sent again
/// @param given items of the page to leave out, since they were handed out before
record Continuation(Map<String, List<String>> set, Set<String> dropped, int given) {

    static final Continuation NONE = new Continuation(Map.of(), Set.of(), 0);

    /// The page's size is the caller's to choose each time.
    private static final String LIMIT = "limit";

    /// @param first the query of the first request of the list
    /// @param next Okta's link
    static Continuation to(URI next, Map<String, List<String>> first) {
        var linked = PercentEncoding.query(next.getRawQuery());
        var dropped = new TreeSet<>(first.keySet());
        dropped.removeAll(linked.keySet());
        dropped.remove(LIMIT);
        var set = new LinkedHashMap<>(linked);
        set.entrySet().removeAll(first.entrySet());
        set.remove(LIMIT);
        return new Continuation(set, dropped, 0);
    }

    Continuation given(int items) {
        return new Continuation(set, dropped, items);
    }

    Map<String, List<String>> applied(Map<String, List<String>> first) {
        var query = new LinkedHashMap<>(first);
        query.keySet().removeAll(dropped);
        query.putAll(set);
        return query;
    }

    /// Short, since it travels in a cursor: `given?set&set&!dropped`.
    String text() {
        var text = new StringBuilder().append(given).append('?');
        text.append(PercentEncoding.query(set)).append('&');
        dropped.forEach(name -> text.append('!').append(name).append('&'));
        return text.toString();
    }

    static Continuation parse(String text) {
        var mark = text.indexOf('?');
        var rest = text.substring(mark + 1);
        var dropped = new TreeSet<String>();
        for (var part : rest.split("&", -1)) {
            if (part.startsWith("!")) {
                dropped.add(part.substring(1));
            }
        }
        var given = Integer.parseInt(text.substring(0, mark));
        return new Continuation(PercentEncoding.query(rest), dropped, given);
    }
}

package dev.oktamcp.rest;

import dev.oktamcp.store.Seal;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/// Reads `limit` (50, at most 200) and `cursor`, and writes the cursor of the next page. A cursor
/// is sealed: what it is made of may change.
@Component
public final class PageReader implements HandlerMethodArgumentResolver {

    private static final int DEFAULT = 50;
    private static final int MOST = 200;
    private static final String PURPOSE = "rest-list|";

    private final Seal seal;

    PageReader(Seal seal) {
        this.seal = seal;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageQuery.class;
    }

    @Override
    public PageQuery resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var http = request.getNativeRequest(HttpServletRequest.class);
        var path = http == null ? "" : http.getRequestURI();
        return new PageQuery(
                after(request.getParameter("cursor"), path),
                limit(request.getParameter("limit")),
                path);
    }

    private static int limit(@Nullable String given) {
        if (given == null) {
            return DEFAULT;
        }
        try {
            var limit = Integer.parseInt(given);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // The words are the same.
        }
        throw RestException.badRequest("limit must be a number from 1 to %d.".formatted(MOST))
                .with("field", "limit");
    }

    private @Nullable String after(@Nullable String cursor, String path) {
        return cursor == null
                ? null
                : seal.open(cursor, PURPOSE + path)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElseThrow(() ->
                                RestException.badRequest(
                                                "The cursor is none of this list. Begin again"
                                                        + " without it.")
                                        .with("field", "cursor"));
    }

    /// One page of what was found.
    ///
    /// @param found the items from the query on, one more than its limit where there are more
    /// @param key of an item, by which the list is ordered
    public <T, V> RestList<V> page(
            PageQuery query, List<T> found, Function<T, String> key, Function<T, V> view) {
        var more = found.size() > query.limit();
        var items = more ? found.subList(0, query.limit()) : found;
        var next =
                more
                        ? seal.seal(
                                key.apply(items.getLast()).getBytes(StandardCharsets.UTF_8),
                                PURPOSE + query.path())
                        : null;
        return new RestList<>(items.stream().map(view).toList(), next);
    }
}

package dev.oktamcp.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// A request through a trusted proxy, with what of the proxy's word is to be believed, once each.
final class ProxiedRequest extends HttpServletRequestWrapper {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final String client;

    ProxiedRequest(HttpServletRequest request, String client, ProxyWord word) {
        super(request);
        this.client = client;
        add("X-Forwarded-Host", word.host());
        add("X-Forwarded-Proto", word.proto());
        add("X-Forwarded-Port", word.port());
        add("Host", word.host());
    }

    private void add(String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    private static boolean isForwarded(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("forwarded") || lower.startsWith("x-forwarded-");
    }

    @Override
    public @Nullable String getHeader(String name) {
        var value = headers.get(name);
        return value != null || isForwarded(name) ? value : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        var value = headers.get(name);
        if (value != null) {
            return Collections.enumeration(Collections.singleton(value));
        }
        return isForwarded(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !isForwarded(name))
                .forEach(names::add);
        names.addAll(headers.keySet());
        return Collections.enumeration(names);
    }

    @Override
    public String getRemoteAddr() {
        return client;
    }

    @Override
    public String getRemoteHost() {
        return client;
    }
}

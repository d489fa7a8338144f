package dev.oktamcp.security;

import dev.oktamcp.server.ServerPath;
import dev.oktamcp.server.ServerTokenConverter;
import dev.oktamcp.tool.SafeText;

import jakarta.servlet.ServletException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.buf.MessageBytes;
import org.springframework.http.HttpHeaders;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/// Takes the secret out of a request's URL before anything else sees it. It changes Tomcat's own
/// request, not a copy: error pages, asynchronous dispatches and the access log read that one
/// again, past any wrapper of a filter.
final class UrlSecretValve extends ValveBase {

    /// Names of hosts can look like tokens, and must be compared as they were sent. What stands
    /// behind `Authorization` is meant to be a secret.
    private static final Set<String> AS_SENT =
            Set.of("authorization", "host", "x-forwarded-host", "x-forwarded-server", "forwarded");

    UrlSecretValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var sent = request.getRequestURI();
        if (sent != null) {
            cleanPath(request, sent);
        }
        cleanQuery(request);
        cleanHeaders(request);
        protect(response);
        getNext().invoke(request, response);
    }

    private static void cleanPath(Request request, String sent) {
        var path = ServerPath.of(sent);
        if (path.token() != null) {
            request.setAttribute(ServerTokenConverter.ATTRIBUTE, path.token());
            request.setAttribute(ServerTokenConverter.NARROWING, path.narrowing());
        }
        if (!path.path().equals(sent)) {
            request.getCoyoteRequest().requestURI().setString(path.path());
            request.getCoyoteRequest().decodedURI().setString(path.path());
            request.getMappingData().requestPath.setString(path.path());
            request.getMappingData().wrapperPath.setString(path.path());
            request.getMappingData().pathInfo.recycle();
        }
    }

    /// A secret in a query lets nobody in; it is there by mistake.
    private static void cleanQuery(Request request) {
        var query = request.getQueryString();
        if (query != null && !SafeText.of(query).equals(query)) {
            request.getCoyoteRequest().queryString().recycle();
        }
    }

    /// Browsers send the URL as `Referer`, proxies as `X-Original-URI` and the like. The last
    /// header of a request that Tomcat refuses, which comes here too, can be without a value.
    private static void cleanHeaders(Request request) {
        var headers = request.getCoyoteRequest().getMimeHeaders();
        for (int i = 0; i < headers.size(); i++) {
            var value = headers.getValue(i);
            var sent = value.toString();
            if (sent != null) {
                replace(value, sent, safe(String.valueOf(headers.getName(i)), sent));
            }
        }
    }

    private static void replace(MessageBytes value, String sent, String safe) {
        if (!safe.equals(sent)) {
            value.setString(safe);
        }
    }

    private static String safe(String name, String value) {
        if (AS_SENT.contains(name.toLowerCase(Locale.ROOT))) {
            return value;
        }
        var path = name.equalsIgnoreCase(HttpHeaders.ORIGIN) ? pathOf(value) : 0;
        return value.substring(0, path) + SafeText.of(value.substring(path));
    }

    /// An origin that has a path is none, and can be a URL that was pasted whole.
    private static int pathOf(String origin) {
        var authority = origin.indexOf("//");
        var path = origin.indexOf('/', authority < 0 ? 0 : authority + 2);
        return path < 0 ? origin.length() : path;
    }

    /// Set here, so that what is refused before Spring Security has them too.
    private static void protect(Response response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}

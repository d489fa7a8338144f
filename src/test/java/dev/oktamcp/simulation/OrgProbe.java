package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A plain HTTP caller of the simulated org, for the tests of the simulation itself.
record OrgProbe(SimulatedOrg org, HttpClient http) implements AutoCloseable {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    OrgProbe(SimulatedOrg org) {
        this(org, HttpClient.newHttpClient());
    }

    HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
        return send("GET", pathAndQuery, org.apiToken());
    }

    HttpResponse<String> send(String method, String pathAndQuery)
            throws IOException, InterruptedException {
        return send(method, pathAndQuery, org.apiToken());
    }

    HttpResponse<String> send(String method, String pathAndQuery, String token)
            throws IOException, InterruptedException {
        return send(method, pathAndQuery, "", "Authorization", "SSWS " + token);
    }

    HttpResponse<String> sendJson(String method, String pathAndQuery, String body)
            throws IOException, InterruptedException {
        return send(
                method,
                pathAndQuery,
                body,
                "Authorization",
                "SSWS " + org.apiToken(),
                "Content-Type",
                "application/json");
    }

    /// @param headers names and values in turn
    HttpResponse<String> send(String method, String pathAndQuery, String body, String... headers)
            throws IOException, InterruptedException {
        var publisher =
                body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body);
        var request =
                HttpRequest.newBuilder(org.url().resolve(pathAndQuery)).method(method, publisher);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(
                request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /// One attribute of every item on every page.
    List<String> allPages(String pathAndQuery, String attribute)
            throws IOException, InterruptedException {
        var values = new ArrayList<String>();
        var next = Optional.of(pathAndQuery);
        while (next.isPresent()) {
            var page = get(next.get());
            values.addAll(attributes(page, attribute));
            next = next(page);
        }
        return values;
    }

    static Optional<String> next(HttpResponse<String> response) {
        for (var link : response.headers().allValues("link")) {
            var matcher = NEXT.matcher(link);
            if (matcher.matches()) {
                var next = URI.create(matcher.group(1));
                return Optional.of(next.getRawPath() + "?" + next.getRawQuery());
            }
        }
        return Optional.empty();
    }

    static List<String> attributes(HttpResponse<String> response, String path) {
        var values = new ArrayList<String>();
        for (var item : json(response)) {
            Matcher.values(item, path).forEach(value -> values.add(value.asString()));
        }
        return values;
    }

    static String error(HttpResponse<String> response) {
        return response.statusCode() + " " + Json.text(json(response), "errorCode");
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.literal(response.body());
    }

    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    static String encoded(String expression) {
        return URLEncoder.encode(expression, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
        org.close();
    }
}

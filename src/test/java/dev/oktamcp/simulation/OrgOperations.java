package dev.oktamcp.simulation;

import java.util.List;
import java.util.stream.Stream;

/// What the org tells of itself: to everybody, and to those who may read its settings.
record OrgOperations(Store store) {

    Stream<Route> routes() {
        return Stream.of(
                new Route("GET", List.of(".well-known", "okta-organization"), "", this::metadata),
                Route.of("GET", "/api/v1/org", this::settings).of("orgs"));
    }

    private Answer metadata(Call call) {
        var metadata = Json.object().put("id", id()).put("pipeline", "idx");
        metadata.putObject("_links").putObject("organization").put("href", call.base());
        return Answer.of(metadata);
    }

    private Answer settings(Call call) {
        return Answer.of(
                Json.object()
                        .put("id", id())
                        .put("companyName", "Example Company")
                        .put("subdomain", "example")
                        .put("status", "ACTIVE")
                        .put("website", "https://www.example.com"));
    }

    private String id() {
        return store.ids().of("00o", "org");
    }
}

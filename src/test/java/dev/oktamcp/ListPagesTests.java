package dev.oktamcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;
import dev.oktamcp.fixture.TestApi;
import dev.oktamcp.simulation.SimulatedOrg;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The lists of the REST API, a page at a time: all of them are in the order of creation.
@ServerTest
class ListPagesTests {

    private final TestApi api;
    private final SimulatedOrg org;

    ListPagesTests(@Autowired TestApi api, @Autowired SimulatedOrg org) {
        this.api = api;
        this.org = org;
    }

    private static List<String> five(Supplier<String> made) {
        return Stream.generate(made).limit(5).toList();
    }

    /// All ids, two at a time.
    private List<String> inPages(String path) {
        var ids = new ArrayList<String>();
        var more = "";
        do {
            var page = api.get(path + "?limit=2" + more).json();
            ids.addAll(ids(page));
            assertThat(ids).as("no page comes again").doesNotHaveDuplicates();
            more = "&cursor=" + page.at("/next_cursor").asString("");
            assertThat(ids(page)).hasSizeBetween("&cursor=".equals(more) ? 1 : 2, 2);
        } while (!"&cursor=".equals(more));
        return ids;
    }

    private static List<String> ids(JsonNode page) {
        return page.at("/items").valueStream().map(item -> item.at("/id").asString()).toList();
    }

    @Test
    void areWholeForConnections() {
        var made = five(() -> Tenant.connection(api, org));

        assertThat(inPages("/connections")).containsSubsequence(made);
    }

    @Test
    void areWholeForServers() {
        var servers = "/connections/" + Tenant.connection(api, org) + "/mcp-servers";
        var made = five(() -> api.post(servers, "{\"name\": \"page\"}").text("/id"));

        assertThat(inPages(servers)).containsExactlyElementsOf(made);
    }

    @Test
    void areWholeForApiTokens() {
        var token = "{\"name\": \"page\", \"roles\": [\"mcp\"]}";
        var made = five(() -> api.post("/api-tokens", token).text("/id"));

        assertThat(inPages("/api-tokens")).containsSubsequence(made);
    }
}

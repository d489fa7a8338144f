package dev.oktamcp.simulation;

import static dev.oktamcp.simulation.OrgProbe.attributes;
import static dev.oktamcp.simulation.OrgProbe.encoded;
import static dev.oktamcp.simulation.OrgProbe.error;
import static dev.oktamcp.simulation.OrgProbe.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;
import java.util.List;

/// Checks entitlements, bundles, grants, campaigns and reviews.
class SimulatedGovernanceTests {

    private static final String V1 = "/governance/api/v1/";

    private final SimulatedOrg org = SimulatedOrg.start();
    private final OrgProbe probe = new OrgProbe(org);

    @AfterEach
    void stop() {
        probe.close();
    }

    @Test
    void linksTheNextPageInBodyAndHeader() throws Exception {
        var page = probe.get(V1 + "campaigns?limit=5");

        assertThat(json(page).path("data")).hasSize(5);
        assertThat(json(page).at("/metadata/total").asInt()).isEqualTo(12);
        assertThat(Json.text(json(page).at("/_links/next"), "href"))
                .endsWith(OrgProbe.next(page).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "entitlements, 400 E0000028",
        "entitlements/values, 400 E0000028",
        "grants, 400 E0000028",
        "principal-entitlements, 400 E0000028",
        "grants?filter=created+gt+%222026%22, 400 E0000053",
        "entitlements?filter=name+eqq+%22Role%22, 400 E0000053",
        "reviews?filter=decision+ne+%22APPROVE%22, 400 E0000053",
        "campaigns?after=nothing, 400 E0000029"
    })
    void refusesBadQuestions(String path, String expected) throws Exception {
        assertThat(error(probe.get(V1 + path))).isEqualTo(expected);
    }

    @Test
    void managesNoEntitlementsBeforeTheOptIn() throws Exception {
        var app = id("/api/v1/apps?q=wiki");
        var body =
                "{\"name\":\"Role\",\"externalValue\":\"role\",\"multiValue\":false,"
                        + "\"dataType\":\"string\",\"parent\":{\"externalId\":\"%s\","
                        + "\"type\":\"APPLICATION\"},\"values\":[{\"name\":\"Reader\","
                        + "\"externalValue\":\"reader\"}]}";
        var orn = "orn%3Aokta%3Aidp%3A00o%3Aapps%3Awiki%3A" + app;
        var settings = "/governance/api/v2/resources/" + orn + "/entitlement-settings";
        var early = probe.sendJson("POST", V1 + "entitlements", body.formatted(app));
        var optedIn = probe.sendJson("PATCH", settings, "{\"status\":\"OPTED_IN\"}");
        var made = probe.sendJson("POST", V1 + "entitlements", body.formatted(app));

        assertThat(error(early)).isEqualTo("404 E0000007");
        assertThat(optedIn.statusCode()).isEqualTo(202);
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(json(made).at("/values/0/id").asString()).startsWith("ent");
        var listed = probe.get(V1 + "entitlements?filter=" + of("parent", app));
        assertThat(json(listed).at("/data/0").has("values")).isFalse();
    }

    private static String of(String role, String id) {
        return encoded(role + ".externalId eq \"" + id + "\"");
    }

    private String id(String path) throws Exception {
        return attributes(probe.get(path), "id").getFirst();
    }

    @Test
    void keepsTheValuesThatAReplacementNames() throws Exception {
        var path = V1 + "entitlements/" + entitlement("License");
        var kept = json(probe.get(path)).at("/values/0/id").asString();
        var body =
                "{\"name\":\"Licence\",\"values\":[{\"id\":\"%s\",\"name\":\"Old\"},"
                        + "{\"name\":\"New\",\"externalValue\":\"new\"}]}";
        var replaced = json(probe.sendJson("PUT", path, body.replace("%s", kept)));

        assertThat(Json.text(replaced, "name")).isEqualTo("Licence");
        assertThat(replaced.path("values")).hasSize(2);
        assertThat(replaced.path("values").toString()).contains(kept);
    }

    private String entitlement(String name) throws Exception {
        var filter = encoded("name eq \"" + name + "\"");
        return json(probe.get(V1 + "entitlements?filter=" + filter)).at("/data/0/id").asString();
    }

    @Test
    void tellsWhatAUserEffectivelyHas() throws Exception {
        var user = org.hasUser("alan.kay@example.com");
        var app = id("/api/v1/apps?q=customers");
        var role = entitlement("Role");
        var value = json(probe.get(V1 + "entitlements/" + role)).at("/values/0/id").asString();
        var granted =
                grant(
                        app,
                        user,
                        "{\"id\":\"%s\",\"values\":[{\"id\":\"%s\"}]}".formatted(role, value));
        var filter = of("parent", app) + "+AND+" + of("targetPrincipal", user);
        var effective = json(probe.get(V1 + "principal-entitlements?filter=" + filter));

        assertThat(granted.statusCode()).isEqualTo(201);
        assertThat(effective.path("data")).hasSize(1);
        assertThat(effective.at("/data/0/values")).hasSize(1);
        assertThat(effective.at("/data/0/values/0/id").asString()).isEqualTo(value);
    }

    private HttpResponse<String> grant(String app, String user, String entitlement)
            throws Exception {
        var body =
                Json.object()
                        .put("grantType", "CUSTOM")
                        .set("target", Governed.reference(app, "APPLICATION"))
                        .set("targetPrincipal", Governed.reference(user, "OKTA_USER"))
                        .set("entitlements", Json.array(List.of(Json.literal(entitlement))));
        return probe.sendJson("POST", V1 + "grants", body.toString());
    }

    @Test
    void keepsADeletedBundle() throws Exception {
        var path = V1 + "entitlement-bundles";
        var bundle = path + "/" + json(probe.get(path)).at("/data/0/id").asString();

        assertThat(probe.send("DELETE", bundle).statusCode()).isEqualTo(204);
        assertThat(Json.text(json(probe.get(bundle)), "status")).isEqualTo("DELETED");
        var active = probe.get(path + "?filter=" + encoded("status eq ACTIVE"));
        assertThat(json(active).path("data")).isEmpty();
    }

    @Test
    void launchesAndEndsACampaignOnce() throws Exception {
        var body =
                "{\"name\":\"Yearly\",\"scheduleSettings\":{},\"resourceSettings\":"
                        + "{\"targetResources\":[{\"resourceId\":\"%s\"}]},"
                        + "\"reviewerSettings\":{},\"remediationSettings\":{}}";
        var sales = org.groupId("Sales");
        var made = probe.sendJson("POST", V1 + "campaigns", body.replace("%s", sales));
        var campaign = V1 + "campaigns/" + Json.text(json(made), "id");

        assertThat(error(probe.sendJson("POST", campaign + "/end", "{}")))
                .isEqualTo("409 E0000195");
        assertThat(probe.send("POST", campaign + "/launch").statusCode()).isEqualTo(202);
        assertThat(error(probe.send("POST", campaign + "/launch"))).isEqualTo("409 E0000195");
        assertThat(error(probe.send("DELETE", campaign))).isEqualTo("409 E0000195");
        assertThat(probe.sendJson("POST", campaign + "/end", "{}").statusCode()).isEqualTo(202);
    }

    @Test
    void reassignsReviewsThatAreOpen() throws Exception {
        var user = org.hasUser("alan.kay@example.com");
        var open = json(probe.get(V1 + "reviews?filter=" + encoded("decision eq UNREVIEWED")));
        var review = open.at("/data/0/id").asString();
        var campaign = open.at("/data/0/campaignId").asString();
        var path = V1 + "campaigns/" + campaign + "/reviews/reassign";
        var body =
                "{\"reviewerId\":\"%s\",\"reviewIds\":[\"%s\"],\"note\":\"On leave\"}"
                        .formatted(user, review);
        var reassigned = probe.sendJson("POST", path, body);
        var theirs = probe.get(V1 + "reviews?filter=" + encoded("reviewerId eq \"" + user + "\""));

        assertThat(reassigned.statusCode()).isEqualTo(200);
        assertThat(json(theirs).at("/data/0/id").asString()).isEqualTo(review);
        assertThat(json(theirs).path("data")).hasSize(1);
    }
}

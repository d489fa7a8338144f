package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Access certification campaigns.
record Campaigns(Store store, AdminActions admin) {

    static final String KIND = "Campaign";

    private static final String PATH = "/governance/api/v1/campaigns";
    private static final GovernanceList LIST =
            GovernanceList.of(
                    Set.of("status", "scheduleType", "reviewerType", "recurringCampaignId"),
                    Set.of("name", "startDate", "endDate"));

    Stream<Route> routes() {
        var one = PATH + "/{campaignId}";
        return Stream.of(
                        Route.of("GET", PATH, this::listCampaigns),
                        Route.of("POST", PATH, this::createCampaign),
                        Route.of("GET", one, call -> Answer.of(shown(call, campaign(call)))),
                        Route.of("DELETE", one, this::deleteCampaign),
                        Route.of("POST", one + "/launch", this::launchCampaign),
                        Route.of("POST", one + "/end", this::endCampaign))
                .map(route -> route.of("governance.accessCertifications"));
    }

    private Answer listCampaigns(Call call) {
        return LIST.answer(call, store.kind(KIND), campaign -> shown(call, campaign));
    }

    private Answer createCampaign(Call call) {
        var body =
                Governed.with(
                        call.json(),
                        "name",
                        "scheduleSettings",
                        "resourceSettings",
                        "reviewerSettings",
                        "remediationSettings");
        var campaign =
                create(store, body, call.key(), Governed.by(call)).put("status", "SCHEDULED");
        admin.log(call, LogEventType.CAMPAIGN_CREATE, party(campaign));
        return Answer.created(shown(call, campaign));
    }

    static ObjectNode create(Store store, ObjectNode body, String key, String by) {
        var campaign = Governed.create(store, store.ids().of("ici", key), by);
        body.properties().forEach(field -> campaign.set(field.getKey(), field.getValue()));
        var schedule = body.path("scheduleSettings");
        campaign.put("scheduleType", Json.text(schedule, "type"))
                .put("startDate", Json.text(schedule, "startDate"))
                .put("reviewerType", Json.text(body.path("reviewerSettings"), "type"))
                .put("campaignType", "RESOURCE");
        store.kind(KIND).put(campaign);
        return campaign;
    }

    /// ASSUMPTION: a campaign that runs cannot be deleted.
    private Answer deleteCampaign(Call call) {
        var campaign = campaign(call);
        if (Json.text(campaign, "status").equals("ACTIVE")) {
            throw OktaError.conflict("status", "status: The campaign must be ended first");
        }
        store.kind(KIND).remove(Json.text(campaign, "id"));
        Owned.removeAll(store, Json.text(campaign, "id"));
        admin.log(call, LogEventType.CAMPAIGN_DELETE, party(campaign));
        return Answer.noContent();
    }

    /// ASSUMPTION: a launch is done at once, while Okta says LAUNCHING for a moment.
    private Answer launchCampaign(Call call) {
        change(call, "SCHEDULED", "ACTIVE");
        new Reviews(store, admin).open(campaign(call));
        admin.log(call, LogEventType.CAMPAIGN_LAUNCH, party(campaign(call)));
        return accepted(call);
    }

    private Answer endCampaign(Call call) {
        change(call, "ACTIVE", "COMPLETED");
        campaign(call).put("endDate", store.now());
        admin.log(call, LogEventType.CAMPAIGN_CLOSE, party(campaign(call)));
        return accepted(call);
    }

    private void change(Call call, String from, String to) {
        var campaign = campaign(call);
        if (!Json.text(campaign, "status").equals(from)) {
            throw OktaError.conflict("status", "status: The campaign is not " + from);
        }
        Governed.touch(store, campaign.put("status", to), call);
    }

    private Answer accepted(Call call) {
        var location = call.base() + PATH + "/" + Json.text(campaign(call), "id");
        return new Answer(202, null, List.of(), List.of(new Header("Location", location)));
    }

    static Party party(ObjectNode campaign) {
        var name = Json.text(campaign, "name");
        return new Party(Json.text(campaign, "id"), KIND, "unknown", name);
    }

    private static ObjectNode shown(Call call, ObjectNode campaign) {
        return Governed.shown(call, campaign, PATH);
    }

    private ObjectNode campaign(Call call) {
        return store.kind(KIND).get(call.value("campaignId"));
    }
}

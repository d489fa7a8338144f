package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The reviews of campaigns. Decisions are the reviewers' own and cannot be made by this API.
record Reviews(Store store, AdminActions admin) {

    private static final String KIND = "Review";
    private static final String PATH = "/governance/api/v1/reviews";

    /// What a filter names, though a review does not show it by this name.
    private static final List<String> FOR_FILTERS = List.of("principalId", "reviewerId");

    private static final GovernanceList LIST =
            GovernanceList.of(
                    Set.of(
                            "campaignId",
                            "principalId",
                            "reviewerId",
                            "decision",
                            "resourceId",
                            "reviewerType",
                            "reviewerLevel"),
                    Set.of());

    Stream<Route> routes() {
        var reassign = "/governance/api/v1/campaigns/{campaignId}/reviews/reassign";
        return Stream.of(
                        Route.of("GET", PATH, this::listReviews),
                        Route.of("GET", PATH + "/{reviewId}", this::getReview),
                        Route.of("POST", reassign, this::reassignReviews))
                .map(route -> route.of("governance.accessCertifications"));
    }

    private Answer listReviews(Call call) {
        return LIST.answer(call, store.kind(KIND), review -> shown(call, review));
    }

    private Answer getReview(Call call) {
        return Answer.of(shown(call, store.kind(KIND).get(call.value("reviewId"))));
    }

    private Answer reassignReviews(Call call) {
        var campaign = store.kind(Campaigns.KIND).get(call.value("campaignId"));
        var body = Governed.with(call.json(), "reviewerId", "reviewIds", "note");
        var reviewer = store.users().get(Json.text(body, "reviewerId"));
        var reviews = new ArrayList<ObjectNode>();
        for (var id : body.path("reviewIds")) {
            reviews.add(unreviewed(campaign, id.asString("")));
        }
        for (var review : reviews) {
            assign(review, reviewer);
            Governed.touch(store, review, call);
        }
        admin.log(call, LogEventType.CAMPAIGN_UPDATE, Campaigns.party(campaign));
        var shown = reviews.stream().map(review -> shown(call, review)).toList();
        return Answer.of(Json.object().set("data", Json.array(shown)));
    }

    /// ASSUMPTION: one review that was decided refuses them all, as a conflict.
    private ObjectNode unreviewed(ObjectNode campaign, String id) {
        var review = Owned.get(store, KIND, campaign, id);
        if (!Json.text(review, "decision").equals("UNREVIEWED")) {
            throw OktaError.conflict("reviewIds", "reviewIds: A review was decided already");
        }
        return review;
    }

    /// One review for each user of each app or group that the campaign is about.
    void open(ObjectNode campaign) {
        for (var resource : campaign.path("resourceSettings").path("targetResources")) {
            var id = Json.text(resource, "resourceId");
            for (var user : users(id)) {
                open(campaign, id, user);
            }
        }
    }

    private List<ObjectNode> users(String resourceId) {
        if (store.kind(SeedApps.APP).find(resourceId).isPresent()) {
            return new AppAssignments(store).users(resourceId);
        }
        return store.users().all().stream()
                .filter(user -> store.memberships().contains(resourceId, Json.text(user, "id")))
                .toList();
    }

    /// ASSUMPTION: a reviewer who is not named is the administrator.
    private void open(ObjectNode campaign, String resourceId, ObjectNode user) {
        var campaignId = Json.text(campaign, "id");
        var key = campaignId + resourceId + Json.text(user, "id");
        var by = Json.text(campaign, "createdBy");
        var review =
                undecided(key, by)
                        .put("campaignId", campaignId)
                        .put("resourceId", resourceId)
                        .put("principalId", Json.text(user, "id"))
                        .put(Owned.OWNER, campaignId);
        review.set("principalProfile", profile(user));
        var named = Json.text(campaign.path("reviewerSettings"), "reviewerId");
        assign(review, store.users().find(named).orElseGet(admin::owner));
        store.kind(KIND).put(review);
    }

    private ObjectNode undecided(String key, String by) {
        return Governed.create(store, store.ids().of("icr", key), by)
                .put("decision", "UNREVIEWED")
                .put("remediationStatus", "NONE")
                .put("reviewerType", "USER");
    }

    private static void assign(ObjectNode review, ObjectNode reviewer) {
        review.put("reviewerId", Json.text(reviewer, "id"))
                .set("reviewerProfile", profile(reviewer));
    }

    private static ObjectNode profile(ObjectNode user) {
        var profile = user.path("profile");
        return Json.object()
                .put("id", Json.text(user, "id"))
                .put("email", Json.text(profile, "email"))
                .put("firstName", Json.text(profile, "firstName"))
                .put("lastName", Json.text(profile, "lastName"))
                .put("status", Json.text(user, "status"));
    }

    /// What the reviewers of a seeded campaign came to.
    void decide(ObjectNode campaign) {
        var number = 0;
        for (var review : Owned.of(store, KIND, campaign)) {
            review.put("decision", number % 7 == 6 ? "REVOKE" : "APPROVE")
                    .put("decided", store.now());
            number++;
        }
    }

    private static ObjectNode shown(Call call, ObjectNode review) {
        return Governed.shown(call, review, PATH).without(FOR_FILTERS);
    }
}

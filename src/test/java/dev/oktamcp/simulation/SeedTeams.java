package dev.oktamcp.simulation;

import java.util.List;

/// Further groups of a large org, every third imported, some of them filled by rules.
final class SeedTeams {

    private static final int NAMED = 12;
    private static final int EVERY_RULE = 5;
    private static final List<String> TITLES = List.of("Manager", "Analyst", "Senior Specialist");

    private SeedTeams() {}

    /// @param count how many groups the org has altogether
    static void addTo(Store store, int count) {
        var users = store.users().all();
        for (var number = NAMED; number < count; number++) {
            var imported = number % 3 == 0;
            var name = imported ? "CORP Team " + number : "Team " + number;
            SeedGroups.add(store, name, imported ? "APP_GROUP" : "OKTA_GROUP", name);
            for (var at = number; at < users.size(); at += count) {
                SeedGroups.join(store, name, users.get(at));
            }
            if (!imported && number % EVERY_RULE == 0) {
                addRule(store, number, name);
            }
        }
    }

    private static void addRule(Store store, int number, String group) {
        var title = TITLES.get(number % TITLES.size());
        var body = Json.object().put("name", title + " into " + group);
        body.putObject("conditions")
                .putObject("expression")
                .put("type", "urn:okta:expression:1.0")
                .put("value", "user.title==\"" + title + "\"");
        body.putObject("actions")
                .putObject("assignUserToGroups")
                .set("groupIds", Json.texts(store.ids().of("00g", group)));
        var rule = GroupRules.add(store, body, "rule " + number).put("status", "ACTIVE");
        new RuleEvaluation(store).applyToAll(rule);
    }
}

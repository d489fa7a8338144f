package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/// Fills a new org. Ids follow from the seed and a name, times from the clock at the start.
final class Seed {

    private static final int OLDEST_DAYS = 1500;
    private static final int YOUNGEST_DAYS = 100;

    private Seed() {}

    static Store store(SimulationSettings settings) {
        var store = Store.empty(settings);
        var random = new Random(settings.seed());
        UserTypes.seed(store);
        SeedGroups.addTo(store);
        SeedApps.addTo(store);
        SeedPolicies.addTo(store);
        Zones.seed(store);
        SeedBranding.addTo(store);
        addPeople(store, settings, random);
        DeviceAssurances.seed(store);
        SeedOrg.addTo(store, settings.apiTokens());
        SeedIam.addTo(store);
        SeedGovernance.addTo(store);
        SeedTeams.addTo(store, settings.groups());
        new SeedLog(store, random).write(settings.logEvents());
        return store;
    }

    private static void addPeople(Store store, SimulationSettings settings, Random random) {
        var number = 0;
        for (var person : SeedPeople.first(Math.max(1, settings.users()))) {
            var days = random.nextInt(YOUNGEST_DAYS, OLDEST_DAYS);
            var user = add(store, person, store.clock().instant().minus(Duration.ofDays(days)));
            SeedGroups.join(store, user);
            SeedBelongings.addTo(store, user, number++);
        }
    }

    /// Everybody is in the group Everyone.
    static ObjectNode add(Store store, Person person, Instant created) {
        var user = person.json(store.ids(), created);
        store.users().put(user);
        SeedGroups.join(store, SeedGroups.EVERYONE, user);
        return user;
    }
}

package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.Set;

/// Okta resource names of the simulated org.
record Orns(Store store) {

    String app(ObjectNode app) {
        return orn("idp", "apps:" + Json.text(app, "name") + ":" + Json.text(app, "id"));
    }

    String user(String id) {
        return orn("directory", "users:" + id);
    }

    String entitlementValue(String id) {
        return orn("governance", "entitlement-values:" + id);
    }

    String bundle(String id) {
        return orn("governance", "entitlement-bundles:" + id);
    }

    /// What a REST address in a resource set names. ASSUMPTION: what is not a user or a group
    /// belongs to the service `idp`.
    String ofAddress(String address) {
        if (address.startsWith("orn:")) {
            return address;
        }
        var path = address.replaceFirst(".*/api/v1/", "").split("/", -1);
        var inside = path.length > 2 ? ":contained_resources" : "";
        var name = path.length > 1 ? path[0] + ":" + path[1] + inside : path[0];
        return orn(Set.of("users", "groups").contains(path[0]) ? "directory" : "idp", name);
    }

    /// The id at the end of an address or a name.
    static String lastPart(String addressOrOrn) {
        return addressOrOrn.replaceFirst(".*[:/]", "");
    }

    private String orn(String service, String name) {
        return "orn:okta:" + service + ":" + store.ids().of("00o", "org") + ":" + name;
    }
}

package dev.oktamcp.simulation;

/// A brand of Okta's look and one of the company's own, with a domain and a sender of its own.
final class SeedBranding {

    private SeedBranding() {}

    static void addTo(Store store) {
        Brands.create(store, "Default", "Example Company", true);
        var partners = Brands.create(store, "Partners", "Example Partners", false);
        var login = CustomDomains.create(store, "login.example.com", "OKTA_MANAGED");
        login.put("brandId", Json.text(partners, "id"));
        login.put("validationStatus", "COMPLETED");
        var sender =
                Json.object().put("displayName", "Example Partners").put("userName", "noreply");
        var email = EmailDomains.create(store, "example.com", sender);
        email.put("validationStatus", "VERIFIED");
        partners.put(Brands.EMAIL_DOMAIN, Json.text(email, "id"));
    }
}

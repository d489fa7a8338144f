package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/// What a company has set up once: how people prove who they are, from where else they come, what
/// gives tokens for its own APIs, and whom Okta tells of events.
///
/// ASSUMPTION: the values, after the examples of Okta's documents.
final class SeedOrg {

    private static final String AUTHENTICATORS =
            """
            [{"type":"password","key":"okta_password","status":"ACTIVE","name":"Password"},
             {"type":"app","key":"okta_verify","status":"ACTIVE","name":"Okta Verify",
              "settings":{"channelBinding":{"style":"NUMBER_CHALLENGE","required":"HIGH_RISK_ONLY"},
               "userVerification":"PREFERRED"}},
             {"type":"security_key","key":"webauthn","status":"ACTIVE","name":"Passkeys"},
             {"type":"email","key":"okta_email","status":"ACTIVE","name":"Email",
              "settings":{"allowedFor":"recovery","tokenLifetimeInMinutes":5}},
             {"type":"phone","key":"phone_number","status":"INACTIVE","name":"Phone",
              "settings":{"allowedFor":"none"}}]
            """;

    private static final String PROVIDERS =
            """
            [{"type":"SAML2","name":"Partner Company","status":"ACTIVE",
              "protocol":{"type":"SAML2","endpoints":{
               "sso":{"url":"https://idp.example.net/sso","binding":"HTTP-POST"},
               "acs":{"binding":"HTTP-POST","type":"INSTANCE"}},
               "credentials":{"trust":{"issuer":"https://idp.example.net","audience":"example"}}},
              "policy":{"provisioning":{"action":"AUTO"},"accountLink":{"action":"AUTO"},
               "subject":{"matchType":"USERNAME"},"maxClockSkew":120000}},
             {"type":"GOOGLE","name":"Google","status":"INACTIVE",
              "protocol":{"type":"OIDC","scopes":["openid","email"],"credentials":{"client":{
               "client_id":"example.apps","client_secret":"canary-of-the-identity-provider"}}},
              "policy":{"provisioning":{"action":"DISABLED"},"accountLink":{"action":"DISABLED"},
               "subject":{"matchType":"EMAIL"},"maxClockSkew":0}}]
            """;

    private static final String SERVERS =
            """
            [{"name":"default","description":"Default Authorization Server",
              "audiences":["api://default"],"issuer":"https://example.okta.com/oauth2/default",
              "issuerMode":"DYNAMIC","status":"ACTIVE",
              "credentials":{"signing":{"rotationMode":"AUTO","kid":"kid-of-default"}}},
             {"name":"Payments","description":"For the payments API",
              "audiences":["https://payments.example.com"],
              "issuer":"https://example.okta.com/oauth2/payments","issuerMode":"DYNAMIC",
              "status":"ACTIVE",
              "credentials":{"signing":{"rotationMode":"AUTO","kid":"kid-of-payments"}}}]
            """;

    private static final String HOOKS =
            """
            [{"name":"Leavers to payroll","status":"ACTIVE","verificationStatus":"VERIFIED",
              "description":null,
              "events":{"type":"EVENT_TYPE","items":["user.lifecycle.deactivate"],"filter":null},
              "channel":{"type":"HTTP","version":"1.0.0","config":{
               "uri":"https://payroll.example.com/leavers","headers":[],"method":"POST",
               "authScheme":{"type":"HEADER","key":"authorization",
                "value":"canary-of-the-event-hook"}}}}]
            """;

    private SeedOrg() {}

    static void addTo(Store store, List<String> apiTokens) {
        OrgObjects.add(store, OrgObjects.AUTHENTICATOR, "aut", objects(AUTHENTICATORS));
        OrgObjects.add(store, OrgObjects.IDENTITY_PROVIDER, "0oi", objects(PROVIDERS));
        OrgObjects.add(store, OrgObjects.AUTHORIZATION_SERVER, "aus", objects(SERVERS));
        OrgObjects.add(store, OrgObjects.EVENT_HOOK, "who", objects(HOOKS));
        ApiTokens.seed(store, apiTokens);
        UserGrants.seed(store);
    }

    private static List<ObjectNode> objects(String list) {
        return Json.literal(list).valueStream().map(ObjectNode.class::cast).toList();
    }
}

package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.stream.Stream;

/// What a service provider has to know of Okta to trust an application's assertions.
///
/// ASSUMPTION: every app has the same certificate, one that nobody has the key of; an app that does
/// not sign in with SAML has no metadata.
record SamlMetadata(Store store) {

    private static final String CERTIFICATE =
            """
            MIIDijCCAnKgAwIBAgIJAN4PNFiOsRRZMA0GCSqGSIb3DQEBCwUAMHMxCzAJBgNVBAYTAlVTMRMw
            EQYDVQQIEwpDYWxpZm9ybmlhMRYwFAYDVQQHEw1TYW4gRnJhbmNpc2NvMQ0wCwYDVQQKEwRPa3Rh
            MRQwEgYDVQQLEwtTU09Qcm92aWRlcjESMBAGA1UEAxMJc2ltdWxhdGVkMB4XDTI2MDEwMTAwMDAw
            MFoXDTM1MTIzMDAwMDAwMFowczELMAkGA1UEBhMCVVMxEzARBgNVBAgTCkNhbGlmb3JuaWExFjAU
            BgNVBAcTDVNhbiBGcmFuY2lzY28xDTALBgNVBAoTBE9rdGExFDASBgNVBAsTC1NTT1Byb3ZpZGVy
            MRIwEAYDVQQDEwlzaW11bGF0ZWQwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQDAXkIG
            KZ1DOo/kpOfZTze6a5sWAbwMqRHnw0sHitwxtwe4F5NHPz6UHi2hpxZso79WQDY2/S1jhXP4nlDR
            kWrWsmeinFg1Y0Q/cEVwFIs7+OybaD8a938fnOQ8H6amBVlvmFrHe8c5zMccgPCIqK9gGBMJwZf2
            8YLFL+xCoRskH1WKoF8C/XEA8JJ5KMbL1PAbAaYBGTW6u1IhS0v38+LZlpbJgkDEmp6wchQUq3sL
            RVsgKjcPsPk7KWb/yhsXcPwg++5hZ5tqXbMUew2tpzF5CZQMaahOr5mC2ke6DnhQIbMyoaVDB7sH
            cm30i1w725KO92uJBbiI0r8DrXFyYEe1AgMBAAGjITAfMB0GA1UdDgQWBBRymZVleyrdb6RKcIti
            qIeaAJ+4LDANBgkqhkiG9w0BAQsFAAOCAQEAJwy3ousH21zi4KQBMNoGo5oDu89itWqbNZz3CNkL
            qstdGYrAtNIUN4fpSl9XOfa8Ztw5k4T8qE+WAAG2zX5kn22tjNef4QbpEpCPS+X0jEZqiROFJ9ju
            QDcyHsWsgzdnpbfxj7PLOV8cDBXgY7eqEoIfrn/Z268ZH2bKm1rI1USDKSPQi/rqWjk4HcNjWgeO
            ZhYQay4r/r/K7+MwI5Kv/zY8qZhdpeXcBLUQTD70JXPyNrO1IWuEMacz5Uj69a23di5cxcCQ1TKE
            mU4ClDEw9mSg6YxAaneKjxJ9lAT2et7AZqDz3cjevKY3TkYadAUrDBmhkJ0+mE0i9UR/JRyLmw==
            """;

    private static final String METADATA =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <md:EntityDescriptor entityID="http://www.okta.com/{entity}" \
            xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">
            <md:IDPSSODescriptor WantAuthnRequestsSigned="false" \
            protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            <md:KeyDescriptor use="signing"><ds:KeyInfo \
            xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
            <ds:X509Certificate>{certificate}</ds:X509Certificate>
            </ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
            <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified</md:NameIDFormat>
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" \
            Location="{location}"/>
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" \
            Location="{location}"/>
            </md:IDPSSODescriptor></md:EntityDescriptor>
            """;

    Stream<Route> routes() {
        var path = "/api/v1/apps/{appId}/sso/saml/metadata";
        return Stream.of(Route.of("GET", path, this::previewMetadata));
    }

    private Answer previewMetadata(Call call) {
        var app = store.kind(SeedApps.APP).get(call.value("appId"));
        var kid = call.query().get("kid").orElseThrow(() -> OktaError.of(ErrorCode.E0000028));
        if (!kid.equals(Json.text(app.at("/credentials/signing"), "kid"))) {
            throw OktaError.notFound(kid, "AppKeyCredential");
        }
        return Answer.text("text/xml", metadata(call.base(), app));
    }

    private String metadata(String base, ObjectNode app) {
        var entity = store.ids().of("exk", Json.text(app, "id"));
        var location = "%s/app/%s/%s/sso/saml".formatted(base, Json.text(app, "name"), entity);
        return METADATA.replace("{entity}", entity)
                .replace("{certificate}", CERTIFICATE.strip())
                .replace("{location}", location);
    }
}

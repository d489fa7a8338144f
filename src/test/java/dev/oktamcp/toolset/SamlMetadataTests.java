package dev.oktamcp.toolset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.oktamcp.tool.ToolException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;

class SamlMetadataTests {

    private static final String DOCUMENT =
            """
            <EntityDescriptor entityID="%s" xmlns="urn:oasis:names:tc:SAML:2.0:metadata">
            <IDPSSODescriptor WantAuthnRequestsSigned="true"><NameIDFormat>%s</NameIDFormat>
            <KeyDescriptor><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>
            <X509Certificate>%s</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
            </IDPSSODescriptor></EntityDescriptor>
            """;

    @Test
    void readsInNoFile(@TempDir Path directory) throws Exception {
        var secret = Files.writeString(directory.resolve("secret"), "canary");
        var entity = "<!DOCTYPE x [<!ENTITY file SYSTEM \"%s\">]>".formatted(secret.toUri());

        assertThatThrownBy(() -> SamlMetadata.of(entity + DOCUMENT.formatted("x", "&file;", "")))
                .isInstanceOf(ToolException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void refusesADocumentType() {
        var document = DOCUMENT.formatted("x", "y", "");

        assertThat(SamlMetadata.of(document).entityId()).isEqualTo("x");
        assertThatThrownBy(() -> SamlMetadata.of("<!DOCTYPE EntityDescriptor>" + document))
                .isInstanceOf(ToolException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no xml", "<a/>", "<!DOCTYPE a><a/>", "{\"errorCode\":\"x\"}"})
    void refusesWhatIsNoMetadata(String text) {
        assertThatThrownBy(() -> SamlMetadata.of(text))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("no SAML metadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "not base 64", ""})
    void showsACertificateThatItCantReadAsItIs(String certificate) {
        var metadata = SamlMetadata.of(DOCUMENT.formatted("urn:idp", "any", certificate));

        assertThat(metadata.entityId()).isEqualTo("urn:idp");
        assertThat(metadata.signedRequests()).isTrue();
        assertThat(metadata.certificates())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.base64()).isEqualTo(certificate.replace(" ", ""));
                    assertThat(each.notAfter()).isNull();
                });
    }
}

package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/// A certificate by which assertions are checked.
///
/// @param use `signing` or `encryption`; empty for both
/// @param notAfter when it expires; with the other facts null where it can't be read
/// @param base64 the certificate itself, DER in Base64
@JsonInclude(JsonInclude.Include.NON_NULL)
record SamlCertificate(
        String use,
        @Nullable String subject,
        @JsonProperty("not_before") @Nullable Instant notBefore,
        @JsonProperty("not_after") @Nullable Instant notAfter,
        @Nullable String sha256,
        String base64) {

    private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

    /// @param descriptor a `KeyDescriptor`
    static SamlCertificate of(Element descriptor) {
        var use = descriptor.getAttribute("use");
        var base64 =
                String.join(
                        "",
                        SamlMetadata.all(
                                descriptor,
                                SIGNATURE,
                                "X509Certificate",
                                each -> each.getTextContent().replaceAll("\\s", "")));
        try {
            return of(use, base64, Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            return new SamlCertificate(use, null, null, null, null, base64);
        }
    }

    private static SamlCertificate of(String use, String base64, byte[] der)
            throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        var read = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        return new SamlCertificate(
                use,
                read.getSubjectX500Principal().getName(),
                read.getNotBefore().toInstant(),
                read.getNotAfter().toInstant(),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der)),
                base64);
    }
}

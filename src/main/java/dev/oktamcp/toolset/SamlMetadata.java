package dev.oktamcp.toolset;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.oktamcp.tool.FailureCode;
import dev.oktamcp.tool.ToolException;
import dev.oktamcp.tool.ToolResult;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/// What a service provider is told of Okta as an identity provider (SAML 2.0 Metadata, section
/// 2.4.3).
///
/// @param signedRequests whether the service provider has to sign its requests
/// @param xml the document as Okta wrote it
record SamlMetadata(
        @JsonProperty("entity_id") String entityId,
        @JsonProperty("single_sign_on") List<Endpoint> singleSignOn,
        @JsonProperty("single_logout") List<Endpoint> singleLogout,
        @JsonProperty("name_id_formats") List<String> nameIdFormats,
        @JsonProperty("signed_requests") boolean signedRequests,
        List<SamlCertificate> certificates,
        String xml) {

    private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    SamlMetadata {
        singleSignOn = List.copyOf(singleSignOn);
        singleLogout = List.copyOf(singleLogout);
        nameIdFormats = List.copyOf(nameIdFormats);
        certificates = List.copyOf(certificates);
    }

    /// @param binding how a message gets there, for example `HTTP-POST`
    record Endpoint(String binding, String url) {

        static Endpoint of(Element element) {
            var binding = element.getAttribute("Binding");
            return new Endpoint(
                    binding.substring(binding.lastIndexOf(':') + 1),
                    element.getAttribute("Location"));
        }
    }

    /// @throws ToolException where it is no such document
    static SamlMetadata of(String xml) {
        var root = document(xml).getDocumentElement();
        var provider = all(root, METADATA, "IDPSSODescriptor", each -> each);
        if (provider.isEmpty()) {
            throw unreadable(null);
        }
        return new SamlMetadata(
                root.getAttribute("entityID"),
                all(root, METADATA, "SingleSignOnService", Endpoint::of),
                all(root, METADATA, "SingleLogoutService", Endpoint::of),
                all(root, METADATA, "NameIDFormat", each -> each.getTextContent().strip()),
                Boolean.parseBoolean(provider.getFirst().getAttribute("WantAuthnRequestsSigned")),
                all(root, METADATA, "KeyDescriptor", SamlCertificate::of),
                xml);
    }

    /// Without a document type there are no entities, and so nothing else is read in.
    private static Document document(String xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (SAXException | IOException e) {
            throw unreadable(e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every JDK can do without document types", e);
        }
    }

    static <T> List<T> all(
            Element root, String namespace, String name, Function<Element, T> reading) {
        var nodes = root.getElementsByTagNameNS(namespace, name);
        var all = new ArrayList<T>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add(reading.apply((Element) nodes.item(i)));
        }
        return all;
    }

    private static ToolException unreadable(@Nullable Exception cause) {
        return new ToolException(
                ToolResult.Failure.of(
                        FailureCode.UNAVAILABLE,
                        "Okta's answer is no SAML metadata that can be read."),
                cause);
    }
}

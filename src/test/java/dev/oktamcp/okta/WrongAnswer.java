package dev.oktamcp.okta;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import static dev.oktamcp.okta.WrongOkta.answer;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// An answer that is none.
///
/// @param code what the model gets where nothing is changed
/// @param words what the message has, so that a person can act on it
/// @param sent what Okta sends
record WrongAnswer(String name, String code, String words, ResponseDefinitionBuilder sent) {

    static final String USER = "{\"id\":\"00u1\",\"status\":\"ACTIVE\"}";

    /// Stands in answers of which nothing may be handed on.
    static final String SECRET = "secret-of-a-proxy";

    private static final String PAGE = "<html>" + SECRET + "</html>";

    /// The connection breaks, before anything of the answer or in the middle of it.
    static List<WrongAnswer> brokenOff() {
        return List.of(
                broken("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                broken("closed", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                broken(
                        "a chunk that is none",
                        aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                broken("not HTTP", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                broken("cut off", answer(200, USER).withHeader("Content-Length", "5000")));
    }

    private static WrongAnswer broken(String name, ResponseDefinitionBuilder sent) {
        return new WrongAnswer(name, "UNAVAILABLE", "could not be reached", sent);
    }

    /// More than is waited for or read.
    static List<WrongAnswer> tooMuch() {
        var late = answer(200, USER).withFixedDelay(3000);
        var huge = answer(200, "{\"id\":\"" + "x".repeat(300_000) + "\"}");
        return List.of(
                new WrongAnswer("late", "TIMEOUT", "did not answer in time", late),
                new WrongAnswer("huge", "TOO_LARGE", "smaller limit", huge));
    }

    /// What a proxy says that stands in front of Okta, or Okta for a proxy behind it.
    static List<WrongAnswer> awayForNow() {
        var page = answer(502, PAGE).withHeader("Content-Type", "text/html");
        return List.of(
                new WrongAnswer("502", "UNAVAILABLE", "HTTP 502", page),
                new WrongAnswer("503", "UNAVAILABLE", "HTTP 503", answer(503, "")),
                new WrongAnswer("504", "UNAVAILABLE", "HTTP 504", answer(504, "{}")));
    }

    /// The status is good, the body is not.
    static List<WrongAnswer> unreadable() {
        return List.of(
                unreadable("truncated JSON", answer(200, USER.substring(0, 20))),
                unreadable("HTML", answer(200, PAGE).withHeader("Content-Type", "text/html")),
                unreadable(
                        "gzip, not asked for",
                        answer(200, "").withHeader("Content-Encoding", "gzip").withBody(packed())));
    }

    private static WrongAnswer unreadable(String name, ResponseDefinitionBuilder sent) {
        return new WrongAnswer(name, "UNAVAILABLE", "could not be read", sent);
    }

    private static byte[] packed() {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(USER.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public String toString() {
        return name;
    }
}

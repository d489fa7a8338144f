package dev.oktamcp.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.schema.SchemaValidator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

/// Holds what goes over the REST API against its own description, which is written by hand.
///
/// An answer must always be described, to the last field; a request where it was taken. What the
/// document can't describe are paths and methods that it does not have: there, a problem that says
/// so.
public final class RestContract {

    private static final Set<Integer> OF_NO_OPERATION = Set.of(401, 403, 404, 405);
    private static final String PROBLEM = "application/problem+json";

    private final OpenAPI api;
    private final OpenApiInteractionValidator validator;
    private final SchemaValidator schemas;

    RestContract(String document) {
        this.api = read(document);
        var levels =
                LevelResolver.create()
                        .withLevel("validation.request.parameter.query.unexpected", Level.ERROR)
                        .build();
        this.validator =
                OpenApiInteractionValidator.createFor(api).withLevelResolver(levels).build();
        this.schemas = new SchemaValidator(api, new MessageResolver(levels));
    }

    /// Of the description that the server has. Read once, when the first answer is to be judged.
    public static RestContract ofThisServer() {
        return OfThisServer.CONTRACT;
    }

    private static OpenAPI read(String document) {
        var options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        options.setResolveCombinators(false);
        var result = new OpenAPIV3Parser().readContents(document, null, options);
        if (!result.getMessages().isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", result.getMessages()));
        }
        return result.getOpenAPI();
    }

    /// The methods and paths that are described, for example `GET /api/connections/{id}`.
    public List<String> operations() {
        return api.getPaths().entrySet().stream()
                .flatMap(path ->
                        path.getValue().readOperationsMap().keySet().stream()
                                .map(method -> method + " " + path.getKey()))
                .toList();
    }

    /// @return a sentence for each thing that the description does not have; empty for what is good
    public List<String> violations(HttpRequest request, String body, HttpResponse<String> answer) {
        var response = response(answer);
        var report =
                answer.statusCode() / 100 == 2
                        ? validator.validate(request(request, body), response)
                        : validator.validateResponse(
                                request.uri().getRawPath(), method(request), response);
        if (report.getMessages().stream().anyMatch(DocumentContract::isOfNoOperation)) {
            return words(request, answer, ofNoOperation(answer, report));
        }
        return words(request, answer, report);
    }

    private ValidationReport ofNoOperation(HttpResponse<String> answer, ValidationReport report) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return OF_NO_OPERATION.contains(answer.statusCode()) && type.equals(PROBLEM)
                ? schemas.validate(
                        answer.body(),
                        api.getComponents().getSchemas().get("Problem"),
                        "response.body")
                : report;
    }

    private static Request.Method method(HttpRequest request) {
        return Request.Method.valueOf(request.method());
    }

    private static Request request(HttpRequest request, String body) {
        URI uri = request.uri();
        var asked = new SimpleRequest.Builder(request.method(), uri.getRawPath());
        Target.of(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()))
                .query()
                .forEach(asked::withQueryParam);
        request.headers().map().forEach(asked::withHeader);
        return body.isEmpty() ? asked.build() : asked.withBody(body).build();
    }

    private static Response response(HttpResponse<String> answer) {
        var given = SimpleResponse.Builder.status(answer.statusCode());
        answer.headers().map().forEach(given::withHeader);
        return answer.body().isEmpty() ? given.build() : given.withBody(answer.body()).build();
    }

    private static List<String> words(
            HttpRequest request, HttpResponse<String> answer, ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == Level.ERROR)
                .map(message ->
                        "%s %s: %d: %s"
                                .formatted(
                                        request.method(),
                                        request.uri().getRawPath(),
                                        answer.statusCode(),
                                        message))
                .toList();
    }

    /// Begins to exist when it is first asked for.
    private static final class OfThisServer {

        private static final RestContract CONTRACT = new RestContract(RestDocument.text());
    }
}

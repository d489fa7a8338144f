package dev.oktamcp.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.report.ValidationReport.Message;

import dev.oktamcp.simulation.RecordedRequest;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;

import java.nio.file.Path;
import java.util.List;

/// Okta's OpenAPI documents, read and applied by a validator that others keep.
///
/// It differs from the documents' letter where that would refuse what Okta accepts:
///
/// - What the parser has against the documents themselves (defaults of the wrong type, arrays of
///   nothing) is passed over: no request is concerned.
/// - A field that a schema does not name is no violation here, since with `allOf` no part of a
///   schema names them all; [UnknownFields] finds those.
/// - What [Repairs] lists.
/// - Credentials are not kept with a request, so nothing is said of them.
final class DocumentContract implements Contract {

    private static final List<String> DOCUMENTS = List.of("management", "governance", "oauth");
    private static final List<String> NO_SUCH_OPERATION =
            List.of("validation.request.path.missing", "validation.request.operation.notAllowed");

    private final List<OpenApiInteractionValidator> validators;

    DocumentContract(Path directory) {
        validators =
                DOCUMENTS.stream()
                        .map(name -> validator(read(directory.resolve(name + ".yaml"))))
                        .toList();
    }

    private static OpenAPI read(Path file) {
        var options = new ParseOptions();
        options.setResolve(true);
        var api = new OpenAPIV3Parser().readLocation(file.toString(), null, options).getOpenAPI();
        if (api == null) {
            throw new IllegalArgumentException("No OpenAPI document can be read from " + file);
        }
        return Repairs.make(api);
    }

    private static OpenApiInteractionValidator validator(OpenAPI api) {
        var levels =
                LevelResolver.create()
                        .withLevel("validation.request.parameter.query.unexpected", Level.ERROR)
                        .withLevel("validation.request.security.missing", Level.IGNORE)
                        .withLevel("validation.schema.additionalProperties", Level.IGNORE)
                        .build();
        return OpenApiInteractionValidator.createFor(api).withLevelResolver(levels).build();
    }

    @Override
    public List<String> violations(RecordedRequest request) {
        var asked = asked(request);
        for (var validator : validators) {
            var report = validator.validateRequest(asked);
            if (report.getMessages().stream().noneMatch(DocumentContract::isOfNoOperation)) {
                return words(request, report);
            }
        }
        return List.of(request + ": none of Okta's documents has such an operation");
    }

    static boolean isOfNoOperation(Message message) {
        return NO_SUCH_OPERATION.contains(message.getKey());
    }

    private static Request asked(RecordedRequest request) {
        var target = Target.of(request.target());
        var asked = new SimpleRequest.Builder(request.method(), target.path());
        target.query().forEach(asked::withQueryParam);
        request.headers().forEach(asked::withHeader);
        return request.body().isEmpty() ? asked.build() : asked.withBody(request.body()).build();
    }

    private static List<String> words(RecordedRequest request, ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == Level.ERROR)
                .map(message -> request + ": " + where(message) + message.getMessage())
                .toList();
    }

    private static String where(Message message) {
        return message.getContext()
                .flatMap(ValidationReport.MessageContext::getParameter)
                .map(parameter -> "parameter " + parameter.getName() + ": ")
                .orElse(message.getKey().contains(".body.") ? "body: " : "");
    }
}

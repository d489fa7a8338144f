package dev.oktamcp.contract;

import dev.oktamcp.simulation.RecordedRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Says what is wrong with a request, by a source that is not the code under test.
public interface Contract {

    /// @return a sentence for each thing that Okta's documents forbid; empty for a good request
    List<String> violations(RecordedRequest request);

    /// Okta's documents and `operations.json` where `-Dokta.openapi=DIR` is given, else
    /// `operations.json` alone. Read once, when the first request is to be judged.
    static Contract ofThisRun() {
        return OfThisRun.CONTRACT;
    }

    /// @param documents the directory of Okta's OpenAPI documents; empty where there is none
    static Contract of(String documents) {
        try {
            var operations = new OperationContract();
            return documents.isEmpty()
                    ? operations
                    : both(new DocumentContract(Path.of(documents)), operations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contract both(Contract one, Contract other) {
        return request -> {
            var violations = new ArrayList<>(one.violations(request));
            violations.addAll(other.violations(request));
            return violations;
        };
    }

    /// Begins to exist when it is first asked for.
    final class OfThisRun {

        private static final Contract CONTRACT = of(System.getProperty("okta.openapi", ""));

        private OfThisRun() {}
    }
}

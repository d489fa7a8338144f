package dev.oktamcp.okta;

import dev.oktamcp.tool.KnownOperations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/// Knows which operations there are, and tells the kernel.
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    Operations operations(JsonMapper json, DocumentsProperties documents) throws IOException {
        return new GivenDocuments(new Operations(json)).applied(documents);
    }

    @Bean
    KnownOperations knownOperations(Operations operations) {
        return new KnownOperations(operations.all().stream().map(Operation::facts).toList());
    }
}

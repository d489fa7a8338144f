package dev.oktamcp.okta;

import dev.oktamcp.tool.KnownOperations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Tells the kernel which operations there are.
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    KnownOperations knownOperations(Operations operations) {
        return new KnownOperations(operations.all().stream().map(Operation::facts).toList());
    }
}

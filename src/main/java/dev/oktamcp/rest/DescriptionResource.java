package dev.oktamcp.rest;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;

/// `/api/openapi.yaml`: what the REST API can do (OpenAPI 3.0), for everybody.
@RestResource
class DescriptionResource {

    /// The media type of RFC 9512.
    @GetMapping(path = "/api/openapi.yaml", produces = "application/yaml")
    Resource get() {
        return new ClassPathResource("openapi.yaml");
    }
}

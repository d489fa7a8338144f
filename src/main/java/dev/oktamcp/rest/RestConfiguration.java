package dev.oktamcp.rest;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.List;

@Configuration(proxyBeanMethods = false)
final class RestConfiguration implements WebMvcConfigurer {

    private final BodyReader bodyReader;
    private final PageReader pageReader;

    RestConfiguration(BodyReader bodyReader, PageReader pageReader) {
        this.bodyReader = bodyReader;
        this.pageReader = pageReader;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(bodyReader);
        resolvers.add(pageReader);
    }
}

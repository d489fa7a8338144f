package dev.oktamcp.security;

import org.springframework.stereotype.Controller;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Pages for people, as `FilterChains` has them. A method returns the name of a template, whose
/// parts that all pages share are in `templates/console`; its parameter `@AuthenticationPrincipal
/// Human` is who has signed in.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
public @interface Page {}

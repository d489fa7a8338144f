package dev.oktamcp.security.web;

import dev.oktamcp.rest.RestResource;
import dev.oktamcp.store.KeyRotation;
import dev.oktamcp.store.KeysetFacts;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import java.time.Instant;
import java.util.List;

/// `/api/keys`: what secrets are encrypted and handles are sealed with. No key is ever shown.
@RestResource
@RequestMapping("/api/keys")
class KeyResource {

    /// @param purpose `data` or `seal`
    /// @param keys how many there are, the newest of which is in use
    @JsonNaming(SnakeCaseStrategy.class)
    record View(String purpose, int keys, Instant rotatedAt) {

        static View of(KeysetFacts facts) {
            return new View(facts.purpose(), facts.keys(), facts.rotatedAt());
        }
    }

    private record Views(List<View> items) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Rotated(int encryptedAgain, List<View> items) {}

    private final KeyRotation rotation;

    KeyResource(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @GetMapping
    Views list() {
        return new Views(views());
    }

    @PostMapping("/rotate")
    Rotated rotate() {
        return new Rotated(rotation.rotate(), views());
    }

    private List<View> views() {
        return rotation.facts().stream().map(View::of).toList();
    }
}

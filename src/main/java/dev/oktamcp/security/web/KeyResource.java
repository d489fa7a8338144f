package dev.oktamcp.security.web;

import dev.oktamcp.rest.RestException;
import dev.oktamcp.rest.RestResource;
import dev.oktamcp.store.KeyRotation;
import dev.oktamcp.store.KeysetFacts;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import java.time.Clock;
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
    private final Clock clock;

    KeyResource(KeyRotation rotation, Clock clock) {
        this.rotation = rotation;
        this.clock = clock;
    }

    @GetMapping
    Views list() {
        return new Views(views());
    }

    @PostMapping("/rotate")
    Rotated rotate() {
        return new Rotated(rotation.rotate(), views());
    }

    /// Ends what the old keys sealed, and a day before its time: after a leak.
    @DeleteMapping("/old")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeOld() {
        var known = rotation.oldKeysCanGoAt();
        if (known.isAfter(clock.instant())) {
            throw RestException.conflict(
                    "Not every replica may use the new keys yet. Try again after %s."
                            .formatted(known));
        }
        rotation.removeOldKeys();
    }

    private List<View> views() {
        return rotation.facts().stream().map(View::of).toList();
    }
}

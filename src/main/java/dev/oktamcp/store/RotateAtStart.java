package dev.oktamcp.store;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/// `java -jar okta-mcp-server.jar rotate-keys`: for operators without the REST interface.
final class RotateAtStart implements ApplicationRunner {

    private final KeyRotation rotation;

    RotateAtStart(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.getNonOptionArgs().contains("rotate-keys")) {
            rotation.rotate();
        }
    }
}

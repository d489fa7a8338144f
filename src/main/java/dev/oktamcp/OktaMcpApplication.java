package dev.oktamcp;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Starts the server.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class OktaMcpApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(OktaMcpApplication.class, arguments);
    }
}

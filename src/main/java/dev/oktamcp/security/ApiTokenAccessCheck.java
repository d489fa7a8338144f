package dev.oktamcp.security;

import dev.oktamcp.tool.AccessCheck;
import dev.oktamcp.tool.Caller;

import org.springframework.stereotype.Component;

import java.time.Clock;

/// Whether the second factor is still good.
@Component
class ApiTokenAccessCheck implements AccessCheck {

    private final ApiTokens tokens;
    private final Clock clock;

    ApiTokenAccessCheck(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Finding look(Caller caller) {
        var access = caller.access();
        var good =
                !access.secondFactor()
                        || tokens.find(String.valueOf(access.apiToken()))
                                .filter(stored -> stored.token().goodAt(clock.instant()))
                                .isPresent();
        return good ? Finding.GOOD : Finding.ENDED;
    }
}

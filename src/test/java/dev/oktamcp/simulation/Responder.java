package dev.oktamcp.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Turns a request into an answer: token, quota, route, and the headers that are on every answer
/// (but `Date`, which the JDK's server always writes itself).
final class Responder {

    private final Store store;
    private final Router router;
    private final RateLimiter limiter;
    private final Journal journal;
    private final Gate gate;

    Responder(Store store, Router router, SimulationSettings settings, Journal journal) {
        this.store = store;
        this.router = router;
        this.limiter = new RateLimiter(settings.rateLimits(), settings.clock());
        this.journal = journal;
        this.gate = new Gate(store, new AdminActions(store), Set.copyOf(settings.apiTokens()));
    }

    Reply answer(Incoming request, String base) {
        var segments = PathSegments.of(request.rawPath());
        var match = router.find(request.method(), segments);
        if (!(match instanceof Router.Match.Found)) {
            journal.recordUnknown(request);
        }
        var quota = quota(request);
        try {
            return store.alone(() -> reply(request, quota, answer(request, match, base, quota)));
        } catch (OktaError e) {
            return error(request, quota, e.code().status(), e);
        } catch (OAuthError e) {
            return reply(request, quota, e.answer());
        }
    }

    private Answer answer(Incoming request, Router.Match match, String base, Quota quota) {
        var open = match instanceof Router.Match.Found found && found.route().isOpen();
        var principal = open ? Principal.NOBODY : gate.admit(request, base);
        if (quota.exceeded()) {
            throw OktaError.of(ErrorCode.E0000047);
        }
        return switch (match) {
            case Router.Match.Found found -> handle(request, principal, found, base);
            case Router.Match.WrongMethod() -> throw OktaError.of(ErrorCode.E0000022);
            case Router.Match.Unknown() -> throw OktaError.of(ErrorCode.E0000008);
        };
    }

    private Answer handle(
            Incoming request, Principal principal, Router.Match.Found found, String base) {
        if (request.lacksLength()) {
            // ASSUMPTION: a proxy in front answers this, so there is no error body.
            return new Answer(411, null, List.of());
        }
        Gate.check(principal, found.route(), request, base);
        var query = Query.parse(request.rawQuery());
        return found.route()
                .handler()
                .handle(new Call(base, request, principal, found.values(), query));
    }

    private Quota quota(Incoming request) {
        var key = store.alone(() -> gate.quotaKey(request));
        return limiter.take(bucket(request), key);
    }

    private static RateBucket bucket(Incoming request) {
        return RateBucket.of(request.method(), PathSegments.of(request.rawPath()));
    }

    /// A refusal that a fault asked for.
    Reply fail(Incoming request, int status) {
        return error(request, quota(request), status, OktaError.of(code(status)));
    }

    Reply exceed(Incoming request, Duration untilReset) {
        var limit = limiter.limit(bucket(request));
        return error(request, spent(limit, untilReset), 429, OktaError.of(ErrorCode.E0000047));
    }

    /// ASSUMPTION: the reset of a concurrency refusal is a window away; Okta calls it an estimate.
    Reply crowd(Incoming request) {
        var quota = spent(0, limiter.window());
        return error(request, quota, 429, OktaError.of(ErrorCode.E0000047));
    }

    Reply redirect(Incoming request, String to) {
        var reply = reply(request, quota(request), new Answer(302, null, List.of()));
        var headers = new ArrayList<>(reply.headers());
        headers.add(new Header("Location", to));
        return new Reply(reply.status(), headers, "");
    }

    private static Quota spent(int limit, Duration untilReset) {
        return new Quota(limit, 0, untilReset, true);
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 401 -> ErrorCode.E0000011;
            case 403 -> ErrorCode.E0000006;
            case 404 -> ErrorCode.E0000008;
            case 429 -> ErrorCode.E0000047;
            case 503 -> ErrorCode.E0000010;
            default -> ErrorCode.E0000009;
        };
    }

    private Reply error(Incoming request, Quota quota, int status, OktaError error) {
        var body = error.body(store.ids().next("oae"));
        return reply(request, quota, new Answer(status, body, List.of()));
    }

    private Reply reply(Incoming request, Quota quota, Answer answer) {
        var headers = new ArrayList<Header>();
        headers.add(new Header("X-Okta-Request-Id", request.id()));
        headers.add(new Header("X-Rate-Limit-Limit", Integer.toString(quota.limit())));
        headers.add(new Header("X-Rate-Limit-Remaining", Integer.toString(quota.remaining())));
        headers.add(new Header("X-Rate-Limit-Reset", Long.toString(quota.reset())));
        for (var link : answer.links()) {
            headers.add(new Header("Link", link.header()));
        }
        headers.addAll(answer.headers());
        if (answer.body() != null && !answer.isText()) {
            headers.add(new Header(Answer.TYPE, "application/json"));
        }
        return new Reply(answer.status(), headers, text(answer));
    }

    private static String text(Answer answer) {
        var body = answer.body();
        if (body == null || answer.isText()) {
            return body == null ? "" : body.asString();
        }
        return new String(Json.bytes(body), StandardCharsets.UTF_8);
    }
}

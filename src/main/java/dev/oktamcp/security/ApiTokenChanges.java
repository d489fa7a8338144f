package dev.oktamcp.security;

import dev.oktamcp.store.Revision;
import dev.oktamcp.store.RevisionWatch;
import dev.oktamcp.store.Rows;
import dev.oktamcp.store.Token;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.function.LongPredicate;

/// Every change of API tokens: one transaction with its revision, and known here at once.
@Component
public class ApiTokenChanges {

    private final ApiTokens tokens;
    private final Revision revision;
    private final RevisionWatch watch;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApiTokenChanges(
            ApiTokens tokens,
            Revision revision,
            RevisionWatch watch,
            TransactionTemplate transaction,
            Clock clock) {
        this.tokens = tokens;
        this.revision = revision;
        this.watch = watch;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Stores a new one. Other replicas have to hear of it too: they must know when it ends.
    ///
    /// @param secret whose id is the token's
    public void create(ApiToken token, Token secret) {
        change(number -> {
            tokens.insert(token, secret, number);
            return true;
        });
    }

    /// Ends one, and whatever was begun with it.
    ///
    /// @return whether it was there
    public boolean delete(String id) {
        return change(number -> tokens.delete(id, Rows.micros(clock.instant()), number));
    }

    private boolean change(LongPredicate change) {
        var done = Boolean.TRUE.equals(transaction.execute(status -> change.test(revision.next())));
        watch.look();
        return done;
    }
}

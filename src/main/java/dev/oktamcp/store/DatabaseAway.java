package dev.oktamcp.store;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/// What is nobody's mistake and goes by: the database can't be reached, is shutting down, or others
/// hold what was asked for. A statement that it does not understand is not among these.
public final class DatabaseAway {

    /// For `Retry-After`, in seconds.
    public static final String RETRY_AFTER = "5";

    /// Where work may have begun. Of a commit whose answer was lost, nobody knows whether it was.
    public static final String AMID =
            "The server's database does not answer now. Try again in a few seconds. If this was to"
                    + " change something, look first: it may have been done all the same.";

    /// Where it was not even known who asks.
    public static final String BEFORE =
            "The server's database does not answer now, so nothing was done. Try again in a few"
                    + " seconds.";

    private DatabaseAway() {}

    /// Whether this is why something failed, or the cause of why.
    public static boolean causes(@Nullable Throwable failure) {
        return failure != null && (is(failure) || causes(failure.getCause()));
    }

    private static boolean is(Throwable failure) {
        return failure instanceof NonTransientDataAccessResourceException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionSystemException
                || failure instanceof TransactionTimedOutException;
    }
}

package dev.oktamcp.server;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/// A database that fails once at a given step, before it hears of it. A step is the execution of a
/// statement, but for a read outside a transaction, which changes nothing; and the commit, where
/// the connection fails with it.
final class BreakingDataSource extends DelegatingDataSource {

    /// What a failure leaves of the connection.
    enum Failure {
        /// The connection goes on: the failure is the statement's own.
        OF_THE_STEP,
        /// Nothing reaches the database any more, whose side of it ends without a commit.
        OF_THE_CONNECTION
    }

    static final String FAILS = "This step fails";

    private static final int NEVER = -1;

    private int steps;
    private int failsAt = NEVER;
    private Failure failure = Failure.OF_THE_STEP;

    BreakingDataSource(DataSource real) {
        super(real);
    }

    /// Counts from here.
    ///
    /// @param step from 0
    void failAt(int step, Failure kind) {
        steps = 0;
        failsAt = step;
        failure = kind;
    }

    void works() {
        failsAt = NEVER;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return new Line(super.getConnection()).connection();
    }

    /// One connection.
    private final class Line {

        private final Connection real;
        private boolean dead;

        Line(Connection real) {
            this.real = real;
        }

        Connection connection() {
            return wrapped(Connection.class, real);
        }

        private <T> T wrapped(Class<T> type, T target) {
            return type.cast(
                    Proxy.newProxyInstance(
                            type.getClassLoader(),
                            new Class<?>[] {type},
                            (proxy, method, arguments) -> {
                                before(method.getName());
                                return wrapped(invoked(() -> method.invoke(target, arguments)));
                            }));
        }

        private @Nullable Object wrapped(@Nullable Object result) {
            return switch (result) {
                case PreparedStatement statement -> wrapped(PreparedStatement.class, statement);
                case Statement statement -> wrapped(Statement.class, statement);
                case null, default -> result;
            };
        }

        private void before(String method) throws SQLException {
            if (dead && !method.equals("close")) {
                throw new SQLException(FAILS);
            }
            if (!isStep(method)) {
                return;
            }
            if (steps++ == failsAt) {
                dies();
                throw new SQLException(FAILS);
            }
        }

        private boolean isStep(String method) throws SQLException {
            return switch (method) {
                case "commit" -> failure == Failure.OF_THE_CONNECTION;
                case "executeQuery" -> !real.getAutoCommit();
                default -> method.startsWith("execute");
            };
        }

        /// As the database does with a client that is gone.
        private void dies() throws SQLException {
            if (failure == Failure.OF_THE_CONNECTION) {
                dead = true;
                if (!real.getAutoCommit()) {
                    real.rollback();
                }
            }
        }
    }

    private interface Invocation {
        @Nullable Object result() throws ReflectiveOperationException;
    }

    private static @Nullable Object invoked(Invocation invocation) throws Throwable {
        try {
            return invocation.result();
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}

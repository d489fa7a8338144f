package dev.oktamcp.simulation;

import java.util.stream.Stream;

/// Every operation of the simulated org.
final class Routes {

    private Routes() {}

    static Stream<Route> of(Store store) {
        var admin = new AdminActions(store);
        return Stream.of(
                        new UserOperations(store, admin).routes(),
                        new UserLifecycle(store, admin).routes(),
                        new GroupOperations(store, admin).routes(),
                        new LogOperations(store).routes(),
                        new TokenEndpoint(store, admin).routes())
                .flatMap(routes -> routes);
    }
}

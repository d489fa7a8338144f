package dev.oktamcp.simulation;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.stream.Stream;

/// Reading users.
record UserOperations(Store store, AdminActions admin) {

    private static final Listing LISTING = UserQueries.listing();

    Stream<Route> routes() {
        return Stream.of(
                Route.of("GET", "/api/v1/users", this::listUsers),
                Route.of("GET", "/api/v1/users/{id}", this::getUser),
                Route.of("GET", "/api/v1/users/{id}/blocks", this::listUserBlocks),
                Route.of("GET", "/api/v1/users/{id}/groups", this::listUserGroups));
    }

    private Answer listUsers(Call call) {
        var page = LISTING.page(call.query(), store.users());
        var view = new UserView(call.base());
        var users = page.items().stream().map(view::inList).toList();
        return Answer.of(Json.array(users), page.links(call));
    }

    private Answer getUser(Call call) {
        return new UserView(call.base()).answer(user(call));
    }

    /// ASSUMPTION: a locked-out user is blocked from every device, and nobody else from any.
    private Answer listUserBlocks(Call call) {
        var blocks = new ArrayList<ObjectNode>();
        if (UserLifecycle.status(user(call)) == UserStatus.LOCKED_OUT) {
            blocks.add(Json.object().put("type", "DEVICE_BASED").put("appliesTo", "ANY_DEVICES"));
        }
        return Answer.of(Json.array(blocks), call.self());
    }

    private Answer listUserGroups(Call call) {
        var userId = Json.text(user(call), "id");
        var view = new GroupView(call.base(), store);
        var groups =
                store.groups().all().stream()
                        .filter(group ->
                                store.memberships().contains(Json.text(group, "id"), userId))
                        .map(view::show)
                        .toList();
        return Answer.of(Json.array(groups), call.self());
    }

    /// `me` is the owner of the API token. ASSUMPTION: Okta's API description says so; elsewhere it
    /// is described as working for a signed-in person only.
    private ObjectNode user(Call call) {
        var id = call.value("id");
        return id.equals("me") ? admin.owner() : store.user(id);
    }
}

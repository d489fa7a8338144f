package dev.oktamcp.simulation;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.stream.Stream;

/// Who has which custom role on a resource set. A member of a binding is a role assignment, so it
/// is found at the user or group as well.
///
/// ASSUMPTION: a binding is there as long as it has members.
record IamBindings(Store store, AdminActions admin) {

    private static final String ASSIGNMENT = RoleAssignments.ROLE;

    Stream<Route> routes() {
        var bindings = IamResourceSets.PATH + "/{resourceSetIdOrLabel}/bindings";
        var binding = bindings + "/{roleIdOrLabel}";
        var member = binding + "/members/{memberId}";
        return Stream.of(
                        Route.of("GET", bindings, this::listBindings),
                        Route.of("POST", bindings, this::createResourceSetBinding),
                        Route.of("GET", binding, this::getBinding),
                        Route.of("DELETE", binding, this::deleteBinding),
                        Route.of("GET", binding + "/members", this::listMembersOfBinding),
                        Route.of("PATCH", binding + "/members", this::addMembersToBinding),
                        Route.of("GET", member, call -> Answer.of(shown(call, member(call)))),
                        Route.of("DELETE", member, this::unassignMemberFromBinding))
                .map(route -> route.of("roles"));
    }

    private Answer listBindings(Call call) {
        var set = Json.text(IamResourceSets.set(store, call), "id");
        var roles =
                IamKind.ROLE.all(store).all().stream()
                        .filter(role -> !members(set, Json.text(role, "id")).isEmpty())
                        .toList();
        return new IamList("roles", IamKind.ROLE.all(store))
                .answer(call, roles, role -> binding(call, Json.text(role, "id")));
    }

    private ObjectNode binding(Call call, String roleId) {
        var shown = Json.object().put("id", roleId);
        var set = Json.text(IamResourceSets.set(store, call), "id");
        var self = call.base() + IamResourceSets.PATH + "/" + set + "/bindings/" + roleId;
        var links = shown.putObject("_links");
        links.putObject("self").put("href", self);
        links.putObject("members").put("href", self + "/members");
        return shown;
    }

    private Answer createResourceSetBinding(Call call) {
        var role = IamKind.ROLE.find(store, Json.text(call.json(), "role"));
        return addMembers(call, role, call.json().path("members"));
    }

    private Answer addMembersToBinding(Call call) {
        bound(call);
        return addMembers(call, role(call), call.json().path("additions"));
    }

    private Answer addMembers(Call call, ObjectNode role, JsonNode members) {
        if (members.isEmpty()) {
            throw OktaError.missing("members");
        }
        var set = IamResourceSets.set(store, call);
        for (var member : members) {
            add(role, set, member.asString(""));
        }
        admin.log(
                call,
                LogEventType.BINDING_ADD,
                IamKind.ROLE.party(role),
                IamKind.RESOURCE_SET.party(set));
        return Answer.of(binding(call, Json.text(role, "id")).without("id"));
    }

    /// ASSUMPTION: who is a member already stays one.
    private void add(ObjectNode role, ObjectNode set, String address) {
        var id = Orns.lastPart(address);
        var assignee = store.users().find(id).isPresent() ? Assignee.USER : Assignee.GROUP;
        if (assignee == Assignee.GROUP) {
            store.groups().get(id);
        }
        RoleAssignments.addCustom(store, assignee, id, role, set);
    }

    private Answer getBinding(Call call) {
        bound(call);
        return Answer.of(binding(call, Json.text(role(call), "id")));
    }

    private Answer deleteBinding(Call call) {
        for (var member : bound(call)) {
            store.kind(ASSIGNMENT).remove(Json.text(member, "id"));
        }
        return deleted(call);
    }

    private Answer listMembersOfBinding(Call call) {
        return new IamList("members", store.kind(ASSIGNMENT))
                .answer(call, bound(call), member -> shown(call, member));
    }

    private Answer unassignMemberFromBinding(Call call) {
        store.kind(ASSIGNMENT).remove(Json.text(member(call), "id"));
        return deleted(call);
    }

    private Answer deleted(Call call) {
        admin.log(
                call,
                LogEventType.BINDING_DELETE,
                IamKind.ROLE.party(role(call)),
                IamKind.RESOURCE_SET.party(IamResourceSets.set(store, call)));
        return Answer.noContent();
    }

    private ObjectNode member(Call call) {
        var id = call.value("memberId");
        return bound(call).stream()
                .filter(member -> Json.text(member, "id").equals(id))
                .findFirst()
                .orElseThrow(() -> OktaError.notFound(id, "ResourceSetBindingMember"));
    }

    private static ObjectNode shown(Call call, ObjectNode member) {
        var assignee = Assignee.valueOf(Json.text(member, "assignmentType"));
        var shown =
                Json.object()
                        .put("id", Json.text(member, "id"))
                        .put("created", Json.text(member, "created"))
                        .put("lastUpdated", Json.text(member, "lastUpdated"));
        shown.putObject("_links")
                .putObject("self")
                .put("href", assignee.address(call.base(), member));
        return shown;
    }

    /// The members of the binding in the path, which has some or is not there.
    private List<ObjectNode> bound(Call call) {
        var set = Json.text(IamResourceSets.set(store, call), "id");
        var members = members(set, Json.text(role(call), "id"));
        if (members.isEmpty()) {
            throw OktaError.notFound(call.value("roleIdOrLabel"), "ResourceSetBinding");
        }
        return members;
    }

    private List<ObjectNode> members(String set, String role) {
        return store.kind(ASSIGNMENT).with("resource-set", set).stream()
                .filter(member -> Json.text(member, "role").equals(role))
                .toList();
    }

    private ObjectNode role(Call call) {
        return IamKind.ROLE.find(store, call.value("roleIdOrLabel"));
    }
}

package dev.oktamcp.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Who is in which group.
final class Memberships {

    private final Map<String, Set<String>> usersByGroup = new HashMap<>();

    boolean add(String groupId, String userId) {
        return usersByGroup.computeIfAbsent(groupId, _ -> new HashSet<>()).add(userId);
    }

    boolean remove(String groupId, String userId) {
        return usersByGroup.getOrDefault(groupId, new HashSet<>()).remove(userId);
    }

    void removeUser(String userId) {
        usersByGroup.values().forEach(users -> users.remove(userId));
    }

    void removeGroup(String groupId) {
        usersByGroup.remove(groupId);
    }

    boolean contains(String groupId, String userId) {
        return usersByGroup.getOrDefault(groupId, Set.of()).contains(userId);
    }

    int count(String groupId) {
        return usersByGroup.getOrDefault(groupId, Set.of()).size();
    }
}

package dev.oktamcp.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who is in which group.
final class Memberships {

    private final Map<String, Set<String>> usersByGroup = new HashMap<>();
    private final Map<String, Set<Member>> byRule = new HashMap<>();

    record Member(String groupId, String userId) {}

    boolean add(String groupId, String userId) {
        return usersByGroup.computeIfAbsent(groupId, _ -> new HashSet<>()).add(userId);
    }

    /// Whoever was there before is not there by the rule.
    void addByRule(String ruleId, String groupId, String userId) {
        if (add(groupId, userId)) {
            byRule.computeIfAbsent(ruleId, _ -> new HashSet<>()).add(new Member(groupId, userId));
        }
    }

    /// Those who are there because a rule put them there.
    List<Member> putBy(String ruleId) {
        return List.copyOf(byRule.getOrDefault(ruleId, Set.of()));
    }

    boolean remove(String groupId, String userId) {
        byRule.values().forEach(members -> members.remove(new Member(groupId, userId)));
        return usersByGroup.getOrDefault(groupId, new HashSet<>()).remove(userId);
    }

    void removeUser(String userId) {
        usersByGroup.values().forEach(users -> users.remove(userId));
        byRule.values().forEach(put -> put.removeIf(member -> member.userId().equals(userId)));
    }

    void removeGroup(String groupId) {
        usersByGroup.remove(groupId);
        byRule.values().forEach(put -> put.removeIf(member -> member.groupId().equals(groupId)));
    }

    boolean contains(String groupId, String userId) {
        return usersByGroup.getOrDefault(groupId, Set.of()).contains(userId);
    }

    int count(String groupId) {
        return usersByGroup.getOrDefault(groupId, Set.of()).size();
    }
}

package dev.oktamcp.confirmation;

import java.util.Map;

/// What a call is about: how it comes to be in the org, and how somebody else changes it there.
interface Subject {

    /// Adds it, or puts it back to what it was where it is known by its name.
    ///
    /// @return its id
    String add(OrgContent org, String name);

    void change(OrgContent org, String name, String id);

    /// @param status in which the call needs the user to be
    record User(String status) implements Subject {

        @Override
        public String add(OrgContent org, String name) {
            return org.org().hasUser(login(name), status);
        }

        @Override
        public void change(OrgContent org, String name, String id) {
            org.org().hasUser(login(name), "LOCKED_OUT");
        }

        private static String login(String name) {
            return name + "@example.com";
        }
    }

    /// Somebody who is in a group.
    record Member() implements Subject {

        private static final User USER = new User("ACTIVE");

        @Override
        public String add(OrgContent org, String name) {
            var user = USER.add(org, name);
            org.org().hasMember(org.org().hasGroup(name), user);
            return user;
        }

        /// To lose one more group is another thing to say yes to.
        @Override
        public void change(OrgContent org, String name, String id) {
            org.org().hasMember(org.group(), id);
        }
    }

    record Group() implements Subject {

        @Override
        public String add(OrgContent org, String name) {
            return org.org().hasGroup(name);
        }

        @Override
        public void change(OrgContent org, String name, String id) {
            var profile = Map.of("name", name, "description", "Changed");
            org.put("/api/v1/groups/" + id, Map.of("profile", profile));
        }
    }

    /// An app that is not active.
    record App() implements Subject {

        @Override
        public String add(OrgContent org, String name) {
            return org.add("/api/v1/apps?activate=false", OrgContent.bookmark(name));
        }

        @Override
        public void change(OrgContent org, String name, String id) {
            org.put("/api/v1/apps/" + id, OrgContent.bookmark(name + " changed"));
        }
    }
}

package dev.oktamcp.okta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.oktamcp.fixture.ServerTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ShowingOperationsTests {

    private final Operations operations;
    private final ShowingOperations showing;

    ShowingOperationsTests(@Autowired Operations operations, @Autowired ShowingOperations showing) {
        this.operations = operations;
        this.showing = showing;
    }

    /// Nearest first, by what shows each.
    @ParameterizedTest
    @CsvSource({
        "deleteGroup, getGroup",
        "unenrollFactor, getFactor getUser",
        "unassignRoleFromUser, getUserAssignedRole getUser",
        "unassignUserFromGroup, getUser getGroup",
        "unassignApplicationFromGroup, getGroup getApplication",
        "unassignGroupTargetFromUserAdminRole, getGroup getUserAssignedRole getUser",
        "unlinkUserFromIdentityProvider, getUser getIdentityProvider",
        "deleteAuthorizationServerPolicyRule,"
                + " getAuthorizationServerPolicyRule getAuthorizationServerPolicy"
                + " getAuthorizationServer",
        "deletePolicyResourceMapping, getPolicyMapping getPolicy",
        "deleteIdentitySourceSession, getIdentitySourceSession -",
        "deleteIdentitySourceUser, getIdentitySourceUser -",
        "deleteRoleFromClient, retrieveClientRole -",
        "verifyProvisioningConnectionForApplication, - -"
    })
    void nameAllThatStandsOnThePath(String operation, String reads) {
        var named =
                showing.objects(operations.require(operation)).stream()
                        .map(object -> id(object.read()))
                        .toList();

        assertThat(String.join(" ", named)).isEqualTo(reads);
    }

    @ParameterizedTest
    @CsvSource({
        "deactivateUser, getUser",
        "replaceGroup, getGroup",
        "assignRoleToUser, getUser",
        "deleteBrandThemeLogo, getBrandTheme",
        "unassignUserFromGroup, -",
        "deleteOrgIntegration, -",
        "verifyProvisioningConnectionForApplication, -",
        "createUser, -"
    })
    void showTheStateOfWhatItIsAboutAndOfNothingElse(String operation, String read) {
        assertThat(id(showing.state(operations.require(operation)).read())).isEqualTo(read);
    }

    @Test
    void needNothingThatTheChangeDoesNotHave() {
        for (var operation : operations.all()) {
            var path = operation.path();
            for (var object : showing.objects(operation)) {
                assertThat(object.names().keySet()).allMatch(name -> path.contains(name));
            }
        }
    }

    private static String id(@Nullable Operation read) {
        return read == null ? "-" : read.id();
    }
}
